// The monthly form: one sentence per wijk, several notes at once. Pure.
import type { NoteKind } from '../../server/codes/notes.ts';
import type { ThemeCode } from '../../server/codes/themes.ts';
import { type NoteDraft, newDraft, textLimit } from './note-draft.ts';

export interface MonthEntry {
  readonly theme: ThemeCode | '';
  readonly kind: NoteKind;
  readonly text: string;
}

export interface MonthDraft {
  /** Months back: 0 is this month, 1 the one before. */
  readonly monthsBack: 0 | 1;
  /** By code of the wijk. */
  readonly entries: Readonly<Record<string, MonthEntry>>;
  readonly isNobodyRecognisable: boolean;
}

export const emptyEntry: MonthEntry = { theme: '', kind: 'PROBLEM', text: '' };

export const newMonth = (): MonthDraft => ({
  ...{ monthsBack: 0, entries: {}, isNobodyRecognisable: false },
});

const isFilled = ({ text }: MonthEntry) => /[\p{L}\p{N}]/u.test(text);

/** Whether something would be lost when the draft went. */
export const hasEntries = ({ entries }: MonthDraft): boolean =>
  Object.values(entries).some(isFilled);

/** Codes of the wijken that have a sentence. */
export const filledWijken = ({ entries }: MonthDraft): string[] =>
  Object.entries(entries).flatMap(([code, entry]) => (isFilled(entry) ? [code] : []));

/** What is wrong with a filled entry. */
export const wrongWith = ({ theme, text }: MonthEntry): 'theme' | 'long' | undefined =>
  theme === '' ? 'theme' : [...text.trim()].length > textLimit ? 'long' : undefined;

/** First and last day of the month, not after today; days as YYYY-MM-DD. */
export function monthDays(monthsBack: 0 | 1, today: string): { from: string; to: string } {
  if (monthsBack === 0) return { from: `${today.slice(0, 7)}-01`, to: today };
  const [year = 0, month = 1] = today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10);
  return { from: `${last.slice(0, 7)}-01`, to: last };
}

/** The note that an entry makes. */
export const noteOfEntry = (
  month: MonthDraft,
  wijk: { readonly code: string; readonly year: number },
  today: string,
): NoteDraft => ({
  ...newDraft(),
  ...(month.entries[wijk.code] ?? emptyEntry),
  placeCode: wijk.code,
  editionYear: wijk.year,
  days: monthDays(month.monthsBack, today),
  isNobodyRecognisable: month.isNobodyRecognisable,
});
