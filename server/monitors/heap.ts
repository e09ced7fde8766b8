// How far the heap may grow before it is looked through for garbage: left alone, to several times what is alive. What a
// large import reads is garbage soon after, so that its memory would grow with its file.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** For the rest of the import: looking more often costs a tenth of its time. */
export const keepHeapSmall = () => setFlagsFromString('--heap-growing-percent=20');

/** As it was. */
export const letHeapGrow = () => setFlagsFromString('--heap-growing-percent=0');

let collect: (() => void) | undefined;

/** Looks it through now: left to itself that comes too late while a large file is read, by a third of the memory. */
export function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collect();
}
