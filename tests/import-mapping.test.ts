// The csv of a gemeente through a mapping: pgb and costs as somebody's spreadsheet holds them.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../server/db/client.ts';
import { findIndicator } from '../server/indicators.ts';
import { countRows, findFigure, type Ran, runner, testFolder } from './fixtures/run.ts';
import { askOn } from './support/ask.ts';
import { testDatabase } from './support/database.ts';

const files = testFolder();
let database: Database;
let run: (...words: string[]) => Promise<Ran>;

const wide = `Overzicht pgb en kosten 2023;;;;
Wijk;Cliënten pgb;Kosten Wmo (euro);Kosten jeugd (euro);Jaar
08;1.204;1.250.000,50;x;2023
09;<10;98.000,00;412.000,00;2023
Wijk Haven;35;n.b.;1,00;2023
`;

const mapping = {
  skip: 1,
  decimal: ',',
  place: { column: 'Wijk', prefix: 'WK9008', codes: { 'Wijk Haven': 'WK9008AA' } },
  year: 2024,
  period: { column: 'Jaar' },
  states: { '<10': 'SUPPRESSED', 'n.b.': 'NOT_DELIVERED' },
  figures: [
    { indicator: 'pgb-clients', value: 'Cliënten pgb' },
    { indicator: 'costs-wmo', value: 'Kosten Wmo (euro)', factor: 0.001 },
    { indicator: 'costs-youth', value: 'Kosten jeugd (euro)', factor: 0.001 },
  ],
  indicators: [
    ['pgb-clients', 'Cliënten met pgb', 'aantal', 'COUNT'],
    ['costs-wmo', 'Kosten Wmo per jaar', 'x 1 000 euro', 'AMOUNT_1000_EUR'],
    ['costs-youth', 'Kosten jeugdhulp per jaar', 'x 1 000 euro', 'AMOUNT_1000_EUR'],
  ].map(([key, title, unit, measureKind]) => ({
    key,
    title,
    unit,
    measureKind,
    direction: 'NEUTRAL',
    theme: 'SELF_RELIANCE',
  })),
};
const save = (name: string, changes: object = {}) =>
  files.write(name, JSON.stringify({ ...mapping, ...changes }));
const take = (csv: string, map: string, ...words: string[]) =>
  run('import', 'figures', csv, '--source', 'own', '--table', 'pgb', '--mapping', map, ...words);

beforeAll(async () => {
  database = await testDatabase();
  run = runner(database);
  const codes = ['GM9008', 'WK900808', 'WK900809', 'WK9008AA'];
  const lines = codes.map(
    (code) => `${code},Plaats ${code},${code.startsWith('GM') ? 'GEMEENTE' : 'WIJK'},,2024,`,
  );
  const places = files.write(
    'p.csv',
    ['code,name,level,parent,year,population', ...lines, ''].join('\n'),
  );
  await run('import', 'places', places, '--publish');
});

describe('a municipal csv', () => {
  test('is read as its mapping says, states and thousands included', async () => {
    const ran = await take(files.write('wide.csv', wide), save('wide.json'), '--publish');
    expect(ran.text).toContain('published    edition');
    const cell = (place: string, key: string) => findFigure(database, place, key, 2023);
    expect(await cell('WK900808', 'pgb-clients')).toMatchObject({ value: 1204 });
    expect(await cell('WK900808', 'costs-wmo')).toMatchObject({ value: 1250.0005 });
    expect(await cell('WK900808', 'costs-youth')).toMatchObject({ state: 'SUPPRESSED' });
    expect(await cell('WK900809', 'pgb-clients')).toMatchObject({
      state: 'SUPPRESSED',
      basis: 'SOURCE',
    });
    expect(await cell('WK9008AA', 'costs-wmo')).toMatchObject({ state: 'NOT_DELIVERED' });
    expect(await findIndicator(database.readDb, 'costs-wmo')).toMatchObject({
      sourceKey: 'own',
      measureKind: 'AMOUNT_1000_EUR',
    });
    const again = await take(files.write('wide.csv', wide), save('wide.json'), '--publish');
    expect(again.text).toContain('nothing changed: the same content is live');
  });

  test('may name the indicator on each line', async () => {
    const csv = files.write(
      'long.csv',
      'wijk,soort,leeftijd,waarde\nWK900808,hh,65+,12\nWK900808,hh,alle,20\nWK9008AA,pgb,alle,3*\n',
    );
    const map = save('long.json', {
      skip: 0,
      place: { column: 'wijk' },
      period: 2022,
      indicator: { column: 'soort', codes: { hh: 'costs-wmo', pgb: 'pgb-clients' } },
      segment: { column: 'leeftijd', codes: { alle: '', '65+': 'age=65+' } },
      figures: [{ value: 'waarde' }],
    });
    await run('import', 'figures', csv, '--source', 'own', '--mapping', map, '--publish');
    expect(await findFigure(database, 'WK900808', 'costs-wmo', 2022, 'age=65+')).toMatchObject({
      value: 12,
    });
    expect(await findFigure(database, 'WK9008AA', 'pgb-clients', 2022)).toMatchObject({
      value: 3,
      releaseStatus: 'PROVISIONAL',
    });
  });

  test('may carry signs of units, spaces between thousands, lines before the header and names spaced otherwise', async () => {
    const own = 'Overzicht;;;\n;;;\n Wijk ;Jaar;Kosten  Wmo (euro);Aandeel\n';
    const csv = `${own}08;2022;€ 1\u00a0234,50;12,5 %\n09;2022;€ 98.765,-;7%\nAA;2022;-;n.b.\n`;
    const share = { key: 'pgb-share', title: 'Aandeel pgb', unit: '%', measureKind: 'PERCENT' };
    const changes = {
      skip: 2,
      figures: [
        { indicator: 'costs-wmo', value: 'Kosten Wmo (euro)', factor: 0.001, unitSign: '€' },
        { indicator: 'pgb-share', value: 'Aandeel', unitSign: '%' },
      ],
      indicators: [...mapping.indicators, { ...share, direction: 'NEUTRAL', theme: null }],
    };
    const map = save('signs.json', changes);
    const words = ['--source', 'own', '--table', 'signs', '--mapping', map, '--publish'];
    const ran = await run('import', 'figures', files.write('signs.csv', csv), ...words);
    expect(ran.text).toContain('figures      1 not delivered, 5 known');
    const cell = (place: string, key: string) => findFigure(database, place, key, 2022);
    expect(await cell('WK900808', 'costs-wmo')).toMatchObject({ value: 1.2345 });
    expect(await cell('WK900809', 'costs-wmo')).toMatchObject({ value: 98.765 });
    expect(await cell('WK900808', 'pgb-share')).toMatchObject({ value: 12.5 });
    expect(await cell('WK900809', 'pgb-share')).toMatchObject({ value: 7 });
    // A share without its sign may be a fraction.
    const bare = files.write('bare.csv', csv.replace('7%', '0,07'));
    const refused = await run('import', 'figures', bare, ...words);
    expect(refused.text).toContain('line 5: Aandeel is "0,07", which is no number with %.');
  });

  test('with places that the mapping does not know sets those aside', async () => {
    const csv = files.write('names.csv', wide.replace('Wijk Haven', 'Wijk Duin'));
    const ran = await take(csv, save('names.json'));
    expect(ran.text).toContain('1 UNKNOWN_REGION_CODE');
  });

  test.each<[string, string, object, RegExp]>([
    [
      'a number that is none',
      wide.replace('1.204', '12o4'),
      {},
      /line 3: Cliënten pgb is "12o4", which is no number/,
    ],
    ['no decimal sign said', wide, { decimal: undefined }, /"1\.204", which is no number.*decimal/],
    [
      'a column that is not there',
      wide,
      { place: { column: 'Buurt' } },
      /header lacks Buurt.*It has: wijk/,
    ],
    [
      'a column twice',
      wide.replace('Kosten jeugd (euro)', 'kosten  Wmo (euro)'),
      { figures: [{ indicator: 'costs-wmo', value: 'Kosten Wmo (euro)' }] },
      /column "Kosten Wmo \(euro\)", which the mapping names, stands twice/,
    ],
    [
      'a header over two lines',
      wide.replace('Cliënten pgb', '"Cliënten\npgb"'),
      {},
      /line 2: a quote in the header is not closed: a line end stands in one/,
    ],
    ['a sign of a unit', wide.replace('1.204', '12%'), {}, /"12%", which is no number.*unitSign/],
    ['a place twice', wide.replace('09;', '08;'), {}, /stands in the file twice, first on line 3/],
    [
      'a mistake in the mapping',
      wide,
      { figures: [], states: { x: 'OK' } },
      /states.x.*figures|figures.*states.x/,
    ],
    ['an indicator nowhere', wide, { figures: [{ value: 'Jaar' }] }, /say either `indicator`/],
  ])('with %s is refused', async (name, text, changes, message) => {
    const before = await countRows(database);
    const ran = await take(
      files.write(`${name}.csv`, text),
      save(`${name}.json`, changes),
      '--publish',
    );
    expect(ran.text).toMatch(message);
    expect(ran.isRefused).toBe(true);
    expect(await countRows(database)).toEqual(before);
  });
});

describe('costs per year and category', () => {
  // One line per wijk, year, law and category; the categories of a law and their whole.
  const table = `Wijk;Jaar;Wet;Categorie;Kosten (euro);Cliënten
08;2022;Wmo;Totaal;1.100.000,00;210
08;2023;Wmo;Totaal;1.250.000,50;220
08;2023;Wmo;Hulp bij het huishouden;400.000,25;120
08;2023;Wmo;Begeleiding;850.000,25;100
08;2023;Jeugd;Totaal;2.000.000,00;90
08;2023;Jeugd;Ambulant;1.500.000,00;80
08;2023;Jeugd;Verblijf;<10 cliënten;<10 cliënten
09;2023;Wmo;Totaal;nog niet bekend;nog niet bekend
`;
  const costs = {
    decimal: ',',
    place: { column: 'Wijk', prefix: 'WK9008' },
    year: 2024,
    period: { column: 'Jaar' },
    states: { '<10 cliënten': 'SUPPRESSED', 'nog niet bekend': 'NOT_YET' },
    indicator: { column: 'Wet', codes: { Wmo: 'wmo-costs', Jeugd: 'youth-costs' } },
    segment: {
      column: 'Categorie',
      codes: {
        Totaal: '',
        'Hulp bij het huishouden': 'category=household-help',
        Begeleiding: 'category=guidance',
        Ambulant: 'category=outpatient',
        Verblijf: 'category=residential',
      },
    },
    figures: [{ value: 'Kosten (euro)', factor: 0.001, denominator: 'Cliënten' }],
    indicators: [
      ['wmo-costs', 'Kosten Wmo per jaar', 'SELF_RELIANCE'],
      ['youth-costs', 'Kosten jeugdhulp per jaar', 'FAMILY_PARENTING'],
    ].map(([key, title, theme]) => ({
      // A sum of money grows with the wijk: it is a count, and never compared.
      ...{ key, title, theme, unit: 'x 1 000 euro', measureKind: 'COUNT', direction: 'NEUTRAL' },
    })),
  };

  interface Figure {
    indicator: { key: string; unit: string };
    segment: string;
    current: { value: number | null; state: string; period: number; source: { table: string } };
    series: { period: number; value: number | null }[];
    benchmark: { gemeente: number | null } | null;
  }

  test('stand in the profile, with their states and years', async () => {
    const map = files.write('costs.json', JSON.stringify(costs));
    const words = ['--source', 'own-costs', '--table', 'costs', '--mapping', map, '--publish'];
    const ran = await run('import', 'figures', files.write('costs.csv', table), ...words);
    expect(ran.text).toContain('published    edition');
    const { data } = await askOn(database)<{
      wijkProfile: { themes: { figures: Figure[] }[] };
    }>(
      'demo:ANALYST:GM9008',
      `{ wijkProfile(code: "WK900808") { themes { figures { indicator { key unit } segment
        current { value state period source { table } } series { period value } } } } }`,
    );
    const figures = data.wijkProfile.themes.flatMap((theme) => theme.figures);
    const of = (key: string, segment: string) =>
      figures.find((one) => one.indicator.key === key && one.segment === segment);
    const current = (value: number | null, state = 'OK') => ({
      current: { value, state, period: 2023, source: { table: 'costs-2024' } },
    });
    expect(of('wmo-costs', '')).toMatchObject({
      ...current(1250.0005),
      indicator: { unit: 'x 1 000 euro' },
      series: [
        { period: 2022, value: 1100 },
        { period: 2023, value: 1250.0005 },
      ],
    });
    expect(of('wmo-costs', 'category=household-help')).toMatchObject(current(400.00025));
    expect(of('wmo-costs', 'category=guidance')).toMatchObject(current(850.00025));
    expect(of('youth-costs', '')).toMatchObject(current(2000));
    expect(of('youth-costs', 'category=outpatient')).toMatchObject(current(1500));
    expect(of('youth-costs', 'category=residential')).toMatchObject(current(null, 'SUPPRESSED'));
    expect(await findFigure(database, 'WK900809', 'wmo-costs', 2023)).toMatchObject({
      state: 'NOT_YET',
    });
    // A category that a wijk does not list is unknown there, and no zero.
    expect(
      await findFigure(database, 'WK900809', 'youth-costs', 2023, 'category=outpatient'),
    ).toMatchObject({ state: 'MISSING' });
  });
});
