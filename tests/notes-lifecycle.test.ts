// Every status x action x actor, against a table written here and not taken from the code.
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { NoteStatus } from '../server/codes/notes.ts';
import { fieldNotes } from '../server/db/tables.ts';
import { expireNotes } from '../server/notes/expire.ts';
import { findNextStatus, noteActions, noteParties } from '../server/notes/lifecycle.ts';
import { askOn, bram, esra, joris, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import {
  linesAbout,
  logNote,
  makePlaces,
  publishNote,
  refusalOf,
  sendReview,
  today,
} from './support/make.ts';

const database = await testDatabase();
const { db } = database;
await makePlaces(database);
const ask = askOn(database, () => today);
const colleague = 'demo:REVIEWER:GM9001:signaalteam';

const withdrawal = `mutation ($id: UUID!) { withdrawFieldNote(input: { id: $id }) { id status } }`;

/** How a note gets into each status. */
const bring: Record<NoteStatus, () => Promise<string>> = {
  DRAFT: () => logNote(ask, noor, { asDraft: true }),
  SUBMITTED: () => logNote(ask, noor),
  IN_REVIEW: async () => {
    const id = await logNote(ask, noor);
    await db.update(fieldNotes).set({ status: 'IN_REVIEW' }).where(eq(fieldNotes.id, id));
    return id;
  },
  PUBLISHED: () => publishNote(ask, noor, colleague),
  RETURNED: () => publishNote(ask, noor, colleague, {}, { ...returned }),
  REJECTED: () => publishNote(ask, noor, colleague, {}, { ...returned, decision: 'REJECT' }),
  EXPIRED: () => publishNote(ask, noor, colleague, { recordedAt: '2024-09-15T09:00:00Z' }),
  WITHDRAWN: async () => {
    const id = await logNote(ask, noor);
    await ask(noor, withdrawal, { id });
    return id;
  },
};
const returned = { decision: 'RETURN', reason: 'UNCLEAR' };

const review = (decision: string) => (as: string | null, id: string) =>
  sendReview(ask, as, {
    id,
    decision,
    ...(decision === 'PUBLISH' ? {} : { reason: 'UNCLEAR' }),
  });

const acts = {
  submit: (as: string | null, id: string) =>
    ask(as, 'mutation ($id: UUID!) { submitFieldNote(id: $id) { id } }', { id }),
  discard: (as: string | null, id: string) =>
    ask(as, 'mutation ($id: UUID!) { discardDraft(id: $id) }', { id }),
  revise: (as: string | null, id: string) =>
    ask(as, 'mutation ($input: ReviseFieldNoteInput!) { reviseFieldNote(input: $input) { id } }', {
      input: { id, version: 1, severity: 'SERIOUS' },
    }),
  withdraw: (as: string | null, id: string) => ask(as, withdrawal, { id }),
  confirm: (as: string | null, id: string) =>
    ask(
      as,
      'mutation ($input: ConfirmFieldNoteInput!) { confirmFieldNote(input: $input) { id } }',
      {
        input: { id: randomUUID(), noteId: id },
      },
    ),
  publish: review('PUBLISH'),
  return: review('RETURN'),
  reject: review('REJECT'),
};
type Act = keyof typeof acts;
const reviewActs: readonly Act[] = ['publish', 'return', 'reject'];

/** A status to come, SAME for accepted without effect, or the code of the refusal. */
type Outcome =
  | NoteStatus
  | 'GONE'
  | 'SAME'
  | 'CONFLICT'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'UNAUTHENTICATED';

const author: Record<NoteStatus, Partial<Record<Act, Outcome>>> = {
  DRAFT: { submit: 'SUBMITTED', discard: 'GONE', revise: 'DRAFT' },
  SUBMITTED: { submit: 'SAME', revise: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  IN_REVIEW: {},
  PUBLISHED: { revise: 'SUBMITTED', withdraw: 'WITHDRAWN', confirm: 'FORBIDDEN' },
  RETURNED: { submit: 'SUBMITTED', revise: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  REJECTED: {},
  EXPIRED: {},
  WITHDRAWN: { withdraw: 'SAME' },
};

const reviewer: Record<NoteStatus, Partial<Record<Act, Outcome>>> = {
  DRAFT: { withdraw: 'NOT_FOUND', publish: 'NOT_FOUND', return: 'NOT_FOUND', reject: 'NOT_FOUND' },
  SUBMITTED: { publish: 'PUBLISHED', return: 'RETURNED', reject: 'REJECTED' },
  IN_REVIEW: { publish: 'PUBLISHED', return: 'RETURNED', reject: 'REJECTED' },
  PUBLISHED: { withdraw: 'WITHDRAWN' },
  RETURNED: {},
  REJECTED: {},
  EXPIRED: {},
  WITHDRAWN: { withdraw: 'SAME' },
};

function expected(status: NoteStatus, act: Act, actor: string): Outcome {
  const isReview = reviewActs.includes(act);
  switch (actor) {
    case 'author':
      if (isReview) return 'FORBIDDEN';
      return author[status][act] ?? (act === 'confirm' ? 'NOT_FOUND' : 'CONFLICT');
    case 'another observer':
      if (isReview) return 'FORBIDDEN';
      if (act === 'confirm') return status === 'PUBLISHED' ? 'SAME' : 'NOT_FOUND';
      return act === 'discard' ? 'SAME' : 'NOT_FOUND';
    case 'reviewer':
      if (!isReview && act !== 'withdraw') return 'FORBIDDEN';
      return reviewer[status][act] ?? 'CONFLICT';
    case 'reviewer elsewhere':
      return isReview || act === 'withdraw' ? 'NOT_FOUND' : 'FORBIDDEN';
    case 'analyst':
      return 'FORBIDDEN';
    default:
      return 'UNAUTHENTICATED';
  }
}

// Those who can change least come first, so that one note serves all.
const actors: [string, string | null][] = [
  ['nobody', nobody],
  ['analyst', bram],
  ['reviewer elsewhere', otto],
  ['another observer', joris],
];
const deciders: [string, string][] = [
  ['author', noor],
  ['reviewer', esra],
];

async function stateOf(id: string) {
  const [row] = await db.select().from(fieldNotes).where(eq(fieldNotes.id, id));
  return row;
}

describe.each(Object.keys(bring) as NoteStatus[])('a note that is %s', (status) => {
  test.each(Object.keys(acts) as Act[])('%s', async (act) => {
    for (const [decider, token] of deciders) {
      const id = await bring[status]();
      for (const [actor, as] of [...actors, [decider, token] as const]) {
        const before = await stateOf(id);
        const lines = (await linesAbout(database, id)).length;
        const outcome = expected(status, act, actor);
        const { code } = refusalOf(await acts[act](as, id));
        const after = await stateOf(id);
        const said = `${actor}: ${code ?? 'accepted'}`;
        if (['CONFLICT', 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'].includes(outcome)) {
          expect(said).toBe(`${actor}: ${outcome}`);
          expect(after).toEqual(before);
          expect(await linesAbout(database, id)).toHaveLength(lines);
        } else if (outcome === 'SAME') {
          expect(said).toBe(`${actor}: accepted`);
          expect(after).toEqual(before);
        } else {
          expect(said).toBe(`${actor}: accepted`);
          expect(after?.status ?? 'GONE').toBe(outcome);
          expect((await linesAbout(database, id)).length).toBeGreaterThan(lines);
        }
      }
    }
  });
});

test('the author may not judge, not even with the role of a reviewer', () => {
  for (const action of ['START_REVIEW', 'PUBLISH', 'RETURN', 'REJECT'] as const) {
    expect(findNextStatus('SUBMITTED', action, 'AUTHOR')).toBeUndefined();
    expect(findNextStatus('IN_REVIEW', action, 'AUTHOR')).toBeUndefined();
  }
});

test('nothing leads out of a final status', () => {
  for (const status of ['REJECTED', 'EXPIRED', 'WITHDRAWN'] as const) {
    for (const action of noteActions) {
      for (const party of noteParties) {
        expect(findNextStatus(status, action, party)).toBeUndefined();
      }
    }
  }
});

test('the program does nothing but expire what is published', () => {
  const possible = (Object.keys(bring) as NoteStatus[]).flatMap((status) =>
    noteActions.filter((action) => findNextStatus(status, action, 'SYSTEM')),
  );
  expect(possible).toEqual(['EXPIRE']);
});

test('the retention job marks expired notes once, with one line per gemeente', async () => {
  const id = await bring.EXPIRED();
  expect((await stateOf(id))?.status).toBe('PUBLISHED');
  expect(await expireNotes(db, today)).toBeGreaterThan(0);
  expect(await stateOf(id)).toMatchObject({
    status: 'EXPIRED',
    endedAt: new Date('2026-03-15T09:00:00Z'),
  });
  const lines = (await linesAbout(database, 'GM9001')).filter((l) => l.event === 'NOTES_EXPIRED');
  expect(lines).toHaveLength(1);
  expect(await expireNotes(db, today)).toBe(0);
});
