// Names of places: the test for "same name" over years (domain chapter 3) and the name to sort by.

/** CBS v3 cuts names here. */
const CUT = 40;
const wijkPrefix = /^wijk [0-9a-z]{2} /;
const environs = / (?:en omgeving|e\.? ?o\.?)$/;
/** What the cut leaves of "en omgeving". */
const cutEnvirons = / en om(?:g(?:e(?:v(?:in?)?)?)?)?$/;

const isCut = (name: string) => name.trim().length >= CUT;

/** Lower case, no `Wijk 00` prefix, "en omgeving" as "e.o."; for comparing, not for showing. */
function normaliseName(name: string): string {
  const plain = name.trim().replace(/\s+/g, ' ').toLowerCase().replace(wijkPrefix, '');
  return plain.replace(isCut(name) ? cutEnvirons : environs, ' e.o.').replace(environs, ' e.o.');
}

/** True when two names mean the same by the rule of chapter 3, one of them cut off at 40 or not. */
export function isSameName(one: string, other: string): boolean {
  const a = normaliseName(one);
  const b = normaliseName(other);
  if (a === b) return true;
  if (isCut(one) && b.startsWith(a)) return true;
  if (isCut(other) && a.startsWith(b)) return true;
  return isCut(one) && isCut(other) && a.slice(0, CUT) === b.slice(0, CUT);
}

/** Name to sort and search by: lower case, no accents, no leading apostrophe or `'s-`, no `Wijk 00`. */
export function sortNameOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(wijkPrefix, '')
    .replace(/^['’‘`](?:s[- ])?/, '')
    .replace(/\s+/g, ' ');
}
