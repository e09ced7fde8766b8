// `npm run bench -- import`: a whole-country KWB edition from file to published, beside `psql \copy` of the same
// values as one row per value into a table with a primary key, on one PostgreSQL, in one run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { writeCopies } from './import-copies.ts';
import { ratio } from './measure.ts';
import { besideNode, hindranceOfPostgraphile, nodeBeside } from './postgraphile.ts';

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

/** In turn, so that what else the machine does falls on each alike; of each the one in the middle counts. */
const ROUNDS = 5;

/** Runs the benchmark on an empty PostgreSQL database; needs the national file beside the project. */
export async function benchImport(databaseUrl: string): Promise<string[]> {
  if (!isNationalFileThere()) {
    throw new Error('The whole-country KWB file is not there: put shared/data beside the project.');
  }
  const database = await openDatabase({ url: databaseUrl, folder: '' });
  await migrateDatabase(database.pool);
  await database.close();
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-bench-'));
  // The first start makes the bundle.
  wijkbeeld(databaseUrl, ['--help']);
  // Of the container image.
  const newer = hindranceOfPostgraphile() === null ? nodeBeside : undefined;
  const runs = { start: [] as Timed[], ours: [] as Timed[], newer: [] as Timed[] };
  const copies: Timed[] = [];
  const values = join(folder, 'values.csv');
  const first = onDatabase(databaseUrl, 'bench_import_0');
  for (let round = 0; round < ROUNDS; round += 1) {
    runs.start.push(wijkbeeld(databaseUrl, ['--help']));
    runs.ours.push(importNational(databaseUrl, `bench_import_${round}`, national));
    if (newer) {
      const name = `bench_import_newer_${round}`;
      runs.newer.push(importNational(databaseUrl, name, national, newer));
    }
    if (round === 0) writeSingleRows(first, values);
    copies.push(copySingleRows(first, values, `single_${round}`));
  }
  const [start, ours, copy] = [middle(runs.start), middle(runs.ours), middle(copies)];
  const onNewer = newer && middle(runs.newer);
  const { cells, places, megabytes } = sizesOf(first, values);
  const larger = [4, 10].map((times) => {
    const file = writeCopies(national, times, join(folder, `x${times}`));
    const run = (name: string, node?: string) =>
      importNational(databaseUrl, `bench_import_${name}${times}`, file, node);
    return { here: run('x'), newer: newer ? run('newer_x', newer) : undefined };
  });
  rmSync(folder, { recursive: true, force: true });
  return [
    `places ${places}, values ${cells}, as single rows ${megabytes} MB of CSV; PostgreSQL with default settings`,
    `file to published    ${ours.seconds.toFixed(2)} s (whole process), ${(cells / ours.seconds).toFixed(0)} values/s, ` +
      `${(places / ours.seconds).toFixed(0)} rows/s; processor ${ours.busySeconds?.toFixed(2)} s`,
    `start of the program ${start.seconds.toFixed(2)} s (wijkbeeld --help)`,
    `psql \\copy single    ${copy.seconds.toFixed(2)} s`,
    ratio('psql \\copy / import, without the start', copy.seconds, ours.seconds - start.seconds),
    ratio('psql \\copy / import, whole process', copy.seconds, ours.seconds, 'at least 5'),
    ...(onNewer
      ? [
          ratio(
            `psql \\copy / import on Node ${besideNode}, whole process`,
            copy.seconds,
            onNewer.seconds,
            'at least 5',
          ),
        ]
      : []),
    memoryOf('', [ours, ...larger.map((one) => one.here)]),
    ...(onNewer
      ? [memoryOf(` on Node ${besideNode}`, [onNewer, ...larger.map((one) => one.newer)])]
      : []),
  ];
}

const memoryOf = (where: string, runs: readonly (Timed | undefined)[]): string => {
  const megabytes = runs.map((run) => `${run?.peakMegabytes?.toFixed(0)} MB`).join(' / ');
  const [, four, ten] = runs.map((run) => run?.seconds.toFixed(1));
  return `memory${where} 1x / 4x / 10x: ${megabytes} (4x: ${four} s, 10x: ${ten} s)`;
};

const middle = (runs: readonly Timed[]): Timed =>
  [...runs].sort((a, b) => a.seconds - b.seconds)[runs.length >> 1] as Timed;

function onDatabase(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

const psql = (url: string, sql: string) =>
  timed('psql', [url, '-v', 'ON_ERROR_STOP=1', '-qAtc', sql]);

/** Nobody pays for what was written before. */
const settle = (url: string) => psql(url, 'checkpoint');

/** Imports a file into a migrated database of its own. */
function importNational(databaseUrl: string, name: string, file: string, node?: string): Timed {
  const { pathname } = new URL(databaseUrl);
  psql(
    onDatabase(databaseUrl, 'template1'),
    `create database ${name} template ${pathname.slice(1)}`,
  );
  settle(databaseUrl);
  return wijkbeeld(onDatabase(databaseUrl, name), ['import', 'cbs', file, '--publish'], node);
}

/** The values that were imported, one a line with the same keys. */
function writeSingleRows(url: string, file: string): void {
  psql(
    url,
    `\\copy (select r.place_code, c.indicator_key, c.segment, c.period, r."values"[c.slot], substr(r.states, c.slot, 1) from figure_rows r join edition_columns c on c.edition_id = r.edition_id) to '${file}' with (format csv)`,
  );
}

/** The floor. */
function copySingleRows(url: string, file: string, table: string): Timed {
  psql(
    url,
    `create table ${table} (place_code text, indicator_key text, segment text, period int, value float8, state text, primary key (place_code, indicator_key, segment, period))`,
  );
  settle(url);
  return psql(url, `\\copy ${table} from '${file}' with (format csv)`);
}

function sizesOf(url: string, file: string) {
  const count = (table: string) => Number(psql(url, `select count(*) from ${table}`).text);
  const megabytes = (statSync(file).size / 1024 / 1024).toFixed(0);
  return { cells: count('single_0'), places: count('figure_rows'), megabytes };
}

/** As `npm run wijkbeeld` starts it. */
const wijkbeeld = (databaseUrl: string, words: readonly string[], node = process.execPath): Timed =>
  timed(
    node,
    [
      ...['--max-semi-space-size=16', '--import', './tests/bench/peak-memory.js'],
      ...['server/start.js', ...words],
    ],
    { DATABASE_URL: databaseUrl, WIJKBEELD_MODE: 'development' },
  );
