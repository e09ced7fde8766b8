// The audit log: what tampering shows, what anchors add, and what the data protection officer reads.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listAnchors, writeAnchors } from '../server/audit/anchors.ts';
import { firstHash, hashLine } from '../server/audit/chain.ts';
import { verifyAudit } from '../server/audit/verify.ts';
import { sealAudit } from '../server/audit.ts';
import { runCommand } from '../server/cli.ts';
import { auditHeads, auditLines } from '../server/db/tables.ts';
import { amira, askOn, bram, esra, ilse, joris, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import {
  lastingPseudonym,
  logNote,
  makePlaces,
  publishNote,
  refusalOf,
  today,
} from './support/make.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
let now = today;
const ask = askOn(database, () => now);
const auditor = 'demo:AUDITOR:GM9001';
const tomorrow = new Date('2026-03-16T09:00:00Z');

const problemsOf = async (gemeenteCode = 'GM9001') =>
  (await verifyAudit(db)).find((check) => check.gemeenteCode === gemeenteCode)?.problems;

/** Does harm as one with access to the database would, and takes it back after the check. */
async function problemsAfter(harm: string): Promise<readonly string[]> {
  const client = await database.pool.connect();
  const keep = await client.query('select * from audit_lines order by number');
  const heads = await client.query('select * from audit_heads');
  try {
    await client.query(harm);
  } finally {
    client.release();
  }
  const problems = await problemsOf();
  await database.pool.query('delete from audit_lines');
  await database.pool.query('delete from audit_heads');
  for (const [table, { rows }] of [
    ['audit_lines', keep],
    ['audit_heads', heads],
  ] as const) {
    await database.pool.query(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }
  expect(await problemsOf()).toEqual([]);
  return problems ?? [];
}

const ids = [await publishNote(ask, noor, esra), await publishNote(ask, amira, esra)];
await logNote(ask, joris);
now = tomorrow;
await publishNote(ask, joris, esra);
await logNote(ask, noor);

describe('verifying finds', () => {
  test('nothing in a chain that was left alone', async () => {
    expect(await problemsOf()).toEqual([]);
    expect((await verifyAudit(db)).find((c) => c.gemeenteCode === 'GM9001')).toMatchObject({
      lines: 9,
      waiting: 2,
    });
  });

  test.each([
    [
      'a changed event',
      `update audit_lines set event = 'X' where number = 2`,
      'line 2 was changed',
    ],
    ['another actor', `update audit_lines set actor = 'x' where number = 3`, 'line 3 was changed'],
    [
      'another time',
      `update audit_lines set at = at + interval '1 second' where number = 3`,
      'line 3 was changed',
    ],
    [
      'other details',
      `update audit_lines set details = '{}' where number = 4`,
      'line 4 was changed',
    ],
    ['a removed line', 'delete from audit_lines where number = 3', 'line 3 is missing'],
    [
      'a cut-off tail',
      'delete from audit_lines where number in (8, 9)',
      'the chain should end at line 9 and ends at 7',
    ],
    ['a cut-off head', 'delete from audit_lines where number = 1', 'line 1 is missing'],
    [
      'a removed head',
      `delete from audit_heads where gemeente_code = 'GM9001'`,
      'the chain should end at line 0',
    ],
    [
      'a removed line that waits',
      'delete from audit_lines where number = (select max(number) from audit_lines)',
      '2 lines should wait and 1 do',
    ],
    [
      'a changed line that waits',
      `update audit_lines set object_id = 'x' where number = (select max(number) from audit_lines)`,
      'a line that waits was changed',
    ],
  ])('%s', async (_what, harm, problem) => {
    expect((await problemsAfter(harm)).join('; ')).toContain(problem);
  });

  test('two lines that changed places', async () => {
    const swap = `update audit_lines set number = case number when 2 then -3 else -2 end where number in (2, 3);
      update audit_lines set number = -number where number < 0`;
    const problems = (await problemsAfter(swap)).join('; ');
    expect(problems).toContain('line 2 does not follow the one before');
    expect(problems).toContain('line 2 was changed');
  });

  test('a line that was put in between or at the end', async () => {
    const columns =
      'gemeente_code, at, event, actor, role, object_type, object_id, details, trace_id';
    const added = `insert into audit_lines (number, previous_hash, hash, ${columns})
      select 10, hash, repeat('a', 64), ${columns} from audit_lines where number = 9`;
    const problems = (await problemsAfter(added)).join('; ');
    expect(problems).toContain('line 10 was changed');
    expect(problems).toContain('the chain should end at line 9 and ends at 10');
  });

  test('a line that waited and was changed before it was sealed', async () => {
    const waiting = await db.select().from(auditLines).where(sql`number > 1000000`);
    const one = waiting[0];
    await database.pool.query(`update audit_lines set object_id = 'other' where number = $1`, [
      one?.number,
    ]);
    await db
      .transaction(async (tx) => {
        await sealAudit(tx, new Date('2026-03-18T09:00:00Z'));
        const check = (await verifyAudit(tx)).find((c) => c.gemeenteCode === 'GM9001');
        expect(check?.problems.join()).toContain('waiting lines were changed');
        throw new Error('take it back');
      })
      .catch((error: Error) => expect(error.message).toBe('take it back'));
    await database.pool.query('update audit_lines set object_id = $2 where number = $1', [
      one?.number,
      one?.objectId,
    ]);
    expect(await problemsOf()).toEqual([]);
  });
});

describe('an anchor', () => {
  /** Writes the whole chain anew without one line, as one who knows the program could. */
  async function rewriteWithout(number: number) {
    const lines = await db
      .select()
      .from(auditLines)
      .where(sql`number < 1000000`)
      .orderBy(auditLines.number);
    await db.delete(auditLines).where(sql`number < 1000000 and gemeente_code = 'GM9001'`);
    let previousHash = firstHash;
    let last = 0;
    for (const line of lines.filter((l) => l.gemeenteCode === 'GM9001' && l.number !== number)) {
      last += 1;
      const hash = hashLine({ ...line, number: last }, previousHash);
      await db.insert(auditLines).values({ ...line, number: last, previousHash, hash });
      previousHash = hash;
    }
    await db
      .update(auditHeads)
      .set({ number: last, hash: previousHash })
      .where(sql`gemeente_code = 'GM9001'`);
    return async () => {
      await db.delete(auditLines).where(sql`number < 1000000 and gemeente_code = 'GM9001'`);
      const own = lines.filter((l) => l.gemeenteCode === 'GM9001');
      await db.insert(auditLines).values(own);
      const end = own.at(-1);
      await db
        .update(auditHeads)
        .set({ number: end?.number ?? 0, hash: end?.hash ?? '' })
        .where(sql`gemeente_code = 'GM9001'`);
    };
  }

  const command = async (words: string[]) => {
    const printed: string[] = [];
    const io = {
      out: (text: string) => printed.push(text),
      progress: () => {},
      isTerminal: false,
      cwd: folder,
    };
    const extras = { serve: async () => {}, seed: async () => {} };
    const code = await runCommand(words, io, extras, database);
    return { code, text: printed.join('\n') };
  };
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-anchor-'));

  test('tells a chain that was written anew, which verifying alone cannot', async () => {
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const printed = await command(['audit', 'anchor']);
    expect(printed.code).toBe(0);
    writeFileSync(join(folder, 'anchors.jsonl'), `${printed.text}\n`);
    expect(await command(['audit', 'verify', '--anchor', 'anchors.jsonl'])).toMatchObject({
      code: 0,
    });
    const restore = await rewriteWithout(4);
    expect((await command(['audit', 'verify'])).code).toBe(0);
    const held = await command(['audit', 'verify', '--anchor', 'anchors.jsonl']);
    expect(held.code).toBe(1);
    expect(held.text).toContain('line 9 of the anchor is missing');
    await publishNote(ask, joris, esra);
    const later = await command(['audit', 'verify', '--anchor', 'anchors.jsonl']);
    expect(later.code).toBe(1);
    expect(later.text).toContain(
      'line 9 has another hash than the anchor: the chain was written anew',
    );
    await restore();
    await database.pool.query(
      `update audit_heads set waiting_count = 0, waiting_sum = '0', waiting_day = null`,
    );
    await database.pool.query('delete from audit_lines where number > 1000000');
    expect((await command(['audit', 'verify', '--anchor', 'anchors.jsonl'])).code).toBe(0);
  });

  test('that is none, or is not there, is refused with the line', async () => {
    const file = join(folder, '..', `no-anchor-${process.pid}.jsonl`);
    onTestFinished(() => rmSync(file, { force: true }));
    writeFileSync(file, `${writeAnchors(await listAnchors(db, now))}\n{"number":1}\n`);
    const refused = await command(['audit', 'verify', '--anchor', file]);
    expect(refused.code).toBe(1);
    expect(refused.text).toMatch(/Line \d+ of the anchor file is no anchor/);
    expect((await command(['audit', 'verify', '--anchor', 'nowhere'])).text).toContain(
      'cannot be read',
    );
  });
});

interface Lines {
  readonly auditLines: {
    readonly edges: readonly { readonly node: Record<string, unknown> }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const read = (as: string | null, variables: Record<string, unknown> = {}) =>
  ask<Lines>(
    as,
    `query ($within: PlaceCode!, $event: String, $first: Int, $after: String) {
      auditLines(within: $within, event: $event, first: $first, after: $after) {
        edges { node { number day at event actor role objectType objectId details traceId hash } }
        pageInfo { hasNextPage endCursor } } }`,
    { within: 'GM9001', first: 100, ...variables },
  );
const nodesOf = async (variables = {}) =>
  (await read(auditor, variables)).data.auditLines.edges.map((edge) => edge.node);

describe('the data protection officer', () => {
  test('reads what reviewers did under one pseudonym, to the moment', async () => {
    const lines = await nodesOf({ event: 'NOTE_PUBLISHED' });
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line).toMatchObject({
        role: 'REVIEWER',
        actor: await lastingPseudonym(database, esra),
      });
      expect(line.at).toMatch(/T(10|09):00:00/);
    }
  });

  test('reads what observers did from the next day on: the day, and pseudonyms that do not join', async () => {
    const lines = await nodesOf({ event: 'NOTE_LOGGED' });
    expect(lines.map((line) => [line.day, line.at])).toEqual(Array(3).fill(['2026-03-15', null]));
    expect(new Set(lines.map((line) => line.actor)).size).toBe(3);
    expect(lines.map((line) => line.objectId)).toEqual(expect.arrayContaining(ids));
    const hidden = await db.select().from(auditLines).where(sql`number > 1000000`);
    const shown = JSON.stringify(await nodesOf());
    for (const line of hidden) expect(shown).not.toContain(line.objectId);
  });

  test('finds the lines of a day in the order of their hashes, which tells nothing', async () => {
    const rows = await db
      .select()
      .from(auditLines)
      .where(sql`event = 'NOTE_LOGGED' and number < 1000000`)
      .orderBy(auditLines.number);
    const free = rows.map((row) => row.actor + row.objectId);
    expect(new Set(free).size).toBe(free.length);
    expect(rows.map((row) => row.number)).toEqual([5, 6, 7]);
  });

  test('pages, and each reading leaves a line', async () => {
    const first = await read(auditor, { first: 2 });
    expect(first.data.auditLines.pageInfo.hasNextPage).toBe(true);
    const after = first.data.auditLines.pageInfo.endCursor;
    const second = await read(auditor, { first: 2, after });
    const numbers = [first, second].flatMap(({ data }) =>
      data.auditLines.edges.map((e) => e.node.number),
    );
    expect(numbers).toEqual([...numbers].sort((a, b) => Number(b) - Number(a)));
    expect(new Set(numbers).size).toBe(4);
    const reads = await nodesOf({ event: 'AUDIT_READ' });
    expect(reads[0]).toMatchObject({
      role: 'AUDITOR',
      objectId: 'GM9001',
      details: '{"event":"AUDIT_READ"}',
    });
  });

  test.each([
    ['an observer', noor],
    ['a reviewer', esra],
    ['an analyst', bram],
    ['an administrator', ilse],
    ['a resident', 'demo:RESIDENT:GM9001'],
    ['the officer of another gemeente', 'demo:AUDITOR:GM9002'],
    ['a reviewer of another gemeente', otto],
  ])('alone reads it: not %s', async (_who, as) => {
    expect(refusalOf(await read(as)).code).toBe('FORBIDDEN');
  });

  test('asks for a gemeente, and is told so', async () => {
    expect(refusalOf(await read(auditor, { within: 'WK900101' }))).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'within',
    });
    expect(refusalOf(await read(null)).code).toBe('UNAUTHENTICATED');
    expect(refusalOf(await read(auditor, { after: 'eA' })).field).toBe('after');
  });
});

test('pseudonyms cannot be worked out from a list of persons, and differ per database', async () => {
  const { rows } = await database.pool.query('select inner_key, outer_key from gemeente_secrets');
  expect(rows[0]?.inner_key).toHaveLength(64);
  expect(rows[0]?.outer_key).toHaveLength(64);
  const other = await database.pool.query(
    `select keyed_hash('GM9001', 'x') as a, keyed_hash('GM9002', 'x') as b`,
  );
  expect(other.rows[0]?.a).toMatch(/^[0-9a-f]{64}$/);
  expect(other.rows[0]?.a).not.toBe(other.rows[0]?.b);
});
