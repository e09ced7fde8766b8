// How good a hit is: one number, made of what matched where, so that hits of both engines stand in one order and a
// cursor keeps its place. Pure.
import type { SearchKind } from '../codes/search.ts';
import type { Field } from './build.ts';
import type { Asked } from './query.ts';

/** Exact code > place name > indicator > text. */
export const fieldWeights: Readonly<Record<Field, number>> = {
  code: 1,
  name: 1,
  other: 0.85,
  text: 0.4,
  parts: 0.35,
  detail: 0.3,
};

const kindBonus: Readonly<Record<SearchKind, number>> = {
  PLACE: 0.12,
  THEME: 0.12,
  INDICATOR: 0.08,
  SOURCE: 0.04,
  STATEMENT: 0.01,
  FIELD_NOTE: 0,
};
const placeBonus: Readonly<Record<string, number>> = { NL: 0.01, GM: 0.1, WK: 0.06, BU: 0 };

/** Added when the whole query is the code, or the whole name. */
const exactCode = 2;
const exactName = 1;
const exactOther = 0.8;

/** How well a word of the index answers a word that was asked; 0: it does not. */
export function likeness(asked: Asked, term: string): number {
  if (term === asked.word) return 1;
  if (term === asked.stem) return 0.9;
  if (asked.isBeginning && term.startsWith(asked.word)) {
    return 0.65 + 0.2 * (asked.word.length / term.length);
  }
  if (asked.parts.includes(term)) return 0.7;
  if (asked.alike.includes(term)) return 0.6;
  return asked.mayBeMistyped && isOneSlipAway(asked.word, term) ? 0.4 : 0;
}

/** One character more, less, other, or two changed places. */
export function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.slice(at + 1);
  if (short.length < long.length) return short.slice(at) === rest;
  if (short.slice(at + 1) === rest) return true;
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwapped && short.slice(at + 2) === long.slice(at + 2);
}

export interface Matched {
  readonly kind: SearchKind;
  readonly code: string;
  /** Best answer to each word that was asked, 0 to 1: likeness times the weight of the field. */
  readonly answers: readonly number[];
  readonly isCode: boolean;
  readonly isName: boolean;
  readonly isOtherName: boolean;
  /** Share of the letters of its name that the query covers, 0 to 1. */
  readonly covers: number;
  /** Score of the engine against its best hit, 0 to 1. */
  readonly engine: number;
}

/** The rank, higher is better, in whole millionths so that equal hits are equal. */
export function rankOf(hit: Matched): number {
  const { answers, kind, code } = hit;
  const answered = answers.filter((one) => one > 0).length / answers.length;
  const mean = answers.reduce((sum, one) => sum + one, 0) / answers.length;
  const bonus = kindBonus[kind] + (kind === 'PLACE' ? (placeBonus[code.slice(0, 2)] ?? 0) : 0);
  const exact = hit.isCode ? exactCode : hit.isName ? exactName : hit.isOtherName ? exactOther : 0;
  const rank =
    mean * answered ** 2 + exact + bonus * answered + 0.1 * hit.covers * mean + 0.1 * hit.engine;
  return Math.round(rank * 1e6);
}
