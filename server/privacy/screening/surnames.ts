// Surnames common in the Netherlands, for the name rules of screening. We composed the list ourselves,
// by hand and from general knowledge; it is copied from no register and knows a small part of all
// surnames: detection is never complete. Lower case, without accents and without "van der".
import { packedWords } from './packed-words.ts';

/** Surnames that mean nothing else in Dutch; written with a capital they count on their own. */
export const surnames = packedWords(`
aalbers abbassi abdoellakhan abdullahi abena aboikoni aboutaleb acar achahbar achaibersing
acheampong achterberg adamczyk adamski aden adeyemi adouch agyemang ahbouk ahmadi aissati akachar
akbulut akdogan akgun akhiat akhtar akin akkaya aksoy aktas alaoui algoe altintas altun amghar
amhaouch amiemba amoako amrani andersson andrade angelov angelova anroedh aoulad appiah arrassi
arslan asante aslan aslankurt asrih autar avci aydemir ayhan azahaf azzaoui azzouzi babic baboeram
bachiri badloe bagci baghdadi bakema bakkali balci baldewsingh balentien balgobind balogun bansie
barbosa basaran bayrak bayraktar bechan begic bektas belhaj belkasem benaissa benali benallal
benamar benhaddou benjelloun benmoussa bennani bensaid bensalah benyahia bergman bergsma berisha
berrada bhaggoe bhagwandas bhagwandin bhoelan bhola bianchi biere bihari biharie bijlsma bikharie
bilgin bingol bisessar bloemendal boakye boasman boateng boedhoe boelens boersma bondarenko boogaard
borkowski bosma bosman bosmans bosscher bouali bouazza bouchta boudouh boujaddaine boukhari
boukhriss boulahrouz bouma boussaid boutaher bouterse bouzambou bouziani bouzid bozdag bozkurt
braakhuis broekman brouwers brugman bruijn bruins bruinsma bruyn buitenhuis bulbul bulthuis bulut
burgers burleson bytyqi cakir cakmak caliskan canpolat cardoso carvalho celebi celik celikkol cetin
cetinkaya chahid chan chandrikasing chaoui chaouki charif chebli chen cherkaoui cherrat cheung
chmielewski chotoe cicek cicilia cieslak cijntje cinar claes claeys coban colak comvalius
cornelissen corsten coskun croes czarnecki czerwinski daalder dabrowski dahmani dahri damen dammers
dania daoudi darko dassen davelaar debipersad declerck declercq decock decoster dekkers demir
demirci demirel demirtas derks derksen desmet devos devries dewkali diallo dihal dijkema dijkgraaf
dijkhuizen dijkstra dimitrov dimitrova diop djordjevic djotaroeno doekhi doerga dogan doornbos
driessen driouch duijn duijvestijn duman dumitru durmaz durmus dwarkasing ebrahimi eijk eijkelenboom
eikelboom ekinci elmaci elzinga emanuels engelen engelsman erdogan ergin erkan eroglu ersoy esajas
esposito essafi essers evers evertsz ezzaki faber faizi fassi feenstra felicia fernald fernandes
fernandez ferreira fischer flipse fokkema fraai francisca franken fransen franssen frederiks freriks
frimpong gajadhar gajewski gangadin gangaram ganpat garcia gashi gebremedhin gebreyesus geelhoed
geerman geerts gefferie georgescu georgiev gerrits gerritsen gerritsma geurts ghazali ghebremariam
ghebreyesus ginkel girigorie gobardhan goedhart goerdin gok gokce gokmen gomes gomez goncalves
gonzalez goossens gorski goudriaan gowricharn graaff graafland grabowski gravenberch groenendijk
groeneveld groenewegen grootenboer groothuizen grootveld gulen guler gunay gunduz gunes guney gungor
gupta gursoy gutierrez gyamfi haanstra habibi hachimi haddad haddou haddouch hadji hadzic hagoort
haidari haile hailu haitsma hajji halsema hamdaoui hamidi hansen haouari hardeman harmsen harpal
hartman hasanovic hashemi hassani hasselbaink hazes heerema heidweiller heijnen hendrickx hendriks
henriquez hermans hermsen herrera hersi hessels hiemstra hilali hoang hodzic hoekema hoekstra
hoeseni hoffmann hofman hofmans hofstede hofstra holtrop hoogendijk hoogendoorn hoogstraten
hooijmans horsman horvat hosseini hosseinzadeh houtman hoxha hristov huang huibers huijbers huijgen
huizinga hulshof hulzebos hussain ibrahimovic idrissi ignacio ijzerman ilic ilie inan ionescu ionita
iqbal isenia isik ismaili ivanov ivanova jablonski jabri jacobs jacobse jadoenath jafari jagernath
jaggan jagmohan jagroep jainandunsing jakubowski janga jankie janse jansen janssen janssens jansz
jaouhari jasinski jaspers jebbari jellesma jelsma jhagroe jhinkoe jibodh jimale johnson jongsma
jonkers jonkman joosten jorritsma jovanovic juric kacem kaczmarczyk kaczmarek kaddouri kadiri
kahraman kahya kalinowski kalka kalkan kalloe kalpoe kaminski kamphuis kandhai kanhai kaplan
karabulut karaca karadag karagoz karakaya karaman karatas karimi karimian karsten kartal kartosen
kassimi kaur kaymak keijzer keita kemper keskin kharbouch khargi khattabi khedoe khoesial kidane
kilic kirac kisoen kisoensingh kizil kizilkaya klaassen kleijn klinkert kloosterhuis kloosterman
knol koc kocabas kocak kockar koeiman koelewijn koendjbiharie koenen kogeldans kokke kolodziej
kooistra koolen koolhaas koolhof koolman koopmans koppelaar korkmaz kortekaas kose kosters kovac
kovacs koval kovalenko kowalczyk kowalska kowalski kowlesar kozlowski kraaij kraaijeveld kramers
krasniqi krause kravchenko krawczyk kroeze krommenhoek kruijf krupa kubiak kucharski kucuk kuijpers
kuipers kuitems kumar kurt kurtulus kuscu kuypers kwiatkowski lachkar lachman lachmon laghmouchi
lahlou lahrech lalbahadoersing lalji lalmahomed lamers lammers lammertink lamrini landveld langeveld
laskowski latuheru latumahina leeflang leenders leeuwen leijten leito lemmens lewandowski lim
lindberg lindhout linssen liu lont lopes lopez loukili lourens lubberhuizen lubbers luijendijk
luijten maaroufi maartens maassen maciejewski maduro maes mahabali mahabier mahabir mahadew majdoub
majewski makhloufi malinowski mangal mangroo manichand manuhutu marciniak maric markovic martens
martina martinez martins martis marzouki masoudi mastenbroek matadin mathijssen mathilda mathoera
matulessy mazur meertens meesters meeuwis mehmedovic meijer meijerink meijers melchers melnyk mendes
mensah mercelina mertens mesbahi messaoudi meulens meurs meyer mezouari michalak michalski michiels
miedema mimouni moerman moestadja mohammadi mohamud mohanlal molenaars monteiro morabet morales
moreira moukhtar mousavi moussaoui mujic mulderij muller munteanu naarendorp naciri nagtegaal nagy
nandoe nanhoe nanlohy narain narsingh nazari neumann neuteboom nguyen nicolaas niessen nieuwenhuijs
nieuwenhuis nieuwenhuizen nieuwkerk nijhof nijhuis nijland nikolic nikolov nkrumah noordhoek noori
noorzai nouri novak nowacki nowak nwosu oedayrajsingh oemrawsingh okafor okonkwo okoro oldenburg
oldenburger oliveira olszewski omerovic oosterhuis oosterling oosterom oosterwijk opoku ortiz osei
osepa osorio ostrowski otten ouaali ouahbi ouali oualid ouarghi oubaha ouchan ouchen oudenalder
oudshoorn ouhabi oulad overbeek owusu ozbek ozcan ozdemir ozer ozgur ozkan ozkaya ozturk paauwe
pahladsingh palstra panchoe panday panneflek parag parbhoe parmessar patel pattinama pattipeilohy
pawlak pawlowski peeters pehlivan penders pengel pereira pesulima peters petersen petrov petrova
petrovic pham piatek pieters pieterse pietersen pietersma pieterson pietersz pietrzak pinas pinedo
piotrowski piroe plaate poels poelstra polman poortman popa popal popescu popovic posthuma posthumus
postma prinsen pronk przybyla przybylska przybylski punwasi qasemi rachidi rademaker rademakers
radjkoemar raghoe raghoebarsing raghunath rahimi rahmani rahmouni raji ramautar rambaran
rambaratsingh rambhadjan ramcharan ramdani ramdas ramdat ramdhan ramdhani ramdin ramdjan
ramdjanamsingh ramesar ramgoelam ramirez ramkhelawan ramkisoen ramlakhan ramlal ramnath rampadarath
rampersad rampertap ramsaran ramsingh ramsoekh ramsukul ramtahal reijnders reijnen reinders reitsma
rezaei rezaie ribeiro ricci richter riemersma rietman rietveld rijkers rijpstra rijssel ritsma
rodrigues rodriguez roeleveld roelofs roelofsen rooij rosaria rosario rossi rostami rozendaal
ruijter rutgers rutkowski rutten ruyter saadi sabajo sabbar sadeghi sadiki sadowski safari saglam
sahadew sahetapy sahin saidi salhi salmi sanchez sanders sangers sankatsing santoso sardjoe sarikaya
sarpong sawicki sbai scheltema schepers schimmelpenninck schippers schmidt schneider schoenmakers
scholte scholten schoop schouten schouwenaar schreuder schreurs schrijvers schroder schulz schuurman
sebbar sediqi seedorf segers sener sewgobind sewnath sewpersad sewradj seymonson sezer shah shala
shankar sharifi sharma sheombar sheoratan shevchenko shevchuk sikora sikorski sillie simons simsek
singh sital sitaram sjouw slagmolen slagter slimani smeenk smeets smets smit smits snijders sobczak
soebhag soedamah soekhai soekhlal soekhoe soeknandan soerdjan sokolowski somai soman sonmez souhuwat
soumokil sousa soussi soylu spierings spoelstra stanikzai stankovic statia stepien stevens stoffels
stoica stoyanov straten strijbos sukhai sukhoe sukul suljic sultani suparman surajbali szabo
szczepaniak szczepanski szewczyk szulc szymanski taghi tahapary tahiri tahri talbi talhaoui tamminga
tamsma tangelder taouil tasci tavares teeuwen teixeira tekeli tekin temiz terlouw terpstra
tesfamichael teunissen tewarie thakoer theunissen thijssen thissen thode tiemessen tijdeman tijssen
tika timmermans tinga tiwari tjon tkachenko todorov tomaszewski tomczak topal toprak torres toth
touil touzani tran traore tromp tufan tuhusula tuinstra tunc tuncer tupamahu turan turkenburg
turkmen ucan ucar ugurlu uijl uitterhoeve unal unlu urbanski uslu uysal uzun vaessen vandamme
vandenberghe vandenbroeck vandevelde vanhommerig varol veenhuis veenstra veldkamp veldman venema
verbeek verboom verbruggen verburg verdonk verhaeghe verhage verhagen verheij verheijen verheul
verhoef verhoeff verhoeven verhulst verkade verkerk verloop vermeer vermeulen vermue verschoor
verschueren verschuren versluis verstappen versteeg versteegh verstraaten verstraete vervoort
verweij verweijen vierhout visscher vissers voskuil vreeswijk vreugdenhil wagemakers wagner walczak
walraven warsame wasilewski weijers wernet wesselink wessels westerhof westerveld weststrate
wieczorek wiegers wierda wieringa wiersinga wiersma wijaya wijnands wijnberg wijnen wijngaarde
wijngaards wijnstra wilbrink willems willemse willemsen winklaar wirjo wirjosentono wisniewski
witteveen wojcik woldemariam wolff woltering wolters wolthuis wong woudstra wouters wozniak wrobel
wroblewski wrona wu wubbels wysocki yaakoubi yacoubi yahyaoui yalcin yaman yasar yavas yazici yeboah
yesil yildirim yildiz yilmaz yohannes yordanova yuce yuksel yurt yusuf zadeh zahraoui zalewski
zandbergen zandstra zaoui zawadzki zeldenrust zengin zerouali zhang zhou ziani zielinska zielinski
zijderveld zijlmans zijlstra zimmerman zimmermann ziolkowski zonderland zouhair zuidema zuiderveld
zuurbier zwetsloot zwiers
`);

/** Also a trade, an animal, a colour or a town: only after a first name, initials or a title. */
export const ambiguousSurnames = packedWords(`
abdi ahmed akkerman ali amiri appel asselt asten bah bakhuis bakker bakkers baran barry bauer becker
beek beer beers berg bergen bijl bloem blom boer boog boom born bos bosch braak brand brandon brink
broek broeke brouwer brown brug bruin bui burg buurman castro constantin costa daal dalen dam dekker
deventer dijk dijke dongen donkers doorn dorst drent drijver drost duda duin eck elst es evertse eze
farah franke gaag ganesh gelder glas gobind gopal graaf grinten grip groen groot haan haas hagen ham
hamer hart hassan hato haverkamp hazelaar heemskerk heer hees heijden hemert heusden heuvel hira
hoek hoeven hof hooft hoogeveen hoogland hoorn horst hout houten huisman hul hulst hussein ibrahim
ince islam jager jagt jama jong jonker juliana kaay kabak kamp kampen kara karim kaya keizer kempen
kerk kerkhof khan klein klerk kley knap knegt kocaman koch kock kok kolk koning konings kooi kool
koopman koper korver koster kraaij kraan kramer krol kroon kruk kuijt kuiper laan laar laarman laken
lam landman lange lau leeuw lent lier lieshout linde linden linders loenen loon loos lugt maas
mansouri manuela marin medina meer mehdi meulen mohamed mohan mol molen molenaar mooij moors mroz
mulder mulders naber ngo noordam noort obi omar ommen ooms oord oost oosterhout oostveen opdam oral
osman otte ozen pas pauw peer ploeg plomp pol pool post pot prins pronk putten raad ramos ras ree
ridder rijk rijn ring roos roosendaal rossum ruigrok ruiter safi sambo santos savas schaap schaik
schilder schipper schoenmaker schoonhoven schrijver silva slager sloot slot sluis smid snel snijder
snoek soest sow spaans spijker staal stam stan stapel steen steenbeek steenbergen sterk stolk swart
tan tang tas teke temel timmer timmerman tol toorn tudor turk ural valk valkenburg vargas veen veer
veerman velde velden velzen ven verbeeten vet vink vis visser vlieger vliet vogel vonk voogd vos
vrede vries vrolijk vroom vugt vuuren waal waals wagenaar wal wang waterman weber weerd weide werf
wever wiel wiersema wijk wilde wilk winkel winter wit witte woerden wolf woude wouden wout wulp yang
zajac zand zande zanden zanten zee zeeman zomer zonneveld zuidam zwaan zwart
`);
