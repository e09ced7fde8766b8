// What earlier places contribute to a place whose border changed, by an imported conversion table (domain chapter 3): the
// share of each earlier place that lies in the later one, followed back through every border, rename and new code. Pure.

/** A code in the division years in which its territory did not change. */
export interface SpanKey {
  readonly code: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** This share of the earlier place, in its division year, lies in the later one. */
export interface Share {
  readonly fromCode: string;
  readonly fromYear: number;
  readonly toCode: string;
  readonly toYear: number;
  readonly share: number;
}

/** The later span is the earlier one under another name or code. */
export interface Continuation {
  readonly fromCode: string;
  readonly fromYear: number;
  readonly toCode: string;
  readonly toYear: number;
}

export interface Contribution extends SpanKey {
  /** Part of it that lies in the place, above 0. */
  readonly share: number;
}

const keyOf = ({ code, firstYear }: SpanKey) => `${code} ${firstYear}`;

/**
 * The earlier spans of which a part lies in the place (itself left out), newest first. Of several tables that lead to one
 * span the one from the newest division counts. Shares of one earlier place over all later ones add up to 1, so
 * what is converted is neither lost nor made.
 */
export function contributionsTo(
  place: readonly SpanKey[],
  spans: readonly SpanKey[],
  shares: readonly Share[],
  continuations: readonly Continuation[],
): Contribution[] {
  const own = new Set(place.map(keyOf));
  const weights = new Map<string, number>(place.map((span) => [keyOf(span), 1]));
  const covering = (code: string, year: number) =>
    spans.find((span) => span.code === code && span.firstYear <= year && year <= span.lastYear);
  const add = (span: SpanKey, weight: number) => {
    if (own.has(keyOf(span))) return;
    weights.set(keyOf(span), (weights.get(keyOf(span)) ?? 0) + weight);
  };
  // Backward in time: everything that leads to a span has been added before it is followed further back.
  const ordered = [...spans].sort((a, b) => b.firstYear - a.firstYear);
  for (const span of ordered) {
    const weight = weights.get(keyOf(span));
    if (weight === undefined) continue;
    const into = shares.filter(
      ({ fromYear, toCode, toYear }) =>
        toCode === span.code &&
        span.firstYear <= toYear &&
        toYear <= span.lastYear &&
        fromYear < span.firstYear,
    );
    const newest = Math.max(...into.map(({ fromYear }) => fromYear));
    for (const { fromCode, fromYear, share } of into) {
      const from = fromYear === newest ? covering(fromCode, fromYear) : undefined;
      if (from) add(from, weight * share);
    }
    for (const { fromCode, fromYear, toCode, toYear } of continuations) {
      if (toCode !== span.code || toYear !== span.firstYear) continue;
      const from = covering(fromCode, fromYear);
      if (from) add(from, weight);
    }
  }
  return ordered.flatMap((span) => {
    const share = weights.get(keyOf(span)) ?? 0;
    const { code, firstYear, lastYear } = span;
    return own.has(keyOf(span)) || share <= 0 ? [] : [{ code, firstYear, lastYear, share }];
  });
}
