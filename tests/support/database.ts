// A fresh migrated database for one test file, on the database under test; nothing to clean up.
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../server/db/client.ts';
import { openPglite, wireTo } from './in-memory.ts';

/** Opens a copy of the migrated template; it is closed after the file's last test. */
export async function testDatabase(onStatement?: (text: string) => void): Promise<Database> {
  const database = await openCopy(onStatement);
  afterAll(() => database.close());
  return database;
}

/** Opens a copy of the migrated template, which the caller closes. */
export async function openCopy(onStatement?: (text: string) => void): Promise<Database> {
  const serverUrl = inject('serverUrl');
  return serverUrl
    ? openDatabase({
        url: await copyTemplate(serverUrl),
        folder: '',
        poolSize: 5,
        onStatement,
      })
    : openDatabase({
        folder: '',
        wire: wireTo(await openPglite(inject('template'))),
        onStatement,
      });
}

/** Address of a fresh PostgreSQL database, for tests that start a server process. */
export async function copyTemplate(serverUrl: string): Promise<string> {
  const template = inject('template');
  const name = `${template}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name} template ${template}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
