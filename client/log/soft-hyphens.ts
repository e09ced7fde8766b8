// Where long Dutch words may be divided on a narrow tile: not every browser knows how. Pure.

const soft = '\u00ad';
const before =
  /(?:Bestaans|Tijds|Lichame|Middelen|Zelf|Admini|Voor|Leef|zeker|redzaam|zond|zaam)(?=zeker|besteding|lijke|gebruik|redzaam|stratie|zieningen|omgeving|heid)/g;

/** The text with soft hyphens, which are neither seen nor read aloud. */
export const withSoftHyphens = (text: string): string => text.replace(before, `$&${soft}`);
