// The escape: what waits on this device as a file that a person can read and an administrator can import
// (one note per line, the fields of LogFieldNoteInput).
import type { OutboxItem } from './item.ts';

/** One line per item: notes as the API takes them, other changes under their own name. */
export const linesOf = (items: readonly OutboxItem[]): string =>
  items
    .map(({ kind, input, queuedAt }) =>
      JSON.stringify(
        kind === 'LOG'
          ? { ...input, recordedAt: new Date(queuedAt).toISOString() }
          : { [kind.toLowerCase()]: input },
      ),
    )
    .map((line) => `${line}\n`)
    .join('');

/** Hands the file to the person. */
export function saveAsFile(items: readonly OutboxItem[]): void {
  const address = URL.createObjectURL(new Blob([linesOf(items)], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `wijkbeeld-${new Date().toISOString().slice(0, 10)}.ndjson`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
