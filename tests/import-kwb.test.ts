// KWB through the commands: every file form gives the same figures, each state, and each way in which a file can be wrong
// leaves everything as it was.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '../server/audit/verify.ts';
import type { Database } from '../server/db/client.ts';
import { findIndicator } from '../server/indicators.ts';
import { findPlace, latestDivision } from '../server/places/find.ts';
import {
  dataProperties,
  dataSetCsv,
  dataSetJson,
  placeList,
  portalCsv,
  regions,
  tableInfos,
  topics,
} from './fixtures/kwb.ts';
import { countRows, findFigure, type Ran, runner, testFolder } from './fixtures/run.ts';
import { testDatabase } from './support/database.ts';

const files = testFolder();
let database: Database;
let run: (...words: string[]) => Promise<Ran>;

/** A folder with a whole v3 set; `changes` replaces files, null leaves one out. */
function makeSet(name: string, changes: Record<string, string | null> = {}): string {
  const folder = join(files.folder, name);
  mkdirSync(folder);
  const whole: Record<string, string | null> = {
    'TableInfos.json': tableInfos(),
    'DataProperties.json': dataProperties(),
    'WijkenEnBuurten.json': placeList(),
    'TypedDataSet.json': dataSetJson(),
    ...changes,
  };
  for (const [file, text] of Object.entries(whole)) {
    if (text !== null) writeFileSync(join(folder, file), text);
  }
  return folder;
}

beforeAll(async () => {
  database = await testDatabase();
  run = runner(database);
});

describe('a good file', () => {
  test('a dry run says what would happen and changes nothing', async () => {
    const before = await countRows(database);
    const ran = await run('import', 'cbs', makeSet('dry'), '--dry-run', '--publish');
    expect(ran.text).toContain('dry run      nothing was changed');
    expect(await countRows(database)).toEqual(before);
  });

  test('stays staged and unseen until it is published', async () => {
    const ran = await run('import', 'cbs', makeSet('first'));
    expect(ran.text).toContain('8 lines: 8 places x 15 columns');
    expect(ran.text).toMatch(/staged as edition \d+; make it visible with: wijkbeeld publish \d+/);
    expect(await findFigure(database, 'GM9001', 'population', 2022)).toBeUndefined();
    expect(await findPlace(database.readDb, 'WK900101')).toBeUndefined();
    expect(await latestDivision(database.readDb, 'GM9001')).toBeUndefined();
    expect((await run('publish', '--all')).text).toContain('Published');
    expect(await findFigure(database, 'GM9001', 'population', 2022)).toMatchObject({ value: 5000 });
    expect(await latestDivision(database.readDb, 'GM9001')).toBe(2022);
  });

  test('gives each figure its state', async () => {
    const state = async (place: string, indicator: string) => {
      const cell = await findFigure(database, place, indicator, 2022);
      if (cell?.state === 'OK') return cell.value;
      return cell && `${cell.state} ${cell.reason ?? '-'} ${cell.basis}`;
    };
    expect(await state('WK900102', 'population')).toBe(0);
    expect(await state('WK900102', 'population-density')).toBe('MISSING NOT_APPLICABLE RULE');
    expect(await state('WK900102', 'social-assistance')).toBe('MISSING NOT_APPLICABLE RULE');
    expect(await state('WK900102', 'social-assistance-per-1000')).toBe(
      'MISSING NOT_APPLICABLE RULE',
    );
    expect(await state('BU90010102', 'population-density')).toBe(
      'SUPPRESSED BELOW_SOURCE_THRESHOLD RULE',
    );
    expect(await state('BU90010102', 'cars-per-household')).toBe(
      'SUPPRESSED BELOW_SOURCE_THRESHOLD RULE',
    );
    expect(await state('BU90010102', 'social-assistance')).toBe('MISSING - RULE');
    expect(await state('BU90010101', 'wmo-clients')).toBe('MISSING - RULE');
    expect(await state('WK900200', 'wmo-clients-per-1000')).toBe('NOT_DELIVERED - RULE');
    expect(await state('GM9002', 'wmo-clients')).toBe('NOT_DELIVERED - RULE');
    expect(await state('GM9001', 'kwb-bevolking-geboorte-en-sterfte-geboorte-totaal')).toBe(
      'NOT_YET - RULE',
    );
    expect(await state('WK9001AA', 'median-wealth')).toBe(-1.5);
    expect(await state('WK900101', 'social-assistance-per-1000')).toBeCloseTo(36.667, 3);
  });

  test('tells the columns apart by their path and marks origin as sensitive', async () => {
    const electricity = 'kwb-energie-gemiddeld-elektriciteitsverbruik-naar-woningtype-tussenwoning';
    const gas = 'kwb-energie-gemiddeld-aardgasverbruik-naar-woningtype-tussenwoning';
    expect(await findFigure(database, 'GM9001', electricity, 2022)).toMatchObject({ value: 2500 });
    expect(await findFigure(database, 'GM9001', gas, 2022)).toMatchObject({ value: 1100 });
    expect(await findIndicator(database.readDb, gas)).toMatchObject({
      title: 'Gemiddeld aardgasverbruik, Naar woningtype: Tussenwoning',
      theme: null,
      direction: 'NEUTRAL',
      definition: 'Wat Tussenwoning is.\nVerzonnen.',
    });
    const origin = 'kwb-bevolking-personen-met-een-migratieachtergrond-westers-totaal';
    expect(await findIndicator(database.readDb, origin)).toMatchObject({
      sensitive: true,
      breakYears: [2023],
    });
    expect(await findIndicator(database.readDb, 'social-assistance-per-1000')).toMatchObject({
      direction: 'HIGH_IS_CONCERN',
      theme: 'LIVELIHOOD',
      provenance: 'ESTIMATED',
    });
    expect(await findPlace(database.readDb, 'WK9001AA')).toMatchObject({
      urbanity: 4,
      changeCode: 1,
    });
  });

  test.each([
    ['again as json', { 'TypedDataSet.json': dataSetJson() }],
    ['as csv', { 'TypedDataSet.json': null, 'TypedDataSet_NL.csv': dataSetCsv() }],
    [
      'in another order and on one line',
      { 'TypedDataSet.json': JSON.stringify(JSON.parse(dataSetJson(regions().reverse()))) },
    ],
  ])('changes nothing when it comes %s', async (name, changes) => {
    const before = await countRows(database);
    const ran = await run('import', 'cbs', makeSet(name, changes), '--publish');
    expect(ran.text).toContain('nothing changed: the same content is live');
    expect(await countRows(database)).toEqual(before);
  });

  test('with rows that share a line after that of the envelope counts each of them', async () => {
    const document = JSON.parse(dataSetJson()) as { value: Record<string, unknown>[] };
    for (const row of document.value.slice(1, 3)) row.WijkenEnBuurten = '';
    const text = JSON.stringify(document).replace('"value":', '\n"value":');
    const ran = await run('import', 'cbs', makeSet('enveloped', { 'TypedDataSet.json': text }));
    expect(ran.text).toContain('2 UNKNOWN_REGION_CODE');
    expect((await run('quarantine', 'list')).text).toMatch(/line 2: ""[\s\S]*line 3: ""/);
  });

  test('of one gemeente by its name leaves the other alone', async () => {
    const folder = makeSet('one');
    const ran = await run('import', 'cbs', folder, '--gemeente', "'s-Proefstad");
    expect(ran.text).toContain('(cbs-kwb 99220NED, GM9001, division 2022)');
    expect(ran.text).toContain('6 places');
    expect((await run('import', 'cbs', folder, '--gemeente', 'Nergens')).text).toContain(
      'No gemeente',
    );
    const none = await run('import', 'cbs', folder, '--gemeente', 'GM9009');
    expect(none).toMatchObject({ isRefused: true });
  });

  test('with corrected figures shows the difference, replaces and can be taken back', async () => {
    const changed = regions();
    changed[1]?.figures &&
      Object.assign(changed[1], { figures: [3100, null, ...changed[1].figures.slice(2)] });
    const set = makeSet('corrected', { 'TypedDataSet.json': dataSetJson(changed.slice(0, -1)) });
    const ran = await run('import', 'cbs', set, '--publish');
    expect(ran.text).toContain('0 new, 2 changed');
    expect(ran.text).toContain('vanished places: WK900200');
    expect(ran.text).toMatch(/replaces \d/);
    expect(await findFigure(database, 'WK900101', 'population', 2022)).toMatchObject({
      value: 3100,
    });
    const id = /published {4}edition (\d+)/.exec(ran.text)?.[1] ?? '';
    expect((await run('rollback', id)).text).toMatch(/Taken back.*live again: \d/);
    expect(await findFigure(database, 'WK900101', 'population', 2022)).toMatchObject({
      value: 3000,
    });
    expect(await run('rollback', id)).toMatchObject({ isRefused: true });
    expect((await run('publish', id)).text).toContain('Published');
    expect(await findFigure(database, 'WK900101', 'population', 2022)).toMatchObject({
      value: 3100,
    });
    await run('rollback', id);
    expect((await run('editions')).text).toContain('ROLLED_BACK');
  });

  test('of the portal gives the same figures as the set of the same table', async () => {
    const shifted = topics(7);
    const set = makeSet('next', {
      'TableInfos.json': tableInfos(2023),
      'DataProperties.json': dataProperties(shifted),
      'TypedDataSet.json': dataSetJson(regions(), shifted),
    });
    await run('import', 'cbs', set, '--publish');
    const portal = files.write('wijken 2023.csv.gz', portalCsv());
    const ran = await run('import', 'cbs', portal, '--table', '99230NED', '--publish');
    expect(ran.text).toContain('nothing changed: the same content is live');
    const english = files.write('english.csv', portalCsv(regions(), topics(), ','));
    const again = await run('import', 'cbs', english, '--table', '99230NED', '--year', '2023');
    expect(again.text).toContain('nothing changed: the same content is live');
    expect(await findPlace(database.readDb, 'WK900101')).toMatchObject({
      firstYear: 2022,
      lastYear: 2023,
    });
  });

  test('of the portal with signs keeps what they say', async () => {
    const signed = portalCsv()
      .replace(';3000;', ';3000*;')
      .replace(';250;', ';x;')
      .replace(';1450;', ';-;')
      .replace('"1";0;0;', '"1";       .;0;')
      .replaceAll('0.6', '0,6')
      .replaceAll(/(\d)\.(\d)/g, '$1,$2');
    const path = files.write('signs 2021.csv', signed);
    await run('import', 'cbs', path, '--publish');
    const cell = (place: string, key: string) => findFigure(database, place, key, 2021);
    expect(await cell('WK900101', 'population')).toMatchObject({
      value: 3000,
      releaseStatus: 'PROVISIONAL',
    });
    expect(await cell('WK900101', 'households')).toMatchObject({ value: 0 });
    expect(await cell('WK900101', 'distance-to-gp')).toMatchObject({ value: 0.6 });
    expect(
      await cell('WK900101', 'kwb-bevolking-personen-met-een-migratieachtergrond-westers-totaal'),
    ).toMatchObject({ state: 'SUPPRESSED', basis: 'SOURCE' });
    expect(await cell('WK900102', 'population')).toMatchObject({
      state: 'MISSING',
      basis: 'SOURCE',
    });
    expect(await cell('BU90010102', 'social-assistance')).toMatchObject({
      reason: 'NOT_APPLICABLE',
      basis: 'SOURCE',
    });
  });
});

describe('rows that cannot be placed', () => {
  test('go to quarantine with their line, and can be listed and explained', async () => {
    const strange = [
      ...regions(),
      { code: 'GG1234', name: 'GGD', type: 'GGD-regio', change: '.', figures: [1] },
      { code: 'XX', name: 'Niets', type: 'Wijk', change: '1', figures: [1] },
      { code: 'WK900299', name: 'Onbekend', type: 'Wijk', change: '1', figures: [1] },
    ];
    const csv = dataSetCsv(strange).replace(';48.5;150;', ';48.5;-1;');
    const lines = csv.split('\r\n');
    lines[3] = `${lines[3]};te veel`;
    const set = makeSet('strange', {
      'TypedDataSet.json': null,
      'TypedDataSet.csv': lines.join('\r\n'),
      'TableInfos.json': tableInfos(2019),
    });
    const ran = await run('import', 'cbs', set, '--publish');
    expect(ran.text).toContain('1 NEGATIVE_VALUE, 1 MALFORMED_LINE, 1 UNKNOWN_REGION_TYPE');
    const listed = (await run('quarantine')).text;
    expect(listed).toContain(
      'TypedDataSet.csv, line 2: Sociale zekerheid > Personen per soort uitkering; Bijstand (aantal) of GM9001 is -1',
    );
    expect(listed).toContain('line 4: The line does not have the fields of the header.');
    expect(listed).toContain('line 10: Region type "GGD-regio" (code GG1234)');
    expect(listed).toContain('line 11: "XX" is not a code');
    expect(listed).toContain('line 12: WK900299 is not in WijkenEnBuurten');
    const id = /(\d+) {2}NEGATIVE_VALUE/.exec(listed)?.[1] ?? '';
    expect((await run('quarantine', 'explain', id)).text).toContain('an error at the source');
    expect(await findFigure(database, 'GM9001', 'social-assistance', 2019)).toMatchObject({
      state: 'MISSING',
      reason: 'UNRELIABLE',
      basis: 'RULE',
    });
    expect(await findFigure(database, 'BU90010101', 'population', 2019)).toBeUndefined();
    expect(await findPlace(database.readDb, 'BU90010101', 2019)).toBeDefined();
  });
});

describe('a file that is wrong is refused as a whole', () => {
  const json = dataSetJson();
  const csv = dataSetCsv();
  const asCsv = (text: string) => ({ 'TypedDataSet.json': null, 'TypedDataSet.csv': text });
  const twice = [...regions(), ...regions().slice(1, 2)];
  test.each<[string, Record<string, string | null>, RegExp]>([
    [
      'truncated JSON',
      { 'TypedDataSet.json': json.slice(0, 2000) },
      /TypedDataSet\.json, line \d+: the JSON breaks off here/,
    ],
    [
      'damaged JSON',
      { 'TypedDataSet.json': json.replace('"ID": 3', '"ID" 3') },
      /TypedDataSet\.json, line \d+: the JSON object that begins here is damaged/,
    ],
    [
      'truncated metadata',
      { 'DataProperties.json': dataProperties().slice(0, 700) },
      /DataProperties\.json, line \d+: the JSON breaks off/,
    ],
    [
      'a web page',
      { 'TypedDataSet.json': '<html><body>Storing</body></html>' },
      /this is a web page or XML/,
    ],
    ['JSON without rows', { 'TypedDataSet.json': '{"odata.metadata":"x"}' }, /no (list|row)/],
    [
      'no DataProperties',
      { 'DataProperties.json': null },
      /DataProperties\.json \(or \.json\.gz\) is not beside it/,
    ],
    [
      'no list of places',
      { 'WijkenEnBuurten.json': null },
      /WijkenEnBuurten\.json .* meaning of the place codes/,
    ],
    ['no TableInfos', { 'TableInfos.json': null }, /TableInfos\.json/],
    [
      'another table',
      {
        'TableInfos.json': tableInfos().replaceAll('Kerncijfers wijken en buurten', 'Iets anders'),
      },
      /not one of Kerncijfers/,
    ],
    [
      'a comma as delimiter',
      asCsv(csv.replaceAll(';', ',')),
      /line 1: the columns seem to be separated by ",", but this kind of file uses ";"/,
    ],
    [
      'a delimiter that changes half-way',
      asCsv(
        csv
          .split('\r\n')
          .map((l, at) => (at > 0 ? l.replaceAll(';', '|') : l))
          .join('\r\n'),
      ),
      /line 2: 8 of 8 lines do not have the fields/,
    ],
    [
      'a letter in a number (csv)',
      asCsv(csv.replace(';3000;', ';30O0;')),
      /TypedDataSet\.csv, line 3: column "AantalInwoners_5" of WK900101 holds "30O0"/,
    ],
    [
      'a letter in a number (json)',
      { 'TypedDataSet.json': json.replace(': 3000,', ': "30O0",') },
      /line \d+: column "AantalInwoners_5" of WK900101 holds "30O0"/,
    ],
    [
      'a place twice',
      { 'TypedDataSet.json': dataSetJson(twice) },
      /WK900101 stands in the file twice, first on line \d+/,
    ],
    [
      'no code column',
      asCsv(csv.replaceAll('"WijkenEnBuurten"', '"Naam"').replace('"Codering_3"', '"Plaats"')),
      /no column with place codes/,
    ],
    ['an empty file', asCsv(''), /the file is empty/],
    ['only a header', asCsv(csv.split('\r\n')[0] ?? ''), /no row/],
  ])('%s', async (name, changes, message) => {
    const before = await countRows(database);
    const ran = await run('import', 'cbs', makeSet(`bad ${name}`, changes), '--publish');
    expect(ran.text).toMatch(message);
    expect(ran.isRefused).toBe(true);
    expect(ran.text).toContain('Nothing was imported.');
    expect(await countRows(database)).toEqual(before);
  });

  const score = 'SES-WOA/Totaalscore/Gemiddelde score (getal)';
  const otherPortal = (figure: string, divider = '') => {
    const [title, whole] = divider === '' ? ['', ''] : [`"${divider}";`, '"Totaal";'];
    return `"Wijken en buurten";${title}"Codering (code)";"${figure}"\r\n"Dorp";${whole}"WK900101";5\r\n`;
  };

  test.each<[string, string, RegExp]>([
    [
      'portal without codes 2022.csv',
      portalCsv().replace('Regioaanduiding/Codering (code)', 'Bevolking/Iets (code)'),
      /no column "Regioaanduiding\/Codering \(code\)".*not unique/,
    ],
    ['portal of some year.csv', portalCsv(), /Say --year 2024/],
    // Of other tables: they would take the place of the KWB of that year.
    [
      '86296NED.csv',
      otherPortal(score),
      /86296NED is a table of "SES-WOA-scores", of which no csv/,
    ],
    [
      'SES-WOA 2022.csv',
      otherPortal(score),
      /none of its columns \("Gemiddelde score" is the first\)/,
    ],
    [
      'Wmo 2022.csv',
      otherPortal('Wmo-cliënten (aantal)', 'Type maatwerkarrangement'),
      /column "Type maatwerkarrangement" holds "Totaal": .* divided by more than places/,
    ],
    ['portal mixed signs 2022.csv', portalCsv().replace('48.5', '48,5'), /holds "/],
    ['latin1 2022.csv', '', /not UTF-8/],
    ['kaart@example.org 2022.csv', portalCsv(), /name of the file holds personal data/],
    ['broken 2022.csv.gz', '', /gzip file is broken/],
  ])('%s', async (name, text, message) => {
    const path = files.write(name, text);
    if (name.startsWith('latin1')) writeFileSync(path, Buffer.from('Na\xefef;x\n', 'latin1'));
    if (name.startsWith('broken')) writeFileSync(path, Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]));
    const before = await countRows(database);
    const ran = await run('import', 'cbs', path);
    expect(ran.text).toMatch(message);
    expect(ran.isRefused).toBe(true);
    expect(await countRows(database)).toEqual(before);
  });

  test('several data sets in a folder are listed', async () => {
    const set = makeSet('several', {
      'TypedDataSet_GM9001.json': json,
      'TypedDataSet_NL.csv': csv,
    });
    const ran = await run('import', 'cbs', set);
    expect(ran.text).toContain('TypedDataSet.json, TypedDataSet_GM9001.json, TypedDataSet_NL.csv');
    expect(ran.isRefused).toBe(true);
    expect(await run('import', 'cbs', files.folder)).toMatchObject({ isRefused: true });
    expect((await run('import', 'cbs', join(files.folder, 'nergens'))).text).toContain(
      'no such file',
    );
  });
});

test('staging, publishing and taking back are in the audit log, whose chain holds', async () => {
  const checks = await verifyAudit(database.readDb);
  expect(checks.flatMap((check) => check.problems)).toEqual([]);
  expect(checks.map((check) => check.gemeenteCode)).toContain('NL00');
});
