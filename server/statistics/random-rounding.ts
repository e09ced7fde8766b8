// Rounds own municipal counts to a multiple of 5 before anyone sees them (domain.md 20.9, rule S6).
// On average the count itself comes out; the same cell always gives the same answer, so asking
// again teaches nothing. Round totals on their own, never sum rounded cells, and compute rates from
// rounded parts.

import { createHmac } from 'node:crypto';
import { isCount, type Refusal, refuse } from './refusal.ts';

/** What makes a cell that cell. Two screens that show the same cell must say the same here. */
export type CellIdentity = {
  readonly indicatorCode: string;
  readonly placeCode: string;
  readonly editionYear: number;
  readonly period: string;
  /** Empty when the figure is not broken down. */
  readonly breakdown: string;
};

export type CountToRound = {
  readonly count: number;
  readonly cell: CellIdentity;
  /** Asked each time: rounding twice would claim protection and precision that are not there. */
  readonly isRoundedAtSource: boolean;
};

const BASE = 5;
const SHORTEST_KEY = 16;

/**
 * Unbiased random rounding to base 5 (Fellegi 1975, Survey Methodology 1: 123-133; Hundepool et al.
 * 2012, Statistical Disclosure Control), made repeatable with HMAC-SHA256. The error
 * is at most 4. Refuses counts the source has rounded and percentages; the key is the secret of one
 * gemeente, at least 16 bytes, and a shorter one is a bug and throws.
 */
export function roundRandomly(
  { count, cell, isRoundedAtSource }: CountToRound,
  key: string | Uint8Array,
): number | Refusal {
  if (isRoundedAtSource) return refuse('ROUNDED_AT_SOURCE');
  // No detail: the count itself is what must not leak.
  if (!isCount(count)) return refuse('INVALID_VALUE');
  const rest = count % BASE;
  const isUp = cellFraction(cell, key) < rest / BASE;
  return count - rest + (isUp ? BASE : 0);
}

/** A number in [0, 1) that only the holder of the key can foretell. */
function cellFraction(cell: CellIdentity, key: string | Uint8Array): number {
  if (Buffer.byteLength(key) < SHORTEST_KEY) {
    throw new RangeError(`The rounding key is shorter than ${SHORTEST_KEY} bytes.`);
  }
  // A JSON list, so that no two identities can run into the same text.
  const identity = JSON.stringify([
    cell.indicatorCode,
    cell.placeCode,
    cell.editionYear,
    cell.period,
    cell.breakdown,
  ]);
  return createHmac('sha256', key).update(identity).digest().readUIntBE(0, 6) / 2 ** 48;
}
