// The real files beside the repository must give every number that was computed from them beforehand. They may not be
// copied here; without them these tests are skipped, and the name of the suite says so.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, rowsOf } from '../server/db/client.ts';
import { hashTable } from '../server/monitors/content-hash.ts';
import { health } from '../server/monitors/descriptions/rivm-health.ts';
import { readJson } from '../server/monitors/files.ts';
import { openUntypedCsv } from '../server/monitors/forms/untyped-csv.ts';
import { readShapes } from '../server/monitors/geometry.ts';
import { parseTable } from '../server/monitors/parse-table.ts';
import { openSaved } from '../server/monitors/saved-files.ts';
import { isKnown, type ParsedEdition, type TableRow } from '../server/monitors/table.ts';
import { findPlace } from '../server/places/find.ts';
import type { DivisionRow } from '../server/places/spans.ts';
import { robustZ } from '../server/statistics/robust-z.ts';
import { atOnce } from '../server/turns.ts';
import { findFigure, type Ran, runner } from './fixtures/run.ts';
import { testDatabase } from './support/database.ts';

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const isThere = existsSync(`${folder}expected.json`);
const title = isThere ? 'real files' : 'real files (skipped: ../shared/data is not there)';
// biome-ignore lint/suspicious/noExplicitAny: the shape of expected.json is what the tests below say.
const expected: any = isThere ? JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) : {};

/** A figure of a parsed table; undefined: no such place or column, null: not known. */
function value({ table }: ParsedEdition, place: string, key: string): number | null | undefined {
  const at = table.columns.findIndex((column) => column.indicatorKey === key);
  const cells = table.rows.find((row) => row.code === place)?.cells;
  if (at < 0 || !cells) return undefined;
  return isKnown(cells.states[at]) ? (cells.values[at] ?? null) : null;
}

const dutch = { COUNTRY: 'land', GEMEENTE: 'gemeente', WIJK: 'wijk', BUURT: 'buurt' } as const;

function tally<T>(list: readonly T[], word: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of list) counts[word(item)] = (counts[word(item)] ?? 0) + 1;
  return counts;
}

const byType = (rows: readonly Pick<TableRow, 'level'>[]) => tally(rows, (row) => dutch[row.level]);
const byChange = (places: readonly DivisionRow[]) =>
  tally(places, (place) => String(place.changeCode ?? '.'));

function sumOf(edition: ParsedEdition, level: TableRow['level'], key: string, gemeente?: string) {
  const rows = edition.table.rows.filter(
    (row) => row.level === level && (gemeente === undefined || row.gemeenteCode === gemeente),
  );
  return rows.reduce((total, row) => total + (value(edition, row.code, key) ?? 0), 0);
}

function repeatedNames(places: readonly DivisionRow[]) {
  const names = Object.entries(tally(places, (place) => place.name));
  const most = names.reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0]);
  return { many: names.filter(([, n]) => n > 1).length, most };
}

/** Parts of a table by keys of expected.json. */
const kwbKeys: Readonly<Record<string, string>> = {
  population: 'population',
  households: 'households',
  age65plus: 'population-65-plus',
  bijstand: 'social-assistance',
  ao: 'disability-benefit',
  ww: 'unemployment-benefit',
  aow: 'state-pension',
  householdSize: 'household-size',
  density: 'population-density',
};

const withoutPostcode = (keys: readonly string[]) =>
  keys.filter((key) => key !== 'MeestVoorkomendePostcode_113');

describe.skipIf(!isThere)(title, () => {
  describe.each([
    ['KWB 2020 of Den Haag (json)', 'cbs/84799NED/TypedDataSet_GM0518.json', undefined],
    [
      'KWB 2020 of Den Haag out of the country (csv)',
      'cbs/84799NED/TypedDataSet_NL.csv.gz',
      'GM0518',
    ],
    ['KWB 2020 of the country (csv)', 'cbs/84799NED/TypedDataSet_NL.csv.gz', undefined],
  ])('%s', (_name, file, gemeente) => {
    const want = expected.kwb2020;
    const hague = want?.denHaag;
    let edition: ParsedEdition;
    let own: ParsedEdition['table']['rows'];
    beforeAll(async () => {
      edition = await parseTable(await openSaved(folder + file, {}), { gemeente });
      own = edition.table.rows.filter((row) => row.gemeenteCode === 'GM0518');
    });

    test('table, rows and columns', () => {
      expect(edition.tableId).toBe(want.tableId);
      expect(edition.divisionYear).toBe(want.period);
      expect(edition.modifiedAt?.toISOString().slice(0, 19)).toBe(want.modified);
      expect(edition.quarantined).toEqual([]);
      expect(own).toHaveLength(hague.rows);
      expect(byType(own)).toEqual(hague.regionsByType);
      const delivered = edition.table.columns.filter((column) => column.columnKey !== '');
      // ID, the region, four texts about the region and the postcode are no figures.
      expect(delivered).toHaveLength(want.columns - 7);
      const empty = delivered.filter((_column, at) => !edition.table.isFilled[at]);
      expect(empty.map((column) => column.columnKey)).toEqual(want.emptyColumns);
      expect(empty).toHaveLength(want.emptyColumnCount);
      expect(delivered.length - empty.length).toBe(want.filledValueColumns - 1);
    });

    test('an empty column is not yet available, everywhere', () => {
      const empty = edition.table.columns.flatMap((column, at) =>
        want.emptyColumns.includes(column.columnKey) ? [at] : [],
      );
      const states = new Set(
        edition.table.rows.flatMap(({ cells }) => empty.map((at) => cells.states[at])),
      );
      expect([...states]).toEqual(['Y'.charCodeAt(0)]);
    });

    test('the gemeente, its wijken and its buurten', () => {
      const places = new Map(
        [...(edition.division ?? [])].map((place) => [place.code, place.name]),
      );
      const regions = { GM0518: hague.gemeente, ...hague.regions };
      for (const [code, figures] of Object.entries<Record<string, unknown>>(regions)) {
        expect(places.get(code)).toBe(figures.name);
        for (const [short, key] of Object.entries(kwbKeys)) {
          expect([code, short, value(edition, code, key)]).toEqual([code, short, figures[short]]);
        }
        const cells = own.find((row) => row.code === code)?.cells;
        const nulls = edition.table.columns.flatMap((column, at) =>
          column.columnKey !== '' && edition.table.isFilled[at] && !isKnown(cells?.states[at])
            ? [column.columnKey]
            : [],
        );
        expect([code, ...nulls]).toEqual([
          code,
          ...withoutPostcode(figures.nullAmongFilledColumns as string[]),
        ]);
      }
      for (const [level, sums] of [
        ['WIJK', hague.sumOfWijken],
        ['BUURT', hague.sumOfBuurten],
      ] as const) {
        for (const [short, sum] of Object.entries(sums)) {
          expect(sumOf(edition, level, kwbKeys[short] ?? '', 'GM0518')).toBe(sum);
        }
      }
    });

    test('places without figures', () => {
      const without = (level: TableRow['level'], key: string, what: number | null) =>
        own
          .filter((row) => row.level === level && value(edition, row.code, key) === what)
          .map((row) => row.code);
      expect(without('WIJK', 'social-assistance', null)).toEqual(hague.wijkenWithoutBijstand);
      expect(without('BUURT', 'social-assistance', null)).toEqual(hague.buurtenWithoutBijstand);
      expect(without('WIJK', 'population', 0)).toEqual(hague.wijkenWithPopulationZero);
      expect(without('BUURT', 'population', 0)).toEqual(hague.buurtenWithPopulationZero);
      const rates = edition.table.columns.findIndex((c) => c.indicatorKey === 'social-assistance');
      const reasons = own
        .filter((row) => value(edition, row.code, 'social-assistance') === null)
        .map((row) => String.fromCharCode(row.cells.reasons[rates] ?? 0));
      // Nobody lives in four of the places; the fifth has 35 inhabitants.
      expect(reasons.toSorted()).toEqual(['-', 'a', 'a', 'a', 'a']);
    });
  });

  describe('KWB 2020', () => {
    const parse = async (file: string, gemeente?: string) =>
      parseTable(await openSaved(`${folder}cbs/84799NED/${file}`, {}), { gemeente });

    test('the country is whole', async () => {
      const want = expected.kwb2020;
      const edition = await parse('TypedDataSet_NL.csv.gz');
      expect(edition.table.rows).toHaveLength(want.rows);
      expect(byType(edition.table.rows)).toEqual(want.regionsByType);
      expect(byChange([...(edition.division ?? [])])).toEqual(want.indelingswijziging);
      expect(value(edition, want.nederland.code, 'population')).toBe(want.nederland.population);
      expect(sumOf(edition, 'GEMEENTE', 'population')).toBe(want.nederland.sumOfGemeenten);
      const { many, most } = repeatedNames([...(edition.division ?? [])]);
      expect(many).toBe(want.namesUsedMoreThanOnce);
      expect(most).toEqual(want.mostRepeatedName);
    });

    test('Den Haag is the same content as json and out of the csv of the country', async () => {
      const json = await parse('TypedDataSet_GM0518.json');
      const csv = await parse('TypedDataSet_NL.csv.gz', 'GM0518');
      expect(atOnce(hashTable(csv.table, 2020))).toBe(atOnce(hashTable(json.table, 2020)));
    });
  });

  test('DataProperties of KWB 2020 is the tree that was counted', async () => {
    const document = await readJson(`${folder}cbs/84799NED/DataProperties.json`);
    const entries = (document as { value: Record<string, string>[] }).value;
    const { all, topicTitlesUsedMoreThanOnce, ...types } = expected.kwb2020.dataProperties;
    expect(entries).toHaveLength(all);
    expect(tally(entries, (e) => String(e['odata.type']).replace('Cbs.OData.', ''))).toEqual(types);
    const topics = entries.filter((e) => e['odata.type'] === 'Cbs.OData.Topic');
    const titles = tally(topics, (topic) => topic.Title?.trim() ?? '');
    expect(Object.values(titles).filter((n) => n > 1)).toHaveLength(topicTitlesUsedMoreThanOnce);
  });

  test('KWB 2024 of the country (portal csv)', async () => {
    const want = expected.kwb2024;
    const open = (file: string) => openSaved(folder + file, {});
    const edition = await parseTable(await open(want.file), {});
    expect(edition.tableId).toBe(want.tableId);
    expect(edition.divisionYear).toBe(want.period);
    expect(edition.table.rows).toHaveLength(want.rows);
    // The first column holds names, the next four describe the region.
    const delivered = edition.table.columns.filter(({ derivation }) => derivation === '');
    expect(delivered).toHaveLength(want.columns - 5);
    expect(byType(edition.table.rows)).toEqual(want.regionsByType);
    const missing = edition.table.rows.flatMap((row) =>
      [...row.cells.states.slice(0, delivered.length)].filter((s) => !isKnown(s)),
    );
    expect(missing).toHaveLength(want.missingCells);
    const places = [...(edition.division ?? [])];
    expect(byChange(places)).toEqual(want.indelingswijziging);
    const lettered = edition.table.rows.filter((row) => /[A-Z]/.test(row.code.slice(2)));
    expect(lettered).toHaveLength(want.codesWithLetters.count);
    expect(byType(lettered)).toEqual(want.codesWithLetters.regionsByType);
    expect([...new Set(lettered.map((r) => r.gemeenteCode))]).toEqual(
      want.codesWithLetters.gemeenten,
    );
    expect(lettered.slice(0, 2).map((row) => row.code)).toEqual(want.codesWithLetters.first);
    const { many, most } = repeatedNames(places);
    expect(many).toBe(want.namesUsedMoreThanOnce);
    expect(most).toEqual(want.mostRepeatedName);
    expect(value(edition, 'NL00', 'population')).toBe(want.nederland.population);
    expect(sumOf(edition, 'GEMEENTE', 'population')).toBe(want.nederland.sumOfGemeenten);
    const at = edition.table.columns.findIndex((column) => column.indicatorKey === 'population');
    const gaps = new Map<string, { code: string; gemeente: number; sumOfWijken: number }>();
    for (const { code, level, cells } of edition.table.rows) {
      if (level === 'GEMEENTE')
        gaps.set(code, { code, gemeente: cells.values[at] ?? 0, sumOfWijken: 0 });
    }
    for (const { level, gemeenteCode, cells } of edition.table.rows) {
      const gap = gaps.get(gemeenteCode);
      if (level === 'WIJK' && gap) gap.sumOfWijken += cells.values[at] ?? 0;
    }
    const different = [...gaps.values()].filter((gap) => gap.gemeente !== gap.sumOfWijken);
    expect(different).toHaveLength(want.gemeentenWhoseWijkenDoNotAddUp);
    const share = (gap: { gemeente: number; sumOfWijken: number }) =>
      Math.abs(gap.sumOfWijken - gap.gemeente) / gap.gemeente;
    const largest = different.reduce((a, b) => (share(b) > share(a) ? b : a));
    expect(largest).toEqual(want.largestRelativeGapGemeenteVersusSumOfWijken);

    const hague = want.denHaag;
    const own = edition.table.rows.filter((row) => row.gemeenteCode === 'GM0518');
    expect(own).toHaveLength(hague.rows);
    expect(byType(own)).toEqual(hague.regionsByType);
    expect(value(edition, 'GM0518', 'population')).toBe(hague.population);
    expect(sumOf(edition, 'WIJK', 'population', 'GM0518')).toBe(hague.sumOfWijken);
    expect(sumOf(edition, 'BUURT', 'population', 'GM0518')).toBe(hague.sumOfBuurten);
    const names = new Map(places.map((place) => [place.code, place.name]));
    for (const [code, { name, population }] of Object.entries<Record<string, unknown>>(
      hague.regions,
    )) {
      expect([names.get(code), value(edition, code, 'population')]).toEqual([name, population]);
    }
    const before = await parseTable(await open('cbs/84799NED/TypedDataSet_NL.csv.gz'), {});
    const old = new Map([...(before.division ?? [])].map((place) => [place.code, place.name]));
    const count = (list: Iterable<string>, known: Map<string, string>, prefix: string) =>
      [...list].filter((code) => code.startsWith(prefix) && !known.has(code)).length;
    expect({
      wijkenRemoved: count(old.keys(), names, 'WK'),
      wijkenAdded: count(names.keys(), old, 'WK'),
      buurtenRemoved: count(old.keys(), names, 'BU'),
      buurtenAdded: count(names.keys(), old, 'BU'),
    }).toEqual(want.against2020);
    const renamed = own.flatMap(({ code }) =>
      old.get(code) === names.get(code) ? [] : [[code, [old.get(code), names.get(code)]] as const],
    );
    expect(own.every(({ code }) => old.has(code))).toBe(hague.codesSameAs2020);
    expect(Object.fromEntries(renamed)).toEqual(hague.renamedSince2020);
  });

  test('RIVM health of Den Haag (untyped csv)', async () => {
    const want = expected.rivm50090;
    const edition = await parseTable(await openUntypedCsv(folder + want.file, health, {}), {});
    const { columns, rows } = edition.table;
    expect(edition.tableId).toBe(want.tableId);
    expect(edition.linesRead).toBe(want.rows);
    expect(edition.quarantined).toEqual([]);
    const segments: Readonly<Record<string, string>> = { '20300': '', '80200': 'age=65+' };
    const slotsOf = (set: string) => {
      const [age = '', period = ''] = set.split('/');
      return columns.flatMap((column, at) =>
        column.segment === segments[age] && column.period === Number(period.slice(0, 4))
          ? [at]
          : [],
      );
    };
    expect(columns).toHaveLength(want.indicators * Object.keys(want.sets).length);
    for (const [set, counts] of Object.entries<Record<string, never>>(want.sets)) {
      const slots = slotsOf(set);
      const cells = rows.flatMap((row) =>
        slots.map((at) =>
          String.fromCharCode(row.cells.states[at] ?? 0, row.cells.reasons[at] ?? 0),
        ),
      );
      expect([set, rows.length, byType(rows)]).toEqual([set, counts.rows, counts.regionsByType]);
      expect([set, tally(cells, (cell) => cell)]).toEqual([
        set,
        { 'O.': counts.filledCells, 'M.': counts.dotCells, MM: counts.emptyCells },
      ]);
      const empty = slots.filter((at) => !edition.table.isFilled[at]);
      expect(empty.map((at) => columns[at]?.columnKey)).toEqual(counts.emptyIndicatorColumns);
      const lonely = slots.find((at) => columns[at]?.indicatorKey === 'loneliness') ?? -1;
      const without = (level: TableRow['level']) =>
        rows
          .filter((row) => row.level === level && !isKnown(row.cells.states[lonely]))
          .map((row) => row.code);
      expect({ wijken: without('WIJK'), buurten: without('BUURT') }).toEqual(counts.withoutEenzaam);
    }
    const keys: Readonly<Record<string, string>> = {
      eenzaam: 'loneliness',
      ernstigEenzaam: 'severe-loneliness',
      ervarenGezondheidGoed: 'good-perceived-health',
      mantelzorger: 'informal-carer',
      moeiteMetRondkomen: 'difficulty-making-ends-meet',
    };
    for (const [code, sets] of Object.entries<Record<string, Record<string, number>>>(
      want.values,
    )) {
      const row = rows.find((one) => one.code === code);
      for (const [set, values] of Object.entries(sets)) {
        const found = Object.keys(values).map((short) => {
          const at = slotsOf(set).find((slot) => columns[slot]?.indicatorKey === keys[short]) ?? -1;
          return [short, isKnown(row?.cells.states[at]) ? row?.cells.values[at] : null];
        });
        expect([code, set, Object.fromEntries(found)]).toEqual([code, set, values]);
      }
    }
  });

  test.each(Object.keys(expected.geo ?? {}))('%s', async (file) => {
    const want = expected.geo[file];
    const document = (await readJson(folder + file)) as {
      features: { geometry: { type: string; coordinates: Position[][][] } }[];
    };
    const polygons = document.features.map((feature) => feature.geometry.coordinates);
    const rings = polygons.flat(2);
    const area = (ring: Position[]) =>
      ring.reduce((sum, [x = 0, y = 0], at) => {
        const [x1 = 0, y1 = 0] = ring[at + 1] ?? [x, y];
        return sum + x * y1 - x1 * y;
      }, 0);
    const outer = polygons.flat().map((polygon) => area(polygon[0] ?? []));
    const { shapes, turnedRings, quarantined } = readShapes(file, document);
    const turned = shapes.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    );
    expect(turned.every((polygon: Polygon['coordinates']) => area(polygon[0] ?? []) > 0)).toBe(
      true,
    );
    const corner = (pick: (...numbers: number[]) => number, at: number) =>
      Number(
        rings
          .flat()
          .reduce((best, point) => pick(best, point[at] ?? 0), rings[0]?.[0]?.[at] ?? 0)
          .toFixed(5),
      );
    const codes = (edition: ParsedEdition, prefix: string) =>
      [...(edition.division ?? [])]
        .map((place) => place.code)
        .filter((code) => code.startsWith(prefix));
    const shapeCodes = new Set(shapes.map((shape) => shape.code));
    const prefix = shapes[0]?.code.slice(0, 2) ?? '';
    const isHague = file.includes('GM0518');
    const gemeente = isHague ? 'GM0518' : undefined;
    const parse = async (path: string) =>
      codes(await parseTable(await openSaved(folder + path, {}), { gemeente }), prefix);
    const of2020 = await parse('cbs/84799NED/TypedDataSet_NL.csv.gz');
    const of2024 = await parse(expected.kwb2024.file);
    expect(quarantined).toEqual([]);
    expect(turnedRings).toBeGreaterThanOrEqual(want.outerRingsClockwise);
    expect({
      features: shapes.length,
      geometryTypes: tally(document.features, (feature) => feature.geometry.type),
      points: rings.flat().length,
      bbox: [corner(Math.min, 0), corner(Math.min, 1), corner(Math.max, 0), corner(Math.max, 1)],
      featuresWithHoles: polygons.filter((parts) => parts.some((part) => part.length > 1)).length,
      featuresWithMoreThanOnePart: polygons.filter((parts) => parts.length > 1).length,
      openRings: rings.filter((ring) => String(ring[0]) !== String(ring.at(-1))).length,
      outerRingsClockwise: outer.filter((a) => a < 0).length,
      outerRingsCounterclockwise: outer.filter((a) => a > 0).length,
      codesAlsoInKwb2020: of2020.filter((code) => shapeCodes.has(code)).length,
      codesAlsoInKwb2024: of2024.filter((code) => shapeCodes.has(code)).length,
      kwb2020CodesWithoutShape: of2020.filter((code) => !shapeCodes.has(code)).length,
      kwb2024CodesWithoutShape: of2024.filter((code) => !shapeCodes.has(code)).length,
    }).toEqual(want);
  });

  describe('Den Haag through the commands', () => {
    let database: Database;
    let run: (...words: string[]) => Promise<Ran>;
    beforeAll(async () => {
      database = await testDatabase();
      run = runner(database);
    });

    test('every file is imported, published and seen', async () => {
      const words = ['--gemeente', 'Den Haag', '--publish'];
      const kwb = await run('import', 'cbs', `${folder}cbs/84799NED`, ...words);
      expect(kwb.text).toContain('159 places');
      const health = await run('import', 'rivm', folder + expected.rivm50090.file, '--publish');
      expect(health.text).toContain('quarantined  nothing');
      const newer = await run('import', 'cbs', `${folder}cbs/85984NED`, ...words);
      expect(newer.text).toContain('WK051833 was "Wijk 33 Bouwlust en Vrederust" in 2020');
      const shapes = `${folder}geo/wijken_2022_GM0518.geojson`;
      const geometry = await run('import', 'geometry', shapes, '--year', '2020');
      expect(geometry.text).toContain('44 features read, 44 shapes of 2020');
      for (const [period, lonely] of [
        [2012, 59.9],
        [2016, 63.1],
        [2020, 66.6],
      ] as const) {
        const cell = await findFigure(database, 'WK051829', 'loneliness', period);
        expect(cell).toMatchObject({ value: lonely });
      }
      expect(await findFigure(database, 'WK051829', 'loneliness', 2020, 'age=65+')).toMatchObject({
        value: 65.7,
      });
      expect(await findFigure(database, 'WK051801', 'social-assistance', 2020)).toMatchObject({
        state: 'MISSING',
        reason: 'NOT_APPLICABLE',
      });
      expect(await findFigure(database, 'WK051841', 'cars-per-household', 2020)).toMatchObject({
        value: null,
      });
      expect(await findPlace(database.readDb, 'WK051829')).toMatchObject({
        firstYear: 2020,
        lastYear: 2024,
      });
      expect(await findPlace(database.readDb, 'BU05180479')).toMatchObject({
        firstYear: 2020,
        year: 2024,
      });
      for (const [code, perThousand] of [
        ['WK051829', 108.7],
        ['WK051836', 109.4],
        ['WK051804', 3.5],
        ['GM0518', 44.7],
      ] as const) {
        const cell = await findFigure(database, code, 'social-assistance-per-1000', 2020);
        expect(cell?.value).toBeCloseTo(perThousand, 1);
      }
    });

    test.each([
      ['loneliness', 54.7, 5.3, [1.514, 1.604, -0.725]],
      ['difficulty-making-ends-meet', 17.0, 4.9, [2.464, 2.381, -1.17]],
      ['good-perceived-health', 78.8, 3.3, [-3.127, -2.412, 0.961]],
      ['anxiety-depression-risk', 48.8, 6.1, [1.493, 1.261, -1.073]],
      ['informal-carer', 12.0, 1.9, [-0.497, -0.816, 0.781]],
      ['volunteering', 19.8, 2.9, [-1.582, -1.093, 1.558]],
    ])('%s has the positions of chapter 22', async (key, median, deviation, positions) => {
      const [row] = await rowsOf<{ n: number; median: number; deviation: number; cuts: number[] }>(
        database.db,
        sql`select b.counts[c.slot] as n, b.medians[c.slot] as median, b.deviations[c.slot] as deviation,
              b.quintiles[4 * c.slot - 3 : 4 * c.slot] as cuts
            from edition_columns c join benchmark_rows b using (edition_id)
            where c.indicator_key = ${key} and c.period = 2020 and c.segment = ''
              and b.gemeente_code = 'GM0518'`,
      );
      expect(row?.n).toBe(43);
      expect(row?.median).toBeCloseTo(median, 6);
      expect(row?.deviation).toBeCloseTo(deviation, 6);
      expect(row?.cuts).toHaveLength(4);
      expect(row?.cuts.toSorted((a, b) => a - b)).toEqual(row?.cuts);
      for (const [at, code] of ['WK051829', 'WK051836', 'WK051804'].entries()) {
        const cell = await findFigure(database, code, key, 2020);
        const z = robustZ(cell?.value ?? 0, { median: row?.median ?? 0, mad: row?.deviation ?? 0 });
        expect(z).toBeCloseTo(positions[at] ?? 0, 3);
      }
    });

    test('a second import of everything changes nothing', async () => {
      const words = ['--gemeente', 'GM0518', '--publish'];
      const again = [
        await run('import', 'cbs', `${folder}cbs/84799NED`, ...words),
        await run('import', 'cbs', `${folder}cbs/84799NED/TypedDataSet_NL.csv.gz`, ...words),
        await run('import', 'rivm', folder + expected.rivm50090.file, '--publish'),
        await run('import', 'cbs', `${folder}cbs/85984NED`, ...words),
      ];
      for (const { text } of again)
        expect(text).toContain('nothing changed: the same content is live');
    });
  });
});
