// Prepares what test files share: the pages of the web app, one migrated database that each of them copies (a dump for the
// embedded database, a template database for PostgreSQL at TEST_DATABASE_URL, the address of a server on which databases
// may be made), a folder of the embedded database for processes, and the program in one file.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { bundleProgram } from './bundle.ts';
import { openPglite, wireTo } from './in-memory.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string | null;
    /** Dump of a migrated embedded database, or the name of a migrated database on PostgreSQL. */
    template: string;
    /** Folder of a migrated embedded database; empty on PostgreSQL. */
    templateFolder: string;
    /** The program in one file. */
    program: string;
  }
}

let cleanUp: () => Promise<void> = async () => {};

export async function teardown(): Promise<void> {
  await cleanUp();
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the pages when they are older than what they are made of. */
function buildPages(): void {
  const words = ['--import', 'tsx', 'client/build.ts', '--if-needed'];
  const built = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (built.status !== 0)
    throw new Error(`The pages were not built:\n${built.stdout}${built.stderr}`);
}

export async function setup(project: TestProject): Promise<void> {
  buildPages();
  const serverUrl = process.env.TEST_DATABASE_URL ?? null;
  project.provide('serverUrl', serverUrl);
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-test-'));
  cleanUp = async () => rmSync(folder, { recursive: true, force: true });
  project.provide('program', await bundleProgram(folder));
  if (serverUrl) await setUpPostgres(project, serverUrl);
  else await setUpEmbedded(project, folder);
}

async function setUpEmbedded(project: TestProject, folder: string) {
  const pglite = await openPglite();
  const database = await openDatabase({
    folder: '',
    wire: { ...wireTo(pglite), close: async () => {} },
  });
  await migrateDatabase(database.pool);
  await database.close();
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  const templateFolder = join(folder, 'data');
  mkdirSync(templateFolder);
  const copy = await PGlite.create({ dataDir: join(templateFolder, 'pglite'), loadDataDir: dump });
  await copy.close();
  project.provide('templateFolder', templateFolder);
  const file = join(folder, 'migrated.tar');
  writeFileSync(file, withoutTemplates(Buffer.from(await dump.arrayBuffer())));
  project.provide('template', file);
}

/** Leaves PostgreSQL's own template databases out of a tar file: half of its files, which nothing opens. */
function withoutTemplates(tar: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < tar.length; ) {
    const text = (from: number, length: number) =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const name = text(0, 100);
    const end = at + 512 + 512 * Math.ceil((Number.parseInt(text(124, 12), 8) || 0) / 512);
    if (name === '' || !/^\/base\/(1|4)\/./.test(name)) kept.push(tar.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
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
