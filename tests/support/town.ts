// The demo town for a test file: seeded once in a run, by the first that asks for it, and copied by the others.
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { seedWaterrijk } from '../../seeds/waterrijk.ts';
import { type Database, openDatabase } from '../../server/db/client.ts';
import { testDatabase } from './database.ts';
import { openPglite, wireTo } from './in-memory.ts';

/** Opens a database with the demo town as it is today; it is closed after the file's last test. */
export async function townDatabase(): Promise<Database> {
  if (inject('serverUrl') !== null) {
    const database = await testDatabase();
    await seedWaterrijk(database, new Date());
    return database;
  }
  const dump = join(dirname(inject('template')), 'town.tar');
  if (!existsSync(dump)) await dumpTown(dump);
  const database = await openDatabase({ folder: '', wire: wireTo(await openPglite(dump)) });
  afterAll(() => database.close());
  return database;
}

async function dumpTown(file: string): Promise<void> {
  const pglite = await openPglite(inject('template'));
  const database = await openDatabase({ folder: '', wire: wireTo(pglite) });
  await seedWaterrijk(database, new Date());
  const dump = await pglite.dumpDataDir('none');
  await database.close();
  // In one step, as another worker may be doing the same.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  renameSync(own, file);
}
