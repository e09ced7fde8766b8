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

/** Point or comma as decimal sign: one per file; the first number with either decides. */
export class DecimalSign {
  #sign: '.' | ',' | null;

  constructor(sign: '.' | null = null) {
    this.#sign = sign;
  }

  /** The number a text holds; undefined when it is none, or uses the other sign than the file so far. */
  read(text: string): number | undefined {
    const count = readCount(text);
    if (count >= 0) return count;
    if (number.test(text)) {
      if (text.includes('.')) {
        if (this.#sign === ',') return undefined;
        this.#sign = '.';
      }
      return Number(text);
    }
    if (!commaNumber.test(text) || this.#sign === '.') return undefined;
    this.#sign = ',';
    return Number(text.replace(',', '.'));
  }
}

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
export function readTextCell(cells: Cells, at: number, padded: string, sign: DecimalSign): boolean {
  const text = padded.trim();
  // What R makes of a blank.
  if (text === '' || text === 'NA') return open(cells, at, OPEN);
  if (text === '.') return open(cells, at, OPEN_DOT);
  if (text === 'x') return setSign(cells, at, 'S', '.');
  if (text === '-') return setValue(cells, at, 0, 'O');
  const value = sign.read(text);
  if (value !== undefined) return readNumber(cells, at, value);
  const mark = marked.exec(text);
  const before = mark?.[1] === undefined ? undefined : sign.read(mark[1]);
  if (before === undefined) return false;
  return setValue(cells, at, before, mark?.[2] === '**' ? 'R' : 'P');
}

/** Puts what a JSON value says into a slot; false when it is neither number, text nor null. */
export function readJsonCell(cells: Cells, at: number, value: unknown, sign: DecimalSign): boolean {
  if (value === null || value === undefined) return open(cells, at, OPEN);
  if (typeof value === 'number') return readNumber(cells, at, value);
  return typeof value === 'string' && readTextCell(cells, at, value, sign);
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
export const mayNotBeNegative = (kind: MeasureKind) => neverNegative.has(kind);
