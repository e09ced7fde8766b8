// What a serving process does every day by itself: notes that faded, audit lines that waited, retention, and the
// checksums of what is exported.
import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { sealAudit } from '../audit.ts';
import type { Database, Db } from '../db/client.ts';
import { DomainError } from '../errors.ts';
import { measureFiles } from '../exports/files.ts';
import { expireNotes } from '../notes/expire.ts';
import { runRetention } from './job.ts';
import { wipeTraces } from './traces.ts';

const dayMs = 86_400_000;
/** After the start: whoever starts a server asks it something first, and the embedded database does one thing at a time. */
const firstMs = 300_000;

/** The work of one day; safe to repeat and from several processes. */
export async function doDailyWork(database: Database, now: Date): Promise<number> {
  const db = database.as(null, 'SYSTEM');
  await expireNotes(db, now);
  await sealAudit(db, now);
  const erased = await runRetention(db, { now, dryRun: false, isOwner: false });
  if (erased.length > 0 || (await hasErased(db, now))) await wipeTraces(database);
  await measureFiles(database.readAs(null));
  return erased.reduce((sum, { count }) => sum + count, 0);
}

/** Whether words were erased since about the last time: by rejecting or taking back. */
async function hasErased(db: Db, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - 2 * dayMs).toISOString();
  const { rows } = await db.execute<{ found: boolean }>(
    sql`select exists (select from field_notes where erased_at >= ${since}) as found`,
  );
  return rows[0]?.found === true;
}

/** Does it soon after the start and every day until it is stopped; a failure is logged by its kind and tried again the next day. */
export function startDailyWork(database: Database, log: Logger): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const once = async () => {
    try {
      const count = await doDailyWork(database, new Date());
      if (count > 0) log.info({ count }, 'retention erased what had run out of its term');
    } catch (error) {
      if (error instanceof DomainError) return log.info(error.message);
      log.error({ kind: (error as Error)?.constructor.name }, 'the daily work failed');
    }
  };
  const run = () => {
    running = running.then(once);
  };
  const first = setTimeout(run, firstMs);
  const timer = setInterval(run, dayMs);
  first.unref();
  timer.unref();
  return {
    stop: async () => {
      clearTimeout(first);
      clearInterval(timer);
      await running;
    },
  };
}
