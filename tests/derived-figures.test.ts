// Margins, methods, benchmarks, availability and expected use, as the API answers them.
import { beforeAll, expect, test } from 'vitest';
import { divisions, places } from '../server/db/tables.ts';
import { askOn, bram } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces, refusalOf, today } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';

const statements: string[] = [];
const database = await testDatabase((text) => statements.push(text));
const ask = askOn(database, () => today);

/** GM9003: 44 wijken, the first 30 of urbanity 2, the others of urbanity 4. */
const wijken = Array.from({ length: 44 }, (_, at) => `WK9003${String(at + 1).padStart(2, '0')}`);
const [first = '', second = '', third = ''] = wijken;
const last = wijken.at(-1) ?? '';

const each = (value: (at: number) => number | 'SUPPRESSED' | 'MISSING') =>
  Object.fromEntries(wijken.map((code, at) => [code, value(at)]));

/** Composition without a pattern that the predictors could share. */
const older = (at: number) => 10 + ((at * 7) % 23);
const alone = (at: number) => 25 + ((at * 11) % 31);
const poor = (at: number) => 20 + ((at * 5) % 37);
/** The third wijk uses far more, the second far less than its composition says. */
const extra = (at: number) => (at === 1 ? -60 : at === 2 ? 60 : 0);
const use = (at: number) => 5 + 2 * older(at) + 0.5 * alone(at) + 0.25 * poor(at) + extra(at);

beforeAll(async () => {
  await makePlaces(database);
  const span = { firstYear: 2024, lastYear: 2025, gemeenteCode: 'GM9003' };
  await database.db.insert(divisions).values({ gemeenteCode: 'GM9003', year: 2024 });
  await database.db.insert(places).values([
    { ...span, code: 'GM9003', level: 'GEMEENTE', name: 'Proef', sortName: 'proef' },
    ...wijken.map((code, at) => ({
      ...{ ...span, code, name: code, sortName: code, wijkCode: code },
      ...{ level: 'WIJK' as const, urbanity: at < 30 ? 2 : 4 },
    })),
  ]);
  await makeEdition(database, {
    year: 2024,
    table: 'composition',
    figures: {
      population: { GM9001: 5000, GM9003: 90_000, WK900101: 1000, ...each(() => 2000) },
      'social-assistance': { WK900101: 50, ...each((at) => poor(at) * 2) },
      'social-assistance-per-1000': { WK900101: 50, ...each(poor) },
      'population-65-plus-share': { WK900101: 20, ...each(older) },
      'single-person-households-share': { WK900101: 30, ...each(alone) },
      'wmo-clients-per-1000': { GM9003: 60, WK900101: 70, ...each(use) },
    },
    indicators: {
      'social-assistance': { measureKind: 'COUNT', theme: null },
      'social-assistance-per-1000': { measureKind: 'PER_1000', theme: 'LIVELIHOOD' },
      'wmo-clients-per-1000': {
        ...{ measureKind: 'PER_1000', theme: 'SELF_RELIANCE', direction: 'NEUTRAL' },
        population: 'inwoners',
      },
    },
    derivations: {
      'social-assistance-per-1000': 'social-assistance per 1000 of population',
    },
    denominators: Object.fromEntries(wijken.map((code) => [code, 2000])),
  });
  await makeEdition(database, {
    year: 2024,
    table: 'survey',
    figures: {
      share: { [first]: 15, [second]: [40, 35, 45] },
      score: { [first]: 7, [second]: 'SUPPRESSED' },
      model: { [first]: 15 },
      scarce: each((at) => (at < 20 ? at : 'SUPPRESSED')),
      patchy: each((at) => (at % 10 < 7 ? at : 'MISSING')),
    },
    indicators: { model: { provenance: 'MODELLED' }, score: { measureKind: 'SCORE' } },
    denominators: { [first]: 300 },
  });
});

const query = `query ($code: WijkCode!, $with: [WijkCode!]) {
  wijkProfile(code: $code, compareWith: $with) { themes { figures {
    indicator { key }
    current { value margins { refused lower upper method numerator denominator leavesRoundingOut }
      method { kind formula per inputs { role indicator { key } value state } } }
    availability { within known wijken share offered aggregable }
    benchmark { gemeente { value } country { value }
      urbanity { urbanity refused median lowestFifth highestFifth known wijken }
      comparison { placeCode refused figure { value state } } }
    expectedUse { label refused expected residual standardised inputs { indicator { key } value }
      fit { intercept wijken rSquared residualDeviation predictors { indicator { key } coefficient } } }
  } } } }`;

interface FigureAnswer {
  readonly indicator: { readonly key: string };
  readonly current: {
    readonly value: number | null;
    readonly margins: {
      readonly refused: string | null;
      readonly lower: number | null;
      readonly upper: number | null;
      readonly method: string | null;
      readonly numerator: number | null;
      readonly leavesRoundingOut: boolean;
    };
    readonly method: Readonly<Record<string, unknown>>;
  };
  readonly availability: readonly Readonly<Record<string, unknown>>[];
  readonly benchmark: {
    readonly urbanity: Readonly<Record<string, unknown>>;
    readonly comparison: readonly Readonly<Record<string, unknown>>[];
  };
  readonly expectedUse: {
    readonly label: string | null;
    readonly refused: string | null;
    readonly expected: number | null;
    readonly fit: {
      readonly rSquared: number;
      readonly predictors: readonly { coefficient: number; indicator: { key: string } }[];
      readonly wijken: number;
    } | null;
  };
}

async function figuresOf(code: string, compareWith?: readonly string[]) {
  const answer = await ask<{
    wijkProfile: { themes: { figures: FigureAnswer[] }[] };
  }>(bram, query, { code, with: compareWith });
  expect(answer.errors).toBeUndefined();
  const figures = answer.data.wijkProfile.themes.flatMap((theme) => theme.figures);
  return (key: string) => {
    const found = figures.find((one) => one.indicator.key === key);
    if (!found) throw new Error(`No ${key}.`);
    return found;
  };
}

test('a counted share has Wilson margins, a rate those of Byar, each with its counts', async () => {
  const figure = await figuresOf(first);
  const { margins } = figure('share').current;
  expect(margins).toMatchObject({ method: 'WILSON', numerator: 45, denominator: 300 });
  expect(margins.lower).toBeCloseTo(11.4, 2);
  expect(margins.upper).toBeCloseTo(19.48, 2);
  expect(margins.leavesRoundingOut).toBe(true);
  // 40 of 2,000: the bounds of Byar around 40, per 1,000.
  const rate = figure('social-assistance-per-1000').current.margins;
  expect(rate).toMatchObject({ method: 'BYAR', numerator: 40, refused: null });
  expect(rate.lower).toBeCloseTo(28.574 / 2, 2);
  expect(rate.upper).toBeCloseTo(54.47 / 2, 1);
});

test('margins of the source are taken over, and none are made where there are no counts', async () => {
  const figure = await figuresOf(second);
  expect(figure('share').current.margins).toMatchObject({
    ...{ method: 'SOURCE', lower: 35, upper: 45, numerator: null },
  });
  expect(figure('score').current.margins.refused).toBe('NO_VALUE');
  const other = await figuresOf(first);
  expect(other('score').current.margins.refused).toBe('NOT_A_SHARE_OR_RATE');
  expect(other('model').current.margins.refused).toBe('MODELLED');
});

test('a rate says how it was worked out, from which counts of the same table', async () => {
  const figure = await figuresOf(first);
  expect(figure('social-assistance-per-1000').current.method).toEqual({
    ...{ kind: 'RATE_FROM_COUNTS', per: 1000 },
    formula: '1000 × social-assistance / (population)',
    inputs: [
      {
        role: 'NUMERATOR',
        ...{ indicator: { key: 'social-assistance' }, value: 40, state: 'OK' },
      },
      { role: 'DENOMINATOR', indicator: { key: 'population' }, value: 2000, state: 'OK' },
    ],
  });
  expect(figure('share').current.method).toMatchObject({ kind: 'AS_DELIVERED', inputs: [] });
});

test('a wijk stands beside the wijken of the country that are as urban', async () => {
  const figure = await figuresOf(last);
  expect(figure('wmo-clients-per-1000').benchmark.urbanity).toMatchObject({
    ...{ urbanity: 4, refused: null, known: 14, wijken: 14 },
  });
  const values = Array.from({ length: 14 }, (_, at) => use(at + 30)).sort((a, b) => a - b);
  const median = ((values[6] ?? 0) + (values[7] ?? 0)) / 2;
  expect(figure('wmo-clients-per-1000').benchmark.urbanity.median).toBeCloseTo(median, 9);
  const patchy = await figuresOf(first);
  expect(patchy('patchy').benchmark.urbanity).toMatchObject({
    ...{ refused: 'NOT_NATIONAL', urbanity: 2, median: null },
  });
  const elsewhere = await figuresOf('WK900101');
  expect(elsewhere('wmo-clients-per-1000').benchmark.urbanity).toMatchObject({
    ...{ urbanity: null, refused: 'NO_URBANITY' },
  });
});

test('chosen wijken stand in the order asked, of any gemeente, each with a value or a reason', async () => {
  const figure = await figuresOf(first, [third, 'WK900101', second]);
  expect(figure('wmo-clients-per-1000').benchmark.comparison).toEqual([
    { placeCode: third, refused: null, figure: { value: use(2), state: 'OK' } },
    { placeCode: 'WK900101', refused: null, figure: { value: 70, state: 'OK' } },
    { placeCode: second, refused: null, figure: { value: use(1), state: 'OK' } },
  ]);
  expect(figure('score').benchmark.comparison).toEqual([
    { placeCode: third, refused: null, figure: { value: null, state: 'MISSING' } },
    { placeCode: 'WK900101', refused: 'NOT_IN_THIS_TABLE', figure: null },
    { placeCode: second, refused: null, figure: { value: null, state: 'SUPPRESSED' } },
  ]);
  expect((await figuresOf(first))('score').benchmark.comparison).toEqual([]);
});

test('what is no wijk, too many of them, or unknown ones are refused by name', async () => {
  const refused = async (codes: string[]) =>
    refusalOf(await ask(bram, query, { code: first, with: codes }));
  const wrong = { code: 'BAD_USER_INPUT', field: 'compareWith' };
  expect(await refused(['WK999999'])).toEqual(wrong);
  expect(await refused(wijken.slice(0, 11))).toEqual(wrong);
});

test('availability is the share of wijken with a value: offered from 60%, put together from 80%', async () => {
  const figure = await figuresOf(first);
  expect(figure('scarce').availability).toEqual([
    {
      ...{ within: 'GM9003', known: 20, wijken: 44, share: 20 / 44 },
      ...{ offered: false, aggregable: false },
    },
  ]);
  expect(figure('patchy').availability[0]).toMatchObject({ known: 32, offered: true });
  expect(figure('patchy').availability[0]).toMatchObject({ aggregable: false });
  expect(figure('wmo-clients-per-1000').availability).toMatchObject([
    { within: 'GM9003', known: 44, aggregable: true },
    { within: 'NL00', known: 45, wijken: 45 },
  ]);
  const periods = `{ indicatorPeriods(indicator: "scarce", within: "GM9003") {
    period availability { known offered } } }`;
  const { data } = await ask<{ indicatorPeriods: unknown[] }>(bram, periods);
  expect(data.indicatorPeriods).toEqual([
    { period: 2024, availability: { known: 20, offered: false } },
  ]);
});

test('use of a provision is told against what the composition of the wijk makes expected', async () => {
  const [usual, low, high] = await Promise.all([first, second, third].map((c) => figuresOf(c)));
  const wmo = (figure: typeof usual) => figure?.('wmo-clients-per-1000').expectedUse;
  expect(wmo(usual)).toMatchObject({ label: 'AS_EXPECTED', refused: null });
  expect(wmo(low)).toMatchObject({ label: 'LOWER_THAN_EXPECTED' });
  expect(wmo(high)).toMatchObject({ label: 'HIGHER_THAN_EXPECTED' });
  const fit = wmo(usual)?.fit;
  expect(fit?.wijken).toBe(45);
  expect(fit?.predictors.map(({ indicator }) => indicator.key)).toEqual([
    'population-65-plus-share',
    'single-person-households-share',
    'social-assistance-per-1000',
  ]);
  expect(fit?.predictors[0]?.coefficient).toBeCloseTo(2, 0);
  expect(usual?.('share').expectedUse).toMatchObject({ refused: 'NOT_A_PROVISION', fit: null });
});

test('no expectation rests on origin, nor on a figure that is itself modelled', async () => {
  const { expectedUses } = await import('../server/monitors/descriptions/expected-use.ts');
  const { kwb } = await import('../server/monitors/descriptions/cbs-kwb.ts');
  const measured = new Set(
    [...kwb.columns.filter((column) => !column.sensitive), ...kwb.derived].map(({ key }) => key),
  );
  for (const { key, predictors } of expectedUses) {
    expect(measured.has(key)).toBe(true);
    for (const predictor of predictors)
      expect([predictor, measured.has(predictor)]).toEqual([predictor, true]);
  }
});

test('with chosen and equally urban wijken a profile stays at eight statements', async () => {
  await figuresOf(first, [second, third]);
  statements.length = 0;
  await figuresOf(first, [second, third]);
  expect(statements.length).toBeGreaterThan(0);
  expect(statements.length).toBeLessThanOrEqual(8);
});
