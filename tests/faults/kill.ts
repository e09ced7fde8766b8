// Kills the process of an import at any moment, publishing included: the old or the new edition is live, whole.
import { spawn } from 'node:child_process';
import { setTimeout as startTimer } from 'node:timers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { verifyAudit } from '../../server/audit/verify.ts';
import { openDatabase, rowsOf } from '../../server/db/client.ts';
import { longRegions, servedTable } from '../fixtures/served.ts';
import { serveTables } from '../support/cbs-server.ts';
import { hashOf, liveHash } from './sweep.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface KillResult {
  readonly delayMs: number;
  readonly outcome: 'old' | 'new';
  /** From the moment at which everything had been fetched to the end of the process. */
  readonly storedMs: number;
  /** Hash of what is live after it. */
  readonly live: string | null;
  /** What is wrong; empty when it ended as it must. */
  readonly problem: string;
}

interface KillOptions {
  /** Settings of the database: a folder of its own, or an address. */
  readonly settings: Readonly<Record<string, string>>;
  /** Hash of what is live before it; null when nothing is. */
  readonly before: string | null;
  /** Makes the figures others than those of every other number. */
  readonly shift: number;
  /** From the moment at which everything has been fetched; undefined: let it run to its end. */
  readonly delayMs: number | undefined;
  /**
   * PostgreSQL only: kill it in the midst of publishing. The table is locked against writing, and the process is killed when
   * it waits for that: `edition_spans` is the first thing that publishing writes, `divisions` the last but the audit
   * line, when the new edition is LIVE within the transaction.
   */
  readonly whilePublishing?: PublishingMoment;
}

export const publishingMoments = ['edition_spans', 'divisions'] as const;
type PublishingMoment = (typeof publishingMoments)[number];

/**
 * Imports and publishes in a process of its own, and ends that process at once after the delay. The database of the
 * settings must have its tables.
 */
export async function killedImport({
  settings,
  before,
  shift,
  delayMs,
  whilePublishing,
}: KillOptions): Promise<KillResult> {
  const regions = longRegions(shift, 300);
  let timer: NodeJS.Timeout | undefined;
  let hasData = false;
  let fetchedAt = 0;
  const served = await serveTables({
    table: () => servedTable(regions, shift),
    // The state of the table is asked again when all has come: from then on it is parsed, staged and published.
    fault: (_request, path) => {
      hasData ||= path.includes('DataSet');
      if (hasData && path.includes('TableInfos')) {
        fetchedAt = Date.now();
        if (delayMs !== undefined) timer ??= startTimer(() => child.kill('SIGKILL'), delayMs);
      }
      return undefined;
    },
  });
  const wanted = await hashOf(regions, 'GM9001');
  const lock = whilePublishing && (await lockTable(settings.DATABASE_URL ?? '', whilePublishing));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'server/main.ts', 'import', 'cbs', '--table', '99220NED'].concat([
      '--gemeente',
      'GM9001',
      '--publish',
    ]),
    {
      cwd: root,
      env: {
        ...process.env,
        ...settings,
        CBS_ODATA3: `${served.address}/v3`,
        WIJKBEELD_MODE: 'development',
      },
      stdio: 'ignore',
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const patience = startTimer(() => child.kill('SIGKILL'), 60_000);
  const hasWaited = await lock?.isWaitedFor(ended);
  if (hasWaited) child.kill('SIGKILL');
  await ended;
  await lock?.release();
  clearTimeout(patience);
  const storedMs = Date.now() - fetchedAt;
  clearTimeout(timer);
  await served.close();
  const after = await look(settings);
  const isNew = after.hash === wanted;
  const problem = isNew || after.hash === before ? after.problem : 'neither old nor new is live';
  if (whilePublishing && !hasWaited) {
    const head = { delayMs: -1, outcome: 'old' as const, live: after.hash, storedMs };
    return { ...head, problem: `publishing never waited for ${whilePublishing}` };
  }
  const isUnfinished = delayMs === undefined && !whilePublishing && !isNew;
  return {
    delayMs: delayMs ?? -1,
    outcome: isNew ? 'new' : 'old',
    live: after.hash,
    storedMs,
    problem: isUnfinished ? 'not published although nobody stopped it' : problem,
  };
}

/** Locks a table against writing until released. */
async function lockTable(url: string, table: PublishingMoment) {
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  await holder.query(`begin; lock table ${table} in share mode`);
  const count = async (query: string) => {
    const { rows } = await holder.query<{ count: number }>(
      `select count(*)::int as count ${query}`,
    );
    return rows[0]?.count ?? 0;
  };
  // Not by pg_stat_activity, which stands still within a transaction.
  const waiting = `from pg_locks where not granted and relation = '${table}'::regclass`;
  const others = `from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
    and backend_type = 'client backend'`;
  return {
    /** True as soon as another waits for the table; false when the process ended before. */
    async isWaitedFor(ended: Promise<void>): Promise<boolean> {
      let isOver = false;
      void ended.then(() => {
        isOver = true;
      });
      while (!isOver) {
        if ((await count(waiting)) > 0) return true;
        await setTimeout(20);
      }
      return false;
    },
    /** Lets the table go, and waits until the server has noticed that the process is gone. */
    async release(): Promise<void> {
      await holder.query('rollback');
      while ((await count(others)) > 0) await setTimeout(20);
      await holder.end();
    },
  };
}

/** What is live, and whether all of it is there. */
async function look(settings: Readonly<Record<string, string>>) {
  const { DATABASE_URL: url, WIJKBEELD_DATA: folder = '' } = settings;
  const database = await openDatabase({ folder, ...(url ? { url } : {}) });
  try {
    const [row] = await rowsOf<{ partly: number }>(
      database.db,
      sql`select count(*)::int as partly from editions e where e.status = 'LIVE' and (
            (select count(*) from figure_rows f where f.edition_id = e.id) <> (e.report->>'places')::int
            or not exists (select from edition_spans s where s.edition_id = e.id and s.live_to is null)
            or not exists (select from benchmark_rows b where b.edition_id = e.id))`,
    );
    const audit = (await verifyAudit(database.readDb)).flatMap((check) => check.problems);
    const problem = row?.partly ? 'an edition is live by half' : audit.join('; ');
    return { hash: await liveHash(database), problem };
  } finally {
    await database.close();
  }
}
