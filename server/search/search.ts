// One box, one ranked list: the catalogue and public statements by lunr, note texts by PostgreSQL. What the one who
// asks may not read takes part in nothing: the index of statements holds what is public, and notes are left out by the
// database before they are counted or ordered.
import type { Actor } from '../access/actor.ts';
import { codesOf } from '../codes/code-list.ts';
import type { CountBand } from '../codes/merge.ts';
import { noteKinds } from '../codes/notes.ts';
import { type SearchKind, searchKinds } from '../codes/search.ts';
import { type ThemeCode, themes } from '../codes/themes.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { badInput } from '../errors.ts';
import { type ListedNote, readNotes } from '../notes/read.ts';
import { gemeenteOf } from '../places/codes.ts';
import { bandOf } from '../privacy/disclosure.ts';
import { entryId } from './entries.ts';
import { byRank } from './find.ts';
import { type SnippetPart, snippetOf } from './highlight.ts';
import { findInCatalogue } from './kept-catalogue.ts';
import { findInStatements } from './kept-statements.ts';
import { type FoundNote, findNotes } from './notes.ts';
import { type Asked, readQuery } from './query.ts';
import { gemeentenWithNotes } from './statements.ts';
import type { FoundEntry } from './thread.ts';
import { longestText } from './words.ts';

export interface SearchQuestion {
  readonly text: string;
  readonly within?: string | undefined;
  /** Absent or empty: every kind. */
  readonly kinds?: readonly SearchKind[] | undefined;
  readonly first: number;
  /** Rank and id of the hit after which to go on. */
  readonly after?: readonly [rank: number, id: string] | undefined;
}

/** Who asks, and the ways to the database: `db` as the actor, `readDb` by the door MERGE. */
export interface Searching {
  readonly db: Db;
  readonly readDb: ReadDb;
  readonly actor: Actor | null;
  readonly now: Date;
}

export interface SearchHit {
  readonly id: string;
  readonly rank: number;
  readonly kind: SearchKind;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly placeCode: string | null;
  readonly theme: ThemeCode | null;
  readonly snippet: readonly SnippetPart[];
  /** As the one who asks may see it; null for every other kind. */
  readonly note: ListedNote | null;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly hasMore: boolean;
  /** Kinds that were found, the one with the best hit first, with how many hits in bands. */
  readonly groups: readonly { readonly kind: SearchKind; readonly count: CountBand }[];
}

/** Hits of each engine that take part. */
const mostHits = 1000;

/** Searches what the actor may read. A text without words finds nothing; one that is too long is refused. */
export async function search(
  searching: Searching,
  question: SearchQuestion,
): Promise<SearchAnswer> {
  const { text, first, after } = question;
  if (text.length > longestText) {
    const message = `text has ${text.length} characters; search with at most ${longestText}.`;
    throw badInput([{ field: 'text', message }]);
  }
  const asked = readQuery(text);
  if (asked.length === 0) return { hits: [], hasMore: false, groups: [] };
  const all = await findAll(searching, question);
  const rest = after ? all.filter((one) => isAfter(one, after)) : all;
  const page = rest.slice(0, first);
  return {
    hits: await showPage(searching, asked, page),
    hasMore: rest.length > first,
    groups: groupsOf(all),
  };
}

/** A hit of either engine, before anything of its words is read. */
interface Found extends FoundEntry {
  readonly note?: FoundNote;
}

async function findAll(searching: Searching, question: SearchQuestion): Promise<Found[]> {
  const { text, within } = question;
  const { db, readDb, actor, now } = searching;
  const kinds = question.kinds?.length ? question.kinds : codesOf(searchKinds);
  const wants = (kind: SearchKind) => kinds.includes(kind);
  const finding = { kinds, within, most: mostHits };
  const inCatalogue = kinds.some((kind) => kind !== 'STATEMENT' && kind !== 'FIELD_NOTE');
  const catalogue = inCatalogue ? findInCatalogue(readDb, text, finding) : [];
  const statements = wants('STATEMENT') ? findStatements(searching, text, within) : [];
  const notes = wants('FIELD_NOTE') ? findNotes(db, actor, text, finding, now) : [];
  const [some, said, noted] = await Promise.all([catalogue, statements, notes]);
  const own = noted.map(asFound);
  // A note whose full words were found is not said again by its excerpt.
  const known = new Set(own.map(({ entry }) => entry.code));
  return [...some, ...said.filter(({ entry }) => !known.has(entry.code)), ...own].sort(byRank);
}

async function findStatements(
  { readDb, actor, now }: Searching,
  text: string,
  within: string | undefined,
): Promise<readonly FoundEntry[]> {
  const place = within === undefined || within.startsWith('NL') ? undefined : within;
  const here = place ? gemeenteOf(place) : actor?.gemeenteCode;
  const gemeenten = here ? [here] : await gemeentenWithNotes(readDb);
  const finding = { within: place, most: mostHits };
  const found = await Promise.all(
    gemeenten.map((code) => findInStatements(readDb, code, text, finding, now)),
  );
  return found.flat();
}

const asFound = (note: FoundNote): Found => ({
  rank: note.rank,
  note,
  entry: {
    ...{ id: entryId('FIELD_NOTE', note.id), kind: 'FIELD_NOTE', code: note.id },
    ...{ title: themes[note.theme].nl, place: note.placeCode, theme: note.theme },
    detail: [noteKinds[note.kind].nl, note.placeName].filter(Boolean).join(', '),
  },
});

const isAfter = ({ rank, entry }: FoundEntry, [lastRank, lastId]: readonly [number, string]) =>
  rank < lastRank || (rank === lastRank && entry.id > lastId);

async function showPage(
  { db, actor, now }: Searching,
  asked: readonly Asked[],
  page: readonly Found[],
): Promise<SearchHit[]> {
  const ids = page.flatMap(({ note }) => note?.id ?? []);
  const notes = new Map(
    (actor ? await readNotes(db, actor, ids, now) : []).map((note) => [note.id, note]),
  );
  return page.flatMap(({ entry, rank, note: found }) => {
    const note = found ? notes.get(found.id) : null;
    // Taken back since it was found a moment ago.
    if (note === undefined) return [];
    const words = note ? wordsOfNote(note) : (entry.text ?? '');
    return {
      ...{ id: entry.id, rank, kind: entry.kind, code: entry.code },
      ...{ title: entry.title, detail: entry.detail },
      placeCode: entry.place ?? null,
      theme: entry.theme ?? null,
      snippet: words === '' ? [] : snippetOf(words, asked),
      note,
    };
  });
}

/** The words that this reader may read (notes/show.ts). */
const wordsOfNote = ({ observationText, interpretationText, excerpt }: ListedNote): string =>
  [observationText ?? excerpt, interpretationText].filter((text) => text !== null).join(' ');

function groupsOf(all: readonly Found[]): SearchAnswer['groups'] {
  const counts = new Map<SearchKind, number>();
  for (const { entry } of all) counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + 1);
  return [...counts].flatMap(([kind, count]) => {
    const band = bandOf(count);
    return band ? [{ kind, count: band }] : [];
  });
}
