// The words around names: what announces a person, what stands in a name, and what looks like a name
// but is a shop, an idiom or a place. Keys are lower case without accents.
import { packedWords } from './packed-words.ts';

/** Behind these nearly every word with a capital is a name, and many in lower case too. */
export const titles = packedWords(`
mevrouw mevr mvr mw mevouw mevrow mevruow mevrouwtje mefrouw mej mejuffrouw juffrouw juf meester meneer menneer meneeer mneer menheer mijnheer mnr dhr hr heer fam familie
echtpaar gezin weduwe weduwnaar wed dr drs ir mr ing prof pastoor pastor pater dominee ds imam zuster broeder hadj tante tant oom ome opa opoe oma nonna baba dokter dok br zr pt pte pat cl clt cte
`);

// Endings, so that "schoonzoon" and "bovenbuurvrouw" need no entry of their own.
const RELATION =
  /(?:zoon|dochter|broer|zus|moeder|vader|kind|vrouw|man|jongen|meisje|neef|nicht|vriend|vriendin|(?:zoon|broer|doch?ter|zus|neef|nich|vriend|maa)t?je|genoot|genote|partner|collega|coach|agent|zuster|kundige|arts|verpleger|therapeut|psycholoog|logopedist|vrijwillig(?:er|ster)|begeleid(?:er|ster)|verlener|werk(?:er|ster)|adviseur|mantelzorger|bewo(?:ner|onster)|conci.rge|trainer|lera(?:ar|res)|docente?|directeur|wethouder|raadslid|meester|consulente?|maker|houder|leider|monteur|manager|ondersteuner|huurder|ouder|voerder|verzorg(?:er|ster)|leid(?:er|ster)|teur|ctrice|bestuurslid|ambtenaar|advocaat|jurist|mediator|tolk|loog|waarder|diaken|eigena(?:ar|res)|kapper|kapster|chauffeur|deelne(?:mer|emster)|huisbaas)$/;
const RELATION_WORD = packedWords(
  'mama papa ma pa zwager ex verloofde baby peuter kleuter buuf buur beheerder client cliente patient patiente bestuurder secretaresse kok monteur vrijwilligers zusjes broertjes zussen broers buren leerling student studente stagiair stagiaire voorzitter secretaris portier hulp poh fysio oppas puber tiener contactpersoon aanspreekpunt cursist postbode slager weduwe weduwnaar',
);

/** Whether a name in capitals may follow this word, as in "zus Leila" or "wijkagent Dennis". */
export function isRelation(key: string): boolean {
  return RELATION_WORD.has(key) || RELATION.test(key);
}

/** Between first name and surname. */
export const prefixes = packedWords(
  "van von vd v de der den d het 't t ter ten te la le du des di da dos del della el al ben bin bint ait abu ould oulad mac mc",
);

/** Prefixes that no Dutch sentence uses, so that any word behind them is a name. */
export const foreignPrefixes = packedWords(
  "von ter 't la le du di da dos del della el ait abu ould oulad bint mac mc",
);

/** Just before a name: "heet Peter", "ene Xander". */
export const naming = packedWords(
  'heet heette ene genaamd bijgenaamd alias zekere initialen roepnaam bijnaam voornaam achternaam geheten genoemd gebroeders gebr zussen tnv tav betreft mvg groet groeten groetjes gr liefs',
);

/** Before a word with a capital that is also an ordinary word: then it is a name. */
export const nearNames = packedWords(`
zei zegt vertelde vertelt volgens aldus vroeg vraagt belde belt sprak spreekt met voor bij van aan door dat als omdat toen want is was heeft had wil kan moet namens sinds
bezocht bezoek zag hielp ontmoette kent ken mist help contact naam samen hoorde trof gaf nam haalt tussen zonder bracht hoe kwam komt ging gaat
`);

/** Things and honours named after people; the name behind them is no person of the wijk. */
export const things = packedWords(`
sint st san santa prins prinses koning koningin keizer villa huize huis stichting cafe restaurant locatie basisschool school verzorgingshuis verpleeghuis flat bar snackbar
garage kapsalon wijk buurt straat merk model project programma methode actie app storm orkaan paus heilige zorgcentrum woonzorgcentrum kinderboerderij speeltuin buurthuis
wijkcentrum hospice ziekenhuis apotheek praktijk huisartsenpraktijk bakkerij slagerij makelaar firma supermarkt kerk parochie moskee hotel winkel toko camping koor merk
gemeente dorp stad land provincie plein park heette-het eetcafe coffeeshop schip boot zorginstelling instelling buurtcentrum boek film serie liedje museum college lyceum merknaam collectief
`);

/** Verbs in the singular behind a name; "mevrouw kowalska is" against "mevrouw samen naar". */
export const finiteVerbs = packedWords(`
is was had wil wilde kan kon mag zei vertelde vroeg belde kwam ging woonde kreeg zag durfde huilde
dronk sliep eet at liep viel lag zit zat stond weigerde klaagde werd werkte hielp meldde gaf nam
bleef wachtte zorgde sprak deed betaalde verloor haalde zet reageerde opende
`);

/** Verbs that only people do, at the side of a capital that may be a plain word. */
export const humanVerbs = packedWords(`
zegt zei vertelt vertelde vraagt vroeg belt belde woont woonde durft durfde huilt huilde drinkt dronk slaapt sliep schaamt spijbelt wil wilde rookt weigert weigerde
zoekt vergeet vergat helpt hielp werkt kookt kent begrijpt snapt spreekt sprak mist meldde klaagde reageerde moest mocht kon kwam belooft beloofde heet
`);

// Ordinary words behind a title, which then stands alone: "mevrouw samen met".
const ORDINARY = packedWords(`
zeggen waren zijn hebben kunnen worden een de het en of maar dus als dat die dit deze wie wat waar
hoe toen terwijl op in uit aan bij met van voor naar door over onder tegen tot tussen zonder om te
na niet geen wel ook nog al nu dan weer steeds altijd vaak soms vandaag gisteren morgen straks later
eerst samen alleen zelf thuis boven beneden binnen buiten hier daar hierboven daarom daardoor hij
zij ze ik we wij je jij u haar hun ons mijn hem erg heel zeer veel weinig meer minder goed slecht
ziek oud jong blij boos bang moe verward alleenstaand graag liever namelijk misschien inmiddels
momenteel sindsdien zoals per via rond sinds tijdens volgens jaar jarig uur dagen weken maanden hulp
zorg huisarts buurman buurvrouw zoon dochter man vrouw kind kinderen mensen ouders familie wijk
school werk geld mevrouw meneer heer dame zo er men lang klein nieuw eigen ander andere beide elke
ieder iedere alle half hele jonge oude lieve aardige onbekende zelfstandig overleden verhuisd
gevallen opgenomen telefonisch fysiek lichamelijk psychisch sociaal pas net bijna ineens opeens
plotseling langzaam mogelijk waarschijnlijk gewoon echt helaas gelukkig even toch immers daarna
daarvoor onlangs recent vorige volgende komende afgelopen gezin echtpaar stelde leek praatte gaven
gaan komen doen laten laat maakte wonen vinden vond mooi belandde vooral slechts enkel wederom
opnieuw overdag snachts regelmatig dagelijks wekelijks zelden tweemaal nauwelijks wijkteam gemeente
krijgen nieuwe arme zieke bezoek overleg gesprek leven samenleving band hoorde schreef stierf
`);

/** Whether this is a verb or another everyday word, and so no name without its capital. */
export function isOrdinary(key: string): boolean {
  return ORDINARY.has(key) || finiteVerbs.has(key);
}

/** Written with a capital, yet neither name nor surname. */
export const capitalWords = packedWords(`
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december kerst pasen pinksteren ramadan
suikerfeest sinterklaas koningsdag nederland nederlandse nederlander belgie duitsland turkije marokko suriname polen oekraine syrie eritrea somalie spanje italie frankrijk europa afrika zweden noorwegen denemarken engeland irak iran afghanistan bulgarije roemenie hongarije kroatie servie bosnie ghana nigeria kharkiv kiev kyiv damascus aleppo asmara casablanca rabat tanger nador istanbul ankara warschau krakau paramaribo curacao aruba berlijn keulen antwerpen brussel londen parijs
milaan chili hawaii kanaan breed amsterdam rotterdam utrecht haag hague eindhoven groningen tilburg almere breda nijmegen apeldoorn haarlem arnhem enschede amersfoort zaanstad zwolle leiden dordrecht zoetermeer
maastricht delft alkmaar venlo deventer delfzijl leeuwarden hilversum gouda rijswijk wassenaar scheveningen loosduinen laak leyenburg zuid noord oost west centrum wmo ggd ggz bsn wlz
pgb digid coa ind uwv svb gp poh vng cbs rivm zorg bouw welzijn wonen thuiszorg vluchtelingenwerk kerk islam zee heils euro bv nv vof brink corona covid
turk turkse marokkaan marokkaanse pool poolse syrier syrische oekraiens oekraiense eritrese surinaamse antilliaanse hindoestaanse somalische bulgaarse roemeense afghaanse iraanse
thuis kruis samen perspectief groep team rode veilig omroep
kruidvat blokker hema jumbo lidl aldi action facebook whatsapp instagram google tiktok youtube whatsappgroep ns htm ret gvb rabobank ing abn amro
maar want dus en of toen daarna ook nog wel niet hij zij ze ik we wij het de een dit dat die er
tigrinya twi farsi dari pashto urdu somali papiaments papiamentu sranan berbers tamazight arabisch koerdisch hindi mandarijn kantonees amhaars iban nederlands
opel volkswagen audi skoda renault peugeot citroen toyota kia hyundai suzuki mazda nissan tesla fiat volvo ford bmw mercedes honda mitsubishi dacia
`);

/** Organisations and places whose name does not show what they are. */
export const institutions = packedWords(`
parnassia staedion vestia cordaan evean middin respect saffier humanitas haga stedin eneco ziggo odido vattenfall greenwheels
ymere eigenhaard stadgenoot rochdale havensteder woonbron woonstad mitros bocaal trivire mooiland haagwonen arcade duwo 
careyn zorggroep amarant amerpoort philadelphia cello dichterbij pluryn koraal trajectum novadic brijder jellinek antes arkin
altrecht dimence mediant lentis reinier emergis yulius rivierduinen mondriaan accare jeugdformaat enver pameijer exodus limor
perspektief kessler kwintes leviaan thuishaven xtra wmo kruispost dynamo combiwel civic akros versa traverse mensenwerk
welzaam palet alleato vitree nidos siza sdw menzis achmea zilveren dsw brabant zeeland limburg
drenthe friesland gelderland overijssel flevoland moerwijk ypenburg leidschenveen kijkduin escamp segbroek scheveningen transvaal
rivierenbuurt mariahoeve bezuidenhout morgenstond bouwlust vrederust waldeck houtwijk loosduinen kraayenstein rustenburg oostbroek
duindorp duinoord benoordenhout wateringse katendrecht charlois feijenoord crooswijk delfshaven bijlmer osdorp slotervaart
geuzenveld kanaleneiland overvecht zuilen ondiep facebook marktplaats thuisbezorgd 
arriva connexxion keolis qbuzz syntrus picnic flink etos trekpleister gamma praxis karwei ikea xenos kwantum wibra zeeman vomar ekoplaza cosis domesta actium lefier surplus mijzo buurtzorg amsta sensire carint tactus iriszorg fivoor icare zinzia vilente opella portaal vivare talis nijestee habion tiwos zayaz trudo resto centrada woonfriesland elkien accolade acantus mooiwerk xtra nibud movisie trimbos vilans pharos vitens liander enexis waternet dunea postnl dhl aedes rijkswaterstaat prorail kadaster unilever schiphol efteling ajax feyenoord
`);

/** Shops, symbols and idioms that hold a name. Each is blocked as a whole. */
export const famousNames: readonly string[] = `
albert heijn,albert cuyp,pim pam pet,jan linders,jan rap,jan modaal,jan splinter,jan met de pet,jan en alleman,jan klaassen,jan steen,jan soldaat,jan en jet,jan publiek,anne frank,willem ii,willem van oranje,johan cruijff,johan cruyff,richard krajicek,max havelaar,
douwe egberts,dirk van den broek,dirk van de broek,leger des heils,piet hein,michiel de ruyter,van gogh,vincent van gogh,rembrandt van rijn,karel de grote,florence nightingale,maria montessori,thomas more,ben & jerry,
jip en janneke,suske en wiske,bert en ernie,henk en ingrid,ot en sien,jut en jul,jantje beton,jantje smit,harry potter,boer koekoek,moeder teresa,moeder aarde,vader abraham,vader jacob,vrouw holle,sterre der zee,
pieter van foreest,pieter raat,pietje precies,ronald mcdonald,willem alexander,prins maurits,johan de witt,johan van oldenbarnevelt,erasmus mc,klaas vaak,zwarte piet,joost mag het weten,jan salie,jan tabak,
frans hals,jeroen bosch,albert schweitzer,martin luther king,nelson mandela,mata hari,tom poes,roodkapje,max verstappen,peter pan,jeanne d'arc,paulus de boskabouter,nicolaas beets,ome willem,tante pos,oom agent,
bakker bart,dokter bibber,dokter corrie,de ruyter hagelslag,mozes en aaronkerk,paul de leeuw,boer zoekt vrouw,de boer zoekt vrouw,linda de mol,john de mol,guus meeuwis,frans bauer,marco borsato,mark rutte,geert wilders,peter r de vries,joop den uyl,willem drees,anton pieck,dick bruna,annie schmidt,roald dahl,johan derksen,jan wolkers,jan van hoof,dirk kuijt,mies bouwman,hannie schaft,joris en de draak,robin hood,romeo en julia,adam en eva,kain en abel,david en goliath,ali baba,barbie en ken,barbapapa,mickey mouse,donald duck,opa en oma,hans en grietje,hansje en grietje,sneeuwwitje,hans worst,pietje puk,pinkeltje,nijntje,dikkie dik,buurman en buurman,sam sam,klein duimpje,dik trom,pippi langkous,assepoester,oma's pop-up,vader en moeder,dr oetker,ome jan,harry mens,bob marley,lange jan,sint jan,juliana van stolberg,maria hemelvaart,rosa parks,max planck,wim sonneveld,rob de nijs,andre hazes,andre rieu,annie m g schmidt,toon hermans,youp van t hek,herman brood,frans bauer,guus meeuwis,marco borsato,jan boezeroen,lee towers,johnny jordaan,tante leen,willy alberti,ramses shaffy,boudewijn de groot,storm eunice,bo ex,sint maarten,sint nicolaas,kees de jongen,anton pieck,john lewis,robert baden,anna paulowna,theo thijssen,titus brandsma,joris en de draak,ad hoc,sam sam,jules verne,karl marx,dick bruna,annie mg schmidt,erik de noorman,philips
`
  .split(',')
  .map((name) => name.trim());
