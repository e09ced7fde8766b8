// RIVM's health table and shapes: rows that pivot, blanks that mean "not asked", rings that run the wrong way.
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, rowsOf } from '../server/db/client.ts';
import { findIndicator } from '../server/indicators.ts';
import { findNeighbours, readShapes } from '../server/monitors/geometry.ts';
import { toWgs84 } from '../server/places/rd.ts';
import { countRows, findFigure, type Ran, runner, testFolder } from './fixtures/run.ts';
import { testDatabase } from './support/database.ts';

const files = testFolder();
let database: Database;
let run: (...words: string[]) => Promise<Ran>;

beforeAll(async () => {
  database = await testDatabase();
  run = runner(database);
  const codes = ['GM9005', 'WK900501', 'WK900502', 'WK900503', 'WK9005AA', 'WK900505'];
  const lines = codes.map(
    (code) => `${code},Plaats ${code},${code.startsWith('GM') ? 'GEMEENTE' : 'WIJK'},,2020,`,
  );
  await run(
    'import',
    'places',
    files.write('places.csv', ['code,name,level,parent,year,population', ...lines, ''].join('\n')),
    '--publish',
  );
});

const header =
  'ID;Leeftijd;Marges;WijkenEnBuurten;Perioden;Gemeentenaam_1;SoortRegio_2;Codering_3;Eenzaam_28;Mantelzorger_32;IetsNieuws_39';
let id = 0;
function row(
  code: string,
  age: string,
  margin: string,
  period: string,
  ...values: string[]
): string {
  id += 1;
  const type = code.startsWith('GM')
    ? 'Gemeente  '
    : code.startsWith('GG')
      ? 'GGD-regio '
      : 'Wijk      ';
  const texts = [age, margin, code.padEnd(10), period, 'Proef'.padEnd(40), type, code.padEnd(20)];
  return [
    id,
    ...texts.map((t) => `"${t}"`),
    ...values.map((v) => (v === '' ? '' : `"${v.padStart(8)}"`)),
  ].join(';');
}

const good = [
  header,
  row('GM9005', '20300', 'MW00000', '2016JJ00', '40.0', '', ''),
  row('GM9005', '20300', 'MW00000', '2020JJ00', '45.5', '12.0', '3'),
  row('GM9005', '20300', 'MOG0095', '2020JJ00', '44.0', '11.0', ''),
  row('GM9005', '20300', 'MBG0095', '2020JJ00', '47.0', '13.0', ''),
  row('WK900503', '20300', 'MW00000', '2020JJ00', '60.0', '12.0', '3'),
  row('WK900503', '20300', 'MOG0095', '2020JJ00', '58.0', '11.0', ''),
  row('WK900503', '20300', 'MBG0095', '2020JJ00', '62.0', '13.0', ''),
  row('WK900501', '20300', 'MW00000', '2016JJ00', '.', '', ''),
  row('WK900501', '20300', 'MW00000', '2020JJ00', '50.5', '', '4'),
  row('WK900501', '80200', 'MW00000', '2020JJ00', '60.5', '14.0', ''),
  row('WK900501', '53115', 'MW00000', '2020JJ00', '41.5', '9.0', ''),
  row('GG1234', '20300', 'MW00000', '2020JJ00', '41.5', '9.0', ''),
  row('WK900502', '99999', 'MW00000', '2020JJ00', '41.5', '9.0', ''),
  row('WK900502', '20300', 'MXX0095', '2020JJ00', '41.5', '9.0', ''),
  row('WK900502', '20300', 'MW00000', '2020JJ00', '-2.0', '9.0', '1'),
];
const table = (lines: string[]) => `\uFEFF${lines.join('\r\n')}\r\n`;

describe('RIVM health figures', () => {
  test('pivot to one figure with its bounds per age group and year', async () => {
    const path = files.write('50090NED_proef.csv', table(good));
    const ran = await run('import', 'rivm', path, '--publish');
    expect(ran.text).toContain('(rivm-health 50090NED, GM9005, division 2020)');
    expect(ran.text).toContain('15 lines: 4 places x 12 columns');
    expect(ran.text).toContain(
      '1 UNKNOWN_REGION_TYPE, 1 UNKNOWN_AGE_GROUP, 1 UNKNOWN_MARGIN, 1 NEGATIVE_VALUE',
    );
    const lonely = (place: string, period: number, segment = '') =>
      findFigure(database, place, 'loneliness', period, segment);
    expect(await lonely('GM9005', 2020)).toMatchObject({ value: 45.5, lower: 44, upper: 47 });
    expect(await lonely('GM9005', 2016)).toMatchObject({ value: 40, lower: null });
    expect(await lonely('WK900501', 2020, 'age=65+')).toMatchObject({ value: 60.5 });
    expect(await lonely('WK900501', 2020, 'age=18-65')).toMatchObject({ value: 41.5 });
    expect(await lonely('WK900501', 2016)).toEqual({
      state: 'MISSING',
      value: null,
      reason: null,
      basis: 'SOURCE',
    });
    expect(await lonely('WK900502', 2020)).toMatchObject({
      state: 'MISSING',
      reason: 'UNRELIABLE',
    });
    expect(await lonely('WK900502', 2016)).toMatchObject({
      state: 'MISSING',
      reason: null,
      basis: 'RULE',
    });
    const carers = (place: string, period: number) =>
      findFigure(database, place, 'informal-carer', period);
    expect(await carers('GM9005', 2016)).toMatchObject({ reason: 'NOT_MEASURED', basis: 'SOURCE' });
    expect(await carers('WK900501', 2020)).toMatchObject({
      reason: 'NOT_APPLICABLE',
      basis: 'SOURCE',
    });
    expect(await findIndicator(database.readDb, 'loneliness')).toMatchObject({
      provenance: 'MODELLED',
      population: '18 jaar of ouder',
      direction: 'HIGH_IS_CONCERN',
      theme: 'SOCIAL_NETWORK',
    });
    expect(await findIndicator(database.readDb, 'rivm-ietsnieuws')).toMatchObject({ theme: null });
    const [tested] = await rowsOf<{ lonely: number; carers: number }>(
      database.db,
      sql`select f.adjusted_p[l.slot] as lonely, f.adjusted_p[c.slot] as carers from figure_rows f
          join edition_columns l on l.edition_id = f.edition_id and l.indicator_key = 'loneliness'
            and l.period = 2020 and l.segment = ''
          join edition_columns c on c.edition_id = f.edition_id and c.indicator_key = 'informal-carer'
            and c.period = 2020 and c.segment = ''
          where f.place_code = 'WK900503'`,
    );
    expect(tested?.lonely).toBeLessThan(0.001);
    expect(tested?.carers).toBeCloseTo(1, 6);
    const before = await countRows(database);
    expect((await run('import', 'rivm', path, '--publish')).text).toContain('nothing changed');
    expect(await countRows(database)).toEqual(before);
  });

  const valid = good.slice(0, 4);
  test.each<[string, string, RegExp]>([
    [
      'a letter in a number',
      table(valid).replace('45.5', '45.S'),
      /line 3: column "Eenzaam_28" of GM9005 holds/,
    ],
    [
      'a row twice',
      table([...valid, valid[1] ?? '']),
      /line 5: GM9005 stands in the file twice for Leeftijd 20300, Marges MW00000, Perioden 2016JJ00/,
    ],
    [
      'a comma as delimiter',
      table(valid).replaceAll(';', ','),
      /separated by ",", but this kind of file uses ";"/,
    ],
    [
      'no code column',
      table(valid).replace('WijkenEnBuurten', 'Naam'),
      /the header lacks WijkenEnBuurten/,
    ],
    [
      'a month as period',
      table(valid).replace('2016JJ00', '2016MM03'),
      /Perioden "2016MM03" of GM9005 is not a year/,
    ],
    ['mostly malformed lines', table([...valid, 'x', 'y']), /2 of 5 lines do not have the fields/],
  ])('with %s are refused', async (name, text, message) => {
    const before = await countRows(database);
    const ran = await run('import', 'rivm', files.write(`50090NED ${name}.csv`, text));
    expect(ran.text).toMatch(message);
    expect(ran.isRefused).toBe(true);
    expect(await countRows(database)).toEqual(before);
  });

  test('of a division that is not there name the one to import first', async () => {
    const path = files.write('50150NED.csv', table(valid));
    expect((await run('import', 'rivm', path)).text).toMatch(
      /division of 2024\. Import that division first/,
    );
  });
});

const square = (x: number, y: number, size = 0.01) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const feature = (properties: unknown, rings: number[][][], type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates: type === 'Polygon' ? rings : [rings] },
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

describe('shapes', () => {
  const hole = square(4.304, 52.104, 0.002);
  const shapes = collection(
    feature({ code: 'WK900501' }, [square(4.3, 52.1), hole]),
    feature({ statcode: 'WK900502', id: 2 }, [square(4.31, 52.1).reverse()], 'MultiPolygon'),
    feature({ gemeentecode: 'GM9005', wijkcode: 'WK900503' }, [square(4.32, 52.11)]),
    feature({ wijkcode: 'WK9005AA' }, [square(4.5, 52.5)]),
    feature({ wijkcode: 'WK900505' }, [square(4.6, 52.5)]),
    feature({ naam: 'geen code' }, [square(5, 52)]),
    feature({ code: 'WK900577' }, [square(5, 52)]),
    feature({ code: 'WK900578' }, [square(5, 52).slice(0, 4)]),
  );

  test.each([
    [
      'GML',
      `<?xml version="1.0"?>\n<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"><wfs:member/></wfs:FeatureCollection>`,
      /this is GML.*outputFormat=application\/json.*--fetch wijken/,
    ],
    [
      'what a WFS says instead of them',
      '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"/>',
      /the refusal of a WFS/,
    ],
    ['a web page', '<!doctype html><html></html>', /a web page or XML, not JSON/],
  ])('in %s are refused with the way out', async (name, text, message) => {
    const before = await countRows(database);
    const path = files.write(`${name}.gml`, text);
    const ran = await run('import', 'geometry', path, '--year', '2020');
    expect(ran).toMatchObject({ isRefused: true, text: expect.stringMatching(message) });
    expect(await countRows(database)).toEqual(before);
  });

  test('are turned to RFC 7946, joined to their places, and know their neighbours', async () => {
    const path = files.write('shapes.geojson', JSON.stringify(shapes));
    const ran = await run('import', 'geometry', path, '--year', '2020');
    expect(ran.text).toContain('8 features read, 5 shapes of 2020');
    expect(ran.text).toContain('2 rings turned');
    expect(ran.text).toContain('1 pair');
    expect(ran.text).toContain('Feature 6 has no place code');
    expect(ran.text).toContain('1 BAD_GEOMETRY');
    expect(ran.text).toContain('1 UNKNOWN_PLACE');
    const neighbours = await rowsOf<{ code: string; neighbour_code: string }>(
      database.db,
      sql`select code, neighbour_code from place_neighbours order by code`,
    );
    expect(neighbours).toEqual([
      { code: 'WK900501', neighbour_code: 'WK900502' },
      { code: 'WK900502', neighbour_code: 'WK900501' },
    ]);
    const before = await countRows(database);
    expect((await run('import', 'geometry', path, '--year', '2020')).text).toContain(
      'nothing changed',
    );
    expect(await countRows(database)).toEqual(before);
  });

  test('outer rings run counterclockwise, holes clockwise', () => {
    const { shapes: read } = readShapes('x', shapes);
    const rings = read[0]?.geometry.coordinates as number[][][];
    expect(rings[0]).toEqual(square(4.3, 52.1));
    expect(rings[1]).toEqual([...hole].reverse());
  });

  test.each([
    [{ WK_CODE: 'WK900501', GM_CODE: 'GM9005' }, 'WK900501'],
    [{ BU_CODE: 'BU90050101', WK_CODE: 'WK900501' }, 'BU90050101'],
    [{ gemeentecode: '9005', identificatie: 'GM9005' }, 'GM9005'],
    [{ statcode: 'WK900501', jrstatcode: '2020WK900501' }, 'WK900501'],
  ])('of another map are found by their code: %j', (properties, code) => {
    const document = collection(feature(properties, [square(4.3, 52.1)]));
    expect(readShapes('x', document, 2020).shapes[0]).toMatchObject({ code });
  });

  test.each([
    { buurtcode: 'BU9005010', wijkcode: 'WK900501', gemeentecode: 'GM9005' },
    { buurtcode: '90050101', wijkcode: 'WK900501' },
    { statcode: 'PV27', gemeentecode: 'GM9005' },
  ])('with a damaged code are not taken for the place they lie in: %j', (properties) => {
    const known = feature({ code: 'WK900502' }, [square(4.3, 52.1)]);
    const document = collection(known, feature(properties, [square(4.4, 52.1)]));
    const { shapes: read, quarantined } = readShapes('x', document, 2020);
    expect(read.map(({ code }) => code)).toEqual(['WK900502']);
    expect(quarantined).toMatchObject([{ line: 2, reason: 'UNKNOWN_REGION_CODE' }]);
  });

  test('in RD New become longitude and latitude', () => {
    const rd = [120_700.723, 487_525.501];
    const ring = [rd, [121_000, 487_525], [121_000, 488_000], rd];
    const { shapes: read } = readShapes('x', collection(feature({ code: 'WK900501' }, [ring])));
    const rings = read[0]?.geometry.coordinates as number[][][];
    const [longitude = 0, latitude = 0] = rings[0]?.[0] ?? [];
    expect(longitude).toBeCloseTo(4.8835256, 5);
    expect(latitude).toBeCloseTo(52.3745325, 5);
  });

  // Westertoren, Martinitoren and the origin in Amersfoort, from the publication of the formula and RDNAPTRANS.
  test.each([
    [120_700.723, 487_525.501, 4.88352559, 52.37453253],
    [233_883.131, 582_065.167, 6.56820053, 53.21938317],
    [155_000, 463_000, 5.38720621, 52.1551744],
  ])('RD %d, %d is within half a metre', (x, y, longitude, latitude) => {
    const [lon, lat] = toWgs84(x, y);
    const metres = Math.hypot((lat - latitude) * 111_320, (lon - longitude) * 68_000);
    expect(metres).toBeLessThan(0.5);
  });

  test('a corner in common does not make neighbours', () => {
    const { shapes: read } = readShapes('x', shapes);
    expect(findNeighbours(read.filter(({ code }) => code !== 'WK900501'))).toEqual([]);
  });

  test.each<[string, unknown, RegExp]>([
    [
      'coordinates of another system',
      collection(feature({ code: 'WK900501' }, [square(600000, 5750000, 500)])),
      /neither longitude and latitude nor RD New \(EPSG:28992\)/,
    ],
    [
      'the latitude first',
      collection(feature({ code: 'WK900501' }, [square(52, 4.3)])),
      /has its latitude first/,
    ],
    ['no features', { type: 'Topology' }, /not a GeoJSON FeatureCollection/],
    [
      'a place twice',
      collection(...Array(2).fill(feature({ code: 'WK900501' }, [square(4, 52)]))),
      /WK900501 stands in it twice, as feature 1 and 2/,
    ],
    [
      'nothing usable',
      collection(feature({ code: '9005' }, [])),
      /no shape in it that can be used. 1 set aside.*Feature 1 has no place code.*"9005"/,
    ],
    [
      'a next page',
      { ...collection(feature({ code: 'WK900501' }, [square(4, 52)])), links: [{ rel: 'next' }] },
      /one page of several/,
    ],
    [
      'fewer features than there are',
      {
        ...collection(feature({ code: 'WK900501' }, [square(4, 52)])),
        ...{ numberMatched: 3340, numberReturned: 1 },
      },
      /one page of several/,
    ],
    [
      'another year in their keys',
      collection(feature({ statcode: 'WK900501', jrstatcode: '2022WK900501' }, [square(4, 52)])),
      /feature 1 \(WK900501\) is of 2022 by its jrstatcode, while it is imported as 2020/,
    ],
  ])('with %s are refused', async (name, document, message) => {
    const path = files.write(`${name}.geojson`, JSON.stringify(document));
    const before = await countRows(database);
    const ran = await run('import', 'geometry', path, '--year', '2020');
    expect(ran.text).toMatch(message);
    expect(await countRows(database)).toEqual(before);
  });
});

test('health figures that cannot be right are set aside: above 100, or outside their own bounds', async () => {
  const lines = [
    header,
    row('WK900503', '20300', 'MW00000', '2012JJ00', '160.0', '12.0', '3'),
    row('WK900501', '20300', 'MOG0095', '2012JJ00', '51.0', '11.0', ''),
    row('WK900501', '20300', 'MW00000', '2012JJ00', '50.5', '12.0', '4'),
    row('WK900501', '20300', 'MBG0095', '2012JJ00', '49.0', '12.0', ''),
  ];
  const path = files.write('50090NED_fout.csv', table(lines));
  const ran = await run('import', 'rivm', path, '--publish');
  expect(ran.text).toContain('1 ABOVE_HUNDRED, 1 BAD_MARGINS');
  const { text } = await run('quarantine');
  expect(text).toMatch(/line 2: Eenzaam_28 of WK900503 is 160%: more than 100/);
  expect(text).toMatch(/Eenzaam_28 of WK900501 is 50\.5, outside its bounds 51 to 49/);
  const missing = { state: 'MISSING', reason: 'UNRELIABLE', value: null };
  for (const place of ['WK900501', 'WK900503']) {
    expect(await findFigure(database, place, 'loneliness', 2012)).toMatchObject(missing);
  }
});

test('bounds without a figure are told and left out, and a row of two places is set aside', async () => {
  const contradicted = row('WK900501', '20300', 'MW00000', '2008JJ00', '40.0', '12.0', '');
  const lines = [
    header,
    row('GM9005', '20300', 'MW00000', '2008JJ00', '45.5', '12.0', ''),
    row('WK900503', '20300', 'MW00000', '2008JJ00', '.', '-2.0', ''),
    row('WK900503', '20300', 'MOG0095', '2008JJ00', '44.0', '1.0', ''),
    row('WK900503', '20300', 'MBG0095', '2008JJ00', '47.0', '3.0', ''),
    row('WK900502', '20300', 'MOG0095', '2008JJ00', '30.0', '', ''),
    contradicted.replace('"WK900501            "', '"WK900502            "'),
    row('WK900501', '80200', 'MW00000', '2008JJ00', '40.0', '12.0', '').replace('Wijk ', 'Buurt'),
  ];
  const ran = await run(
    'import',
    'rivm',
    files.write('50090NED_los.csv', table(lines)),
    '--publish',
  );
  expect(ran.text).toContain(
    '1 NEGATIVE_VALUE, 1 UNKNOWN_REGION_CODE, 1 UNKNOWN_REGION_TYPE, 2 BAD_MARGINS',
  );
  const { text } = await run('quarantine');
  expect(text).toContain('Eenzaam_28 of WK900503 has bounds 44 to 47 but no value.');
  expect(text).toContain('Eenzaam_28 of WK900502 has bounds 30 to none but no value.');
  expect(text).toContain('The row is of WK900501 by one column and of WK900502 by another.');
  expect(text).toContain('WK900501 is called a Buurt, which its code contradicts.');
  const cells = await rowsOf(
    database.db,
    sql`select place_code, indicator, state_reason, lower, upper from figures
        where period = 2008 and segment = '' and state = 'MISSING' and indicator in ('loneliness', 'informal-carer')
        order by 1, 2`,
  );
  const bare = (place_code: string, indicator: string, state_reason: string | null) => ({
    ...{ place_code, indicator, state_reason },
    ...{ lower: null, upper: null },
  });
  expect(cells).toEqual([
    bare('WK900502', 'informal-carer', null),
    bare('WK900502', 'loneliness', null),
    bare('WK900503', 'informal-carer', 'UNRELIABLE'),
    bare('WK900503', 'loneliness', null),
  ]);
});

test('bounds that are left out do not make other content', async () => {
  const lines = [
    header,
    row('GM9005', '20300', 'MW00000', '2000JJ00', '45.5', '12.0', ''),
    row('WK900503', '20300', 'MW00000', '2000JJ00', '.', '11.0', ''),
  ];
  const bound = row('WK900503', '20300', 'MOG0095', '2000JJ00', '44.0', '', '');
  const first = files.write('50090NED_2000.csv', table([...lines, bound]));
  expect((await run('import', 'rivm', first, '--publish')).text).toContain('1 BAD_MARGINS');
  const mended = files.write('50090NED_2000.csv', table(lines));
  expect((await run('import', 'rivm', mended, '--publish')).text).toContain(
    'nothing changed: the same content is live',
  );
});

test('a typed set, which has no signs, says of no blank that it is impossible', async () => {
  const lines = [
    header,
    row('GM9005', '20300', 'MW00000', '2004JJ00', '45.5', '12.0', ''),
    row('WK900503', '20300', 'MW00000', '2004JJ00', '', '12.0', ''),
  ];
  const path = files.write('50090NED_TypedDataSet.csv', table(lines));
  await run('import', 'rivm', path, '--publish');
  const figure = await findFigure(database, 'WK900503', 'loneliness', 2004);
  expect(figure).toMatchObject({ state: 'MISSING', reason: null });
});
