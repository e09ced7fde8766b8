// Reactions of residents and professionals to published statements.
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { auditLines, authors, fieldNotes, reactions } from '../server/db/tables.ts';
import { reviewReaction } from '../server/reactions/review.ts';
import { parseStatement } from '../server/reactions/statements.ts';
import { amira, askOn, bram, esra, ilse, joris, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import {
  lastingPseudonym,
  linesAbout,
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

/** A resident. */
const ruth = 'demo:RESIDENT:GM9001';
const pim = 'demo:POLICY:GM9001';
const colleague = 'demo:REVIEWER:GM9001:signaalteam';
const words = 'In de portieken aan de kade is het ook vochtig.';
const signal = 'signal:WK900101:HOUSING';
const ids = {
  followUp: randomUUID(),
  open: randomUUID(),
  circle: randomUUID(),
  sealed: randomUUID(),
};

beforeAll(async () => {
  const here = { placeCode: 'WK900101', theme: 'HOUSING' };
  await publishNote(ask, noor, esra, here);
  const session = {
    ...here,
    ...{ explanation: 'Het gemiddelde verhult een deel.', professions: ['CARETAKER'] },
    heldOn: '2026-03-01',
  };
  const { errors } = await ask(
    esra,
    `mutation ($f: RecordFollowUpInput!, $o: AddInterpretationInput!, $c: AddInterpretationInput!, $s: AddInterpretationInput!) {
      f: recordFollowUp(input: $f) { id } o: addInterpretation(input: $o) { id }
      c: addInterpretation(input: $c) { id } s: addInterpretation(input: $s) { id } }`,
    {
      f: { id: ids.followUp, ...here, action: 'Vochtmeting.', owner: 'Woningcorporatie' },
      o: { id: ids.open, ...session, publicationLevel: 'PUBLIC' },
      c: { id: ids.circle, ...session, publicationLevel: 'CIRCLE' },
      s: { id: ids.sealed, ...session, publicationLevel: 'SEALED' },
    },
  );
  expect(errors).toBeUndefined();
});

interface Submitted {
  readonly id: string;
  readonly status: string;
  readonly text: string | null;
  readonly reason: string | null;
  readonly voice: string;
}
const fields = 'id statement placeCode theme voice text status reason receivedOn reviewedOn';

const react = (as: string | null, changes: Record<string, unknown> = {}) =>
  ask<{ addReaction: Submitted }>(
    as,
    `mutation ($input: AddReactionInput!) { addReaction(input: $input) { ${fields} } }`,
    { input: { id: randomUUID(), statement: signal, text: words, ...changes } },
  );
const review = (as: string | null, id: string, changes: Record<string, unknown> = {}) =>
  ask<{ reviewReaction: Submitted }>(
    as,
    `mutation ($input: ReviewReactionInput!) { reviewReaction(input: $input) { ${fields} } }`,
    { input: { id, decision: 'PUBLISH', ...changes } },
  );
const withdraw = (as: string | null, id: string) =>
  ask<{ withdrawReaction: Submitted }>(
    as,
    `mutation ($id: UUID!) { withdrawReaction(input: { id: $id }) { ${fields} } }`,
    { id },
  );

async function added(as: string, changes: Record<string, unknown> = {}) {
  const { data, errors } = await react(as, changes);
  if (errors) throw new Error(`The reaction was refused: ${errors[0]?.message}`);
  return data.addReaction.id;
}

async function published(as: string, changes: Record<string, unknown> = {}) {
  const id = await added(as, changes);
  expect((await review(esra, id)).errors).toBeUndefined();
  return id;
}

interface Shown {
  readonly id: string;
  readonly text: string;
  readonly voice: string;
  readonly publishedOn: string;
}
async function shown(as: string | null, asOf?: string) {
  interface ThemeView {
    theme: { code: string };
    reactions: Shown[];
    followUps: { id: string; reactions: Shown[] }[];
    interpretations: { id: string; reactions: Shown[] }[];
  }
  const { data, errors } = await ask<{ wijkProfile: { themes: ThemeView[] } }>(
    as,
    `query ($asOf: Date) { wijkProfile(code: "WK900101", asOf: $asOf) { themes { theme { code }
      reactions { id text voice publishedOn }
      followUps { id reactions { id text voice publishedOn } }
      interpretations { id reactions { id text voice publishedOn } } } } }`,
    { asOf },
  );
  expect(errors).toBeUndefined();
  const theme = data.wijkProfile.themes.find((one) => one.theme.code === 'HOUSING');
  if (!theme) throw new Error('No theme.');
  const under = (list: readonly { id: string; reactions: Shown[] }[], id: string) =>
    list.find((one) => one.id === id)?.reactions.map((one) => one.id) ?? [];
  return {
    signal: theme.reactions,
    ids: theme.reactions.map((one) => one.id),
    followUp: under(theme.followUps, ids.followUp),
    open: under(theme.interpretations, ids.open),
    circle: under(theme.interpretations, ids.circle),
    text: JSON.stringify(theme),
  };
}

const rowOf = async (id: string) =>
  (await db.select().from(reactions).where(eq(reactions.id, id)))[0];
const countRows = () =>
  Promise.all([reactions, authors, auditLines].map((table) => db.$count(table)));

const closeAudit = () =>
  database.pool.query(
    'alter table audit_lines add constraint audit_lines_closed check (number < 0) not valid',
  );
const openAudit = () =>
  database.pool.query('alter table audit_lines drop constraint audit_lines_closed');

describe('adding a reaction', () => {
  test.each([
    ['a resident', ruth, 'RESIDENT'],
    ['an observer', noor, 'PROFESSIONAL'],
    ['a GP', amira, 'PROFESSIONAL'],
    ['an analyst', bram, 'PROFESSIONAL'],
    ['a policy adviser', pim, 'PROFESSIONAL'],
    ['a reviewer', colleague, 'PROFESSIONAL'],
  ])('%s hands it in, and nobody sees it yet', async (_who, as, voice) => {
    const { data, errors } = await react(as, { text: `  ${words}\n` });
    expect(errors).toBeUndefined();
    const { id } = data.addReaction;
    expect(data.addReaction).toEqual({
      ...{ id, statement: signal, placeCode: 'WK900101', theme: 'HOUSING', voice, text: words },
      ...{ status: 'SUBMITTED', reason: null, receivedOn: '2026-03-15', reviewedOn: null },
    });
    for (const reader of [nobody, noor, esra]) expect((await shown(reader)).ids).not.toContain(id);
    const [line, ...more] = await linesAbout(database, id);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ event: 'REACTION_ADDED', role: voice });
    expect(line?.actor).toMatch(/^[0-9a-f]{16}$/);
    expect(line?.actor).not.toBe(await lastingPseudonym(database, as));
    expect(JSON.stringify(line)).not.toContain('vochtig');
  });

  test('two of one person do not join in the audit log', async () => {
    const [one, other] = [await added(ruth), await added(ruth)];
    const actors = [await linesAbout(database, one), await linesAbout(database, other)].map(
      ([line]) => line?.actor,
    );
    expect(actors[0]).not.toBe(actors[1]);
  });

  test.each([
    ['who is not signed in', nobody, 'UNAUTHENTICATED'],
    ['a council member', 'demo:COUNCIL:GM9001', 'FORBIDDEN'],
    ['an administrator', ilse, 'FORBIDDEN'],
    ['an auditor', 'demo:AUDITOR:GM9001', 'FORBIDDEN'],
  ])('is not for %s', async (_who, as, code) => {
    const before = await countRows();
    expect(refusalOf(await react(as)).code).toBe(code);
    expect(await countRows()).toEqual(before);
  });

  test.each([
    ['no words', { text: ' ' }, 'text'],
    ['too many words', { text: 'x'.repeat(601) }, 'text'],
    ['a phone number', { text: 'Bel mij: 06-12345678.' }, 'text'],
    ['an address', { text: 'Kom naar Kerkstraat 12, 2512 AB.' }, 'text'],
    ['no statement', { statement: 'iets' }, 'statement'],
    ['an unknown theme', { statement: 'signal:WK900101:WEATHER' }, 'statement'],
    ['a wijk of the past', { statement: 'signal:WK900199:HOUSING' }, 'statement'],
    ['an id with a clock in it', { id: '3f2b8c1e-5d7a-1c1b-9e2f-0a1b2c3d4e5f' }, 'id'],
  ])('refuses %s, keeping and echoing nothing', async (_what, changes, field) => {
    const before = await countRows();
    const answer = await react(ruth, changes);
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    expect(JSON.stringify(answer)).not.toMatch(/12345678|Kerkstraat/);
    expect(await countRows()).toEqual(before);
  });

  test('a statement of another gemeente, that may not be read, and none at all are refused alike', async () => {
    const statements = [
      `followUp:${randomUUID()}`,
      `interpretation:${randomUUID()}`,
      `interpretation:${ids.circle}`,
      `interpretation:${ids.sealed}`,
    ];
    const refusals = await Promise.all(statements.map((statement) => react(ruth, { statement })));
    refusals.push(await react('demo:RESIDENT:GM9002', { statement: `followUp:${ids.followUp}` }));
    const messages = refusals.map(({ errors }) =>
      errors?.[0]?.message.replace(/(followUp|interpretation):[0-9a-f-]{36}/, ''),
    );
    expect(new Set(messages).size).toBe(1);
    for (const refusal of refusals) expect(refusalOf(refusal).code).toBe('NOT_FOUND');
    expect(refusalOf(await react(ruth, { statement: 'signal:WK900201:HOUSING' }))).toEqual({
      ...{ code: 'FORBIDDEN', field: 'input.statement' },
    });
    expect(refusalOf(await react(ruth, { statement: 'signal:WK900150:HOUSING' })).code).toBe(
      'NOT_FOUND',
    );
  });

  test('sent five times at once is added once', async () => {
    const id = randomUUID();
    const before = await countRows();
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => react(ruth, { id })));
    expect(sent.map((one) => refusalOf(one).code)).toEqual(Array(5).fill(undefined));
    expect(await countRows()).toEqual(before.map((count) => count + 1));
    expect((await react(ruth, { id })).data).toEqual(sent[0]?.data);
  });

  test('with an id of somebody else, or of a note, is a conflict that says nothing', async () => {
    const id = await added(ruth);
    const note = await publishNote(ask, noor, esra, { placeCode: 'WK900102' });
    const before = await countRows();
    for (const taken of [id, note]) {
      const answer = await react(joris, { id: taken, text: 'Iets anders.' });
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', id: taken });
      expect(answer.errors?.[0]?.message).not.toContain('vochtig');
    }
    expect(await countRows()).toEqual(before);
  });

  test('that fails in the middle leaves nothing behind', async () => {
    const before = await countRows();
    await closeAudit();
    const answer = await react(ruth);
    await openAudit();
    expect(refusalOf(answer).code).toBe('INTERNAL_SERVER_ERROR');
    expect(await countRows()).toEqual(before);
  });

  test('counts for nothing in the signal', async () => {
    const view = async () => {
      const { data } = await ask<{ wijkProfile: object }>(
        nobody,
        `{ wijkProfile(code: "WK900101") { coverage { level organisations } themes {
          signal { display voices corroboration } coverage { level organisations } concordance { outcome } } } }`,
      );
      return data.wijkProfile;
    };
    const before = await view();
    for (const as of [ruth, noor, joris, amira]) await published(as);
    expect(await view()).toEqual(before);
    expect(await db.$count(fieldNotes, eq(fieldNotes.placeCode, 'WK900101'))).toBe(1);
  });
});

describe('reviewing a reaction', () => {
  test('publishes it under its statement, by month and without a name', async () => {
    const [onSignal, onFollowUp, onOpen, onCircle] = [
      await published(ruth),
      await published(ruth, { statement: `followUp:${ids.followUp}` }),
      await published(noor, { statement: `interpretation:${ids.open}` }),
      await published(noor, { statement: `interpretation:${ids.circle.toUpperCase()}` }),
    ];
    const everyone = await shown(nobody);
    expect(everyone.signal.find((one) => one.id === onSignal)).toEqual({
      ...{ id: onSignal, text: words, voice: 'RESIDENT', publishedOn: '2026-03-01' },
    });
    expect(everyone.followUp).toEqual([onFollowUp]);
    expect(everyone.open).toEqual([onOpen]);
    expect(everyone.circle).toEqual([]);
    expect((await shown(bram)).circle).toEqual([onCircle]);
    expect(everyone.ids).not.toContain(onFollowUp);
    expect((await shown(nobody, '2026-03-14')).ids).toEqual([]);
    expect((await linesAbout(database, onSignal)).at(-1)).toMatchObject({
      ...{ event: 'REACTION_PUBLISHED', actor: await lastingPseudonym(database, esra) },
    });
  });

  test('words under medical secrecy stay in the closed circle', async () => {
    const id = await published(amira, { text: 'Wij zien het ook in de praktijk.' });
    for (const as of [noor, esra]) expect((await shown(as)).ids).toContain(id);
    for (const as of [nobody, ruth, bram, pim, otto]) {
      expect((await shown(as)).ids).not.toContain(id);
    }
  });

  test('rejects it: the text is gone at once, the reason stays and its author sees it', async () => {
    const id = await added(ruth);
    const { data } = await review(esra, id, { decision: 'REJECT', reason: 'SINGLE_CASE' });
    expect(data.reviewReaction).toMatchObject({
      ...{ status: 'REJECTED', reason: 'SINGLE_CASE', text: null, reviewedOn: '2026-03-15' },
    });
    expect(await rowOf(id)).toMatchObject({ body: null, reason: 'SINGLE_CASE' });
    const mine = await ask<{ myReactions: { edges: { node: Submitted }[] } }>(
      ruth,
      `{ myReactions(first: 100) { edges { node { ${fields} } } } }`,
    );
    expect(mine.data.myReactions.edges.find((edge) => edge.node.id === id)?.node).toMatchObject({
      ...{ status: 'REJECTED', reason: 'SINGLE_CASE', text: null },
    });
    expect((await shown(esra)).ids).not.toContain(id);
  });

  test.each([
    ['who is not signed in', nobody, 'UNAUTHENTICATED'],
    ['its author', ruth, 'FORBIDDEN'],
    ['an observer', noor, 'FORBIDDEN'],
    ['an analyst', bram, 'FORBIDDEN'],
    ['a policy adviser', pim, 'FORBIDDEN'],
    ['an administrator', ilse, 'FORBIDDEN'],
    ['a council member', 'demo:COUNCIL:GM9001', 'FORBIDDEN'],
    ['an auditor', 'demo:AUDITOR:GM9001', 'FORBIDDEN'],
    ['a reviewer of another gemeente', otto, 'NOT_FOUND'],
  ])('is not for %s', async (_who, as, code) => {
    const id = await added(ruth);
    expect(refusalOf(await review(as, id)).code).toBe(code);
    expect((await rowOf(id))?.status).toBe('SUBMITTED');
  });

  test('is never for its author, also when that person is a reviewer', async () => {
    const own = await added(esra);
    expect(refusalOf(await review(esra, own)).code).toBe('FORBIDDEN');
    expect((await review(colleague, own)).data.reviewReaction.status).toBe('PUBLISHED');
    const id = await added(ruth);
    const actor = { ...actorOfDemoToken(esra), personId: actorOfDemoToken(ruth).personId };
    const attempt = reviewReaction(db, actor, { id, decision: 'PUBLISH' }, today);
    await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('needs a reason to reject and takes none to publish', async () => {
    const id = await added(ruth);
    const refusals = [
      await review(esra, id, { decision: 'REJECT' }),
      await review(esra, id, { reason: 'UNCLEAR' }),
    ];
    for (const refusal of refusals) {
      expect(refusalOf(refusal)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.reason' });
    }
    expect(await linesAbout(database, id)).toHaveLength(1);
  });

  test('sent twice is done once, and another decision is a conflict', async () => {
    const id = await published(ruth);
    expect((await review(esra, id)).errors).toBeUndefined();
    expect(await linesAbout(database, id)).toHaveLength(2);
    const other = await review(colleague, id, { decision: 'REJECT', reason: 'UNCLEAR' });
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', status: 'PUBLISHED' });
  });

  test('by two at once: one decides, the other hears of it', async () => {
    const id = await added(ruth);
    const both = await Promise.all([
      review(esra, id),
      review(colleague, id, { decision: 'REJECT', reason: 'UNCLEAR' }),
    ]);
    expect(both.map((one) => refusalOf(one).code ?? 'OK').sort()).toEqual(['CONFLICT', 'OK']);
  });

  test('that fails in the middle leaves nothing behind', async () => {
    const id = await added(ruth);
    const before = await rowOf(id);
    await closeAudit();
    const answer = await review(esra, id, { decision: 'REJECT', reason: 'UNCLEAR' });
    await openAudit();
    expect(refusalOf(answer).code).toBe('INTERNAL_SERVER_ERROR');
    expect(await rowOf(id)).toEqual(before);
  });
});

describe('taking a reaction back', () => {
  test('erases its words, for its author at any time and for a reviewer once published', async () => {
    const [own, waiting, theirs] = [
      await published(ruth),
      await added(ruth),
      await published(ruth),
    ];
    const answers = [
      await withdraw(ruth, own),
      await withdraw(ruth, waiting),
      await withdraw(esra, theirs),
    ];
    for (const { data } of answers) {
      expect(data.withdrawReaction).toMatchObject({ status: 'WITHDRAWN', text: null });
    }
    for (const id of [own, waiting, theirs]) {
      expect((await rowOf(id))?.body).toBeNull();
      expect((await shown(esra)).ids).not.toContain(id);
    }
    expect((await withdraw(ruth, own)).errors).toBeUndefined();
    expect((await linesAbout(database, own)).map((line) => line.event)).toEqual([
      ...['REACTION_ADDED', 'REACTION_PUBLISHED', 'REACTION_WITHDRAWN'],
    ]);
  });

  test('is refused to others, and once rejected', async () => {
    const id = await published(ruth);
    expect(refusalOf(await withdraw(nobody, id)).code).toBe('UNAUTHENTICATED');
    for (const as of [noor, bram, pim, ilse]) {
      expect(refusalOf(await withdraw(as, id)).code).toBe('FORBIDDEN');
    }
    expect(refusalOf(await withdraw(otto, id)).code).toBe('NOT_FOUND');
    expect(refusalOf(await withdraw(esra, randomUUID())).code).toBe('NOT_FOUND');
    const waiting = await added(ruth);
    expect(refusalOf(await withdraw(esra, waiting)).code).toBe('CONFLICT');
    await review(esra, waiting, { decision: 'REJECT', reason: 'UNCLEAR' });
    expect(refusalOf(await withdraw(ruth, waiting)).code).toBe('CONFLICT');
  });
});

describe('the queue of reactions', () => {
  interface Queue {
    reactionQueue: {
      edges: { node: Submitted & { receivedOn: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }
  const queue = (as: string | null, within: string, page: Record<string, unknown> = {}) =>
    ask<Queue>(
      as,
      `query ($within: PlaceCode!, $first: Int, $after: String) {
        reactionQueue(within: $within, first: $first, after: $after) {
          edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`,
      { within, ...page },
    );

  test('holds what waits, oldest day first, but not one’s own, and reading it leaves a line', async () => {
    const statement = 'signal:WK900103:MEANING';
    now = new Date('2026-03-17T12:00:00Z');
    const late = await added(ruth, { statement });
    now = new Date('2026-03-16T12:00:00Z');
    const early = await added(noor, { statement });
    const own = await added(esra, { statement });
    const decided = await published(ruth, { statement });
    now = today;
    const first = (await queue(esra, 'WK900103', { first: 1 })).data.reactionQueue;
    const rest = (await queue(esra, 'WK900103', { after: first.pageInfo.endCursor })).data;
    const found = [...first.edges, ...rest.reactionQueue.edges].map((edge) => edge.node.id);
    expect(found).toEqual([early, late]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const all = (await queue(colleague, 'GM9001', { first: 100 })).data.reactionQueue.edges;
    expect(all.map((edge) => edge.node.id)).toEqual(expect.arrayContaining([own, early, late]));
    expect(all.map((edge) => edge.node.id)).not.toContain(decided);
    expect(await linesAbout(database, 'WK900103')).toMatchObject([
      { event: 'REACTION_READ', details: { count: 'N1' } },
      { event: 'REACTION_READ', details: { count: 'N1' } },
    ]);
    // The one who hands in last is not shown as such within a day.
    expect(all.every((edge) => edge.node.receivedOn.length === 10)).toBe(true);
  });

  test('is for reviewers of the gemeente', async () => {
    expect(refusalOf(await queue(nobody, 'GM9001')).code).toBe('UNAUTHENTICATED');
    for (const as of [ruth, noor, bram, pim, ilse, otto]) {
      expect(refusalOf(await queue(as, 'GM9001')).code).toBe('FORBIDDEN');
    }
    expect(refusalOf(await queue(esra, 'NL00'))).toEqual({
      ...{ code: 'BAD_USER_INPUT', field: 'within' },
    });
    expect(refusalOf(await queue(esra, 'GM9001', { after: 'x' })).code).toBe('BAD_USER_INPUT');
  });

  test('own reactions are one’s own only', async () => {
    const mine = async (as: string | null) => {
      const { data } = await ask<{ myReactions: { edges: { node: Submitted }[] } }>(
        as,
        `{ myReactions(first: 100) { edges { node { ${fields} } } } }`,
      );
      return data.myReactions.edges.map((edge) => edge.node.id);
    };
    const id = await added(joris);
    expect(await mine(joris)).toContain(id);
    for (const as of [ruth, noor, esra, bram]) expect(await mine(as)).not.toContain(id);
  });
});

test('statements are named in one way and read back', () => {
  const id = '3f2b8c1e-5d7a-4c1b-9e2f-0a1b2c3d4e5f';
  expect(parseStatement(`followUp:${id}`)).toEqual({ kind: 'FOLLOW_UP', id });
  expect(parseStatement(`interpretation:${id.toUpperCase()}`)).toEqual({
    ...{ kind: 'INTERPRETATION', id },
  });
  expect(parseStatement('signal:WK0363AA:HOUSING')).toEqual({
    ...{ kind: 'SIGNAL', placeCode: 'WK0363AA', theme: 'HOUSING' },
  });
  for (const text of [
    '',
    'followUp:',
    `note:${id}`,
    'signal:WK0363AA',
    `followUp:${id} `.repeat(2),
  ]) {
    expect(parseStatement(text)).toBeUndefined();
  }
});
