// The one search thread of this process: started when first needed, started again when it broke. Indexes are opened
// in it under a key; the ones not used for longest are closed when there are many.
import { Worker } from 'node:worker_threads';
import type { Entry } from './entries.ts';
import type { Finding, Hit } from './find.ts';
import type { Answers, Packed, Task } from './work.ts';

/** Indexes kept open. */
const mostOpen = 64;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  /** Opened or being opened, the one used last at the end. */
  readonly open: Map<string, Promise<null>>;
}

let thread: Thread | undefined;
let number = 0;

/** A hit in entries that were opened. */
export type FoundEntry = Pick<Hit, 'entry' | 'rank'>;

/** The best hits in these entries, which are opened under the key when they are not yet. */
export async function findInThread(
  key: string,
  entries: readonly Entry[],
  text: string,
  finding: Finding,
): Promise<FoundEntry[]> {
  // Tasks are done in their order: nobody can close the index between opening and finding.
  const opening = openInThread(key, entries);
  const searching = send({ kind: 'find', key, text, finding });
  const [, found] = await Promise.all([opening, searching]);
  return found.flatMap(([at, rank]) => {
    const entry = entries[at];
    return entry ? [{ entry, rank }] : [];
  });
}

/** The entries with their index, as browsers fetch them. */
export async function packInThread(
  key: string,
  entries: readonly Entry[],
  hash: string,
): Promise<Packed> {
  const opening = openInThread(key, entries);
  const packing = send({ kind: 'pack', key, hash });
  const [, packed] = await Promise.all([opening, packing]);
  return packed;
}

/** Opens the entries under the key; done once, also when asked again meanwhile. */
export async function openInThread(key: string, entries: readonly Entry[]): Promise<void> {
  const { open } = running();
  const opening = open.get(key) ?? send({ kind: 'open', key, entries });
  open.delete(key);
  open.set(key, opening);
  const [oldest] = open.keys();
  if (open.size > mostOpen && oldest !== undefined) closeInThread(oldest);
  await opening;
}

/** Lets go of an index, and of the words in it. */
export function closeInThread(key: string): void {
  if (!thread?.open.delete(key)) return;
  void send({ kind: 'close', key }).catch(() => undefined);
}

function send<Kind extends Task['kind']>(
  task: Extract<Task, { kind: Kind }>,
): Promise<Answers[Kind]> {
  const { worker, waiting } = running();
  number += 1;
  const id = number;
  worker.ref();
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, task });
  });
}

function running(): Thread {
  if (thread) return thread;
  const worker = new Worker(new URL('./worker.js', import.meta.url));
  const started: Thread = { worker, waiting: new Map(), open: new Map() };
  worker.on('message', ({ id, answer, failed }: Reply) => {
    const one = started.waiting.get(id);
    started.waiting.delete(id);
    // A thread that waits for work does not keep the process alive.
    if (started.waiting.size === 0) worker.unref();
    if (failed === undefined) one?.resolve(answer as never);
    else one?.reject(new Error(`The search thread failed: ${failed}.`));
  });
  const end = () => {
    if (thread === started) thread = undefined;
    for (const { reject } of started.waiting.values())
      reject(new Error('The search thread ended.'));
    started.waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', end);
  thread = started;
  return started;
}

interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly failed?: string;
}
