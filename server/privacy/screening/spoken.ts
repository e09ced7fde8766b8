// Numbers written out, as dictation leaves them: "nul zes twaalf vierendertig zesenvijftig achtenzeventig".
// Phone numbers and service numbers are read from the digits that the words stand for; mixtures with digits
// count too.
import { passesElevenTest } from './bsn.ts';
import type { Hit } from './findings.ts';

const UNITS = 'nul een twee drie vier vijf zes zeven acht negen'.split(' ');
const TEENS =
  'tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(' ');
const TENS = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ');
const NUMBER = new RegExp(
  `^(?:(?:${UNITS.join('|')})en)?(?:${TENS.join('|')})$|^(?:${[...UNITS, ...TEENS].join('|')})$`,
);

/** The digits that a number word below one hundred stands for; undefined for every other word. */
export function digitsOfWord(word: string): string | undefined {
  const plain = word.toLowerCase().replace(/[éë]/g, 'e');
  if (!NUMBER.test(plain)) return undefined;
  const unit = UNITS.indexOf(plain);
  if (unit >= 0) return String(unit);
  const teen = TEENS.indexOf(plain);
  if (teen >= 0) return String(10 + teen);
  const ten = TENS.findIndex((name) => plain.endsWith(name));
  const before = plain.slice(0, -(TENS[ten]?.length ?? 0)).replace(/en$/, '');
  return String((ten + 2) * 10 + (before === '' ? 0 : UNITS.indexOf(before)));
}

const TOKEN = /\d+|[a-zé-ë]+/gi;
// Said between the digits of one number: "plus", "streepje", a pause.
const BETWEEN = /^(?:[ ,.-]{1,4}|\s*-\s*)$/;

interface Run {
  digits: string;
  start: number;
  end: number;
  words: number;
}

/** Phone and service numbers of which at least a part is written in words. */
export function findSpokenNumbers(text: string): Hit[] {
  const hits: Hit[] = [];
  let run: Run | undefined;
  const close = () => {
    const hit = run && hitOf(text, run);
    if (hit) hits.push(hit);
    run = undefined;
  };
  for (const match of text.matchAll(TOKEN)) {
    const isDigits = /\d/.test(match[0]);
    const digits = isDigits ? match[0] : digitsOfWord(match[0]);
    if (run && !BETWEEN.test(text.slice(run.end, match.index))) close();
    if (digits === undefined) {
      if (run) close();
      continue;
    }
    run ??= { digits: '', start: match.index, end: match.index, words: 0 };
    run.digits += digits;
    run.end = match.index + match[0].length;
    if (!isDigits) run.words += 1;
  }
  close();
  return hits;
}

function hitOf(text: string, { digits, start, end, words }: Run): Hit | undefined {
  if (words === 0) return undefined;
  if (/^0[1-9]\d{8}$|^(?:0031|31)[1-9]\d{8}$/.test(digits))
    return { type: 'PHONE', start, end, hard: true };
  if (!/^\d{8,9}$/.test(digits) || !passesElevenTest(digits)) return undefined;
  const isNamed = /bsn|burgerservice|sofi/i.test(text.slice(Math.max(0, start - 40), start));
  return words >= 4 || isNamed ? { type: 'BSN', start, end, hard: true } : undefined;
}
