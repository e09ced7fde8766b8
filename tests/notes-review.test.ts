// Reviewing and confirming.
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { actorOfDemoToken } from '../server/access/demo.ts';
import {
  authors,
  fieldNotes,
  noteConfirmations,
  noteReviews,
  noteTexts,
} from '../server/db/tables.ts';
import { loadPublishedNotes } from '../server/notes/published.ts';
import { reviewFieldNote } from '../server/notes/review.ts';
import { amira, askOn, bram, esra, joris, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import {
  lastingPseudonym,
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

const rowOf = async (id: string) =>
  (await db.select().from(fieldNotes).where(eq(fieldNotes.id, id)))[0];

const textsOf = (id: string) => db.select().from(noteTexts).where(eq(noteTexts.noteId, id));

const closeAudit = () =>
  database.pool.query(
    'alter table audit_lines add constraint audit_lines_closed check (number < 0) not valid',
  );
const openAudit = () =>
  database.pool.query('alter table audit_lines drop constraint audit_lines_closed');

describe('reviewing', () => {
  test('publishes a note and leaves both steps in the audit log', async () => {
    const id = await logNote(ask, noor);
    const { data } = await sendReview(ask, esra, { id, publicationLevel: 'CIRCLE' });
    expect(data.reviewFieldNote).toEqual({
      id,
      status: 'PUBLISHED',
      version: 1,
      publicationLevel: 'CIRCLE',
      textState: 'READABLE',
      excerpt: null,
      reviews: [
        {
          decision: 'PUBLISH',
          reason: null,
          publicationLevel: 'CIRCLE',
          version: 1,
          reviewedOn: '2026-03-15',
        },
      ],
    });
    const lines = (await linesAbout(database, id)).slice(1);
    const actor = await lastingPseudonym(database, esra);
    expect(lines).toMatchObject([
      { event: 'NOTE_REVIEW_STARTED', actor, role: 'REVIEWER', details: { to: 'IN_REVIEW' } },
      {
        event: 'NOTE_PUBLISHED',
        actor,
        details: { from: 'IN_REVIEW', to: 'PUBLISHED', publicationLevel: 'CIRCLE', version: 1 },
      },
    ]);
  });

  test('publishes an excerpt, and the author sees the exact words that are shown', async () => {
    const id = await logNote(ask, noor);
    const excerpt = 'Ouderen komen weinig buiten.';
    await sendReview(ask, esra, { id, publicationLevel: 'PUBLIC', excerpt: ` ${excerpt} ` });
    const { data } = await ask<{ fieldNote: object }>(
      noor,
      'query ($id: UUID!) { fieldNote(id: $id) { excerpt shownWords publicationLevel publishedOn } }',
      { id },
    );
    expect(data.fieldNote).toEqual({
      excerpt,
      shownWords: excerpt,
      publicationLevel: 'PUBLIC',
      publishedOn: '2026-03-15',
    });
  });

  test('returns a note with its reason, which the author sees', async () => {
    const id = await logNote(ask, noor);
    await sendReview(ask, esra, { id, decision: 'RETURN', reason: 'JUDGEMENT_NOT_OBSERVATION' });
    const { data } = await ask<{ fieldNote: object }>(
      noor,
      'query ($id: UUID!) { fieldNote(id: $id) { status textState reviews { decision reason } } }',
      { id },
    );
    expect(data.fieldNote).toEqual({
      status: 'RETURNED',
      textState: 'READABLE',
      reviews: [{ decision: 'RETURN', reason: 'JUDGEMENT_NOT_OBSERVATION' }],
    });
  });

  test('rejects a note: its texts are gone at once, reason and date stay', async () => {
    const id = await logNote(ask, noor, { interpretationText: 'Er is te weinig aanbod.' });
    const review = { id, decision: 'REJECT', reason: 'PERSON_RECOGNISABLE' };
    const { data } = await sendReview(ask, esra, review);
    expect(data.reviewFieldNote).toMatchObject({ status: 'REJECTED', textState: 'ERASED' });
    expect(await rowOf(id)).toMatchObject({ erasedAt: today });
    expect(await textsOf(id)).toEqual([]);
    const [kept] = await db.select().from(noteReviews).where(eq(noteReviews.noteId, id));
    expect(kept).toMatchObject({ reason: 'PERSON_RECOGNISABLE', reviewedAt: today });
  });

  test('is for who is signed in', async () => {
    const id = await logNote(ask, noor);
    expect(refusalOf(await sendReview(ask, nobody, { id })).code).toBe('UNAUTHENTICATED');
  });

  test.each([
    ['an observer', joris],
    ['the author', noor],
    ['an analyst', bram],
    ['an administrator', 'demo:ADMIN:GM9001'],
  ])('is not for %s', async (_name, as) => {
    const id = await logNote(ask, noor);
    expect(refusalOf(await sendReview(ask, as, { id })).code).toBe('FORBIDDEN');
    expect((await rowOf(id))?.status).toBe('SUBMITTED');
  });

  test('is never for the author, also when that person is a reviewer', async () => {
    const id = await logNote(ask, noor);
    const { personId } = actorOfDemoToken(noor);
    const actor = { ...actorOfDemoToken(esra), personId };
    const input = { id, version: 1, decision: 'PUBLISH', publicationLevel: 'CIRCLE' } as const;
    await expect(reviewFieldNote(db, actor, input, today)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'You wrote this note: another reviewer judges it.',
    });
    expect((await rowOf(id))?.status).toBe('SUBMITTED');
  });

  test('of a note of another gemeente, of a draft and of none at all is refused alike', async () => {
    const [id, draft, none] = [
      await logNote(ask, noor),
      await logNote(ask, noor, { asDraft: true }),
      randomUUID(),
    ];
    const refusals = [
      await sendReview(ask, otto, { id }),
      await sendReview(ask, esra, { id: draft }),
      await sendReview(ask, esra, { id: none }),
    ];
    const words = refusals.map(({ errors }) => errors?.[0]?.message.replace(/[0-9a-f-]{36}/, ''));
    expect(new Set(words).size).toBe(1);
    for (const refusal of refusals) expect(refusalOf(refusal).code).toBe('NOT_FOUND');
  });

  test.each([
    ['publishing without a level', { publicationLevel: null }, 'publicationLevel'],
    ['publishing with a reason', { reason: 'UNCLEAR' }, 'reason'],
    ['returning without a reason', { decision: 'RETURN' }, 'reason'],
    ['rejecting without a reason', { decision: 'REJECT' }, 'reason'],
    [
      'returning with a level',
      { decision: 'RETURN', reason: 'UNCLEAR', publicationLevel: 'CIRCLE' },
      'publicationLevel',
    ],
    ['making public without an excerpt', { publicationLevel: 'PUBLIC' }, 'excerpt'],
    ['making public with blanks', { publicationLevel: 'PUBLIC', excerpt: '  ' }, 'excerpt'],
    ['an excerpt for the circle', { excerpt: 'Weinig te doen.' }, 'excerpt'],
    [
      'an excerpt that is too long',
      { publicationLevel: 'PUBLIC', excerpt: 'x'.repeat(601) },
      'excerpt',
    ],
    [
      'an excerpt with personal data',
      { publicationLevel: 'PUBLIC', excerpt: 'Bel 06-12345678.' },
      'excerpt',
    ],
  ])('%s is refused and changes nothing', async (_name, review, field) => {
    const id = await logNote(ask, noor);
    const before = await rowOf(id);
    const answer = await sendReview(ask, esra, { id, ...review });
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `input.${field}` });
    expect(await rowOf(id)).toEqual(before);
    expect(await linesAbout(database, id)).toHaveLength(1);
  });

  test.each([
    ['a GP', amira],
    ['youth care', 'demo:OBSERVER:GM9001:jeugdteam:FAMILY_COACH'],
  ])('words of %s never become public', async (_name, as) => {
    const id = await logNote(ask, as);
    const review = { id, publicationLevel: 'PUBLIC', excerpt: 'Weinig te doen.' };
    const answer = await sendReview(ask, esra, review);
    expect(refusalOf(answer).field).toBe('input.publicationLevel');
    expect(answer.errors?.[0]?.message).toContain('closed circle');
  });

  test('a version that changed since it was read is a conflict', async () => {
    const id = await logNote(ask, noor);
    await ask(
      noor,
      'mutation ($input: ReviseFieldNoteInput!) { reviseFieldNote(input: $input) { id } }',
      { input: { id, version: 1, theme: 'MEANING' } },
    );
    const answer = await sendReview(ask, esra, { id, version: 1 });
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', id, currentVersion: 2 });
  });

  test('sent twice is done once', async () => {
    const id = await logNote(ask, noor);
    await sendReview(ask, esra, { id });
    const lines = await linesAbout(database, id);
    const again = await sendReview(ask, esra, { id });
    expect(again.data.reviewFieldNote.status).toBe('PUBLISHED');
    expect(await linesAbout(database, id)).toEqual(lines);
    expect(await db.$count(noteReviews, eq(noteReviews.noteId, id))).toBe(1);
  });

  test('by two reviewers at once: one decides, the other hears of it', async () => {
    const id = await logNote(ask, noor);
    const answers = await Promise.all([
      sendReview(ask, esra, { id }),
      sendReview(ask, 'demo:REVIEWER:GM9001:signaalteam', {
        id,
        decision: 'REJECT',
        reason: 'UNCLEAR',
      }),
    ]);
    const codes = answers.map((answer) => refusalOf(answer).code ?? 'OK').sort();
    expect(codes).toEqual(['CONFLICT', 'OK']);
    expect(await db.$count(noteReviews, eq(noteReviews.noteId, id))).toBe(1);
  });

  test('that fails in the middle leaves nothing behind', async () => {
    const id = await logNote(ask, noor);
    const before = await rowOf(id);
    await closeAudit();
    const answer = await sendReview(ask, esra, { id });
    await openAudit();
    expect(refusalOf(answer).code).toBe('INTERNAL_SERVER_ERROR');
    expect(await rowOf(id)).toEqual(before);
    expect(await db.$count(noteReviews, eq(noteReviews.noteId, id))).toBe(0);
  });
});

describe('the review queue', () => {
  const queue = (as: string | null, within: string, page: Record<string, unknown> = {}) =>
    ask<{ reviewQueue: { edges: { cursor: string; node: { id: string; status: string } }[] } }>(
      as,
      `query ($within: PlaceCode!, $first: Int, $after: String) {
        reviewQueue(within: $within, first: $first, after: $after) {
          edges { cursor node { id status textState observationText } } } }`,
      { within, ...page },
    );
  const idsOf = async (answer: ReturnType<typeof queue>) =>
    (await answer).data.reviewQueue.edges.map((edge) => edge.node.id);

  test('holds what waits, the oldest first, page by page', async () => {
    const place = { placeCode: 'WK900111' };
    const days = ['2026-03-10', '2026-03-08', '2026-03-09'];
    const ids = new Map<string, string>();
    for (const day of days) {
      ids.set(day, await logNote(ask, noor, { ...place, recordedAt: `${day}T09:00:00Z` }));
    }
    await logNote(ask, noor, { ...place, asDraft: true });
    await publishNote(ask, noor, esra, place);
    const expected = [...days].sort().map((day) => ids.get(day));
    expect(await idsOf(queue(esra, 'WK900111'))).toEqual(expected);
    const first = await queue(esra, 'WK900111', { first: 2 });
    const after = first.data.reviewQueue.edges[1]?.cursor;
    expect(await idsOf(queue(esra, 'WK900111', { first: 2, after }))).toEqual(expected.slice(2));
  });

  test('reading it leaves one line that says how many texts were read', async () => {
    await logNote(ask, noor, { placeCode: 'WK900112' });
    await logNote(ask, joris, { placeCode: 'WK900112' });
    await queue(esra, 'WK900112');
    expect(await linesAbout(database, 'WK900112')).toMatchObject([
      {
        event: 'NOTE_READ',
        actor: await lastingPseudonym(database, esra),
        objectType: 'review_queue',
        details: { count: 'N2_4' },
      },
    ]);
  });

  test('is for reviewers of that gemeente', async () => {
    expect(refusalOf(await queue(nobody, 'GM9001')).code).toBe('UNAUTHENTICATED');
    expect(refusalOf(await queue(noor, 'GM9001')).code).toBe('FORBIDDEN');
    const elsewhere = await queue(otto, 'GM9001');
    expect(refusalOf(elsewhere).code).toBe('FORBIDDEN');
    expect(elsewhere.errors?.[0]?.message).toContain('GM9002');
    expect(refusalOf(await queue(esra, 'BU90010101')).code).toBe('BAD_USER_INPUT');
  });
});

describe('confirming', () => {
  const confirm = (as: string | null, noteId: string, id: string = randomUUID()) =>
    ask<{ confirmFieldNote: object }>(
      as,
      `mutation ($input: ConfirmFieldNoteInput!) {
        confirmFieldNote(input: $input) { id confirmationCount isMine } }`,
      { input: { id, noteId } },
    );
  const confirmationsOf = (noteId: string) =>
    db.select().from(noteConfirmations).where(eq(noteConfirmations.noteId, noteId));

  test('adds the voice of another organisation and leaves its audit line', async () => {
    const noteId = await publishNote(ask, noor, esra);
    const id = randomUUID();
    const { data } = await confirm(joris, noteId, id);
    expect(data.confirmFieldNote).toEqual({ id: noteId, confirmationCount: null, isMine: false });
    expect(await confirmationsOf(noteId)).toMatchObject([
      { id, organisationKey: 'schuldhulp', profession: 'DEBT_COUNSELLOR', regime: 'SOCIAL' },
    ]);
    const lines = await linesAbout(database, noteId);
    expect(lines.at(-1)?.event).toBe('NOTE_CONFIRMED');
    expect(lines.at(-1)?.actor).not.toBe(lines[0]?.actor);
    const [author] = await db.select().from(authors).where(eq(authors.contributionId, id));
    expect(author?.pseudonym).toBe(lines.at(-1)?.actor);
  });

  test('is counted for author and reviewer', async () => {
    const noteId = await publishNote(ask, noor, esra);
    await confirm(joris, noteId);
    await confirm(amira, noteId);
    for (const as of [noor, esra]) {
      const { data } = await ask<{ fieldNote: object }>(
        as,
        'query ($id: UUID!) { fieldNote(id: $id) { confirmationCount } }',
        { id: noteId },
      );
      expect(data.fieldNote).toEqual({ confirmationCount: 2 });
    }
  });

  test('is for signed-in observers', async () => {
    const noteId = await publishNote(ask, noor, esra);
    expect(refusalOf(await confirm(nobody, noteId)).code).toBe('UNAUTHENTICATED');
    expect(refusalOf(await confirm(bram, noteId)).code).toBe('FORBIDDEN');
    expect(refusalOf(await confirm('demo:OBSERVER:GM9001', noteId)).code).toBe('FORBIDDEN');
  });

  test('of the own organisation is taken like any other, so that it tells nothing, and counts for nothing', async () => {
    const noteId = await publishNote(ask, noor, esra);
    const colleague = 'demo:OBSERVER:GM9001:wijkteam-noord:COMMUNITY_WORKER';
    expect(refusalOf(await confirm(noor, noteId)).code).toBe('FORBIDDEN');
    expect((await confirm(colleague, noteId)).data.confirmFieldNote).toEqual({
      ...{ id: noteId, confirmationCount: null, isMine: false },
    });
    const { data } = await ask<{ fieldNote: object }>(
      esra,
      'query ($id: UUID!) { fieldNote(id: $id) { confirmationCount } }',
      { id: noteId },
    );
    expect(data.fieldNote).toEqual({ confirmationCount: 1 });
    const asOf = new Date(today.getTime() + 1);
    const { notes } = await loadPublishedNotes(database.readDb, 'GM9001', ['WK900101'], {
      at: asOf,
      released: asOf,
    });
    expect(notes.find((note) => note.id === noteId)?.confirmations).toEqual([]);
  });

  test('of what is not published, elsewhere or not there is refused alike', async () => {
    const waiting = await logNote(ask, noor);
    const published = await publishNote(ask, noor, esra);
    const elsewhere = 'demo:OBSERVER:GM9002:wijkteam:WIJKTEAM_WORKER';
    const refusals = [
      await confirm(joris, waiting),
      await confirm(joris, randomUUID()),
      await confirm(elsewhere, published),
    ];
    for (const refusal of refusals) expect(refusalOf(refusal).code).toBe('NOT_FOUND');
  });

  test('counts once per organisation, however often it is sent and by whom', async () => {
    const noteId = await publishNote(ask, noor, esra);
    const id = randomUUID();
    const colleague = 'demo:OBSERVER:GM9001:schuldhulp:CLIENT_SUPPORTER';
    await Promise.all([confirm(joris, noteId, id), confirm(joris, noteId, id)]);
    const answer = await confirm(colleague, noteId);
    expect(answer.errors).toBeUndefined();
    expect(await confirmationsOf(noteId)).toHaveLength(1);
    const lines = await linesAbout(database, noteId);
    expect(lines.filter((line) => line.event === 'NOTE_CONFIRMED')).toHaveLength(1);
  });

  test('with an id that was used for something else is a conflict', async () => {
    const [one, other] = [await publishNote(ask, noor, esra), await publishNote(ask, noor, esra)];
    const id = randomUUID();
    await confirm(joris, one, id);
    expect(refusalOf(await confirm(joris, other, id)).code).toBe('CONFLICT');
    expect(refusalOf(await confirm(joris, other, one)).code).toBe('CONFLICT');
    expect(await confirmationsOf(other)).toEqual([]);
  });

  test('that fails in the middle leaves nothing behind', async () => {
    const noteId = await publishNote(ask, noor, esra);
    const id = randomUUID();
    await closeAudit();
    const answer = await confirm(joris, noteId, id);
    await openAudit();
    expect(refusalOf(answer).code).toBe('INTERNAL_SERVER_ERROR');
    expect(await confirmationsOf(noteId)).toEqual([]);
    expect(await db.$count(authors, eq(authors.contributionId, id))).toBe(0);
  });
});
