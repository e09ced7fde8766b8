// From parsed editions to the database: all of a file staged in one transaction, then published when asked.
import type { Db } from '../db/client.ts';
import { letHeapGrow } from './heap.ts';
import { publishEdition } from './publishing.ts';
import { type StageOutcome, stageEdition } from './staging.ts';
import type { ParsedEdition } from './table.ts';

export interface RunOptions {
  readonly now: Date;
  readonly publish: boolean;
  /** Does everything and takes it back. */
  readonly dryRun: boolean;
  readonly onRows?: (done: number, total: number) => void;
  /** What was asked for, kept with the editions. */
  readonly request?: unknown;
  /** Last step of the same transaction. */
  readonly finish?: (tx: Db) => Promise<void>;
}

export interface RunOutcome extends StageOutcome {
  readonly isPublished: boolean;
  /** Editions that it replaced. */
  readonly superseded: readonly number[];
}

/** Stages the editions of one file together; with `publish` they become visible in the same transaction. */
export async function runEditions(
  db: Db,
  editions: readonly ParsedEdition[],
  options: RunOptions,
): Promise<RunOutcome[]> {
  const work = async (tx: Db) => {
    const outcomes: RunOutcome[] = [];
    for (const edition of editions) {
      const staged = await stageEdition(tx, edition, options);
      outcomes.push(await publishStaged(tx, staged, options));
    }
    await options.finish?.(tx);
    return outcomes;
  };
  return inTransaction(db, options.dryRun, work).finally(letHeapGrow);
}

async function publishStaged(
  tx: Db,
  staged: StageOutcome,
  { publish, now }: RunOptions,
): Promise<RunOutcome> {
  if (!publish) return { ...staged, isPublished: staged.status === 'LIVE', superseded: [] };
  const hasRecorded = staged.outcome === 'STAGED';
  const { superseded, wasLive } = await publishEdition(tx, staged.editionId, now, hasRecorded);
  return {
    ...staged,
    outcome: wasLive ? staged.outcome : 'STAGED',
    status: 'LIVE',
    isPublished: true,
    superseded,
  };
}

/** Thrown to take a dry run back; never leaves this file. */
class DryRun extends Error {}

/** Runs in one transaction, which a dry run takes back after it has gone well. */
export async function inTransaction<Result>(
  db: Db,
  dryRun: boolean,
  work: (tx: Db) => Promise<Result>,
): Promise<Result> {
  const done: { result?: Result } = {};
  try {
    return await db.transaction(async (tx) => {
      done.result = await work(tx);
      if (dryRun) throw new DryRun();
      return done.result;
    });
  } catch (error) {
    if (error instanceof DryRun && done.result !== undefined) return done.result;
    throw error;
  }
}
