// Sets of OData that somebody saved, with something missing or too much: nothing is lost without a word.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../server/db/client.ts';
import { cube } from './fixtures/cube.ts';
import { dataProperties, dataSetJson, placeList, tableInfos } from './fixtures/kwb.ts';
import { countRows, findFigure, type Ran, runner, testFolder } from './fixtures/run.ts';
import { testDatabase } from './support/database.ts';

const files = testFolder();
let database: Database;
let run: (...words: string[]) => Promise<Ran>;

beforeAll(async () => {
  database = await testDatabase();
  run = runner(database);
});

type Sets = Readonly<Record<string, unknown>>;
function save(name: string, sets: Sets): string {
  const folder = join(files.folder, name);
  mkdirSync(folder);
  for (const [set, content] of Object.entries(sets)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    if (content !== undefined) writeFileSync(join(folder, `${set}.json`), text);
  }
  return folder;
}

const observation = (Id: number, Measure: string, Value: number, WijkenEnBuurten = 'WK900101') => ({
  ...{ Id, Measure, Value, WijkenEnBuurten },
  ValueAttribute: 'None',
});
const observations = [observation(0, 'T1', 3000), observation(1, 'T1', 2000, 'WK900102')];
const v4 = (changed: Sets = {}): Sets => ({
  Properties: { Identifier: '85318NED', Title: 'Kerncijfers wijken en buurten 2022' },
  Dimensions: { value: [{ Identifier: 'WijkenEnBuurten', Kind: 'GeoDetail', MapYear: '2022' }] },
  MeasureCodes: {
    value: [
      {
        ...{ Identifier: 'T1', Index: 1, Title: 'Aantal inwoners', MeasureGroupId: 'G1' },
        ...{ DataType: 'Long', Unit: 'aantal', Decimals: 0 },
      },
      { Identifier: 'T2', Index: 2, Title: 'Postcode', DataType: 'String', Unit: 'code' },
    ],
  },
  MeasureGroups: { value: [{ Id: 'G1', Title: 'Bevolking', ParentId: null }] },
  WijkenEnBuurtenCodes: {
    value: [
      { Identifier: 'WK900101', Title: 'Wijk 01 Dorp' },
      { Identifier: 'WK900102', Title: 'Wijk 02 Plas' },
    ],
  },
  Observations: { value: observations },
  ...changed,
});

async function refused(folder: string): Promise<string> {
  const before = await countRows(database);
  const ran = await run('import', 'cbs', folder);
  expect(ran.isRefused).toBe(true);
  expect(await countRows(database)).toEqual(before);
  return ran.text;
}

test('an observation of an unknown measure or place is told, never lost without a word', async () => {
  const more = [
    observation(2, 'T9', 7),
    observation(3, 'T2', 7),
    observation(4, 'T1', 9, 'WK900199'),
  ];
  const folder = save('stranger', v4({ Observations: { value: [...observations, ...more] } }));
  const ran = await run('import', 'cbs', folder, '--dry-run');
  expect(ran.text).toMatch(/1 observations are of the measure "T9", which MeasureCodes does not/);
  expect(ran.text).not.toMatch(/"T2"/);
  expect(ran.text).toContain('1 UNKNOWN_PLACE');
});

const continued = { '@odata.nextLink': 'https://voorbeeld.test/Observations?$skip=2' };
test.each<[string, Sets, RegExp]>([
  [
    'a cell twice',
    v4({ Observations: { value: [...observations, observation(2, 'T1', 3001)] } }),
    /T1 of WK900101 stands in the file twice, the second time as observation 3/,
  ],
  [
    'a first page alone',
    v4({ Observations: { value: observations, ...continued } }),
    /Observations\.json: this is one page of several/,
  ],
  ['no groups', v4({ MeasureGroups: undefined }), /there is no MeasureGroups\.json in it/],
  ['no dimensions', v4({ Dimensions: undefined }), /there is no Dimensions\.json in it/],
  ['no observations', v4({ Observations: undefined }), /there is no Observations\.json in it/],
  ['no name', v4({ Properties: undefined }), /nothing says which table this is: Properties\.json/],
])('v4 with %s is refused', async (name, sets, message) => {
  expect(await refused(save(name, sets))).toMatch(message);
});

test('a set that holds a part of the observations says so, and leaves no other gemeente empty', async () => {
  const properties = (ObservationCount: number) => ({
    Properties: {
      Identifier: '85318NED',
      Title: 'Kerncijfers wijken en buurten 2022',
      ObservationCount,
    },
  });
  const part = await run('import', 'cbs', save('part', v4(properties(9))), '--dry-run');
  expect(part.text).toContain('The table has 9 observations, these files have 2: a gemeente of');
  const whole = await run('import', 'cbs', save('all-of-it', v4(properties(2))), '--dry-run');
  expect(whole.text).not.toContain('these files have');
});

test('pages that are all there are one set, whatever points on', async () => {
  const [one, two] = observations;
  const folder = save(
    'pages',
    v4({
      Observations: undefined,
      Observations_1: { ...continued, value: [one] },
      Observations_2: { value: [two] },
    }),
  );
  const ran = await run('import', 'cbs', folder, '--dry-run');
  expect(ran.text).toContain('2 known');
});

test('the first page of v3 alone is refused', async () => {
  const page = JSON.parse(dataSetJson()) as Record<string, unknown>;
  const next = { 'odata.nextLink': '85318NED/TypedDataSet?$skip=10000' };
  const folder = save('v3', {
    TypedDataSet: { ...page, ...next },
    DataProperties: dataProperties(),
    TableInfos: tableInfos(),
    WijkenEnBuurten: placeList(),
  });
  expect(await refused(folder)).toMatch(/TypedDataSet\.json: this is one page of several/);
});

test('a row of one place by its key and of another by its Codering is set aside, and counted again once corrected', async () => {
  const folder = save('contradiction', {
    TypedDataSet: dataSetJson().replace(/("Codering_3": ")WK900101/, '$1WK900199'),
    ...{ DataProperties: dataProperties(), TableInfos: tableInfos(), WijkenEnBuurten: placeList() },
  });
  const ran = await run('import', 'cbs', folder);
  expect(ran.text).toContain('1 UNKNOWN_REGION_CODE');
  const listed = await run('quarantine', 'list');
  expect(listed.text).toContain('The row is of WK900101 by one column and of WK900199 by another.');
  const corrections = files.write(
    'same.json',
    JSON.stringify({ places: { WK900101: 'WK900101' } }),
  );
  const edition = /edition (\d+)/.exec(ran.text)?.[1] ?? '';
  const again = await run('quarantine', 'replay', edition, '--mapping', corrections);
  expect(again.text).toContain('quarantined  nothing');
});

test('a v4 set without places is about the country where its source is, and refused elsewhere', async () => {
  await run(
    ...['import', 'places', '--publish'],
    files.write(
      'nl.csv',
      'code,name,level,parent,year,population\nNL00,Nederland,COUNTRY,,2024,\n',
    ),
  );
  const cell = (Id: number, Measure: string, Value: number, Perioden: string) => ({
    ...{ Id, Measure, Value, Perioden, ValueAttribute: 'None' },
  });
  const sets = (Identifier: string) =>
    v4({
      Properties: { Identifier, Title: 'Wlz; personen met een pgb' },
      Dimensions: { value: [{ Identifier: 'Perioden', Kind: 'TimeDimension' }] },
      WijkenEnBuurtenCodes: undefined,
      PeriodenCodes: {
        value: [
          { Identifier: '2024KW04', Title: '2024 4e kwartaal', Status: 'Definitief' },
          { Identifier: '2025KW01', Title: '2025 1e kwartaal', Status: 'Voorlopig' },
        ],
      },
      Observations: { value: [cell(0, 'T1', 50, '2024KW04'), cell(1, 'T1', 51, '2025KW01')] },
    });
  const ran = await run('import', 'cbs', save('national', sets('40028NED')), '--publish');
  expect(ran.text).toContain('mlz-pgb 40028NED, NL00, division 2024');
  const of = (year: number, part: string) =>
    findFigure(database, 'NL00', 'mlz-pgb-bevolking-aantal-inwoners', year, '', part);
  expect(await of(2024, 'KW04')).toMatchObject({ value: 50, releaseStatus: 'DEFINITIVE' });
  expect(await of(2025, 'KW01')).toMatchObject({ value: 51, releaseStatus: 'PROVISIONAL' });
  expect(await refused(save('placeless', sets('85318NED')))).toContain('the table has no places');
});

test('a table of gemeenten has a list of regions of another name, and may say in words what is provisional', async () => {
  const lines = ['code,name,level,parent,year,population', 'GM9001,Waterrijk,GEMEENTE,,2024,', ''];
  await run('import', 'places', files.write('gm.csv', lines.join('\n')), '--publish');
  const table = cube({
    ...{ id: '86050NED', title: 'Wmo-cliënten per halfjaar', period: '2024' },
    places: ['GM9001', 'PV30'],
    dimensions: { Perioden: { '2023HJ02': '2023 2e halfjaar*', '2024HJ01': '2024 1e halfjaar' } },
    topics: [['Wmo-cliënten', 'aantal']],
    rows: ['GM9001', 'PV30'].flatMap((place): [string, string[], (number | null)[]][] => [
      [place, ['2023HJ02'], [4]],
      [place, ['2024HJ01'], [5]],
    ]),
  });
  const renamed = <Part>(part: Part) =>
    JSON.parse(JSON.stringify(part).replaceAll('WijkenEnBuurten', 'RegioS')) as Part;
  const periods = (table.codes?.Perioden ?? []).map((one) => ({ ...one, Status: 'Voorlopig' }));
  const sets = {
    TypedDataSet: { value: renamed(table.rows) },
    DataProperties: { value: renamed(table.properties) },
    TableInfos: { value: [table.infos] },
    Perioden: { value: periods },
  };
  expect(await refused(save('gemeenten without', sets))).toContain(
    'RegioS.json (or .json.gz) is not',
  );
  const folder = save('gemeenten', { ...sets, RegioS: { value: table.places } });
  const ran = await run('import', 'cbs', folder, '--publish');
  expect(ran.text).toContain('2 UNKNOWN_REGION_CODE');
  // The rows of an answer share a line: they are told by their numbers.
  expect((await run('quarantine', 'list')).text).toMatch(/line 3: "PV30".*\n.*line 4: "PV30"/);
  for (const [year, part, value] of [
    [2023, 'HJ02', 4],
    [2024, 'HJ01', 5],
  ] as const) {
    const figure = await findFigure(database, 'GM9001', 'wmo-details-wmo-clienten', year, '', part);
    expect(figure).toMatchObject({ value, releaseStatus: 'PROVISIONAL' });
  }
});

test('a region of which several empty rows are made is set aside without stopping the import', async () => {
  const sets = v4({
    Properties: { Identifier: '86050NED', Title: 'Wmo-cliënten per halfjaar' },
    Dimensions: {
      value: [
        { Identifier: 'RegioS', Kind: 'GeoDimension', MapYear: '2024' },
        { Identifier: 'Soort', Kind: 'Dimension' },
      ],
    },
    SoortCodes: {
      value: ['S1', 'S2', 'S3'].map((Identifier) => ({ Identifier, Title: Identifier })),
    },
    RegioSCodes: {
      value: ['GM9001', 'PV30'].map((Identifier) => ({ Identifier, Title: 'Plaats' })),
    },
    Observations: {
      value: ['S1', 'S2', 'S3'].map((Soort, Id) => ({
        ...{ Id, Measure: 'T1', ValueAttribute: 'None', Value: 5, Soort, RegioS: 'GM9001' },
      })),
    },
  });
  const ran = await run('import', 'cbs', save('province', sets));
  expect(ran.text).toContain('3 UNKNOWN_REGION_CODE');
});
