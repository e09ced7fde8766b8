// What is asked, word by word: every form under which a word may stand in an index. Built by code from cleaned words,
// so that nobody writes in a query language and nothing can fail. Pure.
import { partsOf } from './compounds.ts';
import { stemOf } from './dutch.ts';
import { sameWords, themeWords } from './synonyms.ts';
import { askedWords } from './words.ts';

/** One word asked for. */
export interface Asked {
  readonly word: string;
  readonly stem: string;
  /** Known parts of a compound; all of them must be there. */
  readonly parts: readonly string[];
  /** Stems of words that mean the same. */
  readonly alike: readonly string[];
  /** Words that begin with it count: two characters at least. */
  readonly isBeginning: boolean;
  /** Words with one character wrong count: four characters at least, and no digits. */
  readonly mayBeMistyped: boolean;
}

/** Stems of words that mean the same, by word and by stem. */
const alikeOf = new Map<string, readonly string[]>();

function addAlike(word: string, stems: readonly string[]) {
  const stem = stemOf(word);
  for (const key of [word, stem]) {
    const all = [...(alikeOf.get(key) ?? []), ...stems].filter((one) => one !== stem);
    alikeOf.set(key, [...new Set(all)]);
  }
}

for (const group of sameWords) for (const word of group) addAlike(word, group.map(stemOf));
// Who asks for overlast means jongerenoverlast too; its beginning is found anyway.
for (const word of new Set(Object.values(themeWords).flat())) {
  const last = partsOf(word).at(-1);
  if (last) addAlike(last, [stemOf(word)]);
}

/** What a text asks for; empty when it holds no words. */
export function readQuery(text: string): Asked[] {
  return askedWords(text).map((word) => {
    const stem = stemOf(word);
    return {
      word,
      stem,
      parts: partsOf(word),
      alike: alikeOf.get(word) ?? alikeOf.get(stem) ?? [],
      isBeginning: word.length >= 2,
      mayBeMistyped: word.length >= 4 && !/\d/.test(word),
    };
  });
}
