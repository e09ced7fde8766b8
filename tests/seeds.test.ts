// The invented town: made once and whole, never beside real data, free of personal data, and holding an
// example of everything the product can say.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { answerTexts } from '../seeds/answers.ts';
import { handlingTexts } from '../seeds/follow-ups.ts';
import {
  demoPeople,
  type FigureShowcase,
  figuresToSee,
  guide,
  type Showcase,
  whereToSee,
} from '../seeds/guide.ts';
import { storyLines } from '../seeds/notes.ts';
import { codeIn } from '../seeds/places.ts';
import { seedWaterrijk } from '../seeds/waterrijk.ts';
import { actorOfDemoToken } from '../server/access/demo.ts';
import { verifyAudit } from '../server/audit/verify.ts';
import { codesOf } from '../server/codes/code-list.ts';
import { valueStates } from '../server/codes/figures.ts';
import {
  concordanceOutcomes,
  corroborations,
  coverageLevels,
  monitorPositions,
  signalDisplays,
} from '../server/codes/merge.ts';
import {
  followUpResults,
  noteKinds,
  noteStatuses,
  publicationLevels,
  severities,
  signalStages,
} from '../server/codes/notes.ts';
import { reactionStatuses, reactionVoices } from '../server/codes/reactions.ts';
import { themes } from '../server/codes/themes.ts';
import { type Database, rowsOf } from '../server/db/client.ts';
import { screenText } from '../server/privacy/screening.ts';
import { loadProfile } from '../server/profiles/load.ts';
import type { Profile, ThemeProfile } from '../server/profiles/profile.ts';
import { askOn, bram, esra, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';

const now = new Date('2026-11-22T10:00:00Z');
const database = await testDatabase();
const before = process.cpuUsage();
const seeded = await seedWaterrijk(database, now);
const worked = process.cpuUsage(before);

const rows = <Row>(text: string, on: Database = database) => rowsOf<Row>(on.readDb, sql.raw(text));

/** What one column holds over the whole table, sorted. */
const valuesOf = async (table: string, column: string) =>
  (
    await rows<{ value: string }>(
      `select distinct ${column}::text as value from ${table} where ${column} is not null`,
    )
  )
    .map((row) => row.value)
    .sort();

const sorted = (codes: readonly string[]) => [...codes].sort();

const profiles = new Map<string, Profile>();
async function profileOf(code: string, as: string | null = esra): Promise<Profile> {
  const known = profiles.get(`${code} ${as}`);
  if (known) return known;
  const actor = as === null ? null : actorOfDemoToken(as);
  const profile = await loadProfile(database.readDb, actor, { code }, now);
  if (!profile) throw new Error(`${code} has no profile.`);
  profiles.set(`${code} ${as}`, profile);
  return profile;
}

async function themeOf(
  { wijk, theme }: Pick<Showcase, 'wijk' | 'theme'>,
  as: string | null = esra,
) {
  const profile = await profileOf(wijk, as);
  const found = profile.themes.find((one) => one.theme === theme);
  if (!found) throw new Error(`${wijk} has no theme ${theme}.`);
  return { profile, theme: found };
}

/** Everything in the database that seeding could touch, as one text. */
async function fingerprint(on: Database): Promise<string> {
  const tables = await rows<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
    on,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const [row] = await rows<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from "${name}" t`,
      on,
    );
    parts.push(`${name} ${row?.hash}`);
  }
  return parts.join('\n');
}

test('the town is made in one go, with less than six seconds of work, and says what is in it', () => {
  expect(seeded).toMatchObject({ created: true, anchor: '2026-11-01' });
  expect(seeded.notes).toBeGreaterThanOrEqual(400);
  expect(seeded.figures).toBeGreaterThan(10_000);
  expect(seeded.organisations).toBeGreaterThanOrEqual(25);
  // Time of the processor, the embedded database included: a busy machine does not fail the test.
  expect((worked.user + worked.system) / 1e6).toBeLessThan(6);
});

test('seeding again, also in a later month, changes no row and no audit line', async () => {
  const before = await fingerprint(database);
  const again = await seedWaterrijk(database, new Date('2027-02-03T10:00:00Z'));
  expect(again).toEqual({ ...seeded, created: false });
  expect(await fingerprint(database)).toBe(before);
});

test('two towns made in one month are the same to the last note, whatever the day', async () => {
  const other = await testDatabase();
  await seedWaterrijk(other, new Date('2026-11-02T23:00:00Z'));
  const content = `select md5(string_agg(t::text, '|' order by t::text)) as hash from`;
  for (const table of [
    'field_notes',
    'note_texts',
    'note_reviews',
    'note_confirmations',
    'authors',
    'figure_rows',
    'follow_ups',
    'people',
  ]) {
    const [here] = await rows<{ hash: string }>(`${content} ${table} t`);
    const [there] = await rows<{ hash: string }>(`${content} ${table} t`, other);
    expect(there?.hash, table).toBe(here?.hash);
  }
});

test('a database that holds a place, a note or figures of elsewhere is left alone', async () => {
  const real = await testDatabase();
  await real.db.execute(sql`insert into places (code, first_year, last_year, level, name, sort_name, gemeente_code)
    values ('GM0518', 2024, 2024, 'GEMEENTE', '''s-Gravenhage', 'gravenhage', 'GM0518')`);
  const before = await fingerprint(real);
  await expect(seedWaterrijk(real, now)).rejects.toThrow(/GM0518[\s\S]*Nothing was changed/);
  expect(await fingerprint(real)).toBe(before);

  const figures = await testDatabase();
  await figures.db.execute(sql`insert into sources (key, title, publisher, licence, attribution)
    values ('cbs-kwb', 'KWB', 'CBS', 'CC BY 4.0', 'CBS')`);
  await figures.db.execute(sql`insert into editions (source_key, table_id, title, division_year, scope, status,
      content_hash, retrieved_at)
    values ('cbs-kwb', '84799NED', 'KWB 2020', 2020, 'GM0518', 'STAGED', 'x', now())`);
  await expect(seedWaterrijk(figures, now)).rejects.toThrow('cbs-kwb');
});

test('no sentence of the town holds personal data, not even a doubtful hit', () => {
  const lines = storyLines();
  const texts = [
    ...lines.flatMap(({ input }) => [input.observationText, input.interpretationText ?? '']),
    ...handlingTexts(),
    ...answerTexts(),
  ];
  const hits = texts.filter((text) => screenText(text).length > 0);
  expect(hits).toEqual([]);
  const own = new Set(
    lines.filter((line) => line.isOwnSentence).map((l) => l.input.observationText),
  );
  expect(own.size).toBeGreaterThanOrEqual(200);
});

test('medical and youth notes keep their rules: no handful, nothing public, patterns only', async () => {
  const broken = await rows(
    `select id from field_notes where regime in ('MEDICAL', 'YOUTH')
     and (scale_band = 'FEW' or publication_level = 'PUBLIC' or excerpt is not null)`,
  );
  expect(broken).toEqual([]);
  const medical = await valuesOf(
    `(select * from field_notes where regime = 'MEDICAL') m`,
    'source_type',
  );
  expect(medical).not.toContain('WIJK_WALK');
  expect(await valuesOf('field_notes', `array_to_string(icpc, '')`)).toContain('P');
});

const aspects: Record<
  Showcase['aspect'],
  (profile: Profile, theme: ThemeProfile) => string | null
> = {
  outcome: (_, theme) => theme.concordance.outcome,
  display: (_, theme) => theme.signal.display,
  coverage: (profile) => profile.coverage.level,
  corroboration: (_, theme) => theme.signal.corroboration,
  monitor: (_, theme) =>
    theme.concordance.monitor.isMixed ? 'MIXED' : theme.concordance.monitor.code,
  stage: (_, theme) => theme.signal.stage,
};

test.each(whereToSee)('$aspect $code is seen in $wijkName on $theme', async (showcase) => {
  const { profile, theme } = await themeOf(showcase);
  expect(aspects[showcase.aspect](profile, theme)).toBe(showcase.code);
});

test('the table of what to see leaves out no code', () => {
  const shown = (aspect: Showcase['aspect']) =>
    sorted([...new Set(whereToSee.filter((s) => s.aspect === aspect).map((s) => s.code))]);
  expect(shown('outcome')).toEqual(sorted(codesOf(concordanceOutcomes)));
  expect(shown('display')).toEqual(sorted(codesOf(signalDisplays)));
  expect(shown('coverage')).toEqual(sorted(codesOf(coverageLevels)));
  expect(shown('corroboration')).toEqual(sorted(codesOf(corroborations)));
  expect(shown('monitor')).toEqual(sorted([...codesOf(monitorPositions), 'MIXED']));
  expect(shown('stage')).toEqual(sorted(codesOf(signalStages)));
  expect(sorted([...new Set(figuresToSee.map((s) => s.state))])).toEqual(
    sorted(codesOf(valueStates)),
  );
});

const cellOf = async ({ wijk, indicator, period }: FigureShowcase) => {
  const profile = await profileOf(wijk);
  const all = [...profile.themes.flatMap((theme) => theme.figures), ...profile.context()];
  return all
    .find((one) => one.indicator.key === indicator && one.segment === '')
    ?.series.find((one) => one.period === period)?.cell;
};

test.each(figuresToSee)(
  '$indicator of $period in $wijkName is $state $reason',
  async (showcase) => {
    const cell = await cellOf(showcase);
    expect(cell?.state).toBe(showcase.state);
    expect(cell && cell.state !== 'OK' ? cell.reason : null).toBe(showcase.reason);
  },
);

test('there are zeros, provisional values, margins and a segment of older people', async () => {
  const zero = { state: 'OK', value: 0 };
  const at = { reason: null, wijkName: '', state: 'OK' } as const;
  expect(
    await cellOf({
      ...at,
      wijk: codeIn('oosterland'),
      indicator: 'wr-early-leavers',
      period: 2025,
    }),
  ).toMatchObject(zero);
  expect(
    await cellOf({ ...at, wijk: codeIn('rietmoeras'), indicator: 'population', period: 2025 }),
  ).toMatchObject(zero);
  expect(
    await cellOf({
      ...at,
      wijk: codeIn('binnenstad'),
      indicator: 'wr-crime-reports',
      period: 2025,
    }),
  ).toMatchObject({ releaseStatus: 'PROVISIONAL' });
  const { theme } = await themeOf({ wijk: codeIn('sluiswijk'), theme: 'SOCIAL_NETWORK' });
  const lonely = theme.figures.filter((one) => one.indicator.key === 'wr-loneliness');
  expect(lonely.map((one) => one.segment)).toEqual(['', 'age=65+']);
  for (const { current } of lonely) {
    const { cell } = current;
    if (cell.state !== 'OK' || cell.lower === null || cell.upper === null)
      throw new Error('no margins');
    expect(cell.lower).toBeLessThan(cell.value);
    expect(cell.upper).toBeGreaterThan(cell.value);
  }
});

test('a trend is tested where it may be, and refused across a border and for a model', async () => {
  const trendOf = async (key: string, theme: ThemeProfile['theme'], indicator: string) => {
    const { theme: found } = await themeOf({ wijk: codeIn(key), theme });
    return found.figures.find((one) => one.indicator.key === indicator)?.trend;
  };
  expect(await trendOf('havenkwartier', 'LIVELIHOOD', 'wr-low-income')).toMatchObject({
    change: 'RISING',
    points: 7,
  });
  expect(await trendOf('zuiderplas', 'LIVELIHOOD', 'wr-low-income')).toMatchObject({
    refused: 'BORDER_BREAK',
  });
  expect(await trendOf('sluiswijk', 'SOCIAL_NETWORK', 'wr-loneliness')).toMatchObject({
    refused: 'MODELLED',
  });
  // Another code, the same area: the series goes on, and does not take in the area that has the code now.
  expect(await trendOf('eilanden', 'LIVELIHOOD', 'wr-low-income')).toMatchObject({
    refused: null,
    points: 7,
  });
});

test('the origin figure is there and shows on no profile', async () => {
  const key = 'wr-origin-abroad';
  expect(await rows(`select from edition_columns where indicator_key = '${key}'`)).not.toEqual([]);
  const profile = await profileOf(codeIn('havenkwartier'));
  const all = [...profile.themes.flatMap((theme) => theme.figures), ...profile.context()];
  expect(all.map((one) => one.indicator.key)).not.toContain(key);
});

test('every theme has notes, and some have no figure to compare with', async () => {
  expect(await valuesOf('field_notes', 'theme')).toEqual(sorted(codesOf(themes)));
  const measured = await valuesOf(
    `(select * from indicators where direction <> 'NEUTRAL') i`,
    'theme',
  );
  const without = codesOf(themes).filter((theme) => !measured.includes(theme));
  expect(sorted(without)).toEqual([
    'DAY_ACTIVITIES',
    'MEANING',
    'PAPERWORK_DIGITAL',
    'SAFETY_AT_HOME',
  ]);
});

test('every kind, severity, status, level and result of the lists occurs', async () => {
  expect(await valuesOf('field_notes', 'kind')).toEqual(sorted(codesOf(noteKinds)));
  expect(await valuesOf('field_notes', 'severity')).toEqual(sorted(codesOf(severities)));
  expect(await valuesOf('field_notes', 'status')).toEqual(sorted(codesOf(noteStatuses)));
  expect(await valuesOf('field_notes', 'publication_level')).toEqual(
    sorted(codesOf(publicationLevels)),
  );
  expect(await valuesOf('follow_ups', 'result')).toEqual(sorted(codesOf(followUpResults)));
  expect(await valuesOf('follow_ups', 'public_sentence is null')).toEqual(['false', 'true']);
});

test('reactions stand in every state, documents are known, and dialogues explain every difference', async () => {
  expect(await valuesOf('reactions', 'status')).toEqual(sorted(codesOf(reactionStatuses)));
  expect(await valuesOf('reactions', 'voice')).toEqual(sorted(codesOf(reactionVoices)));
  const outcomes = await valuesOf('interpretations', 'outcome');
  expect(outcomes).toEqual([
    ...['CONFIRMED', 'FIGURE_ABOVE_SIGNAL', 'SIGNAL_ABOVE_FIGURE', 'SIGNAL_WITHOUT_FIGURE'],
  ]);
  expect(await rows(`select from interpretations where outcome is null`)).toHaveLength(1);
  const { theme } = await themeOf({ wijk: codeIn('havenkwartier'), theme: 'HOUSING' }, null);
  expect(theme.knownDocuments).toHaveLength(2);
  const debts = await themeOf({ wijk: codeIn('havenkwartier'), theme: 'LIVELIHOOD' }, null);
  expect(debts.theme.followUps.flatMap((one) => one.reactions)).toHaveLength(1);
  expect(debts.theme.interpretations.flatMap((one) => one.reactions)).toHaveLength(1);
});

test('observers were told what became of their notes', async () => {
  const ask = askOn(database, () => now);
  const { data } = await ask<{
    myFeedback: { edges: { node: { result: string } }[] };
    fieldNotes: { edges: { node: { whatHappened: unknown[] } }[] };
  }>(
    noor,
    `{ myFeedback(first: 50) { edges { node { result feedback } } }
      fieldNotes(filter: { mine: true }, first: 100) { edges { node { whatHappened { result } } } } }`,
  );
  expect(data.myFeedback.edges.length).toBeGreaterThan(0);
  expect(data.fieldNotes.edges.some(({ node }) => node.whatHappened.length > 0)).toBe(true);
  const statistics = await ask<{ followUpStatistics: { medianDaysToFeedback: number | null } }>(
    null,
    '{ followUpStatistics(within: "GM9001") { state medianDaysToFeedback shareWithFeedback } }',
  );
  expect(statistics.data.followUpStatistics.medianDaysToFeedback).toBeGreaterThan(0);
});

test('some interpretation questions are open and some were answered, and something rises', async () => {
  const ask = askOn(database, () => now);
  const { data } = await ask<{
    interpretationQuestions: {
      edges: { node: { placeCode: string; theme: { code: string }; outcome: string } }[];
    };
    earlyWarnings: { warnings: { theme: string; places: { name: string }[] }[] };
  }>(
    bram,
    `{ interpretationQuestions(within: "GM9001", first: 100) { edges { node { placeCode theme { code } outcome } } }
      earlyWarnings(within: "GM9001") { warnings { theme places { name } since ratio } } }`,
  );
  const open = data.interpretationQuestions.edges.map(({ node }) => node);
  expect(sorted([...new Set(open.map((one) => one.outcome))])).toEqual([
    ...['FIGURE_ABOVE_SIGNAL', 'SIGNAL_ABOVE_FIGURE', 'SIGNAL_WITHOUT_FIGURE'],
  ]);
  const isOpen = (key: string, theme: string) =>
    open.some((one) => one.placeCode === codeIn(key) && one.theme.code === theme);
  expect(isOpen('molenweide', 'LIVELIHOOD')).toBe(false);
  expect(isOpen('sluiswijk', 'SAFETY_AT_HOME')).toBe(false);
  expect(isOpen('meeuwenweide', 'MEANING')).toBe(true);
  expect(data.earlyWarnings.warnings).toMatchObject([
    { theme: 'LIVELIHOOD', places: [{ name: 'Zuiderplas' }] },
  ]);
});

test('what weakens a statement is said where it does', async () => {
  const rulesOf = async (key: string) =>
    (await profileOf(codeIn(key))).themes.flatMap((theme) =>
      theme.concordance.reasons.map((reason) => reason.rule),
    );
  expect(await rulesOf('sluiswijk')).toEqual(expect.arrayContaining(['W1', 'W3']));
  expect(await rulesOf('zuiderplas')).toContain('W5');
  expect(await rulesOf('binnenstad')).not.toContain('W5');
});

test('a group is named where five notes or more speak of it', async () => {
  const { theme } = await themeOf({ wijk: codeIn('havenkwartier'), theme: 'LIVELIHOOD' }, null);
  expect(theme.signal.groups).toContain('HIDDEN_POVERTY');
  expect(theme.signal.strengths.length).toBeGreaterThan(0);
  expect(theme.interpretations.length).toBeGreaterThan(0);
  expect(theme.followUps.length).toBe(2);
});

test('codes and borders moved as they do in life', async () => {
  const links = await rows<{ line: string }>(
    `select from_code || ' ' || to_code || ' ' || kind as line from place_links where to_code like 'WK%' order by 1`,
  );
  expect(links.map((link) => link.line)).toEqual([
    'WK900106 WK900106 RENAMED',
    'WK900107 WK900107 CHANGED',
    'WK900110 WK9001AA RECODED',
    'WK900112 WK900110 RECODED',
    'WK900112 WK900112 CHANGED',
  ]);
  const before = await loadProfile(database.readDb, null, { code: 'WK900110', year: 2025 }, now);
  const after = await loadProfile(database.readDb, null, { code: 'WK900110', year: 2026 }, now);
  expect([before?.place.name, after?.place.name]).toEqual(['Nieuwe Eilanden', 'Rietmoeras']);
});

test('every wijk is drawn in every division, and neighbours touch', async () => {
  const shapes = await rows<{ year: number; count: number }>(
    `select year, count(*)::int as count from place_shapes where gemeente_code = 'GM9001' group by year order by year`,
  );
  expect(shapes).toEqual([
    { year: 2024, count: 12 },
    { year: 2025, count: 12 },
    { year: 2026, count: 12 },
  ]);
  const touching = await rows<{ code: string }>(
    `select neighbour_code as code from place_neighbours where code = 'WK900101' and year = 2026 order by 1`,
  );
  expect(touching.map((row) => row.code)).toEqual(['WK900102', 'WK900103', 'WK900105', 'WK900107']);
});

test('nothing of one gemeente is in the other', async () => {
  const profile = await profileOf(codeIn('duindorp'), null);
  expect(profile.sources.map((source) => source.scope)).toEqual(['GM9002', 'GM9002']);
  expect(profile.place.gemeenteName).toBe('Duinrand');
});

test('everything says that it is invented', async () => {
  const sources = await rows<{ title: string; publisher: string; licence: string }>(
    `select * from sources`,
  );
  for (const source of sources) {
    expect(source.title).toMatch(/^Verzonnen/);
    expect(source).toMatchObject({ publisher: 'Waterrijk (verzonnen)', licence: 'CC0-1.0' });
  }
  for (const name of await valuesOf('organisations', 'name')) expect(name).toContain('(verzonnen)');
});

test('the audit chains are whole', async () => {
  const checks = await verifyAudit(database.readDb);
  expect(checks.map((check) => check.gemeenteCode)).toEqual(
    expect.arrayContaining(['GM9001', 'GM9002']),
  );
  expect(checks.flatMap((check) => check.problems)).toEqual([]);
});

test('the guide names the address, three wijken and a token for every demo person', async () => {
  const text = guide('http://127.0.0.1:4000');
  expect(text).toContain('invented');
  for (const { token } of demoPeople) {
    expect(text).toContain(token);
    expect(() => actorOfDemoToken(token)).not.toThrow();
  }
  const links = [...text.matchAll(/query=(\S+)/g)].map((match) =>
    decodeURIComponent(match[1] ?? ''),
  );
  expect(links).toHaveLength(3);
  const ask = askOn(database, () => now);
  for (const query of links) {
    const { data, errors } = await ask<{ wijkProfile: { place: { name: string } } }>(null, query);
    expect(errors).toBeUndefined();
    expect(text).toContain(data.wijkProfile.place.name);
  }
});

test('a demo person finds notes of her own', async () => {
  const { personId } = actorOfDemoToken(noor);
  const own = await rows(`select from authors where person_id = '${personId}'`);
  expect(own.length).toBeGreaterThan(10);
});
