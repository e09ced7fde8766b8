// A sentence of ours around words of a source or a person, so that those can carry their own language.
import type { ComponentChildren } from 'preact';

/** Where the children stand in the sentence: say('key', { name: gap }). */
export const gap = '\n';

/** Puts the children in the gap of the text. */
export function Around({ text, children }: { text: string; children: ComponentChildren }) {
  const [before = '', after = ''] = text.split(gap);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
