// Invented stories about housing, family and safety at home. How to read a line: see ../script.ts.
export const homeAndFamily = `
== havenkwartier HOUSING
0 corporatie-anker PROBLEM SERIOUS STABLE N50_99 HOUSEHOLDS OWN_REGISTRATION PUBLIC +huisartsen-kade | Schimmel in slaapkamers komt in hele rijen portiekwoningen terug, ook na schilderwerk. // De oorzaak lijkt in de gevel te zitten en niet bij het luchten.
1 huisartsen-kade PROBLEM WORRYING RISING N10_24 R Z03 CIRCLE | Benauwdheid en hoest bij kinderen hangen in veel gesprekken samen met vochtige woningen.
3 wijkteam-noord PROBLEM WORRYING RISING HOUSEHOLDS CIRCLE LABOUR_MIGRANTS NOT_IN_REGISTER | In kleine woningen wonen veel meer mensen dan er staan ingeschreven, in wisselende groepen.
4 handhaving PROBLEM WORRYING RISING N5_9 LOCATIONS WIJK_WALK CIRCLE LABOUR_MIGRANTS | Brandgangen staan vol matrassen en fietsen bij panden met kamerverhuur.
6 corporatie-anker:CARETAKER PROBLEM ATTENTION STABLE CIRCLE | De lift en de voordeur zijn vaak kapot. Bewoners melden het niet meer.
8 welzijn NEED WORRYING STABLE PUBLIC | Bewoners willen weten wanneer de renovatie begint en horen elk jaar iets anders.
10 school-de-golf PROBLEM WORRYING STABLE N5_9 CIRCLE | Kinderen vertellen dat ze geen eigen bed hebben en moe in de klas zitten.
12 corporatie-anker STRENGTH PUBLIC | Een groep huurders houdt samen de binnentuinen bij en spreekt nieuwe bewoners aan.
* 5 huisartsen-kade
* 9 wijkteam-noord

== binnenstad HOUSING HOMELESS
1 welzijn:OUTREACH_WORKER PROBLEM SERIOUS RISING N10_24 PUBLIC NOT_IN_REGISTER +wijkteam-noord | Steeds meer mensen slapen op banken bij kennissen en verhuizen elke week. Zij staan nergens als dakloos geteld. // Het cijfer over daklozen mist precies deze groep.
3 wijkteam-noord PROBLEM WORRYING RISING CIRCLE | Na een scheiding is er voor mensen met een gewoon inkomen geen kamer te vinden.
5 politie PROBLEM WORRYING STABLE N5_9 WIJK_WALK CIRCLE | In portieken en onder de brug liggen vaker slaapspullen.
7 huisartsen-kade PROBLEM WORRYING STABLE N5_9 CIRCLE | Mensen zonder vast adres schrijven zich niet in en komen met verwaarloosde wonden.
10 werkplein SERVICE_GAP WORRYING STABLE CIRCLE | Zonder briefadres komt er geen uitkering en zonder uitkering geen kamer. Daar zit de klem.

== sluiswijk HOUSING
2 corporatie-meerpaal PROBLEM WORRYING STABLE CIRCLE | Geluid en stank tussen de verdiepingen leiden tot ruzies waar niemand uitkomt.
7 corporatie-meerpaal:HOUSING_CONSULTANT NEED ATTENTION STABLE CIRCLE | Ouderen op hoge verdiepingen willen naar beneden verhuizen, maar er komt niets vrij.

== rietlanden HOUSING
2 corporatie-meerpaal NEED ATTENTION STABLE PUBLIC | Jongvolwassenen uit de wijk wachten bij hun ouders op een eerste woning.
5 wijkteam-noord PROBLEM ATTENTION STABLE CIRCLE | Na een scheiding zoeken ouders een tweede woning in de buurt van de school.
9 corporatie-anker STRENGTH PUBLIC | Buren ruilen tuinwerk en oppas. Nieuwe bewoners worden snel opgenomen.
13 handhaving PROBLEM ATTENTION FALLING CIRCLE | Er zijn nog een paar klachten over schuttingen en schuurtjes, minder dan eerder.

== eilanden HOUSING
15 corporatie-meerpaal PROBLEM ATTENTION STABLE WITHDRAWN | Nieuwe bewoners melden opleverpunten die lang blijven liggen.

== rietlanden FAMILY_PARENTING
0 school-het-riet PROBLEM WORRYING RISING N25_49 PUBLIC +jgz +jeugdhulp-horizon | Kleuters komen vaker onrustig en moe binnen. Ouders vertellen dat de avonden thuis op schermen draaien. // Schermen zijn eerder een gevolg van moeheid dan de oorzaak.
1 jeugdhulp-horizon PROBLEM SERIOUS RISING N10_24 HOUSEHOLDS CIRCLE TOO_LATE | Gezinnen wachten maanden op hulp en zitten dan al op hun tandvlees.
2 jgz PROBLEM WORRYING RISING N10_24 CIRCLE | Op het consultatiebureau huilen jonge ouders vaker van uitputting. Ze noemen werk, kinderen en zieke ouders tegelijk.
4 wijkteam-noord PROBLEM WORRYING STABLE HOUSEHOLDS CIRCLE INCOMPLETE_HELP | Bij strijd na een scheiding krijgt elk gezinslid een eigen hulpverlener en niemand kijkt naar het geheel.
5 huisartsen-molen PROBLEM WORRYING RISING N10_24 Z16 P CIRCLE | Ouders vragen een verwijzing voor hun kind, terwijl de spanning vooral bij henzelf zit.
7 school-het-riet NEED WORRYING STABLE PUBLIC | Ouders vragen om een vaste plek op school voor opvoedvragen, zonder verwijzing en zonder dossier.
9 jongerenwerk PROBLEM ATTENTION RISING CIRCLE | Kinderen van een jaar of tien lopen tot laat alleen over het plein.
11 sport STRENGTH PUBLIC | De vadergroep op zaterdag bij het voetbalveld trekt vaders die nooit op een ouderavond komen.
* 6 jgz
* 8 jeugdhulp-horizon
* 12 school-het-riet

== zuiderplas FAMILY_PARENTING
2 jgz PROBLEM WORRYING RISING N10_24 CIRCLE | In de nieuwbouw kennen jonge ouders niemand om even op te passen of mee te praten.
4 school-de-golf PROBLEM WORRYING STABLE CIRCLE | De opvang na school is vol. Kinderen gaan met een sleutel naar huis.
7 wijkteam-zuid NEED WORRYING STABLE PUBLIC | Ouders vragen om een speelplek binnen voor natte dagen.
10 jeugdhulp-horizon PROBLEM WORRYING RISING N5_9 CIRCLE | Huilbaby's en te weinig slaap zijn vaak de eerste reden om hulp te vragen.
13 welzijn STRENGTH PUBLIC | De speelgoedruil in de bouwkeet is begonnen door ouders zelf.

== havenkwartier FAMILY_PARENTING SINGLE_PARENT_FAMILIES
2 jeugdhulp-horizon PROBLEM SERIOUS STABLE N10_24 HOUSEHOLDS CIRCLE MULTI_PROBLEM_HOUSEHOLDS | In gezinnen met schulden en ziekte komt opvoedhulp niet op gang, omdat eerst de rekeningen schreeuwen.
5 school-de-golf PROBLEM WORRYING STABLE CIRCLE | Oudere kinderen brengen en halen de jongste en missen zelf de gymles.
8 wijkteam-noord PROBLEM WORRYING STABLE CIRCLE | Alleenstaande ouders zeggen afspraken af, omdat er geen oppas is.
12 jgz STRENGTH CIRCLE | Moeders van het inloopuur lopen samen op en houden elkaar in de gaten.

== sluiswijk SAFETY_AT_HOME
0 wijkteam-zuid PROBLEM SERIOUS RISING N10_24 HOUSEHOLDS CIRCLE INVISIBLE +school-het-riet +huisartsen-molen | Vrouwen vertellen in groepen voorzichtig over controle en dreiging thuis. Hulp vragen durven ze niet.
1 huisartsen-molen PROBLEM SERIOUS RISING N5_9 Z12 SEALED DOMESTIC_VIOLENCE_VICTIMS | Onverklaarde klachten blijken na meer gesprekken vaak met angst thuis te maken te hebben.
2 school-het-riet PROBLEM SERIOUS STABLE CIRCLE | Leerkrachten zien kinderen die schrikken van harde stemmen en niet naar huis willen.
4 politie PROBLEM WORRYING RISING WIJK_WALK CIRCLE | Op de galerijen is vaker geschreeuw te horen. Omwonenden zeggen dat ze niet meer bellen.
6 corporatie-meerpaal PROBLEM WORRYING STABLE N5_9 HOUSEHOLDS CIRCLE | Bij onderhoud zien we kapotte binnendeuren. Bewoners willen er niet over praten.
8 ggz-oever SERVICE_GAP SERIOUS STABLE CIRCLE SUPPORT_UNAVAILABLE | Voor plegers die hulp willen, is er binnen een half jaar geen plek.
11 welzijn STRENGTH PUBLIC | De kookgroep voor vrouwen is een plek waar zware dingen gezegd worden.
* 5 wijkteam-zuid
* 9 school-het-riet

== havenkwartier SAFETY_AT_HOME
1 wijkteam-noord PROBLEM SERIOUS STABLE HOUSEHOLDS CIRCLE | Ruzie over geld loopt in gezinnen vaker uit op dreigen. Het wordt pas laat bekend.
4 school-de-golf:SCHOOL_SOCIAL_WORKER PROBLEM SERIOUS STABLE N5_9 CIRCLE | Leerlingen vertellen in de kring over ruzies die de hele nacht duren.
6 huisartsen-kade PROBLEM WORRYING STABLE N5_9 CIRCLE DOMESTIC_VIOLENCE_VICTIMS | Vragen over veiligheid thuis worden eerder beantwoord als er geen familie bij is.
9 jgz NEED WORRYING STABLE CIRCLE | Tolken zijn moeilijk te krijgen, waardoor familieleden meeluisteren bij moeilijke gesprekken.
* 10 wijkteam-noord

== molenweide SAFETY_AT_HOME
1 huisartsen-molen PROBLEM URGENT RISING N5_9 CIRCLE FRAIL_OLDER_PEOPLE | We zien meer tekenen van financiële uitbuiting van ouderen door mensen dicht om hen heen.
3 thuiszorg-plas PROBLEM SERIOUS RISING N5_9 HOME_VISIT_PATTERN CIRCLE FRAIL_OLDER_PEOPLE | Pasjes en post van ouderen zijn vaker in handen van anderen, zonder dat daar afspraken over zijn.
6 wijkteam-zuid PROBLEM WORRYING STABLE SEALED SHAME | Geweld achter de voordeur wordt hier langer verborgen gehouden, om de goede naam.
9 politie PROBLEM ATTENTION STABLE RESIDENT_TALK CIRCLE | Buren horen veel, maar vinden dat het niet hun zaak is.

== dijkzicht SAFETY_AT_HOME
4 wijkteam-noord PROBLEM WORRYING STABLE CIRCLE | Bewoners wijzen op spanningen in gezinnen, maar noemen geen voorbeelden.
`;
