// A field note while it is being written, and what is sent of it. Pure.
import type { PopulationGroup, VisibilityReason } from '../../server/codes/groups.ts';
import type {
  EvidenceBasis,
  Frequency,
  NoteKind,
  NoteSourceType,
  NoteTrend,
  ScaleBand,
  ScaleUnit,
  Severity,
} from '../../server/codes/notes.ts';
import type { ThemeCode } from '../../server/codes/themes.ts';
import type { LogFieldNoteInput } from '../generated/graphql.ts';
import type { Change } from '../outbox/item.ts';

/** When it was seen, in the words of the form. */
export type SeenWhen = 'TODAY' | 'YESTERDAY' | 'THIS_WEEK';

export interface NoteDraft {
  readonly placeCode: string;
  /** Division year of that code, as the device knew it; 0: the newest. */
  readonly editionYear: number;
  readonly theme: ThemeCode | '';
  readonly kind: NoteKind | '';
  readonly text: string;
  readonly meaning: string;
  readonly severity: Severity;
  readonly scaleBand: ScaleBand;
  readonly scaleUnit: ScaleUnit;
  readonly frequency: Frequency;
  readonly trend: NoteTrend;
  readonly evidenceBasis: EvidenceBasis | '';
  readonly sourceType: NoteSourceType | '';
  readonly groups: readonly PopulationGroup[];
  readonly reasons: readonly VisibilityReason[];
  /** Chapters or Z codes, as typed. */
  readonly icpc: string;
  readonly seen: SeenWhen;
  /** Days of a note that was kept with its days already set. */
  readonly days?: { readonly from: string; readonly to: string };
  readonly isNobodyRecognisable: boolean;
  readonly isUrgentConfirmed: boolean;
  /** Set: corrects this item of the outbox, about this note; with a version it changes a note that has arrived. */
  readonly corrects?: {
    readonly itemId: string;
    readonly noteId: string;
    readonly version?: number;
  };
}

/** What the observer used last, as defaults of the next note. */
export type LastUsed = Partial<
  Pick<NoteDraft, 'placeCode' | 'editionYear' | 'evidenceBasis' | 'sourceType'>
>;

/** A new note with every default filled in. */
export const newDraft = (last: LastUsed = {}): NoteDraft => ({
  ...{ placeCode: '', editionYear: 0, theme: '', kind: '', text: '', meaning: '' },
  ...{ severity: 'ATTENTION', scaleBand: 'UNKNOWN', scaleUnit: 'PERSONS', frequency: 'UNKNOWN' },
  ...{ trend: 'UNKNOWN', evidenceBasis: '', sourceType: '', groups: [], reasons: [], icpc: '' },
  ...{ seen: 'TODAY', isNobodyRecognisable: false, isUrgentConfirmed: false },
  ...last,
});

/** Whether something would be lost when the draft went. */
export const hasSubstance = ({ text, meaning, theme, kind }: NoteDraft): boolean =>
  text.trim() !== '' || meaning.trim() !== '' || theme !== '' || kind !== '';

/** Kinds that have no severity: nothing is serious about a strength. */
export const hasSeverity = (kind: NoteKind | ''): boolean =>
  kind !== 'STRENGTH' && kind !== 'INTERPRETATION';

export const textLimit = 600;
export const textAim = 280;
export const meaningLimit = 400;

export type Missing = 'placeCode' | 'theme' | 'kind' | 'text' | 'tooLong' | 'nobody' | 'urgent';

/** What still has to be answered, in the order of the form. */
export function missingIn(draft: NoteDraft): Missing[] {
  const isUrgent = hasSeverity(draft.kind) && draft.severity === 'URGENT';
  const length = [...draft.text.trim()].length;
  const checks: readonly (readonly [Missing, boolean])[] = [
    ['placeCode', draft.placeCode === ''],
    ['theme', draft.theme === ''],
    ['kind', draft.kind === ''],
    ['text', !/[\p{L}\p{N}]/u.test(draft.text)],
    ['tooLong', length > textLimit],
    ['urgent', isUrgent && !draft.isUrgentConfirmed],
    ['nobody', !draft.isNobodyRecognisable],
  ];
  return checks.flatMap(([what, isMissing]) => (isMissing ? [what] : []));
}

const dutchDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** First and last day of what was seen, counted from the moment of writing. */
export function daysOf(seen: SeenWhen, now: Date): { from: string; to: string } {
  const back = (days: number) => dutchDay.format(new Date(now.getTime() - days * 86_400_000));
  if (seen === 'YESTERDAY') return { from: back(1), to: back(1) };
  return seen === 'THIS_WEEK' ? { from: back(6), to: back(0) } : { from: back(0), to: back(0) };
}

/** The input of the API; what was left open is null, so that a correction takes it back. Only for complete drafts. */
export function inputOf(draft: NoteDraft, id: string, now: Date): LogFieldNoteInput {
  const { from, to } = draft.days ?? daysOf(draft.seen, now);
  const isUrgent = hasSeverity(draft.kind) && draft.severity === 'URGENT';
  return {
    id,
    placeCode: draft.placeCode,
    editionYear: draft.editionYear || null,
    theme: draft.theme as ThemeCode,
    kind: draft.kind as NoteKind,
    observationText: draft.text.trim(),
    interpretationText: draft.meaning.trim() || null,
    severity: hasSeverity(draft.kind) ? draft.severity : null,
    scaleBand: draft.scaleBand,
    scaleUnit: draft.scaleUnit,
    frequency: draft.frequency,
    trend: draft.trend,
    evidenceBasis: draft.evidenceBasis || null,
    sourceType: draft.sourceType || null,
    populationGroups: [...draft.groups],
    visibilityReasons: [...draft.reasons],
    icpc: draft.icpc
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
    observedFrom: from,
    observedTo: to,
    noPersonConfirmed: draft.isNobodyRecognisable,
    urgentConfirmed: isUrgent ? draft.isUrgentConfirmed : null,
  };
}

/** The change that a corrected draft makes of its item. */
export function changeOf(draft: NoteDraft, now: Date): Change | undefined {
  if (!draft.corrects) return undefined;
  const { noteId, version } = draft.corrects;
  const input = inputOf(draft, noteId, now);
  return version === undefined
    ? { kind: 'LOG', input }
    : { kind: 'REVISE', input: { ...input, version } };
}
