// First names common in the Netherlands, of all its larger groups, for the name rules of screening.
// Composed by hand and from general knowledge, completed with the first names of the locales nl and nl_BE of
// Faker 10 (MIT licence, Copyright (c) 2022-2025 Faker) and the names that four or more of its locales share; it
// is copied from no register.
// It lacks many rare names: detection is never complete. Lower case, without accents. Names that are
// words as well stand apart, because they need context.
import { packedWords } from './packed-words.ts';

/** First names that mean nothing else in Dutch; from four letters on they count in lower case too. */
export const firstNames = packedWords(`
aaf aafke aaliyah aaltje aaltsje aaron aart abbas abbie abby abdel abdelaziz abdelghani abdelhafid
abdelhak abdelhamid abdelilah abdelkader abdelkarim abdellah abdelmajid abdelouahed abdelrahman
abderrahim abderrahman abdeslam abdessamad abdi abdiaziz abdifatah abdinasir abdirahman abdirashid
abdirizak abdou abdoul abdul abdulaziz abdulhadi abdulkadir abdullah abdullahi abdulrahman abeba
abed abeer abel abigail abou aboud abrehet abshir abu achmed achraf adam adela adelina adham adhanet
adil adnan adonay adriaan adrian adriana adriano adrie adwoa afia afke afra agata agatha agnes
agnieszka agron ahlam ahlem ahmad ahmed ahmet aicha aida aiden aimee aischa aisha aissa aissatou
ajay ajmal aklilu akosua akram akua alaa alan albana albert aldert alejandra alejandro aleksander
aleksandra alessandra alessandro alessia alex alexander alexandra alexandre alexia aleyna alfons
alfred alhassan ali aliaa alice alicia alicja alida alie alin alina aline alireza alisa alissa aliya
aliyah aliye allal almaz almir alparslan alwin alya alyssa amadou amal amalia amani amanuel amar
amara amaya amel amela amelia amelie amer amin amina aminata amir amira amirhossein amit amjad amma
ammanuel amneh amra amy anahita anand anas anass anastasia anatoli anatolii anca andre andrea
andreas andreea andrei andres andries andrii andriy andrzej aneta angela angelica angelina angelique
angelo anhelina aniek anielkoemar anil anis anisa anissa anita anja anjali anke ankie ann anna
annabel anne annebel anneke annelieke annelies annelot annemarie annemiek annemieke annemijn annet
annette annie anniek annika anoradha anouar anouk anouska anske anthonie anthony antje antoine
antoinet antoinette anton antonella antoni antonia antonie antonio antoon anwar anzhela appie aras
arash arben areej arezoo ariana ariane arianne arie arif arjan arjen arkadiusz arman armand armin
arnaud arne arno arnold arnoud artan artem arthur artur aruna arwa aryan asad asadullah aseel asel
asha ashley ashraf ashwien ashwin asiya asli asma asmaa asmeret astrid asuman atakan atefeh atika
atilla attila augusto aukje ava axelle ayaan ayaanle ayan ayana ayaz aybuke ayden aydin ayfer aygun
ayham ayhan ayla aylin ayman aymane aymen aynur ayoub ayse aysegul aysel aysenur aysun ayten azad
azadeh azem azhar aziz aziza azra babacar babak babatunde babette bachir badia badr bahar bahri
bambang baraa baran barbara barend baris barry bartek barteld bartlomiej bartosz basel bashaar
bashar bashir basma bassam bassel bastiaan batoul batuhan baukje bayan bayram beata beatrice beatrix
bediha behnam behzad bekim bella benja benjamin benny benthe bentley benyamin bep berat bereket
berend berfin berhane berivan berkan berkay berna bernadet bernadette bernard bernardo bernardus
bernd bernice berry berta bertha bertie bertus besim betsy betty betul beyza bhagwan bharat bhoewan
bianca bibi bilal biniam biniyam bintou birgul bisan bisrat bjorn blazej blerim bo boaz bobbi bobbie
bodhi bogdan bogumil boguslaw bohdan bohdana bojan boris boubacar bouchaib bouchra boudewijn
boujemaa bouke boukje bouwe bowie boyan bozena bozhidar bradley brahim bram brandon branko brechje
brecht brechtje brenda brenn brent brhane brian brigit brigitte britt bruno bryan btissam budi buket
bulent burak burcu burim bushra busra cagla caglar caitlin camiel camilla camille canan caner cansu
carel carin carina carla carlijn carlo carlos carmen carola carolien carolijn carolina caroline
casper cataleya catalin catharina catherine cathy cato cecile cecilia cees celal celeste celia
celina celine cem cemal cemil cemile cemre cengiz ceren cesar ceyda ceylan cezary chafik chaima
chaimae chakib chakir chander chandra chandrika chantal chantalle charles charlie charlotte chayenne
chaymae cheikh chelsey cherif cheyenne chiara chidi chiel chinedu chioma chloe chris christa
christel christiaan christian christina christine christopher churandy cihan cindy cisca claire
clara claudia claudiu clemens clyde coba coen coenraad colin collin conny constantin cora coralie
corien corina corine corinne corne cornelia cornelie cornelis corrie corry coskun cosmin cristian
cristina cynthia czeslaw czeslawa daan daantje dafina daley dalia dalibor dalila damian damiano
damin damla dana dani daniel daniela daniella danielle danilo danique daniyal danny dante danuta
daphne daria dario dariush dariusz darko darya daryna dave davey david davina davoud davy dawid
dawit dayen debbie debora deborah deepak defne dejan delal delano delia demet denis denise deniz
dennis denys denzel deqa dersim derya desbele desi desiree desislava destiny devin dewanand dewi
dewkoemar dharm dharma diana diane dick diede diederik diego dieke dieter dieuwertje dieuwke dilan
dilara dilek dilovan dima dimitar dimitri dina dinand dini dinie dirkje diyar djaikoemar djamel
djamila djanki djayden djenna djoeke djordje djurre dlovan dmitri dmitry dmytro doetie dolores
domenico dominic dominik dominika dominique dondu donny dorde dorian dorien dorin dorine doris
dorota dorotea dorothea dounia doutzen douwe dragan dragana driss drissia drita driton dropati duco
dumitru dunya duuk duygu dwight dylan dylano dyonne ebrahim ebru ebubekir ece ed eda eddie eddy
edgar edin edina edison edith edmund eduard eduardo edward edwin edyta eef eefje eefke eelco eelke
eelkje eeltsje efe efrem egbert ege egemen ehsan ekaterina ekrem ela eleanor elena eleonora elham
elhassan eliana elias elif elijah elin elina eline elisa elisabeth elise eliza elizabeth elize ella
ellemieke ellen ellert ellis elly elma elmas elmer elodie elsa elsbeth else elvedin elvin elvira
elvis elwira elyas elynn elzbieta elzemiek eman emanuel emeka emel emiel emil emile emilia emilie
emilio emily emin emina emine emirhan emma emmanuel emmy emrah emre endang enes engin enrico ensar
enver enzo eray ercan erdal erdem erdogan erhan eric erica erik erika erkan ermias ernest erol ersin
erwin esma esmee esmeralda esperanza esra esseline esteban esther ethan etienne eugene eugenia
eugenie evelien eveline evelyn evert evi evie evy ewa ewelina ewout eyasu eymen eyup fabian fabienne
fabio fabiola fabrizio fadi fadia fadila fadimana fadime fadma fadoua faduma fadumo fahim fahima
fahri fahrudin faical faisal faiza famke fanta faouzi farah faranak fardau fares farhad farhiya
fariba farid farida faris farooq farouk farshad farshid fartun farzad farzaneh fatema fatemeh fatih
fatiha fatima fatimazahra fatma fatmir fatna fatou fatoumata fayen fayenne fayez fedde federica
federico fedor feike felicia feline felix feliz femi femke fenna fenne feras ferdi ferdinand
fereshteh ferhat feride fernanda fernando ferozan ferre fettah feven fidan fieke fien fiene fientje
figen fikret filimon filip filippo filiz filmon filomena filou finley finn finnley firat firdaous
firehiwot fisnik fitsum fiyori fleurtje floortje flore florentina florian florin florine floris
floyd flynn foekje fokke folake folkert fouad fouzia fowsia fowsiyo francesca francesco francis
francisca francisco franciscus franciszek frans fred freddy frederic frederik frederika frederique
freek freerk frenkie freweini freya frida frits froukje fuat funda furkan gabi gabriel gabriela
gabriella gabrielle gaitrie galina gamze ganesh gaspar gebre gebremeskel geert geertje geertruida
geeta genowefa george georgeta georgi georgiana gerald gerard gerarda gerardus gerben gerbrich gerda
gerhard gerlof germen gerrie gerrit gerry gert gertjan gertrude gezim ghada ghaith ghassan ghazaleh
gheorghe ghina ghirmay ghizlane ghulam gian gianluca gianni gideon giel gieta gijs gijsbert gilbert
giliano gilles gilmar gina ginger gino gioia giorgio giovanca giovanni giovanny girigorio girish
girmay gita giulia giuseppe gizem gladys glenn goitom gokhan golnaz gonny gonul gonzalo goran
gordana gosia gosse govert grazyna greet greetje greta grietje grzegorz guido guillermo gulalai
gulay gulbahar gulcan guled guler gulizar gullu gulsah gulsen gulsum gulten gustavo guus guusje gwen
gwendolyn haaije haben habib habiba habibe habibullah habtom hacer hachem hadeel hadi hafid hafida
hafsa hagos haifa hailey haitham hajar hakan hakim hakima hala halid halil halima halime halimo
halina haluk halyna hamed hamid hamida hamide hamidreza hamidullah hamit hamiyet hamou hamza han
hanaa hanae hanan hanane handan hande haneen hanife hanin hanka hanna hannah hanne hanneke hannes
hansje harald hardeo harm harmen harold harrie harriet harrinarain harry harun harvey hasan hasiba
hasna hasret hassan hatice hatim hava havva hawa haya hayat haydar hayley hazem heba hedwig hedy
hein heintje hekmat hekmatullah heleen helena helene helga helmut hemant hendrik hendrika hendrikus
henk henkie hennie henny henok henri henriette henrik henry henryk hensley herbert herman hermien
hermine hermon hessel hester hette hetty hevin hiba hibaq hicham hidaya hidayet hidde hieke hielke
hilal hilbert hilda hilde hiltje hind hinke hisham hiwa hiwot hoa hoda hodan hogir homa honorata
hoodo hossein houda houria houssam hristo hubert hubertus huda hugo hui huib hulya humbert humphrey
huong husam husamettin husein huseyin husna husniye hussam hussein huub huy ibrahim ibrahima ibtisam
ibtissam ida idil idris idrissa idske ifrah ignacio igor ihor ihsan ikbal ikram ikrame ilay ilayda
ilhaan ilham ilhan ilias ilie iliya ilja ilkay ilker ilknur ilona ilse ilya ilyas ilyass imad iman
imane imani imke imran ina inara inas inaya inci indira indra ineke ines inez inge ingeborg ingmar
ingrid inna intissar ioan ioana ion ionel ionela ionut irem irena irene ireneusz irfan irina irma
irvin iryna isaac isabeau isabel isabella isabelle isaiah isaias isayas ismael ismahan ismahane
ismail ismet isolde israa issa iulia iuliana ivan ivana ivanna ivaylo ivo ivonne iwan iwona iyad
izabela jaantje jaapie jacco jacek jacintha jackie jacky jaco jacob jacoba jacobje jacobus jacomijn
jacqueline jacques jadwiga jadzia jaelynn jagdies jagdish jailey jaimey jaimy jair jairam jairo
jairzinho jaivey jakob jakub jalal jalou jama jamal james jamie jamil jamila jamiro jamshid jana
jandino janet janina janine janita janna janne janneke jannes jannetje jannie janny jantien jantina
jantine jantje janusz jaouad japie jarek jarne jarno jaroslaw jasmin jasmina jasmine jason jasper
jaswant javad javier jawad jawid jaxon jay jayce jayda jayden jaydon jaylano jaylen jaylinn jayson
jayvano jayven jazzlyn jazzlynn jeandro jeanet jeanette jeanine jeanne jeannette jeff jeffrey jefta
jelena jelka jelle jelmar jelmer jelte jenna jenneke jennie jennifer jenny jens jente jeppe jeremiah
jermaine jeroen jerome jerry jerryson jerzy jesper jesse jesseca jessica jessie jesslyn jesslynn
jessy jetske jette jidde jihane jikke jildau jim jimmy jing jinte jinthe jip jitske jiyan jo joachim
joan joana joanna joanne joanneke joao joaquim jobke jocelyn jochem jochen jodie jody joelle joep
joeri joey johan johanna johannes john johnny jola jolanda jolande jolanta jolie jolien jolijn
jolina joline jona jonah jonas jonathan joni jonna joop joos joosje joost jopie jordi jordy joren
jorg jorge jorik joris jorn jorrit jort jos jose josefien josefine joseph josephine joshua josien
josine josje josta jouad jouke joumana jovan joyce jozef jozien juancho juanita judit judith julan
jule jules julia julian juliana julie julien juliette julio juliska julius junayd jurandy jurensley
jurgen jurjen jurre jurriaan jurrian justin justine justyna jutta kaat kacper kadija kadir kadriye
kai kalina kamal kamel kamil kamila kamla kamran kaoutar karam karel karen karim karima karin karina
karl karla karlijn karol karolien karolina karoline karst karwan karzan kasia kasper katarina
katarzyna katayoun kate kateryna katharina kathleen kathy katinka katja katrien katrijn katy katya
kauthar kaveh kavita kawtar kay kaya kayden kaylee kayleigh kazimierz kbrom keano keanu kees keesie
keesje kelly kelvin kemal kenan kenji kenneth kenny kenrick kensi kenza kenzo kerem kerim ketut
kevin keyvan kezban khadija khadra khaled khalid khalida khalifa khalil khaoula khatera khrystyna
kiara kibrom kidane kiki kilian kimberley kimberly kinan kinga kira kiran kirsten kisanet kishan
kitty kjeld klaartje klaas klaasjan klara klaske klaudia klazien klazina koenraad kofi kojo konrad
koray kornelia kourosh krasimir krijn krishna krista kristel kristian kristien kristin kristina
kristiyan kristof krystian krystyna krzysiek krzysztof ksenia kseniia kseniya kubra kujtim kumari
kwabena kwadwo kwaku kwame kwasi kyan kyano kyara kylian kyra kyrylo lahcen laila laith lakhan
lakshmi laleh lalita lamar lambert lamia lamine lammert lamya lamyae lana lara larbi larisa larissa
lars larysa lasse lata latif latifa latifullah laura laure lauren laurentiu laurie lavinia layan
layla lea leander lech leela leendert leila leili lein lena lenie lenn lenne lennert lennon lennox
leny leo leon leona leonard leonardo leonie leontien leontine leopold leroy lesia lesya leszek
letebrhan leticia levent levi lexi lexie leyla lia liam liana lianne liban lidewij lidia lidwien
lieke lien liene lieneke liesbet liesbeth lieselot lieselotte lieuwe lieve lieze ligia lilia lilian
liliana lilly lilou lily lina linda lindsay lindsey lineke linh linne lisa lisanne liselot liselotte
lisette liudmila liudmyla livia livio liviu liyam liyana liza lize lizz lizzy ljiljana ljubica lloyd
lodewijk loeki loes logan lola lolkje lonneke lorena lorenzo loretta lorin lotte loua louay loubna
louie louis louisa louise loukmane lourdes lourens louw lova lowena lowie luan luana lubna luc luca
lucas lucia lucian luciano lucie lucien lucienne lucrecia lucy lucyna ludmila ludmilla ludwien luigi
luigina luis luisa lujain luka lukas lukasz lulzim luminita luna lutske luuk luus luwam lyanne lydia
lynette lyubomir lyubov lyudmyla maaike maarten maartje machiel machteld maciej maciek madalina
maddox madelon madhoe maen maeve magda magdalena magnus maha mahad mahadew mahbouba mahdi maher
mahesh mahin mahinder mahir mahmood mahmoud mahmut mahnaz mahsa maika maikel maisa maja majd majda
majid makbule maksim maksym malak malalai malgorzata maliheh malik malika malou malti malwina
mamadou manal manar mandana mandy manfred mangal manish manisha manoah manoj manolo manon mansour
mansoureh manuel manuela manus marah maram marc marcel marcela marcella marcin marco marcos marcus
marek marga margaret margareta margaretha margarida margaux margje margo margot margreet margriet
margryt marharyta maria mariam mariama marian mariana marianna marianne marie marieke mariel
marielle mariet marietje mariette mariia marije marijke marijn marijne marinda marinela marinka
marinus mario mariola marion marisa mariska marisol marit marita maritza marius mariusz mariya marja
marjan marjet marjo marjolein marjolijn marjon marko marleen marlena marlene marley marlie marlies
marlijn marlin marloes marlon marlou marlous marly maroua marouan marouane marretje marrit marsha
marta martha marthe martijn martin martina martine martyna maruschka marvin marwa marwan maryam
maryan marylou maryna marzena marzieh mascha masood masooda masoud masoumeh massimo mateo mateusz
mathias mathieu mathijs mathilde mathis matilda matilde matteo matthew matthias matthieu matthijs
maud maureen maurice mauricio maurits maurizio mauro maxime maximiliaan maximilian mayra maysa
maysaa mayson mbarek mbarka medhanie medine megan meghan mehdi mehmet mehran mehrdad mehretab
mehrnaz meike meindert mekonnen melahat melania melanie melchior melek meliha melike melina melisa
melissa melle meltem melvin memet menno meral merhawi meriam meriem merijn merle merlijn meron
mersiha mert merve meryem mesut metehan metin mette mevlut mewael meyra micah micha michael michaela
michaele michal michalina michel michele michelle michiel mieczyslaw mieke mieneke mient mientje
miesje migdalia miguel mihaela mihai mihriban mijntje mika mikal mike mikhail mikias mikki mikolaj
milagros milan milana milano mildred milena miles miley milica milly milo milorad milos milou
milouda mimoun mimount ming minh minke mira miran miranda miray mircea mireille mirela mirella
mirelle miriam mirjam mirjana mirko miroslaw miroslawa mirsad mirthe mirwais mirza mischa mitch
mladen moaad moataz modou mohamad mohamadi mohamed mohammad mohammed mohamud mohana mohanad mohand
mohannad mohsen mohsin mojgan mojtaba mokhtar mona monica moniek monika monique monir morris morteza
mostafa motaz mouad moulay mouna mounaim mounia mounir mourad moussa moustafa mozes muammer muhammad
muhammed muhammet muhannad muharem muharrem muhittin mujib mukaddes mukesh muna munir munira murat
muriel musa mussie mustafa mustapha mutlu muzaffer mykhailo mykola mylan myra myriam myrna myron
myroslava myrthe nabil nabila nadezhda nadia nadiia nadim nadine nadire nafiye nahid nahom naim
naima naime najat najib najibullah najim najla najma najwa nancy nanne naomi naoual naoufal naoufel
narain narges narinder naser nasim nasir nasira nasr nasra nasrin nasrullah nasser nassim nasteexo
nasteho nastya natalia natalie nataliia natalya natan natasa natascha natasha natasja nathalie
nathan nathasja natnael navid nawal nawar nawel nawid nazan nazanin nazar nazdar nazife nazli
nazmiye nebojsa necati necla necmiye nedim nedzad neeltje negar negassi negin neleke nelis nelito
nell nelleke nellie nelly nelson nemanja nena nenad nermeen nermin nermina neslihan nesrin nettie
nevena nevin nevzat nexhmije nezha ngozi nguyet nicky nico nicola nicolaas nicolae nicolas nicole
nicoleta nicolette nicoline nida nidal niek niels niene nienke nigel nihat nikita nikki nikkie
nikodem nikola nikolaas nikolai nikolay nilgun niloofar niloufar nilufer nimco nina nino ninthe
nirmala nisa nisreen nisrin nisrine nizar nnamdi nneka noah noami noella noelle noemi nolan noor
noortje noorullah nooshin nora norah norbert norberto nordin norwin noud nour noura nourdin
noureddin noureddine nouri nouria novan nur nura nuran nuray nurcan nurgul nurhan nuri nuriye nursel
nurten nynke oana obada obaida obinna octavian oda odette oemesh ofelia oguz oguzhan okan oksana
oktay ola oleg oleh olek oleksandr oleksandra oleksii oleksiy olena olga olha oliver olivia olivier
oliwia oliwier oluwaseun omaima omar omayma omid omwatie onno onur orest orhan orlando osama oscar
oskar osman ostap oswin otilia otis otmar ouafa oualid ouarda ouassim ouassima oumaima oumar oumayra
ousmane oussama ovidiu ozan ozcan ozge ozgur ozlem pablo padma pakize palwasha pam pamela paola
paolo parbati parisa parvaneh parvin parviz parwana pascal patricia patrick patries patrique
patrycja patryk pauke paul paula paulien paulina pauline paulo paulus pauwel pavel pavlo pawel payam
pedram pedro peggy pelin pelle penelope pepijn percy permanand peshang petar petra petro petronella
petru petrus peyman phileine philine philou phuong piebe pien pierre pieter pieterjan pietje pietro
pilar pim pinar piotr pippa plamen pleun pleuni pleuntje polat polina pouya pradeep pradiep prakash
predrag premchand priscilla priya przemek przemyslaw puja pytsje qasim qendrim qiang quang
qudratullah quincy quinn quinsy quint quinten quinty quirijn qusai qusay rabia rachel rachid rachida
radek radha radia radj radjen radjes radjinder radka radmila radoslav radoslaw radouan radouane radu
raed rafael rafal rafik raghad rahaf rahel rahim rahma rahmatullah rahmi rahwa raimond raj rajae
rajendra rajesh rajinder rajiv rajkoemar rakesh ralf ralph raluca rama ramazan ramesh rami ramin
ramiz ramkoemar ramon ramona randy rani rania ranim raniya ranjan ranjana ranko raoul raphael raquel
rasha rashed rashid rashida rasim ratna rauf raul ravi rawan rayan rayane rayen raygen raymond razan
razvan rebeca rebecca rebeka rebekka rebwar recep redouan redouane reem reena refik refika regina
reginald reina reinder reinier reinou reinout remco remi remko remy remziye renata renate rene renee
rens renske renzo reshma revi reyhaneh reza rezan riad rianne rica ricardo riccardo richard rick
ricky rida ridouan ridvan rieke riekie rieneke rienk rienus rietje rignald rigoberto rika riley rima
rina rini rinie rinke rinse rinske rinus riny rishi rishie rita ritske rizgar roaa robbe robbert
robbie robel robert roberta roberto robertus rocco rocio roderick rodica rodney rodrigo roebina roel
roeland roelie roelien roelof roger rogier rohan rohit rojda rojhat rojin roksolana rokus rola
roland rolf romana romee romy ron ronahi ronald ronja ronnie ronny roosmarijn rosalie rosanne
rosario rosemarie roshan roshni roshnie rosie rosita rositsa roswitha roxana roxanna roxanne roy
roya rozerin ruba ruben rudi rudie rudolf rudolfo rudsel rudsella rudy rui rukiye rumen ruqaya
ruslan ruslana rutger ruth ruthie ruthmila ruthsella ruud ruurd ryan ryszard saad saadet saadia
saartje saba sabah sabahat sabaheta sabera sabiha sabina sabine sabir sabri sabrina sacdiyo sadik
saeed saeid safa safaa safae safia safiya safiye safouan safouane sagal sahar sahra said saida
saifullah sakina sakine salah salaheddine saleem saleh salem salih saliha salim salima salma salman
salome saloua salvador salvatore salwa sam saman samaneh samantha samar samer sami samia samiel
samir samira samiullah sammie samrawit samuel sana sanaa sanae sanaz sander sandhia sandjai sandra
sanela saniye sanja sanjay sanjiv sanna sanne sannie santiago santoesh santosh sara sarah sarina
sarita sarwan sascha sasha saskia satish satyam savitri savitrie sayed saynab scottie sead sebahat
sebas sebastiaan sebastian seda sedat sefa seher sekou selahattin selam selamawit selami selcan
selcuk selda selena selihom selim selin selina selma selman semere semhal semhar semih semiha semir
semra senad senada senait senay senem sener senna senne senol sepideh seppe serap sercan serdar
sergei sergey sergio sergiu serhad serhat serhii serhiy serife serkan serpil servaas sevda sevgi
sevil sevim seydou seyit seyma shaam shabana shabnam shadi shadia shafiq shafiqullah shahd shahed
shahin shahla shahram shailesh shaima shaimae shairon shamira shams shanaya shane shania shannon
shanta shanti shaquille sharda shareeza sharella sharifullah sharlon sharmila sharona sheila shekiba
sherwin sherzad shewit shilan shirin shirley shirvin shirwan shiva shivani shpresa shudeska shukri
shukria shurandy shwan siamak siavash sibel sidney sidra siebe siebren siem siemen sien sienna
sientje siepie sierd siert sieta sietse sietske sigrid siham sijbren sijmen sijtje sil silas silke
silvan silvana silvia silvie silvio silviu simin simon simona simone simret sina sinan sinem sipke
sirwan siti sjaak sjaan sjakie sjanie sjannie sjanti sjef sjoerd sjoerdtje sjoert sjon sjors sjoukje
skelte skye slavica slavko slawek slawomir slobodan slobodanka snezana soekh soeniel soenil soenita
soeradj soerin soerjkoemar soeshila sofia sofian sofiane sofie sofiia sohaib soheil soheila soledad
solomiia solomiya solomon sonali songul sonia sonja sophia sophie soran soraya sorin sorina soroush
sorya souad soufian soufiane souhaila soukaina souleymane soumaya soumia sozan stan stanislav
stanislava stanislaw stanley stef stefan stefania stefanie stefano stella stepan stephan stephanie
stephany stephen steve steven stien stieneke stijn stijntje stojan stoyan suada suat sude suhair
suheyla sukarno sukhdev sukran sukru sulaika suleyman sultana sumaya sumeyra sumeyye sunil sunita
suresh sureyya surinder suriya susan susana susanna susanne sushila sushma suus suzan suzanna
suzanne suze sven svenja sverre svetla svetlana svetozar svitlana sweder swinda sybren sybrich
sylvana sylvester sylvia sylvie sylwia sytske szymon tadese tadesse tadeusz taeke taha tahereh tahir
tahsin taim talal talha talia tamar tamara tamer tamim tamira taner tanja tanju tanya taoufik tara
taras tarek tareq tarik tariq tarkan tasneem tatiana tatjana tatyana tayeb tayfun taylan teake ted
teddy tedros teije tekie tekle teklit telma temesgen temesghen teodora teresa tesfalem tesfay
tesfaye tesfazghi tess tessa tessel tetiana tetsje tetyana teun teunis teuntje tewelde thaer thanh
thao thea theo theodoor theodora theresa therese theresia thessa thiago thibo thije thijmen thijn
thijs thimo thirza thomas thuy tieme tiemen ties tiete tijl tijmen tijn tijs tilly tim timo timon
timothy timur tina tineke tinie tinike tinus tiny tirhas tirza titia tiziana tjalling tjarko tjeerd
tjeerdtje tjerk tjibbe tjitske tobias tobin toby todor toine tolga tom tomas tomasz tomek tommaso
tommie tommy ton tonia tonnie tonny toos toosje tooske touria trang trientsje trijn trijnie trijntje
tristan trudie trudy truida truus truusje tsegay tsehay tsige tsvetan tsvetelina tuan tudor tugba
tugce tulay tulin tuncay tunde turan turgay turgut tuyet tycho tygo tyler tymon tyrone uche ufuk ugo
ugur uilke ulku ultsje uma umar umit ummugulsum ummuhan umut ursela ursula urszula urvin usama usha
vadym vahid vahide vahit valentin valentina valentine valentino valentyna valeria valerie valeriia
valesca valmira valon vanessa varsha varun vasil vasile vasyl vedat veerle veli vera veronica
veronika veronique veselin vesna vicente victor victoria vida vidya viet vieve vigo vijay vikash
vikram viktor viktoria viktoriia viktoriya vildan vinay vince vincent vincenzo vinh vinod
vinodkoemar violeta viorel viorica vira virendra viresh virgillio vishal vishwa vitali vitalii
vitaliia vitaliy vito vitor vivian vivianne vivien vivienne viyan vjosa vlad vladimir vladislav
vlado vlatko volkan volodymyr wael wafa wafaa wafae wahid wahida wahidullah wahyu wais walaa
waldemar walid walter wanda wander wannes ward warda warner warre warsame wasim wassim watse wazhma
weldu welmoed wendell wendy werner weronika wesley wessel wiam widad wiebe wiebren wieke wiesje
wieslaw wieslawa wietse wietske wijbren wijnand wiktor wiktoria wilbert wilbur wilco wilfred
wilfried wilhelm wilhelmina wilhelmus wilke willeke willem willemien willemijn willemina william
willie willy wilma wilna wilrik wimpie winifred winny winston winta wiola wioletta wiresh wissam
witold wladyslaw wlodzimierz wojciech wojtek wout wouter wubbo wybren wytse wytske xaawo xamdi
xander xandra xavier xiao xiomara xuan yaa yafet yagmur yahya yakup yaman yamina yana yandro yannick
yanti yara yarah yaren yaroslav yaroslava yasaman yasar yasemin yaser yasin yasir yasmin yasmina
yasmine yassin yassine yassir yavuz yaw yazan yeabsra yelena yeliz yemane yente yenthe yesenia yesim
yeter yevgenia yevhen yevheniia yfke yigit yilmaz yinthe ymke ymkje yodit yoeri yohannes yolanda
yolande yolanthe yonas yoran yordan yordanos yorick yosief younes youness younis youri yousef yousra
youssef youssra ypkje ytsje yulia yuliia yunus yuri yurii yuriy yusra yusuf yvet yvette yvo yvonne
zabihullah zafer zaher zahid zahra zaid zaida zainab zakaria zakariae zakariya zaki zakia zamzam
zana zara zarghona zarifa zarmina zaynab zbigniew zbyszek zdenka zdravko zdzislaw zdzislawa zebib
zef zeger zehra zein zeina zeinab zekarias zekeriya zeki zekiye zeliha zeljko zena zenon zeray
zeynab zeyneb zeynel zeynep zhanna zhivko zia ziad zilan zinar zineb zita ziyad zlata zlatan zlatko
zoe zoey zofia zohair zohra zohreh zoran zoriana zorica zosia zoubida zouhair zoya zozan zubeyde
zuhair zuhal zulaika zulaikha zulemaika zuleyha zulfiye zumra zuzanna zwaantje zwanet zygmunt
`);

/** First names that are a word in lower case, but a person when written with a capital. */
export const capitalFirstNames = packedWords(`
aafje abe abraham adel adem adri afua ahed akke alia alma ama amanda amine ana ans arda arend aron
arta arya arzu asen aurelia awet axel aya bara bart beau bente bert berthe besa bilge bob bobby bodi
carl cas coco daisy davi dean demi derk dex dexx diaa dien dion doaa dolf done donna dries dua durk
ecem eli elle emir eren erna ernst eva evan eyad eyob ezra faith faya faye febe femm feng ferry fiep
fleur foss fran fynn gaia ger gido gigi gloria goof grace gre hanh hani hans hawo helen helma hewa
hira ian ihab ilir imme isa isra ivar ivis ize izzy jaap jace jack jada jake jan jane jara jari javi
jaxx jef jill jimi joah joas joe joel joes joke jop josh joud joy joya juan jula juna jur juul jwan
kaan kaatje kaj kato ken kian kim klaasje koen koos kurt leah leen leif leni lev levy lex lidy lies
ling linn lise liv liva liya liz loek loet lois lore lori lorraine lou luam luke lute lwam lyam lynn
macy madelief mads manu marina mary mats matz maxim maya mazen mees mels mia mick miel miep mik mila
mina mirre mirte mitra mo mulu myla mylo naji naud naz neda neel nel nela nestor nika nila nils nima
nimo noa noam noan noel nola nomi nout nowi oane odai oene okke olaf olav omer oona otto owen peter
pia pietsje pip pola raf raff rana rein remt resi ria rico rien ries riet riff rik riv rkia roan rob
robin romeo rosa rosalinde rowan roxy rula ruta sacha sare sari savi seb sef seff sem sema senn sep
sepp serge seth sev sharon siep sije sjonnie stans sten suha suna swen sybe thom tibbe tibo toke
tuba tuur twan ubah valentijn vic viggo vik vinz wes wies wim xavi xem yael yde yme youp yuna yves
zain zayd zayn zeyd zhen ziva zuza
`);

/** Also a month, a plant, a shop, a town or a common word: only next to a title, relation or surname. */
export const ambiguousFirstNames = packedWords(`
aad ad ada amber an angel aster aurora bao bas beer ben bloem boas boet boy bruce chase co cor dax
deen dik dino dirk don dora eden els faas fay fee fem fie flip floor flora florence fons fos frank
gel georgia guust haas hamdi har hen hil hope ien indy iris israel ivy jackson jade jasmijn jean jet
jihad job jordan jorden jun june jut kader kawa keet kick kobe kofi lander laurens lee lelie lente
lewis linde lot lotus maas maes mara maren mark mart mason max medina mei melody merel mex mick
midas mien mies mimoza mink mohan moos nadir nick nova novi odin pearl philip pier piet puck puk
ramadan rijk rim roman roos rose rover ruby rune saar scott sky soof sri star steef sterre storm
sultan sus sydney taco toon trees triene trui valk viola virginia vos wen wende wil willow wolf
zomer zonne
`);
