// No word of a text that somebody may not read changes any result, count, order, snippet or cursor for them.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { amira, askOn, bram, esra, ilse, joris, nobody, noor, otto } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logNote, openCell, publishNote, sendReview, today } from './support/make.ts';
import { makeTown, searchAs } from './support/search.ts';

const statements: string[] = [];
const database = await testDatabase((text) => statements.push(text));
await makeTown(database);
let moment = today.getTime();
/** Later with each question, so that no answer rests on what was read for the one before; all within one month. */
const ask = askOn(database, () => {
  moment += 1100;
  return new Date(moment);
});

const shown = { placeCode: 'WK900102', theme: 'HOUSING' };
const hidden = { placeCode: 'WK900103', theme: 'MEANING' };
const readers: Readonly<Record<string, string | null>> = {
  nobody,
  analyst: bram,
  administrator: ilse,
  council: 'demo:COUNCIL:GM9001',
  resident: 'demo:RESIDENT:GM9001',
  auditor: 'demo:AUDITOR:GM9001',
  observer: 'demo:OBSERVER:GM9001:buurthuis:COMMUNITY_WORKER',
  'reviewer elsewhere': otto,
};

/** Words of the hidden texts, words they share with texts that may be read, beginnings, and words with a slip. */
const secret = 'kroonluchter';
const texts = [
  ...[secret, 'kroonl', 'kroonluchtr', 'plein winkel', 'bewoners', 'bewoners missen'],
  ...['lekkage bewoners', 'havenkwartier'],
];

/** Everything that this reader is told, asked in one request. */
async function transcript(as: string | null): Promise<string> {
  const fields = `groups { kind count } pageInfo { hasNextPage endCursor }
    edges { cursor node { id title detail snippet { text isHit } fieldNote { textState } } }`;
  const all = texts.map((text, at) => {
    const page = at % 2 === 0 ? 'first: 20' : 'first: 1, kinds: [FIELD_NOTE, STATEMENT]';
    return `q${at}: search(text: "${text}", within: "GM9001", ${page}) { ${fields} }`;
  });
  const { data, errors } = await ask<Record<string, unknown>>(as, `{ ${all.join('\n')} }`);
  expect(errors).toBeUndefined();
  return JSON.stringify(data, null, 1);
}

/** What holds the secret word beside the words of the texts that may be read. */
const words = (about: string) =>
  `Een ${secret} op het plein: bewoners missen een winkel, de bus en een leeg huis ${about}.`;

/** Hidden from all readers above; each with what makes it hidden. */
const hide: Readonly<Record<string, () => Promise<unknown>>> = {
  'a draft': () =>
    logNote(ask, noor, { ...shown, observationText: words('concept'), asDraft: true }),
  'a note that waits': () => logNote(ask, noor, { ...shown, observationText: words('wacht') }),
  'a returned note': async () => {
    const id = await logNote(ask, noor, { ...shown, observationText: words('terug') });
    await sendReview(ask, esra, { id, decision: 'RETURN', reason: 'TOO_VAGUE' });
  },
  'a rejected note': async () => {
    const id = await logNote(ask, noor, { ...shown, observationText: words('af') });
    await sendReview(ask, esra, { id, decision: 'REJECT', reason: 'SINGLE_CASE' });
  },
  'a sealed note': () => {
    const sealed = { ...shown, observationText: words('verzegeld') };
    return publishNote(ask, noor, esra, sealed, { publicationLevel: 'SEALED' });
  },
  'notes of a signal that is too few': async () => {
    await publishNote(ask, noor, esra, { ...hidden, observationText: words('kring') });
    const excerpt = words('openbaar');
    await publishNote(
      ask,
      noor,
      esra,
      { ...hidden, observationText: words('vol') },
      { publicationLevel: 'PUBLIC', excerpt },
    );
  },
  'an explanation for the circle of another gemeente': async () => {
    const input = {
      ...{
        id: randomUUID(),
        placeCode: 'WK900201',
        theme: 'HOUSING',
        explanation: words('duiding'),
      },
      ...{ professions: ['CARETAKER'], heldOn: '2026-03-10', publicationLevel: 'CIRCLE' },
    };
    const { errors } = await ask(
      otto,
      'mutation ($input: AddInterpretationInput!) { addInterpretation(input: $input) { id } }',
      { input },
    );
    expect(errors).toBeUndefined();
  },
  'a reaction': async () => {
    const input = {
      id: randomUUID(),
      statement: 'signal:WK900102:HOUSING',
      text: words('reactie'),
    };
    const { errors } = await ask(
      'demo:RESIDENT:GM9001',
      'mutation ($input: AddReactionInput!) { addReaction(input: $input) { id } }',
      { input },
    );
    expect(errors).toBeUndefined();
  },
};

describe('of texts that may be read', () => {
  const before = new Map<string, string>();

  beforeAll(async () => {
    await openCell(ask, esra, shown);
    await publishNote(
      ask,
      joris,
      esra,
      { ...shown, observationText: 'Door een lekkage missen bewoners hun keuken.' },
      { publicationLevel: 'PUBLIC', excerpt: 'Door een lekkage missen bewoners iets.' },
    );
    for (const [name, as] of Object.entries(readers)) before.set(name, await transcript(as));
  });

  test('readers are told something, and different things', () => {
    expect(before.get('analyst')).toContain('FIELD_NOTE');
    expect(before.get('nobody')).toContain('STATEMENT');
    expect(before.get('nobody')).not.toContain('FIELD_NOTE');
    expect(before.get('analyst')).not.toContain(secret);
  });

  test.each(Object.keys(hide))('%s changes nothing for the analyst', async (what) => {
    await hide[what]?.();
    expect(await transcript(bram)).toBe(before.get('analyst'));
  });

  test.each(Object.keys(readers))('after all of them %s is told the same', async (name) => {
    expect(await transcript(readers[name] ?? null)).toBe(before.get(name));
  });

  test('while the reviewer and the author find them', async () => {
    const found = async (as: string) => (await searchAs(ask, as, secret)).groups;
    expect(await found(esra)).toEqual([{ kind: 'FIELD_NOTE', count: 'N5_9' }]);
    expect(await found(noor)).toEqual([{ kind: 'FIELD_NOTE', count: 'N5_9' }]);
  });
});

test('a text under medical secrecy is found by observers and reviewers alone', async () => {
  const names = ['analyst', 'nobody'];
  const before = await Promise.all(names.map((name) => transcript(readers[name] ?? null)));
  const medical = { ...shown, sourceType: 'CONTACT_PATTERN', observationText: words('spreekuur') };
  const id = await publishNote(ask, amira, esra, medical);
  expect(await Promise.all(names.map((name) => transcript(readers[name] ?? null)))).toEqual(before);
  const observer = await searchAs(ask, readers.observer ?? null, secret);
  expect(observer.edges.map(({ node }) => node.id)).toEqual([`FIELD_NOTE:${id}`]);
});

test('a search sends the same statements whether hidden texts match or not', async () => {
  const sentFor = async (text: string) => {
    statements.length = 0;
    expect((await searchAs(ask, bram, text, { kinds: ['FIELD_NOTE'] })).edges).toEqual([]);
    return [...statements];
  };
  const matching = await sentFor(secret);
  expect(matching.length).toBeGreaterThan(0);
  expect(matching).toEqual(await sentFor('woordvannergens'));
});
