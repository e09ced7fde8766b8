// Phone numbers, e-mail addresses and bank accounts: the ways to reach or pay one person.
// All hard hits of rule S2 (domain.md, chapter 15), except an IBAN whose check digits fail.

import { digitsFrom, textBefore } from './digits.ts';
import type { Hit } from './findings.ts';

const PHONE_START =
  /(?<![A-Za-zà-ž0-9+])(?:\+|\(\+?0?|0|31(?=[ .-]?6[ .-]?\d)|o(?=6[ .\-/]?\d{2})|6(?=[ .-]?\d{8}(?!\d)))/gi;
const NOT_A_PHONE =
  /(?:meterstand|artikel|artikelnr|polis|paal|mast|factuur|factuurnr|order|ordernr|bestelnr|bestelling|barcode|ean|serienr|serienummer|kvk|btw|rekening|besluit|tabel)[.:#]? $/i;
const PHONE_CUE =
  /(?:nummer|tel|telefoon|telefoonnr|telefoonnummer|telnr|bel|belt|bellen|app|appen|whatsapp|mobiel|mob|06-nummer)[.: ]{1,3}(?:nr[.: ]{1,3}|nummer:? |hem |haar |op )?$/i;

const DATE_OR_HOURS =
  /^\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d(?!\d)|^\d\d[.:]\d\d ?- ?\d\d[.:]\d\d(?!\d)/;

/** National numbers of ten digits, the same with +31 or 0031, and foreign numbers after a plus. */
export function findPhones(text: string): Hit[] {
  const hits: Hit[] = [];
  let from = 0;
  for (const { index } of text.matchAll(PHONE_START)) {
    if (index < from) continue;
    const end = phoneEnd(text, index);
    if (end === undefined) continue;
    const isOpen = text.charAt(index) === '(' && !text.slice(index, end).includes(')');
    hits.push({ type: 'PHONE', start: isOpen ? index + 1 : index, end, hard: true });
    from = end;
  }
  return hits;
}

function phoneEnd(text: string, start: number): number | undefined {
  const { digits, ends } = dialled(text, start);
  if (/^6/.test(digits)) return isCalled(text, start) && digits.length === 9 ? ends[8] : undefined;
  // The country number without its plus, as apps copy it: "31612345678".
  if (/^316/.test(digits) && text.charAt(start) === '3')
    return digits.length === 11 && !NOT_A_PHONE.test(textBefore(text, start, 20))
      ? ends[10]
      : undefined;
  const isForeign = /^\(?\+/.test(text.slice(start, start + 2));
  const international = /^(?:0031|31)/.exec(digits)?.[0] ?? '';
  if (isForeign || international === '0031') {
    if (international === '')
      return digits.length >= 9 && digits.length <= 14 ? ends.at(-1) : undefined;
    const trunk = digits.charAt(international.length) === '0' ? 1 : 0;
    return ends[international.length + trunk + 8];
  }
  if (/^00(?:1|2\d|3[2-9]|4\d|5\d|9\d)/.test(digits) && digits.length >= 11) return ends.at(-1);
  if (!/^0(?:[1-57]\d|6\d|8[4-8]|97)/.test(digits)) return undefined;
  if (DATE_OR_HOURS.test(text.slice(start, start + 16))) return undefined;
  if (digits.length > 10 && !isBreak(text, ends[9] ?? 0)) return undefined;
  if (NOT_A_PHONE.test(textBefore(text, start, 20)) && !/^0?6/.test(digits)) return undefined;
  if (digits.length === 9 && isCalled(text, start)) return ends[8];
  return ends[9];
}

/** The digits from here on; a letter o in front of a 6 is a zero. */
function dialled(text: string, start: number) {
  const isTyped = /o/i.test(text.charAt(start));
  const { digits, ends } = digitsFrom(text, isTyped ? start + 1 : start, 17, /[ .\-/()_+*]/, 4);
  return isTyped ? { digits: `0${digits}`, ends: [start + 1, ...ends] } : { digits, ends };
}

const isCalled = (text: string, start: number) => PHONE_CUE.test(textBefore(text, start, 30));

function isBreak(text: string, at: number): boolean {
  return !/\d/.test(text.charAt(at));
}

const DOMAIN =
  /^[a-zà-ž0-9][a-zà-ž0-9-]{0,62}(?:(?:\.|,(?=nl|com|be|org|eu)| \.| ?[([](?:punt|dot)[)\]] ?| punt | dot )[a-zà-ž0-9][a-zà-ž0-9-]{0,62}){1,4}/i;
const LOCAL_PART = /(?:[a-zà-ž0-9._%+'-]{1,30} punt ){0,2}[a-zà-ž0-9._%+'-]{1,64}$/i;
const AT_SIGN = / ?(?:@|[([{] ?(?:at|ape?n?staart(?:je)?) ?[)\]}]| at | ape?n?staart(?:je)? ) ?/gi;

/** Also with "(at)" or spaces around the sign, as people write to dodge a filter. */
export function findEmails(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(AT_SIGN)) {
    const after = match.index + match[0].length;
    const local = LOCAL_PART.exec(textBefore(text, match.index, 64))?.[0].replace(/^[.'%+-]+/, '');
    const domain = DOMAIN.exec(text.slice(after, after + 160))?.[0].replace(/-+$/, '');
    if (!local || !domain || !/(?:[. )\]])[A-Za-zà-ž]{2,24}$/.test(domain)) continue;
    hits.push({
      type: 'EMAIL',
      start: match.index - local.length,
      end: after + domain.length,
      hard: true,
    });
  }
  return hits;
}

const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'NL18 BE16 DE22 FR27 GB22 ES24 IT27 PT25 PL28 TR26 RO24 BG22 HU28 CZ24 SK24 AT20 CH21 LU20 IE22 DK18 ' +
    'SE24 NO15 FI18 GR27 HR21 SI19 LT20 LV21 EE20 UA29 MA28 CY28 MT31 RS22 BA20 MK19 AL28 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const IBAN_START = /(?<![a-zà-ž0-9])[a-z] ?[a-z][ .\-/_]?\d[ .\-/_]?\d/gi;

/** Hard when the check digits are right; a Dutch account with a typing error is still shown, soft. */
export function findIbans(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const { index } of text.matchAll(IBAN_START)) {
    const length =
      IBAN_LENGTHS[
        text
          .slice(index, index + 3)
          .replace(' ', '')
          .slice(0, 2)
          .toUpperCase()
      ];
    if (length === undefined) continue;
    const { digits: account, ends } = digitsFrom(text, index, length, /[ .\-/_]/, 2, /[a-z0-9]/i);
    const end = ends[length - 1];
    if (end === undefined || /[a-z0-9]/i.test(text.charAt(end))) continue;
    const hard = remainder97(account.toUpperCase()) === 1;
    if (hard || /^nl\d\d[a-z]{4}\d{10}$/i.test(account))
      hits.push({ type: 'IBAN', start: index, end, hard });
  }
  return hits;
}

function remainder97(account: string): number {
  let remainder = 0;
  for (const character of account.slice(4) + account.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) {
      remainder = (remainder * 10 + Number(digit)) % 97;
    }
  }
  return remainder;
}
