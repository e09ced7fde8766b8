// Thresholds of a gemeente as numbers in a sentence.
import type { DisclosureThresholdKind } from '../generated/graphql.ts';

interface Threshold {
  readonly kind: DisclosureThresholdKind;
  readonly least: number;
}

/** Values for `{notes}`, `{organisations}`, `{inhabitants}` and `{groupNotes}`. */
export function thresholdNumbers(thresholds: readonly Threshold[]): Record<string, number> {
  const least = (kind: DisclosureThresholdKind) =>
    thresholds.find((one) => one.kind === kind)?.least ?? 0;
  return {
    notes: least('NOTES'),
    organisations: least('ORGANISATIONS'),
    inhabitants: least('INHABITANTS'),
    groupNotes: least('GROUP_NOTES'),
  };
}
