// What keeping answers to the public for half a second is worth: the same profile with it and without, where all ask the
// same, and where each asks another wijk (so that nothing is ever kept that is asked again).
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { generate, oneGemeente } from './generate.ts';
import { describeLoad, measure } from './measure.ts';
import { ask, openAgent, profileQuery, startServer } from './servers.ts';

/** Runs the benchmark on an empty PostgreSQL database. */
export async function benchAnswers(databaseUrl: string, seconds: number): Promise<string[]> {
  const database = await openDatabase({ url: databaseUrl, folder: '' });
  await migrateDatabase(database.pool);
  const code = await generate(database, oneGemeente, (year) => process.stderr.write(`  ${year}\n`));
  await database.close();
  const agent = openAgent();
  const lines: string[] = [];
  const same = () => JSON.stringify({ query: profileQuery, variables: { code } });
  // A comment makes it another question; within half a second none comes back.
  let count = 0;
  const other = () => {
    count += 1;
    const query = `${profileQuery} # ${count % 2000}`;
    return JSON.stringify({ query, variables: { code } });
  };
  for (const kept of ['off', 'on']) {
    const env = { DATABASE_URL: databaseUrl, WIJKBEELD_MODE: 'development', PORT: '0' };
    const server = await startServer({ ...env, RESPONSE_CACHE: kept });
    for (const [name, body] of Object.entries({ same, other })) {
      const load = await measure(() => ask(agent, `${server.url}/graphql`, body()), 32, seconds);
      lines.push(describeLoad(`${kept}, ${name}`, 32, load));
    }
    server.child.kill();
  }
  agent.destroy();
  return lines;
}
