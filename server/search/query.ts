// What is asked, word by word: every form under which a word may stand in an index. Built by code from cleaned words,
// so that nobody writes in a query language and nothing can fail. Pure.
import { partsOf } from './compounds.ts';
import { stemOf } from './dutch.ts';
import { sameWords } from './synonyms.ts';
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

const alikeOf = new Map<string, readonly string[]>();
for (const group of sameWords) {
  const stems = [...new Set(group.map(stemOf))];
  for (const word of group) {
    const stem = stemOf(word);
    const others = stems.filter((one) => one !== stem);
    for (const key of [word, stem]) {
      alikeOf.set(key, [...new Set([...(alikeOf.get(key) ?? []), ...others])]);
    }
  }
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
