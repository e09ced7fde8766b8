// The text as the rules want it: one form of space, dash, quote and digit, accents joined to their
// letter and invisible characters gone, so that they cannot hide a number. Each position of the plain
// text knows where it came from.

export interface PlainText {
  text: string;
  /** Offset in the typed text of each plain character, with the typed length at the end. */
  origins: readonly number[];
}

const ORDINARY = /^[\n\x20-\x7e\u00c0-\u017f€]*$/;
// Soft hyphen, zero-width and direction marks, fillers, variation selectors, tags: what no font draws.
const INVISIBLE = /[\p{DI}\p{Cf}]/u;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
const QUOTE = /[\u2018-\u201b\u02bc\u02b9\u00b4`\u2032]/;

/** Never throws; a text of ordinary characters costs next to nothing. */
export function plainText(typed: string): PlainText {
  if (ORDINARY.test(typed)) {
    return { text: typed, origins: Array.from({ length: typed.length + 1 }, (_, at) => at) };
  }
  let text = '';
  const origins: number[] = [];
  for (let at = 0; at < typed.length; ) {
    const character = String.fromCodePoint(typed.codePointAt(at) ?? 0);
    const isInvisible = INVISIBLE.test(character);
    const joined =
      !isInvisible && /\p{M}/u.test(character) ? joinAccent(text, character) : undefined;
    if (joined !== undefined) {
      text = joined;
    } else if (!isInvisible) {
      const plain = plainCharacter(character);
      for (let unit = 0; unit < plain.length; unit += 1) origins.push(at);
      text += plain;
    }
    at += character.length;
  }
  origins.push(typed.length);
  return { text, origins };
}

/** The text with the accent on its last letter, or without the accent if there is no such letter. */
function joinAccent(text: string, accent: string): string {
  const last = text.slice(-1);
  const composed = (last + accent).normalize('NFC');
  return composed.length === last.length ? text.slice(0, -1) + composed : text;
}

function plainCharacter(character: string): string {
  if (character === '\n' || character === '\r' || character === '\u2028') return '\n';
  if (/\s/.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  if (QUOTE.test(character)) return "'";
  const compatible = character.normalize('NFKC');
  if (compatible.length === 1 && /[!-~]/.test(compatible)) return compatible;
  return decimalDigit(character) ?? character;
}

/** Digits of other scripts stand in runs of ten in Unicode; these are the scripts phones offer. */
function decimalDigit(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const zero = [0x660, 0x6f0, 0x966].find((first) => code >= first && code < first + 10);
  return zero === undefined ? undefined : String(code - zero);
}

/** Offset in the typed text after the plain character before `end`, its accents included. */
export function originalEnd({ origins }: PlainText, typed: string, end: number): number {
  const last = origins[end - 1] ?? 0;
  let after = last + String.fromCodePoint(typed.codePointAt(last) ?? 0).length;
  while (after < typed.length && /\p{M}/u.test(typed.charAt(after))) after += 1;
  return after;
}
