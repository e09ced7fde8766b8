// Whether the bounds of a figure can stand beside it. Pure.

/** NaN: no value, no bound. */
interface Bounded {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** True when the bounds enclose the value, or there are none; bounds without a value would tell what a state hides. */
export const marginsFit = ({ value, lower, upper }: Bounded): boolean =>
  Number.isNaN(value)
    ? Number.isNaN(lower) && Number.isNaN(upper)
    : !(lower > value || upper < value);

/** Why the bounds of a figure do not fit, for the quarantine. */
export function explainMargins(what: string, { value, lower, upper }: Bounded): string {
  const [from, to] = [lower, upper].map((bound) => (Number.isNaN(bound) ? 'none' : bound));
  return Number.isNaN(value)
    ? `${what} has bounds ${from} to ${to} but no value. The bounds are left out.`
    : `${what} is ${value}, outside its bounds ${from} to ${to}. The figure counts as missing.`;
}
