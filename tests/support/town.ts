// The demo town for a test file: seeded once in a run, by the first that asks for it, and copied by the others.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { seedWaterrijk } from '../../seeds/waterrijk.ts';
import { type Database, openDatabase } from '../../server/db/client.ts';
import { testDatabase } from './database.ts';
import { openPglite, wireTo } from './in-memory.ts';
import { freshSettings } from './process.ts';
import { filesOfTar, unpack } from './tar.ts';

/** Opens a database with the demo town as it is today; it is closed after the file's last test. */
export async function townDatabase(): Promise<Database> {
  if (inject('serverUrl') !== null) {
    const database = await testDatabase();
    await seedWaterrijk(database, new Date());
    return database;
  }
  const wire = wireTo(await openPglite(await townDump()));
  const database = await openDatabase({ folder: '', wire });
  afterAll(() => database.close());
  return database;
}

/** Settings for a demo server of one's own that finds its town made; on PostgreSQL it makes it itself. */
export async function townSettings(): Promise<Record<string, string>> {
  const settings = await freshSettings('demo');
  if (inject('serverUrl') === null) {
    const folder = join(settings.WIJKBEELD_DATA ?? '', 'pglite');
    rmSync(folder, { recursive: true });
    unpack(filesOfTar(readFileSync(await townDump())), folder);
  }
  return settings;
}

/** The file with the dump of the town. */
async function townDump(): Promise<string> {
  const file = join(dirname(inject('template')), 'town.tar');
  if (existsSync(file)) return file;
  const pglite = await openPglite(inject('template'));
  const database = await openDatabase({ folder: '', wire: wireTo(pglite) });
  await seedWaterrijk(database, new Date());
  const dump = await pglite.dumpDataDir('none');
  await database.close();
  // In one step, as another worker may be doing the same.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  renameSync(own, file);
  return file;
}
