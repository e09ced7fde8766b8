// The part of a text around what was asked, with the words that match marked. Pure.
import { stemOf } from './dutch.ts';
import type { Asked } from './query.ts';
import { likeness } from './rank.ts';
import { fold } from './words.ts';

/** A piece of a text, in order; joined they are the snippet. */
export interface SnippetPart {
  readonly text: string;
  /** It matches what was asked. */
  readonly isHit: boolean;
}

const longest = 160;
const before = 40;

/** The snippet of a text that its reader may read; unmarked from its beginning when nothing matches. */
export function snippetOf(text: string, asked: readonly Asked[]): SnippetPart[] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)];
  const hits = words.filter(([word]) => isHit(word, asked));
  const first = hits[0]?.index ?? 0;
  const start = first <= before ? 0 : wordStart(text, first - before);
  const end = text.length - start <= longest ? text.length : wordEnd(text, start + longest);
  const parts: SnippetPart[] = [];
  let at = start;
  for (const { 0: word, index } of hits) {
    if (index < start || index + word.length > end) continue;
    if (index > at) parts.push({ text: text.slice(at, index), isHit: false });
    parts.push({ text: word, isHit: true });
    at = index + word.length;
  }
  if (at < end) parts.push({ text: text.slice(at, end), isHit: false });
  return shortened(parts, start > 0, end < text.length);
}

const isHit = (word: string, asked: readonly Asked[]) => {
  const folded = fold(word);
  const stem = stemOf(folded);
  return asked.some((one) => likeness(one, folded) > 0.5 || likeness(one, stem) > 0.5);
};

const wordStart = (text: string, at: number) => text.lastIndexOf(' ', at) + 1;

const wordEnd = (text: string, at: number) => {
  const end = text.lastIndexOf(' ', at);
  return end > at - before ? end : at;
};

function shortened(parts: readonly SnippetPart[], hasMore: boolean, goesOn: boolean) {
  const ellipsis = { text: '…', isHit: false };
  return [...(hasMore ? [ellipsis] : []), ...parts, ...(goesOn ? [ellipsis] : [])];
}
