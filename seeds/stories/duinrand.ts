// Invented notes of the neighbouring gemeente Duinrand: few, so that tenancy and comparison can be seen.
export const duinrandStories = `
== duindorp SOCIAL_NETWORK
1 wijkteam-duinrand PROBLEM WORRYING RISING PUBLIC +huisartsen-duin | In de winter sluiten pensions en cafés. Vaste bewoners zien dan weken bijna niemand.
3 huisartsen-duin PROBLEM WORRYING STABLE N10_24 CIRCLE | Seizoenswerkers die blijven hangen, hebben na de zomer geen netwerk.
6 welzijn-duin PROBLEM WORRYING STABLE CIRCLE | Het dorpshuis is alleen nog open als er een vrijwilliger is.
9 welzijn-duin STRENGTH PUBLIC | Het shantykoor haalt mensen op die niet meer alleen durven fietsen.

== strandwijk HOUSING
1 wijkteam-duinrand PROBLEM SERIOUS RISING HOUSEHOLDS N10_24 PUBLIC | Zomerhuisjes worden het hele jaar bewoond, zonder isolatie en zonder inschrijving.
4 gemeente PROBLEM WORRYING RISING CIRCLE | Bewoners van vakantieparken vragen geen hulp, uit angst dat ze weg moeten.
7 huisartsen-duin PROBLEM WORRYING STABLE N10_24 R CIRCLE | Luchtwegklachten in de winter hangen samen met kachels en vocht.
11 welzijn-duin STRENGTH PUBLIC | Bewoners van het park delen gereedschap en stookhout.

== kerkeveld LIVELIHOOD
2 wijkteam-duinrand PROBLEM WORRYING STABLE CIRCLE | Inkomen uit het seizoen is op voor de lente begint.
5 welzijn-duin NEED ATTENTION STABLE CIRCLE | Er is vraag naar hulp met papieren in de stille maanden.
8 huisartsen-duin PROBLEM ATTENTION STABLE N10_24 CIRCLE | Geldzorgen komen ieder voorjaar terug in het spreekuur.

== meerzicht MENTAL_HEALTH
3 huisartsen-duin PROBLEM WORRYING STABLE N10_24 P CIRCLE | Voor behandeling moeten mensen naar een andere stad. Velen zien daarvan af.
7 wijkteam-duinrand SERVICE_GAP WORRYING STABLE CIRCLE | Er is geen inloop in de buurt voor mensen die in de war zijn.

== helmduin LIVING_ENVIRONMENT
2 gemeente PROBLEM ATTENTION STABLE CIRCLE | Strandbezoekers parkeren in de woonstraten.
6 welzijn-duin STRENGTH PUBLIC | Bewoners ruimen elke maand samen het strand op.

== bosrand SELF_RELIANCE
0 gemeente PROBLEM WORRYING SUBMITTED | Hulp in huis is in het buitengebied niet te krijgen.
4 wijkteam-duinrand PROBLEM ATTENTION STABLE CIRCLE | Ouderen stellen verhuizen uit tot het niet meer gaat.
`;
