// The catalogue as this process has it: read again when its version rises, named by its content, indexed in the search
// thread, packed for browsers when the first one asks.
import { homeOf, type ReadDb } from '../db/client.ts';
import { catalogueHash, catalogueVersion, loadCatalogue } from './catalogue.ts';
import type { Entry } from './entries.ts';
import type { Finding } from './find.ts';
import {
  closeInThread,
  type FoundEntry,
  findInThread,
  openInThread,
  packInThread,
} from './thread.ts';
import type { Packed } from './work.ts';

interface Catalogue {
  readonly version: number;
  readonly hash: string;
  readonly entries: readonly Entry[];
}

interface Kept {
  /** Answers until a newer one is indexed. */
  current?: Catalogue;
  next?: Promise<Catalogue>;
  packed?: { readonly hash: string; readonly packed: Promise<Packed> };
}

const kept = new WeakMap<object, Kept>();

function keptFor(db: ReadDb): Kept {
  const home = homeOf(db);
  const found = kept.get(home) ?? {};
  kept.set(home, found);
  return found;
}

/** The best hits in the catalogue. Only the very first search waits for an index; later ones use the last. */
export async function findInCatalogue(
  db: ReadDb,
  text: string,
  finding: Finding,
): Promise<readonly FoundEntry[]> {
  const { hash, entries } = await currentCatalogue(db);
  return findInThread(hash, entries, text, finding);
}

/** The catalogue of now, for browsers. */
export async function packedCatalogue(db: ReadDb): Promise<{ hash: string; packed: Packed }> {
  const mine = keptFor(db);
  const { hash, entries } = await newestCatalogue(db);
  if (mine.packed?.hash !== hash) {
    mine.packed = { hash, packed: packInThread(hash, entries, hash) };
    mine.packed.packed.catch(() => delete mine.packed);
  }
  return { hash, packed: await mine.packed.packed };
}

/** Hash of the catalogue of now. */
export async function hashOfCatalogue(db: ReadDb): Promise<string> {
  return (await newestCatalogue(db)).hash;
}

async function currentCatalogue(db: ReadDb): Promise<Catalogue> {
  const newest = newestCatalogue(db);
  const { current } = keptFor(db);
  if (!current) return newest;
  // What fails here is tried again by the next search.
  newest.catch(() => undefined);
  return (await isSoon(newest)) ? newest : current;
}

/** A small catalogue is there at once; for a large one nobody waits longer than this. */
const patienceMs = 300;

const isSoon = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => {
      setTimeout(resolve, patienceMs, false).unref();
    }),
  ]);

/** Reads and indexes the catalogue when it changed; done once however many ask. */
async function newestCatalogue(db: ReadDb): Promise<Catalogue> {
  const mine = keptFor(db);
  const version = await catalogueVersion(db);
  if (mine.current?.version === version) return mine.current;
  mine.next ??= readCatalogue(db, mine, version).finally(() => delete mine.next);
  return mine.next;
}

async function readCatalogue(db: ReadDb, mine: Kept, version: number): Promise<Catalogue> {
  const entries = await loadCatalogue(db);
  const hash = catalogueHash(entries);
  const last = mine.current;
  // Other things than the catalogue raise the version too.
  const catalogue = last?.hash === hash ? { ...last, version } : { version, hash, entries };
  if (last?.hash !== hash) await openInThread(hash, entries);
  mine.current = catalogue;
  if (last && last.hash !== hash) closeInThread(last.hash);
  return catalogue;
}
