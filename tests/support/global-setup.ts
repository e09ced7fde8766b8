// Prepares what test files share: the pages of the web app, one migrated database that each of them copies (a dump for the
// embedded database, a template database for PostgreSQL at TEST_DATABASE_URL, the address of a server on which databases
// may be made), a folder of the embedded database for processes, and the bundle of the program.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { openPglite, wireTo } from './in-memory.ts';
import { filesOfTar, tarOf, unpack } from './tar.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string | null;
    /** Dump of a migrated embedded database, or the name of a migrated database on PostgreSQL. */
    template: string;
    /** Folder of a migrated embedded database; empty on PostgreSQL. */
    templateFolder: string;
  }
}

let cleanUp: () => Promise<void> = async () => {};

export async function teardown(): Promise<void> {
  await cleanUp();
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs Node in a process of its own, beside what goes on here. */
async function runBeside(...words: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, words, { cwd: root });
}

export async function setup(project: TestProject): Promise<void> {
  const serverUrl = process.env.TEST_DATABASE_URL ?? null;
  project.provide('serverUrl', serverUrl);
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-test-'));
  cleanUp = async () => rmSync(folder, { recursive: true, force: true });
  await Promise.all([
    // The pages, when they are older than what they are made of.
    runBeside('--import', 'tsx', 'client/build.ts', '--if-needed'),
    // The bundle of the program, when one of its sources is newer: made by the first start.
    runBeside('server/start.js', '--help'),
    serverUrl ? setUpPostgres(project, serverUrl) : setUpEmbedded(project, folder),
  ]);
}

async function setUpEmbedded(project: TestProject, folder: string) {
  const pglite = await openPglite();
  const { pool, close } = await openDatabase({ folder: '', wire: wireTo(pglite) });
  await migrateDatabase(pool);
  // What is in the tables already need not be found again in the log by whoever opens a copy.
  await pool.query('checkpoint');
  const { rows } = await pool.query<{ name: string }>(
    'select pg_walfile_name(pg_current_wal_lsn()) as name',
  );
  const dump = await pglite.dumpDataDir('none');
  await close();
  // Without PostgreSQL's own template databases, which nothing opens, and without the log of before.
  const files = filesOfTar(Buffer.from(await dump.arrayBuffer())).filter(
    ({ name }) => name.endsWith(`/${rows[0]?.name}`) || !/^\/(base\/[14]\/|pg_wal\/0)/.test(name),
  );
  const template = join(folder, 'migrated.tar');
  writeFileSync(template, tarOf(files));
  project.provide('template', template);
  const templateFolder = join(folder, 'data');
  unpack(files, join(templateFolder, 'pglite'));
  project.provide('templateFolder', templateFolder);
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
  project.provide('templateFolder', '');
  const removeFolder = cleanUp;
  cleanUp = async () => {
    const left = await admin.query<{ datname: string }>(
      `select datname from pg_database where datname like '${template}%'`,
    );
    for (const { datname } of left.rows) await admin.query(`drop database if exists ${datname}`);
    await admin.end();
    await removeFolder();
  };
}
