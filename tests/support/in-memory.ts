// The embedded database in memory and in the thread of the test: nothing crosses threads, and PostgreSQL is compiled
// once for all databases of a process. The worker thread of the product is met by the tests that start it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MemoryFS, PGlite } from '@electric-sql/pglite';
import { type Database, openDatabase } from '../../server/db/client.ts';
import type { Wire } from '../../server/db/embedded.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { rawAnswer } from '../../server/db/raw-answer.js';
import { filesOfTar, type TarFile } from './tar.ts';

/** Where PGlite looks for its files. */
const dataFolder = '/pglite/data';

let compiled: Promise<WebAssembly.Module> | undefined;

function compile(): Promise<WebAssembly.Module> {
  const beside = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  compiled ??= WebAssembly.compile(readFileSync(join(dirname(beside), 'pglite.wasm')));
  return compiled;
}

/** What was read of dumps: most are opened many times. */
const read = new Map<string, readonly TarFile[]>();

function filesOf(dump: string): readonly TarFile[] {
  const files = read.get(dump) ?? filesOfTar(readFileSync(dump));
  read.set(dump, files);
  return files;
}

/** Files in memory that begin as those of a dump, which PGlite itself takes twice as long to unpack. */
class CopiedFiles extends MemoryFS {
  readonly #files: readonly TarFile[];

  constructor(files: readonly TarFile[]) {
    super();
    this.#files = files;
  }

  override async initialSyncFs() {
    const { FS } = this.pg?.Module ?? {};
    FS?.mkdirTree(dataFolder);
    for (const { name, isFolder, content } of this.#files) {
      if (isFolder) FS?.mkdirTree(dataFolder + name);
      else FS?.writeFile(dataFolder + name, new Uint8Array(content), { canOwn: true });
    }
  }
}

/** An empty database, or one as it was dumped. */
export async function openPglite(dump?: string): Promise<PGlite> {
  return PGlite.create({
    pgliteWasmModule: await compile(),
    ...(dump === undefined
      ? { initDbStartParams: ['--wal-segsize=1'] }
      : { fs: new CopiedFiles(filesOf(dump)) }),
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  });
}

export function wireTo(database: PGlite): Wire {
  return {
    send: async (question) => {
      // Timers and sockets get their turn, as they do while a worker thinks.
      await new Promise((resolve) => setImmediate(resolve));
      return rawAnswer(database, question);
    },
    close: () => database.close(),
  };
}

/** A migrated database without a template, for commands that run outside the suite. */
export async function openMigrated(): Promise<Database> {
  const database = await openDatabase({ folder: '', wire: wireTo(await openPglite()) });
  await migrateDatabase(database.pool);
  return database;
}
