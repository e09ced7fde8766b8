// `npm run bench -- profile`: requests per second and latency of a whole wijk profile over HTTP, beside the raw
// SQL floor over one row per value, on one PostgreSQL, in one run.
import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { generate, generateFloor, oneGemeente } from './generate.ts';
import { describeLoad, type Load, measure } from './measure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The profile as the page asks for it: every theme with figures, benchmark, position, signal and outcome. */
export const profileQuery = `query Profile($code: WijkCode!) { wijkProfile(code: $code) {
  place { code name } year population { value state }
  coverage { level organisations professions lastObserved }
  themes { theme { code label } concordance { outcome sentence rule monitor ground }
    signal { display voices corroboration highestSeverity trend excerpts { words } }
    coverage { level organisations }
    figures { indicator { key title unit direction } current { value state period source { table } }
      benchmark { gemeente { value } country { value } } position { signedZ rankBand }
      trend { change } series { period value state } } } } }`;

interface Running {
  readonly url: string;
  readonly child: ChildProcess;
}

function startChild(words: readonly string[], env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const url = /^(http:\/\/\S+)/m.exec(text)?.[1];
      if (url) resolve({ url, child });
    });
    child.once('exit', () => reject(new Error(`A server stopped: ${text}`)));
  });
}

function ask(agent: Agent, url: string, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = body
      ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      : {};
    const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers }, (response) => {
      let bytes = 0;
      let head = '';
      response.on('data', (chunk: Buffer) => {
        if (bytes === 0) head = chunk.toString('utf8', 0, 60);
        bytes += chunk.length;
      });
      response.on('end', () =>
        response.statusCode === 200 && !head.startsWith('{"errors"')
          ? resolve(bytes)
          : reject(new Error(`Answered ${response.statusCode}: ${head}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Runs the benchmark on an empty PostgreSQL database. */
export async function benchProfile(databaseUrl: string, seconds: number): Promise<string[]> {
  const database = await openDatabase({ url: databaseUrl, folder: '' });
  await migrateDatabase(database.pool);
  const code = await generate(database, oneGemeente, (year) => process.stderr.write(`  ${year}\n`));
  await generateFloor(database);
  await database.close();
  const env = { DATABASE_URL: databaseUrl, WIJKBEELD_MODE: 'development', PORT: '0' };
  const floor = await startChild(['tests/bench/floor-server.ts'], env);
  const own = await startChild(['server/main.ts', 'serve'], env);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const body = JSON.stringify({ query: profileQuery, variables: { code } });
  const tasks = {
    floor: () => ask(agent, `${floor.url}/${code}`),
    profile: () => ask(agent, `${own.url}/graphql`, body),
  };
  const lines = [
    `sizes: floor ${((await tasks.floor()) / 1024).toFixed(0)} kB, profile ${((await tasks.profile()) / 1024).toFixed(0)} kB`,
  ];
  for (const connections of [1, 32]) {
    const loads: Record<string, Load> = {};
    for (const [name, task] of Object.entries(tasks)) {
      loads[name] = await measure(task, connections, seconds);
      lines.push(describeLoad(name, connections, loads[name]));
    }
    const ratio = (loads.profile?.perSecond ?? 0) / (loads.floor?.perSecond ?? 1);
    lines.push(`profile / floor at ${connections} connections: ${ratio.toFixed(2)}`);
  }
  agent.destroy();
  floor.child.kill();
  own.child.kill();
  return lines;
}
