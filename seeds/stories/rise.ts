// Invented notes of the last months that tell of something new: enough, by enough organisations, for an early warning.
export const rise = `
== rietlanden SUBSTANCE_USE
0 verslavingszorg PROBLEM SERIOUS NEW N10_24 CIRCLE | Jongeren uit deze wijk melden zich met klachten door lachgas, vorig jaar kwam niemand daarvoor.
0 politie PROBLEM WORRYING NEW LOCATIONS PUBLIC | Bij de sportvelden liggen elk weekend grote cilinders in de sloot.
0 jgz PROBLEM WORRYING RISING N10_24 CIRCLE | Tintelende voeten en zwalken na het weekend komen nu op elk spreekuur langs.
0 handhaving PROBLEM WORRYING RISING LOCATIONS PUBLIC | Ballonnen en patronen liggen ook overdag bij de winkels.
0 sport PROBLEM ATTENTION RISING CIRCLE | Trainers zien spelers die na het weekend hun evenwicht kwijt zijn.
1 jongerenwerk PROBLEM SERIOUS RISING N25_49 PUBLIC | De cilinders gaan van hand tot hand op het pleintje, ook bij twaalfjarigen.
1 college-waterrijk PROBLEM WORRYING RISING N10_24 CIRCLE | Leerlingen verkopen ballonnen door in de fietsenkelder.
1 handhaving PROBLEM WORRYING NEW LOCATIONS CIRCLE | Er wordt vanuit auto's verkocht langs de ringweg.
1 verslavingszorg NEED WORRYING NEW N10_24 CIRCLE | Ouders vragen om uitleg over lachgas en weten niet waar ze op moeten letten.
1 welzijn:OUTREACH_WORKER PROBLEM WORRYING RISING N10_24 CIRCLE | In de avond staat een vaste groep bij het tankstation met ballonnen.
2 politie PROBLEM WORRYING NEW LOCATIONS CIRCLE | Twee keer lag een scooter in de berm na gebruik van lachgas.
2 jgz PROBLEM WORRYING NEW N5_9 CIRCLE | Voor het eerst wordt lachgas genoemd in de gesprekken met tweedeklassers.
2 school-het-riet PROBLEM ATTENTION NEW CIRCLE | Kinderen spelen na wat ze bij de sportvelden zien gebeuren.
`;
