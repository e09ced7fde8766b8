// Compound words that people really type are taken apart, so that jongerenoverlast finds overlast door jongeren. Pure.
import { compoundParts } from './synonyms.ts';

const parts: ReadonlySet<string> = new Set(compoundParts);
const links = ['', 's', 'e', 'en'];
const shortest = 3;

/** The known parts that a word is made of, at most three; empty when it is not made of known parts. */
export function partsOf(word: string): readonly string[] {
  return splitWord(word, 3) ?? [];
}

function splitWord(word: string, most: number): string[] | undefined {
  if (most < 2 || word.length < 2 * shortest) return undefined;
  // The longest first part wins: ouderen before ouder.
  for (let at = word.length - shortest; at >= shortest; at -= 1) {
    const first = word.slice(0, at);
    if (!parts.has(first)) continue;
    for (const link of links) {
      const rest = word.slice(at);
      if (!rest.startsWith(link)) continue;
      const second = rest.slice(link.length);
      if (parts.has(second)) return [first, second];
      const more = splitWord(second, most - 1);
      if (more) return [first, ...more];
    }
  }
  return undefined;
}
