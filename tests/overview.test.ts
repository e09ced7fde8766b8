import { beforeAll, expect, test } from 'vitest';
import { type Answer, amira, askOn, bram, esra, joris, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, publishNote, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const statements: string[] = [];
const database = await testDatabase((text) => statements.push(text));
const ask = askOn(database, () => today);

interface Cell {
  placeCode: string;
  theme: string;
  outcome: string;
  display: string;
}

const medical = { sourceType: 'CONTACT_PATTERN', scaleBand: 'N10_24' };

beforeAll(async () => {
  await makePlaces(database);
  const thousand = Array.from({ length: 12 }, () => 1000);
  await makeEdition(database, {
    year: 2024,
    figures: {
      population: { GM9001: 12000, ...perWijk(...thousand) },
      loneliness: { GM9001: 50, ...perWijk(70, 48, 49, 50, 51, 52, 47, 46, 53, 50, 50, 30) },
    },
  });
  const week = { observedFrom: '2026-03-01', observedTo: '2026-03-01' };
  for (const placeCode of ['WK900101', 'WK900102']) {
    await publishNote(ask, noor, esra, {
      ...week,
      placeCode,
      severity: 'SERIOUS',
      populationGroups: ['UNDOCUMENTED'],
      visibilityReasons: ['NOT_IN_REGISTER'],
    });
    await publishNote(ask, joris, esra, {
      ...week,
      placeCode,
      severity: 'WORRYING',
      populationGroups: ['UNDOCUMENTED', 'SOCIALLY_ISOLATED'],
    });
    await publishNote(ask, amira, esra, {
      ...week,
      ...medical,
      placeCode,
      severity: 'WORRYING',
      populationGroups: ['UNDOCUMENTED', 'SOCIALLY_ISOLATED'],
    });
  }
  // Too few to show, and there when the last month ended.
  const earlier = askOn(database, () => new Date('2026-02-20T10:00:00Z'));
  await publishNote(earlier, noor, esra, { placeCode: 'WK900103', theme: 'HOUSING' });
});

async function grid(as: string | null = bram) {
  const { data, errors } = await ask<{ concordanceGrid: Cell[] }>(
    as,
    '{ concordanceGrid(within: "GM9001") { placeCode theme outcome display coverage stage } }',
  );
  expect(errors).toBeUndefined();
  return data.concordanceGrid;
}

test('the grid has every wijk and theme once, in the order of names, with the outcomes of the profiles', async () => {
  const cells = await grid();
  expect(cells.length).toBe(12 * 17);
  const network = cells.filter((cell) => cell.theme === 'SOCIAL_NETWORK');
  expect(network.map((cell) => cell.placeCode)).toEqual(
    [...network.map((c) => c.placeCode)].sort(),
  );
  expect(network[0]?.outcome).toBe('CONFIRMED');
  expect(network[1]?.outcome).toBe('SIGNAL_ABOVE_FIGURE');
  expect(network[4]?.outcome).toBe('INSUFFICIENT_COVERAGE');
});

test('a grid costs as many statements as one profile', async () => {
  const count = async (query: string) => {
    statements.length = 0;
    await ask(bram, query);
    expect(statements.length).toBeLessThanOrEqual(8);
    // Totals of the gemeente are asked when they are not kept, at most once.
    return statements.length - statements.filter((text) => text.includes('"changesAt"')).length;
  };
  const one = await count('{ wijkProfile(code: "WK900101") { year } }');
  const all = await count('{ concordanceGrid(within: "GM9001") { outcome } }');
  expect(all).toBeLessThanOrEqual(7);
  expect(all).toBe(one);
});

test('signals can be filtered by theme and outcome and paged through without repeats', async () => {
  const query = `query ($after: String, $outcome: [ConcordanceOutcome!]) {
    signals(within: "GM9001", first: 1, after: $after, outcome: $outcome) {
      edges { node { place { code } theme { code } display } } pageInfo { hasNextPage endCursor } } }`;
  interface Page {
    signals: {
      edges: { node: { place: { code: string }; theme: { code: string } } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }
  const found: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 10; page += 1) {
    const answer: Answer<Page> = await ask<Page>(bram, query, { after });
    const { signals } = answer.data;
    found.push(...signals.edges.map(({ node }) => `${node.place.code} ${node.theme.code}`));
    if (!signals.pageInfo.hasNextPage) break;
    after = signals.pageInfo.endCursor;
  }
  expect(found).toEqual(['WK900101 SOCIAL_NETWORK', 'WK900102 SOCIAL_NETWORK', 'WK900103 HOUSING']);
  const above = await ask<{ signals: { edges: unknown[] } }>(bram, query, {
    outcome: ['SIGNAL_ABOVE_FIGURE'],
  });
  expect(above.data.signals.edges.length).toBe(1);
});

test('what is new since a day is named, without counts', async () => {
  const answer = await askOn(database, () => new Date('2026-03-20T10:00:00Z'))<{
    signalChanges: { placeCode: string; theme: string; kind: string }[];
  }>(
    nobody,
    '{ signalChanges(within: "GM9001", since: "2026-03-10") { placeCode theme kind outcomeBefore outcomeNow } }',
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data.signalChanges.filter((change) => change.kind === 'NEW')).toMatchObject([
    { placeCode: 'WK900101', theme: 'SOCIAL_NETWORK' },
    { placeCode: 'WK900102', theme: 'SOCIAL_NETWORK' },
  ]);
});

test('changes since a day to come are refused, and the refusal names since', async () => {
  const query = (field: string) => `{ ${field}(within: "GM9001", since: "2027-01-01") `;
  for (const text of [
    `${query('signalChanges')} { kind } }`,
    `${query('digest')} { changes { kind } } }`,
  ]) {
    const { errors } = await ask(bram, text);
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'since' } });
    expect(errors?.[0]?.message).not.toContain('asOf');
  }
});

test('blind spots name the groups that no figure measures, and where nobody looks', async () => {
  const { data, errors } = await ask<{
    blindSpots: {
      groups: { group: string; themes: string[] }[];
      wijken: { placeCode: string }[];
      silentThemes: { code: string }[];
    };
  }>(
    bram,
    '{ blindSpots(within: "GM9001") { groups { group reasons themes } wijken { placeCode } silentThemes { code } } }',
  );
  expect(errors).toBeUndefined();
  // Six notes name undocumented people; four name isolated people, too few to show.
  expect(data.blindSpots.groups).toMatchObject([
    { group: 'UNDOCUMENTED', themes: ['SOCIAL_NETWORK'] },
  ]);
  expect(data.blindSpots.wijken.length).toBe(10);
  expect(data.blindSpots.silentThemes.map((theme) => theme.code)).toContain('MEANING');
  expect(data.blindSpots.silentThemes.map((theme) => theme.code)).not.toContain('HOUSING');
});

test('an overview of the whole country, or of what does not exist, is refused with what to ask', async () => {
  const country = await ask(bram, '{ concordanceGrid(within: "NL00") { outcome } }');
  expect(country.errors?.[0]).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', field: 'within' },
  });
  const nowhere = await ask(bram, '{ concordanceGrid(within: "GM7777") { outcome } }');
  expect(nowhere.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
