// `npm run bench -- import`: a whole-country KWB edition from file to published, beside `psql \copy` of the same
// values as one row per value into a table with a primary key, on one PostgreSQL, in one run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const national = join(root, '../shared/data/cbs/84799NED/TypedDataSet_NL.csv.gz');

export const isNationalFileThere = (): boolean => existsSync(national);

interface Timed {
  readonly seconds: number;
  readonly peakMegabytes: number | null;
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
  return { seconds, peakMegabytes: peak ? Number(peak) / 1024 : null, text: done.stdout };
}

/** Runs the benchmark on an empty PostgreSQL database; needs the national file beside the project. */
export async function benchImport(databaseUrl: string): Promise<string[]> {
  if (!isNationalFileThere()) {
    throw new Error('The whole-country KWB file is not there: put shared/data beside the project.');
  }
  const database = await openDatabase({ url: databaseUrl, folder: '' });
  await migrateDatabase(database.pool);
  const env = { DATABASE_URL: databaseUrl, WIJKBEELD_MODE: 'development' };
  const ours = timed(
    process.execPath,
    [
      '--import',
      'tsx',
      '--import',
      './tests/bench/peak-memory.js',
      'server/main.ts',
      'import',
      'cbs',
      national,
      '--publish',
    ],
    env,
  );
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
  rmSync(folder, { recursive: true, force: true });
  await database.close();
  const cells = Number(rows[0]?.cells ?? 0);
  return [
    `places ${rows[0]?.places}, values ${cells}, as single rows ${megabytes} MB of CSV`,
    `file to published    ${ours.seconds.toFixed(2)} s (whole process), ${(cells / ours.seconds).toFixed(0)} values/s, ` +
      `${(Number(rows[0]?.places) / ours.seconds).toFixed(0)} rows/s, peak memory ${ours.peakMegabytes?.toFixed(0)} MB`,
    `psql \\copy single    ${copy.seconds.toFixed(2)} s`,
    `ratio psql \\copy / import: ${(copy.seconds / ours.seconds).toFixed(1)}`,
  ];
}
