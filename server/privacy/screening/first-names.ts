// First names common in the Netherlands, of all its larger groups, for the name rules of screening.
// We composed the list ourselves, by hand and from general knowledge; it is copied from no register.
// It lacks many rare names: detection is never complete. Lower case, without accents. Names that are
// words as well stand apart, because they need context.
import { packedWords } from './packed-words.ts';

/** First names that mean nothing else in Dutch; from four letters on they count in lower case too. */
export const firstNames = packedWords(`
aaf aafke aaliyah aaltje aaron aart abbas abbie abby abdel abdelaziz abdelhak abdelhamid abdelkader
abdelkarim abdellah abdelmajid abdeslam abdi abdifatah abdirahman abdou abdoul abdul abdulaziz
abdulkadir abdullah abdullahi abdulrahman abeba abed abeer abel abigail abou abshir abu achmed
achraf adam adelina adil adnan adriaan adrian adriana adriano adrie afia afke afra agata agatha
agnes agnieszka ahlam ahmad ahmed ahmet aicha aida aiden aischa aisha aissa aissatou ajay ajmal
akosua akram akua alaa alan albert alejandra alejandro aleksander aleksandra alessandra alessandro
alessia alex alexander alexandra alexia alfons alfred alhassan ali alice alicja alida alie alin
alina aline alisa alissa aliya aliyah allal almaz almir alwin alya amadou amal amalia amani amar
amara amaya amel amela amelia amelie amer amin amina aminata amir amira amit amma amra amy anand
anas anass anastasia anatoli anca andre andrea andreas andreea andrei andres andries andriy andrzej
aneta angela angelica angelina angelique aniek anil anis anisa anissa anita anja anjali anke ankie
ann anna annabel anne annebel anneke annelieke annelies annelot annemarie annemiek annemieke
annemijn annet annette annie anniek annika anouar anouk anouska anthonie anthony antje antoine
antoinet antoinette anton antonella antonia antonie antonio antoon anwar aras arash ariana ariane
arianne arie arif arjan arjen arkadiusz arman armand armin arnaud arne arno arnold arnoud artan
artem arthur artur aruna arwa asad asadullah asel asha ashley ashraf ashwin asiya asli asma asmaa
astrid atika atilla attila augusto aukje ava ayaan ayaanle ayan ayana ayaz aydin ayham ayhan ayla
aylin ayman aymen aynur ayoub ayse aysegul aysel aysenur ayten azad azadeh azem azhar aziz aziza
azra babak babatunde bachir badr bahar bambang baran barbara barend baris barry bartek barteld
bartlomiej bartosz basel bashaar bashar bashir basma bassam bassel bastiaan batuhan bayan beata
beatrix behnam behzad bekim bella benny benthe bep berat bereket berend berfin berivan berkan berkay
bernadet bernadette bernard bernardus bernd bernice berry bertha bertie bertus besim betsy betty
betul beyza bharat bianca bibi bilal biniam bintou birgul bjorn blazej blerim bo boaz bodhi bogdan
bohdan bojan boris boubacar bouchra boudewijn boukje bozena brahim bram brandon branko brechje
brecht brenda brent brian brigit brigitte britt bruno bryan budi buket bulent burak burcu busra
cagla caitlin camiel camille canan caner cansu carel carin carina carla carlijn carlo carlos carmen
carola carolien carolijn caroline casper catalin catharina catherine cathy cato cecile cecilia cees
celeste celina celine cem cemal cemil cemile cemre ceren ceyda ceylan cezary chafik chaima chaimae
chakir chander chandra chantal charles charlie charlotte chaymae cheikh cherif chiara chidi chiel
chioma chloe chris christa christel christiaan christian christina christine christopher churandy
cihan cindy cisca claire clara claudia claudiu clemens clyde coba coen coenraad conny constantin
cora coralie corien corina corine corinne corne cornelia cornelie cornelis corrie corry cosmin
cristian cristina cynthia czeslaw daan daantje dalia dalibor dalila damian damla dana dani daniel
daniela daniella danielle daniyal danny dante danuta daphne daria dariush dariusz darko darya daryna
dave davey david davina davy dawid dawit debbie debora deborah deepak defne dejan denise deniz
dennis denys deqa derya desi desiree desislava destiny dewi dharma diana diane dick diede diederik
diego dieuwertje dieuwke dilan dilara dilek dima dimitar dimitri dina dinand dini dinie dirkje diyar
djamel djamila djenna dmitri dmitry dmytro dolores domenico dominik dominika dominique donny dorian
dorien dorine doris dorota dorothea dounia doutzen douwe dragan driss drita duco dumitru dunya duuk
duygu dwight dylan ebru ece ed eda eddie edgar edin edina edison edith edmund eduard edward edwin
edyta eef eefje eefke eelco eelke efe ege ekaterina ekrem ela eleanor elena eleonora elham eliana
elias elif elijah elin elina eline elisa elisabeth elise eliza elizabeth ella ellemieke ellen ellis
elly elma elsa elsbeth else elvedin elvin elvira elvis elwira elyas elzbieta eman emeka emel emiel
emil emile emilie emily emin emina emine emirhan emma emmanuel emmy emrah emre endang enes engin
enrico enver enzo eray ercan erdal erdem erdogan erhan eric erik erika erkan ermias ernest erol
ersin erwin esma esmee esmeralda esperanza esra esseline esteban esther ethan etienne eugene eugenia
eugenie evelien eveline evelyn evert evi evie evy ewa ewelina eyup fabian fabienne fabio fabrizio
fadi fadila fadoua faduma fadumo fahim fahima faisal faiza famke fanta faouzi farah fares farhad
fariba farid farida faris farooq farouk farshad fartun farzad farzaneh fatemeh fatih fatiha fatima
fatimazahra fatma fatmir fatna fatou fatoumata fayenne fayez fedde federica federico fedor felicia
feline felix feliz femi femke fenna fenne feras ferdi ferdinand ferhat feride fernanda fernando
ferozan fieke fien fiene fientje fikret filip filippo filiz filmon filomena finn firat firdaous
fleurtje floortje florentina florian florin florine floris floyd fokke folake folkert fouad fouzia
fowsia francesca francesco francis francisca francisco franciscus franciszek frans fred freddy
frederik frederika frederique freek freerk freweini freya froukje fuat funda furkan gabi gabriel
gabriela gabriella gabrielle galina gamze ganesh geert geertje geertruida george georgi georgiana
gerald gerard gerarda gerardus gerben gerda gerhard gerrie gerrit gerry gert gertjan gertrude ghaith
ghassan ghirmay ghizlane gian gianluca gianni gideon giel gijs gijsbert gilbert gina gino giorgio
giovanca giovanni girish gita giulia giuseppe gizem gladys glenn gokhan gonny gonzalo goran gordana
grazyna greet greetje greta grietje grzegorz guido guillermo gulay gulcan guled guler gulsah gulsen
gulsum gulten guus guusje gwen gwendolyn habib habiba habibullah habtom hacer hachem hadi hafid
hafida hafsa haifa hailey hajar hakan hakim hakima hala halid halil halima halime halimo halina
halyna hamed hamid hamida hamit hamza han hanaa hanan hanane hande haneen hanife hanna hannah hanne
hanneke hansje harald harm harmen harold harrie harriet harry harun hasan hasiba hasna hassan hatice
hatim hava hawa haya hayat haydar heba hedwig hedy hein heintje hekmatullah heleen helena helene
helga helmut hendrika hendrikus henkie hennie henny henri henriette henrik henryk herbert herman
hermien hermine hessel hester hetty hevin hiba hicham hidde hielke hilal hilbert hilda hilde hind
hisham hiwa hiwot hoa hoda hodan homa honorata hossein houda houria houssam hristo hubert hubertus
huda hugo hui huib hulya humbert humphrey huong husam husein huseyin husna hussam hussein huub huy
ibrahim ibrahima ibtissam ida idil idris ifrah ignacio igor ihor ihsan ikram ikrame ilay ilayda
ilhaan ilham ilhan ilias ilie ilja ilker ilknur ilona ilse ilya ilyas ilyass imad iman imane imani
imke imran ina inas inaya inci indira indra ineke ines inez inge ingeborg ingmar ingrid inna
intissar ioan ioana ion ionel ionut irem irena irene irfan irina irma iryna isaac isabel isabella
isabelle isayas ismael ismail ismet israa issa iulia iuliana ivan ivana ivanna ivaylo ivo ivonne
iwan iwona iyad izabela jaantje jaapie jacco jacek jackie jaco jacob jacoba jacobus jacomijn
jacqueline jacques jadwiga jagdish jair jakob jakub jalal jama jamal james jamie jamil jamila jana
janet janina janine janita janna janneke jannes jannie janny jantien jantine jantje janusz jarno
jaroslaw jasmin jasmina jason jasper javad javier jawad jawid jaxon jay jayden jaylano jaylinn
jayson jeanet jeanette jeanine jeanne jeannette jeff jeffrey jelena jelka jelle jelmar jelmer jelte
jenna jennie jennifer jenny jens jermaine jeroen jerome jerry jerzy jesper jesse jessica jessie
jette jihane jim jimmy jing jip jitske jo joachim joan joana joanna joanne joao joaquim jocelyn
jochem jochen jodie jody joelle joep joeri joey johan johanna johannes john johnny jola jolanda
jolande jolanta jolien jolijn jolina joline jona jonas jonathan joni jonna joos joost jopie jordi
jordy joren jorg jorge jorik joris jorn jorrit jort jos jose josefien josefine joseph josephine
joshua josien josine josje jouad joumana jovan joyce jozef juancho juanita judith jule jules julia
julian juliana julie julien juliette julio julius jurgen jurre jurriaan jurrian justin justine
justyna kaat kacper kadija kadir kadriye kai kamal kamel kamila kamla kamran karel karen karim
karima karin karina karl karla karlijn karol karolina karoline karwan kasia kasper katarzyna kate
kateryna katharina kathleen kathy katinka katja katrien katy katya kauthar kaveh kavita kawtar kay
kaya kaylee kayleigh kazimierz keano keanu keesie kemal kenan kenji kenneth kenza ketut kevin
khadija khaled khalid khalifa khalil khaoula khatera kidane kiki kilian kimberley kimberly kinan
kinga kira kiran kirsten kishan kitty klaartje klaudia klazien koenraad kofi kojo konrad krasimir
krishna krista kristel kristian kristien kristin kristina kristof krystian krystyna krzysztof ksenia
kseniya kubra kumari kwabena kwaku kwame kyan kyra lahcen laila laith lakshmi lalita lamia lamine
lamya lamyae lana lara larbi larisa larissa lars larysa lata latif latifa laura lauren laurentiu
laurie layan layla lea leander lech leela leendert leila leili lein lena lenie lenn lennox leny leo
leon leona leonard leonardo leonie leontien leontine leroy lesya leszek leticia levent levi lexi
leyla lia liam lianne liban lidewij lidia lidwien lieke lieneke liesbet liesbeth lieselot lieselotte
lieve lilia lilian lilly lily lina linda lindsay lindsey linh lisa lisanne liselot liselotte lisette
liudmila livia livio liviu liza lize lizz lizzy ljiljana lloyd lodewijk loeki loes logan lola
lonneke lorena lorenzo loretta lorin lotte loua loubna louis louisa louise loukmane lourdes lova
lowena lowie luan lubna luc luca lucas lucia luciano lucie lucien lucy luigi luigina luisa lujain
luka lukas lukasz luminita luna luuk luus luwam lydia lynette lyubov lyudmyla maaike maarten maartje
machiel machteld maciej madalina maddox maen maeve magda magdalena maha mahad mahdi maher mahesh
mahir mahmood mahmoud mahmut mahnaz mahsa maikel maja majd majda majid maksim maksym malak
malgorzata maliheh malik malika malou malti malwina mamadou manar mandy manfred manish manoj manolo
manon mansour mansoureh manuel manuela maram marc marcel marcela marcella marcin marco marcos marcus
marek margaret margareta margaretha margarida margje margot margreet maria mariam mariama marian
mariana marianne marie marieke mariel marielle mariet marietje mariette mariia marije marijke marijn
marijne marinda marinka marinus mario marion marisa marisol marit marita maritza marius mariusz
mariya marja marjan marjet marjo marjolijn marjon marko marleen marlena marlene marlies marlin
marloes marlon marlou maroua marouan marouane marsha marta martha martijn martin martina martine
martyna marvin marwa marwan maryam maryan maryna marzena mascha masood masoud massimo mateusz
mathieu mathijs mathilde mathis matthew matthias matthieu matthijs maud maureen maurice mauricio
maurits maurizio mauro maxime maximiliaan maysa mehdi mehmet mehran mehrdad mehrnaz meike meindert
melanie melek melike melissa melle meltem melvin memet menno mercedes merhawi meriam meriem merle
meron mersiha mert merve meryem mesut metin mevlut michael michaela michal michel michele michelle
michiel mieke mientje miesje miguel mihaela mihai mika mike mikhail mikolaj milagros milan mildred
milena milica milo milos mimoun mimount ming minh minke mira miranda miray mircea mirela miriam
mirjam miroslaw mirsad mirthe mirwais mirza mischa mladen moaad modou mohamad mohamed mohammad
mohammed mohamud mohana mohand mohannad mohsen mohsin mojgan mokhtar mona monica moniek monika
monique monir morris morteza mostafa motaz mouad moulay mouna mounia mounir mourad moussa moustafa
muhammad muhammed muhammet mujib mukesh muna munir munira murat muriel musa mustafa mustapha
mykhailo mykola mylan myra myriam myrna myrthe nabil nabila nadia nadiia nadim nadine nadire nahid
naim naima najat najib najibullah najim najla najma najwa nancy naomi naoual narain naser nasim
nasir nasira nasr nasra nasrin nasrullah nasser nassim nastya natalia natalie nataliia natalya
natascha natasha natasja nathalie nathan natnael nawal nawar nawel nazan nazanin nazar nazli nebojsa
necla nedim neeltje negar nelis nelito nell nelleke nellie nelly nena nenad nermin nermina nesrin
nettie nevin ngozi nguyet nicky nico nicola nicolaas nicolae nicolas nicole nicoleta nida nidal niek
niels nienke nigel nihat nikita nikki nikola nikolaas nikolai nikolay nilgun niloofar nilufer nimco
nina nino nirmala nisa nisreen nisrin nisrine nizar nnamdi noah noelle noemi noor noortje nora norah
norbert nordin noud nour noura nourdin noureddin noureddine nouria nur nura nuran nuray nurcan
nurgul nurhan nuri nuriye nursel nynke oana obinna octavian oda oguz oguzhan okan oksana oktay ola
oleg oleh olek oleksandr oleksandra oleksii oleksiy olena olga olha olivia olivier oliwia omaima
omar omayma omid onno onur orest orhan orlando osama oscar oskar osman ostap otis ouafa oualid
ouassim oumaima oumar ousmane oussama ovidiu ozan ozcan ozge ozgur ozlem pablo pam pamela paola
paolo parisa parvaneh parvin patricia patrick patrique patrycja patryk pauke paul paula paulina
pauline paulo paulus pavel pavlo pawel payam pedro peggy pelin pepijn percy petar petra petro
petronella petru petrus peyman phuong pien pierre pieter pieterjan pietro pilar pim pinar piotr
pippa plamen pleun pleuni pleuntje polat polina pradeep prakash predrag premchand priscilla priya
przemek przemyslaw qasim quincy quint quinten qusai rabia rachid rachida radek radha radia radj
radka radmila radoslav radoslaw radouan radouane radu raed rafael rafal rafik raghad rahaf rahel
rahim rahma rahmatullah rahmi raj rajae rajesh rajiv rakesh ralf ralph raluca rama ramazan ramesh
rami ramiz ramon ramona randy rania ranim raniya ranjan raoul raphael raquel rasha rashid rashida
ratna rauf raul ravi rawan rayan rayane raymond razvan rebecca rebekka recep redouan redouane reem
reena refik regina reinder reinier remco remi remko remy renata renate rene renee rens renske reshma
revi reza rezan riad rianne rica ricardo riccardo richard rick ricky rida ridouan rieke riekie
rieneke rietje rika rima rina rini rinie rinke rinus riny rishi rita roaa robbert robbie robel
robert roberto robertus rocco rocio rodney rodrigo roel roeland roelof roger rogier rohan rohit
rojda rojhat rola roland rolf romana romy ron ronald ronja ronnie ronny rosalie rosanne rosario
rosemarie rosie rosita roswitha roxana roxanne roy roya ruba ruben rudi rudie rudolf rudy rui rukiye
ruslan rutger ruth ruud ryan ryszard saad saadia saartje saba sabah sabaheta sabiha sabina sabine
sabir sabri sabrina saeed saeid safa safae safia sahar sahra said saida sakina salah salaheddine
saleem saleh salem salih saliha salim salima salma salman salome saloua salvador salvatore salwa sam
saman samaneh samantha samar samer sami samia samir samira sammie samrawit samuel sana sanaa sanae
sanaz sander sandra sanela sanjay sanne sannie santiago santosh sarah sarina sarita sascha sasha
saskia satish savitri sayed sead sebastiaan sebastian seda sedat sefa sekou selahattin selam selcan
selcuk selda selena selim selin selina selma selman semhar semih semir semra senad senait sener
senna sepideh serap sercan serdar sergei sergey sergio sergiu serhad serhat serhii serhiy serkan
serpil sevda sevgi sevil sevim seyma shabana shabnam shadi shadia shafiq shahd shahin shahla shahram
shaima shaimae shams shanaya shania shannon shanta shanti sharona sheila shilan shirin shirley shiva
shukria siavash sibel sidney sidra siebe siem siemen sien sieta sietse sietske sigrid siham sijtje
sil silas silke silvana silvia silvie silvio silviu simin simon simona simone sina sinem sirwan siti
sjaan sjef sjoerd sjon sjors sjoukje skye slavica slawomir slobodan snezana soenita sofia sofian
sofiane sofie sofiia sohaib soheil soheila soledad solomiya solomon songul sonja sophia sophie soran
soraya sorin soroush souad soufian soufiane souhaila soukaina souleymane soumaya soumia sozan stan
stanislav stanislaw stanley stef stefan stefania stefanie stefano stella stepan stephan stephanie
stephen steve stien stijn stijntje stoyan suada suat sude suhair sukarno sukran sukru suleyman
sultana sumaya sumeyra sumeyye sunil sunita suresh susan susana susanna susanne sushila sushma suus
suzan suzanna suzanne suze sven svenja svetlana svitlana sybren sylvester sylvia sylvie sylwia
szymon tadesse tadeusz taha tahir tahsin taim talal talha tamar tamara tamer tamim taner tanja tanju
tanya taoufik tara taras tarek tareq tarik tariq tatiana tatjana tatyana tayeb tayfun taylan ted
tekle telma temesgen teresa tesfay tesfaye tess tessa tessel tetiana tetyana teun thaer thanh thao
thea theo theodoor theodora theresa theresia thessa thijmen thijn thijs thimo thuy ties tijl tijmen
tijn tijs tilly tim timo timon timothy timur tina tineke tinus tiny tiziana tjeerd tjerk tobias toby
todor tolga tom tomas tomasz tommaso tommie ton tonnie tonny toos toosje touria trang trijn trijntje
tristan trudie trudy truusje tsvetan tuan tugba tugce tulay tunde turgay turgut tuyet tycho tygo
tyrone uche ufuk ugo ugur ulku uma umar umit umut ursula urszula urvin usama usha vadym vahid vahit
valentina valentine valentyna valerie valon vanessa varsha vasile vasyl vedat veerle veli vera
veronica veronique vesna victoria vida vidya viet vieve vigo vijay vikash vikram viktor viktoriia
viktoriya vince vincent vincenzo vinh vinod violeta viorel vira vitali vitaliy vito vitor vivian
vivianne vivienne vlad vladimir vladislav vlatko volodymyr wael wafa wafae wahid wahida wahyu wais
walaa walid walter wanda ward warner warsame wasim wassim wendy werner weronika wesley wessel wiam
widad wiebe wieke wieslaw wietse wietske wijnand wiktor wiktoria wilbert wilco wilfred wilhelm
wilhelmina wilhelmus wilke willeke willem willemien willemijn willemina william willie willy wilma
wimpie winny winston winta wissam witold wladyslaw wojciech wojtek wytse xamdi xander xandra xavier
xiao xiomara xuan yaa yagmur yahya yakup yaman yana yannick yanti yara yaren yaroslav yaroslava
yasemin yaser yasin yasir yasmin yasmina yasmine yassin yassine yassir yavuz yaw yazan yelena yeliz
yemane yesenia yesim yevhen yfke yigit ymke yoeri yohannes yolanda yolande yonas yoran yordanos
yorick younes youness younis youri yousra youssef youssra yulia yuliia yunus yuri yuriy yusra yusuf
yvet yvette yvo yvonne zaher zahid zahra zaid zaida zainab zakaria zakariya zaki zakia zamzam zana
zara zarghona zaynab zbigniew zdravko zdzislaw zef zehra zein zeina zeinab zekeriya zeki zeliha
zeljko zena zenon zeynep zhanna zhivko zia ziad zineb zita ziyad zlata zlatan zlatko zoe zoey zofia
zohair zohra zohreh zoran zosia zouhair zoya zuhair zuhal zulaika zuleyha zumra zuzanna
`);

/** First names that are a word in lower case, but a person when written with a capital. */
export const capitalFirstNames = packedWords(`
aafje abraham adel adem alia alma ama amine ans arend axel aya bara bart beau benjamin bente bert
berthe bilge bob bobby carolina daisy dean demi dien dolf donna dua eddy eli elle emir eren erica
erna ernst eva faith fleur frank frits ger grace gre hannes hans helen helma hendrik henk henry imme
jaap jack jaimey jan joel joke joop joy juan juna kaan karst kees keesje kelly kelvin ken kim klaas
klaasje klara koen koos leen lex lien lies linn liv liz lou louw luis lynn madelief margriet marina
marjolein marlijn mary mats maxim maya mazen mees mia mick miep mila mina mirre mirte mitra mo nader
neel nel nelson nestor noa noel omer otto owen pascal peter pip puja rachel raf ramin rani rein ria
rien ries riet rik rob robin rosa rosalinde rowan sacha sara sari sem sema sep serge sharon sjaak
steven teddy thomas tjitske tommy tooske truus tuba valentijn vic viggo vishal wies wim wout wouter
yael yuna
`);

/** Also a month, a plant, a shop, a town or a common word: only next to a title, relation or surname. */
export const ambiguousFirstNames = packedWords(`
aad ad ada amber an angel aster aurora bao bas beer ben bloem boy bruce chase co cor dax dino dirk
door dora eden els faas fay fee fem fie flip floor flora florence fons fos gel georgia guust haas
har hen hil hope ien indy iris israel ivy jade jasmijn jet jihad job jordan jorden jun jut kader
kawa keet laurens lee lelie lente lewis linde lot lotus maas maren mark mart max mei melody merel
mex mien mies mohan moos nadir nova novi odin pearl pier piet puck puk ramadan rijk rim roman roos
ruby saar sky sri star sterre storm sus sydney taco toon trees triene trui valk viola virginia vos
wen wil willow wolf zomer zonne
`);
