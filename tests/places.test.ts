// Places over the years (domain chapter 3): what joins, what is linked, what stays apart, in whatever order it arrives.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../server/db/client.ts';
import { placeLinks, places } from '../server/db/tables.ts';
import { checkPlaceCode, tidyPlaceCode } from '../server/places/codes.ts';
import { recordDivision } from '../server/places/division.ts';
import { findPlace, getPlace, latestDivision, listPlaces } from '../server/places/find.ts';
import { findPlaceHistory } from '../server/places/history.ts';
import { isSameName, sortNameOf } from '../server/places/names.ts';
import {
  type DivisionRow,
  decideDivision,
  type NewLink,
  type WorkingSpan,
} from '../server/places/spans.ts';
import { testDatabase } from './support/database.ts';

test('codes are checked with letters in them, and padding is not a code', () => {
  expect(
    ['NL00', 'NL01', 'GM0518', 'WK0363AA', 'WK051829', 'BU0363AA01'].map(checkPlaceCode),
  ).toEqual(['COUNTRY', 'COUNTRY', 'GEMEENTE', 'WIJK', 'WIJK', 'BUURT']);
  expect(['GM05181', 'WK0363aa', 'WKAA6301', 'GM0518 ', 'GG0123', ''].map(checkPlaceCode)).toEqual(
    Array(6).fill(undefined),
  );
  expect(tidyPlaceCode('NL01      ')).toBe('NL00');
});

test('names are the same by the rule of chapter 3', () => {
  expect(isSameName('Wijk 01 Oostduinen', 'oostduinen ')).toBe(true);
  expect(isSameName('Sweelinckplein en omgeving', 'Sweelinckplein e.o.')).toBe(true);
  expect(
    isSameName('Wijk 06 Van Stolkpark en Scheveningse Bo', 'Van Stolkpark en Scheveningse Bosjes'),
  ).toBe(true);
  expect(
    isSameName(
      'Het hele lange plein aan de rivier en om',
      'Het hele lange plein aan de rivier e.o.',
    ),
  ).toBe(true);
  expect(isSameName('Bouwlust en Vrederust', 'Bouwlust')).toBe(false);
  expect(isSameName('Dorp', 'Dorp Noord')).toBe(false);
});

test('the name to sort by has no apostrophe, no accents and no wijk number', () => {
  expect(["'s-Gravenhage", "'t Zand", 'Wijk 00 Énschede', 'Wijkaanzee'].map(sortNameOf)).toEqual([
    'gravenhage',
    't zand',
    'enschede',
    'wijkaanzee',
  ]);
});

const wijk = (code: string, name: string, changeCode: number | null = 1): DivisionRow => ({
  code,
  level: 'WIJK',
  name,
  changeCode,
});

/** Applies divisions in the order given; spans and links as short texts. */
function divide(...divisions: (readonly [year: number, ...rows: DivisionRow[]])[]) {
  let spans: WorkingSpan[] = [];
  let links: NewLink[] = [];
  const warnings: string[] = [];
  for (const [year, ...rows] of divisions) {
    const decision = decideDivision(spans, year, rows);
    const replaced = new Map(
      decision.updated.map((u) => [`${u.span.code} ${u.storedFirstYear}`, u.span]),
    );
    spans = [
      ...spans.map((s) => replaced.get(`${s.code} ${s.firstYear}`) ?? s),
      ...decision.inserted,
    ];
    for (const { code, oldFirstYear, newFirstYear, onlyOutgoing } of decision.moved) {
      const moves = (at: string, year: number) => at === code && year === oldFirstYear;
      links = links.map((l) => ({
        ...l,
        fromYear: moves(l.fromCode, l.fromYear) ? newFirstYear : l.fromYear,
        toYear: moves(l.toCode, l.toYear) && !onlyOutgoing ? newFirstYear : l.toYear,
      }));
    }
    links.push(...decision.links);
    warnings.push(...decision.warnings);
  }
  return {
    spans: spans.map((s) => `${s.code} ${s.firstYear}-${s.lastYear} ${s.name}`).sort(),
    links: Object.fromEntries(
      links.map((l) => [`${l.fromCode} ${l.fromYear} > ${l.toCode} ${l.toYear}`, l.kind]),
    ),
    warnings,
  };
}

describe('joining division years', () => {
  test('an unchanged place is one span, also over a gap of years', () => {
    const { spans, warnings } = divide(
      [2020, wijk('WK900101', 'Dorp')],
      [2024, wijk('WK900101', 'Wijk 01 Dorp')],
    );
    expect(spans).toEqual(['WK900101 2020-2024 Dorp']);
    expect(warnings).toEqual([]);
  });

  test('years may arrive in any order', () => {
    const rows = (name: string, change = 1) => wijk('WK900101', name, change);
    const years = [
      [2020, rows('Dorp')],
      [2021, rows('Dorp')],
      [2022, rows('Kern')],
      [2023, rows('Kern', 3)],
    ] as const;
    const [a, b, c, d] = years;
    const expected = divide(a, b, c, d);
    expect(expected.spans).toEqual([
      'WK900101 2020-2021 Dorp',
      'WK900101 2022-2022 Kern',
      'WK900101 2023-2023 Kern',
    ]);
    expect(expected.links).toEqual({
      'WK900101 2020 > WK900101 2022': 'RENAMED',
      'WK900101 2022 > WK900101 2023': 'CHANGED',
    });
    for (const order of [
      [d, c, b, a],
      [b, d, a, c],
      [c, a, d, b],
    ]) {
      const { spans, links } = divide(...order);
      expect({ spans, links }).toEqual({ spans: expected.spans, links: expected.links });
    }
  });

  test('a rename is linked only when CBS says the area is the same and no year is missing', () => {
    expect(
      divide([2020, wijk('WK900101', 'Dorp')], [2021, wijk('WK900101', 'Kern')]).links,
    ).toEqual({
      'WK900101 2020 > WK900101 2021': 'RENAMED',
    });
    const gap = divide([2020, wijk('WK900101', 'Dorp')], [2022, wijk('WK900101', 'Kern')]);
    expect(gap.links).toEqual({});
    expect(gap.warnings).toEqual([expect.stringContaining('WK900101 was "Dorp" in 2020')]);
  });

  test('a re-used code without a word of CBS is not joined', () => {
    const { spans, links, warnings } = divide(
      [2020, wijk('WK900101', 'Dorp', null)],
      [2021, wijk('WK900101', 'Bedrijvenpark', null)],
    );
    expect(spans).toHaveLength(2);
    expect(links).toEqual({});
    expect(warnings).toHaveLength(1);
  });

  test('a border change starts a new span under the same name', () => {
    const { spans, links } = divide(
      [2020, wijk('WK900101', 'Dorp')],
      [2021, wijk('WK900101', 'Dorp', 3)],
    );
    expect(spans).toEqual(['WK900101 2020-2020 Dorp', 'WK900101 2021-2021 Dorp']);
    expect(links).toEqual({ 'WK900101 2020 > WK900101 2021': 'CHANGED' });
  });

  test('a border change that arrives later splits the span it lies in', () => {
    const { spans, links } = divide(
      [2020, wijk('WK900101', 'Dorp')],
      [2023, wijk('WK900101', 'Dorp')],
      [2022, wijk('WK900101', 'Dorp', 3)],
    );
    expect(spans).toEqual(['WK900101 2020-2021 Dorp', 'WK900101 2022-2023 Dorp']);
    expect(links).toEqual({ 'WK900101 2020 > WK900101 2022': 'CHANGED' });
  });

  test('a new code finds the old one by name, letters included', () => {
    const { links, warnings } = divide(
      [2022, wijk('WK900101', 'Wijk 01 Haven'), wijk('WK900102', 'Dorp')],
      [2023, wijk('WK9001AA', 'Wijk AA Haven', 2), wijk('WK900102', 'Dorp')],
    );
    expect(links).toEqual({ 'WK900101 2022 > WK9001AA 2023': 'RECODED' });
    expect(warnings).toEqual([]);
  });

  test('two candidates for an old code make no link but a warning', () => {
    const { links, warnings } = divide(
      [2022, wijk('WK900101', 'Haven'), wijk('WK900102', 'Haven')],
      [2023, wijk('WK900103', 'Haven', 2)],
    );
    expect(links).toEqual({});
    expect(warnings).toEqual([expect.stringContaining('WK900103 "Haven" has a new code in 2023')]);
  });

  test('a code that is swapped to another area follows the area', () => {
    const { spans, links } = divide(
      [2022, wijk('WK900101', 'Haven'), wijk('WK900102', 'Dorp')],
      [2023, wijk('WK900101', 'Dorp', 2), wijk('WK900102', 'Haven', 2)],
    );
    expect(spans).toHaveLength(4);
    expect(links).toEqual({
      'WK900102 2022 > WK900101 2023': 'RECODED',
      'WK900101 2022 > WK900102 2023': 'RECODED',
    });
  });

  test('the same division twice changes nothing', () => {
    const rows = [wijk('WK900101', 'Dorp'), wijk('WK900102', 'Kern', 3)];
    const once = divide([2020, ...rows]);
    expect(divide([2020, ...rows], [2020, ...rows])).toEqual(once);
  });

  test('a name that was cut off gives way to the whole one', () => {
    const cut = 'Wijk 06 Van Stolkpark en Scheveningse Bo';
    const { spans } = divide([2020, wijk('WK900106', cut)], [2021, wijk('WK900106', `${cut}sjes`)]);
    expect(spans).toEqual([`WK900106 2020-2021 ${cut}sjes`]);
  });
});

describe('looking places up', () => {
  let database: Database;

  beforeAll(async () => {
    database = await testDatabase();
    const gemeente: DivisionRow = { code: 'GM9001', level: 'GEMEENTE', name: "'s-Proefstad" };
    const record = (year: number, ...rows: DivisionRow[]) =>
      database.db.transaction((tx) =>
        recordDivision(tx, { year, rows: [gemeente, ...rows], isPublished: true }),
      );
    await record(2020, wijk('WK900101', 'Dorp'), wijk('WK900112', 'Oude wijk'));
    await record(2021, wijk('WK900101', 'Kern'), wijk('WK900112', 'Oude wijk'));
    await record(2022, wijk('WK9001AA', 'Kern', 2), wijk('WK900112', 'Oude wijk'));
    await record(2024, wijk('WK9001AA', 'Kern', 3), wijk('WK900115', 'Álmenveld', null));
    await database.db.transaction((tx) =>
      recordDivision(tx, { year: 2025, rows: [wijk('WK900199', 'Later')], isPublished: false }),
    );
  });

  test('a place is found in a year, and without one in its newest division', async () => {
    expect(await findPlace(database.readDb, 'WK900101', 2020)).toMatchObject({
      name: 'Dorp',
      year: 2020,
    });
    expect(await findPlace(database.readDb, 'WK900101')).toMatchObject({
      name: 'Kern',
      year: 2021,
    });
    expect(await findPlace(database.readDb, 'WK900101', 2024)).toBeUndefined();
    expect(await findPlace(database.readDb, 'geen code')).toBeUndefined();
  });

  test('a refusal says in which years the place existed', async () => {
    await expect(getPlace(database.readDb, 'WK900112', 2024)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message:
        'WK900112 existed in 2020-2022, not in 2024; the current division of GM9001 is 2024.',
    });
    await expect(getPlace(database.readDb, 'WK900177')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(getPlace(database.readDb, 'wijk 1')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  test('what is not published yet does not exist for readers', async () => {
    expect(await findPlace(database.readDb, 'WK900199')).toBeUndefined();
    expect(await latestDivision(database.readDb, 'GM9001')).toBe(2024);
    expect(await latestDivision(database.readDb, 'GM9001', 2023)).toBe(2022);
    expect(await latestDivision(database.readDb, 'GM9999')).toBeUndefined();
  });

  test('places are listed by sort name, searched without accents, and paged', async () => {
    const names = async (query: Parameters<typeof listPlaces>[1]) =>
      (await listPlaces(database.readDb, query)).places.map((place) => place.name);
    expect(await names({ within: 'GM9001' })).toEqual(['Álmenveld', 'Kern', "'s-Proefstad"]);
    expect(await names({ within: 'GM9001', level: 'WIJK', year: 2020 })).toEqual([
      'Dorp',
      'Oude wijk',
    ]);
    expect(await names({ search: 'almen' })).toEqual(['Álmenveld']);
    expect(await names({ search: "'s-proef" })).toEqual(["'s-Proefstad"]);
    expect(await names({ search: 'WK9001a' })).toEqual(['Kern']);
    expect(await names({ search: '100%' })).toEqual([]);
    const page = await listPlaces(database.readDb, { within: 'GM9001', first: 2 });
    expect(page.hasMore).toBe(true);
    const after = page.places[1];
    expect(after && (await names({ within: 'GM9001', after }))).toEqual(["'s-Proefstad"]);
  });

  test('the history follows renames and recodes and stops at a border change', async () => {
    const history = await findPlaceHistory(database.readDb, 'WK900101', 2020);
    expect(history?.spans.map((s) => [s.code, s.firstYear, s.lastYear])).toEqual([
      ['WK900101', 2020, 2020],
      ['WK900101', 2021, 2021],
      ['WK9001AA', 2022, 2022],
    ]);
    expect(history?.brokenBefore).toBeNull();
    expect(history?.brokenAfter).toEqual({ year: 2024, kind: 'UNLINKED' });
    const later = await findPlaceHistory(database.readDb, 'WK9001AA', 2024);
    expect(later?.spans).toHaveLength(1);
    expect(later?.brokenBefore).toEqual({ year: 2024, kind: 'UNLINKED' });
    expect(await findPlaceHistory(database.readDb, 'WK900177', 2024)).toBeUndefined();
  });

  test('an explicit border change is the break that is named', async () => {
    await database.db.insert(placeLinks).values({
      fromCode: 'WK9001AA',
      fromYear: 2022,
      toCode: 'WK9001AA',
      toYear: 2024,
      kind: 'CHANGED',
    });
    const history = await findPlaceHistory(database.readDb, 'WK9001AA', 2022);
    expect(history?.spans).toHaveLength(3);
    expect(history?.brokenAfter).toEqual({ year: 2024, kind: 'CHANGED' });
  });

  test('the database refuses a code that is none', async () => {
    const row = {
      firstYear: 2020,
      lastYear: 2020,
      level: 'WIJK',
      name: 'x',
      sortName: 'x',
    } as const;
    await expect(
      database.db
        .insert(places)
        .values({ ...row, code: 'WK90', gemeenteCode: 'GM9001', wijkCode: 'WK90' }),
    ).rejects.toThrow();
  });
});
