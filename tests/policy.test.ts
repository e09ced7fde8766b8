// The second wall: what PostgreSQL itself gives to whom, asked without any filter of ours.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { type Actor, mayReadText } from '../server/access/actor.ts';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { closedTables, openTables, policy } from '../server/access/policy.ts';
import { codesOf } from '../server/codes/code-list.ts';
import { type PublicationLevel, publicationLevels } from '../server/codes/notes.ts';
import { type Profession, type Regime, regimeOfProfession, roles } from '../server/codes/people.ts';
import { throughDoor } from '../server/db/acting.ts';
import type { Db } from '../server/db/client.ts';
import { amira, askOn, bram, esra, ilse, joris, noor, otto } from './support/ask.ts';
import { copyTemplate, testDatabase } from './support/database.ts';
import { logNote, makePlaces, publishNote } from './support/make.ts';

const database = await testDatabase();
await makePlaces(database);
const ask = askOn(database);
const as = (token: string | null) => database.as(token === null ? null : actorOfDemoToken(token));

const rows = async <Row>(db: Db, text: string) =>
  (await db.execute(sql.raw(text))).rows as unknown as Row[];
const ids = async (token: string | null, from: string, id = 'id') =>
  (await rows<Record<string, string>>(as(token), `select ${id} from ${from}`)).map((r) => r[id]);

const words = 'Zonder filter leest niemand meer dan de tabel geeft.';
const made = { draft: '', waiting: '', sealed: '', circle: '', medical: '', open: '' };

beforeAll(async () => {
  const text = { observationText: words };
  made.draft = await logNote(ask, noor, { ...text, asDraft: true });
  made.waiting = await logNote(ask, noor, text);
  made.sealed = await publishNote(ask, noor, esra, text, { publicationLevel: 'SEALED' });
  made.circle = await publishNote(ask, noor, esra, text, { publicationLevel: 'CIRCLE' });
  made.medical = await publishNote(ask, amira, esra, {
    ...text,
    scaleBand: 'N10_24',
    sourceType: 'CONTACT_PATTERN',
  });
  const everyone = { publicationLevel: 'PUBLIC', excerpt: words };
  made.open = await publishNote(ask, joris, esra, text, everyone);
});

test('every table and view of the database is in the policy table, or is open to all', async () => {
  const tables = await rows<{ name: string }>(
    database.db,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'v') order by 1`,
  );
  const known = [...Object.keys(policy), ...openTables, ...closedTables].sort();
  expect(tables.map(({ name }) => name)).toEqual(known);
  const walled = await rows<{ name: string }>(
    database.db,
    `select relname as name from pg_class where relrowsecurity order by 1`,
  );
  expect(walled.map(({ name }) => name)).toEqual(Object.keys(policy).sort());
  // A view with the rights of its owner would be a door around the policies of its tables.
  const views = await rows<{ name: string }>(
    database.db,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'v'
        and not coalesce('security_invoker=true' = any(c.reloptions), false)`,
  );
  expect(views).toEqual([]);
});

describe('a resolver that forgets its filter reads', () => {
  const { draft, waiting, sealed, circle, medical, open } = {
    draft: () => made.draft,
    waiting: () => made.waiting,
    sealed: () => made.sealed,
    circle: () => made.circle,
    medical: () => made.medical,
    open: () => made.open,
  };
  const published = [sealed, circle, medical, open];
  const colleague = 'demo:OBSERVER:GM9001:wijkteam-noord:COMMUNITY_WORKER';
  const cases: [
    who: string,
    token: string | null,
    notes: (() => string)[],
    texts: (() => string)[],
  ][] = [
    [
      'the author',
      noor,
      [draft, waiting, ...published],
      [draft, waiting, sealed, circle, medical, open],
    ],
    ['a colleague', colleague, published, [circle, medical, open]],
    ['a reviewer', esra, [waiting, ...published], [waiting, ...published]],
    ['an analyst', bram, published, [circle, open]],
    ['a policy adviser', 'demo:POLICY:GM9001', published, [circle, open]],
    ['a council member', 'demo:COUNCIL:GM9001', [open], []],
    ['a resident', 'demo:RESIDENT:GM9001', [open], []],
    ['an administrator', ilse, [open], []],
    ['the data protection officer', 'demo:AUDITOR:GM9001', [open], []],
    ['a reviewer of elsewhere', otto, [open], []],
    ['nobody', null, [open], []],
  ];
  test.each(cases)(
    'as %s no note and no word beyond the policy',
    async (_who, token, notes, texts) => {
      expect((await ids(token, 'field_notes')).sort()).toEqual(notes.map((id) => id()).sort());
      expect((await ids(token, 'note_texts', 'note_id')).sort()).toEqual(
        texts.map((id) => id()).sort(),
      );
    },
  );

  test.each([esra, bram, ilse, 'demo:AUDITOR:GM9001', otto, colleague, null])(
    'no author but oneself (%#)',
    async (token) => {
      expect(await ids(token, 'authors', 'contribution_id')).toEqual([]);
      expect(await ids(token, 'note_revisions where conflicting', 'note_id')).toEqual([]);
    },
  );

  test('nothing of people, memberships and set-aside lines', async () => {
    for (const token of [esra, bram, otto, null]) {
      expect(await ids(token, 'people')).toHaveLength(0);
      expect(await ids(token, 'quarantine')).toEqual([]);
    }
    expect(await ids(noor, 'people')).toEqual([actorOfDemoToken(noor).personId]);
  });

  test('no audit line, but for the data protection officer', async () => {
    for (const token of [noor, esra, bram, ilse, otto, null]) {
      expect(await ids(token, 'audit_lines', 'number')).toEqual([]);
    }
    expect((await ids('demo:AUDITOR:GM9001', 'audit_lines', 'number')).length).toBeGreaterThan(5);
    expect(await ids('demo:AUDITOR:GM9002', 'audit_lines', 'number')).toEqual([]);
  });
});

test('the words that the program shows are the words that the database gives', async () => {
  const professions: Record<Regime, Profession> = {
    MEDICAL: 'GP',
    YOUTH: 'FAMILY_COACH',
    SOCIAL: 'WIJKTEAM_WORKER',
    POLICE: 'WIJK_POLICE_OFFICER',
    EDUCATION: 'SCHOOL_SOCIAL_WORKER',
    NONE: 'CARETAKER',
  };
  const cells: { id: string; level: PublicationLevel; regime: Regime }[] = [];
  for (const profession of Object.values(professions)) {
    const regime = regimeOfProfession(profession);
    const isSecret = regime === 'MEDICAL' || regime === 'YOUTH';
    for (const level of codesOf(publicationLevels)) {
      if (isSecret && level === 'PUBLIC') continue;
      const writer = `demo:OBSERVER:GM9001:org-${regime.toLowerCase()}:${profession}`;
      const pattern = isSecret ? { scaleBand: 'N10_24', sourceType: 'CONTACT_PATTERN' } : {};
      const excerpt = level === 'PUBLIC' ? { excerpt: words } : {};
      const note = { observationText: words, ...pattern };
      const review = { publicationLevel: level, ...excerpt };
      const id = await publishNote(ask, writer, esra, note, review);
      cells.push({ id, level, regime });
    }
  }
  const readers: (Actor | null)[] = [
    null,
    ...codesOf(roles).flatMap((role) =>
      ['GM9001', 'GM9002'].map((gemeente) => actorOfDemoToken(`demo:${role}:${gemeente}:lezers`)),
    ),
  ];
  for (const reader of readers) {
    const found = await rows<{ note_id: string }>(
      database.as(reader),
      'select note_id from note_texts',
    );
    const given = new Set(found.map((row) => row.note_id));
    for (const { id, level, regime } of cells) {
      // PUBLIC gives everyone the excerpt; the whole words stay within the circle.
      const whole = level === 'PUBLIC' ? 'CIRCLE' : level;
      const shown = mayReadText(reader, 'GM9001', whole, regime);
      expect(given.has(id), `${reader?.role} ${reader?.gemeenteCode} ${level} ${regime}`).toBe(
        shown,
      );
    }
  }
});

describe('writing without a rule of ours', () => {
  const refused = /row-level security|permission denied/;
  const attempts: [what: string, token: string | null, statement: () => string][] = [
    ['a note of another organisation', noor, () => noteOf('GM9001', 'huisartsen-kade')],
    ['a note in another gemeente', noor, () => noteOf('GM9002', 'wijkteam-noord')],
    ['a note of nobody', null, () => noteOf('GM9001', 'wijkteam-noord')],
    [
      'an author that is somebody else',
      noor,
      () => `insert into authors values ('GM9001', '${randomUUID()}', '${randomUUID()}', 'x')`,
    ],
    ['an indicator', esra, () => `update indicators set title = 'x'`],
    [
      'an own note public',
      noor,
      () =>
        `update field_notes set status = 'PUBLISHED', publication_level = 'CIRCLE' where id = '${made.waiting}'`,
    ],
    [
      'a membership',
      noor,
      () =>
        `insert into memberships (gemeente_code, id, person_id, role, valid_from) values
        ('GM9001', '${randomUUID()}', '${actorOfDemoToken(noor).personId}', 'ADMIN', now())`,
    ],
    [
      'an audit line of another gemeente',
      esra,
      () => `insert into audit_heads values ('GM9002', 0, 'x')`,
    ],
  ];
  test.each(attempts)('cannot make %s', async (_what, token, statement) => {
    const failure = await as(token)
      .execute(sql.raw(statement()))
      .then(
        () => null,
        (error) => error,
      );
    expect(String(failure?.cause?.message)).toMatch(refused);
  });

  const untouched: [what: string, token: string, statement: () => string][] = [
    ['change an audit line', esra, () => `update audit_lines set event = 'x' returning number`],
    [
      'remove an audit line',
      'demo:AUDITOR:GM9001',
      () => `delete from audit_lines returning number`,
    ],
    [
      'change the words of another',
      joris,
      () =>
        `update note_texts set observation_text = 'x' where note_id = '${made.circle}' returning note_id`,
    ],
    [
      'remove a published note',
      noor,
      () => `delete from field_notes where id = '${made.circle}' returning id`,
    ],
    [
      'change a note elsewhere',
      otto,
      () =>
        `update field_notes set status = 'WITHDRAWN' where gemeente_code = 'GM9001' returning id`,
    ],
  ];
  test.each(untouched)('cannot %s', async (_what, token, statement) => {
    expect(await rows(as(token), statement())).toEqual([]);
  });
});

test('one connection that serves many keeps them apart, also after a failure', async () => {
  const both = async () => {
    const [mine, theirs, public_] = await Promise.all([
      ids(noor, 'authors', 'contribution_id'),
      ids(otto, 'authors', 'contribution_id'),
      ids(null, 'authors', 'contribution_id'),
    ]);
    return [mine.length > 0, theirs.length, public_.length];
  };
  for (let round = 0; round < 20; round += 1) {
    await as(noor)
      .execute(sql.raw('select 1 / 0'))
      .catch(() => {});
    expect(await both()).toEqual([true, 0, 0]);
  }
});

test('another door closes again when the work is done, and when it fails', async () => {
  const count = (db: Db) => rows<{ n: number }>(db, 'select count(*)::int as n from note_texts');
  await as(null).transaction(async (tx) => {
    const inside = await throughDoor(tx, 'MERGE', count);
    expect(inside[0]?.n).toBeGreaterThan(5);
    expect(await count(tx)).toEqual([{ n: 0 }]);
  });
  await expect(
    throughDoor(as(null), 'MERGE', async () => {
      throw new Error('in the middle');
    }),
  ).rejects.toThrow('in the middle');
  expect(await count(as(null))).toEqual([{ n: 0 }]);
});

test.skipIf(!inject('serverUrl'))(
  'a login that is only a member cannot leave its role',
  async () => {
    const url = await copyTemplate(inject('serverUrl') ?? '');
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    const name = `web_${randomUUID().slice(0, 8)}`;
    await owner.query(`create role ${name} login password 'alleen-hier' in role wijkbeeld_app`);
    const weak = new URL(url);
    weak.username = name;
    weak.password = 'alleen-hier';
    const client = new pg.Client({ connectionString: weak.href });
    await client.connect();
    for (const way of [
      'set role postgres',
      'set session authorization postgres',
      'alter table field_notes disable row level security',
      'alter role current_user bypassrls',
      'create policy p on field_notes using (true)',
    ]) {
      await expect(client.query(way), way).rejects.toThrow(
        /permission denied|must be owner|must be superuser|not permitted/i,
      );
    }
    await client.query('reset role');
    expect((await client.query('select from field_notes')).rowCount).toBe(0);
    await client.end();
    await owner.query(`drop role ${name}`);
    await owner.end();
  },
);

function noteOf(gemeente: string, organisation: string): string {
  return `insert into field_notes (gemeente_code, id, place_code, edition_year, theme, kind, severity, scale_band,
      scale_unit, frequency, trend, observed_from, observed_to, recorded_at, organisation_key, profession, regime,
      no_person_confirmed, status, received_at, valid_until)
    values ('${gemeente}', '${randomUUID()}', '${gemeente}', 2025, 'HOUSING', 'PROBLEM', 'WORRYING', 'UNKNOWN', 'PERSONS',
      'UNKNOWN', 'UNKNOWN', current_date, current_date, now(), '${organisation}', 'CARETAKER', 'NONE', true,
      'SUBMITTED', now(), now())`;
}
