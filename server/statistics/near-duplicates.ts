// Which texts of one source say the same thing again? Broder (1997, On the resemblance and containment of
// documents, SEQUENCES '97: 21-29): a text is its set of w-shingles, runs of w words; the resemblance of two texts
// is the share of shingles they have in common (Jaccard). Only texts of one source are compared: two organisations
// that use the same words are two voices. Exact, no sketches: the texts of one source in one cell are few.

export interface SourcedText {
  /** Whose words: an organisation. */
  readonly source: string;
  /** Null once erased. */
  readonly text: string | null;
}

/**
 * Words in a shingle. Broder's 10 is for web pages; a field note has 10 to 40 words, of which one changed word
 * breaks at most `shingleWords` shingles.
 */
export const shingleWords = 2;

/**
 * Resemblance from which two texts of one source count as one. Measured on 4,000 pairs of the simulation's texts:
 * all copies with an ending or a word added or changed lie above it (lowest 0.57), and so do 2 in 1,000 notes
 * that were written apart on the same theme. At 0.6 that is 1 in 1,000, but copies begin to slip through.
 */
export const duplicateResemblance = 0.5;

/** Words that carry no content: they come and go when a text is copied. */
const fillers = new Set(
  (
    'de het een en of maar want dus ook nog al weer wel niet er daar hier dit dat deze die ik wij we je u ze zij hij ' +
    'is zijn was waren wordt worden heeft hebben had te om van voor met op in aan bij naar uit over door tot als dan'
  ).split(' '),
);

/** Dutch words without case, accents, punctuation and fillers; numbers become one mark, ĳ becomes ij. */
export function contentWords(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[0-9]+([.,:/-][0-9]+)*/g, '#')
    .replace(/['’`]/g, '')
    .split(/[^\p{L}#]+/u)
    .filter((word) => word !== '');
  const content = words.filter((word) => !fillers.has(word));
  return content.length > 0 ? content : words;
}

/** The set of runs of `width` content words; a text shorter than that is one shingle. */
export function shinglesOf(text: string, width = shingleWords): ReadonlySet<string> {
  const words = contentWords(text);
  if (words.length <= width) return new Set([words.join(' ')]);
  return new Set(
    Array.from({ length: words.length - width + 1 }, (_, at) =>
      words.slice(at, at + width).join(' '),
    ),
  );
}

/** Broder's r(A, B): shared shingles over all shingles, 0 to 1. */
export function resemblance(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const [few, many] = first.size <= second.size ? [first, second] : [second, first];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared += 1;
  const all = first.size + second.size - shared;
  return all === 0 ? 1 : shared / all;
}

/**
 * Groups of texts that say the same, each text in one group, in the order in which they came. Single linkage: a
 * copy of a copy belongs to the first, so the groups do not depend on the order. A text that was erased cannot be
 * compared and counts as a repetition of what its source had erased before: an echo must not grow by forgetting.
 */
export function groupNearDuplicates<T extends SourcedText>(
  texts: readonly T[],
  threshold = duplicateResemblance,
): T[][] {
  const groups: { source: string; members: T[]; shingles: (ReadonlySet<string> | null)[] }[] = [];
  const known = new Map<string, ReadonlySet<string>>();
  const shinglesFor = (text: string) => {
    const found = known.get(text) ?? shinglesOf(text);
    known.set(text, found);
    return found;
  };
  for (const one of texts) {
    const shingles = one.text === null ? null : shinglesFor(one.text);
    const alike = groups.filter(
      (group) =>
        group.source === one.source &&
        group.shingles.some((other) => isAlike(shingles, other, threshold)),
    );
    const [first, ...bridged] = alike;
    if (first === undefined) {
      groups.push({ source: one.source, members: [one], shingles: [shingles] });
      continue;
    }
    first.members.push(one);
    // The same set again adds nothing to compare with, so that 50 copies cost 50 comparisons.
    if (!first.shingles.includes(shingles)) first.shingles.push(shingles);
    for (const group of bridged) {
      first.members.push(...group.members);
      first.shingles.push(...group.shingles);
      groups.splice(groups.indexOf(group), 1);
    }
  }
  const place = new Map(texts.map((one, at) => [one, at]));
  return groups.map(({ members }) =>
    members.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
  );
}

function isAlike(
  first: ReadonlySet<string> | null,
  second: ReadonlySet<string> | null,
  threshold: number,
): boolean {
  if (first === null || second === null) return first === second;
  return first === second || resemblance(first, second) >= threshold;
}
