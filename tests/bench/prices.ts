// `npm run bench -- prices`: the median time of each dear operation inside one process on PostgreSQL (a gemeente of
// 44 wijken, 10 years x 110 indicators, 3,000 notes), beside its price: what server/limits/prices.ts rests on.
import { parse } from 'graphql';
import pino from 'pino';
import { schema } from '../../schema/index.ts';
import { createApp } from '../../server/app.ts';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { generate, oneGemeente } from './generate.ts';
import { profileQuery } from './servers.ts';

const operations = {
  'nothing (themes)': '{ themes { code } }',
  'place by code': '{ place(code: "WK100022") { code name } }',
  '100 places': '{ places(within: "GM1000", first: 100) { edges { node { code name } } } }',
  '100 indicators': '{ indicators(first: 100) { edges { node { key title } } } }',
  'map of wijken':
    '{ indicatorMap(within: "GM1000", level: WIJK, indicator: "bench-2") { name figure { value } } }',
  'profile, one theme label': '{ wijkProfile(code: "WK100022") { themes { theme { label } } } }',
  'profile as on the page': profileQuery.replace(
    '$code: WijkCode!',
    '$code: WijkCode = "WK100022"',
  ),
  'grid of all wijken': '{ concordanceGrid(within: "GM1000") { placeCode theme outcome } }',
  '25 signals': '{ signals(within: "GM1000") { edges { node { display voices } } } }',
  'changes of signals': '{ signalChanges(within: "GM1000", since: "2026-01-01") { kind } }',
  'blind spots': '{ blindSpots(within: "GM1000") { wijken { name } } }',
  'early warnings': '{ earlyWarnings(within: "GM1000") { warnings { theme } } }',
  digest: '{ digest(within: "GM1000", since: "2026-01-01") { changes { kind } } }',
  statistics: '{ followUpStatistics(within: "GM1000") { __typename } }',
  '25 notes': '{ fieldNotes(first: 25) { edges { node { id theme } } } }',
  '100 notes': '{ fieldNotes(first: 100) { edges { node { id theme observationText } } } }',
  'groups by wijk and kind':
    '{ noteGroups(within: "GM1000", by: [WIJK, KIND], filter: { profession: GP }) { groups { kind voices } } }',
  'search, signed in': '{ search(text: "huur en schulden") { edges { node { kind code } } } }',
  'review queue': '{ reviewQueue(within: "GM1000") { edges { node { id } } } }',
  screening:
    '{ screenText(text: "Ik zie dat bewoners minder buiten komen dan vorig jaar.") { findings { type } } }',
  sources: '{ sources { table } }',
  introspection:
    '{ __schema { types { name description fields { name description args { name type { name ofType { name } } } type { name ofType { name ofType { name } } } } } } }',
} as const;

/** Runs each operation for about a second on an empty PostgreSQL database. */
export async function benchPrices(databaseUrl: string): Promise<string[]> {
  const database = await openDatabase({ url: databaseUrl, folder: '' });
  await migrateDatabase(database.pool);
  await generate(database, oneGemeente);
  const { yoga } = createApp({
    schema,
    database,
    log: pino({ level: 'silent' }),
    demoTokens: true,
  });
  const lines: string[] = [];
  for (const [name, query] of Object.entries(operations)) {
    parse(query);
    const times: number[] = [];
    let body: { errors?: { message: string }[]; extensions?: { cost?: { requested: number } } } =
      {};
    const endsAt = performance.now() + 1500;
    while (times.length < 8 || performance.now() < endsAt) {
      const began = performance.now();
      const response = await yoga.fetch('http://wijkbeeld.bench/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer demo:${name === 'review queue' ? 'REVIEWER' : 'ANALYST'}:GM1000:gemeente`,
        },
        body: JSON.stringify({ query }),
      });
      body = await response.json();
      times.push(performance.now() - began);
    }
    if (body.errors) throw new Error(`${name}: ${body.errors[0]?.message}`);
    times.sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)] ?? 0;
    const cost = String(body.extensions?.cost?.requested ?? '-').padStart(5);
    lines.push(`${name.padEnd(26)} ${median.toFixed(1).padStart(7)} ms   price ${cost}`);
  }
  await database.close();
  return lines;
}
