// Files of the StatLine portal as spreadsheets, R and people leave them: the same content where nothing is lost, otherwise
// a refusal that says what to do. Never another figure.
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../server/db/client.ts';
import { portalCsv, regions, topics } from './fixtures/kwb.ts';
import { countRows, findFigure, type Ran, runner, testFolder } from './fixtures/run.ts';
import { testDatabase } from './support/database.ts';

const files = testFolder();
let database: Database;
let run: (...words: string[]) => Promise<Ran>;

type Row = readonly string[];
const cells: Row[] = portalCsv(regions(), topics(), '\t')
  .replace('\uFEFF', '')
  .trim()
  .split('\r\n')
  .map((line) => line.split('\t').map((field) => field.replaceAll('"', '').trim()));
const [header = [], ...body] = cells;
const csv = (rows: readonly Row[], delimiter = ';') =>
  rows.map((row) => row.map((field) => `"${field}"`).join(delimiter)).join('\r\n');
const eachFigure = (change: (field: string) => string) => [
  header,
  ...body.map((row) => row.map((field) => (/^-?\d+(\.\d+)?$/.test(field) ? change(field) : field))),
];
const inGroups = (mark: string, sign: string) => (field: string) => {
  const [whole = '', decimals] = field.split('.');
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, mark);
  return decimals === undefined ? marked : `${marked}${sign}${decimals}`;
};
const columnOf = (words: string) => header.findIndex((text) => text.includes(words));

beforeAll(async () => {
  database = await testDatabase();
  run = runner(database);
  await run('import', 'cbs', files.write('plain 2022.csv', portalCsv()), '--publish');
});

const take = (name: string, text: string, ...options: string[]) =>
  run('import', 'cbs', files.write(`${name} 2022.csv`, text), ...options);

async function refused(name: string, text: string, ...options: string[]): Promise<string> {
  const before = await countRows(database);
  const ran = await take(name, text, ...options);
  expect(ran.isRefused).toBe(true);
  expect(await countRows(database)).toEqual(before);
  return ran.text;
}

test.each<[string, string]>([
  ['points for thousands', csv(eachFigure(inGroups('.', ',')))],
  ['commas for thousands', csv(eachFigure(inGroups(',', '.')))],
  ['spaces for thousands', csv(eachFigure(inGroups(' ', ',')))],
  ['hard spaces for thousands', csv(eachFigure(inGroups('\u00A0', ',')))],
])('%s are the same content', async (name, text) => {
  const ran = await take(name, text);
  expect(ran.text).toContain('nothing changed: the same content is live');
  expect(ran.text).toContain('quarantined  nothing');
});

test('a mark that may be of thousands or of decimals is refused, and never read a thousand times too small', async () => {
  const kwh = columnOf('Gemiddeld elektriciteitsverbruik');
  const small = body.map((row) =>
    row.map((field, at) => (at === kwh ? '2.400' : /^\d{4,}$/.test(field) ? '900' : field)),
  );
  expect(await refused('doubtful', csv([header, ...small]))).toMatch(
    /line 2: column "Energie .*" of GM9001 holds "2\.400", which may mean thousands or decimals/,
  );
  const [first = [], second = [], ...others] = eachFigure(inGroups('.', '.'));
  const mixed = [first, body[0] ?? second, ...others];
  expect(await refused('mixed', csv(mixed))).toMatch(/holds "3\.000"/);
});

test('a lone comma is a missing value, as the point it was', async () => {
  const at = columnOf('Personen per soort uitkering; Bijstand');
  const rows = body.map((row) => row.map((f, i) => (i === at && f === '110' ? ',' : f)));
  await run('import', 'cbs', files.write('comma 2021.csv', csv([header, ...rows])), '--publish');
  expect(await findFigure(database, 'WK900101', 'social-assistance', 2021)).toMatchObject({
    value: null,
    state: 'MISSING',
  });
});

test('a percentage above 100 is set aside', async () => {
  const named = header.map((text) => text.replace('Westers totaal (aantal)', 'Westers totaal (%)'));
  const ran = await take('percent', csv([named, ...body]), '--dry-run');
  expect(ran.text).toMatch(/\d ABOVE_HUNDRED/);
});

test('when no row can be used, the reason of the first is told', async () => {
  const at = columnOf('Codering');
  const rows = body.map((row) => row.map((f, i) => (i === at ? f.slice(2) : f)));
  expect(await refused('no prefix', csv([header, ...rows]))).toMatch(
    /no row that can be used\. \d+ set aside, the first on line 2: "9001" is not a code/,
  );
});
