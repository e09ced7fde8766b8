// A csv of the StatLine portal in the variants that people have: all are the same content, and what cannot be told is said.
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../server/db/client.ts';
import { portalCsv, regions, topics } from './fixtures/kwb.ts';
import { countRows, findFigure, type Ran, runner, testFolder } from './fixtures/run.ts';
import { testDatabase } from './support/database.ts';

const files = testFolder();
let database: Database;
let run: (...words: string[]) => Promise<Ran>;

/** Cells of the plain csv: a header of paths with units, then a line per place. */
const cells = portalCsv(regions(), topics(), '\t')
  .replace('\uFEFF', '')
  .trim()
  .split('\r\n')
  .map((line) => line.split('\t').map((field) => field.replaceAll('"', '').trim()));
const [header = [], ...body] = cells;
const csv = (rows: readonly (readonly string[])[], delimiter = ';', quote = '"') => {
  const write = (field: string) =>
    quote === '' && field.includes(delimiter) ? `"${field}"` : quote + field + quote;
  return rows.map((row) => row.map(write).join(delimiter)).join('\r\n');
};

const paths = header.map((text) => {
  const match = /^(.*) \(([^()]*)\)$/.exec(text);
  return { parts: (match?.[1] ?? text).split(/\/(?=[^a-z])/), unit: match?.[2] ?? '' };
});
const depth = Math.max(...paths.map(({ parts }) => parts.length));
/** The group stands in the first of its columns only, as merged cells of a spreadsheet do. */
const merged = (row: readonly string[]) =>
  row.map((group, at) => (at > 0 && row[at - 1] === group ? '' : group));
const headerRows = [
  ...Array.from({ length: depth - 1 }, (_, level) =>
    paths.map(({ parts }) =>
      level < parts.length - 1 ? (parts[level] ?? '') : (parts.at(-2) ?? parts[0] ?? ''),
    ),
  ),
  paths.map(({ parts }) => parts.at(-1) ?? ''),
];
const unitRow = paths.map(({ unit }) => unit);
const mangled = header.map((text) => text.replace(/[^A-Za-z0-9ëé³²']/g, '.'));

beforeAll(async () => {
  database = await testDatabase();
  run = runner(database);
  await run('import', 'cbs', files.write('plain 2022.csv', portalCsv()), '--publish');
});

const old = [['Kerncijfers wijken en buurten'], [], ...headerRows, unitRow, ...body];

test.each<[string, string]>([
  [
    'quoted and padded',
    csv([header, ...body.map((row) => row.map((f) => (/^[\d.]+$/.test(f) ? f.padStart(9) : f)))]),
  ],
  ['a tidy csv without quotes', csv(cells, ';', '')],
  ['the English version', csv(cells, ',')],
  [
    'decimal commas',
    csv(
      cells.map((row, at) => row.map((f) => (at > 0 ? f.replace(/^(-?\d+)\.(\d+)$/, '$1,$2') : f))),
    ),
  ],
  ['a unit row', csv([paths.map(({ parts }) => parts.join('/')), unitRow, ...body])],
  [
    'the old portal',
    `${csv(old)}\r\n"© Centraal Bureau voor de Statistiek, Den Haag"\r\nBron: CBS\r\n`,
  ],
  [
    'the old portal with merged groups',
    csv([
      ...old.slice(0, 2),
      ...headerRows.slice(0, -1).map(merged),
      headerRows.at(-1) ?? [],
      unitRow,
      ...body,
    ]),
  ],
  ['places as columns', csv(header.map((name, at) => [name, ...body.map((row) => row[at] ?? '')]))],
  [
    'places as columns with units',
    csv(
      paths.map(({ parts, unit }, at) => [
        parts.join('/'),
        unit,
        ...body.map((row) => row[at] ?? ''),
      ]),
    ),
  ],
  [
    're-saved by R',
    csv([mangled, ...body.map((row) => row.map((f) => (f === '' ? 'NA' : f)))], ','),
  ],
])('%s is the same content', async (name, text) => {
  const ran = await run('import', 'cbs', files.write(`${name} 2022.csv`, text));
  expect(ran.text).toContain('nothing changed: the same content is live');
  expect(ran.text).toContain('quarantined  nothing');
});

test('a row with a name and no code goes to quarantine, because names are not unique', async () => {
  const nameless = body.map((row, at) =>
    at === 7 ? row.map((f) => (f === 'WK900200' ? '' : f)) : row,
  );
  const path = files.write('nameless 2022.csv', csv([header, ...nameless]));
  const ran = await run('import', 'cbs', path);
  expect(ran.text).toContain('1 UNKNOWN_REGION_CODE');
  expect((await run('quarantine')).text).toMatch(
    /nameless 2022.csv, line 9: "Wijk 00 Testerveen" has no place code\. Names are not unique/,
  );
});

test('a transposed file with a line that is too short is refused', async () => {
  const rows = header.map((name, at) => [name, ...body.map((row) => row[at] ?? '')]);
  const text = csv(rows.map((row, at) => (at === 6 ? row.slice(0, -1) : row)));
  const before = await countRows(database);
  const ran = await run('import', 'cbs', files.write('short 2022.csv', text));
  expect(ran.text).toMatch(/line 7: places are columns in this file/);
  expect(await countRows(database)).toEqual(before);
});

test('a provisional year carries its mark', async () => {
  const marked = body.map((row) => row.map((f) => (f === '3000' ? '3000*' : f)));
  await run('import', 'cbs', files.write('marked 2021.csv', csv([header, ...marked])), '--publish');
  expect(await findFigure(database, 'WK900101', 'population', 2021)).toMatchObject({
    releaseStatus: 'PROVISIONAL',
  });
});
