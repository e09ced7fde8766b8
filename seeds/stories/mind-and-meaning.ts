// Invented stories about mental health, substance use and meaning. How to read a line: see ../script.ts.
export const mindAndMeaning = `
== sluiswijk MENTAL_HEALTH MENTALLY_VULNERABLE
0 huisartsen-molen PROBLEM SERIOUS RISING N50_99 P CIRCLE CONTACT_PATTERN SUPPORT_UNAVAILABLE +ggz-oever | Angst en somberheid nemen in het spreekuur duidelijk toe. Na verwijzing volgt maanden wachten. // Het wachten zelf maakt mensen zieker.
1 ggz-oever PROBLEM SERIOUS RISING N10_24 P CIRCLE CARE_AVOIDERS | Outreachend team treft vaker mensen die alle hulp hebben opgezegd en de deur dicht houden.
2 wijkteam-zuid PROBLEM WORRYING RISING CIRCLE +corporatie-meerpaal | Bewoners met psychische klachten maken anderen bang, terwijl ze vooral zelf bang zijn.
3 politie PROBLEM WORRYING RISING WIJK_WALK CIRCLE | Verward gedrag op het pleintje komt wekelijks voor. Meestal gaat het om angst, niet om geweld.
4 corporatie-meerpaal PROBLEM WORRYING STABLE N10_24 HOUSEHOLDS CIRCLE SELF_NEGLECT | Overlast en vervuiling blijken bij doorvragen om psychische problemen te gaan.
6 huisartsen-kade:GP_MENTAL_HEALTH_NURSE PROBLEM WORRYING STABLE N25_49 P CIRCLE | Korte gesprekken zijn niet genoeg voor mensen bij wie schuld, slaap en angst door elkaar lopen.
7 apotheek-sluis PROBLEM WORRYING RISING N25_49 P CIRCLE | Het gebruik van slaap- en kalmeringsmiddelen loopt op, vaak al jaren achter elkaar.
9 school-het-riet PROBLEM WORRYING STABLE CIRCLE | Kinderen zorgen voor een ouder die de dag niet aankan en zeggen daar niets over.
10 welzijn:OUTREACH_WORKER SERVICE_GAP WORRYING STABLE PUBLIC | In het weekend en na vijf uur is er voor mensen in de war geen rustige plek om heen te gaan.
12 welzijn STRENGTH PUBLIC | De wandelgroep onder leiding van ervaringsdeskundigen heeft een vaste kern die elkaar opzoekt.
* 5 ggz-oever
* 8 huisartsen-molen
* 11 wijkteam-zuid

== zuiderplas MENTAL_HEALTH
0 huisartsen-dijk PROBLEM WORRYING NEW N25_49 P CIRCLE NOT_IN_SAMPLE +jgz | Jonge ouders in de nieuwbouw melden zich met uitputting en paniek. De vragenlijst heeft hen niet bereikt.
1 jgz PROBLEM WORRYING RISING N10_24 CIRCLE | Somberheid na de geboorte komt vaker ter sprake en blijft lang onbesproken.
3 wijkteam-zuid PROBLEM WORRYING RISING CIRCLE HIDDEN_BY_AVERAGE | Achter de mooie gevels is het stil. Forenzen zonder netwerk vallen pas op als ze uitvallen.
5 huisartsen-dijk PROBLEM SERIOUS RISING N10_24 P CIRCLE | Ziekmelding met burn-out gaat hier vaker over zorgtaken en reistijd dan over het werk zelf.
8 school-de-golf PROBLEM WORRYING RISING CIRCLE | Ouders zeggen ouderavonden af, omdat ze de avond niet meer trekken.
11 sport STRENGTH PUBLIC | De loopgroep rond de plas is voor veel nieuwe bewoners het eerste contact.
* 6 jgz

== molenweide MENTAL_HEALTH
2 huisartsen-molen PROBLEM WORRYING RISING N10_24 P CIRCLE | Prestatiedruk bij tieners komt vaker op tafel, meestal na een paniekaanval op school.
5 huisartsen-kade PROBLEM WORRYING RISING N5_9 P CIRCLE | Ook in onze praktijk komen meer scholieren uit deze wijk met slaapproblemen en spanning.
9 huisartsen-molen NEED ATTENTION STABLE N5_9 P CIRCLE | Ouders zoeken een gesprek voor hun kind zonder dat er meteen een diagnose hoeft te komen.

== havenkwartier MENTAL_HEALTH
1 huisartsen-kade:GP_MENTAL_HEALTH_NURSE PROBLEM WORRYING STABLE N25_49 P CIRCLE | Spanning door geld en wonen is de rode draad in de gesprekken. Rust komt pas als de post is opgeruimd.
4 wijkteam-noord PROBLEM WORRYING STABLE CIRCLE INCOMPLETE_HELP | Mensen krijgen hulp voor hun hoofd, terwijl hun huis en hun schuld blijven zoals ze zijn.
7 ggz-oever PROBLEM SERIOUS STABLE N5_9 P CIRCLE | Na opname komen mensen terug in dezelfde lekkende woning en beginnen de klachten opnieuw.
10 schuldhulp PROBLEM WORRYING STABLE CIRCLE | In de eerste gesprekken wordt vaak gezegd dat het zo niet meer hoeft. Wij zijn daar niet voor opgeleid.
* 3 huisartsen-kade:GP_MENTAL_HEALTH_NURSE

== binnenstad SUBSTANCE_USE ADDICTION
0 welzijn:OUTREACH_WORKER PROBLEM SERIOUS RISING N10_24 PUBLIC +verslavingszorg +politie | Op de kade wordt overdag weer openlijk gebruikt. De groep wordt jonger.
1 verslavingszorg PROBLEM SERIOUS RISING N10_24 CIRCLE | Combinaties van pillen en drank leiden vaker tot instorten op straat.
3 politie PROBLEM WORRYING RISING WIJK_WALK CIRCLE | In de stegen achter het uitgaansgebied ligt veel afval van lachgas en pillen.
4 huisartsen-kade PROBLEM WORRYING STABLE N10_24 CIRCLE | Drinken om te slapen wordt in het spreekuur gewoon gevonden en niet als probleem genoemd.
6 handhaving PROBLEM WORRYING STABLE DAILY WIJK_WALK CIRCLE | Elke ochtend ruimen we op dezelfde plekken blikken en zakjes op.
9 jongerenwerk PROBLEM WORRYING RISING N10_24 CIRCLE | Scholieren uit andere wijken komen hier kopen, omdat het er snel en makkelijk is.
12 verslavingszorg SERVICE_GAP WORRYING STABLE CIRCLE SUPPORT_NOT_FITTING | Er is geen plek voor mensen die willen minderen, maar nog niet willen stoppen.
* 5 politie
* 7 welzijn:OUTREACH_WORKER
* 10 handhaving

== rietlanden SUBSTANCE_USE
1 jongerenwerk PROBLEM WORRYING RISING N25_49 PUBLIC +college-waterrijk | Vapen begint nu in groep acht. Zakgeld gaat op aan smaakjes.
3 college-waterrijk PROBLEM WORRYING RISING N25_49 CIRCLE | In de pauze zijn leerlingen onrustig, tot ze even naar buiten zijn geweest.
5 jgz PROBLEM WORRYING NEW N10_24 CIRCLE | Pubers noemen vapen ontspannend en schrikken als ze horen hoeveel nicotine erin zit.
8 sport TREND ATTENTION RISING CIRCLE | Rond de kleedkamers wordt meer gevaped en gedronken na de wedstrijd.
11 jongerenwerk NEED ATTENTION STABLE PUBLIC | Ouders willen weten hoe ze hierover kunnen praten zonder ruzie.
* 6 college-waterrijk

== molenweide SUBSTANCE_USE
4 huisartsen-molen PROBLEM WORRYING STABLE N10_24 CIRCLE | Bij medicijncontrole blijkt dat veel ouderen elke avond meer drinken dan ze zelf dachten.
10 thuiszorg-plas PROBLEM ATTENTION STABLE N5_9 HOME_VISIT_PATTERN CIRCLE | Lege flessen en valpartijen gaan bij huisbezoeken vaker samen.

== meeuwenweide MEANING
0 thuiszorg-delta PROBLEM WORRYING RISING N10_24 HOME_VISIT_PATTERN CIRCLE FRAIL_OLDER_PEOPLE +welzijn:OLDER_PEOPLE_ADVISER | Ouderen zeggen steeds vaker dat hun leven klaar is, zonder dat ze somber of ziek zijn. // Dit vraagt om gezelschap en een taak, niet om behandeling.
2 welzijn:OLDER_PEOPLE_ADVISER PROBLEM WORRYING RISING N10_24 PUBLIC | Na het overlijden van een partner valt het ritme weg. Mensen weten niet meer waarvoor ze opstaan.
4 huisartsen-kade:GP_PRACTICE_NURSE PROBLEM WORRYING STABLE N10_24 CIRCLE | Vragen naar wat iemand nog wil, leveren vaak een lange stilte op.
6 welzijn SERVICE_GAP WORRYING STABLE PUBLIC | Sinds de kerk dicht is, is er geen plek meer voor gesprekken over verlies en zin.
9 wijkteam-noord NEED ATTENTION STABLE CIRCLE | Bewoners vragen om iemand die komt luisteren en geen formulier meebrengt.
12 welzijn:OLDER_PEOPLE_ADVISER STRENGTH PUBLIC | De verhalentafel, waar ouderen aan scholieren vertellen, geeft zichtbaar plezier.
* 7 thuiszorg-delta

== sluiswijk MEANING
3 welzijn STRENGTH PUBLIC | De buurtmoestuin geeft mensen zonder werk een reden om op te staan.
6 ggz-oever STRENGTH CIRCLE | Samen koken op donderdag geeft mensen met klachten een rol die telt.
9 wijkteam-zuid PROBLEM ATTENTION STABLE CIRCLE | Mensen zonder werk en zonder familie dichtbij zeggen dat niemand hen mist.

== binnenstad MENTAL_HEALTH
2 huisartsen-kade PROBLEM WORRYING STABLE N10_24 P CIRCLE | Kamerbewoners met angstklachten missen een vaste huisarts en verschijnen pas in crisis.
8 ggz-oever PROBLEM WORRYING STABLE N10_24 P CIRCLE | Dakloze mensen met psychische klachten passen niet in de gewone behandelroute.
`;
