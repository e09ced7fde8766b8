// Who sees which notes and which words, and what nobody can find out about an author.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { verifyAudit } from '../server/audit/verify.ts';
import { auditLines } from '../server/db/tables.ts';
import { amira, askOn, bram, esra, ilse, joris, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import {
  linesAbout,
  logNote,
  makePlaces,
  openCell,
  publishNote,
  refusalOf,
  today,
} from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const statements: string[] = [];
const database = await testDatabase((text) => statements.push(text));
await makePlaces(database);
const inhabitants = perWijk(...Array.from({ length: 12 }, () => 1000));
await makeEdition(database, { year: 2024, figures: { population: inhabitants } });
const ask = askOn(database, () => today);

const council = 'demo:COUNCIL:GM9001';
const auditor = 'demo:AUDITOR:GM9001';
const policy = 'demo:POLICY:GM9001';
const elsewhere = 'demo:OBSERVER:GM9002:wijkteam:WIJKTEAM_WORKER';

interface Note {
  readonly id: string;
  readonly [field: string]: unknown;
}

const allFields = `id placeCode editionYear theme kind status severity scaleBand scaleUnit frequency trend
  evidenceBasis sourceType populationGroups visibilityReasons figureRef icpc observedFrom observedTo
  recordedAt validUntil publishedOn version publicationLevel textState observationText
  interpretationText excerpt shownWords profession regime organisation isMine confirmationCount
  reviews { decision reason publicationLevel version reviewedOn }
  conflicts { revision baseVersion receivedAt observationText interpretationText placeCode theme kind severity }`;

async function read(as: string | null, id: string, fields = allFields): Promise<Note | null> {
  const { data } = await ask<{ fieldNote: Note | null }>(
    as,
    `query ($id: UUID!) { fieldNote(id: $id) { ${fields} } }`,
    { id },
  );
  return data.fieldNote;
}

interface List {
  fieldNotes: {
    edges: { cursor: string; node: Note }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const list = (as: string | null, filter: object, page: object = {}, fields = 'id') =>
  ask<List>(
    as,
    `query ($filter: FieldNoteFilter, $first: Int, $after: String) {
      fieldNotes(filter: $filter, first: $first, after: $after) {
        edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } }`,
    { filter, ...page },
  );

const idsOf = async (as: string | null, filter: object) =>
  (await list(as, filter, { first: 100 })).data.fieldNotes.edges.map((edge) => edge.node.id).sort();

describe('words', () => {
  const everyone: [string, string | null][] = [
    ['author', noor],
    ['reviewer', esra],
    ['observer', joris],
    ['analyst', bram],
    ['policy', policy],
    ['council', council],
    ['admin', ilse],
    ['auditor', auditor],
    ['elsewhere', elsewhere],
    ['reviewer elsewhere', otto],
    ['nobody', nobody],
  ];

  async function statesOf(id: string) {
    const states: Record<string, unknown> = {};
    for (const [name, as] of everyone) {
      const note = await read(as, id);
      states[name] = note === null ? null : note.textState;
      const isReadable = note?.textState === 'READABLE';
      expect([name, note?.observationText ?? null]).toEqual([name, isReadable ? text : null]);
    }
    return states;
  }
  const text = 'Oudere bewoners komen weinig buiten sinds het buurthuis dicht is.';
  const unseen = { elsewhere: null, 'reviewer elsewhere': null, nobody: null };
  const outside = { council: null, admin: null, auditor: null, ...unseen };

  test('of a note that waits are for author and reviewer', async () => {
    expect(await statesOf(await logNote(ask, noor))).toEqual({
      ...{ author: 'READABLE', reviewer: 'READABLE', observer: null, analyst: null, policy: null },
      ...outside,
    });
  });

  test('of a signal that is too few to show are for author, reviewer and who confirmed it', async () => {
    const id = await publishNote(ask, noor, esra, { theme: 'ACCESS_TO_SERVICES' });
    const closed = { observer: null, analyst: null, policy: null, ...outside };
    expect(await statesOf(id)).toEqual({ author: 'READABLE', reviewer: 'READABLE', ...closed });
    await ask(
      joris,
      'mutation ($input: ConfirmFieldNoteInput!) { confirmFieldNote(input: $input) { id } }',
      { input: { id: randomUUID(), noteId: id } },
    );
    expect(await statesOf(id)).toMatchObject({ observer: 'READABLE', analyst: null, policy: null });
  });

  test('that are sealed stay with author and reviewer', async () => {
    await openCell(ask, esra, { placeCode: 'WK900101', theme: 'SOCIAL_NETWORK' });
    const id = await publishNote(ask, noor, esra, {}, { publicationLevel: 'SEALED' });
    expect(await statesOf(id)).toEqual({
      ...{ author: 'READABLE', reviewer: 'READABLE' },
      ...{ observer: 'SEALED', analyst: 'SEALED', policy: 'SEALED' },
      ...outside,
    });
  });

  test('for the circle are for the professionals of the gemeente', async () => {
    expect(await statesOf(await publishNote(ask, noor, esra))).toEqual({
      ...{ author: 'READABLE', reviewer: 'READABLE' },
      ...{ observer: 'READABLE', analyst: 'READABLE', policy: 'READABLE' },
      ...outside,
    });
  });

  test('of a GP stay with observers and reviewers, also within the circle', async () => {
    const id = await publishNote(ask, amira, esra);
    const states = await statesOf(id);
    expect(states).toMatchObject({ reviewer: 'READABLE', observer: 'READABLE' });
    expect(states).toMatchObject({ analyst: 'SEALED', policy: 'SEALED', ...outside });
  });

  test('that are public are an excerpt for everyone, once enough others wrote', async () => {
    const review = { publicationLevel: 'PUBLIC', excerpt: 'Ouderen komen weinig buiten.' };
    const id = await publishNote(ask, noor, esra, { theme: 'PARTICIPATION' }, review);
    expect(await statesOf(id)).toMatchObject(outside);
    await openCell(ask, esra, { placeCode: 'WK900101', theme: 'PARTICIPATION' });
    const excerpt = 'EXCERPT_ONLY';
    expect(await statesOf(id)).toEqual({
      ...{ author: 'READABLE', reviewer: 'READABLE' },
      ...{ observer: 'READABLE', analyst: 'READABLE', policy: 'READABLE' },
      ...{ council: excerpt, admin: excerpt, auditor: excerpt, elsewhere: excerpt },
      ...{ 'reviewer elsewhere': excerpt, nobody: excerpt },
    });
    for (const as of [nobody, noor]) {
      expect(await read(as, id, 'excerpt shownWords')).toEqual({
        excerpt: review.excerpt,
        shownWords: review.excerpt,
      });
    }
  });

  test('are shown to everyone only from three notes of two organisations', async () => {
    const theme = { theme: 'INFORMAL_CARE', placeCode: 'WK900102' };
    const review = { publicationLevel: 'PUBLIC', excerpt: 'Weinig te doen.' };
    const filter = theme;
    const publish = (observationText: string) =>
      publishNote(ask, noor, esra, { ...theme, observationText }, review);
    const ids = [
      await publish('De bus rijdt te weinig.'),
      await publish('Het plein is leeg en kaal.'),
      await publish('Bewoners missen een winkel.'),
    ];
    expect(await idsOf(nobody, filter)).toEqual([]);
    // A confirmation is the voice of a second organisation.
    await ask(
      joris,
      'mutation ($input: ConfirmFieldNoteInput!) { confirmFieldNote(input: $input) { id } }',
      { input: { id: randomUUID(), noteId: ids[0] } },
    );
    expect(await idsOf(nobody, filter)).toEqual([...ids].sort());
    await ask(noor, 'mutation ($id: UUID!) { withdrawFieldNote(input: { id: $id }) { id } }', {
      id: ids[0],
    });
    expect(await idsOf(nobody, filter)).toEqual([]);
    expect(await read(nobody, ids[1] ?? '', 'id')).toBeNull();
  });

  test('what may not be seen is null like what does not exist', async () => {
    const id = await logNote(ask, noor);
    const query = 'query ($id: UUID!) { fieldNote(id: $id) { id } }';
    const hidden = await ask(bram, query, { id });
    const absent = await ask(bram, query, { id: randomUUID() });
    expect(hidden).toEqual(absent);
  });
});

describe('lists', () => {
  const here = { placeCode: 'WK900103' };
  const other = { placeCode: 'WK900104' };

  test('are filtered by place, theme, kind, status and author', async () => {
    const need = await logNote(ask, noor, { ...here, kind: 'NEED', theme: 'HOUSING' });
    const shown = await publishNote(ask, noor, esra, { ...here, theme: 'HOUSING' });
    const theirs = await publishNote(ask, joris, esra, { ...here, theme: 'MEANING' });
    const far = await publishNote(ask, joris, esra, { ...other, theme: 'MEANING' });
    expect(await idsOf(esra, here)).toEqual([need, shown, theirs].sort());
    expect(await idsOf(esra, { within: 'WK900104' })).toEqual([far]);
    expect(await idsOf(esra, { within: 'GM9001', theme: 'HOUSING' })).toEqual([need, shown].sort());
    expect(await idsOf(esra, { ...here, kind: 'NEED' })).toEqual([need]);
    expect(await idsOf(esra, { ...here, status: 'PUBLISHED' })).toEqual([shown, theirs].sort());
    expect(await idsOf(noor, { ...here, mine: true })).toEqual([need, shown].sort());
    // One note is too few for anyone but its author and the reviewer.
    expect(await idsOf(noor, here)).toEqual([need, shown].sort());
    expect(await idsOf(bram, here)).toEqual([]);
    const meaning = await openCell(ask, esra, { ...here, theme: 'MEANING' });
    expect(await idsOf(noor, here)).toEqual([need, shown, theirs, ...meaning].sort());
    expect(await idsOf(bram, here)).toEqual([theirs, ...meaning].sort());
    expect(await idsOf(bram, { ...here, status: 'SUBMITTED' })).toEqual([]);
    expect(await idsOf(bram, { ...here, mine: true })).toEqual([]);
    for (const as of [nobody, council, ilse, auditor, otto, elsewhere]) {
      expect(await idsOf(as, here)).toEqual([]);
    }
  });

  test('show a note past its date as expired, and to author and reviewer only', async () => {
    const old = { placeCode: 'WK900105', recordedAt: '2024-09-15T09:00:00Z' };
    const id = await publishNote(ask, noor, esra, old);
    const filter = { placeCode: 'WK900105', status: 'EXPIRED' };
    expect(await idsOf(noor, filter)).toEqual([id]);
    expect(await idsOf(esra, filter)).toEqual([id]);
    expect(await idsOf(bram, { placeCode: 'WK900105' })).toEqual([]);
    expect(await read(noor, id, 'status')).toEqual({ status: 'EXPIRED' });
  });

  test('come newest first, in pages without gaps or doubles', async () => {
    const place = { placeCode: 'WK900106' };
    const ids: string[] = [];
    const sights = [
      'Leeg plein',
      'Weinig bussen',
      'Kapotte liften',
      'Donkere paden',
      'Oude speeltuin',
    ];
    const days = ['2026-03-01', '2026-03-03', '2026-02-02', '2026-03-02', '2026-03-03'];
    for (const day of days) {
      const told = { recordedAt: `${day}T09:00:00Z`, observationText: `${sights.shift()}.` };
      ids.push(await publishNote(ask, noor, esra, { ...place, ...told }));
    }
    await ask(
      joris,
      'mutation ($input: ConfirmFieldNoteInput!) { confirmFieldNote(input: $input) { id } }',
      { input: { id: randomUUID(), noteId: ids[0] } },
    );
    for (const [as, precision] of [
      [noor, 10],
      [esra, 10],
      [bram, 7],
    ] as const) {
      const seen: Note[] = [];
      let after: string | null = null;
      for (let page = 0; page < 3; page++) {
        const { data } = await list(as, place, { first: 2, after }, 'id recordedAt');
        seen.push(...data.fieldNotes.edges.map((edge) => edge.node));
        after = data.fieldNotes.pageInfo.endCursor;
        expect(data.fieldNotes.pageInfo.hasNextPage).toBe(page < 2);
      }
      expect(new Set(seen.map((note) => note.id)).size).toBe(5);
      const shown = seen.map((note) => String(note.recordedAt).slice(0, precision));
      expect(shown).toEqual([...shown].sort().reverse());
    }
  });

  test.each([
    ['a page of none', { first: 0 }, 'first'],
    ['a page of too many', { first: 101 }, 'first'],
    ['a cursor from elsewhere', { after: 'abc' }, 'after'],
  ])('refuse %s', async (_name, page, field) => {
    expect(refusalOf(await list(noor, {}, page))).toEqual({ code: 'BAD_USER_INPUT', field });
  });

  test.each(['placeCode', 'within'])('refuse a buurt as %s', async (field) => {
    const answer = await list(noor, { [field]: 'BU90010101' });
    expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: `filter.${field}` });
  });

  test('cost a fixed number of statements', async () => {
    const place = { placeCode: 'WK900107' };
    const cost = async (as: string) => {
      statements.length = 0;
      await list(as, place, { first: 50 }, allFields);
      return statements.filter((text) => !/^(begin|commit)/i.test(text)).length;
    };
    const publishFew = async (count: number) => {
      for (let n = 0; n < count; n++) await publishNote(ask, noor, esra, place);
    };
    await publishFew(1);
    await publishNote(ask, joris, esra, place);
    const few = [await cost(noor), await cost(esra), await cost(bram)];
    await publishFew(10);
    expect([await cost(noor), await cost(esra), await cost(bram)]).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(6);
  });
});

describe('reading what is not published', () => {
  test('leaves a line for a reviewer, one per question', async () => {
    const place = { placeCode: 'WK900108' };
    const id = await logNote(ask, noor, place);
    await logNote(ask, noor, place);
    await publishNote(ask, noor, esra, place);
    await list(esra, place);
    expect(await linesAbout(database, 'WK900108')).toMatchObject([
      {
        event: 'NOTE_READ',
        objectType: 'field_notes',
        role: 'REVIEWER',
        details: { count: 'N2_4' },
      },
    ]);
    await read(esra, id);
    expect((await linesAbout(database, id)).at(-1)).toMatchObject({
      event: 'NOTE_READ',
      objectType: 'field_note',
      details: { count: 'N1' },
    });
  });

  test('leaves none for the author, and none for what is published', async () => {
    const place = { placeCode: 'WK900109' };
    await logNote(ask, noor, place);
    await list(noor, place);
    await publishNote(ask, noor, esra, { placeCode: 'WK900110' });
    await list(esra, { placeCode: 'WK900110' });
    expect(await linesAbout(database, 'WK900109')).toEqual([]);
    expect(await linesAbout(database, 'WK900110')).toEqual([]);
  });
});

describe('who wrote it', () => {
  const practice = 'demo:OBSERVER:GM9001:apotheek-haven:PHARMACIST';
  const moment = '2026-02-17T13:37:42.123Z';
  const written = {
    placeCode: 'WK900111',
    theme: 'SUBSTANCE_USE',
    recordedAt: moment,
    observedFrom: '2026-02-11',
    observedTo: '2026-02-16',
    icpc: ['P'],
    populationGroups: ['ADDICTION'],
  };
  const readers = [esra, joris, noor, bram, policy];
  const { personId } = actorOfDemoToken(practice);

  beforeAll(async () => {
    for (const placeCode of ['WK900111', 'WK900112', 'WK900101']) {
      const recordedAt = '2026-02-05T09:00:00Z';
      await openCell(ask, esra, { placeCode, theme: 'SUBSTANCE_USE', recordedAt });
    }
  });

  test('is nowhere in what others read: no id, organisation or pseudonym', async () => {
    const id = await publishNote(ask, practice, esra, written);
    const [logged] = await linesAbout(database, id);
    for (const as of readers) {
      const note = JSON.stringify(await read(as, id));
      expect(note).not.toContain(personId);
      expect(note).not.toContain('apotheek');
      expect(note).not.toContain(logged?.actor);
      expect(note).not.toContain('13:37');
      expect(JSON.parse(note)).toMatchObject({ organisation: null, isMine: false });
    }
  });

  test('is not told by days: others than the reviewer see months', async () => {
    const id = await publishNote(ask, practice, esra, written);
    const dates = 'observedFrom observedTo recordedAt validUntil publishedOn';
    for (const as of [joris, noor, bram, policy]) {
      expect(await read(as, id, dates)).toEqual({
        observedFrom: '2026-02-01',
        observedTo: '2026-02-01',
        recordedAt: '2026-02-01',
        validUntil: '2027-08-01',
        publishedOn: '2026-03-01',
      });
    }
    for (const as of [practice, esra]) {
      expect(await read(as, id, dates)).toMatchObject({
        observedFrom: '2026-02-11',
        recordedAt: '2026-02-17',
      });
    }
  });

  test('is not told by cursors, order or the search by date', async () => {
    const place = { placeCode: 'WK900112' };
    const ids = (await idsOf(bram, place)).slice();
    expect(ids).toHaveLength(3);
    for (const day of ['03', '25', '11', '19', '07']) {
      const note = { ...written, ...place, recordedAt: `2026-02-${day}T13:37:42Z` };
      ids.push(await publishNote(ask, practice, esra, note));
    }
    const { data } = await list(bram, place);
    for (const { cursor } of data.fieldNotes.edges) {
      const key = Buffer.from(cursor, 'base64url').toString();
      expect(key).not.toContain('37:42');
      expect(key).toContain('2026-01-31T23:00:00.000000Z');
    }
    // Within a month the order is that of the random ids.
    expect(data.fieldNotes.edges.map((edge) => edge.node.id)).toEqual([...ids].sort().reverse());
    const reviewed = (await list(esra, place)).data.fieldNotes.edges;
    for (const { cursor } of reviewed) {
      expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('37:42');
    }
    for (const since of ['2026-02-01', '2026-02-12', '2026-02-28']) {
      expect(await idsOf(bram, { ...place, since })).toHaveLength(8);
    }
    expect(await idsOf(bram, { ...place, since: '2026-03-01' })).toHaveLength(0);
    expect(await idsOf(practice, { ...place, mine: true, since: '2026-02-12' })).toHaveLength(2);
    expect(await idsOf(esra, { ...place, since: '2026-02-12' })).toHaveLength(2);
  });

  test('is not told by a profession or regime that one organisation has in the wijk', async () => {
    const id = await publishNote(ask, practice, esra, written);
    for (const as of readers) {
      expect(await read(as, id, 'profession regime')).toEqual({
        profession: null,
        regime: null,
      });
    }
    expect(await read(practice, id, 'profession')).toEqual({ profession: 'PHARMACIST' });
    const other = 'demo:OBSERVER:GM9001:apotheek-plein:PHARMACIST';
    await publishNote(ask, other, esra, { placeCode: 'WK900106' });
    for (const as of readers) {
      expect(await read(as, id, 'profession')).toEqual({ profession: null });
    }
    await publishNote(ask, other, esra, { placeCode: written.placeCode });
    for (const as of readers) {
      expect(await read(as, id, 'profession regime')).toEqual({
        ...{ profession: 'PHARMACIST', regime: 'MEDICAL' },
      });
    }
  });

  test('is not told by ICPC or by a group that few notes name', async () => {
    const place = { placeCode: 'WK900101' };
    const id = await publishNote(ask, practice, esra, { ...written, ...place });
    const fields = 'icpc populationGroups';
    expect(await read(bram, id, fields)).toEqual({ icpc: [], populationGroups: [] });
    expect(await read(esra, id, fields)).toEqual({ icpc: ['P'], populationGroups: ['ADDICTION'] });
    const sights = ['Lege flessen', 'Lachgas bij de sporthal', 'Dealers', 'Gokzalen'];
    for (const [at, sight] of sights.entries()) {
      await publishNote(ask, at % 2 === 0 ? joris : noor, esra, {
        ...{ ...place, theme: 'SUBSTANCE_USE', populationGroups: ['ADDICTION'] },
        observationText: `${sight} in meer straten.`,
      });
    }
    expect(await read(bram, id, fields)).toEqual({ icpc: [], populationGroups: ['ADDICTION'] });
  });

  test('is not told by the audit log, and its lines do not join to each other', async () => {
    await logNote(ask, practice, written);
    await logNote(ask, practice, written);
    const lines = await database.db.select().from(auditLines);
    const all = JSON.stringify(lines);
    expect(all).not.toContain(personId);
    expect(all).not.toContain('apotheek');
    expect(all).not.toContain('PHARMACIST');
    const authors = lines.filter((line) => line.event === 'NOTE_LOGGED').map((line) => line.actor);
    expect(new Set(authors).size).toBe(authors.length);
  });

  test('is not told by changing it: others are refused as if there were no note', async () => {
    const id = await logNote(ask, practice, written);
    for (const as of [noor, joris]) {
      const answer = await ask(as, 'mutation ($id: UUID!) { submitFieldNote(id: $id) { id } }', {
        id,
      });
      expect(refusalOf(answer).code).toBe('NOT_FOUND');
      expect(JSON.stringify(answer)).not.toContain('apotheek');
    }
  });
});

test('the audit chain is whole after all of this', async () => {
  for (const chain of await verifyAudit(database.db)) expect(chain.problems).toEqual([]);
});
