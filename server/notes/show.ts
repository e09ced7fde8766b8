// What of a field note one reader sees (S3, S9, chapter 16). Pure: every column that reaches the API passes
// here. Author and reviewer see days; everyone else sees months, so that timing tells nobody who wrote.
import { type Actor, isReviewerOf, mayReadText } from '../access/actor.ts';
import type { PopulationGroup, VisibilityReason } from '../codes/groups.ts';
import type {
  NoteSourceType,
  PublicationLevel,
  ReviewDecision,
  ReviewReason,
} from '../codes/notes.ts';
import type { Profession, Regime } from '../codes/people.ts';
import type { NoteFeedback } from '../follow-ups/feedback.ts';
import { monthOf } from '../privacy/disclosure.ts';
import type { Naming } from '../privacy/naming.ts';
import { dayOf } from './calendar.ts';
import { type NoteContent, secretRegimes } from './check.ts';
import type { NoteRow } from './rows.ts';

/** Why a text is there or not; a missing text is never unexplained. */
export const textStates = {
  READABLE: 'The words may be read by whoever asks.',
  EXCERPT_ONLY: 'Everyone reads the approved excerpt; the full words stay within the circle.',
  SEALED: 'There are words, but not for whoever asks.',
  ERASED: 'The words were erased; the coded record stays.',
} as const;
export type NoteTextState = keyof typeof textStates;

/** A note as read for one actor: the status as it is today, and whether the actor wrote it. */
export interface ReadNote extends NoteRow {
  readonly isMine: boolean;
}

export interface NoteReview {
  readonly decision: ReviewDecision;
  readonly reason: ReviewReason | null;
  readonly publicationLevel: PublicationLevel | null;
  readonly version: number;
  readonly reviewedOn: string;
}

export interface NoteConflict {
  readonly revision: number;
  readonly baseVersion: number;
  readonly receivedAt: Date;
  readonly observationText: string | null;
  readonly interpretationText: string | null;
  readonly content: Pick<NoteContent, 'placeCode' | 'theme' | 'kind' | 'severity'>;
}

/** What stands around a note in other tables. */
export interface NoteExtras {
  readonly reviews: readonly NoteReview[];
  readonly conflicts: readonly NoteConflict[];
  readonly confirmationCount: number;
  /** What of its writer's profession and regime may be told. */
  readonly naming: Naming;
  /** Groups of this note that enough published notes of the same place and theme speak of (S3). */
  readonly commonGroups: readonly string[];
  /** What the actor was told about an own part in this note: as its author or as one who confirmed it. */
  readonly whatHappened: readonly NoteFeedback[];
}

export const noExtras: NoteExtras = {
  reviews: [],
  conflicts: [],
  confirmationCount: 0,
  naming: { profession: null, regime: null },
  commonGroups: [],
  whatHappened: [],
};

export type ShownNote = Pick<
  NoteRow,
  | 'id'
  | 'placeCode'
  | 'editionYear'
  | 'theme'
  | 'kind'
  | 'status'
  | 'severity'
  | 'scaleBand'
  | 'scaleUnit'
  | 'frequency'
  | 'trend'
  | 'evidenceBasis'
  | 'figureRef'
  | 'icpc'
  | 'observedFrom'
  | 'observedTo'
  | 'version'
  | 'observationText'
  | 'interpretationText'
  | 'excerpt'
> & {
  readonly populationGroups: readonly PopulationGroup[];
  readonly visibilityReasons: readonly VisibilityReason[];
  readonly recordedAt: string;
  readonly validUntil: string;
  readonly publishedOn: string | null;
  readonly textState: NoteTextState;
  readonly shownWords: string | null;
  readonly sourceType: NoteSourceType | null;
  readonly publicationLevel: PublicationLevel | null;
  readonly profession: Profession | null;
  readonly regime: Regime | null;
  /** Null for others than author and reviewer. */
  readonly mayBePublic: boolean | null;
  readonly organisation: string | null;
  readonly isMine: boolean;
  /** The author or a reviewer of the gemeente asks. */
  readonly isInside: boolean;
  readonly confirmationCount: number | null;
  readonly reviews: readonly NoteReview[];
  readonly conflicts: readonly NoteConflict[];
  readonly whatHappened: readonly NoteFeedback[];
};

/** The note as this actor may see it; the caller has checked that the actor may see the note at all. */
export function showNote(note: ReadNote, actor: Actor | null, extras: NoteExtras): ShownNote {
  const isInside = note.isMine || isReviewerOf(actor, note.gemeenteCode);
  const textState = textStateOf(note, actor, isInside);
  const isReadable = textState === 'READABLE';
  const day = (value: string) => (isInside ? value : monthOf(value));
  return {
    id: note.id,
    placeCode: note.placeCode,
    editionYear: note.editionYear,
    theme: note.theme,
    kind: note.kind,
    status: note.status,
    severity: note.severity,
    scaleBand: note.scaleBand,
    scaleUnit: note.scaleUnit,
    frequency: note.frequency,
    trend: note.trend,
    evidenceBasis: note.evidenceBasis,
    // The default of medical notes: to others it would tell them from those of other professions.
    sourceType: note.sourceType === 'CONTACT_PATTERN' && !note.isMine ? null : note.sourceType,
    figureRef: note.figureRef,
    // The table checks both arrays against their code lists.
    populationGroups: note.populationGroups.filter(
      (group) => isInside || extras.commonGroups.includes(group),
    ) as PopulationGroup[],
    visibilityReasons: note.visibilityReasons as VisibilityReason[],
    icpc: isInside ? note.icpc : [],
    observedFrom: day(note.observedFrom),
    observedTo: day(note.observedTo),
    recordedAt: day(dayOf(note.recordedAt)),
    validUntil: day(dayOf(note.validUntil)),
    publishedOn: note.publishedAt && day(dayOf(note.publishedAt)),
    version: note.version,
    // Sealed by secrecy or by its level: to who may not read the words it is the same.
    publicationLevel:
      textState === 'SEALED' ? note.publicationLevel && 'SEALED' : note.publicationLevel,
    textState,
    observationText: isReadable ? note.observationText : null,
    interpretationText: isReadable ? note.interpretationText : null,
    excerpt: note.excerpt,
    shownWords: shownWordsOf(note, isReadable),
    ...(note.isMine ? { profession: note.profession, regime: note.regime } : extras.naming),
    mayBePublic: isInside ? !secretRegimes.includes(note.regime) : null,
    organisation: note.isMine ? note.organisationKey : null,
    isMine: note.isMine,
    isInside,
    confirmationCount: isInside ? extras.confirmationCount : null,
    reviews: isInside ? extras.reviews : [],
    conflicts: note.isMine ? extras.conflicts : [],
    whatHappened: extras.whatHappened,
  };
}

function textStateOf(note: ReadNote, actor: Actor | null, isInside: boolean): NoteTextState {
  if (note.erasedAt !== null) return 'ERASED';
  if (isInside) return 'READABLE';
  const { gemeenteCode, regime, publicationLevel } = note;
  const isPublished = publicationLevel === 'CIRCLE' || publicationLevel === 'PUBLIC';
  if (isPublished && mayReadText(actor, gemeenteCode, 'CIRCLE', regime)) return 'READABLE';
  return publicationLevel === 'PUBLIC' ? 'EXCERPT_ONLY' : 'SEALED';
}

/** The exact words that the widest audience of a published note reads. */
function shownWordsOf(note: ReadNote, isReadable: boolean): string | null {
  if (note.status !== 'PUBLISHED') return null;
  if (note.publicationLevel === 'PUBLIC') return note.excerpt;
  if (note.publicationLevel !== 'CIRCLE' || !isReadable) return null;
  return [note.observationText, note.interpretationText]
    .filter((text) => text !== null)
    .join('\n\n');
}
