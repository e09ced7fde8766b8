// Prepares one migrated database that every test file copies: a dump for the embedded database, a template
// database for PostgreSQL (TEST_DATABASE_URL, the address of a server on which databases may be made).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string | null;
    template: string;
  }
}

let cleanUp: () => Promise<void> = async () => {};

export async function teardown(): Promise<void> {
  await cleanUp();
}

export async function setup(project: TestProject): Promise<void> {
  const serverUrl = process.env.TEST_DATABASE_URL ?? null;
  project.provide('serverUrl', serverUrl);
  cleanUp = serverUrl ? await setUpPostgres(project, serverUrl) : await setUpEmbedded(project);
}

async function setUpEmbedded(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-test-'));
  const database = await openDatabase({ folder });
  await migrateDatabase(database.pool);
  await database.close();
  const migrated = await PGlite.create({ dataDir: join(folder, 'pglite') });
  const dump = await migrated.dumpDataDir('none');
  await migrated.close();
  const file = join(folder, 'migrated.tar');
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  project.provide('template', file);
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function setUpPostgres(project: TestProject, serverUrl: string) {
  const template = `wijkbeeld_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${template}`);
  await admin.query(`create database ${template}`);
  const url = new URL(serverUrl);
  url.pathname = `/${template}`;
  const database = await openDatabase({ url: url.href, folder: '' });
  await migrateDatabase(database.pool);
  await database.close();
  project.provide('template', template);
  return async () => {
    const left = await admin.query<{ datname: string }>(
      `select datname from pg_database where datname like '${template}%'`,
    );
    for (const { datname } of left.rows) await admin.query(`drop database if exists ${datname}`);
    await admin.end();
  };
}
