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

/** Of each three, the one in the middle counts: one run of a few seconds is easily disturbed. */
const RUNS = 3;

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
  const start = middle(() => wijkbeeld(databaseUrl, ['--help']));
  const ours = middle((nth) => importNational(databaseUrl, `bench_import_${nth}`, national));
  const onNewer =
    newer &&
    middle((nth) => importNational(databaseUrl, `bench_import_newer_${nth}`, national, newer));
  const copy = copySingleRows(onDatabase(databaseUrl, 'bench_import_0'), folder);
  const [four, ten] = [4, 10].map((times) => {
    const file = writeCopies(national, times, join(folder, `x${times}`));
    return importNational(databaseUrl, `bench_import_x${times}`, file);
  });
  rmSync(folder, { recursive: true, force: true });
  const { cells, places, megabytes } = copy;
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
    `memory 1x / 4x / 10x: ${[ours, four, ten].map((one) => `${one?.peakMegabytes?.toFixed(0)} MB`).join(' / ')} ` +
      `(4x: ${four?.seconds.toFixed(1)} s, 10x: ${ten?.seconds.toFixed(1)} s)`,
  ];
}

function middle(run: (nth: number) => Timed): Timed {
  const runs = Array.from({ length: RUNS }, (_none, nth) => run(nth));
  return runs.sort((a, b) => a.seconds - b.seconds)[RUNS >> 1] as Timed;
}

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

/** The floor: the values that were imported, as one row per value with the same keys. */
function copySingleRows(url: string, folder: string) {
  const file = join(folder, 'values.csv');
  psql(
    url,
    `\\copy (select r.place_code, c.indicator_key, c.segment, c.period, r."values"[c.slot], substr(r.states, c.slot, 1) from figure_rows r join edition_columns c on c.edition_id = r.edition_id) to '${file}' with (format csv)`,
  );
  const { seconds } = middle((nth) => {
    psql(
      url,
      `create table single_${nth} (place_code text, indicator_key text, segment text, period int, value float8, state text, primary key (place_code, indicator_key, segment, period))`,
    );
    settle(url);
    return psql(url, `\\copy single_${nth} from '${file}' with (format csv)`);
  });
  const count = (table: string) => Number(psql(url, `select count(*) from ${table}`).text);
  const megabytes = (statSync(file).size / 1024 / 1024).toFixed(0);
  return { seconds, cells: count('single_0'), places: count('figure_rows'), megabytes };
}

const wijkbeeld = (databaseUrl: string, words: readonly string[], node = process.execPath): Timed =>
  timed(node, ['--import', './tests/bench/peak-memory.js', 'server/start.js', ...words], {
    DATABASE_URL: databaseUrl,
    WIJKBEELD_MODE: 'development',
  });
