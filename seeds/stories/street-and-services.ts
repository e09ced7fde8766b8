// Invented stories about the living environment and access to services. How to read a line: see ../script.ts.
export const streetAndServices = `
== binnenstad LIVING_ENVIRONMENT
0 handhaving PROBLEM SERIOUS RISING DAILY N10_24 LOCATIONS WIJK_WALK PUBLIC +politie +welzijn | Na sluitingstijd blijft het in de stegen tot diep in de nacht luid. Bewoners slapen met de ramen dicht. // Langere openingstijden en minder toezicht vallen samen.
1 politie PROBLEM SERIOUS RISING REGULARLY WIJK_WALK CIRCLE | Groepen zoeken elkaar op rond het plein. De sfeer slaat sneller om dan vorig jaar.
2 corporatie-anker PROBLEM WORRYING STABLE CIRCLE | Ouderen boven de winkels vragen om verhuizing vanwege geluid en vervuiling.
3 huisartsen-kade PROBLEM WORRYING STABLE N10_24 CIRCLE | Slecht slapen door nachtgeluid is in deze wijk een gewone klacht.
4 gemeente:WIJK_MANAGER PROBLEM WORRYING RISING RESIDENT_TALK PUBLIC | Bewoners melden niets meer, omdat ze geen terugkoppeling krijgen.
6 handhaving PROBLEM WORRYING STABLE DAILY WIJK_WALK CIRCLE | Grofvuil wordt elke week naast dezelfde containers gezet.
8 jongerenwerk NEED WORRYING STABLE PUBLIC | Jongeren vragen om een plek waar ze mogen zitten zonder weggestuurd te worden.
10 welzijn STRENGTH PUBLIC | Ondernemers en bewoners vegen samen op zondagochtend het plein.
12 politie TREND ATTENTION FALLING WIJK_WALK CIRCLE | Fietsdiefstal is minder geworden sinds de bewaakte stalling open is.
* 5 politie
* 7 handhaving
* 9 gemeente:WIJK_MANAGER

== havenkwartier LIVING_ENVIRONMENT
1 politie PROBLEM WORRYING STABLE WIJK_WALK CIRCLE | Rond de loodsen wordt 's nachts gereden en geracet.
4 corporatie-anker:CARETAKER PROBLEM WORRYING RISING CIRCLE | Afval in de binnentuinen trekt ratten aan. Bewoners houden kinderen binnen.
7 gemeente:WIJK_MANAGER NEED WORRYING STABLE PUBLIC | Ouders vragen om verlichting op de route langs de werf.
11 welzijn STRENGTH PUBLIC | De kade is in de zomer een huiskamer voor de hele wijk.
* 6 corporatie-anker:CARETAKER

== rietlanden LIVING_ENVIRONMENT
2 handhaving PROBLEM ATTENTION STABLE WIJK_WALK CIRCLE | Bij de school wordt elke ochtend dubbel geparkeerd.
5 politie PROBLEM ATTENTION STABLE WIJK_WALK CIRCLE | Fatbikes rijden hard over het fietspad langs het water.
9 gemeente:WIJK_MANAGER STRENGTH PUBLIC | Bewoners onderhouden zelf de natuurspeelplaats.
12 jongerenwerk STRENGTH PUBLIC | Het skatepark wordt door jongeren schoongehouden.

== sluispoort LIVING_ENVIRONMENT
1 handhaving PROBLEM WORRYING RISING N5_9 LOCATIONS WIJK_WALK CIRCLE LABOUR_MIGRANTS NOT_IN_REGISTER | Op het bedrijvenpark wordt in loodsen en campers overnacht.
3 politie PROBLEM WORRYING STABLE WIJK_WALK CIRCLE | In het weekend staan er veel auto's met slapende mensen op de parkeerplaatsen.
6 welzijn:OUTREACH_WORKER PROBLEM SERIOUS STABLE CIRCLE LABOUR_MIGRANTS | Mensen die hun werk kwijtraken, verliezen dezelfde dag hun slaapplek.
10 gemeente:WIJK_MANAGER PROBLEM ATTENTION STABLE CIRCLE | Ondernemers klagen over afval rond de laadkuilen.

== zuiderplas ACCESS_TO_SERVICES
0 huisartsen-dijk PROBLEM SERIOUS RISING N50_99 CIRCLE Z10 +jgz +apotheek-sluis | Nieuwe bewoners kunnen zich nergens in de buurt inschrijven. Ze bellen het ziekenhuis voor gewone klachten. // De wijk is sneller gegroeid dan de zorg.
1 jgz PROBLEM WORRYING RISING N25_49 CIRCLE | Ouders slaan afspraken over, omdat het bureau met de bus een uur reizen is.
3 wijkteam-zuid PROBLEM WORRYING STABLE PUBLIC SUPPORT_UNAVAILABLE | Het spreekuur van het wijkteam is één ochtend per twee weken. Wie werkt, kan nooit.
4 apotheek-sluis PROBLEM WORRYING STABLE N10_24 CIRCLE | Medicijnen worden laat opgehaald, omdat de apotheek ver weg is.
6 school-de-golf SERVICE_GAP WORRYING STABLE PUBLIC | Logopedie en fysiotherapie zijn er alleen in de stad. Kinderen missen daardoor lestijd.
8 thuiszorg-plas PROBLEM WORRYING RISING N10_24 CIRCLE | De reistijd tussen adressen is zo groot dat er routes vervallen.
10 welzijn STRENGTH PUBLIC | Bewoners hebben een boodschappenbus geregeld die op dinsdag rijdt.
13 wijkteam-zuid NEED ATTENTION STABLE PUBLIC | Er is vraag naar een pakketpunt, een pinautomaat en een plek om te zitten.
* 5 wijkteam-zuid
* 7 huisartsen-dijk
* 11 jgz

== sluiswijk ACCESS_TO_SERVICES
1 wijkteam-zuid PROBLEM WORRYING RISING PUBLIC DISTRUST +ggz-oever | Het loket is dichtbij, maar mensen gaan niet: ze zijn te vaak van het ene naar het andere bureau gestuurd.
3 huisartsen-molen PROBLEM WORRYING RISING N25_49 Z10 CIRCLE | Verwijzingen komen terug, omdat de wachtlijst dicht is of de klacht niet in het hokje past.
5 bibliotheek PROBLEM WORRYING STABLE CIRCLE UNAWARE_OF_HELP | Veel bezoekers weten niet dat er gratis juridisch advies is in het gebouw ernaast.
8 ggz-oever PROBLEM SERIOUS RISING N10_24 CIRCLE SUPPORT_NOT_FITTING | Wie zowel schulden als klachten heeft, wordt door beide kanten eerst naar de andere gestuurd.
11 corporatie-meerpaal NEED ATTENTION STABLE CIRCLE | Bewoners vragen om één gezicht in de flat dat de weg kent.
* 6 ggz-oever

== molenweide ACCESS_TO_SERVICES
4 huisartsen-molen PROBLEM ATTENTION STABLE N10_24 CIRCLE | Wachttijden voor jeugdhulp worden omzeild door zelf te betalen. Wie dat niet kan, wacht.
8 wijkteam-zuid STRENGTH PUBLIC | Bewoners weten de weg naar hulp goed te vinden.
11 thuiszorg-plas PROBLEM ATTENTION STABLE CIRCLE | Huishoudelijke hulp is moeilijk te krijgen door grote huizen en weinig personeel.

== dijkzicht ACCESS_TO_SERVICES
6 huisartsen-dijk PROBLEM WORRYING STABLE N10_24 CIRCLE | Avonddiensten zijn ver rijden en worden daarom overgeslagen.

== gemeente ACCESS_TO_SERVICES
2 gemeente PROBLEM WORRYING RISING N100_PLUS OWN_REGISTRATION CIRCLE | In alle wijken loopt de wachttijd voor een keukentafelgesprek op.
7 wijkteam-noord:CLIENT_SUPPORTER NEED WORRYING STABLE CIRCLE | Inwoners vragen om één nummer dat wordt opgenomen door een mens.
12 mantelzorgpunt STRENGTH CIRCLE | Organisaties weten elkaar beter te vinden sinds het maandelijkse overleg.

== havenkwartier ACCESS_TO_SERVICES
5 huisartsen-kade PROBLEM ATTENTION STABLE N25_49 Z10 CIRCLE | De praktijk neemt al een jaar geen nieuwe mensen aan.
9 wijkteam-noord STRENGTH PUBLIC | De inloop aan de kade is laagdrempelig en wordt goed bezocht.
`;
