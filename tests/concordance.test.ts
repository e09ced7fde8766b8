import { expect, test } from 'vitest';
import { codesOf } from '../server/codes/code-list.ts';
import {
  type ConcordanceOutcome,
  concordanceOutcomes,
  type GroundPositionCode,
  type MonitorPositionCode,
} from '../server/codes/merge.ts';
import { compareTheme, positionOfGround, positionOfMonitor } from '../server/concordance.ts';
import { displayOf, productThresholds } from '../server/privacy/disclosure.ts';
import { sentenceOf } from '../server/sentences.ts';
import { type Evidence, weaknessesOf } from '../server/weaknesses.ts';

const indicators = (...signed: (number | null)[]) =>
  signed.map((signedZ, i) => ({ indicatorKey: `indicator-${i}`, signedZ, adjustedP: null }));

test('the outcome follows the published table for every pair of positions', () => {
  const table: [MonitorPositionCode, GroundPositionCode, string][] = [
    ['RAISED', 'RAISED', 'CONFIRMED'],
    ['NORMAL', 'RAISED', 'SIGNAL_ABOVE_FIGURE'],
    ['FAVOURABLE', 'RAISED', 'SIGNAL_ABOVE_FIGURE'],
    ['UNKNOWN', 'RAISED', 'SIGNAL_WITHOUT_FIGURE'],
    ['RAISED', 'QUIET', 'FIGURE_ABOVE_SIGNAL'],
    ['NORMAL', 'QUIET', 'NO_CONCERN'],
    ['FAVOURABLE', 'QUIET', 'NO_CONCERN'],
    ['RAISED', 'UNKNOWN', 'INSUFFICIENT_COVERAGE'],
    ['NORMAL', 'UNKNOWN', 'INSUFFICIENT_COVERAGE'],
    ['FAVOURABLE', 'UNKNOWN', 'INSUFFICIENT_COVERAGE'],
    ['UNKNOWN', 'QUIET', 'NO_DATA'],
    ['UNKNOWN', 'UNKNOWN', 'NO_DATA'],
  ];
  for (const [monitor, ground, outcome] of table) {
    const answer = compareTheme(
      { code: monitor, signedZ: null, halfReach: null, isMixed: false, reasons: [] },
      { code: ground, reasons: [] },
    );
    expect([monitor, ground, answer.outcome]).toEqual([monitor, ground, outcome]);
    expect(answer.reasons.at(-1)?.rule).toBe(answer.rule);
  }
});

test('a theme takes the median of its signed positions', () => {
  expect(positionOfMonitor(indicators(1.514, 0.2, 2.1))).toMatchObject({
    code: 'RAISED',
    signedZ: 1.514,
  });
  expect(positionOfMonitor(indicators(0.5, 0.7))).toMatchObject({ code: 'NORMAL', signedZ: 0.6 });
  expect(positionOfMonitor(indicators(-1))).toMatchObject({ code: 'FAVOURABLE' });
});

test('beside a quiet ground a figure must be clear: half of the figures at 2 or more', () => {
  const quiet = { code: 'QUIET', reasons: [] } as const;
  const outcomes = (...signed: number[]) =>
    (['QUIET', 'RAISED', 'UNKNOWN'] as const).map(
      (code) =>
        compareTheme(positionOfMonitor(indicators(...signed)), { code, reasons: [] }).outcome,
    );
  for (const slight of [[1], [1.999], [1.9, 1.9], [2.5, 1.2, 1.1], [3, 1.5, 1.4, 1.3]]) {
    expect(outcomes(...slight)).toEqual(['NO_CONCERN', 'CONFIRMED', 'INSUFFICIENT_COVERAGE']);
  }
  for (const clear of [[2], [3, 0.1], [2, 2.4, 0], [2, 2, 0.5, 0.2]]) {
    expect(outcomes(...clear)).toEqual([
      'FIGURE_ABOVE_SIGNAL',
      'CONFIRMED',
      'INSUFFICIENT_COVERAGE',
    ]);
  }
  const { monitor, monitorAlone, reasons } = compareTheme(
    positionOfMonitor(indicators(1.5)),
    quiet,
  );
  expect([monitor.code, monitorAlone.code]).toEqual(['NORMAL', 'RAISED']);
  expect(reasons.map((reason) => reason.rule)).toEqual(['M1', 'M2', 'M6', 'C5']);
  expect(reasons[2]).toMatchObject({ value: '1.500', threshold: '2' });
});

test('what is raised but not clearly is told as that, and never as clear', () => {
  const facts = { ...told('NO_CONCERN', {}, true), isSlight: true };
  expect(sentenceOf(facts, 'nl')).toMatch(/zijn hier ongunstiger .* verschil is niet groot/);
  expect(sentenceOf(facts, 'en')).toMatch(/are less favourable here .* difference is not large/);
  const weak = { ...told('NO_CONCERN', { modelled: 'ALL' }), isSlight: true };
  expect(sentenceOf(weak, 'nl')).toMatch(/lijken hier ongunstiger/);
  const hidden = sentenceOf({ ...facts, display: 'TOO_FEW' }, 'nl');
  expect(hidden).toContain('te weinig om te tonen');
  expect(hidden).not.toContain('melden geen zorg');
});

test('indicators that contradict each other are mixed, not netted', () => {
  const smoking = positionOfMonitor(indicators(1.221, -1.265, -1.949, -2.462));
  expect(smoking).toMatchObject({ code: 'NORMAL', isMixed: true });
});

test('without a usable indicator the position is unknown, never normal', () => {
  expect(positionOfMonitor([]).code).toBe('UNKNOWN');
  expect(positionOfMonitor(indicators(null, null)).code).toBe('UNKNOWN');
});

test('a raised figure whose margins include the gemeente is not called raised', () => {
  const withMargins = (adjustedP: number) =>
    positionOfMonitor([{ indicatorKey: 'loneliness', signedZ: 1.8, adjustedP }]).code;
  expect(withMargins(0.2)).toBe('NORMAL');
  expect(withMargins(0.01)).toBe('RAISED');
});

test('the ground is raised only by a shown signal of two organisations that is worrying', () => {
  const shown = {
    display: 'SHOWN',
    concernOrganisations: 2,
    highestSeverity: 'WORRYING',
    coverage: 'SUFFICIENT',
  } as const;
  expect(positionOfGround(shown).code).toBe('RAISED');
  expect(positionOfGround({ ...shown, concernOrganisations: 1 }).code).toBe('QUIET');
  expect(positionOfGround({ ...shown, highestSeverity: 'ATTENTION' }).code).toBe('QUIET');
  expect(positionOfGround({ ...shown, highestSeverity: null }).code).toBe('QUIET');
  expect(positionOfGround({ ...shown, display: 'TOO_FEW' }).code).toBe('QUIET');
  expect(positionOfGround({ ...shown, display: 'TOO_FEW', coverage: 'THIN' }).code).toBe('UNKNOWN');
});

test('a hidden signal leaves no trace in the reasons', () => {
  const hidden = positionOfGround({
    display: 'TOO_FEW',
    concernOrganisations: 2,
    highestSeverity: 'URGENT',
    coverage: 'SUFFICIENT',
  });
  expect(JSON.stringify(hidden)).not.toMatch(/URGENT|organisations/);
});

test('a signal is shown from three notes, two organisations and a hundred inhabitants', () => {
  const cell = { notes: 3, organisations: 2, inhabitants: 100 };
  expect(displayOf(cell, 'SUFFICIENT', productThresholds)).toBe('SHOWN');
  expect(displayOf({ ...cell, notes: 2 }, 'SUFFICIENT', productThresholds)).toBe('TOO_FEW');
  expect(displayOf({ ...cell, organisations: 1 }, 'SUFFICIENT', productThresholds)).toBe('TOO_FEW');
  expect(displayOf({ ...cell, inhabitants: 99 }, 'SUFFICIENT', productThresholds)).toBe('TOO_FEW');
  expect(displayOf({ ...cell, inhabitants: null }, 'SUFFICIENT', productThresholds)).toBe(
    'TOO_FEW',
  );
  expect(displayOf({ ...cell, notes: 0, organisations: 0 }, 'SUFFICIENT', productThresholds)).toBe(
    'NONE',
  );
  expect(displayOf({ ...cell, notes: 0, organisations: 0 }, 'THIN', productThresholds)).toBe(
    'NOBODY_LOOKING',
  );
});

const strong: Evidence = {
  ...{ modelled: 'NONE', period: 2024, year: 2024, isUntested: false, inhabitants: 1000 },
  ...{ hasBorderBreak: false, isAgainstCountry: false },
};
const told = (outcome: ConcordanceOutcome, changes: Partial<Evidence> = {}, isTested = false) => ({
  ...({
    theme: 'SOCIAL_NETWORK',
    coverage: 'SUFFICIENT',
    display: 'SHOWN',
    isMixed: false,
    isSlight: false,
  } as const),
  ...{ outcome, isTested, weaknesses: weaknessesOf({ ...strong, ...changes }) },
});

test.each<[string, Partial<Evidence>, RegExp, RegExp]>([
  ['W1', { modelled: 'ALL' }, /zijn schattingen/, /estimates of a model/],
  ['W1', { modelled: 'SOME' }, /Een deel/, /Some of the figures/],
  ['W2', { period: 2021 }, /van 2021/, /from 2021/],
  ['W3', { isUntested: true }, /niet getoetst/, /not been tested/],
  ['W4', { inhabitants: 999 }, /weinig mensen/, /Few people/],
  [
    'W5',
    { hasBorderBreak: true },
    /grens van de wijk is veranderd/,
    /border of the wijk has changed/,
  ],
  ['W6', { isAgainstCountry: true }, /heel Nederland/, /whole country/],
])('%s weakens the statement and says so', (rule, changes, nl, en) => {
  const facts = told('CONFIRMED', changes);
  expect(facts.weaknesses.map((one) => one.rule)).toEqual([rule]);
  expect(sentenceOf(facts, 'nl')).toMatch(nl);
  expect(sentenceOf(facts, 'en')).toMatch(en);
  for (const language of ['nl', 'en'] as const) {
    expect(sentenceOf(told('CONFIRMED'), language)).not.toMatch(language === 'nl' ? nl : en);
    expect(sentenceOf(facts, language)).not.toMatch(
      /doordat|omdat|daardoor|veroorzaakt|because|causes/,
    );
  }
});

test('without figures only the border is said; what is not known of a wijk is no weakness', () => {
  const none = {
    ...strong,
    period: null,
    modelled: 'ALL',
    isUntested: true,
    inhabitants: 3,
  } as const;
  expect(weaknessesOf(none)).toEqual([]);
  expect(weaknessesOf({ ...none, hasBorderBreak: true }).map((one) => one.rule)).toEqual(['W5']);
  expect(weaknessesOf({ ...strong, inhabitants: null })).toEqual([]);
});

test('certainty follows the evidence: clearly with a test, seems when the figures are weak', () => {
  const words = (changes: Partial<Evidence>, isTested: boolean) =>
    (['nl', 'en'] as const).map((language) =>
      sentenceOf(told('FIGURE_ABOVE_SIGNAL', changes, isTested), language),
    );
  expect(words({}, true).join()).toMatch(/zijn hier duidelijk ongunstiger.*are clearly less/);
  expect(words({ isUntested: true }, false).join()).toMatch(/zijn hier ongunstiger.*are less/);
  for (const weak of [{ modelled: 'ALL' }, { period: 2020 }, { inhabitants: 500 }] as const) {
    expect(words(weak, true).join()).toMatch(/lijken hier ongunstiger.*seem less/);
    expect(words(weak, true).join()).not.toMatch(/duidelijk|clearly/);
  }
  for (const outcome of codesOf(concordanceOutcomes)) {
    expect(sentenceOf(told(outcome), 'nl')).not.toMatch(/[{}]/);
    expect(sentenceOf(told(outcome), 'en')).not.toMatch(/[{}]|undefined/);
  }
});

test('a signal that may not be shown is never told as "no concern"', () => {
  const facts = {
    theme: 'HOUSING',
    coverage: 'SUFFICIENT',
    display: 'TOO_FEW',
    ...{ isMixed: false, isSlight: false, isTested: false, weaknesses: [] },
  } as const;
  for (const outcome of ['NO_CONCERN', 'FIGURE_ABOVE_SIGNAL'] as const) {
    expect(sentenceOf({ ...facts, outcome }, 'nl')).toContain('te weinig om te tonen');
    expect(sentenceOf({ ...facts, outcome }, 'nl')).not.toMatch(
      /melden dit niet|professionals laten/,
    );
    expect(sentenceOf({ ...facts, outcome }, 'en')).toContain('too few to show');
  }
});
