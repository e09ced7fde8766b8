// Cuts a plain text into words and judges their shape. The name, street and description rules walk
// over words rather than run patterns over the text, which keeps them linear on any input.

export interface Word {
  text: string;
  /** Lower case without accents, and without a possessive 's: the form of the word lists. */
  key: string;
  start: number;
  end: number;
  /** Starts with a capital letter. */
  isCapital: boolean;
  /** First word of a sentence, line or list item, where a capital says nothing. */
  isFirst: boolean;
  /** What stands between the previous word and this one. */
  gap: string;
}

const WORD = /(?:'[st](?![\p{L}\p{N}'])|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*)/gu;

export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const gap = text.slice(previousEnd, match.index);
    words.push({
      text: word,
      key: fold(word),
      start: match.index,
      end: match.index + word.length,
      isCapital: /^(?:[ldo]')?\p{Lu}/u.test(word),
      isFirst: words.length === 0 || isSentenceBreak(gap, words.at(-1)?.text ?? ''),
      gap,
    });
    previousEnd = match.index + word.length;
  }
  return words;
}

/** Lower case, no accents, no possessive: the key under which word lists know a word. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/'s?$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(
      /[ıłøđß]/g,
      (letter) => ({ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss' })[letter] ?? letter,
    );
}

// An abbreviation ("mw.", "nr.", "J.") has a full stop that ends no sentence.
const ABBREVIATION =
  /^(?:\p{L}|mw|mevr|mvr|dhr|hr|fam|dr|drs|ing|ir|mr|prof|nr|geb|tel|st|str|wed)$/iu;

function isSentenceBreak(gap: string, previousWord: string): boolean {
  if (/[\n!?:;•"]|^ ?[-–] |\d\. ?$/.test(gap)) return true;
  return gap.includes('.') && !ABBREVIATION.test(previousWord);
}
