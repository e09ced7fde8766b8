// Imports that are under way: the command that runs one says how far it is, and administrators read it on their page.
import { asc, eq, lt } from 'drizzle-orm';
import type { ImportPhase } from '../codes/figures.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { runningImports } from '../db/tables.ts';

/** Milliseconds between two signs of life. */
const touchEvery = 2000;
/** Milliseconds without a sign of life after which an import counts as broken off. */
const silentAfter = 30_000;
/** Milliseconds after which nobody needs to be told of one that was broken off. */
const forgottenAfter = 86_400_000;

export interface RunningImport {
  readonly id: string;
  readonly source: string;
  readonly phase: ImportPhase;
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: Date;
  /** Nothing was heard of it for half a minute: its process ended, or waits. */
  readonly isSilent: boolean;
}

export interface Announced {
  /** How far it is; written down at most every two seconds, and never waited for. */
  readonly tell: (phase: ImportPhase, done: number, total?: number) => void;
  /** The import ended, well or badly. */
  readonly end: () => Promise<void>;
}

/** Tells that an import begins, and that it lives as long as this process does or until it ends. */
export async function announceImport(db: Db, source: string): Promise<Announced> {
  const id = crypto.randomUUID();
  const startedAt = new Date();
  await db
    .delete(runningImports)
    .where(lt(runningImports.touchedAt, new Date(startedAt.getTime() - forgottenAfter)));
  let state: { phase: ImportPhase; done: number; total: number | null } = {
    ...{ phase: 'READING', done: 0, total: null },
  };
  await db.insert(runningImports).values({ id, source, ...state, startedAt, touchedAt: startedAt });
  // One at a time: with one session to the database it waits until the import lets go of it.
  let writing: Promise<unknown> | undefined;
  const touch = () => {
    writing ??= db
      .update(runningImports)
      .set({ ...state, touchedAt: new Date() })
      .where(eq(runningImports.id, id))
      .catch(() => undefined)
      .finally(() => {
        writing = undefined;
      });
  };
  const timer = setInterval(touch, touchEvery);
  timer.unref();
  return {
    tell: (phase, done, total) => {
      state = { phase, done, total: total ?? null };
    },
    end: async () => {
      clearInterval(timer);
      await writing;
      await db.delete(runningImports).where(eq(runningImports.id, id));
    },
  };
}

/** Imports that run now, or were broken off within a day; the first one first. For administrators. */
export async function listRunningImports(db: ReadDb, now: Date): Promise<RunningImport[]> {
  const rows = await db
    .select()
    .from(runningImports)
    .orderBy(asc(runningImports.startedAt), asc(runningImports.id))
    .limit(50);
  return rows.map(({ touchedAt, ...row }) => ({
    ...row,
    isSilent: now.getTime() - touchedAt.getTime() > silentAfter,
  }));
}
