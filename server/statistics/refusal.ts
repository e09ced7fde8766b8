// A method that may not be used says so with a typed value: never null, NaN, 0 or a throw
// (domain.md, chapter 20). The list is closed; the words a reader sees belong to the client.

export const refusalReasons = [
  'INVALID_VALUE', // not finite, negative where that cannot be, not whole where it counts
  'INVALID_MARGINS', // the bounds do not enclose the value
  'NO_MARGINS',
  'NO_SPREAD', // the values do not differ, so distance has no unit
  'NO_DENOMINATOR', // nobody at risk, or the number is 0
  'NUMERATOR_ABOVE_DENOMINATOR',
  'VALUES_NOT_KNOWN', // some values have a state other than OK
  'NO_P_VALUES',
  'TOO_FEW_PLACES',
  'TOO_FEW_POINTS',
  'TOO_FEW_ORIGINS',
  'TOO_FEW_UNITS',
  'TOO_FEW_ROWS',
  'TOO_FEW_COLUMNS',
  'TOTAL_TOO_SMALL',
  'NOTHING_COUNTED', // a cell in which nobody said anything: no flag either way
  'MASKING', // one row or column fills so much of the table that it sets its own expectation
  'NO_DIFFERENCE_SHOWN', // places differ no more than chance makes them differ
  'ZERO_ACTUAL',
  'ONE_CODE_ONLY',
  'ROUNDED_AT_SOURCE',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

export type Refusal = {
  readonly refused: RefusalReason;
  readonly detail: Readonly<Record<string, number | string>>;
};

/** The detail holds the numbers behind it, so that a screen can say "6 of the 8 needed". */
export function refuse(refused: RefusalReason, detail: Refusal['detail'] = {}): Refusal {
  return { refused, detail };
}

/** Narrows a result to its refusal; after it returns false only the outcome is left. */
export function isRefused(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

/** A whole number of persons, notes or events: 0 counts, fractions and NaN do not. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
