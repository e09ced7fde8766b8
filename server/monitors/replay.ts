// Reads an edition again from the files that were kept of it, with corrections of what was set aside: the result is a new
// edition, staged and compared like any other; entries of the quarantine that it places are resolved.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { editions, quarantine, sourceFileParts } from '../db/tables.ts';
import { conflict, notFound } from '../errors.ts';
import type { Connector } from './connector.ts';
import type { Corrections } from './corrections.ts';
import { type RunOptions, type RunOutcome, runEditions } from './run.ts';
import type { EditionReport } from './staging.ts';
import type { ParsedEdition } from './table.ts';

type Edition = typeof editions.$inferSelect;

export interface ReplayOutcome {
  readonly runs: readonly RunOutcome[];
  /** Entries of the quarantine that are no longer set aside. */
  readonly resolved: number;
}

interface KeptRequest {
  readonly connector: string;
  readonly request: Readonly<Record<string, unknown>>;
}

/** Imports the kept files of an edition again with corrections; refuses one that was made without kept files. */
export async function replayEdition(
  db: Db,
  id: number,
  corrections: Corrections,
  // biome-ignore lint/suspicious/noExplicitAny: a request is what its own connector kept.
  connectors: readonly Connector<any>[],
  options: RunOptions,
): Promise<ReplayOutcome> {
  const edition = await getEdition(db, id);
  const report = edition.report as Partial<EditionReport>;
  const kept = report.request as KeptRequest | undefined;
  const connector = connectors.find(({ name }) => name === kept?.connector);
  if (!kept || !connector) {
    throw conflict(
      `Edition ${id} was imported without what a replay needs. Import its file again.`,
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'wijkbeeld-replay-'));
  try {
    const names = await restoreFiles(db, report.files ?? [], folder);
    const path = connector.restored === 'FOLDER' ? folder : join(folder, names[0] ?? '');
    // The names of folders, from which a table may have been told, are gone: the edition knows.
    const request = { tableId: edition.tableId, year: edition.divisionYear, ...tidy(kept.request) };
    const parsed = await connector.parse(db, path, request, { corrections });
    let resolved = 0;
    const runs = await runEditions(db, parsed, {
      ...options,
      request: kept,
      finish: async (tx) => {
        resolved = await resolveEntries(tx, edition, parsed, options.now);
      },
    });
    return { runs, resolved };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A request without what was not said, so that it does not hide what the edition knows. */
const tidy = (request: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(request).filter(([, value]) => value !== undefined && value !== null),
  );

async function getEdition(db: Db, id: number): Promise<Edition> {
  const [edition] = await db.select().from(editions).where(eq(editions.id, id));
  if (!edition) throw notFound('edition', String(id));
  return edition;
}

async function restoreFiles(
  db: Db,
  files: EditionReport['files'],
  folder: string,
): Promise<string[]> {
  const names: string[] = [];
  for (const { checksum, name } of files) {
    const parts = await db
      .select({ content: sourceFileParts.content })
      .from(sourceFileParts)
      .where(eq(sourceFileParts.checksum, checksum))
      .orderBy(asc(sourceFileParts.number));
    if (parts.length === 0) throw conflict(`The file ${name} was not kept. Import it again.`);
    const bytes = Buffer.concat(parts.map(({ content }) => gunzipSync(content)));
    await writeFile(join(folder, basename(name)), bytes);
    names.push(basename(name));
  }
  return names;
}

/** Open entries of the file that the replay no longer sets aside. */
async function resolveEntries(
  tx: Db,
  edition: Edition,
  parsed: readonly ParsedEdition[],
  now: Date,
): Promise<number> {
  const still = new Set(
    parsed.flatMap(({ quarantined }) => quarantined.map((row) => `${row.line} ${row.explanation}`)),
  );
  const fileNames = [...new Set(parsed.map(({ files }) => files[0]?.name ?? ''))];
  const open = await tx
    .select({ id: quarantine.id, line: quarantine.line, explanation: quarantine.explanation })
    .from(quarantine)
    .where(
      and(
        isNull(quarantine.resolvedAt),
        inArray(quarantine.fileName, fileNames),
        inArray(quarantine.importKind, [...new Set(parsed.map((one) => one.importKind))]),
      ),
    );
  const ids = open
    .filter((entry) => !still.has(`${entry.line} ${entry.explanation}`))
    .map((entry) => entry.id);
  if (ids.length === 0) return 0;
  await tx
    .update(quarantine)
    .set({ resolvedAt: now, resolution: `replay of edition ${edition.id} with corrections` })
    .where(inArray(quarantine.id, ids));
  return ids.length;
}
