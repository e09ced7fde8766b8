import { beforeAll, expect, test } from 'vitest';
import { askOn, bram, esra, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const database = await testDatabase();
const ask = askOn(database, () => today);

interface Answered {
  earlyWarnings: {
    warnings: { theme: string; places: { placeCode: string }[]; ratio: number; since: string }[];
    refusedThemes: string[];
  };
}

const query = `{ earlyWarnings(within: "GM9001") {
  warnings { theme since ratio places { placeCode name } } refusedThemes falseAlertsPerHundredWijkMonths nullModel } }`;

/** Published concerns on housing: so many organisations in a wijk in the month so long ago. */
async function notes(placeCode: string, monthsAgo: number, organisations: number): Promise<void> {
  await database.pool.query(
    `insert into field_notes (gemeente_code, id, place_code, edition_year, theme, kind, severity,
        scale_band, scale_unit, frequency, trend, observed_from, observed_to, recorded_at, organisation_key,
        profession, regime, no_person_confirmed, status, publication_level, received_at, published_at, valid_until)
      select 'GM9001', gen_random_uuid(), $1, 2025, 'HOUSING', 'PROBLEM', 'WORRYING',
        'UNKNOWN', 'PERSONS', 'UNKNOWN', 'UNKNOWN', day, day, day, 'organisatie-' || n, 'CARETAKER', 'NONE', true,
        'PUBLISHED', 'CIRCLE', day, day, day + interval '18 months'
      from generate_series(1, $3::int) n,
        lateral (select $4::timestamptz - $2::int * interval '1 month' as day) d`,
    [placeCode, monthsAgo, organisations, today.toISOString()],
  );
}

beforeAll(async () => {
  await makePlaces(database);
  const thousand = Array.from({ length: 12 }, () => 1000);
  await makeEdition(database, { year: 2024, figures: { population: perWijk(...thousand) } });
  for (let monthsAgo = 24; monthsAgo >= 0; monthsAgo -= 1) {
    for (let wijk = 1; wijk <= 12; wijk += 1) {
      const isRising = wijk === 1 && monthsAgo <= 3;
      await notes(`WK9001${String(wijk).padStart(2, '0')}`, monthsAgo, isRising ? 9 : 2);
    }
  }
});

test('a wijk in which four times as many organisations report is warned of, and no other', async () => {
  const { data, errors } = await ask<Answered>(bram, query);
  expect(errors).toBeUndefined();
  const { warnings, refusedThemes } = data.earlyWarnings;
  expect(warnings.map((warning) => warning.theme)).toEqual(['HOUSING']);
  expect(warnings[0]?.places.map((place) => place.placeCode)).toEqual(['WK900101']);
  expect(warnings[0]?.ratio).toBeGreaterThan(1.5);
  expect(refusedThemes).toContain('MEANING');
});

test('outside the reviewing role a warning rests on signals that may be shown only', async () => {
  // Nine organisations at once, in a wijk of which nobody knows the inhabitants.
  await database.pool.query(
    `update figure_rows set states = repeat('M', length(states)), "values" = array_fill(null::float8, array[cardinality("values")])
     where place_code = 'WK900101'`,
  );
  const warned = async (as: string) =>
    (await ask<Answered>(as, query)).data.earlyWarnings.warnings.length;
  expect([await warned(bram), await warned(esra)]).toEqual([0, 1]);
  await database.pool.query(
    `update figure_rows set states = repeat('O', length(states)), "values" = array_fill(1000::float8, array[cardinality("values")])
     where place_code = 'WK900101'`,
  );
});

test('warnings are for reviewers, analysts and policy advisers of the gemeente', async () => {
  for (const as of [noor, otto, 'demo:COUNCIL:GM9001']) {
    expect((await ask(as, query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect((await ask(nobody, query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a digest gives changes and warnings in one answer', async () => {
  const answer = await ask<{
    digest: { changes: unknown[]; earlyWarnings: { warnings: unknown[] } };
  }>(
    bram,
    '{ digest(within: "GM9001", since: "2026-01-01") { changes { kind } earlyWarnings { warnings { theme } } } }',
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data.digest.earlyWarnings.warnings.length).toBe(1);
});
