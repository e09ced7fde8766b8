// Searches an opened index: retrieves with lunr, ranks with rank.ts. Pure, never throws on any text; the worker
// and the browser use it alike.
import lunr from 'lunr';
import type { SearchKind } from '../codes/search.ts';
import { type Field, fields, type Opened } from './build.ts';
import type { Entry } from './entries.ts';
import { type Asked, readQuery } from './query.ts';
import { fieldWeights, isOneSlipAway, likeness, rankOf } from './rank.ts';
import { wordsOf } from './words.ts';

export interface Hit {
  readonly entry: Entry;
  /** Position of the entry among those that were opened. */
  readonly at: number;
  /** Higher is better (rank.ts). */
  readonly rank: number;
}

export interface Finding {
  /** Absent: every kind. */
  readonly kinds?: readonly SearchKind[] | undefined;
  /** Gemeente, wijk or buurt that places and statements lie in; what belongs to no place stays. Absent: anywhere. */
  readonly within?: string | undefined;
  /** At most this many; the best. */
  readonly most: number;
}

/** Hits, the best first, and in a fixed order among equals. */
export function findIn(opened: Opened, text: string, { kinds, within, most }: Finding): Hit[] {
  const asked = readQuery(text);
  if (asked.length === 0) return [];
  const whole = wordsOf(text);
  let found = retrieve(opened, asked, false);
  // What is mistyped is looked for only where nothing answers every word: it takes longer and finds less.
  if (!found.some((one) => isWhole(one, asked))) found = retrieve(opened, asked, true);
  const best = Math.max(...found.map((one) => one.score), Number.EPSILON);
  const hits: Hit[] = [];
  for (const { ref, score, matchData } of found) {
    const entry = opened.entries[Number(ref)];
    if (!entry || (kinds && !kinds.includes(entry.kind)) || !liesIn(entry.place, within)) continue;
    const metadata = matchData.metadata as Metadata;
    hits.push({
      entry,
      at: Number(ref),
      rank: rankOf(matchOf(entry, asked, whole, metadata, score / best)),
    });
  }
  return hits.sort(byRank).slice(0, most);
}

type Ranked = Pick<Hit, 'entry' | 'rank'>;

/** The best first, and in a fixed order among equals. */
export const byRank = (one: Ranked, other: Ranked): number =>
  other.rank - one.rank || (one.entry.id < other.entry.id ? -1 : 1);

type Metadata = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const isWhole = ({ matchData }: lunr.Index.Result, asked: readonly Asked[]) => {
  const terms = Object.keys(matchData.metadata);
  return asked.every((one) => terms.some((term) => likeness(one, term) > 0.5));
};

/** Every form of every word; a place is not found by its gemeente alone. */
function retrieve({ index, words }: Opened, asked: readonly Asked[], isTolerant: boolean) {
  const own: Field[] = ['code', 'name', 'other', 'text', 'parts'];
  const around: Field[] = asked.length > 1 ? [...fields] : own;
  return index.query((query) => {
    const add = (word: string, options: object) =>
      query.term(word, { usePipeline: false, ...options });
    for (const one of asked) {
      add(one.word, { boost: 10, fields: around });
      if (one.stem !== one.word) add(one.stem, { boost: 6, fields: own });
      if (one.isBeginning) {
        const wildcard = lunr.Query.wildcard.TRAILING;
        add(one.word, { boost: 4, fields: beginningsOf(one.word, around), wildcard });
      }
      for (const part of one.parts) add(part, { boost: 2, fields: own });
      for (const other of one.alike) add(other, { boost: 2, fields: own });
      if (isTolerant && one.mayBeMistyped) {
        // Looking through the words takes a tenth of the time of lunr's own edit distance.
        for (const word of words) {
          if (isOneSlipAway(one.word, word)) add(word, { boost: 1, fields: around });
        }
      }
    }
  });
}

/** Where a beginning is looked for: two characters in names alone, codes from their digits on. */
function beginningsOf(word: string, around: readonly Field[]): Field[] {
  if (word.length === 2) return ['name', 'other'];
  return around.filter((field) => field !== 'code' || /^(gm|wk|bu)\d{2}/.test(word));
}

function matchOf(
  entry: Entry,
  asked: readonly Asked[],
  whole: readonly string[],
  metadata: Metadata,
  engine: number,
) {
  const terms = Object.entries(metadata);
  const answers = asked.map((one) => answerOf(one, terms));
  const joined = whole.join('');
  const title = wordsOf(entry.title).join('');
  return {
    kind: entry.kind,
    code: entry.code,
    answers,
    isCode: entry.code.toLowerCase() === joined,
    isName: title === joined,
    isOtherName: [...(entry.names ?? []), ...(entry.codes ?? [])].some(
      (name) => wordsOf(name).join('') === joined,
    ),
    covers: Math.min(1, joined.length / Math.max(1, title.length)),
    engine,
  };
}

/** The best answer of an entry to one word; a compound counts by the share of its parts. */
function answerOf(
  one: Asked,
  terms: readonly (readonly [string, Readonly<Record<string, unknown>>])[],
) {
  let best = 0;
  let parts = 0;
  for (const [term, places] of terms) {
    const weight = Math.max(...Object.keys(places).map((field) => fieldWeights[field as Field]));
    if (one.parts.includes(term)) {
      parts += weight / one.parts.length;
      continue;
    }
    best = Math.max(best, likeness(one, term) * weight);
  }
  return Math.max(best, 0.7 * parts);
}

function liesIn(place: string | undefined, within: string | undefined): boolean {
  if (place === undefined || within === undefined || within.startsWith('NL')) return true;
  if (within.startsWith('GM')) return place.slice(2, 6) === within.slice(2, 6);
  return place.slice(2).startsWith(within.slice(2)) && !place.startsWith('GM');
}
