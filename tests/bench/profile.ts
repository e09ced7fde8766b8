// `npm run bench -- profile`: requests per second and latency of a whole wijk profile over HTTP, beside the raw
// SQL floor over one row per value, on one PostgreSQL, in one run.
import { Agent } from 'node:http';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { generate, generateFloor, oneGemeente, wijkenOf } from './generate.ts';
import { describeLoad, inTurn, measureInTurn } from './measure.ts';
import { ask, profileQuery, serve, startChild } from './servers.ts';

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
  const own = await startChild(serve, env);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const codes = wijkenOf(oneGemeente);
  const next = inTurn(codes);
  const bodies = inTurn(
    codes.map((code) => JSON.stringify({ query: profileQuery, variables: { code } })),
  );
  const tasks = {
    floor: () => ask(agent, `${floor.url}/${next()}`),
    profile: () => ask(agent, `${own.url}/graphql`, bodies()),
  };
  const lines = [
    `content ${hash}; ${codes.length} wijken in turn; sizes: floor ${((await tasks.floor()) / 1024).toFixed(0)} kB, ` +
      `profile ${((await tasks.profile()) / 1024).toFixed(0)} kB`,
  ];
  for (const connections of [1, 32]) {
    const loads = await measureInTurn(tasks, connections, seconds);
    for (const [name, load] of Object.entries(loads))
      lines.push(describeLoad(name, connections, load));
    const ratio = loads.profile.perSecond / loads.floor.perSecond;
    lines.push(
      `profile / floor at ${connections} connections: ${ratio.toFixed(2)} (target: at least 0.7 at 32)`,
    );
  }
  agent.destroy();
  floor.child.kill();
  own.child.kill();
  return lines;
}
