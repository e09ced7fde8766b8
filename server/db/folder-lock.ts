// One process at a time on an embedded folder: two would lose rows silently. The lock is a file beside the
// data that names the holder; a holder that no longer lives is taken over.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LockHolder {
  readonly pid: number;
  /** Start of the process in clock ticks since boot (Linux); null where it cannot be read. */
  readonly started: string | null;
  /** Loopback port on which a running server takes commands; null when it takes none. */
  readonly controlPort: number | null;
  /** Secret that a command must bring along. */
  readonly controlToken: string | null;
}

/** The folder is held by another living process. */
export class FolderInUse extends Error {
  readonly holder: LockHolder;

  constructor(folder: string, holder: LockHolder) {
    super(
      `The database in ${folder} is in use by process ${holder.pid}. Stop that process first, ` +
        'or set WIJKBEELD_DATA to another folder, or use PostgreSQL (DATABASE_URL), which takes many.',
    );
    this.name = 'FolderInUse';
    this.holder = holder;
  }
}

const lockFile = (folder: string) => join(folder, 'lock.json');

/** Takes the lock and returns the function that gives it back; throws FolderInUse. */
export function takeFolderLock(folder: string): () => void {
  const mine: LockHolder = {
    pid: process.pid,
    started: startOf(process.pid),
    controlPort: null,
    controlToken: null,
  };
  for (;;) {
    try {
      writeFileSync(lockFile(folder), JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = findHolder(folder);
      if (holder) throw new FolderInUse(folder, holder);
      moveAway(folder);
    }
  }
  const release = () => {
    process.off('exit', release);
    if (readLock(folder)?.pid === process.pid) rmSync(lockFile(folder), { force: true });
  };
  process.on('exit', release);
  return release;
}

/** Tells where the holder (this process) takes commands. */
export function announceControl(folder: string, controlPort: number, controlToken: string): void {
  const mine = readLock(folder);
  if (mine?.pid !== process.pid) return;
  writeFileSync(lockFile(folder), JSON.stringify({ ...mine, controlPort, controlToken }), {
    mode: 0o600,
  });
}

/** The living process that holds the folder, or undefined. */
export function findHolder(folder: string): LockHolder | undefined {
  const holder = readLock(folder);
  if (!holder || !isAlive(holder.pid)) return undefined;
  // A process number is used again after a restart: the start time tells the two apart.
  const started = startOf(holder.pid);
  if (holder.started !== null && started !== null && started !== holder.started) return undefined;
  return holder;
}

function readLock(folder: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(lockFile(folder), 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

/** Moves a dead holder's lock aside under a name of our own, so that only one successor wins. */
function moveAway(folder: string): void {
  const aside = `${lockFile(folder)}.${process.pid}`;
  try {
    if (existsSync(lockFile(folder))) renameSync(lockFile(folder), aside);
  } catch {
    // Another process moved it first; the next attempt to write decides.
  }
  rmSync(aside, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
