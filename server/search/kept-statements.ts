// The public statements of the gemeenten that are searched now, as this process has them: read again when they are a
// second old, indexed when they changed, forgotten when nobody searches.
import { createHash } from 'node:crypto';
import { homeOf, type ReadDb } from '../db/client.ts';
import type { Entry } from './entries.ts';
import type { Finding } from './find.ts';
import { readStatements } from './statements.ts';
import { closeInThread, type FoundEntry, findInThread } from './thread.ts';

/** Milliseconds for which what was read is what is there: far less than the two seconds that are promised. */
const freshMs = 1000;
/** Words that were erased stay in memory no longer than this after the last search. */
const forgottenAfterMs = 60_000;

interface Statements {
  readonly entries: readonly Entry[];
  /** Names their content. */
  readonly key: string;
}

interface Kept {
  readonly readAt: number;
  readonly now: number;
  readonly statements: Promise<Statements>;
  /** Forgets them when nobody searches. */
  readonly timer: NodeJS.Timeout;
}

const kept = new WeakMap<object, Map<string, Kept>>();

/** The best hits in what is public in a gemeente, as it stood at most a second ago. `db` reads by the door MERGE. */
export async function findInStatements(
  db: ReadDb,
  gemeenteCode: string,
  text: string,
  finding: Finding,
  now: Date,
): Promise<FoundEntry[]> {
  const { entries, key } = await currentStatements(db, gemeenteCode, now);
  return findInThread(key, entries, text, finding);
}

function currentStatements(db: ReadDb, gemeenteCode: string, now: Date): Promise<Statements> {
  const home = homeOf(db);
  const known = kept.get(home) ?? new Map<string, Kept>();
  kept.set(home, known);
  const last = known.get(gemeenteCode);
  last?.timer.refresh();
  const readAt = performance.now();
  const isFresh = last && readAt - last.readAt < freshMs && isSameMoment(last.now, now);
  if (isFresh) return last.statements;
  const statements = readStatements(db, gemeenteCode, now).then((entries) => {
    const key = createHash('sha256').update(JSON.stringify(entries)).digest('base64');
    return { entries, key };
  });
  if (last) clearTimeout(last.timer);
  const forget = () => {
    if (known.get(gemeenteCode)?.statements === statements) known.delete(gemeenteCode);
    statements.then(
      ({ key }) => closeInThread(key),
      () => undefined,
    );
  };
  known.set(gemeenteCode, {
    ...{ readAt, now: now.getTime(), statements },
    timer: setTimeout(forget, forgottenAfterMs).unref(),
  });
  // A failure is told to who waits for it, and not kept.
  statements.catch(forget);
  if (last) void closeWhenReplaced(last.statements, statements);
  return statements;
}

/** Words that are gone are gone from the index too. */
async function closeWhenReplaced(before: Promise<Statements>, after: Promise<Statements>) {
  const [old, fresh] = await Promise.allSettled([before, after]);
  if (old.status !== 'fulfilled') return;
  if (fresh.status !== 'fulfilled' || fresh.value.key !== old.value.key) {
    closeInThread(old.value.key);
  }
}

const isSameMoment = (one: number, other: Date) => Math.abs(other.getTime() - one) < freshMs;
