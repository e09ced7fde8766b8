// Invented stories about money, work and paperwork. How to read a line: see ../script.ts.
export const moneyAndWork = `
== havenkwartier LIVELIHOOD HIDDEN_POVERTY
0 schuldhulp PROBLEM SERIOUS RISING N25_49 HOUSEHOLDS REGULARLY OWN_REGISTRATION OWN_COUNT PUBLIC +voedselbank +wijkteam-noord | Huishoudens melden zich pas als de energie bijna wordt afgesloten. Gemiddeld zijn er dan al tien schuldeisers. // Vermoedelijk durven mensen pas te bellen als er niets meer te kiezen is.
1 voedselbank PROBLEM SERIOUS RISING N50_99 HOUSEHOLDS REGULARLY OWN_REGISTRATION PUBLIC SHAME | De uitgifte aan de kade groeit elke maand. Nieuwe klanten vertellen dat ze uit schaamte lang hebben gewacht.
2 wijkteam-noord PROBLEM WORRYING RISING HOUSEHOLDS CONTACT_PATTERN PUBLIC FEAR_OF_REPAYMENT +schuldhulp | Werkende ouders zeggen toeslagen op, omdat ze bang zijn later te moeten terugbetalen. // Het vertrouwen in toeslagen is weg, ook bij mensen die er nooit last van hadden.
2 huisartsen-kade PROBLEM WORRYING RISING N10_24 Z01 CIRCLE | In het spreekuur hoor ik vaak dat mensen medicijnen of een verwijzing laten liggen vanwege het eigen risico.
3 school-de-golf PROBLEM WORRYING STABLE N10_24 OWN_OBSERVATION PUBLIC | Kinderen komen zonder ontbijt op school. Het ontbijtpunt is op maandag het drukst.
4 corporatie-anker PROBLEM SERIOUS RISING N25_49 HOUSEHOLDS OWN_REGISTRATION CIRCLE | Huurachterstanden lopen sneller op dan vorig jaar, vooral bij huurders met wisselend werk.
5 welzijn NEED WORRYING NEW PUBLIC UNAWARE_OF_HELP | Bewoners vragen om een plek in de wijk waar je zonder afspraak met een geldvraag kunt binnenlopen.
6 schuldhulp SERVICE_GAP WORRYING STABLE CIRCLE TOO_LATE | Tussen aanmelding en eerste gesprek zit nu zes weken. In die tijd komen er nieuwe rekeningen bij.
7 wijkteam-noord:CLIENT_SUPPORTER PROBLEM WORRYING STABLE CIRCLE DISTRUST | Mensen die eerder zijn afgewezen, vragen geen hulp meer aan, ook als ze er nu wel recht op hebben.
8 bibliotheek STRENGTH PUBLIC | De formulierenbrigade van vrijwilligers in de bibliotheek weet veel mensen te vinden die elders niet komen.
9 voedselbank TREND WORRYING RISING CIRCLE | Sinds dit voorjaar komen er ook mensen met een vaste baan en een koopwoning aan de deur.
11 apotheek-sluis PROBLEM ATTENTION STABLE N10_24 CIRCLE Z01 | Aan de balie worden herhaalrecepten vaker niet opgehaald aan het einde van de maand.
* 9 schuldhulp
* 12 voedselbank
* 6 wijkteam-noord

== sluiswijk LIVELIHOOD HIDDEN_POVERTY
1 wijkteam-zuid PROBLEM SERIOUS RISING HOUSEHOLDS N25_49 PUBLIC +corporatie-meerpaal | In de flats zien we gezinnen die de verwarming de hele winter uit laten en in één kamer leven.
3 corporatie-meerpaal PROBLEM WORRYING RISING HOUSEHOLDS OWN_REGISTRATION CIRCLE | Bij huisbezoek over achterstanden treffen we lege koelkasten en stapels dichte post aan.
4 schuldhulp PROBLEM WORRYING STABLE CIRCLE | Veel aanmeldingen uit de flats gaan over leningen bij familie en achteraf betalen in webwinkels.
5 school-het-riet PROBLEM WORRYING STABLE N10_24 PUBLIC | De ouderbijdrage en het schoolreisje leveren elk jaar meer stille afmeldingen op.
6 huisartsen-molen PROBLEM ATTENTION RISING N10_24 Z01 CIRCLE | Stress over geld komt in het spreekuur steeds vaker als eerste ter sprake.
8 welzijn STRENGTH PUBLIC | De weggeefkast in de hal van de flats wordt door bewoners zelf bijgehouden en loopt goed.
10 voedselbank SERVICE_GAP ATTENTION STABLE CIRCLE | Voor mensen net boven de grens van de voedselbank is er in deze wijk niets.
* 8 wijkteam-zuid
* 11 schuldhulp

== molenweide LIVELIHOOD SELF_EMPLOYED_IN_DIFFICULTY HIDDEN_BY_AVERAGE
0 schuldhulp PROBLEM SERIOUS NEW N10_24 HOUSEHOLDS OWN_REGISTRATION PUBLIC SHAME +huisartsen-molen | Achter nette voordeuren melden zich zelfstandigen met grote belastingschulden. Dat hadden we hier nog niet eerder zo gezien. // De steun van een paar jaar geleden moet nu worden terugbetaald, denken wij.
1 wijkteam-zuid PROBLEM WORRYING NEW HOUSEHOLDS CIRCLE SHAME | Ondernemers vertellen dat ze hun pensioenpot hebben opgemaakt en dat niemand in de straat het mag weten.
2 huisartsen-molen PROBLEM WORRYING RISING N5_9 Z01 P CIRCLE PROBLEM_NOT_RECOGNISED | Slapeloosheid en hartkloppingen blijken bij doorvragen vaak met een slecht lopende zaak te maken te hebben.
3 schuldhulp PROBLEM SERIOUS RISING HOUSEHOLDS CIRCLE NO_SERVICE_USE | Mensen met een koophuis komen laat, omdat ze denken dat schuldhulp alleen voor huurders is.
5 voedselbank TREND WORRYING NEW N5_9 HOUSEHOLDS CIRCLE | Voor het eerst vragen gezinnen uit deze wijk een pakket aan, op afstand van hun eigen buurt.
6 school-het-riet PROBLEM ATTENTION NEW CIRCLE | Sportclub en muziekles worden ineens opgezegd in gezinnen waar dat vroeger vanzelf sprak.
8 werkplein NEED ATTENTION RISING PUBLIC UNAWARE_OF_HELP | Zelfstandigen vragen om een gesprekspartner die hun boekhouding snapt en niet meteen over een uitkering begint.
9 wijkteam-zuid INTERPRETATION wr-low-income:2025 CIRCLE | Het lage cijfer gaat over inkomen van twee jaar terug. De klappen bij zelfstandigen zitten er nog niet in.
* 7 schuldhulp
* 4 huisartsen-molen

== binnenstad LIVELIHOOD
3 voedselbank PROBLEM WORRYING STABLE CIRCLE | Kamerbewoners boven de winkels komen vaker om een pakket vragen.
9 schuldhulp PROBLEM ATTENTION STABLE CIRCLE | Jonge bewoners met een eerste baan lopen vast op telefoonabonnementen en achteraf betalen.

== rietlanden LIVELIHOOD
2 schuldhulp PROBLEM ATTENTION STABLE CIRCLE | Enkele jonge gezinnen kunnen na een scheiding de vaste lasten niet meer dragen.
6 wijkteam-noord NEED ATTENTION STABLE CIRCLE | Ouders vragen om uitleg over toeslagen bij co-ouderschap.
10 jongerenwerk PROBLEM ATTENTION STABLE CIRCLE | Jongeren lenen elkaar geld voor kleding en komen daar moeilijk uit.
12 school-het-riet STRENGTH PUBLIC | De ruilbeurs voor fietsen en winterjassen op school draait op ouders uit de hele wijk.

== havenkwartier WORK_EDUCATION
1 werkplein PROBLEM WORRYING STABLE N50_99 OWN_REGISTRATION PUBLIC | Uitzendwerk in de loodsen is zo onzeker dat mensen elke paar weken opnieuw in de bijstand instromen.
3 wijkteam-noord PROBLEM WORRYING STABLE CIRCLE | Alleenstaande ouders vinden geen werk dat past bij de tijden van de opvang.
5 bibliotheek NEED WORRYING RISING PUBLIC LOW_LITERACY | Mensen willen een vak leren, maar struikelen over de taal van de opleiding.
7 jongerenwerk PROBLEM SERIOUS RISING N10_24 CIRCLE YOUTH_OUT_OF_VIEW | Jongens die met school zijn gestopt, hangen overdag rond de kade en staan bij niemand ingeschreven.
10 werkplein STRENGTH PUBLIC | De scheepswerf biedt leerplekken waar jongeren zonder diploma mogen beginnen.
12 leerplicht PROBLEM WORRYING STABLE N10_24 CIRCLE | Het verzuim na de overstap naar het mbo is hier hoger dan in andere wijken.
* 8 werkplein

== rietlanden WORK_EDUCATION YOUTH_OUT_OF_VIEW
0 leerplicht PROBLEM SERIOUS RISING N10_24 CIRCLE NOT_IN_REGISTER +jongerenwerk | Steeds meer leerlingen zitten thuis zonder dat een school of instantie hen als thuiszitter telt. // Wie ingeschreven staat maar niet komt, valt tussen de tellingen.
2 jongerenwerk PROBLEM WORRYING RISING N10_24 PUBLIC | Jongeren vertellen dat ze overdag gamen en slapen, terwijl ze op papier een opleiding volgen.
4 college-waterrijk PROBLEM WORRYING RISING N5_9 CIRCLE SUPPORT_NOT_FITTING | Leerlingen vallen uit op drukte en faalangst. Een kleinere klas is er pas na maanden wachten.
6 jgz PROBLEM WORRYING RISING N5_9 CIRCLE | Bij oproepen na ziekmelding zien we pubers die al weken niet buiten zijn geweest.
8 school-het-riet SERVICE_GAP WORRYING STABLE CIRCLE TOO_LATE | Tussen basisschool en brugklas is er niemand die kwetsbare kinderen blijft volgen.
11 jongerenwerk STRENGTH PUBLIC | De fietswerkplaats trekt jongeren die verder nergens komen en die er wel elke week zijn.
* 5 leerplicht
* 9 jongerenwerk

== havenkwartier PAPERWORK_DIGITAL LOW_LITERACY
0 bibliotheek PROBLEM WORRYING RISING N50_99 REGULARLY OWN_REGISTRATION OWN_COUNT PUBLIC +wijkteam-noord +schuldhulp | Het Taalhuis helpt elke week mensen die een brief van de overheid niet begrijpen en daarom niets doen. // Niet willen is hier meestal niet kunnen lezen.
1 wijkteam-noord:CLIENT_SUPPORTER PROBLEM SERIOUS STABLE CIRCLE UNAWARE_OF_HELP | Aanvragen stranden op inloggen en codes. Mensen geven hun telefoon en wachtwoord aan een kennis.
2 schuldhulp PROBLEM WORRYING STABLE CIRCLE | Bij bijna elke aanmelding ligt er een tas met ongeopende post.
4 huisartsen-kade PROBLEM WORRYING STABLE N25_49 CIRCLE | Afspraken via het patiëntportaal lukken veel mensen niet. Ze bellen pas als de klacht erger is.
5 bibliotheek SERVICE_GAP WORRYING NEW PUBLIC SUPPORT_UNAVAILABLE | De wachtlijst voor taalles in de avond is langer dan een half jaar.
7 welzijn STRENGTH PUBLIC | Buurvrouwen helpen elkaar met formulieren aan de koffietafel en dat werkt beter dan een loket.
9 corporatie-anker PROBLEM ATTENTION STABLE CIRCLE | Reparatieverzoeken moeten online. Oudere huurders melden lekkage daarom maanden later.
12 voedselbank PROBLEM ATTENTION STABLE CIRCLE | Klanten hebben geen printer en geen computer en maken alles met een oude telefoon.
* 7 bibliotheek
* 10 schuldhulp

== sluiswijk PAPERWORK_DIGITAL LOW_LITERACY
2 bibliotheek PROBLEM WORRYING STABLE N25_49 PUBLIC | Ouders tekenen schoolformulieren zonder ze te kunnen lezen en durven dat niet te zeggen.
4 school-het-riet PROBLEM WORRYING RISING CIRCLE SHAME | De schoolapp bereikt een deel van de ouders niet. Gesprekken gaan via de kinderen.
6 wijkteam-zuid PROBLEM WORRYING STABLE CIRCLE | Mensen met een lichte beperking snappen de brieven over hun eigen zorg niet.
9 apotheek-sluis PROBLEM ATTENTION STABLE N10_24 CIRCLE | Bijsluiters worden niet gelezen. Uitleg met plaatjes helpt zichtbaar beter.
13 bibliotheek NEED ATTENTION STABLE PUBLIC | Er is vraag naar een vaste digitale hulp in de hal van de flats.

== meeuwenweide PAPERWORK_DIGITAL
1 welzijn:OLDER_PEOPLE_ADVISER PROBLEM WORRYING RISING N25_49 PUBLIC FRAIL_OLDER_PEOPLE | Ouderen betalen rekeningen te laat, omdat de bank en de gemeente alleen nog digitaal te bereiken zijn.
3 thuiszorg-delta PROBLEM WORRYING STABLE N10_24 HOME_VISIT_PATTERN CIRCLE | In veel huizen liggen stapels post. Mensen vragen de wijkverpleging om mee te lezen.
5 wijkteam-noord PROBLEM WORRYING STABLE CIRCLE | Kinderen op afstand regelen de bankzaken en zien te laat dat er iets misgaat.
8 bibliotheek STRENGTH PUBLIC | Het tabletcafé met scholieren als hulp zit elke week vol.
* 6 welzijn:OLDER_PEOPLE_ADVISER
`;
