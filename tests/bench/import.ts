// `npm run bench -- import`: a whole-country KWB edition from file to published, beside `psql \copy` of the same
// values as one row per value into a table with a primary key, on one PostgreSQL, in one run.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { ratio } from './measure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const national = join(root, '../shared/data/cbs/84799NED/TypedDataSet_NL.csv.gz');

export const isNationalFileThere = (): boolean => existsSync(national);

interface Timed {
  readonly seconds: number;
  readonly peakMegabytes: number | null;
  /** Of the processor, in the program itself. */
  readonly busySeconds: number | null;
  readonly text: string;
}

function timed(command: string, words: readonly string[], env: Record<string, string> = {}): Timed {
  const startedAt = performance.now();
  const done = spawnSync(command, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (done.status !== 0) throw new Error(`${command} failed: ${done.stdout}${done.stderr}`);
  const peak = /peak memory (\d+) kB/.exec(done.stderr)?.[1];
  const busy = /processor (\d+) ms/.exec(done.stderr)?.[1];
  return {
    seconds,
    peakMegabytes: peak ? Number(peak) / 1024 : null,
    busySeconds: busy ? Number(busy) / 1000 : null,
    text: done.stdout,
  };
}

/** Runs the benchmark on an empty PostgreSQL database; needs the national file beside the project. */
export async function benchImport(databaseUrl: string): Promise<string[]> {
  if (!isNationalFileThere()) {
    throw new Error('The whole-country KWB file is not there: put shared/data beside the project.');
  }
  const database = await openDatabase({ url: databaseUrl, folder: '' });
  await migrateDatabase(database.pool);
  const start = wijkbeeld(databaseUrl, ['--help']);
  const ours = wijkbeeld(databaseUrl, ['import', 'cbs', national, '--publish']);
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-bench-'));
  const file = join(folder, 'values.csv');
  const psql = (sql: string) => timed('psql', [databaseUrl, '-v', 'ON_ERROR_STOP=1', '-qc', sql]);
  psql(
    `\\copy (select r.place_code, c.indicator_key, c.segment, c.period, r."values"[c.slot], substr(r.states, c.slot, 1) from figure_rows r join edition_columns c on c.edition_id = r.edition_id) to '${file}' with (format csv)`,
  );
  psql(
    'create table single_values (place_code text, indicator_key text, segment text, period int, value float8, state text, primary key (place_code, indicator_key, segment, period))',
  );
  const copy = psql(`\\copy single_values from '${file}' with (format csv)`);
  const { rows } = await database.pool.query<{ places: string; cells: string }>(
    'select (select count(*) from figure_rows) as places, (select count(*) from single_values) as cells',
  );
  const megabytes = (statSync(file).size / 1024 / 1024).toFixed(0);
  await database.close();
  const large = await importFourTimes(databaseUrl, folder);
  rmSync(folder, { recursive: true, force: true });
  const cells = Number(rows[0]?.cells ?? 0);
  return [
    `places ${rows[0]?.places}, values ${cells}, as single rows ${megabytes} MB of CSV`,
    `file to published    ${ours.seconds.toFixed(2)} s (whole process), ${(cells / ours.seconds).toFixed(0)} values/s, ` +
      `${(Number(rows[0]?.places) / ours.seconds).toFixed(0)} rows/s; processor ${ours.busySeconds?.toFixed(2)} s`,
    `start of the program ${start.seconds.toFixed(2)} s (wijkbeeld --help)`,
    `psql \\copy single    ${copy.seconds.toFixed(2)} s`,
    ratio('psql \\copy / import, without the start', copy.seconds, ours.seconds - start.seconds),
    ratio('psql \\copy / import, whole process', copy.seconds, ours.seconds, 'at least 5'),
    `memory 1x / 4x: ${ours.peakMegabytes?.toFixed(0)} MB / ${large.peakMegabytes?.toFixed(0)} MB ` +
      `(4x: ${large.seconds.toFixed(1)} s)`,
  ];
}

const wijkbeeld = (databaseUrl: string, words: readonly string[]): Timed =>
  timed(
    process.execPath,
    ['--import', 'tsx', '--import', './tests/bench/peak-memory.js', 'server/main.ts', ...words],
    { DATABASE_URL: databaseUrl, WIJKBEELD_MODE: 'development' },
  );

/** Imports the file with three invented copies of every gemeente, on a database of its own. */
async function importFourTimes(databaseUrl: string, folder: string): Promise<Timed> {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  await admin.query('create database bench_import_large');
  await admin.end();
  const url = new URL(databaseUrl);
  url.pathname = '/bench_import_large';
  const from = dirname(national);
  for (const name of ['DataProperties.json', 'TableInfos.json']) {
    copyFileSync(join(from, name), join(folder, name));
  }
  const names = JSON.parse(
    gunzipSync(readFileSync(join(from, 'WijkenEnBuurten.json.gz'))).toString('utf8'),
  ) as { value: { Key: string }[] };
  const list = copies.flatMap((copy) =>
    names.value.flatMap((one) => {
      const key = inCopy(one.Key, copy);
      return key === undefined ? [] : [{ ...one, Key: key }];
    }),
  );
  writeFileSync(join(folder, 'WijkenEnBuurten.json'), JSON.stringify({ value: list }));
  const [header = '', ...lines] = gunzipSync(readFileSync(national)).toString('utf8').split('\r\n');
  const body = copies.flatMap((copy) => lines.flatMap((line) => inCopy(line, copy) ?? []));
  const file = join(folder, 'TypedDataSet_NL.csv.gz');
  writeFileSync(file, gzipSync([header, ...body, ''].join('\r\n')));
  return wijkbeeld(url.href, ['import', 'cbs', file, '--publish']);
}

const copies = [0, 1, 2, 3];

/** The text with the codes of a copy: gemeenten have numbers below 2000. The country is there once. */
function inCopy(text: string, copy: number): string | undefined {
  if (copy === 0) return text;
  if (!/(GM|WK|BU)\d{4}/.test(text)) return undefined;
  return text.replace(
    /\b(GM|WK|BU)(\d{4})/g,
    (_all, kind: string, digits: string) => `${kind}${Number(digits) + 2000 * copy}`,
  );
}
