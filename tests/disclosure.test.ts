// The decisions of disclosure control: when the ground moves, which cells are shown, how own counts are protected.
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../server/db/client.ts';
import { protectCount, suppressBeside } from '../server/privacy/own-counts.ts';
import { groundMoments, lastReleasedDay, monthStart } from '../server/privacy/releases.ts';
import { importTown } from './attack/campaign.ts';
import { type IntervalInput, intervalOfCare } from './attack/care.ts';
import { spy } from './attack/spy.ts';
import { makeTown, now } from './attack/town.ts';
import { runner, testFolder } from './fixtures/run.ts';
import { chance, integer, randomFrom } from './simulation/random.ts';
import { askOn, bram, esra, ilse, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { linesAbout, makePlaces, publishNote, refusalOf, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

describe('when the ground moves', () => {
  const at = new Date('2026-03-15T10:00:00Z');

  test('a month begins at midnight in the Netherlands, in winter and in summer', () => {
    expect(monthStart(at).toISOString()).toBe('2026-02-28T23:00:00.000Z');
    expect(monthStart(new Date('2026-07-31T21:59:59Z')).toISOString()).toBe(
      '2026-06-30T22:00:00.000Z',
    );
    expect(monthStart(new Date('2026-07-31T22:00:00Z')).toISOString()).toBe(
      '2026-07-31T22:00:00.000Z',
    );
    expect(lastReleasedDay(monthStart(at))).toBe('2026-02-28');
  });

  test('for outsiders every past day of a month is the same moment; for a reviewer each is its own', () => {
    const days = [1, 9, 14].map((day) => new Date(Date.UTC(2026, 2, day, 23, 59, 59, 999)));
    const moments = days.map((day) => groundMoments(false, day, at));
    expect(
      new Set(moments.map((one) => `${one.at.toISOString()} ${one.released.toISOString()}`)).size,
    ).toBe(1);
    expect(groundMoments(true, days[1] ?? at, at).at).toEqual(days[1]);
    expect(groundMoments(false, at, at)).toEqual({ at, released: monthStart(at) });
  });
});

describe('own counts', () => {
  const secret = 'x'.repeat(32);
  const cell = (placeCode: string) => ({
    ...{ indicatorCode: 'care', placeCode, editionYear: 2025, period: '2025', breakdown: '' },
  });

  test('are rounded to fives, each cell the same each time; care counts of 0 to 7 are secret', () => {
    for (let count = 0; count <= 60; count += 1) {
      const own = protectCount('OWN_COUNT', count, cell('WK900101'), secret) ?? Number.NaN;
      expect(own % 5).toBe(0);
      expect(Math.abs(own - count)).toBeLessThanOrEqual(4);
      expect(protectCount('OWN_COUNT', count, cell('WK900101'), secret)).toBe(own);
      const care = protectCount('OWN_CARE_COUNT', count, cell('WK900101'), secret);
      expect(care === null).toBe(count <= 7);
      // A 5 would be an 8 or a 9.
      if (care !== null) expect(care).toBeGreaterThanOrEqual(10);
    }
    expect(protectCount('OWN_COUNT', 2.5, cell('WK900101'), secret)).toBeUndefined();
  });

  test('with their totals leave every secret count anywhere from 0 to 7', () => {
    const random = randomFrom(5, 'care tables');
    let [secrets, beside] = [0, 0];
    for (let table = 0; table < 40; table += 1) {
      const counts = Array.from({ length: integer(random, 1, 3) }, (_, at) => ({
        code: `WK90010${at + 1}`,
        count: chance(random, 0.5) ? integer(random, 0, 7) : integer(random, 8, 40),
      }));
      const sum = counts.reduce((all, { count }) => all + count, 0);
      const shown = (code: string, count: number) =>
        protectCount('OWN_CARE_COUNT', count, cell(code), `${secret}${table}`) ?? null;
      const cells = [
        { code: 'GM9001', parent: null, shown: shown('GM9001', sum) },
        ...counts.map(({ code, count }) => ({ code, parent: 'GM9001', shown: shown(code, count) })),
      ];
      const hidden = suppressBeside(cells);
      beside += hidden.size;
      const told: IntervalInput[] = cells.map((one) => ({
        ...one,
        shown: hidden.has(one.code) ? null : one.shown,
      }));
      for (const { code, count } of counts) {
        if (count > 7) continue;
        secrets += 1;
        const { low, high } = intervalOfCare(told, 'GM9001', code) ?? { low: 1, high: 0 };
        expect(low, JSON.stringify(told)).toBe(0);
        expect(high, JSON.stringify(told)).toBeGreaterThanOrEqual(7);
      }
    }
    expect(secrets).toBeGreaterThan(20);
    expect(beside).toBeGreaterThan(0);
  });

  test('are nowhere as they came: not in figures, files or checksums, and the secret is made once', async () => {
    const database = await testDatabase();
    const run = runner(database);
    const files = testFolder();
    await makePlaces(database);
    const indicator = (key: string, changes: object) => ({
      ...{ key, title: key, unit: 'aantal', measureKind: 'COUNT', direction: 'NEUTRAL' },
      ...{ theme: 'INFORMAL_CARE', publisher: 'Gemeente', ...changes },
    });
    const definitions = [
      indicator('own-count', { smallCounts: 'OWN_COUNT' }),
      indicator('own-care', { smallCounts: 'OWN_CARE_COUNT', measureKind: 'PER_1000' }),
    ];
    await run('import', 'indicators', files.write('i.json', JSON.stringify(definitions)));
    const lines = [
      'indicator,place,year,period,value,state,lower,upper,denominator',
      'own-count,WK900101,2025,2025,13,,11,15,',
      'own-care,WK900101,2025,2025,6,,,,1000',
      'own-care,WK900102,2025,2025,43,,,,1000',
    ];
    const path = files.write('f.csv', lines.join('\n'));
    const first = await run('import', 'figures', path, '--source', 'gemeente', '--publish');
    expect(first.isRefused).toBe(false);
    await run('import', 'figures', path, '--source', 'gemeente', '--publish');
    const ask = askOn(database);
    const map = async (key: string) =>
      (
        await ask<{ indicatorMap: { figure: Record<string, unknown> }[] }>(
          nobody,
          `{ indicatorMap(indicator: "${key}", within: "GM9001", level: WIJK) {
            figure { value state stateReason lower upper source { checksum } } } }`,
        )
      ).data.indicatorMap.map(({ figure }) => figure);
    const [count] = await map('own-count');
    expect([10, 15]).toContain(count?.value);
    expect(count).toMatchObject({ lower: null, upper: null, source: { checksum: null } });
    const [hidden, rate] = await map('own-care');
    expect(hidden).toMatchObject({ value: null, state: 'SUPPRESSED', stateReason: 'OWN_PRIMARY' });
    expect([40, 45]).toContain(rate?.value);
    const [kept] = await rowsOf<{ keys: number; files: number; editions: number }>(
      database.db,
      sql`select (select count(*)::int from rounding_keys) as keys,
        (select count(*)::int from source_files where name = 'f.csv') as files,
        (select count(*)::int from editions) as editions`,
    );
    expect(kept).toEqual({ keys: 1, files: 0, editions: 1 });
  });
});

test('which notes are listed and which signals are shown is one decision, in SQL and in memory', async () => {
  const database = await testDatabase();
  const ask = askOn(database, () => now);
  let [shown, hidden] = [0, 0];
  for (const seed of [21]) {
    const town = { ...makeTown(seed), days: [] };
    await importTown(database, town, 1);
    const { wijken, listed } = await spy(ask, 'demo:ANALYST:GM9300', town);
    for (const { wijk, cells } of wijken.filter((one) => one.day === 'now')) {
      for (const { theme, display } of cells) {
        expect((listed.get(`${wijk} ${theme}`) ?? 0) > 0).toBe(display === 'SHOWN');
        if (display === 'SHOWN') shown += 1;
        if (display === 'TOO_FEW') hidden += 1;
      }
    }
  }
  expect(shown).toBeGreaterThan(1);
  expect(hidden).toBeGreaterThan(5);
});

describe('sensitive figures', async () => {
  const database = await testDatabase();
  const ask = askOn(database, () => today);
  await makePlaces(database);
  await makeEdition(database, {
    year: 2024,
    figures: { origin: perWijk(11, 22, 33) },
    indicators: { origin: { theme: 'PARTICIPATION', sensitive: true } },
  });
  const read = (as: string | null, purpose: string, code = 'WK900102') =>
    ask<{ sensitiveFigures: { indicator: { key: string }; series: { value: number }[] }[] }>(
      as,
      `query ($code: WijkCode!, $purpose: String!) {
        sensitiveFigures(code: $code, purpose: $purpose) { indicator { key } series { value } } }`,
      { code, purpose },
    );
  const purpose = 'Bereik van de taalhuizen vergelijken.';

  test('are read for a purpose, and the reading is kept with it', async () => {
    const { data } = await read(bram, purpose);
    expect(data.sensitiveFigures).toEqual([
      { indicator: { key: 'origin' }, series: [{ value: 22 }] },
    ]);
    expect(await linesAbout(database, 'WK900102')).toMatchObject([
      { event: 'SENSITIVE_READ', role: 'ANALYST', details: { purpose, indicators: ['origin'] } },
    ]);
  });

  test('are refused without a purpose, with a name in it, elsewhere and to others', async () => {
    const wrong = { code: 'BAD_USER_INPUT', field: 'purpose' };
    expect(refusalOf(await read(bram, ' '))).toEqual(wrong);
    expect(refusalOf(await read(bram, 'Voor mevrouw De Vries aan de balie.'))).toEqual(wrong);
    for (const as of [noor, ilse, otto, 'demo:COUNCIL:GM9001']) {
      expect(refusalOf(await read(as, purpose)).code).toBe('FORBIDDEN');
    }
    expect(refusalOf(await read(nobody, purpose)).code).toBe('UNAUTHENTICATED');
  });

  test('are in no profile, list or map', async () => {
    const { data } = await ask(
      esra,
      `{ indicators(search: "origin") { edges { node { key } } }
        wijkProfile(code: "WK900102") { context { indicator { key } } themes { figures { indicator { key } } } } }`,
    );
    expect(JSON.stringify(data)).not.toContain('origin');
  });
});

test('a first note is told to outsiders when the month has ended, a shown signal at once', async () => {
  const database = await testDatabase();
  await makePlaces(database);
  await makeEdition(database, { year: 2024, figures: { population: perWijk(1000, 1000) } });
  let clock = new Date('2026-03-10T10:00:00Z');
  const ask = askOn(database, () => clock);
  const display = async (as: string | null, asOf?: string) =>
    (
      await ask<{ wijkProfile: { themes: { signal: { display: string } }[] } }>(
        as,
        `query ($asOf: Date) { wijkProfile(code: "WK900101", asOf: $asOf) { themes { signal { display } } } }`,
        { asOf },
      )
    ).data.wijkProfile.themes
      .map(({ signal }) => signal.display)
      .find((one) => one === 'TOO_FEW' || one === 'SHOWN');
  await publishNote(ask, noor, esra, { observationText: 'Het plein is leeg.' });
  expect(await display(nobody)).toBeUndefined();
  expect(await display(esra)).toBe('TOO_FEW');
  clock = new Date('2026-04-03T10:00:00Z');
  expect(await display(nobody)).toBe('TOO_FEW');
  expect(await display(nobody, '2026-03-31')).toBe('TOO_FEW');
  for (const day of ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-30']) {
    expect(await display(nobody, day)).toBeUndefined();
  }
  const joris = 'demo:OBSERVER:GM9001:schuldhulp:DEBT_COUNSELLOR';
  for (const text of ['Bewoners missen de winkel.', 'De bus rijdt te weinig.']) {
    await publishNote(ask, joris, esra, { observationText: text });
  }
  expect(await display(nobody)).toBe('SHOWN');
});
