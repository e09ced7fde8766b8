// Live imports under random faults: each ends in exactly what the source holds, or leaves the last good edition as it was.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { readConfig } from '../../server/config.ts';
import type { Database } from '../../server/db/client.ts';
import { editions } from '../../server/db/tables.ts';
import { DomainError } from '../../server/errors.ts';
import { importFrom } from '../../server/monitors/connector.ts';
import { liveTable } from '../../server/monitors/connectors/live.ts';
import { hashTable } from '../../server/monitors/content-hash.ts';
import type { FetchSettings } from '../../server/monitors/fetching/settings.ts';
import { parseTable } from '../../server/monitors/parse-table.ts';
import { openSaved } from '../../server/monitors/saved-files.ts';
import { atOnce } from '../../server/turns.ts';
import type { Region } from '../fixtures/kwb.ts';
import { longRegions, savedSet, servedTable } from '../fixtures/served.ts';
import { randomFrom } from '../simulation/random.ts';
import { type FaultKind, faultKinds, serveTables } from '../support/cbs-server.ts';

export interface SweepResult {
  readonly seed: number;
  readonly outcome: 'published' | 'refused';
  readonly faults: number;
  /** What is wrong; empty when the import ended as it must. */
  readonly problem: string;
}

const settingsFor = (address: string, timeoutMs: number): FetchSettings => ({
  ...readConfig({}).fetching,
  addresses: {
    CBS: `${address}/v3`,
    CBS4: `${address}/v4`,
    DATADERDEN: `${address}/v3`,
    MLZ: `${address}/mlz`,
    PDOK: address,
    PDOK_WFS: address,
  },
  attempts: 5,
  waitMs: 0.1,
  timeoutMs,
});

/** Hash of the content that a whole import of these regions has, read from saved files. */
export async function hashOf(regions: readonly Region[], gemeente: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-fault-'));
  try {
    for (const [name, text] of Object.entries(savedSet(regions))) {
      writeFileSync(join(folder, name), text);
    }
    const opened = await openSaved(join(folder, 'TypedDataSet.json'), {});
    const parsed = await parseTable(opened, { gemeente });
    return atOnce(hashTable(parsed.table, parsed.divisionYear));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const tableId = '99220NED';
const gemeente = 'GM9001';

/** Hash of the edition that is live; null when none is. */
export async function liveHash({ db }: Database): Promise<string | null> {
  const live = await db
    .select({ hash: editions.contentHash })
    .from(editions)
    .where(and(eq(editions.tableId, tableId), eq(editions.status, 'LIVE')));
  if (live.length > 1) return `${live.length} editions are live`;
  return live[0]?.hash ?? null;
}

interface SweepOptions {
  /**
   * Without answers that only waiting tells apart, so that the outcome follows from the seed alone and not from the speed
   * of the machine.
   */
  readonly isTimeless?: true;
}

/** Kinds that end in a time limit. */
const slowKinds: ReadonlySet<FaultKind> = new Set(['slow', 'too long a length']);

/** One import with the faults of one seed; publishes at once. */
export async function faultyImport(
  database: Database,
  seed: number,
  { isTimeless }: SweepOptions = {},
): Promise<SweepResult> {
  const kinds = isTimeless ? faultKinds.filter((kind) => !slowKinds.has(kind)) : faultKinds;
  const pick = (next: () => number): FaultKind =>
    kinds[Math.floor(next() * kinds.length)] ?? 'reset';
  const next = randomFrom(seed, 'faults');
  const [first, second] = [longRegions(seed * 2 + 1, 12), longRegions(seed * 2 + 2, 12)];
  const tables = [servedTable(first, 1), servedTable(second, 2)] as const;
  const hashes = [await hashOf(first, gemeente)];
  const changesAt = next() < 0.3 ? 2 + Math.floor(next() * 9) : Number.POSITIVE_INFINITY;
  if (changesAt < 99) hashes.push(await hashOf(second, gemeente));
  const rate = [0.1, 0.3, 0.6, 0.9][Math.floor(next() * 4)] ?? 0.3;
  const lasting: FaultKind | undefined = next() < 0.15 ? pick(next) : undefined;
  let faults = 0;
  const served = await serveTables({
    table: (request) => tables[request < changesAt ? 0 : 1],
    fault: () => {
      const kind = lasting ?? (next() < rate ? pick(next) : undefined);
      if (kind) faults += 1;
      return kind;
    },
    pageSize: 60,
    slowMs: 90,
  });
  const before = await liveHash(database);
  try {
    const [run] = await importFrom(
      database.db,
      liveTable(settingsFor(served.address, isTimeless ? 10_000 : 60)),
      { tableId, gemeente, version: next() < 0.5 ? 'v3' : 'v4' },
      { now: new Date(), publish: true, dryRun: false },
    );
    const after = await liveHash(database);
    const isRight = run?.status === 'LIVE' && after !== null && hashes.includes(after);
    const problem = isRight ? '' : 'what is live is not what the source holds';
    return { seed, outcome: 'published', faults, problem };
  } catch (error) {
    const problem = !(error instanceof DomainError)
      ? `a bug instead of a refusal: ${String(error)}`
      : (await liveHash(database)) === before
        ? ''
        : 'refused, but what is live has changed';
    return { seed, outcome: 'refused', faults, problem };
  } finally {
    await served.close();
  }
}
