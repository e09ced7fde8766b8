// The terminal: text to standard output, progress as a bar, or as a line every five seconds elsewhere.
import type { CliIo, Progress } from './io.ts';

type Terminal = Omit<CliIo, 'database' | 'fetching'>;

/** The io of this process's own terminal. */
export function ownTerminal(): Terminal {
  const isTerminal = process.stderr.isTTY === true;
  let startedAt = 0;
  let shownAt = 0;
  let label = '';
  const clear = () => {
    if (isTerminal) process.stderr.write('\r\x1b[K');
  };
  return {
    isTerminal,
    cwd: process.cwd(),
    out: (text) => {
      clear();
      process.stdout.write(`${text}\n`);
    },
    progress: (state) => {
      const now = Date.now();
      if (state === null) {
        clear();
        label = '';
        return;
      }
      if (state.label !== label) {
        label = state.label;
        startedAt = now;
        shownAt = isTerminal ? 0 : now;
      }
      const isDone = state.total !== undefined && state.done >= state.total;
      if (!isDone && now - shownAt < (isTerminal ? 100 : 5000)) return;
      shownAt = now;
      const line = describeProgress(state, now - startedAt);
      process.stderr.write(isTerminal ? `\r\x1b[K${line}` : `${line}\n`);
    },
  };
}

/** One line: label, bar where the total is known, count and speed. */
export function describeProgress(state: Progress, elapsedMs: number): string {
  const count = state.done.toLocaleString('en');
  const speed =
    elapsedMs > 500
      ? `, ${Math.round((state.done / elapsedMs) * 1000).toLocaleString('en')}/s`
      : '';
  if (state.total === undefined || state.total === 0) {
    return `${state.label}: ${count} ${state.unit}${speed}`;
  }
  const share = Math.min(1, state.done / state.total);
  const filled = Math.round(share * 24);
  const bar = `${'#'.repeat(filled)}${'.'.repeat(24 - filled)}`;
  const total = state.total.toLocaleString('en');
  return `${state.label} [${bar}] ${Math.round(share * 100)}% ${count} of ${total} ${state.unit}${speed}`;
}
