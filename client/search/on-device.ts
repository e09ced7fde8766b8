// Search on the device, with the code of the server: the public catalogue, which the service worker keeps for a day without
// a line, and what the person wrote, sent or not. Loaded when somebody begins to search.
import { type ThemeCode, themes } from '../../server/codes/themes.ts';
import { loadEntries, type Opened, openEntries } from '../../server/search/build.ts';
import { type Entry, entryId } from '../../server/search/entries.ts';
import { findIn } from '../../server/search/find.ts';
import { snippetOf } from '../../server/search/highlight.ts';
import { readQuery } from '../../server/search/query.ts';
import type { OutboxItem } from '../outbox/item.ts';
import type { Hit } from './hits.ts';

let catalogue: Promise<Opened> | undefined;

/** The catalogue, opened once; throws when neither the server nor the device has it, and asks again the next time. */
export function openCatalogue(): Promise<Opened> {
  catalogue ??= readCatalogue().catch((failure: unknown) => {
    catalogue = undefined;
    throw failure;
  });
  return catalogue;
}

async function readCatalogue(): Promise<Opened> {
  const response = await fetch('/search/catalogue.json');
  if (!response.ok) throw new Error(`The catalogue answered ${response.status}.`);
  const { entries, index } = (await response.json()) as { entries: Entry[]; index: object };
  return loadEntries(entries, index);
}

interface NoteText {
  readonly id: string;
  readonly placeCode?: string | null | undefined;
  readonly theme: ThemeCode;
  readonly observationText?: string | null | undefined;
  readonly interpretationText?: string | null | undefined;
}

const noteEntry = (note: NoteText): Entry => {
  const { id, placeCode, theme, observationText, interpretationText } = note;
  const text = [observationText, interpretationText].filter(Boolean).join(' ');
  return {
    ...{ id: entryId('FIELD_NOTE', id), kind: 'FIELD_NOTE', code: id, text, theme },
    ...{ title: themes[theme].nl, detail: '' },
    ...(placeCode ? { place: placeCode } : {}),
  };
};

/** Notes that wait on this device, ready to be searched. */
export const openUnsent = (items: readonly OutboxItem[]): Opened =>
  openEntries(
    items.flatMap((item) => {
      if (item.kind !== 'LOG' && item.kind !== 'REVISE') return [];
      const { theme, ...note } = item.input;
      return theme ? [noteEntry({ ...note, theme })] : [];
    }),
  );

/** Notes that were sent, ready to be searched. */
export const openNotes = (notes: readonly NoteText[]): Opened => openEntries(notes.map(noteEntry));

/** The best hits for a text, in their order; `note` tells which field notes were opened. */
export function findOnDevice(
  opened: Opened,
  text: string,
  most: number,
  note?: 'MINE' | 'UNSENT',
): Hit[] {
  const asked = readQuery(text);
  return findIn(opened, text, { most }).map(({ entry }) => ({
    ...{ id: entry.id, kind: entry.kind, code: entry.code },
    ...{ title: entry.title, detail: entry.detail },
    placeCode: entry.place ?? null,
    theme: entry.theme ?? null,
    // Of a definition nobody asked for its words; of a note only the words tell which it is.
    snippet: entry.kind === 'FIELD_NOTE' && entry.text ? snippetOf(entry.text, asked) : [],
    ...(note ? { note } : {}),
  }));
}
