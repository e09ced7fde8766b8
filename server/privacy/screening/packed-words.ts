// How the word lists of screening are kept: one string, words parted by white space. It reads well and
// zips better than an array of quoted words, which counts on a phone.

export function packedWords(packed: string): ReadonlySet<string> {
  return new Set(packed.split(/\s+/).filter((word) => word !== ''));
}
