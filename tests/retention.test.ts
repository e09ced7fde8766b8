// Retention: what has run out of its term is gone from every column of every table, from logs and from the files, and a
// certificate says so.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { createApp } from '../server/app.ts';
import { verifyAudit } from '../server/audit/verify.ts';
import { sealAudit } from '../server/audit.ts';
import { runCommand } from '../server/cli.ts';
import { codesOf } from '../server/codes/code-list.ts';
import { retentionKinds } from '../server/codes/retention.ts';
import { openDatabase } from '../server/db/client.ts';
import { migrateDatabase } from '../server/db/migrate.ts';
import {
  authors,
  fieldNotes,
  memberships,
  noteReviews,
  people,
  quarantine,
  reactions,
  retentionCertificates,
} from '../server/db/tables.ts';
import { hashOf } from '../server/retention/certificates.ts';
import { doDailyWork } from '../server/retention/daily.ts';
import { runRetention } from '../server/retention/job.ts';
import { defaultDays, setRetentionRule } from '../server/retention/rules.ts';
import { wipeTraces } from '../server/retention/traces.ts';
import { amira, askOn, bram, esra, ilse, joris, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logNote, makePlaces, publishNote, sendReview } from './support/make.ts';
import { freshSettings } from './support/process.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const start = new Date('2026-03-15T10:00:00Z');
let now = start;
const ask = askOn(database, () => now);
const auditor = 'demo:AUDITOR:GM9001';
const daysLater = (days: number) => new Date(start.getTime() + days * 86_400_000);

/** A word that stands nowhere else, in a sentence that screening lets through. */
const marker = (name: string) => `zwaluwstaartverbinding${name}`;
const sentence = (name: string) => `Bewoners noemen het ${marker(name)} en komen minder buiten.`;

/** Tables and columns in which a text stands, over every column of every table, the statistics of the planner too. */
async function whereIs(text: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ schema: string; table: string }>(
    `select table_schema as schema, table_name as table from information_schema.tables
      where table_schema not in ('information_schema') and table_type in ('BASE TABLE', 'VIEW')
        and (table_schema not like 'pg_%' or table_name in ('pg_stats', 'pg_statistic', 'pg_description'))`,
  );
  const found: string[] = [];
  for (const { schema: name, table } of rows) {
    const { rows: hits } = await database.pool.query<{ hit: boolean }>(
      `select exists (select from "${name}"."${table}" t where t::text ilike $1) as hit`,
      [`%${text}%`],
    );
    if (hits[0]?.hit) found.push(table);
  }
  return found;
}

const run = (dryRun = false) => runRetention(db, { now, dryRun, isOwner: true });

interface Noted {
  readonly errors?: unknown;
}
const revise = (as: string, id: string, version: number, observationText: string) =>
  ask<Noted>(
    as,
    'mutation ($input: ReviseFieldNoteInput!) { reviseFieldNote(input: $input) { id } }',
    {
      input: { id, version, observationText },
    },
  );
const erasedFor = async (as: string, since = '2026-03-01') =>
  (
    await ask<{ erasedNotes: string[] }>(
      as,
      'query ($since: Date!) { erasedNotes(since: $since) }',
      { since },
    )
  ).data.erasedNotes;

const made = {
  draft: await logNote(ask, noor, { observationText: sentence('concept'), asDraft: true }),
  rejected: await logNote(ask, noor, { observationText: sentence('afgewezen') }),
  withdrawn: await logNote(ask, noor, { observationText: sentence('ingetrokken') }),
  waiting: await logNote(ask, noor, { observationText: sentence('wachtend') }),
  circle: await publishNote(ask, joris, esra, {
    observationText: sentence('kring'),
    interpretationText: sentence('duiding'),
  }),
  open: await publishNote(
    ask,
    joris,
    esra,
    { observationText: sentence('open') },
    { publicationLevel: 'PUBLIC', excerpt: sentence('uittreksel') },
  ),
  reaction: randomUUID(),
};

test('the texts stand where they should, and the search below finds them', async () => {
  await revise(noor, made.waiting, 1, sentence('tweede'));
  await revise(noor, made.waiting, 1, sentence('conflict'));
  expect(await whereIs(marker('concept'))).toEqual(['note_texts']);
  expect(await whereIs(marker('uittreksel'))).toEqual(['field_notes']);
  expect(await whereIs(marker('conflict'))).toEqual(['note_revisions']);
  expect(await whereIs(marker('wachtend'))).toEqual([]);
  await database.pool.query('analyze');
  expect(await whereIs(marker('kring'))).toEqual(['note_texts']);
});

test('search finds them while they are kept, and the index of their words is made anew when some are erased', async () => {
  const found = async (as: string, name: string) =>
    (
      await ask<{ search: { edges: unknown[] } }>(
        as,
        'query ($text: String!) { search(text: $text, kinds: [FIELD_NOTE]) { edges { cursor } } }',
        { text: marker(name) },
      )
    ).data.search.edges.length;
  expect(await found(esra, 'kring')).toBe(1);
  expect(await found(noor, 'concept')).toBe(1);
  const fileOf = async () =>
    (await database.pool.query(`select pg_relation_filenode('note_texts_words') as file`)).rows;
  const before = await fileOf();
  await wipeTraces(database);
  expect(await fileOf()).not.toEqual(before);
  expect(await found(esra, 'kring')).toBe(1);
});

test('a rejected text is gone at once, as is one that was taken back', async () => {
  await sendReview(ask, esra, { id: made.rejected, decision: 'REJECT', reason: 'SINGLE_CASE' });
  await ask(
    noor,
    'mutation ($input: WithdrawFieldNoteInput!) { withdrawFieldNote(input: $input) { id } }',
    {
      input: { id: made.withdrawn },
    },
  );
  expect(await whereIs(marker('afgewezen'))).toEqual([]);
  expect(await whereIs(marker('ingetrokken'))).toEqual([]);
});

describe('after its term', () => {
  test('nothing goes a day early', async () => {
    await db.insert(reactions).values({
      ...{
        gemeenteCode: 'GM9001',
        id: made.reaction,
        statementKind: 'SIGNAL',
        placeCode: 'WK900101',
        editionYear: 2025,
      },
      ...{ theme: 'SOCIAL_NETWORK', voice: 'PROFESSIONAL', isCircleOnly: false },
      ...{ body: sentence('reactie'), status: 'SUBMITTED', receivedAt: start },
    });
    await db
      .insert(authors)
      .values({
        ...{ gemeenteCode: 'GM9001', contributionId: made.reaction, pseudonym: 'x' },
        personId: actorOfDemoToken(noor).personId,
      })
      .onConflictDoNothing();
    now = daysLater(89);
    expect(await run()).toEqual([]);
    expect(await whereIs(marker('concept'))).toEqual(['note_texts']);
  });

  test('a dry run says what would go, and erases nothing', async () => {
    now = daysLater(91);
    expect(await run(true)).toMatchObject([
      { gemeenteCode: 'GM9001', kind: 'DRAFTS', count: 1 },
      { gemeenteCode: 'GM9001', kind: 'KEPT_CONFLICTS', count: 1 },
    ]);
    expect(await whereIs(marker('concept'))).toEqual(['note_texts']);
    expect(await db.$count(retentionCertificates)).toBe(0);
  });

  test('a draft and a version that lost are gone from every column of every table', async () => {
    now = daysLater(91);
    expect(await run()).toHaveLength(2);
    for (const name of ['concept', 'conflict']) expect(await whereIs(marker(name))).toEqual([]);
    expect(await db.$count(fieldNotes, eq(fieldNotes.id, made.draft))).toBe(0);
    expect(await db.$count(authors, eq(authors.contributionId, made.draft))).toBe(0);
    expect(await run()).toEqual([]);
    const own = [made.draft, made.rejected, made.withdrawn];
    expect(await erasedFor(noor)).toEqual(own.sort());
    expect(await erasedFor(noor, '2026-06-01')).toEqual([made.draft]);
    expect(await erasedFor(joris)).toEqual([]);
  });

  test('texts are gone after three years, published or not, and the coded record stays', async () => {
    now = daysLater(3 * 365 + 1);
    await run();
    for (const name of ['kring', 'duiding', 'open', 'uittreksel', 'tweede', 'reactie']) {
      expect(await whereIs(marker(name))).toEqual([]);
    }
    const kept = await db.select().from(fieldNotes).where(eq(fieldNotes.id, made.circle));
    expect(kept).toMatchObject([{ theme: 'SOCIAL_NETWORK', kind: 'PROBLEM', erasedAt: now }]);
    // The marker has a stem that none of them may leave behind.
    expect(await whereIs(marker(''))).toEqual([]);
  });

  test('the devices of the author are told the ids, and nobody else is', async () => {
    const own = await erasedFor(noor);
    // What was erased more than a year ago is forgotten altogether by now.
    const all = [made.waiting, made.reaction];
    expect(own).toEqual(all.sort());
    for (const as of [esra, bram, ilse, auditor, amira]) expect(await erasedFor(as)).toEqual([]);
    expect(await erasedFor(joris)).toEqual([made.circle, made.open].sort());
  });

  test('who wrote it is forgotten a year after the words', async () => {
    now = daysLater(3 * 365 + 1 + 366);
    await run();
    expect(await db.$count(authors, eq(authors.contributionId, made.circle))).toBe(0);
    expect(await erasedFor(noor)).toEqual([]);
  });

  test('rows that were set aside, resolved or for a year, go', async () => {
    const row = {
      importKind: 'figures',
      fileName: 'a.csv',
      reason: 'BAD_VALUE',
      explanation: 'x',
      raw: {},
    };
    await db.insert(quarantine).values([
      { ...row, line: 1, quarantinedAt: now },
      { ...row, line: 2, quarantinedAt: now, resolvedAt: now },
      { ...row, line: 3, quarantinedAt: new Date(now.getTime() - 366 * 86_400_000) },
    ]);
    expect(await run()).toMatchObject([{ gemeenteCode: 'NL00', kind: 'QUARANTINE', count: 2 }]);
    expect((await db.select().from(quarantine)).map(({ line }) => line)).toEqual([1]);
  });

  test('audit lines go after five years, and what is left still hangs together', async () => {
    now = daysLater(5 * 365 + 10);
    await sealAudit(db, now);
    const erased = await run();
    expect(erased.find(({ kind }) => kind === 'AUDIT')?.count).toBeGreaterThan(10);
    const check = (await verifyAudit(db)).find(({ gemeenteCode }) => gemeenteCode === 'GM9001');
    expect(check?.problems).toEqual([]);
    expect(check?.lines).toBeGreaterThan(3);
    await database.pool.query(
      `update audit_heads set cut_hash = repeat('a', 64) where gemeente_code = 'GM9001'`,
    );
    const tampered = (await verifyAudit(db)).find(({ gemeenteCode }) => gemeenteCode === 'GM9001');
    expect(tampered?.problems.join('; ')).toContain('the chain begins after line');
    await database.pool.query(`update audit_heads set cut_hash =
      (select details->>'hash' from audit_lines where event = 'AUDIT_CUT') where gemeente_code = 'GM9001'`);
  });
});

describe('a certificate', () => {
  const query = `query ($first: Int, $after: String) { retentionCertificates(first: $first, after: $after) {
    edges { node { id batch kind reason olderThan count erasedAt hash } } pageInfo { hasNextPage endCursor } } }`;
  interface Page {
    readonly retentionCertificates: {
      readonly edges: readonly {
        readonly node: { readonly kind: string; readonly count: number; readonly id: string };
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  }

  test('says what kind, why, how many and when, to auditor and administrator', async () => {
    for (const as of [auditor, ilse]) {
      const { data } = await ask<Page>(as, query, { first: 100 });
      const nodes = data.retentionCertificates.edges.map(({ node }) => node);
      expect(nodes.at(-1)).toMatchObject({
        count: 1,
        reason: 'older than 90 days',
        erasedAt: daysLater(91).toISOString(),
        olderThan: daysLater(1).toISOString(),
      });
      expect(new Set(nodes.map(({ kind }) => kind))).toEqual(
        new Set([
          'DRAFTS',
          'KEPT_CONFLICTS',
          'NOTE_TEXTS',
          'REACTION_TEXTS',
          'AUTHORSHIP',
          'LOGBOOK',
          'AUDIT',
        ]),
      );
    }
    for (const as of [noor, esra, bram]) {
      expect((await ask(as, query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('comes in pages', async () => {
    const first = (await ask<Page>(auditor, query, { first: 2 })).data.retentionCertificates;
    const next = { first: 2, after: first.pageInfo.endCursor };
    const second = (await ask<Page>(auditor, query, next)).data.retentionCertificates;
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
    expect(new Set(ids).size).toBe(4);
  });

  test('proves by its hash which ids were erased', async () => {
    const [draft] = await db
      .select()
      .from(retentionCertificates)
      .where(eq(retentionCertificates.kind, 'DRAFTS'));
    if (!draft) throw new Error('There is no certificate of drafts.');
    expect(hashOf(draft, [made.draft])).toBe(draft.hash);
    expect(hashOf(draft, [made.circle])).not.toBe(draft.hash);
    expect(hashOf({ ...draft, count: 2 }, [made.draft])).not.toBe(draft.hash);
  });
});

describe('the terms', () => {
  const command = async (...words: string[]) => {
    const printed: string[] = [];
    const io = {
      out: (text: string) => printed.push(text),
      progress: () => {},
      isTerminal: false,
      cwd: '/',
    };
    const extras = { serve: async () => {}, seed: async () => {} };
    return { code: await runCommand(words, io, extras, database), text: printed.join('\n') };
  };

  test('are those of the handbook until a gemeente decides otherwise', () => {
    expect(defaultDays).toMatchObject({
      DRAFTS: 90,
      NOTE_TEXTS: 1095,
      AUDIT: 1825,
      QUARANTINE: 365,
    });
    expect(Object.keys(defaultDays)).toEqual(codesOf(retentionKinds));
  });

  test('are set with a reason, shown, audited and obeyed', async () => {
    now = daysLater(2000);
    const id = await logNote(ask, noor, { observationText: sentence('korter'), asDraft: true });
    expect((await command('retention', 'set', 'GM9001', 'DRAFTS', '30')).text).toContain(
      'Give the decision',
    );
    const done = await command(
      'retention',
      'set',
      'GM9001',
      'DRAFTS',
      '30',
      '--reason',
      'besluit 12',
    );
    expect(done.code).toBe(0);
    expect((await command('retention', 'rules', 'GM9001')).text).toMatch(
      /DRAFTS +30 days +besluit 12/,
    );
    const { data } = await ask<{ retentionRules: object[] }>(
      ilse,
      '{ retentionRules { kind days reason } }',
    );
    expect(data.retentionRules).toContainEqual({ kind: 'DRAFTS', days: 30, reason: 'besluit 12' });
    now = daysLater(2031);
    expect((await run()).map(({ kind }) => kind)).toContain('DRAFTS');
    expect(await db.$count(fieldNotes, eq(fieldNotes.id, id))).toBe(0);
    await command('retention', 'set', 'GM9001', 'DRAFTS', 'default');
    const { rows } = await database.pool.query(
      `select details from audit_lines where event = 'RETENTION_RULE_SET' order by number`,
    );
    expect(rows).toEqual([{ details: { from: 90, to: 30 } }, { details: { from: 30, to: 90 } }]);
  });

  test.each([
    ['a place that is no gemeente', ['WK900101', 'DRAFTS', '30'], 'is no gemeente code'],
    ['a kind of the country', ['GM9001', 'QUARANTINE', '30'], 'stands under NL00'],
    ['a kind of a gemeente', ['NL00', 'DRAFTS', '30'], 'stands under a gemeente'],
    ['no day', ['GM9001', 'DRAFTS', '0'], 'give 1 to 36525'],
    ['no number', ['GM9001', 'DRAFTS', 'soon'], 'give 1 to 36525'],
    ['an unknown kind', ['GM9001', 'EVERYTHING', '30'], 'Choose one of'],
  ])('refuse %s', async (_what, words, message) => {
    const answer = await command('retention', 'set', ...words, '--reason', 'x');
    expect(answer.code).not.toBe(0);
    expect(answer.text).toContain(message);
  });

  test('without end keep it, and originals of imports go only when decided', async () => {
    await setRetentionRule(
      db,
      { gemeenteCode: 'GM9001', kind: 'DRAFTS', days: null, reason: 'b' },
      now,
    );
    const id = await logNote(ask, noor, { asDraft: true });
    now = daysLater(6000);
    await run();
    expect(await db.$count(fieldNotes, eq(fieldNotes.id, id))).toBe(1);
  });

  test('are kept by the command, which runs on the embedded database and on PostgreSQL', async () => {
    expect((await command('retention', '--dry-run')).text).toContain('nothing was erased');
    expect((await command('retention')).code).toBe(0);
  });
});

test('a person who leaves is nowhere any more, and the notes stay', async () => {
  now = daysLater(6100);
  const as = 'demo:OBSERVER:GM9001:welzijn:COMMUNITY_WORKER';
  const { personId } = actorOfDemoToken(as);
  const ids = {
    published: await publishNote(ask, as, esra, { observationText: sentence('blijft') }),
    draft: await logNote(ask, as, { observationText: sentence('vertrek'), asDraft: true }),
    returned: await logNote(ask, as, { observationText: sentence('terug') }),
  };
  await sendReview(ask, esra, { id: ids.returned, decision: 'RETURN', reason: 'UNCLEAR' });
  expect(await whereIs(personId)).toEqual(
    expect.arrayContaining(['authors', 'memberships', 'people']),
  );
  const printed: string[] = [];
  const io = {
    out: (text: string) => printed.push(text),
    progress: () => {},
    isTerminal: false,
    cwd: '/',
  };
  const extras = { serve: async () => {}, seed: async () => {} };
  const leave = (id: string) =>
    runCommand(['retention', 'erase-account', id], io, extras, database);
  expect(await leave(personId)).toBe(0);
  expect(printed.join()).toContain('3 contributions no longer lead to a person (GM9001)');
  expect(await whereIs(personId)).toEqual([]);
  expect(await whereIs(marker('vertrek'))).toEqual([]);
  expect(await whereIs(marker('terug'))).toEqual([]);
  expect(await whereIs(marker('blijft'))).toEqual(['note_texts']);
  expect(await leave(personId)).toBe(1);
  expect(await leave('x')).toBe(1);
  const reviewer = actorOfDemoToken(esra).personId;
  await ask(esra, 'mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { secret } }', {
    input: { id: randomUUID(), url: 'http://127.0.0.1:9/', topics: ['REVIEW_QUEUE'] },
  });
  expect(await whereIs(reviewer)).toContain('webhooks');
  await leave(reviewer);
  expect(await whereIs(reviewer)).toEqual([]);
  expect(await db.$count(noteReviews, eq(noteReviews.reviewerId, reviewer))).toBe(0);
  expect((await db.$count(people)) + (await db.$count(memberships))).toBeGreaterThan(0);
  for (const { problems } of await verifyAudit(db)) expect(problems).toEqual([]);
});

test('two jobs at once: the second waits for another day', async () => {
  now = daysLater(6200);
  const client = await database.pool.connect();
  const isEmbedded = database.kind === 'embedded';
  try {
    // The embedded database has one connection: nobody can come in between there.
    if (isEmbedded) return;
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(5180030)');
    await expect(run()).rejects.toThrow('Another process');
  } finally {
    if (!isEmbedded) await client.query('rollback');
    client.release();
  }
});

test('a serving process does it by itself, with the rights of its own login', async () => {
  now = daysLater(7000);
  const id = await logNote(ask, 'demo:OBSERVER:GM9002:wijkteam:WIJKTEAM_WORKER', {
    ...{ placeCode: 'WK900201', observationText: sentence('dagelijks'), asDraft: true },
  });
  expect(await doDailyWork(database, daysLater(7091))).toBeGreaterThan(0);
  expect(await db.$count(fieldNotes, eq(fieldNotes.id, id))).toBe(0);
  expect(await doDailyWork(database, daysLater(7091))).toBe(0);
});

test('words of notes reach no log, not even the most talkative, and erased ones not the files', async () => {
  const settings = await freshSettings();
  const folder = settings.WIJKBEELD_DATA ?? '';
  const own = await openDatabase({ folder });
  await migrateDatabase(own.pool);
  await makePlaces(own);
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
  const { yoga } = createApp({ schema, database: own, log, demoTokens: true, now: () => now });
  const send = (body: object) =>
    yoga.fetch('http://wijkbeeld.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${noor}` },
      body: JSON.stringify(body),
    });
  const words = sentence('bestand');
  const mutation = 'mutation ($input: LogFieldNoteInput!) { logFieldNote(input: $input) { id } }';
  const input = {
    id: randomUUID(),
    placeCode: 'WK900101',
    theme: 'HOUSING',
    kind: 'PROBLEM',
    observationText: words,
    noPersonConfirmed: true,
    asDraft: true,
  };
  expect(
    (await (await send({ query: mutation, variables: { input } })).json()) as object,
  ).not.toHaveProperty('errors');
  // Refused, malformed, and a failure inside: each could drag the words along.
  await send({
    query: mutation,
    variables: { input: { ...input, id: randomUUID(), theme: 'NONE' } },
  });
  await send({ query: `mutation { logFieldNote(input: { observationText: "${words}" ` });
  await own.pool.query(
    'alter table note_texts add constraint closed check (note_id is null) not valid',
  );
  await send({ query: mutation, variables: { input: { ...input, id: randomUUID() } } });
  await own.pool.query('alter table note_texts drop constraint closed');
  expect(logged.join()).toContain('unexpected error');
  expect(logged.join()).not.toContain(marker(''));
  await runRetention(own.db, {
    now: new Date(now.getTime() + 91 * 86_400_000),
    dryRun: false,
    isOwner: true,
  });
  await wipeTraces(own);
  await own.close();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  expect(files.length).toBeGreaterThan(100);
  const holding = files
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).includes(marker('')));
  expect(holding).toEqual([]);
});
