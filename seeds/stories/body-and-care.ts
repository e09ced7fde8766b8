// Invented stories about physical health, self-reliance and informal care. How to read a line: see ../script.ts.
export const bodyAndCare = `
== havenkwartier PHYSICAL_HEALTH
0 huisartsen-kade PROBLEM SERIOUS RISING N50_99 CIRCLE K T +huisartsen-molen +apotheek-sluis | Suiker en hoge bloeddruk zien we op steeds jongere leeftijd. Controles worden vaak overgeslagen.
1 huisartsen-kade:GP_PRACTICE_NURSE PROBLEM WORRYING STABLE N50_99 CIRCLE | Leefstijladvies strandt op nachtdiensten, stress en de prijs van gezond eten.
3 sport PROBLEM WORRYING RISING N10_24 PUBLIC | Bij de sportinstuif raken kinderen sneller buiten adem dan een paar jaar geleden.
4 jgz PROBLEM WORRYING RISING N25_49 CIRCLE | Overgewicht bij kleuters en gaatjes in melktanden gaan hier vaak samen.
6 thuiszorg-delta PROBLEM WORRYING STABLE N10_24 HOME_VISIT_PATTERN CIRCLE | Wonden genezen slecht bij mensen die roken en krap eten.
8 school-de-golf PROBLEM WORRYING STABLE CIRCLE | Zwemdiploma's blijven achter. Zwemles is voor veel gezinnen te duur.
9 werkplein PROBLEM ATTENTION STABLE CIRCLE | Zwaar werk op jonge leeftijd levert rug- en schouderklachten op waar niemand iets mee doet.
11 sport STRENGTH PUBLIC | De roeiclub in de haven geeft gratis les en heeft een wachtlijst van kinderen uit de wijk.
* 5 huisartsen-kade
* 7 jgz

== meeuwenweide PHYSICAL_HEALTH
1 thuiszorg-delta PROBLEM WORRYING RISING N25_49 HOME_VISIT_PATTERN CIRCLE FRAIL_OLDER_PEOPLE | Ouderen eten eenzijdig en vallen af. Koken voor één persoon schiet erbij in.
4 huisartsen-kade:GP_PRACTICE_NURSE PROBLEM WORRYING RISING N25_49 CIRCLE | Vallen in huis is de meest genoemde reden voor een extra bezoek.
7 sport NEED ATTENTION STABLE PUBLIC | Ouderen willen bewegen in de buurt, op een vaste ochtend en zonder contract.
11 sport STRENGTH PUBLIC | Het jeu-de-boulesveld is elke middag bezet.

== sluiswijk PHYSICAL_HEALTH
3 sport STRENGTH PUBLIC | Het nieuwe sportveld tussen de flats wordt ook 's avonds veel gebruikt.
6 huisartsen-molen PROBLEM ATTENTION STABLE N25_49 CIRCLE | Mensen komen met pijnklachten waar geen lichamelijke oorzaak voor te vinden is.
10 school-het-riet STRENGTH PUBLIC | Sinds de gezonde pauze drinken kinderen vooral water.

== molenweide PHYSICAL_HEALTH
4 sport STRENGTH PUBLIC | Verenigingen delen hun velden en lenen materiaal uit aan wie het niet kan betalen.
9 huisartsen-molen PROBLEM ATTENTION STABLE N10_24 CIRCLE | Sportblessures bij veertigers nemen toe, vaak door te snel beginnen.
12 sport STRENGTH PUBLIC | De beweegtuin bij de molen wordt door alle leeftijden gebruikt.

== meeuwenweide SELF_RELIANCE FRAIL_OLDER_PEOPLE
0 thuiszorg-delta PROBLEM SERIOUS RISING N25_49 HOME_VISIT_PATTERN CIRCLE SUPPORT_UNAVAILABLE +huisartsen-kade:GP_PRACTICE_NURSE | Ouderen redden het wassen en aankleden niet meer, maar de wachttijd voor hulp loopt op. // Te weinig personeel lijkt een grotere oorzaak dan meer vraag.
1 welzijn:OLDER_PEOPLE_ADVISER PROBLEM WORRYING RISING N25_49 PUBLIC +gemeente | Boodschappen doen wordt een dagtaak sinds de buurtwinkel weg is.
2 huisartsen-kade:GP_PRACTICE_NURSE PROBLEM SERIOUS RISING N25_49 CIRCLE | Bij beginnende dementie duurt het te lang voordat er vaste hulp in huis is.
3 gemeente PROBLEM WORRYING RISING N25_49 OWN_REGISTRATION PUBLIC | Aanvragen voor hulp in huis stijgen. Er zijn te weinig handen om alles toe te kennen.
5 thuiszorg-delta PROBLEM WORRYING STABLE N10_24 HOME_VISIT_PATTERN CIRCLE | Medicijnen worden vergeten of dubbel genomen bij mensen zonder mantelzorger.
6 corporatie-anker PROBLEM WORRYING STABLE HOUSEHOLDS CIRCLE | Drempels en smalle trappen maken dat mensen hun huis niet meer uit komen.
8 thuiszorg-plas SERVICE_GAP SERIOUS STABLE N10_24 CIRCLE TOO_LATE | Tussen ziekenhuis en thuis valt een gat van dagen waarin niemand komt.
10 welzijn:OLDER_PEOPLE_ADVISER STRENGTH PUBLIC | De telefooncirkel belt elke ochtend en merkt het als er iets niet klopt.
12 wijkteam-noord PROBLEM WORRYING STABLE CIRCLE PROBLEM_NOT_RECOGNISED | Mensen zeggen dat het goed gaat, tot een buur belt.
* 4 thuiszorg-delta
* 7 gemeente
* 9 huisartsen-kade:GP_PRACTICE_NURSE

== dijkzicht SELF_RELIANCE
3 thuiszorg-plas STRENGTH CIRCLE | Families wonen dicht bij elkaar en nemen veel zorg zelf op zich.
8 huisartsen-dijk PROBLEM ATTENTION STABLE N5_9 CIRCLE | Ouderen houden lang vol op de boerderij en vragen laat om hulp.
12 gemeente STRENGTH PUBLIC | Vrijwilligers rijden mensen zelf naar het ziekenhuis.

== oosterland SELF_RELIANCE FRAIL_OLDER_PEOPLE
2 thuiszorg-delta PROBLEM WORRYING RISING N5_9 HOME_VISIT_PATTERN CIRCLE | Op afgelegen plekken zien ouderen soms dagen niemand buiten de zorg.
6 thuiszorg-delta PROBLEM WORRYING STABLE N5_9 HOME_VISIT_PATTERN CIRCLE | De alarmknop werkt op meerdere plekken niet door slecht bereik.

== oosterland SOCIAL_NETWORK
9 thuiszorg-delta PROBLEM ATTENTION STABLE N5_9 HOME_VISIT_PATTERN CIRCLE | Zonder auto is er in de winter weinig contact.

== meeuwenweide INFORMAL_CARE INFORMAL_CARERS
0 mantelzorgpunt PROBLEM SERIOUS RISING N25_49 PUBLIC +thuiszorg-delta | Partners die zelf op leeftijd zijn, zorgen dag en nacht en slaan hun eigen artsbezoek over. // Zorgen wordt hier gezien als plicht; hulp vragen als falen.
2 thuiszorg-delta PROBLEM WORRYING RISING N10_24 HOME_VISIT_PATTERN CIRCLE | Mantelzorgers tillen zwaar en weten niet dat er hulpmiddelen te leen zijn.
4 huisartsen-kade:GP_PRACTICE_NURSE PROBLEM WORRYING RISING N10_24 Z14 CIRCLE | Mantelzorgers komen met eigen klachten pas als het echt niet meer gaat.
7 welzijn:OLDER_PEOPLE_ADVISER SERVICE_GAP WORRYING STABLE PUBLIC SUPPORT_UNAVAILABLE | Een dag logeeropvang is er alleen aan de andere kant van de stad.
10 mantelzorgpunt STRENGTH PUBLIC | De mantelzorglunch trekt elke maand nieuwe mensen.
* 5 mantelzorgpunt
* 8 thuiszorg-delta

== dijkzicht INFORMAL_CARE INFORMAL_CARERS INVISIBLE
1 mantelzorgpunt PROBLEM WORRYING RISING N5_9 PUBLIC +school-de-golf | Jonge mantelzorgers vallen niet op: op school zeggen ze dat ze gewoon meehelpen.
3 school-de-golf PROBLEM WORRYING STABLE CIRCLE PROBLEM_NOT_RECOGNISED | Kinderen regelen thuis medicijnen en maaltijden en zijn in de klas moe.
5 thuiszorg-plas PROBLEM WORRYING RISING N5_9 HOME_VISIT_PATTERN CIRCLE | Dochters met een baan doen de zorg er stil bij en melden zich later zelf ziek.
8 huisartsen-dijk PROBLEM WORRYING STABLE N5_9 CIRCLE | Overbelasting noemt hier niemand zo. Men vindt het vanzelfsprekend.
11 mantelzorgpunt NEED ATTENTION STABLE PUBLIC | Er is vraag naar vervangende zorg voor een paar uur, dicht bij huis.
* 6 mantelzorgpunt

== zuiderplas INFORMAL_CARE
5 mantelzorgpunt PROBLEM ATTENTION NEW CIRCLE | Bewoners rijden uren per week naar ouders in een andere stad.

== rietlanden PHYSICAL_HEALTH
3 sport STRENGTH PUBLIC | Kinderen fietsen hier vanzelfsprekend naar school en sport.
7 jgz PROBLEM ATTENTION RISING N10_24 CIRCLE | Brillen en vermoeide ogen komen bij schoolkinderen vaker voor, ouders noemen schermen.
11 huisartsen-molen PROBLEM ATTENTION STABLE N10_24 CIRCLE R | Allergieklachten houden langer aan dan vroeger.
`;
