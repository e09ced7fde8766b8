// Reading numbers the way people type them: digits with separators in between.

export interface DigitRun {
  /** The digits alone. */
  digits: string;
  /** For each digit the offset just after it. */
  ends: number[];
}

/** Reads at most `limit` digits from `start` on, with at most `maxGap` separators between two. */
export function digitsFrom(
  text: string,
  start: number,
  limit: number,
  separator: RegExp,
  maxGap: number,
  digit = /\d/,
): DigitRun {
  let digits = '';
  const ends: number[] = [];
  let gap = 0;
  for (let at = start; at < text.length && digits.length < limit && gap <= maxGap; at += 1) {
    const character = text.charAt(at);
    if (digit.test(character)) {
      digits += character;
      ends.push(at + 1);
      gap = 0;
    } else if (separator.test(character)) gap += 1;
    else break;
  }
  return { digits, ends };
}

/** The last `length` characters before `at`; rules look back no further, which keeps them linear. */
export function textBefore(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at);
}
