// Size and checksum of the files of whole editions, for the catalogue: taken when a file is made, and once a day of those
// that nobody asked for. Kept by the version of the catalogue, which rises with every change of what is in them; a file
// that this process has not made since then has none, which DCAT allows.
import { createHash } from 'node:crypto';
import { homeOf, type ReadDb } from '../db/client.ts';

export interface MeasuredFile {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** Where a file of an edition is found. */
export const editionPath = (edition: number, form: string) =>
  `/api/v1/editions/${edition}/exports/${form}`;

interface Kept {
  readonly version: number;
  readonly files: Map<string, MeasuredFile>;
}

const kept = new WeakMap<object, Kept>();

/** What is known of the files of this version, by their paths. */
export function measuredFiles(db: ReadDb, version: number): ReadonlyMap<string, MeasuredFile> {
  const known = kept.get(homeOf(db));
  return known?.version === version ? known.files : new Map();
}

/** Hands on the parts of a file and, when all have gone, notes what they were. */
export async function* measuring(
  db: ReadDb,
  { version, path }: { readonly version: number; readonly path: string },
  parts: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of parts) {
    hash.update(part);
    bytes += Buffer.byteLength(part);
    yield part;
  }
  const known = kept.get(homeOf(db));
  const files = known?.version === version ? known.files : new Map<string, MeasuredFile>();
  files.set(path, { bytes, sha256: hash.digest('hex') });
  if ((known?.version ?? 0) <= version) kept.set(homeOf(db), { version, files });
}
