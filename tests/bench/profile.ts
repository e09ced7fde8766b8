// `npm run bench -- profile`: requests per second and latency of a whole wijk profile over HTTP, beside the raw
// SQL floor over one row per value and PostGraphile on the same rows, on one PostgreSQL, in one run.
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { generate, generateFloor, oneGemeente, wijkenOf } from './generate.ts';
import { describeLoad, inTurn, measureInTurn, ratio } from './measure.ts';
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
} from './servers.ts';

/** Runs the benchmark on an empty PostgreSQL database. */
export async function benchProfile(databaseUrl: string, seconds: number): Promise<string[]> {
  const database = await openDatabase({ url: databaseUrl, folder: '' });
  await migrateDatabase(database.pool);
  const hash = await generate(database, oneGemeente, (year) => process.stderr.write(`  ${year}\n`));
  await generateFloor(database);
  await database.close();
  const env = {
    ...{ DATABASE_URL: databaseUrl, WIJKBEELD_MODE: 'development', PORT: '0' },
    // The work itself, not what was kept of it.
    RESPONSE_CACHE: 'off',
  };
  const floor = await startChild(['tests/bench/floor-server.ts'], env);
  const own = await startServer(env);
  const hindrance = hindranceOfPostgraphile();
  const postgraphile: Running | null = hindrance ? null : await startPostgraphile(databaseUrl);
  const beside = hindrance ? null : await startOwnBeside(env);
  const besideName = `profile on Node ${besideNode}`;
  const agent = openAgent();
  const codes = wijkenOf(oneGemeente);
  const next = inTurn(codes);
  const bodies = inTurn(
    codes.map((code) => JSON.stringify({ query: profileQuery, variables: { code } })),
  );
  const others = inTurn(codes.map(postgraphileBody));
  const tasks: Record<string, () => Promise<number>> = {
    floor: () => ask(agent, `${floor.url}/${next()}`),
    profile: () => ask(agent, `${own.url}/graphql`, bodies()),
    'profile, signed in': () => ask(agent, `${own.url}/graphql`, bodies(), signedIn),
    ...(beside && { [besideName]: () => ask(agent, `${beside.url}/graphql`, bodies()) }),
    ...(postgraphile && {
      'PostGraphile 5': () => ask(agent, `${postgraphile.url}/graphql`, others()),
    }),
  };
  const lines = [`content ${hash}; ${codes.length} wijken in turn`];
  for (const [name, task] of Object.entries(tasks)) {
    lines.push(`${name}: ${((await task()) / 1024).toFixed(0)} kB`);
  }
  try {
    for (const connections of [1, 32]) {
      const loads = await measureInTurn(tasks, connections, seconds);
      for (const [name, load] of Object.entries(loads))
        lines.push(describeLoad(name, connections, load));
      const of = (name: string, other: string, target: string) =>
        ratio(
          `${name} / ${other} at ${connections} connections`,
          loads[name]?.perSecond,
          loads[other]?.perSecond,
          connections === 32 ? target : undefined,
        );
      lines.push(of('profile', 'floor', 'at least 0.7'));
      if (postgraphile) lines.push(of(besideName, 'PostGraphile 5', 'at least 2.5'));
    }
    if (hindrance) lines.push(hindrance);
  } finally {
    agent.destroy();
    for (const one of [floor, own, beside, postgraphile]) one?.child.kill();
  }
  return lines;
}
