// Files of the StatLine portal as spreadsheets, R and people leave them: the same content where nothing is lost, otherwise
// a refusal that says what to do. Never another figure.
import { writeFileSync } from 'node:fs';
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
  ['columns the other way round', csv(cells.map((row) => [...row].reverse()))],
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

const withColumn = (at: number, name: string, value: (row: number) => string) => [
  [...header.slice(0, at), name, ...header.slice(at)],
  ...body.map((row, i) => [...row.slice(0, at), value(i), ...row.slice(at)]),
];
const moved = (from: number, to: number) =>
  cells.map((row) => {
    const rest = row.filter((_field, at) => at !== from);
    return [...rest.slice(0, to), row[from] ?? '', ...rest.slice(to)];
  });
const codeAt = columnOf('Codering');

test.each<[string, string]>([
  ['a column of row numbers, as R leaves it,', csv(withColumn(0, '', (row) => String(row + 1)))],
  ['a column of row numbers, as pandas leaves it,', csv(withColumn(0, 'Unnamed: 0', String))],
  ['a column of row numbers of a part', csv(withColumn(0, '', (row) => String(17 + 3 * row)))],
  ['an empty column at the end', csv(withColumn(header.length, '', () => ''))],
  [
    'lines that end in delimiters',
    csv(cells).replaceAll('\r\n', ';;\r\n').replace(';;\r\n', '\r\n'),
  ],
  ['a header that ends in delimiters', csv(cells).replace('\r\n', ';;\r\n')],
  ['the code before the name', csv(moved(codeAt, 0))],
  ['figures before the name', csv(moved(columnOf('Aantal inwoners'), 0))],
  ['a column of periods', csv(withColumn(4, 'Perioden', () => '2022'))],
  ['a column of periods as keys', csv(withColumn(1, 'Perioden', () => '2022JJ00'))],
  ['tabs', csv(cells, '\t')],
])('%s changes nothing', async (name, text) => {
  const ran = await take(name.replace(/[^a-z ]/g, ''), text);
  expect(ran.text).toContain('nothing changed: the same content is live');
  expect(ran.text).toContain('quarantined  nothing');
});

test('a period with a mark makes all its figures provisional', async () => {
  const text = csv(withColumn(1, 'Perioden', () => '2019*'));
  await run('import', 'cbs', files.write('mark 2019.csv', text), '--publish');
  expect(await findFigure(database, 'WK900101', 'population', 2019)).toMatchObject({
    value: 3000,
    releaseStatus: 'PROVISIONAL',
  });
});

test.each<[string, string, RegExp]>([
  [
    'two periods',
    csv(withColumn(1, 'Perioden', (row) => (row < 3 ? '2022' : '2021'))),
    /line 5: the period is "2021", while this file is read as 2022\. Download one file per year/,
  ],
  [
    'a period twice',
    csv(withColumn(1, 'Perioden', (row) => (row < 3 ? '2022' : '2022*'))),
    /line 5: the period is "2022\*", and "2022" on the lines before/,
  ],
  [
    'a column twice',
    csv([[...header, header.at(-1) ?? ''], ...body.map((row) => [...row, row.at(-1) ?? ''])]),
    /line 1: the column "Stedelijkheid\/Mate van stedelijkheid \(code\)" stands twice in the header/,
  ],
  [
    'a column without a name that holds figures',
    csv(withColumn(4, '', () => '7')),
    /line 2: column 5 has no name, but holds "7"/,
  ],
  [
    'no units',
    csv([header.map((text) => text.replace(/ \([^()]*\)$/, '')), ...body]),
    /line 1: no column says its unit, such as "\(aantal\)"/,
  ],
])('%s is refused', async (name, text, message) => {
  expect(await refused(name, text)).toMatch(message);
});

test('another year or table than the name of the file says is told', async () => {
  const path = files.write('KWB 2022.csv', portalCsv());
  const ran = await run('import', 'cbs', path, '--year', '2021', '--dry-run');
  expect(ran.text).toContain('The name of the file says 2022; it is read as 2021.');
  const contrary = await run('import', 'cbs', path, '--year', '2021', '--table', '84799NED');
  expect(contrary.text).toMatch(/84799NED is the table of 2020, not of 2021/);
});

test('a gemeente is found by the name it has in the file itself', async () => {
  const path = files.write('names 2018.csv', csv(cells));
  const ran = await run('import', 'cbs', path, '--gemeente', "'s-PROEFSTAD", '--dry-run');
  expect(ran.text).toContain('GM9001, division 2018');
  const unknown = await run('import', 'cbs', path, '--gemeente', 'Nergens', '--dry-run');
  expect(unknown.text).toMatch(/No gemeente is called "Nergens"/);
});

test('a name that several gemeenten begin with is refused with their codes', async () => {
  const names = new Map([
    ["'s-Proefstad", 'Bergen (NH.)'],
    ['Testerveen', 'Bergen (L.)'],
  ]);
  const path = files.write(
    'twins 2018.csv',
    csv(cells.map((row) => row.map((f) => names.get(f) ?? f))),
  );
  const given = async (name: string) =>
    (await run('import', 'cbs', path, '--gemeente', name, '--dry-run')).text;
  expect(await given('Bergen (L.)')).toContain('GM9002, division 2018');
  expect(await given('bergen')).toMatch(
    /"bergen" fits GM9001 \(Bergen \(NH\.\)\), GM9002 \(Bergen \(L\.\)\)\. Use the code/,
  );
});

const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);
test.each<[string, Buffer, RegExp]>([
  ['an Excel workbook', bytes('PK\u0003\u0004....xl/workbook.xml', 'latin1'), /Excel workbook/],
  ['a zip file', bytes('PK\u0003\u0004....cijfers.csv\u0000', 'latin1'), /zip file\. Unpack it/],
  ['an old Excel workbook', bytes('d0cf11e0a1b11ae100', 'hex'), /Excel workbook/],
  ['a gzip file without its ending', bytes('1f8b080000', 'hex'), /gzip file.*\.gz/],
  ['UTF-16', bytes(`\uFEFF${csv(cells, '\t')}`, 'utf16le'), /UTF-16.*CSV UTF-8/],
  ['UTF-16 without a mark', bytes(csv(cells), 'utf16le'), /UTF-16.*CSV UTF-8/],
  ['Windows-1252', bytes(csv(cells).replace('Proefstad', 'Prófstad'), 'latin1'), /not UTF-8 text/],
  ['a web page', bytes('<!DOCTYPE html>\n<html></html>', 'utf8'), /web page or XML/],
  ['a PDF', bytes('%PDF-1.7\n%\u00e2\u00e3', 'latin1'), /PDF/],
  ['JSON', bytes('{"odata.error":{"code":""}}', 'utf8'), /is JSON/],
  ['line ends of an old Mac', bytes(csv(cells).replaceAll('\r\n', '\r'), 'utf8'), /line ends/],
])('%s is refused by what it is', async (name, content, message) => {
  const path = files.write(`${name.replace(/\W/g, '')} 2022.csv`, '');
  writeFileSync(path, content);
  const before = await countRows(database);
  for (const words of [['cbs'], ['rivm'], ['places'], ['figures', '--source', 'own']]) {
    const [kind = '', ...options] = words;
    expect((await run('import', kind, path, ...options)).text).toMatch(message);
  }
  expect(await countRows(database)).toEqual(before);
});

test('a folder is refused where a file is asked for', async () => {
  for (const words of [['rivm'], ['places'], ['figures', '--source', 'own']]) {
    const [kind = '', ...options] = words;
    expect((await run('import', kind, files.folder, ...options)).text).toMatch(/is a folder/);
  }
});

test('lines that hold nothing are left out, and a quote inside a name shifts nothing', async () => {
  const lines = csv(cells).split('\r\n');
  const blank = [...lines.slice(0, 3), ';'.repeat(header.length - 1), '  ', ...lines.slice(3)];
  const ran = await take('blank', blank.join('\r\n'));
  expect(ran.text).toContain('quarantined  nothing');
  const broken = lines.map((line) => line.replace('"Dorp Zuid"', '"Dorp\nZuid"'));
  const cut = await take('broken', broken.join('\r\n'), '--dry-run');
  expect(cut.text).toMatch(/line 5: 2 of 9 lines do not have the fields of the header/);
});

test('equal numbers in another unit are told', async () => {
  const named = header.map((text) => text.replace('(kWh)', '(MWh)'));
  const ran = await take('unit', csv([named, ...body]));
  expect(ran.text).toMatch(/tussenwoning is in "MWh" here, which is not the unit it is known in/);
});

test('a file without lines is refused before it fills the memory', async () => {
  expect(await refused('endless', '7;'.repeat(6_000_000))).toMatch(
    /line 1: this line is longer than 8000000 characters/,
  );
});

test('a count that is no whole number is told', async () => {
  const definition = { key: 'own-clients', title: 'Cliënten', unit: 'aantal' };
  const more = { measureKind: 'COUNT', direction: 'NEUTRAL', provenance: 'MEASURED' };
  const indicators = JSON.stringify([
    { ...definition, ...more, theme: null, publisher: 'Proef', licence: 'eigen', sensitive: false },
  ]);
  await run('import', 'indicators', files.write('own.json', indicators));
  const text = 'indicator,place,year,period,value,state\nown-clients,WK900101,2022,2022,1.200,\n';
  const ran = await run('import', 'figures', files.write('own.csv', text), '--source', 'own');
  expect(ran.text).toMatch(/Line 2: own-clients is a count, but that of WK900101 is no whole/);
});

test('a gemeente that has other wijken after years that are not known is told, whatever comes first', async () => {
  const places = (name: string, year: number, gemeente: string, ...wijken: string[]) =>
    files.write(
      `${name}.csv`,
      [
        'code,name,level,parent,year,population',
        `${gemeente},Stad,GEMEENTE,,${year},`,
        ...wijken.map((code) => `${code},Wijk ${code},WIJK,,${year},`),
      ].join('\n'),
    );
  const take = async (...given: Parameters<typeof places>) =>
    (await run('import', 'places', places(...given), '--publish')).text;
  const told =
    /kept its code and name from 2020 to 2024, but has other wijken: 1 more \(WK900\d02\)/;
  await take('before', 2020, 'GM9007', 'WK900701');
  expect(await take('after', 2024, 'GM9007', 'WK900701', 'WK900702')).toMatch(told);
  await take('later', 2024, 'GM9008', 'WK900801', 'WK900802');
  expect(await take('earlier', 2020, 'GM9008', 'WK900801')).toMatch(told);
  await take('year', 2023, 'GM9009', 'WK900901');
  expect(await take('next', 2024, 'GM9009', 'WK900901', 'WK900902')).not.toContain('other wijken');
});
