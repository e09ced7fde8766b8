// `npm run bench -- --national [--scale 0.05]`: the country, generated (generate.ts), beside one gemeente on the same
// server: a profile beside the floor and PostGraphile, the map of all 3,340 wijken, what row-level security costs, and how
// long storing takes. With a smaller scale the map is of a country of one year: it always has all wijken.
import pg from 'pg';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { appRole } from '../../server/db/row-level-security.ts';
import {
  generate,
  generateFloor,
  nationalSize,
  oneGemeente,
  type Size,
  wijkenOf,
} from './generate.ts';
import { describeLoad, inTurn, type Load, measure, measureInTurn, ratio } from './measure.ts';
import {
  besideNode,
  hindranceOfPostgraphile,
  postgraphileBody,
  startOwnBeside,
  startPostgraphile,
} from './postgraphile.ts';
import {
  ask,
  openAgent,
  profileQuery,
  type Running,
  signedIn,
  startChild,
  startServer,
  unlimited,
} from './servers.ts';

const mapQuery = `query Map($indicator: String!) {
  indicatorMap(indicator: $indicator, within: "NL00", level: WIJK, period: 2024) {
    placeCode figure { value state } } }`;

/** Indicators whose map is asked once, before it is kept. */
const newMaps = Array.from({ length: 40 }, (_, nth) => ({ indicator: `bench-${nth + 5}` }));

interface Filled {
  readonly url: string;
  /** Of the wijken that a load asks in turn. */
  readonly codes: readonly string[];
  readonly lines: readonly string[];
}

/** A database of its own on the server, filled through staging and publishing. */
async function fill(serverUrl: string, name: string, size: Size): Promise<Filled> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href, folder: '' });
  await migrateDatabase(database.pool);
  const startedAt = performance.now();
  const hash = await generate(database, size, (year) =>
    process.stderr.write(`  ${name} ${year}\n`),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  await generateFloor(database);
  const { rows } = await database.pool.query<Record<string, string>>(
    `select (select count(*) from figure_rows r join editions e on e.id = r.edition_id and e.division_year = 2024) as places,
      (select count(*) from bench_values) as figures, (select count(*) from field_notes) as notes,
      pg_size_pretty(pg_total_relation_size('figure_rows')) as packed,
      pg_size_pretty(pg_total_relation_size('bench_values')) as single`,
  );
  const { places, figures, notes, packed, single } = rows[0] ?? {};
  await database.close();
  return {
    ...{ url: url.href, codes: wijkenOf(size) },
    lines: [
      `${name}: ${places} places, ${figures} figures, ${notes} notes, made, staged and published in ${seconds.toFixed(0)} s; ` +
        `content ${hash}; packed ${packed}, as single rows ${single}`,
    ],
  };
}

const envOf = (url: string) => ({
  ...{ DATABASE_URL: url, WIJKBEELD_MODE: 'development', PORT: '0', RESPONSE_CACHE: 'off' },
  ...unlimited,
});

/** Runs the benchmark on a PostgreSQL on which databases may be made. */
export async function benchNational(
  serverUrl: string,
  share: number,
  seconds: number,
): Promise<string[]> {
  const town = await fill(serverUrl, 'bench_town', oneGemeente);
  const country = await fill(serverUrl, 'bench_country', nationalSize(share));
  const whole = nationalSize(1);
  const wide =
    share === 1 ? country : await fill(serverUrl, 'bench_map', { ...whole, years: 1, notes: 0 });
  const agent = openAgent();
  const running: Running[] = [];
  const start = async (url: string, program = startServer) => {
    const one = await program(envOf(url));
    running.push(one);
    return one.url;
  };
  const startFloor = (env: Record<string, string>) =>
    startChild(['tests/bench/floor-server.ts'], env);
  const lines = [...town.lines, ...country.lines, ...(wide === country ? [] : wide.lines)];
  const load = async (
    connections: number,
    tasks: Readonly<Record<string, () => Promise<unknown>>>,
  ): Promise<Load[]> => {
    const found = await measureInTurn(tasks, connections, seconds);
    for (const [name, one] of Object.entries(found))
      lines.push(describeLoad(name, connections, one));
    return Object.values(found);
  };
  const post = (
    url: string,
    query: string,
    variables: readonly object[] = [{}],
    token?: string,
  ) => {
    const next = inTurn(variables.map((one) => JSON.stringify({ query, variables: one })));
    return () => ask(agent, `${url}/graphql`, next(), token);
  };
  /** Each wijk once, one after the other: what is asked for the first time, and then everyone stands warm. */
  const warm = async (name: string, task: () => Promise<unknown>) => {
    const first = await measureOnce(task, country.codes.length);
    lines.push(`${name}, each wijk for the first time: p50 ${first.toFixed(1)} ms`);
  };
  const profilesOf = (url: string, { codes }: Filled, token?: string) => {
    const variables = codes.map((code) => ({ code }));
    return post(url, profileQuery, variables, token);
  };
  try {
    const towns = await start(town.url);
    const countries = await start(country.url);
    const floor = await start(country.url, startFloor);
    const profile = profilesOf(countries, country);
    const townProfile = profilesOf(towns, town);
    await warm('profile, one gemeente', townProfile);
    await warm('profile, the country', profile);
    const [small, large] = await load(1, {
      'profile, one gemeente': townProfile,
      'profile, the country': profile,
    });
    lines.push(
      ratio('profile p50, the country / one gemeente', large?.p50, small?.p50, 'at most 1.3'),
    );
    const hindrance = hindranceOfPostgraphile();
    const postgraphile = hindrance ? null : await startPostgraphile(country.url);
    const beside = hindrance ? null : await startOwnBeside(envOf(country.url));
    for (const one of [postgraphile, beside]) if (one) running.push(one);
    const next = inTurn(country.codes);
    const others = inTurn(country.codes.map(postgraphileBody));
    const tasks = {
      'raw SQL floor of a profile': () => ask(agent, `${floor}/${next()}`),
      'profile, the country': profile,
      'profile, signed in': profilesOf(countries, country, signedIn),
      ...(beside && { [`profile on Node ${besideNode}`]: profilesOf(beside.url, country) }),
      ...(postgraphile && {
        'PostGraphile, the country': () => ask(agent, `${postgraphile.url}/graphql`, others()),
      }),
    };
    for (const [name, task] of Object.entries(tasks)) if (task !== profile) await warm(name, task);
    const [base, ours, , newer, theirs] = await load(32, tasks);
    lines.push(
      ratio('profile / floor, requests at 32', ours?.perSecond, base?.perSecond, 'at least 0.7'),
      hindrance ??
        ratio(
          `profile / PostGraphile on Node ${besideNode}, requests at 32`,
          newer?.perSecond,
          theirs?.perSecond,
          'at least 2.5',
        ),
    );
    const mapServer = wide === country ? countries : await start(wide.url);
    const mapFloor = wide === country ? floor : await start(wide.url, startFloor);
    const [rawMap, map] = await load(1, {
      'raw SQL of the map': () => ask(agent, `${mapFloor}/map/bench-4/2024`),
      'map of all wijken': post(mapServer, mapQuery, [{ indicator: 'bench-4' }]),
    });
    lines.push(ratio('map p50 / raw SQL p50', map?.p50, rawMap?.p50, 'at most 1.5'));
    const first = await measureOnce(post(mapServer, mapQuery, newMaps), newMaps.length);
    lines.push(`${newMaps.length} maps asked for the first time: p50 ${first.toFixed(1)} ms`);
    lines.push(
      ...(await costOfPolicies(serverUrl, async (name) => {
        const found = await measure(profilesOf(countries, country, signedIn), 1, seconds);
        lines.push(describeLoad(name, 1, found));
        return found;
      })),
    );
  } finally {
    agent.destroy();
    for (const { child } of running) child.kill();
  }
  return lines;
}

/** A profile that is worked out each time, while the role of the app must keep to the policies, and while it need not. */
async function costOfPolicies(
  serverUrl: string,
  load: (name: string) => Promise<Load>,
): Promise<string[]> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    const held = await load('signed in, policies');
    await admin.query(`alter role ${appRole} bypassrls`);
    const free = await load('signed in, no policies');
    return [ratio('profile p50, policies / none', held.p50, free.p50)];
  } finally {
    await admin.query(`alter role ${appRole} nobypassrls`);
    await admin.end();
  }
}

/** Median time of a task over some turns, in milliseconds, without warming up. */
async function measureOnce(task: () => Promise<unknown>, turns: number): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now();
    await task();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(turns / 2)] ?? 0;
}
