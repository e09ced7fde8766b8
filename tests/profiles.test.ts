import { beforeAll, expect, test } from 'vitest';
import { loadProfile } from '../server/profiles/load.ts';
import { amira, askOn, bram, esra, joris, nobody, noor } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logNote, makePlaces, publishNote, sendReview, today } from './support/make.ts';
import { makeEdition, perWijk } from './support/make-edition.ts';

const statements: string[] = [];
const database = await testDatabase((text) => statements.push(text));
const ask = askOn(database, () => today);

const query = `query ($code: WijkCode!, $year: Int, $asOf: Date) {
  wijkProfile(code: $code, year: $year, asOf: $asOf) {
    place { code name } gemeenteName year asOf
    population { value state }
    coverage { level organisations professions regimes lastObserved }
    themes {
      theme { code }
      concordance { outcome monitor ground rule sentence reasons { rule input value threshold } }
      monitor { position signedZ isMixed }
      signal { display voices corroboration highestSeverity trend excerpts { words } strengths { words } }
      coverage { level organisations }
      figures {
        indicator { key } segment
        current { value state stateReason lower upper period provisional source { table attribution } columnKey }
        benchmark { gemeente { value } country { value } }
        position { signedZ basis median mad wijken rankBand refused adjustedP }
        trend { change refused points }
        series { period value state }
      }
    }
    sources { table source }
  }
}`;

interface Theme {
  theme: { code: string };
  concordance: {
    outcome: string;
    monitor: string;
    ground: string;
    sentence: string;
    reasons: { rule: string }[];
  };
  monitor: { position: string; signedZ: number | null; isMixed: boolean };
  signal: {
    display: string;
    voices: string | null;
    corroboration: string | null;
    excerpts: { words: string }[];
  };
  coverage: { level: string; organisations: number };
  figures: {
    indicator: { key: string };
    current: { value: number | null; state: string; period: number; source: { table: string } };
    benchmark: { gemeente: { value: number | null } | null; country: unknown };
    position: {
      signedZ: number | null;
      basis: string | null;
      refused: string | null;
      rankBand: string | null;
    };
    trend: { change: string | null; refused: string | null };
    series: { period: number; value: number | null; state: string }[];
  }[];
}

interface Profile {
  wijkProfile: null | {
    place: { code: string };
    year: number;
    population: { value: number | null; state: string };
    coverage: { level: string; organisations: number; professions: string[]; regimes: string[] };
    themes: Theme[];
    sources: { table: string }[];
  };
}

async function profileOf(
  code: string,
  as: string | null = bram,
  more: Record<string, unknown> = {},
) {
  const answer = await ask<Profile>(as, query, { code, ...more });
  expect(answer.errors).toBeUndefined();
  const profile = answer.data.wijkProfile;
  if (!profile) throw new Error(`No profile of ${code}.`);
  const theme = (name: string) => {
    const found = profile.themes.find((one) => one.theme.code === name);
    if (!found) throw new Error(`No theme ${name}.`);
    return found;
  };
  return { ...profile, theme };
}

beforeAll(async () => {
  await makePlaces(database);
  await makeEdition(database, {
    year: 2024,
    figures: {
      population: { GM9001: 12000, ...perWijk(...Array.from({ length: 11 }, () => 1000), 40) },
      loneliness: {
        GM9001: 50,
        ...perWijk(70, 48, 49, 50, 51, 52, 47, 46, 53, 50, 'SUPPRESSED', 30),
      },
      volunteering: perWijk(20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20),
      origin: perWijk(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    },
    indicators: {
      volunteering: { theme: 'PARTICIPATION', direction: 'LOW_IS_CONCERN' },
      origin: { theme: 'PARTICIPATION', sensitive: true },
    },
  });
  // Three notes of two organisations and two professions on one theme: SHOWN and RAISED.
  await publishNote(
    ask,
    noor,
    esra,
    { severity: 'WORRYING', trend: 'RISING' },
    { publicationLevel: 'PUBLIC', excerpt: 'Oudere bewoners komen minder buiten.' },
  );
  await publishNote(ask, joris, esra, { severity: 'SERIOUS' });
  await publishNote(ask, amira, esra, {
    severity: 'WORRYING',
    sourceType: 'CONTACT_PATTERN',
    scaleBand: 'N10_24',
  });
  // One note of one organisation elsewhere, a month ago: TOO_FEW and THIN.
  const earlier = askOn(database, () => new Date('2026-02-20T10:00:00Z'));
  await publishNote(earlier, noor, esra, { placeCode: 'WK900102', severity: 'WORRYING' });
});

test('a profile shows figures and voices of a theme side by side, and that both raise concern', async () => {
  const { theme, population, year, sources, coverage } = await profileOf('WK900101');
  const network = theme('SOCIAL_NETWORK');
  expect(population).toEqual({ value: 1000, state: 'OK' });
  expect(year).toBe(2025);
  expect(coverage).toMatchObject({ level: 'SUFFICIENT', organisations: 3 });
  expect(network.figures.map((figure) => figure.indicator.key)).toEqual(['loneliness']);
  expect(network.figures[0]).toMatchObject({
    current: { value: 70, state: 'OK', period: 2024 },
    benchmark: { gemeente: { value: 50 }, country: null },
    position: { basis: 'GEMEENTE', refused: null, rankBand: 'HIGHEST_FIFTH' },
    trend: { change: null, refused: 'TOO_FEW_POINTS' },
  });
  expect(network.signal).toMatchObject({
    display: 'SHOWN',
    voices: 'N2_4',
    corroboration: 'MULTIPLE_DISCIPLINES',
    highestSeverity: 'SERIOUS',
  });
  expect(network.concordance).toMatchObject({
    outcome: 'CONFIRMED',
    monitor: 'RAISED',
    ground: 'RAISED',
  });
  expect(network.concordance.reasons.map((reason) => reason.rule)).toEqual(
    expect.arrayContaining(['M1', 'M2', 'S1', 'S2', 'S3', 'C1']),
  );
  expect(sources.length).toBe(1);
});

test('the robust z is that of the published formula', async () => {
  const { theme } = await profileOf('WK900101');
  const position = theme('SOCIAL_NETWORK').figures[0]?.position;
  // Known values: 70 48 49 50 51 52 47 46 53 50 30: median 50, MAD 2.
  expect(position).toMatchObject({ median: 50, mad: 2, wijken: 11 });
  expect(position?.signedZ).toBeCloseTo(20 / (1.4826 * 2), 9);
});

test('a sensitive indicator is nowhere in the profile', async () => {
  const answer = await ask<Profile>(bram, query, { code: 'WK900101' });
  expect(JSON.stringify(answer)).not.toContain('"origin"');
});

test('wijken without spread get no position and the theme stays unknown', async () => {
  const { theme } = await profileOf('WK900101');
  expect(theme('PARTICIPATION').figures[0]?.position.refused).toBe('NO_SPREAD');
  expect(theme('PARTICIPATION').concordance.outcome).toBe('NO_DATA');
});

test('a suppressed figure is a state, and the theme is unknown for want of a figure', async () => {
  const { theme } = await profileOf('WK900111');
  const network = theme('SOCIAL_NETWORK');
  expect(network.figures[0]?.current).toMatchObject({ value: null, state: 'SUPPRESSED' });
  expect(network.figures[0]?.position.refused).toBe('NO_VALUE');
  expect(network.concordance).toMatchObject({ monitor: 'UNKNOWN', outcome: 'NO_DATA' });
});

test('one note is too few to show, and thin coverage says so instead of "no problem"', async () => {
  const { theme, coverage } = await profileOf('WK900102');
  expect(coverage.level).toBe('THIN');
  expect(theme('SOCIAL_NETWORK').signal).toMatchObject({
    display: 'TOO_FEW',
    voices: null,
    corroboration: null,
    excerpts: [],
  });
  expect(theme('SOCIAL_NETWORK').concordance.outcome).toBe('INSUFFICIENT_COVERAGE');
  expect(theme('HOUSING').signal.display).toBe('NOBODY_LOOKING');
});

test('silence is "none" only where enough people were looking', async () => {
  const { theme } = await profileOf('WK900101');
  expect(theme('HOUSING').signal.display).toBe('NONE');
  const empty = await profileOf('WK900105');
  expect(empty.coverage.level).toBe('NONE');
  expect(empty.theme('HOUSING').signal.display).toBe('NOBODY_LOOKING');
});

test('words are read by level: the public excerpt by everyone, the rest in the circle, medical ones closer', async () => {
  const wordsFor = async (as: string | null) =>
    (await profileOf('WK900101', as)).theme('SOCIAL_NETWORK').signal.excerpts.length;
  expect(await wordsFor(nobody)).toBe(1);
  expect(await wordsFor('demo:COUNCIL:GM9001')).toBe(1);
  expect(await wordsFor('demo:ANALYST:GM9002')).toBe(1);
  expect(await wordsFor(bram)).toBe(2);
  expect(await wordsFor(noor)).toBe(3);
  expect(await wordsFor(esra)).toBe(3);
});

test('a profession of which one organisation reported is not named', async () => {
  const { coverage } = await profileOf('WK900101');
  expect(coverage.professions).toEqual([]);
  expect(coverage.regimes).toEqual(['MEDICAL', 'SOCIAL']);
});

test('a share of counted people is tested against the gemeente; an estimate of a model is not', async () => {
  const shares = { GM9001: 20, ...perWijk(30, 18, 19, 20, 21, 22, 17, 16, 23, 20, 20, 19) };
  const codes = Object.keys(shares);
  const tables = { many: 5000, few: 40, modelled: 5000 } as const;
  const themes = {
    many: 'SUBSTANCE_USE',
    few: 'INFORMAL_CARE',
    modelled: 'SELF_RELIANCE',
  } as const;
  for (const [key, people] of Object.entries(tables)) {
    await makeEdition(database, {
      year: 2024,
      table: `counts-${key}`,
      figures: { [key]: shares },
      denominators: Object.fromEntries(
        codes.map((code) => [code, code === 'GM9001' ? 12 * people : people]),
      ),
      indicators: {
        [key]: {
          theme: themes[key as keyof typeof themes],
          provenance: key === 'modelled' ? 'MODELLED' : 'MEASURED',
        },
      },
    });
  }
  const { theme } = await profileOf('WK900101');
  const told = (key: keyof typeof themes) => {
    const { monitor, figures, concordance } = theme(themes[key]);
    const position = figures[0]?.position as { adjustedP: number | null } | undefined;
    return { position: monitor.position, p: position?.adjustedP, said: concordance.sentence };
  };
  expect(told('many').position).toBe('RAISED');
  expect(told('many').p).toBeLessThan(0.001);
  expect(told('many').said).toContain('duidelijk');
  expect(told('few').position).toBe('NORMAL');
  expect(told('few').p).toBeGreaterThan(0.05);
  expect(told('modelled')).toMatchObject({ position: 'RAISED', p: null });
  expect(told('modelled').said).toContain('niet getoetst');
});

test('beside observers who report nothing, a figure counts only when it stands out clearly', async () => {
  const others = [48, 49, 50, 51, 52, 47, 46, 53, 50, 50, 30] as const;
  await makeEdition(database, {
    year: 2024,
    table: 'alone',
    figures: { ailments: perWijk(54.5, ...others), purpose: perWijk(57, ...others) },
    indicators: { ailments: { theme: 'PHYSICAL_HEALTH' }, purpose: { theme: 'MEANING' } },
  });
  const { theme } = await profileOf('WK900101');
  const [slight, clear] = [theme('PHYSICAL_HEALTH'), theme('MEANING')];
  // Median 50 and MAD 2: 4.5 and 7 above it are 1.52 and 2.36 robust deviations.
  expect([slight, clear].map(({ monitor }) => monitor.position)).toEqual(['RAISED', 'RAISED']);
  expect(slight.concordance).toMatchObject({ monitor: 'NORMAL', outcome: 'NO_CONCERN' });
  expect(slight.concordance.sentence).toContain('het verschil is niet groot');
  expect(slight.concordance.reasons.map(({ rule }) => rule)).toContain('M6');
  expect(clear.concordance).toMatchObject({ monitor: 'RAISED', outcome: 'FIGURE_ABOVE_SIGNAL' });
  // Where nobody was looking there is no quiet ground to hold it against.
  const unseen = await profileOf('WK900105');
  expect(unseen.theme('PHYSICAL_HEALTH').concordance.reasons.map(({ rule }) => rule)).not.toContain(
    'M6',
  );
});

test('a group is named from five notes, of which no organisation writes more than three', async () => {
  const here = { placeCode: 'WK900106', theme: 'HOUSING', populationGroups: ['HOMELESS'] };
  const seen = { observedFrom: '2026-03-01', observedTo: '2026-03-01' };
  const sentences = [
    'In portieken slapen mensen zonder eigen adres.',
    'Bankslapers wisselen elke week van huis.',
    'De opvang stuurt avond na avond bezoekers weg.',
    'Onder het viaduct staan steeds meer tenten.',
    'Wie scheidt vindt hier geen kamer meer.',
    'Auto’s op de parkeerplaats dienen als slaapplek.',
  ];
  for (const observationText of sentences) {
    await publishNote(ask, noor, esra, { ...here, ...seen, observationText });
  }
  await publishNote(ask, joris, esra, { ...here, ...seen, populationGroups: [] });
  const groups = async () => {
    const { data } = await ask<{
      wijkProfile: { themes: { theme: { code: string }; signal: object }[] };
    }>(
      bram,
      '{ wijkProfile(code: "WK900106") { themes { theme { code } signal { display groups } } } }',
    );
    return data.wijkProfile.themes.find((one) => one.theme.code === 'HOUSING')?.signal;
  };
  expect(await groups()).toEqual({ display: 'SHOWN', groups: [] });
  for (const observationText of ['Briefadressen zijn op.', 'Post komt nergens meer aan.']) {
    await publishNote(ask, joris, esra, { ...here, ...seen, observationText });
  }
  expect(await groups()).toEqual({ display: 'SHOWN', groups: ['HOMELESS'] });
});

test('a reviewer finds the day on which a note was withdrawn; for others it came and went within a month', async () => {
  const later = new Date('2026-03-17T10:00:00Z');
  const askLater = askOn(database, () => later);
  const id = await publishNote(ask, noor, esra, { placeCode: 'WK900104' });
  await askLater(
    noor,
    'mutation ($id: UUID!) { withdrawFieldNote(input: { id: $id }) { status } }',
    { id },
  );
  const displaysFor = (as: string | null) =>
    Promise.all(
      ['2026-03-14', '2026-03-16', undefined].map(async (asOf) => {
        const answer = await askLater<Profile>(as, query, { code: 'WK900104', asOf });
        return answer.data.wijkProfile?.themes.find((one) => one.theme.code === 'SOCIAL_NETWORK')
          ?.signal.display;
      }),
    );
  const unseen = 'NOBODY_LOOKING';
  expect(await displaysFor(esra)).toEqual([unseen, 'TOO_FEW', unseen]);
  for (const as of [bram, nobody]) expect(await displaysFor(as)).toEqual([unseen, unseen, unseen]);
});

test('a profile as of a day shows the edition that was live then', async () => {
  const figures = { 'noise-nuisance': perWijk(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21) };
  const indicators = { 'noise-nuisance': { theme: 'LIVING_ENVIRONMENT' } } as const;
  await makeEdition(database, {
    year: 2024,
    table: 'noise',
    figures,
    indicators,
    now: new Date('2026-01-10T00:00:00Z'),
  });
  const corrected = { 'noise-nuisance': { ...figures['noise-nuisance'], WK900101: 25 } };
  await makeEdition(database, {
    year: 2024,
    table: 'noise',
    figures: corrected,
    indicators,
    now: new Date('2026-02-10T00:00:00Z'),
  });
  const valueOn = async (asOf?: string) =>
    (await profileOf('WK900101', bram, { asOf })).theme('LIVING_ENVIRONMENT').figures[0]?.current
      .value;
  expect(await valueOn('2026-01-31')).toBe(10);
  expect(await valueOn()).toBe(25);
  expect(await valueOn('2026-01-05')).toBeUndefined();
});

test('a series keeps every state and a trend is tested from five years on', async () => {
  for (const [period, value] of [
    [2019, 10],
    [2020, 12],
    [2021, 13],
    [2022, 15],
    [2023, 17],
    [2024, 20],
  ] as const) {
    await makeEdition(database, {
      year: 2024,
      period,
      figures: { debts: perWijk(value, 10, 11, 12, 13, 14, 15, 16, 17) },
      indicators: { debts: { theme: 'LIVELIHOOD' } },
    });
  }
  const { theme } = await profileOf('WK900101');
  const debts = theme('LIVELIHOOD').figures[0];
  expect(debts?.series.map((figure) => figure.value)).toEqual([10, 12, 13, 15, 17, 20]);
  expect(debts?.trend).toMatchObject({ change: 'RISING', refused: null });
  const earlier = await profileOf('WK900101', bram, { year: 2024 });
  expect(earlier.theme('LIVELIHOOD').figures[0]?.current.period).toBe(2024);
});

test('a value that is still to come does not hide the last known one', async () => {
  await makeEdition(database, {
    year: 2025,
    figures: { debts: perWijk('NOT_YET', 'NOT_YET') },
    indicators: { debts: { theme: 'LIVELIHOOD' } },
  });
  const { theme } = await profileOf('WK900101');
  expect(theme('LIVELIHOOD').figures[0]?.current).toMatchObject({ period: 2024, value: 20 });
  expect(theme('LIVELIHOOD').figures[0]?.series.at(-1)).toMatchObject({
    period: 2025,
    state: 'NOT_YET',
  });
});

test('a code that does not exist gives null, a wrong year says which years there are', async () => {
  const unknown = await ask<Profile>(bram, query, { code: 'WK999999' });
  expect(unknown).toMatchObject({ data: { wijkProfile: null } });
  const wrong = await ask<Profile>(bram, query, { code: 'WK900199', year: 2025 });
  expect(wrong.errors?.[0]).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', field: 'year' },
  });
  expect(wrong.errors?.[0]?.message).toContain('2024');
  const future = await ask<Profile>(bram, query, { code: 'WK900101', asOf: '2030-01-01' });
  expect(future.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'asOf' });
});

test('a profile of which nothing is kept costs at most eight statements, beside other wijken too', async () => {
  for (const compareWith of [[], ['WK900105', 'WK900201']]) {
    await database.db.execute('update catalogue_versions set version = version + 1');
    await database.db.execute('update ground_versions set version = version + 1');
    statements.length = 0;
    await loadProfile(database.readAs(null), null, { code: 'WK900101', compareWith }, today);
    expect(statements.length).toBeGreaterThan(6);
    expect(statements.length).toBeLessThanOrEqual(8);
  }
});

test('a profile costs at most eight statements, however much is on it', async () => {
  const count = async () => {
    statements.length = 0;
    await profileOf('WK900101', esra);
    expect(statements.length).toBeLessThanOrEqual(8);
    // Totals of the gemeente are asked when they are not kept, at most once.
    return statements.length - statements.filter((text) => text.includes('"changesAt"')).length;
  };
  await count();
  const before = await count();
  const id = await logNote(ask, noor, { placeCode: 'WK900101', theme: 'HOUSING' });
  await sendReview(ask, esra, { id });
  const after = await count();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThanOrEqual(7);
  expect(after).toBe(before);
});

test('a map gives one figure per wijk with its state, and refuses what is sensitive', async () => {
  const map = `query ($indicator: String!, $period: Int) {
    indicatorMap(indicator: $indicator, within: "GM9001", level: WIJK, period: $period) { placeCode figure { value state } } }`;
  const { data } = await ask<{
    indicatorMap: { placeCode: string; figure: { value: number | null; state: string } }[];
  }>(nobody, map, { indicator: 'loneliness' });
  expect(data.indicatorMap.length).toBe(12);
  expect(data.indicatorMap[10]).toEqual({
    placeCode: 'WK900111',
    figure: { value: null, state: 'SUPPRESSED' },
  });
  const sensitive = await ask(bram, map, { indicator: 'origin' });
  expect(sensitive.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const wrong = await ask(bram, map, { indicator: 'loneliness', period: 1999 });
  expect(wrong.errors?.[0]?.message).toContain('2024');
});

test('a raised figure with margins is called raised only when its difference stands after correction', async () => {
  const wide = (value: number): [number, number, number] => [value, value - 9, value + 9];
  const sharp = (value: number): [number, number, number] => [value, value - 1, value + 1];
  const others = [20, 21, 22, 20, 21, 22, 20, 21] as const;
  const edition = (table: string, first: [number, number, number]) =>
    makeEdition(database, {
      year: 2024,
      table,
      figures: {
        [table]: { GM9001: sharp(21), ...perWijk(first, ...others.map((value) => wide(value))) },
      },
      indicators: { [table]: { theme: table === 'stress' ? 'MENTAL_HEALTH' : 'SUBSTANCE_USE' } },
    });
  await edition('stress', wide(26));
  await edition('smoking', sharp(26));
  const { theme } = await profileOf('WK900101');
  expect(theme('MENTAL_HEALTH').monitor).toMatchObject({ position: 'NORMAL' });
  expect(theme('MENTAL_HEALTH').concordance.reasons.map((reason) => reason.rule)).toContain('M3');
  expect(theme('SUBSTANCE_USE').monitor).toMatchObject({ position: 'RAISED' });
  expect(theme('SUBSTANCE_USE').concordance.sentence).not.toContain('niet getoetst');
});

test('who looked is not said where it would point to a single writer', async () => {
  const open = await profileOf('WK900102', nobody);
  expect(open.coverage).toMatchObject({
    level: 'THIN',
    organisations: null,
    professions: [],
    regimes: [],
  });
  expect(open.theme('SOCIAL_NETWORK').coverage).toMatchObject({
    level: 'THIN',
    organisations: null,
  });
  const reviewer = await profileOf('WK900102', esra);
  expect(reviewer.coverage.organisations).toBe(1);
});
