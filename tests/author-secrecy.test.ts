// Two towns that are equal but for who wrote which note. Whoever is not the author asks everything the API knows, tries
// every change on notes of others, and must get the same bytes in both; then no answer, alone or with others, tells who
// wrote. Ids are the client's and the same in both towns; what the server makes at random is checked to have the same
// shape.
import { describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import type { Actor } from '../server/access/actor.ts';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { logFieldNote } from '../server/notes/log.ts';
import { reviseFieldNote } from '../server/notes/revise.ts';
import { discardDraft, submitFieldNote, withdrawFieldNote } from '../server/notes/withdraw.ts';
import { askOn, bram, esra, ilse, noor, otto } from './support/ask.ts';
import { openCopy } from './support/database.ts';
import { everyQuestion } from './support/everything.ts';
import { logInput, makePlaces, sendReview } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const observer = (words: string) => actorOfDemoToken(`demo:OBSERVER:GM9001:${words}`);
const wijkteam = observer('wijkteam-noord:COMMUNITY_WORKER');
/** Who writes; none of them asks below. Two of one organisation and profession, and single ones of others. */
const writers = {
  wijkteam,
  colleague: { ...wijkteam, personId: 'b2f1a3f4-6c55-4d4e-9a51-0d9f7f3c1a11' },
  debts: observer('schuldhulp:DEBT_COUNSELLOR'),
  housing: observer('woonstad:HOUSING_CONSULTANT'),
  school: observer('school-oost:TEACHER_CARE_COORDINATOR'),
  gp: observer('huisartsen-kade:GP'),
  pharmacy: observer('apotheek-haven:PHARMACIST'),
} satisfies Record<string, Actor>;
type Writer = keyof typeof writers;

/** Colleagues of the writers in the same organisations, and everyone else: these ask. */
const readers: Readonly<Record<string, string | null>> = {
  'a colleague in the wijkteam': noor,
  'a colleague of the debt counsellor': 'demo:OBSERVER:GM9001:schuldhulp:CLIENT_SUPPORTER',
  'a colleague at the practice': 'demo:OBSERVER:GM9001:huisartsen-kade:GP_PRACTICE_NURSE',
  'an observer of another organisation': 'demo:OBSERVER:GM9001:sport:SPORTS_COACH',
  'the reviewer': esra,
  'another reviewer': 'demo:REVIEWER:GM9001:beleid',
  'an analyst': bram,
  'a policy adviser': 'demo:POLICY:GM9001',
  'a council member': 'demo:COUNCIL:GM9001',
  'a resident': 'demo:RESIDENT:GM9001',
  'the administrator': ilse,
  'the data protection officer': 'demo:AUDITOR:GM9001',
  'a reviewer of another gemeente': otto,
  'an observer of another gemeente': 'demo:OBSERVER:GM9002:wijkteam:WIJKTEAM_WORKER',
  nobody: null,
};

/** These also try to change what is not theirs; the other roles may not write at all, which other tests prove. */
const trying = [
  'a colleague in the wijkteam',
  'an observer of another organisation',
  'another reviewer',
];

const idOf = (number: number) => `5d3c1a2e-7b4f-4c6d-9e8f-${String(number).padStart(12, '0')}`;
const dayAt = (day: number, hour = 9) => new Date(Date.UTC(2026, 2, day, hour, 17, 23, 456));

/** What happens to a note after it was logged. */
type Fate =
  | 'PUBLIC'
  | 'CIRCLE'
  | 'SEALED'
  | 'WITHDRAWN'
  | 'REVISED'
  | 'SUBMITTED'
  | 'DRAFT'
  | 'DISCARDED'
  | 'RETURNED'
  | 'REJECTED';

interface Planned {
  readonly placeCode: string;
  readonly theme: string;
  readonly fate: Fate;
  /** Who writes it in the one town, and in the other. */
  readonly by: readonly [Writer, Writer];
}

/** Notes of one wijk and theme, written by the same people in both towns in another order. */
const cell = (
  placeCode: string,
  theme: string,
  fates: readonly Fate[],
  by: readonly Writer[],
): Planned[] =>
  fates.map((fate, at) => ({
    ...{ placeCode, theme, fate },
    by: [by[at] ?? 'debts', by[(at + 1) % by.length] ?? 'debts'] as const,
  }));

const words = [
  'buiten',
  'thuis',
  'samen',
  'later',
  'minder',
  'vaker',
  'rustig',
  'druk',
  'open',
  'dicht',
  'vroeg',
  'laat',
  'veel',
  'kort',
];

interface Town {
  readonly close: () => Promise<void>;
}

let town = await openCopy();
/** Opened for the first town: the server wants a database from the start. */
let spare: typeof town | undefined = town;
let now = dayAt(2);
/** One server for all towns, so that each question is compiled once. */
const ask = askOn(
  {
    as: (...who) => town.as(...who),
    readAs: (...who) => town.readAs(...who),
  },
  () => now,
);

async function buildTown(plan: readonly Planned[], which: 0 | 1): Promise<Town> {
  const database = spare ?? (await openCopy());
  spare = undefined;
  await makePlaces(database);
  const people = { year: 2025, figures: { population: perWijk(...Array(12).fill(4000)) } };
  await makeEdition(database, people);
  town = database;
  const authorOf = (planned: Planned) => writers[planned.by[which]];
  for (const [number, planned] of plan.entries()) {
    now = dayAt(2, 8 + (number % 9));
    const { placeCode, theme, fate } = planned;
    const texts = `Bewoners zijn ${words[number % words.length]} bezig, ${words[(number * 5 + 3) % words.length]} dan eerder (${number + 1}).`;
    const asDraft = ['DRAFT', 'DISCARDED', 'SUBMITTED'].includes(fate);
    const input = logInput({ id: idOf(number), placeCode, theme, observationText: texts, asDraft });
    const author = authorOf(planned);
    await logFieldNote(database.as(author), author, input as never, now);
  }
  for (const [number, planned] of plan.entries()) {
    now = dayAt(3, 8 + (number % 9));
    await meet(database.as(authorOf(planned)), authorOf(planned), planned.fate, idOf(number), now);
  }
  return { close: database.close };
}

async function meet(
  db: Parameters<typeof logFieldNote>[0],
  author: Actor,
  fate: Fate,
  id: string,
  now: Date,
) {
  const review = async (input: object) => {
    const { errors } = await sendReview(ask, esra, { id, ...input });
    if (errors) throw new Error(`${fate}: ${errors[0]?.message}`);
  };
  if (fate === 'SUBMITTED') await submitFieldNote(db, author, id, now);
  if (fate === 'DISCARDED') await discardDraft(db, author, id, now);
  if (fate === 'RETURNED') await review({ decision: 'RETURN', reason: 'UNCLEAR' });
  if (fate === 'REJECTED') await review({ decision: 'REJECT', reason: 'SINGLE_CASE' });
  if (fate === 'CIRCLE' || fate === 'SEALED') await review({ publicationLevel: fate });
  if (fate === 'PUBLIC')
    await review({ publicationLevel: 'PUBLIC', excerpt: 'Bewoners zijn bezig.' });
  if (fate === 'WITHDRAWN' || fate === 'REVISED') await review({ publicationLevel: 'CIRCLE' });
  if (fate === 'WITHDRAWN') await withdrawFieldNote(db, author, { id }, now);
  if (fate === 'REVISED') {
    await reviseFieldNote(
      db,
      author,
      { id, version: 1, observationText: 'Het is anders dan het was.' },
      now,
    );
  }
}

const asWrite = (name: string, input: string, answer = 'id') =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${answer} } }`;
const allOfNote =
  'id status version confirmationCount isMine textState publicationLevel profession regime organisation sourceType mayBePublic';

/** Everything a stranger to a note may try on it, with fixed ids of their own. */
async function tryChanges(as: string | null, count: number, seat: number): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let number = 0; number < count; number++) {
    const id = idOf(number);
    const own = idOf(1000 + seat * 100 + number);
    answers.push(
      await ask(as, asWrite('confirmFieldNote', 'ConfirmFieldNoteInput', allOfNote), {
        input: { id: own, noteId: id },
      }),
      await ask(as, asWrite('logFieldNote', 'LogFieldNoteInput', allOfNote), {
        input: logInput({ id }),
      }),
      await ask(as, asWrite('reviseFieldNote', 'ReviseFieldNoteInput', allOfNote), {
        input: { id, version: 1, kind: 'NEED' },
      }),
      await ask(as, 'mutation ($id: UUID!) { submitFieldNote(id: $id) { id } }', { id }),
      await ask(as, 'mutation ($id: UUID!) { discardDraft(id: $id) }', { id }),
      await ask(as, asWrite('addReaction', 'AddReactionInput'), {
        input: { id, statement: 'signal:WK900101:SOCIAL_NETWORK', text: 'Herkenbaar.' },
      }),
    );
    // A reviewer may take published notes back; that would leave nothing to look at.
    if (as === null || !as.includes('REVIEWER:GM9001')) {
      answers.push(
        await ask(as, asWrite('withdrawFieldNote', 'WithdrawFieldNoteInput', allOfNote), {
          input: { id },
        }),
        await sendReview(ask, as, { id, decision: 'RETURN', reason: 'UNCLEAR' }),
      );
    }
  }
  return answers;
}

/** Closes a follow-up and keeps a snapshot, as the gemeente does. */
async function handle(): Promise<unknown[]> {
  const policy = 'demo:POLICY:GM9001';
  const followUp = {
    id: idOf(9001),
    placeCode: 'WK900101',
    theme: 'SOCIAL_NETWORK',
    action: 'Een inloop openen.',
    owner: 'wijkteam Noord',
  };
  const closing = {
    id: idOf(9001),
    result: 'TAKEN_UP',
    feedback: 'Dank: er komt een inloop.',
    publicSentence: 'Er komt een inloop.',
  };
  const answers = [
    await ask(policy, asWrite('recordFollowUp', 'RecordFollowUpInput'), { input: followUp }),
    await ask(policy, asWrite('closeFollowUp', 'CloseFollowUpInput'), { input: closing }),
    await ask(bram, asWrite('makeSnapshot', 'MakeSnapshotInput', 'id hash content'), {
      input: { id: idOf(9002), code: 'WK900101' },
    }),
  ];
  for (const { errors } of answers) expect(errors).toBeUndefined();
  return answers;
}

const noteCount = 16;
/** One page each, so that none is cut off in a random place. */
const auditEvents = [
  ...['NOTE_LOGGED', 'NOTE_SUBMITTED', 'NOTE_DISCARDED', 'NOTE_REVISED', 'NOTE_WITHDRAWN'],
  ...['NOTE_CONFIRMED', 'REACTION_ADDED', 'NOTE_REVIEW_STARTED', 'NOTE_PUBLISHED', 'NOTE_READ'],
  ...['NOTE_RETURNED', 'NOTE_REJECTED', 'FOLLOW_UP_CLOSED', 'SNAPSHOT_MADE'],
];
const questions = everyQuestion(schema, {
  within: ['"GM9001"'],
  'indicatorMap.level': ['WIJK'],
  'placeShapes.level': ['WIJK'],
  code: ['"WK900101"', '"WK900102"'],
  'place.code': ['"WK900101"'],
  placeCode: ['"WK900101"'],
  theme: ['SOCIAL_NETWORK'],
  since: ['"2026-03-01"', '"2026-03-04"'],
  indicator: ['"population"'],
  id: [...Array.from({ length: noteCount }, (_, number) => `"${idOf(number)}"`), `"${idOf(777)}"`],
  'snapshot.id': [`"${idOf(9002)}"`],
  'verifySnapshot.id': [`"${idOf(9002)}"`],
  purpose: ['"Voorbereiding van het wijkgesprek."'],
  hash: [`"${'0'.repeat(64)}"`],
  text: ['"Een zin."'],
  'search.text': ['"inloop"', '"bewoners"'],
  webhook: [`"${idOf(9003)}"`],
  'fieldNotes.filter': [
    '{}',
    '{ mine: true }',
    '{ since: "2026-03-02", placeCode: "WK900101" }',
    '{ status: PUBLISHED }',
  ],
  gemeente: ['"GM9001"'],
  'disclosureThresholdPreview.input': [
    '{ gemeente: "GM9001", kind: NOTES, least: 4 }',
    '{ gemeente: "GM9001", kind: ORGANISATIONS, least: 3 }',
  ],
  'noteGroups.by': ['[THEME, WIJK]', '[KIND, PROFESSION]', '[MONTH]'],
  'fieldNotes.first': ['100'],
  'reviewQueue.first': ['100'],
  'auditLines.first': ['100'],
  'auditLines.event': auditEvents.map((event) => JSON.stringify(event)),
});

interface AuditNode {
  readonly actor: string;
  readonly hash: string;
  readonly number: number;
  readonly traceId: string;
}

/** Audit lines without what is random in them, and beside them which lines share an actor. */
function shapeOfAudit(edges: readonly { readonly node: AuditNode }[]) {
  const lines = edges.map(({ node: { actor, hash: _h, number: _n, traceId, ...line } }) => ({
    actor,
    text: JSON.stringify({ ...line, hasTrace: traceId !== null }),
  }));
  const byActor = new Map<string, string[]>();
  for (const { actor, text } of lines) byActor.set(actor, [...(byActor.get(actor) ?? []), text]);
  return {
    lines: lines.map(({ text }) => text).sort(),
    groups: [...byActor.values()].map((group) => group.sort().join('\n')).sort(),
  };
}

/** The list of accounts is in the order of random ids: as a set, without its cursors. */
function inAnyOrder(text: string): string {
  const [, edges = ''] = /"edges":\[(.*)\],"pageInfo"/.exec(text) ?? [];
  const nodes = edges.replace(/"cursor":"[^"]*",/g, '').split(/(?<=\}\}),/);
  return edges === '' ? text : nodes.sort().join('\n');
}

/** Ids that are not this test's: of memberships, requests and certificates. */
const foreignId = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-(?!9e8f)[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every reader and every question with `npm run secrecy`; the suite leaves out what another reader asks alike. */
const isFull = process.env.SECRECY === 'full';
const longest = isFull ? 900_000 : 120_000;
const inShort: readonly string[] = [
  'a colleague in the wijkteam',
  'an observer of another organisation',
  'another reviewer',
  'an analyst',
  'the data protection officer',
  'nobody',
];
const everyone = Object.keys(readers).filter((who) => isFull || inShort.includes(who));
/** Who asks in the short form about a whole gemeente too; the audit log everyone tries. */
const wide: readonly string[] = ['another reviewer'];

async function askEverything(who: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const lines: { node: AuditNode }[] = [];
  for (const [at, { name, isWide, query }] of questions.entries()) {
    if (isWide && name !== 'auditLines' && !isFull && !wide.includes(who)) continue;
    const answer = await ask<Record<string, never>>(readers[who] ?? null, query);
    if (name === 'auditLines' && answer.errors === undefined) {
      const pages = Object.values<{ edges: { node: AuditNode }[] }>(answer.data);
      lines.push(...pages.flatMap(({ edges }) => edges));
      continue;
    }
    const text = JSON.stringify(answer).replace(foreignId, 'made-by-the-server');
    answers.set(`${name} ${at}`, name === 'members' ? inAnyOrder(text) : text);
  }
  answers.set('auditLines', JSON.stringify(shapeOfAudit(lines)));
  return answers;
}

/** Everything everyone gets in one town, by reader and question. */
async function listen(count: number, asking: readonly string[]): Promise<Map<string, string>> {
  const heard = new Map<string, string>();
  now = dayAt(5);
  for (const [seat, who] of Object.keys(readers).entries()) {
    if (!asking.includes(who) || !trying.includes(who)) continue;
    const answers = await tryChanges(readers[who] ?? null, count, seat);
    for (const [at, answer] of answers.entries()) {
      heard.set(`${who}: change ${at}`, JSON.stringify(answer));
    }
  }
  heard.set('the gemeente', JSON.stringify(await handle()));
  // The next day: what observers did is in the audit log by then.
  now = dayAt(6);
  for (const who of asking) {
    for (const [name, answer] of await askEverything(who)) {
      heard.set(`${who}: ${name}`, answer);
    }
  }
  return heard;
}

function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) {
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names
    .filter((name) => one.get(name) !== other.get(name))
    .map((name) => ({
      name,
      one: around(one.get(name), other.get(name)),
      other: around(other.get(name), one.get(name)),
    }));
}

/** The place where two answers part, for the one who has to mend it. */
function around(text = '', other = ''): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at += 1;
  return text.slice(Math.max(0, at - 80), at + 80);
}

async function compare(plan: readonly Planned[], asking: readonly string[]) {
  const heard = [];
  for (const which of [0, 1] as const) {
    const built = await buildTown(plan, which);
    try {
      heard.push(await listen(plan.length, asking));
    } finally {
      await built.close();
    }
  }
  const [one, other] = heard as [Map<string, string>, Map<string, string>];
  expect(differences(one, other)).toEqual([]);
  return one;
}

describe('who wrote which note', () => {
  test(
    'is told to nobody, whatever is asked and tried',
    async () => {
      const plan = [
        ...cell(
          'WK900101',
          'SOCIAL_NETWORK',
          ['PUBLIC', 'CIRCLE', 'CIRCLE', 'SEALED'],
          ['wijkteam', 'debts', 'colleague', 'housing'],
        ),
        ...cell('WK900101', 'HOUSING', ['CIRCLE', 'PUBLIC'], ['debts', 'wijkteam']),
        ...cell('WK900102', 'MEANING', ['WITHDRAWN', 'WITHDRAWN'], ['housing', 'colleague']),
        ...cell(
          'WK900102',
          'LIVELIHOOD',
          ['SUBMITTED', 'DRAFT', 'DISCARDED', 'RETURNED', 'REJECTED', 'REVISED'],
          ['debts', 'wijkteam', 'school', 'housing', 'colleague', 'debts'],
        ),
        // Two practices under medical secrecy: reviewers cannot tell them apart either.
        ...cell('WK900103', 'SOCIAL_NETWORK', ['CIRCLE', 'SEALED'], ['gp', 'pharmacy']),
      ];
      expect(plan).toHaveLength(noteCount);
      const heard = await compare(plan, everyone);
      // The answers are worth comparing: signals are shown, notes are read, lines are there.
      const text = (name: string) =>
        [...heard].flatMap(([key, answer]) => (key.startsWith(name) ? answer : [])).join();
      expect(text('an analyst: wijkProfile')).toContain('"display":"SHOWN"');
      expect(text('another reviewer: fieldNotes')).toContain(idOf(3));
      expect(text('the data protection officer: auditLines')).toContain('NOTE_LOGGED');
      expect(text('an observer of another organisation: myFeedback')).toContain(
        'er komt een inloop',
      );
      expect([...heard.values()].join()).not.toMatch(
        /QUERY_TOO_COMPLEX|RATE_LIMITED|INTERNAL_SERVER_ERROR/,
      );
    },
    longest,
  );

  // A reviewer learns whether a note is under medical or youth secrecy, as it decides what may be published; everyone
  // else must not even learn that.
  test.each([
    [
      'sealed',
      'SEALED',
      everyone.filter((who) => !who.endsWith('reviewer') && (isFull || who !== 'an analyst')),
    ] as const,
    ...(isFull
      ? [
          [
            'in the circle',
            'CIRCLE',
            everyone.filter((who) => /colleague|observer/.test(who)),
          ] as const,
        ]
      : []),
  ])(
    'by a GP is told to nobody but reviewers, %s',
    async (_what, fate, asking) => {
      const plan = [
        ...cell(
          'WK900101',
          'SOCIAL_NETWORK',
          [fate, fate, fate, fate],
          ['gp', 'debts', 'housing', 'school'],
        ),
        ...cell('WK900102', 'HOUSING', [fate, fate], ['wijkteam', 'gp']),
      ];
      await compare(plan, asking);
    },
    longest,
  );
});
