// The generic formats: places, links, indicators and figures of a gemeente that has no CBS file.
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, rowsOf } from '../server/db/client.ts';
import { findIndicator } from '../server/indicators.ts';
import { findPlace, latestDivision } from '../server/places/find.ts';
import { findPlaceHistory } from '../server/places/history.ts';
import { countRows, findFigure, type Ran, runner, testFolder } from './fixtures/run.ts';
import { testDatabase } from './support/database.ts';

const files = testFolder();
let database: Database;
let run: (...words: string[]) => Promise<Ran>;

const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
const placesHeader = 'code,name,level,parent,year,population';

beforeAll(async () => {
  database = await testDatabase();
  run = runner(database);
});

/** Expects a refusal with this message that leaves every table as it was. */
async function expectRefusal(words: string[], message: RegExp) {
  const before = await countRows(database);
  const ran = await run(...words);
  expect(ran.text).toMatch(message);
  expect(ran.isRefused).toBe(true);
  expect(await countRows(database)).toEqual(before);
}

describe('places', () => {
  test('are staged, and there with their population once they are published', async () => {
    const path = files.write(
      'places.csv',
      csv(
        placesHeader,
        'GM9003,Proefland,GEMEENTE,NL00,2023,700',
        'WK900301,Noord,WIJK,GM9003,2023,400',
        'WK900302,"Zuid, aan zee",wijk,GM9003,2023,',
        'GM9003,Proefland,GEMEENTE,,2024,710',
        'WK900301,Noord,WIJK,GM9003,2024,410',
        'WK9003AA,Zuidoost,WIJK,GM9003,2024,0',
      ),
    );
    const staged = await run('import', 'places', path);
    expect(staged.text).toMatch(/places {7}3 new[\s\S]*staged as edition \d+/);
    expect(await findPlace(database.readDb, 'WK900302', 2023)).toBeUndefined();
    expect(await latestDivision(database.readDb, 'GM9003')).toBeUndefined();
    const ran = await run('import', 'places', path, '--publish');
    expect(ran.text).toContain('read         6 lines: 3 places x 1 column');
    expect(ran.text).toContain('places       3 new, 0 changed, 0 new links');
    expect(ran.text).toContain('places       1 new, 2 changed, 0 new links');
    expect(await findPlace(database.readDb, 'WK900302', 2023)).toMatchObject({
      name: 'Zuid, aan zee',
    });
    expect(await latestDivision(database.readDb, 'GM9003')).toBe(2024);
    expect(await findFigure(database, 'WK9003AA', 'population', 2024)).toMatchObject({ value: 0 });
    expect(await findFigure(database, 'WK900302', 'population', 2023)).toMatchObject({
      state: 'MISSING',
      value: null,
    });
    const before = await countRows(database);
    const again = await run('import', 'places', path, '--publish');
    expect(again.text).toContain('places       nothing changed');
    expect(again.text).toContain('nothing changed: the same content is live');
    expect(await countRows(database)).toEqual(before);
  });

  test('of unknown kinds go to quarantine', async () => {
    const path = files.write(
      'kinds.csv',
      csv(
        placesHeader,
        'GM9004,Elders,GEMEENTE,,2024,5',
        'GG01,GGD,GGD,,2024,9',
        'WK90,X,WIJK,,2024,9',
        'a,b',
      ),
    );
    const ran = await run('import', 'places', path, '--publish');
    expect(ran.text).toContain('1 UNKNOWN_REGION_TYPE, 1 UNKNOWN_REGION_CODE, 1 MALFORMED_LINE');
    const listed = (await run('quarantine')).text;
    expect(listed).toContain('line 3: Level "GGD" is none of');
    expect(listed).toContain('line 4: "WK90" is not a code');
    expect(listed).toContain('line 5: The line does not have the fields');
  });

  test.each([
    [
      'a letter in a number',
      'WK900401,Noord,WIJK,GM9004,2024,4oo',
      /line 2: population of WK900401 is "4oo"/,
    ],
    [
      'a wrong parent',
      'WK900401,Noord,WIJK,GM9005,2024,4',
      /line 2: the parent of WK900401 is GM9004 by its code, not GM9005/,
    ],
    [
      'a wrong level',
      'WK900401,Noord,BUURT,GM9004,2024,4',
      /line 2: WK900401 is a WIJK by its code/,
    ],
    ['no year', 'WK900401,Noord,WIJK,GM9004,,4', /line 2: WK900401 has no division year/],
    ['no name', 'WK900401,,WIJK,GM9004,2024,4', /line 2: WK900401 has no name/],
    [
      'a place twice',
      'WK900401,N,WIJK,,2024,4\nWK900401,N,WIJK,,2024,4',
      /line 3: WK900401 stands in the file twice for 2024, first on line 2/,
    ],
  ])('with %s are refused', async (name, lines, message) => {
    const path = files.write(`${name}.csv`, csv(placesHeader, lines));
    await expectRefusal(['import', 'places', path], message);
  });

  test('with another delimiter or header are refused', async () => {
    const semicolons = files.write('semicolons.csv', csv(placesHeader.replaceAll(',', ';')));
    await expectRefusal(
      ['import', 'places', semicolons],
      /separated by ";", but this kind of file uses ","/,
    );
    const header = files.write('header.csv', csv('code,name,level,parent', 'x,y,z,w'));
    await expectRefusal(['import', 'places', header], /line 1: the header lacks year, population/);
    await expectRefusal(['import', 'places', '/nergens/x.csv'], /no such file/);
  });
});

describe('links', () => {
  test('join what no rule can know; a year within a span names the span', async () => {
    const header = 'fromCode,fromYear,toCode,toYear,kind,weight';
    const path = files.write('links.csv', csv(header, 'WK900302,2023,WK9003AA,2024,RECODED,'));
    expect((await run('import', 'links', path)).text).toBe('1 link read: 1 new, 0 changed');
    expect((await run('import', 'links', path)).text).toBe('1 link read: nothing changed');
    const history = await findPlaceHistory(database.readDb, 'WK9003AA', 2024);
    expect(history?.spans.map((span) => span.code)).toEqual(['WK900302', 'WK9003AA']);
    const split = files.write('split.csv', csv(header, 'WK900302,2023,WK9003AA,2024,SPLIT,0.4'));
    expect((await run('import', 'links', split)).text).toBe('1 link read: 0 new, 1 changed');
    for (const [name, line, message] of [
      [
        'year',
        'WK900302,2021,WK9003AA,2024,SAME,1',
        /line 2: WK900302 does not exist in the division of 2021/,
      ],
      ['kind', 'WK900302,2023,WK9003AA,2024,GUESS,1', /line 2: kind "GUESS" is none of/],
      ['weight', 'WK900302,2023,WK9003AA,2024,SPLIT,4', /line 2: weight "4"/],
      ['order', 'WK9003AA,2024,WK900302,2023,SAME,1', /line 2: WK9003AA since 2024 is not earlier/],
    ] as const) {
      const wrong = files.write(`links ${name}.csv`, csv(header, line));
      await expectRefusal(['import', 'links', wrong], message);
    }
  });
});

const indicator = (key: string, rest: Record<string, unknown> = {}) => ({
  key,
  title: `Titel van ${key}`,
  unit: '%',
  measureKind: 'PERCENT',
  direction: 'HIGH_IS_CONCERN',
  theme: 'LIVELIHOOD',
  sensitive: false,
  publisher: 'Gemeente Proefland',
  licence: 'CC0',
  provenance: 'MEASURED',
  ...rest,
});

describe('indicators', () => {
  test('are added, changed, and kept when nothing changed', async () => {
    const write = (list: unknown) => files.write('indicators.json', JSON.stringify(list));
    const list = [
      indicator('arrears'),
      indicator('club-members', { measureKind: 'COUNT', unit: 'aantal', theme: null }),
    ];
    expect((await run('import', 'indicators', write(list))).text).toBe(
      '2 indicators read: 2 new, 0 changed',
    );
    expect((await run('import', 'indicators', write(list))).text).toBe(
      '2 indicators read: nothing changed',
    );
    list[0] = indicator('arrears', { title: 'Betalingsachterstand' });
    expect((await run('import', 'indicators', write(list))).text).toBe(
      '2 indicators read: 0 new, 1 changed',
    );
    expect(await findIndicator(database.readDb, 'arrears')).toMatchObject({
      title: 'Betalingsachterstand',
      sourceKey: 'gemeente-proefland',
    });
  });

  test('of another source keep their definition, and are refused when they mean something else', async () => {
    const theirs = files.write(
      'theirs.json',
      JSON.stringify([indicator('arrears', { publisher: 'Ander' })]),
    );
    expect((await run('import', 'indicators', theirs)).text).toContain('its definition was kept');
    const clash = [
      indicator('arrears', { publisher: 'Ander', measureKind: 'COUNT', unit: 'aantal' }),
    ];
    const path = files.write('clash.json', JSON.stringify(clash));
    await expectRefusal(
      ['import', 'indicators', path],
      /arrears is PERCENT \(%\) of source gemeente-proefland/,
    );
  });

  test('with mistakes are refused, all of them named', async () => {
    const wrong = [
      indicator('Big Key'),
      indicator('b', { theme: 'NOTHING', extra: 1 }),
      indicator('b'),
    ];
    const path = files.write('wrong.json', JSON.stringify(wrong));
    await expectRefusal(
      ['import', 'indicators', path],
      /indicator 1 \(Big Key\), key.*indicator 2 \(b\), theme.*indicator 3 \(b\): the key stands in the file twice/,
    );
    const broken = files.write('broken.json', JSON.stringify(wrong, null, 1).slice(0, 90));
    await expectRefusal(
      ['import', 'indicators', broken],
      /broken\.json, line \d+: the JSON breaks off/,
    );
    const object = files.write('object.json', '{}');
    await expectRefusal(['import', 'indicators', object], /must be a JSON array/);
  });
});

const figuresHeader = 'indicator,place,year,period,value,state,lower,upper,denominator';

describe('figures', () => {
  const all = csv(
    figuresHeader,
    'arrears,GM9003,2024,2023,8.5,,7,10,700',
    'arrears,WK900301,2024,2023,9.1,OK,6,12,400',
    'arrears,WK9003AA,2024,2023,,SUPPRESSED,,,',
    'arrears,WK900301,2024,2022,9.4*,,,,',
    'arrears,WK9003AA,2024,2022,,NOT_DELIVERED,,,',
    'club-members,WK900301,2024,2023,-4,,,,',
    'arrears,WK900302,2023,2021,7,,9,12,',
    'arrears,WK900301,2023,2021,7,,,,',
    'arrears,WK9003AA,2024,2021,,SUPPRESSED,6,12,',
    'arrears,WK900301,2024,2021,9,,,,',
  );

  test('tell a column of another name, whose bounds would be lost without a word', async () => {
    const words = [
      figuresHeader.replace('lower', 'ondergrens'),
      'arrears,GM9003,2024,2019,8,,7,9,',
    ];
    const path = files.write('named.csv', csv(...words));
    const ran = await run('import', 'figures', path, '--source', 'proefland', '--dry-run');
    expect(ran.text).toContain('Column ondergrens is not one of the format: left out.');
  });

  test('make one edition per division year, with states and margins', async () => {
    const path = files.write('figures.csv', all);
    const words = ['import', 'figures', path, '--source', 'proefland', '--title', 'Armoedemonitor'];
    const ran = await run(...words, '--publish');
    expect(ran.text).toContain('Armoedemonitor (proefland figures-2023-');
    expect(ran.text).toContain('Armoedemonitor (proefland figures-2024-');
    expect(ran.text).toContain('1 NEGATIVE_VALUE');
    expect(ran.text.match(/1 BAD_MARGINS/g)).toHaveLength(2);
    // Bounds would tell what the state hides.
    expect((await run('quarantine')).text).toContain('has bounds 6 to 12 but no value');
    expect(await findFigure(database, 'WK900301', 'arrears', 2023)).toEqual({
      state: 'OK',
      value: 9.1,
      releaseStatus: 'DEFINITIVE',
      lower: 6,
      upper: 12,
      denominator: 400,
    });
    expect(await findFigure(database, 'WK900301', 'arrears', 2022)).toMatchObject({
      releaseStatus: 'PROVISIONAL',
    });
    expect(await findFigure(database, 'WK9003AA', 'arrears', 2023)).toEqual({
      state: 'SUPPRESSED',
      value: null,
      reason: null,
      basis: 'SOURCE',
    });
    expect(await findFigure(database, 'WK9003AA', 'arrears', 2022)).toMatchObject({
      state: 'NOT_DELIVERED',
    });
    expect(await findFigure(database, 'WK900301', 'club-members', 2023)).toMatchObject({
      state: 'MISSING',
      reason: 'UNRELIABLE',
    });
    expect(await findFigure(database, 'GM9003', 'arrears', 2022)).toMatchObject({
      state: 'MISSING',
      basis: 'RULE',
    });
    const before = await countRows(database);
    expect((await run(...words, '--publish')).text).not.toContain('published    ');
    expect(await countRows(database)).toEqual(before);
  });

  test('with counts are tested against the gemeente, unless a model made them', async () => {
    const definitions = [
      indicator('counted-share'),
      indicator('modelled-share', { provenance: 'MODELLED' }),
    ];
    await run('import', 'indicators', files.write('shares.json', JSON.stringify(definitions)));
    const lines = definitions.flatMap(({ key }) => [
      `${key},GM9003,2024,2024,20,,,,9000`,
      `${key},WK900301,2024,2024,40,,,,3000`,
    ]);
    const path = files.write('shares.csv', csv(figuresHeader, ...lines));
    await run('import', 'figures', path, '--source', 'shares', '--publish');
    const found = await rowsOf<{ key: string; p: number | null }>(
      database.readDb,
      sql`select c.indicator_key as key, f.adjusted_p[c.slot] as p from figure_rows f
          join edition_columns c on c.edition_id = f.edition_id
          where f.place_code = 'WK900301' and c.indicator_key like '%-share' order by 1`,
    );
    expect(found).toEqual([
      { key: 'counted-share', p: expect.closeTo(0, 6) },
      { key: 'modelled-share', p: null },
    ]);
  });

  test('a corrected file replaces the first, one with other indicators stands beside it', async () => {
    const corrected = files.write('corrected.csv', all.replace('9.1,OK', '9.2,OK'));
    const ran = await run('import', 'figures', corrected, '--source', 'proefland', '--publish');
    expect(ran.text).toMatch(/0 new, 1 changed, 0 vanished, 3 equal/);
    expect(ran.text).toMatch(/replaces \d+/);
    const other = files.write(
      'other.csv',
      csv(figuresHeader, 'club-members,WK900301,2024,2024,40,,,,'),
    );
    const beside = await run('import', 'figures', other, '--source', 'proefland', '--publish');
    expect(beside.text).not.toContain('replaces');
    expect(await findFigure(database, 'WK900301', 'arrears', 2023)).toMatchObject({ value: 9.2 });
    expect(await findFigure(database, 'WK900301', 'club-members', 2024)).toMatchObject({
      value: 40,
    });
  });

  test('may carry segments, reasons and release status', async () => {
    const path = files.write(
      'segments.csv',
      csv(
        'indicator,place,year,period,value,state,segment,reason,status',
        'arrears,WK900301,2024,2020,5,,age=65+,,REVISED_PROVISIONAL',
        'arrears,WK9003AA,2024,2020,,MISSING,age=65+,NOT_APPLICABLE,',
      ),
    );
    await run(
      'import',
      'figures',
      path,
      '--source',
      'proefland',
      '--table',
      'ouderen',
      '--publish',
    );
    const cell = (place: string) => findFigure(database, place, 'arrears', 2020, 'age=65+');
    expect(await cell('WK900301')).toMatchObject({
      value: 5,
      releaseStatus: 'REVISED_PROVISIONAL',
    });
    expect(await cell('WK9003AA')).toMatchObject({ reason: 'NOT_APPLICABLE', basis: 'SOURCE' });
    expect((await run('editions')).text).toContain('proefland ouderen-2024');
  });

  test('of a few unknown places leave those out, of many are refused with the division to import', async () => {
    const many = Array.from({ length: 6 }, (_, at) => `arrears,WK900301,2024,${2010 + at},5,,,,`);
    const one = files.write(
      'unknown.csv',
      csv(
        figuresHeader,
        ...many,
        'arrears,GM9003,2024,2010,5,,,,',
        'arrears,WK9003AA,2024,2010,5,,,,',
        'arrears,GM9004,2024,2010,5,,,,',
        'arrears,WK900388,2024,2010,5,,,,',
        'arrears,WIJK1,2024,2010,5,,,,',
      ),
    );
    const ran = await run('import', 'figures', one, '--source', 'proefland');
    expect(ran.text).toContain('1 UNKNOWN_REGION_CODE, 1 UNKNOWN_PLACE');
    const far = files.write('far.csv', csv(figuresHeader, 'arrears,WK900301,2019,2018,5,,,,'));
    await expectRefusal(
      ['import', 'figures', far, '--source', 'proefland'],
      /1 of 1 places \(first WK900301\) do not exist in the division of 2019\. Import that division first.*Known for these gemeenten: 2023, 2024/,
    );
  });

  test.each([
    [
      'an unknown indicator',
      'nothing,WK900301,2024,2023,5,,,,',
      /line 2: the indicator "nothing" is not known/,
    ],
    ['a letter in a number', 'arrears,WK900301,2024,2023,5o,,,,', /line 2: value is "5o"/],
    [
      'a decimal comma',
      'arrears,WK900301,2024,2023,"5,1",,,,',
      /line 2: value is "5,1", not a number with a decimal point/,
    ],
    [
      'an empty value without a state',
      'arrears,WK900301,2024,2023,,,,,',
      /line 2: an empty value needs a state/,
    ],
    [
      'a value beside a state',
      'arrears,WK900301,2024,2023,5,MISSING,,,',
      /line 2: a figure with state MISSING cannot have the value 5/,
    ],
    [
      'an unknown state',
      'arrears,WK900301,2024,2023,,HIDDEN,,,',
      /line 2: state "HIDDEN" is none of OK, SUPPRESSED/,
    ],
    ['a wrong year', 'arrears,WK900301,24,2023,5,,,,', /line 2: year is "24"/],
    [
      'a figure twice',
      'arrears,WK900301,2024,2023,5,,,,\narrears,WK900301,2024,2023,5,,,,',
      /line 3: the figure of arrears for WK900301 in 2023 stands in the file twice, first on line 2/,
    ],
    [
      'a malformed line',
      'arrears;WK900301;2024;2023;5',
      /line 2: 1 of 1 lines do not have the fields of the header/,
    ],
  ])('with %s are refused', async (name, lines, message) => {
    const path = files.write(`${name}.csv`, csv(figuresHeader, lines));
    await expectRefusal(['import', 'figures', path, '--source', 'proefland'], message);
  });
});

test('a file whose good lines are known already still says which of its own lines were set aside', async () => {
  const wijken = ['01', '02', '03', '04', '05', '06'].map((end) => `WK9005${end}`);
  const places = ['GM9005,Proefstad,GEMEENTE,,2024,6000'].concat(
    wijken.map((code) => `${code},Wijk ${code},WIJK,GM9005,2024,1000`),
  );
  await run(
    'import',
    'places',
    files.write('proefstad.csv', csv(placesHeader, ...places)),
    '--publish',
  );
  const good = wijken.map((code) => `arrears,${code},2024,2021,7,,,,`);
  const first = files.write('known.csv', csv(figuresHeader, ...good));
  await run('import', 'figures', first, '--source', 'proefland', '--publish');
  const unplaced = 'arrears,WK900599,2024,2021,9,,,,';
  const second = files.write('known-and-more.csv', csv(figuresHeader, ...good, unplaced));
  const ran = await run('import', 'figures', second, '--source', 'proefland', '--publish');
  expect(ran.text).toContain('1 UNKNOWN_PLACE');
  expect(ran.text).toContain('7 lines');
  expect((await run('quarantine', 'list')).text).toContain('known-and-more.csv');
});
