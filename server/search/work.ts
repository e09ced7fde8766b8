// The search thread: builds indexes and searches them, so that neither holds up a request of anyone else.
import { parentPort } from 'node:worker_threads';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Opened, openEntries } from './build.ts';
import type { Entry } from './entries.ts';
import { type Finding, findIn } from './find.ts';

export type Task =
  | { readonly kind: 'open'; readonly key: string; readonly entries: readonly Entry[] }
  | { readonly kind: 'close'; readonly key: string }
  | {
      readonly kind: 'find';
      readonly key: string;
      readonly text: string;
      readonly finding: Finding;
    }
  | { readonly kind: 'pack'; readonly key: string; readonly hash: string };

/** A catalogue as it is sent to browsers, by content encoding. */
export interface Packed {
  readonly identity: Uint8Array;
  readonly gzip: Uint8Array;
  readonly br: Uint8Array;
}

export interface Answers {
  readonly open: null;
  readonly close: null;
  /** Positions of the entries that were found, and their ranks. */
  readonly find: readonly (readonly [at: number, rank: number])[];
  readonly pack: Packed;
}

const opened = new Map<string, Opened>();

function openedAs(key: string): Opened {
  const found = opened.get(key);
  if (!found) throw new Error(`No index is open as ${key}.`);
  return found;
}

function perform(task: Task): Answers[Task['kind']] {
  if (task.kind === 'open') {
    opened.set(task.key, openEntries(task.entries));
    return null;
  }
  if (task.kind === 'close') {
    opened.delete(task.key);
    return null;
  }
  if (task.kind === 'find') {
    const hits = findIn(openedAs(task.key), task.text, task.finding);
    return hits.map(({ at, rank }) => [at, rank] as const);
  }
  const { entries, index } = openedAs(task.key);
  const identity = Buffer.from(JSON.stringify({ hash: task.hash, entries, index }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return { identity, gzip: gzipSync(identity), br: brotliCompressSync(identity, { params }) };
}

parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
  try {
    parentPort?.postMessage({ id, answer: perform(task) });
  } catch (error) {
    // Its words stay here: they could be those of a text.
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.name : 'Error' });
  }
});
