// Invented notes of the last months that tell of something new: enough, by enough organisations, for an early warning.
export const rise = `
== zuiderplas LIVELIHOOD
0 schuldhulp PROBLEM SERIOUS NEW HOUSEHOLDS N25_49 PUBLIC | De eerste afrekening van het warmtenet in de Nieuwe Strook is drie keer zo hoog als het voorschot.
0 wijkteam-zuid PROBLEM WORRYING RISING HOUSEHOLDS N10_24 CIRCLE | Bewoners van de nieuwe straten komen met brieven over warmte die zij niet kunnen betalen.
0 voedselbank PROBLEM WORRYING NEW HOUSEHOLDS N10_24 PUBLIC | Voor het eerst halen gezinnen uit een koophuis hier een pakket.
0 corporatie-meerpaal PROBLEM WORRYING RISING HOUSEHOLDS N10_24 CIRCLE | Huurders vragen om uitstel van huur omdat de warmterekening voorgaat.
0 welzijn PROBLEM WORRYING RISING CIRCLE | Aan de keukentafel gaat het nu elke week over stookkosten.
0 huisartsen-molen PROBLEM WORRYING NEW N10_24 CIRCLE | Slecht slapen door geldzorgen wordt vaker genoemd door jonge ouders.
1 schuldhulp PROBLEM SERIOUS NEW HOUSEHOLDS N25_49 CIRCLE | Betalingsregelingen met de warmteleverancier lopen vast op de hoge termijn.
1 wijkteam-zuid NEED WORRYING NEW HOUSEHOLDS PUBLIC | Bewoners zoeken iemand die meeleest met de afrekening.
1 werkplein PROBLEM ATTENTION RISING N10_24 CIRCLE | Werkende ouders vragen om meer uren vanwege vaste lasten.
1 welzijn PROBLEM WORRYING NEW CIRCLE | De inloop in de bouwkeet zit vol met vragen over één leverancier.
2 schuldhulp PROBLEM WORRYING NEW HOUSEHOLDS N10_24 PUBLIC | Uit de nieuwste straten komen de eerste aanmeldingen ooit.
2 thuiszorg-plas PROBLEM ATTENTION NEW N5_9 HOME_VISIT_PATTERN CIRCLE | De verwarming staat bij huisbezoeken op een paar kamers helemaal uit.
`;
