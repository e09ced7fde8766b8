// Dutch sentences for simulated notes: invented, about patterns, without any person, so that they pass the
// screening. Independent notes share words as real ones do; an echo copies one text with small changes.
import type { ThemeCode } from '../../server/codes/themes.ts';
import { chance, pick, type Random } from './random.ts';

const seen: Readonly<Record<ThemeCode, readonly string[]>> = {
  LIVELIHOOD: [
    'gezinnen met betalingsachterstanden',
    'mensen die het eten niet rondkrijgen',
    'huishoudens zonder buffer',
    'bewoners die toeslagen laten liggen',
  ],
  WORK_EDUCATION: [
    'jongeren die stoppen met hun opleiding',
    'tijdelijk werk dat steeds afloopt',
    'bewoners zonder startkwalificatie',
    'mensen die al lang langs de kant staan',
  ],
  DAY_ACTIVITIES: [
    'mensen die overdag niets te doen hebben',
    'volle groepen bij de dagbesteding',
    'bewoners die hun dagritme kwijt zijn',
    'weinig plekken om overdag binnen te lopen',
  ],
  HOUSING: [
    'vocht en schimmel in de portieken',
    'gezinnen in te kleine woningen',
    'uitgestelde reparaties aan de flats',
    'huurders die vrezen voor uitzetting',
  ],
  FAMILY_PARENTING: [
    'ouders die vastlopen in de opvoeding',
    'spanningen in gezinnen na een scheiding',
    'kinderen die laat op school komen',
    'vragen over pubers en schermtijd',
  ],
  SAFETY_AT_HOME: [
    'spanningen achter de voordeur',
    'ruzies die de buren horen',
    'kinderen die niet naar huis durven',
    'zorgen over dwang in relaties',
  ],
  MENTAL_HEALTH: [
    'somberheid en slecht slapen',
    'lange wachttijden voor behandeling',
    'angstklachten bij jonge volwassenen',
    'mensen die vastlopen na hun behandeling',
  ],
  PHYSICAL_HEALTH: [
    'overgewicht bij schoolkinderen',
    'mensen die zorg uitstellen vanwege de kosten',
    'weinig beweging bij ouderen',
    'vaker valpartijen in huis',
  ],
  SUBSTANCE_USE: [
    'gebruik van lachgas op het plein',
    'meer drankgebruik bij oudere mannen',
    'jongeren die dagelijks blowen',
    'gebruik in de portieken',
  ],
  SELF_RELIANCE: [
    'ouderen die het huishouden niet meer redden',
    'vervuilde woningen',
    'mensen die hun hulpmiddel niet gebruiken',
    'bewoners die te lang zonder hulp zitten',
  ],
  PAPERWORK_DIGITAL: [
    'stapels ongeopende post',
    'mensen die niet kunnen inloggen',
    'brieven die niemand begrijpt',
    'aanvragen die te laat komen',
  ],
  SOCIAL_NETWORK: [
    'ouderen die niemand meer spreken',
    'nieuwe bewoners zonder contacten',
    'eenzaamheid na verlies van een partner',
    'buren die elkaar niet meer groeten',
  ],
  INFORMAL_CARE: [
    'mantelzorgers die omvallen',
    'jonge mantelzorgers die school missen',
    'partners die geen vervanging vinden',
    'zorg die alleen op dochters neerkomt',
  ],
  PARTICIPATION: [
    'verenigingen zonder vrijwilligers',
    'bewoners die zich niet gehoord voelen',
    'activiteiten waar steeds dezelfden komen',
    'statushouders die nergens aansluiten',
  ],
  MEANING: [
    'mensen die het nut niet meer zien',
    'gesprekken over zin en verlies',
    'bewoners die hun plek kwijt zijn',
    'vragen over afscheid en rouw',
  ],
  LIVING_ENVIRONMENT: [
    'afval naast de containers',
    'overlast van scooters in de avond',
    'donkere paden bij het park',
    'onveilig gevoel rond het station',
  ],
  ACCESS_TO_SERVICES: [
    'een lange weg naar het loket',
    'doorverwijzen zonder dat iemand helpt',
    'wachtlijsten bij de welzijnsorganisatie',
    'het inloopspreekuur dat verdween',
  ],
};

const openings = [
  'Ik zie',
  'Op huisbezoek zie ik',
  'Tijdens het spreekuur hoor ik over',
  'Collega’s spreken over',
  'Opvallend de laatste tijd:',
  'Bij de inloop gaat het over',
  'In gesprekken komt naar voren:',
  'Wij merken',
];
const amounts = [
  'vaker dan vorig jaar',
  'bijna elke week',
  'meer dan we gewend zijn',
  'in een paar straten',
  'vooral rond de flats',
  'ook bij mensen die werken',
  'in alle leeftijden',
  'sinds de winter',
];
const reasons = [
  'omdat de kosten stijgen',
  'omdat hulp te laat komt',
  'doordat het buurthuis dicht is',
  'omdat mensen de weg niet kennen',
  'door schaamte',
  'doordat regels steeds veranderen',
  'omdat niemand doorvraagt',
  'en een duidelijke oorzaak zien we niet',
  'doordat families verder weg wonen',
  'omdat wachttijden oplopen',
];
const endings = [
  'Verwijzen lukt niet goed.',
  'Samen optrekken met de school zou helpen.',
  'We weten niet wie dit oppakt.',
  'Een vaste plek in de wijk ontbreekt.',
  'Wie komt weet de weg, de rest zien we niet.',
  'Het vraagt tijd en vertrouwen.',
  'Het aanbod sluit niet aan.',
  'Na de zomer kijken we opnieuw.',
  'Aankloppen doen ze pas laat.',
  'In het overleg herkende men dit.',
];
const strengths = [
  'Bewoners zetten samen een maaltijd op',
  'De moeders van het schoolplein helpen elkaar',
  'Een nieuwe beheerder maakt het plein levendig',
  'Vrijwilligers draaien een goed bezocht spreekuur',
  'Buren houden een oogje in het zeil',
  'De sportclub trekt jongeren die nergens kwamen',
];

/** A note in a professional's own words. */
export function writeText(random: Random, theme: ThemeCode): string {
  const middle = chance(random, 0.7) ? `${pick(random, amounts)}, ` : '';
  const end = chance(random, 0.6) ? ` ${pick(random, endings)}` : '';
  return `${pick(random, openings)} ${pick(random, seen[theme])}, ${middle}${pick(random, reasons)}.${end}`;
}

export const writeStrength = (random: Random) =>
  `${pick(random, strengths)}, ${pick(random, amounts)}. ${pick(random, endings)}`;

/** The same text again: as it was, with another ending, or with a word added or changed. */
export function copyText(random: Random, text: string): string {
  const kind = random();
  if (kind < 0.5) return text;
  if (kind < 0.7) return `${text} Nog steeds.`;
  if (kind < 0.85)
    return (
      text
        .replace(/^(\S+ \S+)/, '$1 opnieuw')
        .toUpperCase()
        .slice(0, 1) + text.slice(1)
    );
  return text.replace(/\.$/, '!').replace(' de ', ' onze ');
}
