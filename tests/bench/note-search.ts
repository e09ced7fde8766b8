// Search over note texts as an analyst, with row-level security on, at several numbers of notes; and the plans that
// PostgreSQL really used, in which no table of notes may be read as a whole.
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { actorOfDemoToken } from '../../server/access/demo.ts';
import { type Database, openDatabase, rowsOf } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { findNotes } from '../../server/search/notes.ts';
import { generate } from './generate.ts';

const perGemeente = 3000;

/** Twelve words of a vocabulary in which few are common and most are rare, as in any language. */
const sentence = `(select string_agg(case when n = 1 and hashtext(id::text) % 10 = 0 then 'jongerenoverlast'
      when n = 2 and hashtext(id::text) % 97 = 0 then 'wachtlijst' else 'woord' ||
      floor(4000 * power((hashtext(id::text || n) & 1048575) / 1048576.0, 3)) end, ' ')
    from generate_series(1, 12) n)`;

const queries: Readonly<Record<string, string>> = {
  'one note in ten': 'jongerenoverlast',
  'a rare word': 'wachtlijst',
  'two words': 'jongerenoverlast wachtlijst',
  'a beginning': 'wachtl',
  nothing: 'kroonluchter',
};

/** Lines of the report, for each number of notes; `url` is a PostgreSQL where databases may be made. */
export async function benchNotes(url: string, sizes: readonly number[]): Promise<string[]> {
  const lines: string[] = [];
  for (const notes of sizes) lines.push(...(await benchSize(url, notes)));
  return lines;
}

async function benchSize(url: string, notes: number): Promise<string[]> {
  const name = `bench_notes_${notes}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  const gemeenten = Math.max(1, Math.min(342, Math.round(notes / perGemeente)));
  const database = await openDatabase({ url: own.href, folder: '' });
  try {
    await migrateDatabase(database.pool);
    // Filled in one go an index is made faster afterwards.
    await database.pool.query('drop index note_texts_words');
    const places = { wijkenEach: 10, buurtenEach: 0, indicators: 1, years: 1 };
    await generate(database, { gemeenten, ...places, notes, sentence });
    await database.pool.query(
      `insert into authors (gemeente_code, contribution_id, person_id, pseudonym)
        select gemeente_code, id, md5((hashtext(id::text) % 1000)::text)::uuid, 'x' from field_notes`,
    );
    await database.pool.query('create index note_texts_words on note_texts using gin (words)');
    await database.pool.query('vacuum analyze');
    const lines = [
      `${notes.toLocaleString('en')} notes in ${gemeenten} gemeenten; index of words ${await sizeOfIndex(database)}`,
    ];
    for (const [what, text] of Object.entries(queries))
      lines.push(await time(database, what, text));
    await assertPlans(own, Object.values(queries));
    return [...lines, 'plans: index of words for the texts, no table of notes read as a whole'];
  } finally {
    await database.close();
  }
}

const analyst = actorOfDemoToken('demo:ANALYST:GM1000');

async function time({ as }: Database, what: string, text: string): Promise<string> {
  const db = as(analyst);
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < 25; round += 1) {
    const began = performance.now();
    found = (await findNotes(db, analyst, text, { most: 1000 }, new Date())).length;
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) =>
    (times[Math.floor(times.length * share)] ?? 0).toFixed(1).padStart(7);
  return `  ${what.padEnd(18)} ${String(found).padStart(5)} found  p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`;
}

async function sizeOfIndex({ readDb }: Database): Promise<string> {
  const [row] = await rowsOf<{ size: string }>(
    readDb,
    sql`select pg_size_pretty(pg_relation_size('note_texts_words')) as size`,
  );
  return row?.size ?? '';
}

/** Lets PostgreSQL tell the plan of every statement, those inside functions too. */
async function assertPlans(url: URL, texts: readonly string[]): Promise<void> {
  const telling = new URL(url);
  telling.searchParams.set(
    'options',
    [
      ...['session_preload_libraries=auto_explain', 'auto_explain.log_min_duration=0'],
      ...['auto_explain.log_nested_statements=on', 'auto_explain.log_level=notice'],
      ...['auto_explain.log_analyze=on', 'auto_explain.log_timing=off'],
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
  );
  const database = await openDatabase({ url: telling.href, folder: '', poolSize: 1 });
  const told: string[] = [];
  database.pool.on('connect', (client) =>
    client.on('notice', ({ message }) => told.push(message ?? '')),
  );
  try {
    for (const text of texts) {
      await findNotes(database.as(analyst), analyst, text, { most: 1000 }, new Date());
    }
  } finally {
    await database.close();
  }
  const whole = told.join('\n');
  if (!whole.includes('Bitmap Index Scan on note_texts_words')) {
    throw new Error(`The index of words was not used:\n${whole}`);
  }
  const read = /Seq Scan on (note_texts|field_notes|authors)\b(?!.*never executed)/.exec(whole);
  if (read) throw new Error(`${read[1]} was read as a whole:\n${whole}`);
}
