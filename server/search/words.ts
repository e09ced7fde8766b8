// Words of a text as search compares them. Pure: the browser searches with the same code.

/** Characters that a search may have. */
export const longestText = 200;
/** Words of a search that count; what follows is left out. */
export const mostWords = 12;
const longestWord = 60;

/** Lower case, without accents and apostrophes: é is e, 's-Gravenhage is s-gravenhage. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`´]/g, '');
}

/** Words of a text in their order: letters and digits only, so that nothing of a query language is left. */
export function wordsOf(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestWord));
}

/** Words that carry no meaning of their own; asked for alone they count. */
const small = new Set(
  (
    'aan als bij dan dat de den der des die dit door een en er het hun ik in is je met mijn na naar niet of om' +
    ' onder ook op over s t te ten ter tot uit van voor waar was wat we wie wij zijn zo'
  ).split(' '),
);

/** The words of a search, each once, small ones only when there are no others. */
export function askedWords(text: string): string[] {
  const all = [...new Set(wordsOf(text.slice(0, longestText)))].slice(0, mostWords);
  const telling = all.filter((word) => !small.has(word) && (word.length > 1 || /\d/.test(word)));
  return telling.length > 0 ? telling : all;
}
