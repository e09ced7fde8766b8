// Interpretation questions: what opens them, whom they ask, and what closes them.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { amira, askOn, bram, esra, joris, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, publishNote } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const statements: string[] = [];
const database = await testDatabase((text) => statements.push(text));
let now = new Date('2026-01-10T10:00:00Z');
const ask = askOn(database, () => now);
const at = (day: string) => {
  now = new Date(`${day}T10:00:00Z`);
};

interface Question {
  placeCode: string;
  theme: { code: string };
  outcome: string;
  since: string | null;
  notHeard: string[];
  heard: string[];
  nl: string;
  en: string;
}
interface Page {
  interpretationQuestions: {
    edges: { node: Question }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

async function page(as: string | null, within: string, first = 100, after?: string) {
  const { data, errors } = await ask<Page>(
    as,
    `query ($within: PlaceCode!, $first: Int, $after: String) {
      interpretationQuestions(within: $within, first: $first, after: $after) { edges { node { placeCode
        theme { code } outcome since notHeard heard nl: question en: question(language: EN) } }
        pageInfo { hasNextPage endCursor } } }`,
    { within, first, after },
  );
  expect(errors).toBeUndefined();
  return data.interpretationQuestions;
}
const questions = async (as: string | null = nobody, within = 'GM9001') =>
  (await page(as, within)).edges.map((edge) => edge.node);
const named = async (as: string | null = nobody, within = 'GM9001') =>
  (await questions(as, within)).map((q) => `${q.placeCode} ${q.theme.code} ${q.outcome}`);

const explain = async (
  placeCode: string,
  theme: string,
  outcome: string | null,
  heldOn: string,
) => {
  const input = {
    ...{ id: randomUUID(), placeCode, theme, outcome, heldOn, professions: ['GP'] },
    ...{ explanation: 'Dat is besproken en herkend.', publicationLevel: 'SEALED' },
  };
  const { errors } = await ask(
    esra,
    'mutation ($input: AddInterpretationInput!) { addInterpretation(input: $input) { id } }',
    { input },
  );
  expect(errors).toBeUndefined();
};

/** Three notes of three organisations, one of them worrying. */
async function worry(placeCode: string, theme: string, more: Record<string, unknown> = {}) {
  const day = now.toISOString().slice(0, 10);
  const seen = {
    placeCode,
    theme,
    severity: 'WORRYING',
    observedFrom: day,
    observedTo: day,
    ...more,
  };
  const ids = [];
  for (const as of [noor, joris, amira]) {
    const medical = as === amira ? { sourceType: 'CONTACT_PATTERN' } : {};
    ids.push(await publishNote(ask, as, esra, { ...seen, ...medical }));
  }
  return ids;
}

const lonely = (first: number) => perWijk(first, 48, 49, 50, 51, 52, 47, 70, 53, 50, 50, 46);

beforeAll(async () => {
  await makePlaces(database);
  const thousand = Array.from({ length: 12 }, () => 1000);
  const population = { GM9001: 12000, ...perWijk(...thousand) };
  const published = { now: new Date('2025-06-01T00:00:00Z') };
  await makeEdition(database, {
    ...{ year: 2024, figures: { population, loneliness: lonely(50) }, table: 'loneliness' },
    ...published,
  });
  await worry('WK900101', 'SOCIAL_NETWORK');
  await worry('WK900101', 'MEANING');
  // People look in WK900108, and nobody mentions that its figure is high.
  await worry('WK900108', 'HOUSING', { severity: 'ATTENTION' });
});

test('each difference opens one question, by wijk and theme, to who was not heard and who was', async () => {
  expect(await named()).toEqual([
    'WK900101 SOCIAL_NETWORK SIGNAL_ABOVE_FIGURE',
    'WK900101 MEANING SIGNAL_WITHOUT_FIGURE',
    'WK900108 SOCIAL_NETWORK FIGURE_ABOVE_SIGNAL',
  ]);
  const [above, , figure] = await questions();
  expect(above).toMatchObject({
    since: '2026-01-01',
    notHeard: ['OLDER_PEOPLE_ADVISER', 'COMMUNITY_WORKER', 'DISTRICT_NURSE'],
  });
  expect(above?.nl).toMatch(/^Eenzaamheid & sociaal netwerk, WK900101: .*wijkverpleegkundige.*\?$/);
  expect(above?.en).toMatch(/district nurse.*not heard yet.*\?$/);
  expect(above?.nl).not.toMatch(/doordat|omdat|daardoor|veroorzaakt/);
  expect(figure).toMatchObject({ heard: [], since: '2026-01-01' });
  expect(figure?.notHeard).toEqual([
    ...['OLDER_PEOPLE_ADVISER', 'COMMUNITY_WORKER', 'DISTRICT_NURSE', 'GP'],
  ]);
});

test('who spoke is named only where that identifies nobody', async () => {
  const [above] = await questions(bram, 'WK900101');
  expect(above?.heard).toEqual([]);
  const other = 'demo:OBSERVER:GM9001:huisartsen-plein:GP';
  const seen = { observedFrom: '2026-01-05', observedTo: '2026-01-05' };
  const cell = { ...seen, placeCode: 'WK900112', theme: 'PHYSICAL_HEALTH' };
  await publishNote(ask, other, esra, { ...cell, sourceType: 'CONTACT_PATTERN' });
  // A signal too few to show names nobody anywhere.
  expect((await questions(bram, 'WK900101'))[0]?.heard).toEqual([]);
  for (const observationText of ['Weinig mensen sporten.', 'De gymzaal is vaak dicht.']) {
    await publishNote(ask, joris, esra, { ...cell, observationText });
  }
  const [now] = await questions(bram, 'WK900101');
  expect(now?.heard).toEqual(['GP']);
  expect(now?.nl).toContain('huisarts (al gehoord)');
});

test('a hidden signal opens nothing and is not told apart from silence', async () => {
  const before = await questions(nobody, 'WK900108');
  const seen = { observedFrom: '2026-01-09', observedTo: '2026-01-09' };
  const here = { placeCode: 'WK900108', theme: 'SOCIAL_NETWORK', severity: 'URGENT' };
  await publishNote(ask, noor, esra, { ...here, ...seen, urgentConfirmed: true });
  expect(await questions(nobody, 'WK900108')).toEqual(before);
});

test('an interpretation recorded after the difference arose closes it, for everyone', async () => {
  at('2026-01-20');
  await explain('WK900101', 'MEANING', 'FIGURE_ABOVE_SIGNAL', '2026-01-19');
  await explain('WK900108', 'MEANING', 'SIGNAL_WITHOUT_FIGURE', '2026-01-19');
  expect(await named(nobody, 'WK900101')).toContain('WK900101 MEANING SIGNAL_WITHOUT_FIGURE');
  await explain('WK900101', 'MEANING', 'SIGNAL_WITHOUT_FIGURE', '2026-01-19');
  expect(await named(nobody, 'WK900101')).toEqual(['WK900101 SOCIAL_NETWORK SIGNAL_ABOVE_FIGURE']);
  // More of the same is not another difference.
  at('2026-01-25');
  await worry('WK900101', 'MEANING', { observationText: 'Ook in de tuinen is het erg stil.' });
  expect(await named(nobody, 'WK900101')).toEqual(['WK900101 SOCIAL_NETWORK SIGNAL_ABOVE_FIGURE']);
});

test('a difference that goes and comes back asks again', async () => {
  at('2026-01-26');
  await explain('WK900101', 'SOCIAL_NETWORK', null, '2026-01-26');
  expect(await named(nobody, 'WK900101')).toEqual([]);
  // A correction of the figure makes it agree with the ground; the next one takes that back.
  const table = { year: 2024, table: 'loneliness' };
  const population = { GM9001: 12000, ...perWijk(...Array.from({ length: 12 }, () => 1000)) };
  await makeEdition(database, {
    ...{ ...table, figures: { population, loneliness: lonely(75) } },
    now: new Date('2026-02-01T00:00:00Z'),
  });
  at('2026-02-02');
  expect(await named(nobody, 'WK900101')).toEqual([]);
  await makeEdition(database, {
    ...{ ...table, figures: { population, loneliness: lonely(50.1) } },
    now: new Date('2026-02-10T00:00:00Z'),
  });
  at('2026-02-11');
  expect(await questions(nobody, 'WK900101')).toMatchObject([
    { outcome: 'SIGNAL_ABOVE_FIGURE', since: '2026-02-01' },
  ]);
  await explain('WK900101', 'SOCIAL_NETWORK', 'SIGNAL_ABOVE_FIGURE', '2026-02-11');
  expect(await named(nobody, 'WK900101')).toEqual([]);
  // A correction that leaves the difference as it is does not ask again.
  await makeEdition(database, {
    ...{ ...table, figures: { population, loneliness: lonely(50.2) } },
    now: new Date('2026-02-20T00:00:00Z'),
  });
  at('2026-02-21');
  expect(await named(nobody, 'WK900101')).toEqual([]);
});

test('pages go on where they stopped, and cost the same statements for a wijk and a gemeente', async () => {
  at('2026-02-22');
  for (const theme of ['DAY_ACTIVITIES', 'PARTICIPATION']) await worry('WK900103', theme);
  const all = await named();
  const found: string[] = [];
  let after: string | undefined;
  for (let turn = 0; turn < 10; turn += 1) {
    const { edges, pageInfo } = await page(nobody, 'GM9001', 1, after);
    found.push(...edges.map(({ node }) => `${node.placeCode} ${node.theme.code} ${node.outcome}`));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(found).toEqual(all);
  expect(all.length).toBeGreaterThan(2);
  const count = async (within: string) => {
    statements.length = 0;
    await page(nobody, within);
    return statements.length;
  };
  expect(await count('GM9001')).toBe(await count('WK900103'));
  expect(await count('GM9001')).toBeLessThanOrEqual(12);
});
