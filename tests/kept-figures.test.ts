// What a process keeps of figures is never older than what is live: maps, and the rows of gemeente and country.
import { beforeAll, expect, test } from 'vitest';
import { divisions, places } from '../server/db/tables.ts';
import { rollbackEdition } from '../server/monitors/publishing.ts';
import { askOn, nobody } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const database = await testDatabase();
const ask = askOn(database, () => today);

const publish = (gemeente: number, country: number, wijk: number, day: string) =>
  makeEdition(database, {
    ...{ year: 2024, table: 'kept', now: new Date(`2026-01-${day}T00:00:00Z`) },
    figures: { loneliness: { GM9001: gemeente, NL00: country, ...perWijk(wijk, wijk + 1) } },
  });

interface Answer {
  readonly indicatorMap: readonly { placeCode: string; figure: { value: number | null } }[];
  readonly wijkProfile: {
    readonly themes: readonly {
      readonly figures: readonly {
        readonly benchmark: Record<'gemeente' | 'country', { value: number }>;
        readonly gemeenteSeries: readonly { value: number }[];
      }[];
    }[];
  };
}

/** Map, gemeente, country and series, asked twice: the second time of what is kept. */
async function seen(asOf: string | null = null) {
  const query = `query ($asOf: Date) {
    indicatorMap(indicator: "loneliness", within: "NL00", level: WIJK) { placeCode figure { value } }
    wijkProfile(code: "WK900101", asOf: $asOf) { themes { figures {
      benchmark { gemeente { value } country { value } } gemeenteSeries { value } } } } }`;
  await ask(nobody, query, { asOf });
  const { data } = await ask<Answer>(nobody, query, { asOf });
  const [figure] = data.wijkProfile.themes.flatMap(({ figures }) => figures);
  return {
    map: data.indicatorMap.slice(0, 2).map((one) => one.figure.value),
    gemeente: figure?.benchmark.gemeente.value,
    country: figure?.benchmark.country.value,
    series: figure?.gemeenteSeries.map(({ value }) => value),
  };
}

beforeAll(async () => {
  await makePlaces(database);
  await database.db.insert(divisions).values({ gemeenteCode: 'NL00', year: 2024 });
  await database.db.insert(places).values({
    ...{ code: 'NL00', name: 'Nederland', sortName: 'nederland', gemeenteCode: 'NL00' },
    ...{ level: 'COUNTRY', firstYear: 2024, lastYear: 2025 },
  });
});

const first = { map: [30, 31], gemeente: 40, country: 45, series: [40] };
const second = { map: [50, 51], gemeente: 60, country: 65, series: [60] };

test('an edition shows at once, gives way when it is taken back, and is seen as of its days', async () => {
  await publish(40, 45, 30, '02');
  expect(await seen()).toEqual(first);
  const later = await publish(60, 65, 50, '10');
  expect(await seen()).toEqual(second);
  expect(await seen('2026-01-05')).toEqual({ ...first, map: second.map });
  expect(await seen()).toEqual(second);
  await rollbackEdition(database.db, later, new Date('2026-01-12T00:00:00Z'));
  expect(await seen()).toEqual(first);
});
