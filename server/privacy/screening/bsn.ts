// The burgerservicenummer (BSN), a hard hit of rule S2 (domain.md, chapter 15) when it is valid.
import { digitsFrom, textBefore } from './digits.ts';
import type { Hit } from './findings.ts';

const BSN_CUE =
  /(?:\bb\.?s\.?n|burge?r? ?ser?vice? ?n(?:ummer|umer|r)|sofi-?(?:n(?:ummer|r))?)\.?(?: ?[-:=#(]| is| nr\.?| nummer| van [a-zà-ž]{1,20}| luidt){0,3} ?[:#(,]? ?$/i;
// Nine digits that count or label things, not people.
const NOT_A_BSN =
  /(?:€|eur|euro|meterstand|meternummer|paal|mast|kvk|kvk-?n(?:umme)?r|artikel|artikeln(?:umme)?r|factuur|factuurn(?:umme)?r|order|ordern(?:umme)?r|bestel[a-zà-ž]{0,10}|barcode|serien(?:umme)?r|polisn(?:umme)?r|polis|besluit|ris|tabel|btw|container|kast|object[a-zà-ž]{0,10}|lichtmast|bag[a-zà-ž]{0,12}|reg|registratie|inschrijf|klant|rol|woningnet|zaak|dossier|kenmerk)[.:#]? ?(?:n(?:umme)?r\.?:? )?$/i;
// "BSN 12… en dat van haar man 34…".
const FAMILY = /(?:dat|die) van (?:de |het |haar |zijn |hun )?[a-zà-ž]{2,14}:? ?(?:is )?$/i;
const DIGIT_START = /(?:(?<![A-Za-zà-ž0-9])(?<!\d[.,-])|(?<=\bbsn))\d/gi;

/** Eight or nine digits that pass the eleven test. Behind the word "bsn" a failing number is soft. */
export function findBsns(text: string): Hit[] {
  const hits: Hit[] = [];
  let from = 0;
  for (const { index } of text.matchAll(DIGIT_START)) {
    if (index < from) continue;
    const before = textBefore(text, index, 50);
    const isNamed = BSN_CUE.test(before) || (/\bbsn\b/i.test(before) && FAMILY.test(before));
    const isLoose = /bsn|burgerservice|sofi/i.test(before);
    const hit =
      isLoose && !isNamed
        ? (validBsn(text, index) ?? bareBsn(text, index, before))
        : isNamed
          ? namedBsn(text, index)
          : bareBsn(text, index, before);
    if (hit) {
      hits.push(hit);
      from = hit.end;
    }
  }
  return hits;
}

function namedBsn(text: string, start: number): Hit | undefined {
  const { digits, ends } = digitsFrom(text, start, 10, /[ .\-/_]/, 3);
  const length = Math.min(digits.length, 9);
  const end = ends[length - 1];
  if (end === undefined || length < 8 || /\d/.test(text.charAt(end))) return undefined;
  return { type: 'BSN', start, end, hard: passesElevenTest(digits.slice(0, length)) };
}

/** Somewhere behind the word "bsn" any grouping will do, if the number is valid. */
function validBsn(text: string, start: number): Hit | undefined {
  const hit = namedBsn(text, start);
  return hit?.hard && hit.end - start < 13 ? hit : undefined;
}

function bareBsn(text: string, start: number, before: string): Hit | undefined {
  const run =
    /^(?:\d{8,9}|\d{3}([ ./-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3}|\d{2}([ .-])\d{3}\3\d{3}|\d{3}([ .-])\d{2}\4\d{4}|\d{2,4}(?:\.\d{2,4}){2,3}|\d{2}(?: \d{2}){3} \d|\d(?: \d){7,8})(?![A-Za-zà-ž0-9]|[.,-]\d| \d)/;
  const typed = run.exec(text.slice(start, start + 19))?.[0];
  if (!typed || NOT_A_BSN.test(before)) return undefined;
  if (/^\d+$/.test(typed) && /(?:\bid|code)[.:#]? ?(?:n(?:umme)?r\.?:? )?$/i.test(before))
    return undefined;
  const after = text.slice(start + typed.length, start + typed.length + 14);
  if (/^(?:,-| ?(?:€|euro|eur|inwoners|mensen|m2|m3|kwh|stuks))/i.test(after)) return undefined;
  const digits = typed.replace(/\D/g, '');
  if (digits.length < 8 || digits.length > 9 || isDateLike(digits)) return undefined;
  if (!passesElevenTest(digits)) return undefined;
  return { type: 'BSN', start, end: start + typed.length, hard: true };
}

function isDateLike(digits: string): boolean {
  return /^(?:(?:19|20)\d\d[01]\d[0-3]\d|[0-3]\d[01]\d(?:19|20)\d\d)$/.test(digits);
}

/** The eleven test of the BSN, on eight or nine digits; all zeros fail. */
export function passesElevenTest(digits: string): boolean {
  const nine = digits.padStart(9, '0');
  if (!/^\d{9}$/.test(nine) || Number(nine) === 0) return false;
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(nine.charAt(at)), 0);
  return sum % 11 === 0;
}
