// A table that scrolls inside its own region on a narrow screen, so that the page does not; reached by the keyboard.
import type { ComponentChildren } from 'preact';
import { useWords } from '../words/words.ts';
import { readingWords } from './reading-words.ts';
import './wide-table.css';

interface WideTableProps {
  readonly caption: string;
  /** Hides the caption from sight where a heading says the same. */
  readonly isCaptionHidden?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** The rows stand in `children`: thead and tbody. */
export function WideTable({
  caption,
  isCaptionHidden = false,
  class: own = '',
  children,
}: WideTableProps) {
  const say = useWords(readingWords);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard (WCAG 2.1.1).
    <section class="wb-wide" tabIndex={0} aria-label={say('scrollTable', { caption })}>
      <table class={`utrecht-table wb-table ${own}`}>
        <caption class={isCaptionHidden ? 'wb-only-read' : 'wb-table__caption'}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
