// Surnames common in the Netherlands, for the name rules of screening. We composed the list ourselves,
// by hand and from general knowledge; it is copied from no register and knows a small part of all
// surnames: detection is never complete. Lower case, without accents and without "van der".
import { packedWords } from './packed-words.ts';

/** Surnames that mean nothing else in Dutch; written with a capital they count on their own. */
export const surnames = packedWords(`
aboutaleb acar ahmadi akhtar aksoy aktas alaoui altun amrani andrade arslan asante aslan avci
azzouzi bakema bakkali baldewsingh benali bennani bergman bergsma berisha bianchi biharie bijlsma
bisessar boateng boedhoe boersma bondarenko boogaard bosma bosman bosmans bouali boukhari bouma
bouzid bozkurt broekman brouwers brugman bruijn bruins bruinsma bruyn bulut burgers cakir celik
cetin chan chaoui chen cherkaoui cheung cornelissen coskun dabrowski damen daoudi demir demirci
demirel derksen devries diallo dijkema dijkstra dimitrov diop doerga dogan driessen driouch duijn
duman eijk elzinga engelen esposito essers evers faber feenstra fernandes fernandez ferreira fokkema
franken fransen franssen frederiks gangaram ganpat garcia geerts georgiev gerrits gerritsen geurts
ghebremariam ginkel gomes gomez gonzalez goossens graaff grabowski gravenberch groenendijk
groeneveld groenewegen gunduz gunes gungor gupta haanstra haddad haddou haile hajji hamdaoui hansen
hartman hassani hendriks hermans hermsen hessels hiemstra hoang hodzic hoekstra hofman hofmans
holtrop hoogendoorn hosseini huang huijbers huijgen huizinga hussain idrissi ionescu iqbal isik
ivanov ivanova jabri jacobs jagroep janse jansen janssen janssens jaspers johnson jongsma jonkers
joosten jovanovic kaddouri kalloe kaminski kanhai kaplan karaca karadag karimi karsten kartal kaur
keijzer keita kemper khattabi kilic klaassen kleijn klinkert kloosterman koc kocak kooistra koolen
koopmans korkmaz kose kosters koval kovalenko kowalczyk kowalska kowalski kozlowski kramers krasniqi
kravchenko krawczyk kroeze kruijf kucuk kuijpers kuipers kumar kurt kuypers lachman lahlou lamers
lammers latuheru leeuwen lewandowski lim linssen liu lopes lopez luijten maartens maduro maes
mahabier mahabir majdoub markovic martens martinez martins masoudi mathijssen matulessy mazur meijer
meijerink meijers melnyk mensah mertens messaoudi meurs meyer miedema moerman mohammadi molenaars
monteiro morabet moussaoui muller munteanu naciri nanhoe nazari nguyen niessen nieuwenhuis nijland
nikolov noori nowak okafor oldenburg oliveira oosterhuis oosterom osei otten ouahbi ouali ouarghi
oudshoorn overbeek owusu ozdemir ozer ozkan ozturk panday patel pattinama pawlak peeters pereira
peters petersen petrov petrova petrovic pham pieters pieterse pietersen pinas piotrowski polman
poortman popa popescu postma prinsen rahimi rahmani ramautar ramcharan ramdhani ramdin ramlal
rampersad ramsaran reijnders reinders reitsma rezaei ricci riemersma rietveld rodrigues rodriguez
roelofs rooij rossi ruijter rutgers rutten ruyter sahin saidi salhi sanchez sanders scheltema
schippers schmidt schneider scholten schouten schreuder schreurs schuurman seedorf segers sewnath
shah sharma shevchenko shevchuk simons simsek singh sital smeets smit smits snijders soekhoe
spierings stevens straten szymanski tahiri talbi tamminga tavares tekin temiz terpstra teunissen
thijssen tiemessen timmermans tkachenko topal toprak touzani tran traore tuncer turan uijl unal uzun
veenstra veldkamp veldman venema verbeek verboom verbruggen verburg verdonk verhage verhagen
verheijen verheul verhoef verhoeven verhulst verkerk vermeer vermeulen vermue verschuren versteeg
vervoort verweij visscher vissers vreugdenhil wagner walraven wessels westerhof westerveld wieczorek
wiegers wieringa wiersma wijnen willems willemsen wisniewski wojcik wolff wolters wong woudstra
wouters wozniak wrobel wu yacoubi yalcin yasar yildirim yildiz yilmaz yuksel zandstra zaoui zhang
zhou ziani zielinska zielinski zijlmans zijlstra zuidema zwiers
`);

/** Also a trade, an animal, a colour or a town: only after a first name, initials or a title. */
export const ambiguousSurnames = packedWords(`
abdi ahmed ali amiri appel asselt bah bakker bakkers barry beek beer beers berg bergen bloem boer
boom bos bosch braak brand brink broek brouwer brown bruin bui buurman costa dalen dam dekker
deventer dijk dongen doorn duin eck es farah gelder graaf grinten groen groot haan haas hagen hamer
hart hassan heemskerk heer hees hemert heusden heuvel hoek hof hoorn horst hout houten huisman hul
hussein ibrahim islam jager jama jong jonker kamp kara karim keizer kempen kerkhof khan klein klerk
knap kok koning konings kool koopman koper korver koster kraan kramer kroon kuiper laan laar lam
lange lau leeuw lent lier lieshout linden linders loenen loon loos maas mansouri meer mohamed mol
molen molenaar mooij mulder mulders ngo noort omar ommen oord oost oosterhout osman peer pool post
pot prins ras ridder rijk rijn ring roos rossum ruiter santos schaap schaik schilder schipper
schoenmaker schrijver silva slager slot sluis smid snel snijder snoek soest sow spijker staal stam
steen sterk stolk swart tang timmer timmerman tol valk veen veer veerman velde velden velzen ven vet
vink vis visser vlieger vliet vogel vonk vos vries vroom vugt vuuren waal wal wang weerd weide wever
wiersema wijk wilde winkel winter wit witte wolf woude yang zand zanden zanten zee zeeman zomer
zonneveld zwaan zwart
`);
