// `npm run bench -- hostile`: how long refusing each hostile document takes inside one process, per request and in
// processor time, beside the refusal of a trivial one. Fails when one of them reaches the database.
import pino from 'pino';
import { schema } from '../../schema/index.ts';
import { createApp } from '../../server/app.ts';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { hostileDocuments } from '../support/hostile.ts';

const rounds = 20;

interface Times {
  readonly wall: number[];
  readonly cpu: number[];
}

const at = (times: readonly number[], share: number) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

const line = (name: string, { wall, cpu }: Times) =>
  `${name.padEnd(46)} ${[wall, cpu]
    .map((times) => [0.5, 0.99, 1].map((share) => at(times, share).toFixed(2).padStart(7)).join(''))
    .join('  |')}`;

/** Sends every document from the public and from a person; answers a table and the ratio to a trivial refusal. */
export async function benchHostile(databaseUrl: string): Promise<string[]> {
  let statements = 0;
  const database = await openDatabase({
    url: databaseUrl,
    folder: '',
    onStatement: () => {
      statements += 1;
    },
  });
  await migrateDatabase(database.pool);
  const log = pino({ level: 'silent' });
  const { yoga } = createApp({ schema, database, log, demoTokens: true });
  const send = async (body: string, as: string | null): Promise<string> => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(as ? { authorization: `Bearer ${as}` } : {}),
    };
    const request = { method: 'POST', headers, body };
    return (await yoga.fetch('http://wijkbeeld.bench/graphql', request)).text();
  };
  const measure = async (body: string): Promise<Times> => {
    const times: Times = { wall: [], cpu: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const as of [null, 'demo:ANALYST:GM9001']) {
        const before = process.cpuUsage();
        const began = performance.now();
        const answer = await send(body, as);
        times.wall.push(performance.now() - began);
        const { user, system } = process.cpuUsage(before);
        times.cpu.push((user + system) / 1000);
        if (!answer.startsWith('{"errors"')) throw new Error(`Not refused: ${body.slice(0, 80)}`);
      }
    }
    return times;
  };
  const trivial = JSON.stringify({ query: '{ nothing }' });
  for (const { body } of hostileDocuments) await send(body, null);
  for (let i = 0; i < 200; i += 1) await send(trivial, null);
  statements = 0;
  const easy = await measure(trivial);
  const families = new Map<string, Times>();
  const medians: number[] = [];
  for (const { family, body } of hostileDocuments) {
    const all = families.get(family) ?? { wall: [], cpu: [] };
    const times = await measure(body);
    medians.push(at(times.wall, 0.5));
    all.wall.push(...times.wall);
    all.cpu.push(...times.cpu);
    families.set(family, all);
  }
  await database.close();
  const all: Times = {
    wall: [...families.values()].flatMap(({ wall }) => wall),
    cpu: [...families.values()].flatMap(({ cpu }) => cpu),
  };
  if (statements > 0) throw new Error(`${statements} statements reached the database.`);
  return [
    `${'milliseconds: p50, p99, most'.padEnd(46)} ${'per request'.padStart(21)}  |${'processor'.padStart(21)}`,
    ...[...families].map(([name, times]) => line(name, times)),
    line(`all ${hostileDocuments.length} documents`, all),
    line('a trivial refusal: { nothing }', easy),
    `ratio at p50: ${(at(all.cpu, 0.5) / at(easy.cpu, 0.5)).toFixed(1)}, at p99: ${(at(all.cpu, 0.99) / at(easy.cpu, 0.99)).toFixed(1)}`,
    `slowest document at p50: ${Math.max(...medians).toFixed(2)} ms`,
    `statements to the database: ${statements}`,
  ];
}
