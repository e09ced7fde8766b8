// What the invented town does with its signals: who owns them, what was agreed, how it ended, and how figures were
// explained together. Owners are functions and teams, never persons.
import type { ConcordanceOutcome } from '../../server/codes/merge.ts';
import type { FollowUpResult, PublicationLevel, SignalStage } from '../../server/codes/notes.ts';
import type { Profession } from '../../server/codes/people.ts';
import type { ThemeCode } from '../../server/codes/themes.ts';

/** [wijk, theme, stage, owner, days from the anchor until the next step; null: none agreed]. */
type State = readonly [string, ThemeCode, SignalStage, string | null, number | null];

export const states: readonly State[] = [
  ['molenweide', 'MENTAL_HEALTH', 'NOTICED', null, null],
  ['rietlanden', 'SUBSTANCE_USE', 'SCREENING', 'Jongerenwerk', 20],
  ['zuiderplas', 'SOCIAL_NETWORK', 'COLLECTED', 'Welzijnswerk', 34],
  ['havenkwartier', 'PAPERWORK_DIGITAL', 'BUNDLED', 'Taalhuis', 27],
  ['sluiswijk', 'SAFETY_AT_HOME', 'BUNDLED', 'Regisseur huiselijk geweld', 12],
  ['sluiswijk', 'MENTAL_HEALTH', 'ANALYSED', 'Ggz en gemeente samen', 41],
  ['molenweide', 'LIVELIHOOD', 'ANALYSED', 'Schuldhulp', -9],
  ['binnenstad', 'SUBSTANCE_USE', 'REPORTED', 'Beleid gezondheid', 18],
  ['zuiderplas', 'ACCESS_TO_SERVICES', 'DECIDED', 'Wijkmanager Zuid', 55],
  ['havenkwartier', 'LIVELIHOOD', 'ACTED', 'Schuldhulp', 30],
  ['havenkwartier', 'HOUSING', 'ACTED', 'Woningcorporatie en gemeente', 62],
  ['meeuwenweide', 'SOCIAL_NETWORK', 'FED_BACK', 'Welzijnswerk', null],
  ['binnenstad', 'LIVING_ENVIRONMENT', 'FED_BACK', 'Wijkmanager Centrum', null],
  ['rietlanden', 'LIVING_ENVIRONMENT', 'DROPPED', 'Wijkmanager Noord', null],
];

interface Action {
  readonly wijk: string;
  readonly theme: ThemeCode;
  readonly action: string;
  readonly owner: string;
  /** Days before the anchor at which it was recorded. */
  readonly recorded: number;
  /** Days from the anchor at which it is due. */
  readonly due: number | null;
  /** Absent while open. */
  readonly closed?: {
    readonly result: FollowUpResult;
    readonly daysAgo: number;
    readonly feedback: string;
    readonly publicSentence: string;
  };
}

export const actions: readonly Action[] = [
  {
    wijk: 'havenkwartier',
    theme: 'LIVELIHOOD',
    action: 'Inloop voor geldvragen in het buurthuis, twee ochtenden per week en zonder afspraak.',
    owner: 'Schuldhulp en wijkteam Noord',
    recorded: 150,
    due: -60,
    closed: {
      result: 'TAKEN_UP',
      daysAgo: 52,
      feedback: 'De inloop is open. Jullie notities over wachten en schaamte gaven de doorslag.',
      publicSentence:
        'Wat doen we ermee? Sinds dit jaar kun je in het buurthuis zonder afspraak binnenlopen met geldvragen.',
    },
  },
  {
    wijk: 'havenkwartier',
    theme: 'LIVELIHOOD',
    action:
      'Met verhuurders en energiebedrijven afspreken dat een achterstand eerder wordt gemeld.',
    owner: 'Schuldhulp',
    recorded: 40,
    due: 30,
  },
  {
    wijk: 'havenkwartier',
    theme: 'HOUSING',
    action: 'Vochtmeting in alle portiekwoningen voor de winter.',
    owner: 'Woningcorporatie Het Anker',
    recorded: 90,
    due: -10,
    closed: {
      result: 'REPEAT',
      daysAgo: 12,
      feedback:
        'Dit is de derde melding over dezelfde woningen. De meting is nu onderdeel van de renovatie.',
      publicSentence:
        'Wat doen we ermee? Alle portiekwoningen worden gemeten en de renovatie begint met de natste.',
    },
  },
  {
    wijk: 'meeuwenweide',
    theme: 'SOCIAL_NETWORK',
    action: 'De gezamenlijke ruimte weer openen met een betaalde beheerder.',
    owner: 'Welzijnswerk en corporatie',
    recorded: 170,
    due: -100,
    closed: {
      result: 'TAKEN_UP',
      daysAgo: 95,
      feedback: 'De ruimte is open. De eettafel is er ingetrokken. Dank voor het blijven melden.',
      publicSentence:
        'Wat doen we ermee? De gezamenlijke ruimte is weer elke dag open en de eettafel is verhuisd.',
    },
  },
  {
    wijk: 'binnenstad',
    theme: 'LIVING_ENVIRONMENT',
    action: 'Nachtrooster van handhaving en horeca naast elkaar leggen.',
    owner: 'Wijkmanager Centrum',
    recorded: 120,
    due: -50,
    closed: {
      result: 'ALREADY_KNOWN',
      daysAgo: 48,
      feedback: 'Het geluid was bekend; de groei in de nacht niet. Het rooster is aangepast.',
      publicSentence:
        'Wat doen we ermee? Handhaving loopt nu tot vier uur. In het voorjaar kijken we of dat genoeg is.',
    },
  },
  {
    wijk: 'sluiswijk',
    theme: 'MENTAL_HEALTH',
    action: 'Met de zorgverzekeraar praten over de wachttijd voor behandeling.',
    owner: 'Beleid gezondheid',
    recorded: 110,
    due: -30,
    closed: {
      result: 'NO_ACTION_POSSIBLE',
      daysAgo: 26,
      feedback: 'De wachttijd kan de gemeente niet korter maken. Wel komt er een steunpunt.',
      publicSentence:
        'Nog geen actie: wachttijden voor behandeling regelt de gemeente niet. We melden elk half jaar hoe het staat.',
    },
  },
  {
    wijk: 'sluiswijk',
    theme: 'SAFETY_AT_HOME',
    action: 'Vast spreekuur in de school en de huisartsenpraktijk, zonder dat het zo heet.',
    owner: 'Regisseur huiselijk geweld',
    recorded: 35,
    due: 12,
  },
  {
    wijk: 'molenweide',
    theme: 'SAFETY_AT_HOME',
    action: 'Uitleg over het meldpunt ouderenmishandeling voor huisartsen en thuiszorg.',
    owner: 'Beleid zorg',
    recorded: 25,
    due: -5,
    closed: {
      result: 'REFERRED_TO_CONTACT_POINT',
      daysAgo: 6,
      feedback: 'Zorgen over één persoon horen bij het meldpunt. De route staat nu op één kaart.',
      publicSentence:
        'Wat doen we ermee? Zorgverleners weten nu waar ze zorgen over een oudere kunnen melden.',
    },
  },
  {
    wijk: 'molenweide',
    theme: 'LIVELIHOOD',
    action: 'Aanbod voor zelfstandigen met schulden bekendmaken via boekhouders en huisartsen.',
    owner: 'Schuldhulp',
    recorded: 70,
    due: -9,
  },
  {
    wijk: 'zuiderplas',
    theme: 'ACCESS_TO_SERVICES',
    action: 'Ruimte zoeken voor een huisarts, consultatiebureau en wijkteam onder één dak.',
    owner: 'Wijkmanager Zuid',
    recorded: 85,
    due: 55,
    closed: {
      result: 'ON_WIJK_AGENDA',
      daysAgo: 20,
      feedback: 'Het staat op de wijkagenda. De raad besluit in het voorjaar over de ruimte.',
      publicSentence:
        'Wat doen we ermee? Een gezondheidspunt staat op de wijkagenda. Besluit in het voorjaar.',
    },
  },
  {
    wijk: 'binnenstad',
    theme: 'SUBSTANCE_USE',
    action: 'Proef met een dagplek waar minderen genoeg is.',
    owner: 'Verslavingszorg en welzijn',
    recorded: 15,
    due: 75,
  },
];

interface Explained {
  readonly wijk: string;
  readonly theme: ThemeCode;
  readonly explanation: string;
  readonly figureRef: string | null;
  /** Outcome it explains; null: about the figure only. */
  readonly outcome: ConcordanceOutcome | null;
  readonly professions: readonly Profession[];
  readonly daysAgo: number;
  readonly level: PublicationLevel;
}

export const explained: readonly Explained[] = [
  {
    wijk: 'havenkwartier',
    theme: 'LIVELIHOOD',
    explanation:
      'Iedereen herkent het cijfer. De stijging komt vooral bij mensen met wisselend werk, die net te veel verdienen voor hulp.',
    figureRef: 'wr-payment-arrears:2025',
    outcome: 'CONFIRMED',
    professions: ['DEBT_COUNSELLOR', 'WIJKTEAM_WORKER', 'FOOD_BANK'],
    daysAgo: 60,
    level: 'PUBLIC',
  },
  {
    wijk: 'molenweide',
    theme: 'LIVELIHOOD',
    explanation:
      'Het gemiddelde verhult zelfstandigen met een koophuis en schulden. Inkomen van twee jaar terug laat dat nog niet zien.',
    figureRef: 'wr-low-income:2025',
    outcome: 'SIGNAL_ABOVE_FIGURE',
    professions: ['DEBT_COUNSELLOR', 'GP', 'PARTICIPATION_CASE_MANAGER'],
    daysAgo: 33,
    level: 'PUBLIC',
  },
  {
    wijk: 'meeuwenweide',
    theme: 'SOCIAL_NETWORK',
    explanation:
      'Cijfer en waarneming vallen samen met het verdwijnen van winkel, kerk en beheerder in korte tijd.',
    figureRef: 'wr-loneliness:2024',
    outcome: 'CONFIRMED',
    professions: ['OLDER_PEOPLE_ADVISER', 'DISTRICT_NURSE', 'GP'],
    daysAgo: 130,
    level: 'PUBLIC',
  },
  {
    wijk: 'binnenstad',
    theme: 'SUBSTANCE_USE',
    explanation:
      'Bewoners roken weinig en drinken veel; het gebruik op straat is vooral van bezoekers en staat in geen van beide cijfers.',
    figureRef: 'wr-heavy-drinker:2024',
    outcome: null,
    professions: ['ADDICTION_CARE', 'OUTREACH_WORKER', 'WIJK_POLICE_OFFICER'],
    daysAgo: 45,
    level: 'CIRCLE',
  },
  {
    wijk: 'dijkzicht',
    theme: 'SUBSTANCE_USE',
    explanation:
      'Drinken hoort in het dorp bij elk feest en valt daarom niemand op. De huisarts gaat er bij controles naar vragen.',
    figureRef: null,
    outcome: 'FIGURE_ABOVE_SIGNAL',
    professions: ['GP', 'DISTRICT_NURSE', 'WIJKTEAM_WORKER'],
    daysAgo: 21,
    level: 'CIRCLE',
  },
  {
    wijk: 'sluiswijk',
    theme: 'SAFETY_AT_HOME',
    explanation:
      'Er bestaat geen cijfer per wijk. Wat professionals zien past bij wat het meldpunt voor de hele gemeente telt.',
    figureRef: null,
    outcome: 'SIGNAL_WITHOUT_FIGURE',
    professions: ['WIJK_POLICE_OFFICER', 'SCHOOL_SOCIAL_WORKER', 'GP'],
    daysAgo: 30,
    level: 'PUBLIC',
  },
];
