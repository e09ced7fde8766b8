// A text with what screening found in it marked, and the explanations below.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { componentWords } from './words.ts';

export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Refused until it is gone; else a warning. */
  readonly hard: boolean;
  readonly explanation: string;
}

/** Marks are numbered, so that colour is not the only sign; findings do not overlap. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const say = useWords(componentWords);
  const id = useId();
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  let from = 0;
  const parts: ComponentChildren[] = [];
  for (const [at, { start, end, hard }] of sorted.entries()) {
    parts.push(
      text.slice(from, start),
      <mark class={`wb-mark${hard ? ' wb-mark--hard' : ''}`} aria-describedby={`${id}-${at}`}>
        {text.slice(start, end)}
        <sup aria-hidden="true">{at + 1}</sup>
      </mark>,
    );
    from = end;
  }
  return (
    <>
      <blockquote class="wb-quote">
        {parts}
        {text.slice(from)}
      </blockquote>
      {sorted.length === 0 ? null : (
        <ol class="wb-marks">
          {sorted.map(({ start, hard, explanation }, at) => (
            <li key={start} id={`${id}-${at}`}>
              <strong>{say(hard ? 'mustGo' : 'lookAtThis')}</strong> {explanation}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
