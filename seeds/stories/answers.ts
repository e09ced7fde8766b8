// What the invented town knew already, and what residents and professionals say back to published statements.
import type { ReviewReason } from '../../server/codes/notes.ts';
import type { ReactionStatus } from '../../server/codes/reactions.ts';
import type { ThemeCode } from '../../server/codes/themes.ts';

interface Document {
  /** Key of the wijk; `gemeente` for all of them. */
  readonly wijk: string;
  /** Null: about all themes. */
  readonly theme: ThemeCode | null;
  readonly title: string;
  readonly address: string;
  /** Days before the anchor. */
  readonly daysAgo: number;
}

export const documents: readonly Document[] = [
  {
    wijk: 'gemeente',
    theme: null,
    title: 'Wijkagenda Waterrijk (verzonnen)',
    address: 'https://waterrijk.example/wijkagenda.pdf',
    daysAgo: 300,
  },
  {
    wijk: 'gemeente',
    theme: 'LIVELIHOOD',
    title: 'Armoedemonitor Waterrijk (verzonnen)',
    address: 'https://waterrijk.example/armoedemonitor.pdf',
    daysAgo: 210,
  },
  {
    wijk: 'havenkwartier',
    theme: 'HOUSING',
    title: 'Vochtmeting portiekwoningen Kade (verzonnen)',
    address: 'https://waterrijk.example/vochtmeting-kade.pdf',
    daysAgo: 80,
  },
  {
    wijk: 'zuiderplas',
    theme: 'ACCESS_TO_SERVICES',
    title: 'Verkenning gezondheidspunt Zuiderplas (verzonnen)',
    address: 'https://waterrijk.example/gezondheidspunt.pdf',
    daysAgo: 120,
  },
];

interface Answer {
  readonly wijk: string;
  readonly theme: ThemeCode;
  /** What it answers: the signal itself, or the first follow-up or interpretation of it. */
  readonly to: 'SIGNAL' | 'FOLLOW_UP' | 'INTERPRETATION';
  /** Demo token of who wrote. */
  readonly by: string;
  /** Null once rejected or withdrawn. */
  readonly words: string | null;
  readonly status: ReactionStatus;
  readonly reason?: ReviewReason;
  readonly daysAgo: number;
}

const resident = 'demo:RESIDENT:GM9001';

export const answers: readonly Answer[] = [
  {
    ...{ wijk: 'havenkwartier', theme: 'LIVELIHOOD', to: 'FOLLOW_UP', by: resident },
    words: 'De inloop is fijn, maar de bus ernaartoe rijdt in de ochtend maar één keer.',
    ...{ status: 'PUBLISHED', daysAgo: 40 },
  },
  {
    ...{ wijk: 'havenkwartier', theme: 'LIVELIHOOD', to: 'INTERPRETATION' },
    by: 'demo:OBSERVER:GM9001:wijkteam-noord:WIJKTEAM_WORKER',
    words: 'Dit herkennen wij. Wisselend werk maakt elke maand anders.',
    ...{ status: 'PUBLISHED', daysAgo: 45 },
  },
  {
    ...{ wijk: 'meeuwenweide', theme: 'SOCIAL_NETWORK', to: 'SIGNAL', by: resident },
    words: 'Sinds de ruimte weer open is, zitten wij er elke week met de straat.',
    ...{ status: 'SUBMITTED', daysAgo: 2 },
  },
  {
    ...{ wijk: 'zuiderplas', theme: 'ACCESS_TO_SERVICES', to: 'FOLLOW_UP' },
    by: 'demo:OBSERVER:GM9001:schuldhulp:DEBT_COUNSELLOR',
    words: 'Een spreekuur in hetzelfde gebouw kan er zo bij.',
    ...{ status: 'SUBMITTED', daysAgo: 4 },
  },
  {
    ...{ wijk: 'binnenstad', theme: 'LIVING_ENVIRONMENT', to: 'SIGNAL', by: resident },
    words: null,
    ...{ status: 'REJECTED', reason: 'PERSON_RECOGNISABLE', daysAgo: 20 },
  },
  {
    ...{ wijk: 'molenweide', theme: 'LIVELIHOOD', to: 'SIGNAL', by: resident },
    words: null,
    ...{ status: 'WITHDRAWN', daysAgo: 15 },
  },
];
