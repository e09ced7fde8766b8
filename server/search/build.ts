// Makes the lunr index of a set of entries. Pure: in the server it runs in a worker, in the browser over own notes.
import lunr from 'lunr';
import { partsOf } from './compounds.ts';
import { stemOf } from './dutch.ts';
import type { Entry } from './entries.ts';
import { wordsOf } from './words.ts';

/** A set of entries with its index, ready to be searched. */
export interface Opened {
  readonly entries: readonly Entry[];
  readonly index: lunr.Index;
  /** Every word of the index. */
  readonly words: readonly string[];
}

/** Fields of the index, in the order of their weight (rank.ts). */
export const fields = ['code', 'name', 'other', 'text', 'parts', 'detail'] as const;
export type Field = (typeof fields)[number];

/** Indexes entries under their position; words beside their stems, so that beginnings of words are found too. */
export function openEntries(entries: readonly Entry[]): Opened {
  const builder = new lunr.Builder();
  // Words are cleaned and stemmed here, for documents and queries alike; lunr's own pipelines stay empty.
  builder.tokenizer = ((words: unknown) =>
    (words as string[]).map((word) => new lunr.Token(word, {}))) as typeof lunr.tokenizer;
  builder.ref('ref');
  for (const field of fields) builder.field(field);
  entries.forEach((entry, ref) => {
    builder.add({ ref, ...documentOf(entry) });
  });
  return withWords(entries, builder.build());
}

/** The index as lunr wrote it, with the entries it was made of. */
export function loadEntries(entries: readonly Entry[], index: object): Opened {
  return withWords(entries, lunr.Index.load(index));
}

function withWords(entries: readonly Entry[], index: lunr.Index): Opened {
  const { invertedIndex } = index as unknown as { invertedIndex: object };
  return { entries, index, words: Object.keys(invertedIndex) };
}

function documentOf({ kind, code, codes, title, names, detail, around, text }: Entry) {
  const isText = kind === 'STATEMENT' || kind === 'FIELD_NOTE';
  // Names of places are no words of the language: they have no other forms.
  const forms = kind === 'PLACE' ? (words: readonly string[]) => words : withStems;
  const name = isText ? [] : namesOf(title);
  const other = (names ?? []).flatMap(namesOf);
  const said = wordsOf(isText ? `${title} ${text ?? ''}` : (text ?? ''));
  const compounds = kind === 'PLACE' ? [] : [...name, ...other, ...said];
  return {
    code: isText ? [] : [code, ...(codes ?? [])].map((one) => one.toLowerCase()),
    name: forms(name),
    other: forms(other),
    text: withStems(said),
    parts: withStems(compounds.flatMap(partsOf)),
    detail: wordsOf([detail, ...(around ?? [])].join(' ')),
  };
}

/** `Wijk 28 Centrum` is called Centrum. */
const numbered = /^wijk [0-9a-z]{2} (?=\S)/i;

/** Words of a name, and the name written as one: Nieuw-West is found as nieuwwest. */
function namesOf(name: string): string[] {
  const words = wordsOf(name.replace(numbered, ''));
  return words.length === 2 || words.length === 3 ? [...words, words.join('')] : words;
}

const withStems = (words: readonly string[]): string[] => [
  ...new Set(words.flatMap((word) => [word, stemOf(word)])),
];
