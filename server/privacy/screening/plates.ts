// Dutch licence plates, in three blocks or two, with dashes, spaces or nothing between them.
// Soft by rule S2 (domain.md, chapter 15), hard only right behind "kenteken" or a like word.
import { textBefore } from './digits.ts';
import type { Hit } from './findings.ts';

// The side codes since 1951, each as L(etters) and D(igits).
const SIDE_CODES = new Set(
  'LLDDDD DDDDLL DDLLDD LLDDLL LLLLDD DDLLLL DDLLLD DLLLDD LLDDDL LDDDLL LLLDDL LDDLLL DLLDDD DDDLLD'.split(
    ' ',
  ),
);
const CUE =
  /(?:kenteken(?:s|plaat|nummer|nr)?|nummerbord|nummerplaat|plaatje|plaat|kent\.?)(?: is| was| met|:|\.|,| nr\.?| nummer){0,2} ?["'(]? ?$/i;
// Behind the cue a foreign plate may stand as well.
const FOREIGN =
  /^(?=[A-Z\d -]{0,9}\d)[A-Z]{1,3}[ -]?[A-Z\d]{1,5}(?:[ -]?[A-Z\d]{1,5})?(?![A-Za-zà-ž0-9])/;
// A vehicle in the same breath: then a plate may lack its dashes, or be foreign.
const VEHICLE =
  /\b(?:auto|autos|auto's|busje|bus|bestelbus|bestelauto|bestelwagen|vrachtwagen|vrachtauto|scooter|brommer|bromfiets|motor|aanhanger|caravan|camper|taxi|wagen|golf|polo|mercedes|bmw|audi|opel|corsa|astra|fiat|panda|punto|caddy|transporter|toyota|yaris|volvo|skoda|octavia|seat|ibiza|leon|renault|clio|megane|peugeot|citroen|ford|focus|fiesta|transit|kia|picanto|hyundai|suzuki|swift|mazda|nissan|tesla|mini|smart|vw|volkswagen|passat|quad|fatbike)\b[^.;!?\n]{0,30}$/i;
// What is said of a car behind its plate.
const DRIVEN =
  /^ [^.;!?\n]{0,24}\b(?:apk|verzekerd|geparkeerd|parkeert|dubbel|rijdt|reed|scheurt|blokkeert|stoep|weggesleept|wielklem)\b/;
// "rijdt in CB 4417 HM": what somebody drives in, but for makes and models.
const DRIVES =
  /\b(?:rijdt|reed|rijden|reden|rondrijdt)(?: nu| vaak| altijd| rond| weg| nog){0,2} (?:in|met|op) $/i;
const MAKE = /^(?:BMW|VW|MG|KIA|GTI|AMG|SUV|DS|GLE|GLC|ID|EV|C?R?V)[ -]/;
const LATE_SIDE_CODES = /^(?:DDLLLD|DLLLDD|LLDDDL|LDDDLL|LLLDDL|LDDLLL|DLLDDD|DDDLLD)$/;
// Belgian, and with room for other countries: letters and digits of six to eight in all.
const BELGIAN = /^[1-9]-[A-Z]{3}-\d{3}(?![A-Za-zà-ž0-9-])/i;

// Short words that stand between two numbers, as in "12-en-14".
const SHORT_WORD =
  /^(?:en|of|op|om|in|de|te|tm|uu|is|al|nu|st|na|km|kg|cm|mm|jr|er|kv|kw|ct|gb|mb|wk|bu|gm|jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)$/i;
const BLOCK = /[a-z]+|\d+/gi;

interface Block {
  text: string;
  start: number;
}

/** Every run of blocks that makes a side code; without a cue it needs separators. */
export function findPlates(text: string): Hit[] {
  const blocks = Array.from(text.matchAll(BLOCK), (match) => ({
    text: match[0],
    start: match.index,
  }));
  const hits: Hit[] = [];
  blocks.forEach(({ start }, at) => {
    if (start < (hits.at(-1)?.end ?? 0) || isGlued(text.charAt(start - 1))) return;
    const before = textBefore(text, start, 40);
    const hard = CUE.test(before);
    const isVehicle = hard || VEHICLE.test(before) || DRIVES.test(before);
    const end =
      plateEnd(text, blocks, at, hard, isVehicle) ??
      (isVehicle ? foreignEnd(text, start) : undefined);
    if (end !== undefined) hits.push({ type: 'PLATE', start, end, hard });
  });
  return hits;
}

function plateEnd(
  text: string,
  blocks: Block[],
  first: number,
  named: boolean,
  isVehicle: boolean,
): number | undefined {
  const parts: string[] = [];
  const gaps: string[] = [];
  for (let at = first; at < blocks.length && parts.join('').length < 6; at += 1) {
    const block = blocks[at];
    const previous = blocks[at - 1];
    if (!block) return undefined;
    if (previous && at > first)
      gaps.push(text.slice(previous.start + previous.text.length, block.start));
    parts.push(block.text);
  }
  const last = blocks[first + parts.length - 1];
  const sides = parts.join('').replace(/[a-z]/gi, 'L').replace(/\d/g, 'D');
  if (!last || !SIDE_CODES.has(sides) || gaps.some((gap) => !/^[ .-]{0,3}$/.test(gap)))
    return undefined;
  const end = last.start + last.text.length;
  const isCut = /^(?:[A-Za-zà-ž0-9]|[-/][A-Za-zà-ž0-9])/.test(text.slice(end, end + 2));
  const isPlain = isVehicle || LATE_SIDE_CODES.test(sides);
  const isGluedPlate =
    isPlain &&
    sides !== 'DDDDLL' &&
    isUpper(parts) &&
    gaps.every((gap) => gap === '') &&
    isMixed(parts);
  const isDriven = DRIVEN.test(text.slice(end, end + 40));
  if (parts.length > 2 && parts.some((part) => part.length > 3)) return undefined;
  return !isCut &&
    (named ||
      isLateAndTyped(parts, gaps, sides) ||
      (isVehicle && LATE_SIDE_CODES.test(sides) && isThreeBlocks(parts)) ||
      (isDriven && isUpper(parts) && gaps.every((gap) => gap === '')) ||
      isGluedPlate ||
      isDashedPlate(parts, gaps, sides) ||
      isUnmistakable(parts, gaps))
    ? end
    : undefined;
}

// Measures of three letters without a vowel, as in "10 mnd 5".
const MEASURE =
  /^(?:hrs|pnt|stk|stks|mnd|mnds|jrn|wkn|kmh|mtr|ltr|grm|vrd|nrs|str|pst|mrt|sms|kmr)$/i;

/** "08 lrx 5", "5kgh71": three consonants between digits, as plates since 2005 have and words do not. */
const isLateAndTyped = (parts: readonly string[], gaps: readonly string[], sides: string) =>
  /^(?:DDLLLD|DLLLDD)$/.test(sides) &&
  /^[b-df-hj-np-tv-xz]{3}$/i.test(parts[1] ?? '') &&
  !MEASURE.test(parts[1] ?? '') &&
  new Set(gaps).size === 1;
const isThreeBlocks = (parts: readonly string[]) =>
  parts.length === 3 && !parts.some((part) => SHORT_WORD.test(part));
const isUpper = (parts: readonly string[]) => parts.join('') === parts.join('').toUpperCase();
const isMixed = (parts: readonly string[]) =>
  !parts.some((part) => /^(?:WK|BU|GM|NL|BP|RV|CO|PM)$/.test(part));

/** "GB-71-XD": with letters at both ends even "GB" measures nothing. */
const isDashedPlate = (parts: readonly string[], gaps: readonly string[], sides: string) =>
  /^(?:LLDDLL|LLDDDL|LDDDLL)$/.test(sides) &&
  isUpper(parts) &&
  isMixed(parts) &&
  gaps.every((gap) => gap === '-');

function isUnmistakable(parts: string[], gaps: string[]): boolean {
  if (parts.length < 2 || parts.some((part) => SHORT_WORD.test(part))) return false;
  const isUpperCase = isUpper(parts);
  if (parts.length === 3 && gaps.every((gap) => gap.trim() === '-')) return true;
  return isUpperCase && parts.length === 3 && gaps.some((gap) => gap !== '');
}

function foreignEnd(text: string, start: number): number | undefined {
  const rest = text.slice(start, start + 14);
  if (MAKE.test(rest)) return undefined;
  const plate = BELGIAN.exec(rest)?.[0] ?? FOREIGN.exec(rest)?.[0];
  return plate && plate.length >= 5 ? start + plate.length : undefined;
}

function isGlued(before: string): boolean {
  return /[A-Za-zà-ž0-9\-/]/.test(before);
}
