// Invented stories about networks, taking part and day activities. How to read a line: see ../script.ts.
export const peopleAndPlaces = `
== meeuwenweide SOCIAL_NETWORK SOCIALLY_ISOLATED
0 welzijn:OLDER_PEOPLE_ADVISER PROBLEM SERIOUS RISING N25_49 PUBLIC +thuiszorg-delta +huisartsen-kade | Ouderen zien soms de hele week alleen de thuiszorg. De stoel bij het raam is de dag. // Sinds winkel en kerk dicht zijn, is er geen gewone reden meer om naar buiten te gaan.
1 thuiszorg-delta PROBLEM WORRYING RISING N25_49 HOME_VISIT_PATTERN CIRCLE | Bij het afscheid vragen mensen of we nog even kunnen blijven.
2 huisartsen-kade PROBLEM WORRYING RISING N25_49 CIRCLE Z24 | Afspraken in het spreekuur worden gemaakt om iemand te spreken, niet om een klacht.
3 wijkteam-noord PROBLEM WORRYING STABLE CIRCLE | Na verhuizing naar een gelijkvloerse woning raken mensen hun oude buren kwijt.
5 bibliotheek PROBLEM ATTENTION STABLE PUBLIC | Bezoekers blijven tot sluitingstijd aan de leestafel zitten, ook als ze niet lezen.
6 corporatie-anker PROBLEM WORRYING STABLE CIRCLE | De gezamenlijke ruimte in het complex is op slot, omdat er geen beheerder meer is.
8 welzijn:OLDER_PEOPLE_ADVISER NEED WORRYING STABLE PUBLIC | Er is vraag naar vervoer in de avond, anders vervallen clubs en koor.
10 welzijn STRENGTH PUBLIC | De eettafel op woensdag is in een jaar verdubbeld en draait op vrijwilligers.
12 welzijn:OLDER_PEOPLE_ADVISER INTERPRETATION wr-loneliness:2024 PUBLIC | Het cijfer past bij wat we zien: na het verdwijnen van winkel en kerk vielen gewone ontmoetingen weg.
* 4 thuiszorg-delta
* 7 welzijn:OLDER_PEOPLE_ADVISER
* 9 huisartsen-kade

== sluiswijk SOCIAL_NETWORK SOCIALLY_ISOLATED
1 wijkteam-zuid PROBLEM WORRYING RISING N25_49 PUBLIC +welzijn | Op de galerijen groeten mensen elkaar minder. Bewoners wisselen snel.
3 ggz-oever PROBLEM WORRYING STABLE N10_24 CIRCLE MENTALLY_VULNERABLE | Cliënten hebben buiten de hulpverlening niemand die hen belt.
4 welzijn PROBLEM WORRYING STABLE CIRCLE | Nieuwkomers weten niet hoe ze contact moeten leggen en blijven in hun eigen kleine kring.
7 huisartsen-molen PROBLEM WORRYING STABLE N10_24 CIRCLE Z24 | Mensen zonder contactpersoon in geval van nood zijn geen uitzondering meer.
9 corporatie-meerpaal PROBLEM WORRYING RISING CIRCLE | Overlijden wordt soms pas laat opgemerkt. Dat raakt de hele galerij.
11 school-het-riet STRENGTH PUBLIC | De ouderkamer is voor moeders een vast punt in de week.
* 6 wijkteam-zuid
* 10 welzijn

== zuiderplas SOCIAL_NETWORK
2 welzijn PROBLEM WORRYING NEW PUBLIC | Nieuwe bewoners kennen na twee jaar nog steeds alleen de buren van de ene kant.
5 wijkteam-zuid PROBLEM WORRYING RISING CIRCLE | Wie geen kinderen of hond heeft, komt hier niemand tegen.
8 sport NEED ATTENTION STABLE PUBLIC | Er is behoefte aan iets gezamenlijks in het weekend.
12 huisartsen-dijk PROBLEM WORRYING NEW N10_24 CIRCLE | Eenzaamheid wordt vaker genoemd door dertigers dan door ouderen.

== dijkzicht SOCIAL_NETWORK
2 huisartsen-dijk STRENGTH CIRCLE | Bij ziekte staat de buurt vanzelf klaar met eten en vervoer.
5 wijkteam-noord STRENGTH PUBLIC | Het dorpshuis wordt door bewoners zelf gerund en is elke dag open.
9 thuiszorg-plas STRENGTH CIRCLE | Buren houden elkaars gordijnen in de gaten en bellen als die dicht blijven.
13 welzijn PROBLEM ATTENTION STABLE CIRCLE | Wie van buiten komt, heeft tijd nodig om erbij te horen.

== rietlanden PARTICIPATION
1 sport STRENGTH PUBLIC | Verenigingen hebben genoeg vrijwilligers en nemen jongeren mee als trainer.
3 school-het-riet STRENGTH PUBLIC | Ouders organiseren samen de avondvierdaagse en de schooltuin.
6 jongerenwerk STRENGTH PUBLIC | Jongeren hebben zelf een schaatsbaan aangevraagd en gebouwd.
9 wijkteam-noord NEED ATTENTION STABLE CIRCLE | Mensen met een beperking willen meedoen, maar weten niet bij welke club dat kan.
12 welzijn STRENGTH PUBLIC | De wijkkrant wordt gemaakt door bewoners van alle leeftijden.

== havenkwartier PARTICIPATION
1 welzijn PROBLEM WORRYING STABLE PUBLIC +bibliotheek | Mensen willen wel helpen, maar durven zich niet aan te melden zonder goed Nederlands.
4 wijkteam-noord PROBLEM WORRYING STABLE CIRCLE FEAR_OF_REPAYMENT | Bewoners met een uitkering zijn bang dat vrijwilligerswerk gevolgen heeft voor hun geld.
7 sport PROBLEM WORRYING STABLE CIRCLE | Contributie en kleding maken dat kinderen na de proeflessen niet terugkomen.
10 bibliotheek STRENGTH PUBLIC | Anderstalige bewoners geven zelf taalles aan nieuwkomers.
13 welzijn PROBLEM ATTENTION STABLE CIRCLE | Inspraakavonden trekken steeds dezelfde mensen uit de nieuwe straten.
* 6 welzijn

== sluiswijk PARTICIPATION
4 welzijn STRENGTH PUBLIC | De bewonerscommissie van de flats heeft nieuwe, jonge leden.
9 bibliotheek PROBLEM ATTENTION STABLE CIRCLE | Activiteiten in de wijk worden vooral bezocht door mensen van buiten.

== binnenstad DAY_ACTIVITIES
1 wijkteam-noord PROBLEM WORRYING RISING N10_24 CIRCLE MILD_INTELLECTUAL_DISABILITY +ggz-oever | Mensen die niet meer kunnen werken, lopen doelloos rond tussen de winkels.
3 gemeente SERVICE_GAP WORRYING STABLE N10_24 PUBLIC SUPPORT_UNAVAILABLE | De dagbesteding in het centrum zit vol. Wie wacht, verliest het ritme.
5 ggz-oever PROBLEM WORRYING STABLE N10_24 CIRCLE | Zonder vaste plek overdag vallen mensen na behandeling snel terug.
8 bibliotheek PROBLEM ATTENTION RISING PUBLIC | De leeszaal is voor een vaste groep de enige warme plek overdag.
11 welzijn STRENGTH PUBLIC | In het atelier werken mensen met en zonder beperking naast elkaar.
* 6 gemeente

== meeuwenweide DAY_ACTIVITIES
2 welzijn:OLDER_PEOPLE_ADVISER NEED ATTENTION STABLE PUBLIC | Ouderen willen iets te doen hebben in de ochtend, niet alleen bingo.
6 thuiszorg-delta PROBLEM ATTENTION STABLE N10_24 HOME_VISIT_PATTERN CIRCLE | De televisie staat de hele dag aan als enige invulling.
10 gemeente STRENGTH PUBLIC | De tuinclub voor ouderen draait zonder subsidie door.

== molenweide SOCIAL_NETWORK
3 welzijn STRENGTH PUBLIC | Straatfeesten worden door bewoners zelf betaald en georganiseerd.
7 huisartsen-molen PROBLEM ATTENTION STABLE N10_24 CIRCLE | Na pensionering valt het contact via het werk weg.

== binnenstad SOCIAL_NETWORK
2 welzijn PROBLEM ATTENTION STABLE CIRCLE | Bewoners boven de winkels kennen hun buren niet.
5 bibliotheek STRENGTH PUBLIC | De taalkoffie brengt expats en oude stadsbewoners aan één tafel.
9 wijkteam-noord PROBLEM WORRYING STABLE CIRCLE | Eenzame bewoners zoeken gezelschap in het café en raken daar geld kwijt.
* 7 welzijn
`;
