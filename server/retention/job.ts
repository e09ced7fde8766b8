// The retention job (chapter 18): erases what has run out of its term, kind by kind, each batch in one transaction with its
// certificate. One process at a time.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { RetentionKind } from '../codes/retention.ts';
import type { Db } from '../db/client.ts';
import { conflict } from '../errors.ts';
import { inTransaction } from '../monitors/run.ts';
import { certify } from './certificates.ts';
import { listRetentionRules, listTenants } from './rules.ts';
import { steps } from './steps.ts';

export interface RetentionOptions {
  readonly now: Date;
  /** Says what would be erased and erases nothing. */
  readonly dryRun: boolean;
  /** Kinds that only the owner of the tables may erase; a server's login may not. */
  readonly isOwner: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Erased {
  readonly gemeenteCode: string;
  readonly kind: RetentionKind;
  readonly count: number;
  readonly olderThan: Date;
}

const batchSize = 1000;
const dayMs = 86_400_000;
/** Any number, the same in every process. */
const lockNumber = 5180030;
const ownerKinds: readonly RetentionKind[] = ['IMPORT_ORIGINALS'];

/** Runs every rule of every gemeente; answers what was erased, nothing for what had nothing. */
export async function runRetention(db: Db, options: RetentionOptions): Promise<Erased[]> {
  const batch = randomUUID();
  const tenants = await listTenants(db);
  const erased: Erased[] = [];
  for (const [done, gemeenteCode] of tenants.entries()) {
    options.onProgress?.(done, tenants.length);
    for (const { kind, days } of await listRetentionRules(db, gemeenteCode)) {
      if (days === null || kind === 'ACCOUNT') continue;
      if (ownerKinds.includes(kind) && !options.isOwner) continue;
      const olderThan = new Date(options.now.getTime() - days * dayMs);
      const reason = `older than ${days} days`;
      const what = { gemeenteCode, kind, olderThan, batch, reason };
      const count = await eraseAll(db, what, options);
      if (count > 0) erased.push({ gemeenteCode, kind, count, olderThan });
    }
  }
  options.onProgress?.(tenants.length, tenants.length);
  return erased;
}

interface What {
  readonly gemeenteCode: string;
  readonly kind: Exclude<RetentionKind, 'ACCOUNT'>;
  readonly olderThan: Date;
  readonly batch: string;
  readonly reason: string;
}

async function eraseAll(db: Db, what: What, { now, dryRun }: RetentionOptions): Promise<number> {
  const { gemeenteCode, kind, olderThan } = what;
  // A dry run takes each batch back, so it must see all at once.
  const limit = dryRun ? 1_000_000_000 : batchSize;
  let count = 0;
  for (;;) {
    const ids = await inTransaction(db, dryRun, async (tx) => {
      await refuseSecondJob(tx);
      const gone = await steps[kind](tx, { gemeenteCode, before: olderThan, now, limit });
      if (gone.length > 0) await certify(tx, { ...what, ids: gone }, now);
      return gone;
    });
    count += ids.length;
    if (ids.length < limit || kind === 'AUDIT') return count;
  }
}

async function refuseSecondJob(tx: Db): Promise<void> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${lockNumber}) as mine`,
  );
  if (!rows[0]?.mine) throw conflict('Another process is erasing just now: try again later.');
}
