// The files that an edition was read from, kept as they were received so that it can be read again.
import type { Db } from '../db/client.ts';
import { sourceFileParts, sourceFiles } from '../db/tables.ts';
import { gzippedParts, type ReceivedFile } from './files.ts';

/** Records that there is such a file; answers false for one that was kept before. */
export async function recordFile(
  tx: Db,
  { checksum, name, size }: ReceivedFile,
  now: Date,
): Promise<boolean> {
  const recorded = await tx
    .insert(sourceFiles)
    .values({ checksum, name, size, retrievedAt: now })
    .onConflictDoNothing()
    .returning({ checksum: sourceFiles.checksum });
  return recorded.length > 0;
}

/** Keeps the bytes of a file that is recorded. */
export async function keepParts(tx: Db, { path, checksum }: ReceivedFile): Promise<void> {
  let number = 0;
  for await (const content of gzippedParts(path)) {
    await tx.insert(sourceFileParts).values({ checksum, number, content });
    number += 1;
  }
}
