// How the word lists of screening are kept: one string, words parted by white space. It reads well and
// zips better than an array of quoted words, which counts on a phone.

export function packedWords(packed: string): ReadonlySet<string> {
  return new Set(packed.split(/\s+/).filter((word) => word !== ''));
}

/**
 * A sorted list in which a word shares its first letters with the one before: a capital says how many (A none,
 * B one, …), the rest follows. It zips a third smaller, and a list this long weighs on a phone. A word may be
 * added at the end as it is, behind an A.
 */
export function frontCodedWords(packed: string): ReadonlySet<string> {
  const words = new Set<string>();
  let previous = '';
  for (const [, shared = 'A', rest = ''] of packed
    .replace(/\s/g, '')
    .matchAll(/([A-Z])([a-z]*)/g)) {
    previous = previous.slice(0, shared.charCodeAt(0) - 65) + rest;
    words.add(previous);
  }
  return words;
}
