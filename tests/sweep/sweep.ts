// Asks random queries as everyone and reports every value beyond the policy table.
import { sql } from 'drizzle-orm';
import { schema } from '../../schema/index.ts';
import { storyLines } from '../../seeds/notes.ts';
import { tokenOf } from '../../seeds/organisations.ts';
import { actorOfDemoToken } from '../../server/access/demo.ts';
import { codesOf } from '../../server/codes/code-list.ts';
import { roles } from '../../server/codes/people.ts';
import type { Database } from '../../server/db/client.ts';
import type { Ask } from '../support/ask.ts';
import { allSecrets, findLeak, secretsFor } from './leaks.ts';
import { type Pools, randomOf, randomQuery } from './queries.ts';

export interface SweepReport {
  readonly queries: number;
  /** Queries that were answered with data. */
  readonly answered: number;
  /** Codes of refusals, with how often. */
  readonly refused: Readonly<Record<string, number>>;
  /** Root fields that gave data at least once. */
  readonly fields: ReadonlySet<string>;
  /** Reader, query and path of each value that the reader may not see. */
  readonly leaks: readonly string[];
}

/** Readers of every role, here and elsewhere, three observers and nobody. */
function readers(): (string | null)[] {
  const writers = [...new Set(storyLines().map((line) => tokenOf(line.writer)))].slice(0, 3);
  const others = codesOf(roles).flatMap((role) => [`demo:${role}:GM9001`, `demo:${role}:GM9002`]);
  return [null, ...writers, ...others];
}

/** The town must be seeded. */
export async function sweep(
  database: Database,
  ask: Ask,
  { seed, queries }: { readonly seed: number; readonly queries: number },
  onQuery: (done: number) => void = () => {},
): Promise<SweepReport> {
  const pools = await poolsOf(database);
  const all = await allSecrets(database);
  const random = randomOf(seed);
  const refused: Record<string, number> = {};
  const fields = new Set<string>();
  const leaks: string[] = [];
  const everyone = readers();
  let answered = 0;
  for (let done = 0; done < queries; done += 1) {
    const reader = everyone[done % everyone.length] ?? null;
    const query = randomQuery(schema, pools, random);
    const answer = await ask(reader, query);
    const actor = reader === null ? null : actorOfDemoToken(reader);
    // Asked each time: what was expired or read meanwhile may have changed.
    const holdsSecrets = findLeak(answer, { all, allowed: new Set() }) !== undefined;
    const leak = holdsSecrets && findLeak(answer, await secretsFor(database, all, actor));
    if (leak) leaks.push(`${reader ?? 'nobody'} at ${leak}`);
    for (const { extensions } of answer.errors ?? []) {
      refused[extensions.code] = (refused[extensions.code] ?? 0) + 1;
    }
    const root = /_(\w+)/.exec(query)?.[1] ?? '';
    if (answer.data && Object.values(answer.data).some((value) => value !== null)) {
      answered += 1;
      fields.add(root);
    }
    onQuery(done + 1);
  }
  return { queries, answered, refused, fields, leaks };
}

/** Values to ask with that exist, some that do not, and some that look for trouble. */
async function poolsOf(database: Database): Promise<Pools> {
  const list = async (query: string) =>
    ((await database.db.execute(sql.raw(query))).rows as { s: string }[]).map(({ s }) => s);
  const wijken = await list(`select distinct code as s from places where level = 'WIJK'`);
  const notes = await list('select id::text as s from field_notes order by id limit 200');
  const indicators = await list('select key as s from indicators');
  const sources = await list('select key as s from sources');
  const none = '00000000-0000-4000-8000-000000000000';
  const strings = ['Centrum', 'wijk:centrum', '%', 'a', '', 'ouderen', `' or 1=1 --`, 'zzzz'];
  return {
    WijkCode: [...wijken, 'WK999999'],
    PlaceCode: [...wijken, 'GM9001', 'GM9002', 'NL00', 'GM0000', 'BU90010101'],
    UUID: [...notes, none],
    Date: ['2020-01-01', '2025-06-01', '2026-01-31', '2030-01-01'],
    DateTime: ['2025-06-01T12:00:00Z'],
    Int: [2020, 2024, 2025, 1, 0, -1],
    Float: [0, 1],
    Boolean: [true, false],
    String: [...strings, ...indicators],
    ID: [...notes.slice(0, 5), 'x'],
    indicator: [...indicators, 'geen'],
    source: [...sources, 'geen'],
    after: ['', 'bm9uc2Vuc2U=', 'WyIyMDI1Il0='],
    before: [''],
    last: [1],
  };
}
