// How far the heap may grow before it is looked through for garbage: left alone, to several times what is alive. What a
// large import reads is garbage soon after, so that its memory would grow with its file.
import { setFlagsFromString } from 'node:v8';

/** For the rest of the import: looking more often costs a tenth of its time. */
export const keepHeapSmall = () => setFlagsFromString('--heap-growing-percent=20');

/** As it was. */
export const letHeapGrow = () => setFlagsFromString('--heap-growing-percent=0');
