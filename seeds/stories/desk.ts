// Invented notes that are on the reviewer's desk, came back, or no longer count: every status of chapter 12. Texts
// of what was rejected or withdrawn are erased by the rules; they stand here for the reader only.
export const desk = `
== havenkwartier LIVELIHOOD
0 wijkteam-noord PROBLEM WORRYING RISING SUBMITTED | Gezinnen stellen de tandarts uit, ook als er pijn is.
0 voedselbank NEED ATTENTION SUBMITTED | Er is vraag naar verse groente in plaats van blikken.
0 schuldhulp PROBLEM WORRYING NEW SUBMITTED | Deurwaarders kondigen vaker beslag aan op de auto waarmee mensen naar hun werk gaan.
0 school-de-golf PROBLEM WORRYING IN_REVIEW | Traktaties worden overgeslagen en kinderen melden zich ziek op hun verjaardag.
0 wijkteam-noord PROBLEM ATTENTION DRAFT | Bewoners praten over een nieuwe flitskredietwinkel op de hoek van het plein.
2 schuldhulp PROBLEM SERIOUS RETURNED SINGLE_CASE | Een huishouden is uit huis gezet en staat met spullen op de stoep.
3 welzijn PROBLEM WORRYING REJECTED DUPLICATE | Mensen melden zich laat met schulden.
5 voedselbank PROBLEM WORRYING WITHDRAWN | De pakketten raken halverwege de middag op.
18 voedselbank PROBLEM WORRYING RISING EXPIRED CIRCLE | Na de kerst komen er elk jaar nieuwe klanten bij.
19 schuldhulp PROBLEM SERIOUS RISING EXPIRED CIRCLE | De energieprijzen brengen gezinnen in de knel die nooit eerder schulden hadden.

== eilanden LIVING_ENVIRONMENT
0 handhaving PROBLEM ATTENTION NEW SUBMITTED | Bij de brug naar de eilanden wordt veel te hard gereden.
0 gemeente:WIJK_MANAGER NEED ATTENTION DRAFT | Bewoners vragen om bomen en schaduw langs het water.
19 politie PROBLEM ATTENTION STABLE EXPIRED CIRCLE | Bouwverkeer rijdt door de woonstraten.
20 handhaving PROBLEM ATTENTION STABLE EXPIRED CIRCLE | Losse bouwhekken waaien om in de straten die nog niet af zijn.
18 corporatie-meerpaal STRENGTH EXPIRED CIRCLE | Eerste bewoners organiseren samen een welkomstavond.

== eilanden ACCESS_TO_SERVICES
0 jgz PROBLEM WORRYING NEW N10_24 SUBMITTED | Op de eilanden is nog geen opvang. Ouders rijden heen en weer over één brug.
1 huisartsen-kade PROBLEM WORRYING NEW N10_24 IN_REVIEW | Bewoners van de eilanden komen met de auto en melden dat de bus na zeven uur niet rijdt.

== sluiswijk MENTAL_HEALTH
0 ggz-oever PROBLEM SERIOUS RISING N10_24 P SUBMITTED | Het aantal mensen dat zonder behandeling thuis zit, groeit.
0 huisartsen-molen PROBLEM WORRYING RISING N10_24 P IN_REVIEW | Jongvolwassenen zeggen vaker dat ze geen toekomst zien in deze wijk.
0 wijkteam-zuid PROBLEM WORRYING DRAFT | In de lift hangen briefjes met scheldwoorden over bewoners die in de war zijn.
1 apotheek-sluis PROBLEM WORRYING N10_24 RETURNED UNCLEAR | Er klopt iets niet met de herhaalrecepten.
4 corporatie-meerpaal PROBLEM WORRYING REJECTED PERSON_RECOGNISABLE | Op één galerij weten alle buren over wie dit gaat.
18 ggz-oever PROBLEM SERIOUS RISING N10_24 P EXPIRED CIRCLE | Crisisdiensten worden vaker gebeld voor mensen die al bekend zijn.

== binnenstad LIVING_ENVIRONMENT
0 handhaving PROBLEM WORRYING RISING WIJK_WALK SUBMITTED | Scooters worden geparkeerd op de geleidelijnen voor blinde mensen.
0 politie PROBLEM WORRYING WIJK_WALK IN_REVIEW | Rond de kermis was het onrustiger dan andere jaren.
1 gemeente:WIJK_MANAGER PROBLEM ATTENTION RETURNED JUDGEMENT_NOT_OBSERVATION | De bezoekers van de nachtzaken zijn het probleem van deze wijk.
6 welzijn PROBLEM ATTENTION REJECTED OUT_OF_SCOPE | De gemeenteraad zou vaker in de wijk moeten komen.
9 handhaving PROBLEM WORRYING WITHDRAWN | Op de markt blijft afval liggen.
18 handhaving PROBLEM WORRYING RISING EXPIRED CIRCLE | Terrassen breiden uit tot over de stoep.

== meeuwenweide SELF_RELIANCE
0 thuiszorg-delta PROBLEM SERIOUS RISING N10_24 SUBMITTED | De avondroute is niet rond te krijgen. Mensen gaan om zes uur al naar bed.
0 gemeente PROBLEM WORRYING SUBMITTED | Hulpmiddelen worden laat geleverd. Mensen blijven daardoor binnen.
0 welzijn:OLDER_PEOPLE_ADVISER NEED ATTENTION DRAFT | Ouderen vragen om een bankje halverwege de winkel.
3 huisartsen-kade:GP_PRACTICE_NURSE PROBLEM WORRYING N10_24 RETURNED UNCLEAR | De overgang naar het verpleeghuis loopt niet.
8 thuiszorg-delta PROBLEM WORRYING N10_24 WITHDRAWN | Sleutelkastjes zijn op veel adressen kapot.

== rietlanden FAMILY_PARENTING
0 jeugdhulp-horizon PROBLEM SERIOUS RISING N10_24 SUBMITTED | Wachten op specialistische hulp duurt nu langer dan een schooljaar.
0 school-het-riet PROBLEM WORRYING SUBMITTED | Het aantal gesprekken over gescheiden ouders is verdubbeld.
0 jongerenwerk PROBLEM ATTENTION IN_REVIEW | Kinderen vertellen dat er thuis niet samen wordt gegeten.
1 school-het-riet PROBLEM WORRYING RETURNED SINGLE_CASE | In één klas speelt een heftige scheiding.
5 jgz PROBLEM WORRYING N10_24 REJECTED SINGLE_CASE | Het gaat in één gezin niet goed.
18 jgz PROBLEM WORRYING RISING N10_24 EXPIRED CIRCLE | De vraag naar opvoedgesprekken groeit sneller dan het aanbod.

== molenweide LIVELIHOOD
0 schuldhulp PROBLEM SERIOUS RISING SUBMITTED | Beslag op de zakelijke rekening treft meteen ook het huishouden.
1 werkplein PROBLEM WORRYING IN_REVIEW | Ondernemers stoppen stil met hun zaak en schrijven zich nergens in.
`;
