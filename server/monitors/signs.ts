// What a cell of a monitor file says: a number or one of the signs of StatLine (domain 4.2). Pure.
import type { MeasureKind } from '../codes/figures.ts';
import { type Cells, letter, OPEN, OPEN_DOT } from './table.ts';

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const commaNumber = /^[+-]?\d+,\d+$/;
const marked = /^(.*?)\s*(\*{1,2})$/;

/** Codes of map files that stand for a reason instead of a value. */
const codes: ReadonlyMap<number, readonly [state: string, reason: string]> = new Map([
  [-99997, ['M', 'C']],
  [-99995, ['Y', '.']],
  [-99991, ['D', '.']],
  [-99998, ['M', '.']],
  [-99999997, ['M', '.']],
  [-99999998, ['M', '.']],
  [-99999999, ['M', '.']],
]);

/** Digits in groups of three after a mark that is the same throughout, and perhaps decimals. */
const grouped = /^([+-]?\d{1,3}(?:([.,\s'\u2019])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/;
/** What most numbers with decimals look like. */
const fewDecimals = /^[+-]?\d+[.,]\d{1,2}$/;
/** One mark and three digits: thousands, or a number with three decimals. */
const doubtful = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Point or comma as decimal sign: one per file; the first number that tells decides. Marks of thousands are understood where
 * they can mean nothing else: groups apart by spaces, more than one group, the mark that is not the decimal sign, or a
 * count, which has no decimals. Anything else that may be either is no number: it would be wrong a thousand times.
 */
export class DecimalSign {
  #sign: '.' | ',' | null;
  readonly #isGiven: boolean;

  /** With a sign given the file is made by a program, which marks no thousands. */
  constructor(sign: '.' | null = null) {
    this.#sign = sign;
    this.#isGiven = sign !== null;
  }

  /** The number a text holds; undefined when it is none, may be two, or uses the other sign than the file so far. */
  read(text: string, isCount = false): number | undefined {
    const count = readCount(text);
    if (count >= 0) return count;
    if (!this.#isGiven && !fewDecimals.test(text) && grouped.test(text))
      return this.#readGrouped(text, isCount);
    if (number.test(text)) {
      if (text.includes('.') && !this.#settle('.')) return undefined;
      return Number(text);
    }
    if (!commaNumber.test(text) || !this.#settle(',')) return undefined;
    return Number(text.replace(',', '.'));
  }

  #readGrouped(text: string, isCount: boolean): number | undefined {
    const [, whole = '', mark = '', sign, decimals = ''] = grouped.exec(text) ?? [];
    const isMark = mark === '.' || mark === ',';
    if (isMark && doubtful.test(text) && !isCount) {
      if (this.#sign === null) return undefined;
      if (this.#sign === mark) return Number(text.replace(',', '.'));
    }
    if (sign === mark) return undefined;
    // A zero before the mark begins no group.
    if (isMark && /^[+-]?0/.test(text)) {
      return sign === undefined && this.#settle(mark) ? Number(text.replace(',', '.')) : undefined;
    }
    if (isMark && !this.#settle(mark === '.' ? ',' : '.')) return undefined;
    if ((sign === '.' || sign === ',') && !this.#settle(sign)) return undefined;
    return Number(`${whole.replaceAll(mark, '')}.${decimals || 0}`);
  }

  #settle(sign: '.' | ','): boolean {
    this.#sign ??= sign;
    return this.#sign === sign;
  }
}

/** Why a text is no number, and what to do; for the message of a refusal. */
export const explainNumber = (text: string) =>
  doubtful.test(text.trim())
    ? 'which may mean thousands or decimals. Save the file again without marks of thousands.'
    : fewDecimals.test(text.trim())
      ? 'which has another decimal sign than this file should have (a set of OData has points). Take the file as it was' +
        ' downloaded.'
      : 'which is neither a number nor a sign of StatLine. Correct it at the source, or leave the column out if it holds no' +
        ' figures.';

/** The number that a few digits and nothing else make, -1 for anything else: most cells of all. */
function readCount(text: string): number {
  const { length } = text;
  if (length === 0 || length > 9) return -1;
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    count = count * 10 + digit;
  }
  return count;
}

/**
 * Puts what a text cell says into a slot. False when it is neither a number nor a known sign: the file is then
 * refused, because a damaged number is not guessed.
 */
export function readTextCell(
  cells: Cells,
  at: number,
  padded: string,
  sign: DecimalSign,
  isCount = false,
): boolean {
  const text = padded.trim();
  // What R makes of a blank.
  if (text === '' || text === 'NA') return open(cells, at, OPEN);
  // A lone comma is a point that went through a spreadsheet (an edition of 2022 holds one).
  if (text === '.' || text === ',') return open(cells, at, OPEN_DOT);
  if (text === 'x') return setSign(cells, at, 'S', '.');
  if (text === '-') return setValue(cells, at, 0, 'O');
  const value = sign.read(text, isCount);
  if (value !== undefined) return readNumber(cells, at, value);
  const mark = marked.exec(text);
  const before = mark?.[1] === undefined ? undefined : sign.read(mark[1], isCount);
  if (before === undefined) return false;
  return setValue(cells, at, before, mark?.[2] === '**' ? 'R' : 'P');
}

/** Puts what a JSON value says into a slot; false when it is neither number, text nor null. */
export function readJsonCell(
  cells: Cells,
  at: number,
  value: unknown,
  sign: DecimalSign,
  isCount = false,
): boolean {
  if (value === null || value === undefined) return open(cells, at, OPEN);
  if (typeof value === 'number') return readNumber(cells, at, value);
  return typeof value === 'string' && readTextCell(cells, at, value, sign, isCount);
}

function readNumber(cells: Cells, at: number, value: number): boolean {
  const code = value < -90000 ? codes.get(value) : undefined;
  return code ? setSign(cells, at, code[0], code[1]) : setValue(cells, at, value, 'O');
}

function open(cells: Cells, at: number, sign: number): boolean {
  cells.states[at] = sign;
  return true;
}

function setSign(cells: Cells, at: number, state: string, reason: string): boolean {
  cells.states[at] = letter(state);
  cells.reasons[at] = letter(reason);
  return true;
}

function setValue(cells: Cells, at: number, value: number, state: string): boolean {
  // Adding 0 turns -0 into 0, so that equal files have equal hashes.
  cells.values[at] = value + 0;
  cells.states[at] = letter(state);
  return true;
}

const neverNegative: ReadonlySet<MeasureKind> = new Set([
  'COUNT',
  'PERCENT',
  'PER_1000',
  'PER_10000',
  'DISTANCE_KM',
]);

/** True when a value below zero can only be an error of the source (4.2). */
const mayNotBeNegative = (kind: MeasureKind) => neverNegative.has(kind);

interface Fault {
  readonly reason: 'NEGATIVE_VALUE' | 'ABOVE_HUNDRED';
  /** Completes a sentence that begins with the figure and "is". */
  readonly why: string;
}

/** Why a value can only be an error of the source; undefined for one that can be right. */
export function faultOf(kind: MeasureKind, value: number): Fault | undefined {
  if (value < 0 && mayNotBeNegative(kind)) {
    const why = `${value}: a count, percentage or distance cannot be negative. The figure counts as missing.`;
    return { reason: 'NEGATIVE_VALUE', why };
  }
  if (value > 100 && kind === 'PERCENT') {
    return {
      reason: 'ABOVE_HUNDRED',
      why: `${value}%: more than 100. The figure counts as missing.`,
    };
  }
  return undefined;
}
