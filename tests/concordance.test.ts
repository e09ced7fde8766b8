import { expect, test } from 'vitest';
import type { GroundPositionCode, MonitorPositionCode } from '../server/codes/merge.ts';
import { compareTheme, positionOfGround, positionOfMonitor } from '../server/concordance.ts';
import { displayOf } from '../server/privacy/disclosure.ts';
import { sentenceOf } from '../server/sentences.ts';

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
      { code: monitor, signedZ: null, isMixed: false, reasons: [] },
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
  expect(displayOf(cell, 'SUFFICIENT')).toBe('SHOWN');
  expect(displayOf({ ...cell, notes: 2 }, 'SUFFICIENT')).toBe('TOO_FEW');
  expect(displayOf({ ...cell, organisations: 1 }, 'SUFFICIENT')).toBe('TOO_FEW');
  expect(displayOf({ ...cell, inhabitants: 99 }, 'SUFFICIENT')).toBe('TOO_FEW');
  expect(displayOf({ ...cell, inhabitants: null }, 'SUFFICIENT')).toBe('TOO_FEW');
  expect(displayOf({ ...cell, notes: 0, organisations: 0 }, 'SUFFICIENT')).toBe('NONE');
  expect(displayOf({ ...cell, notes: 0, organisations: 0 }, 'THIN')).toBe('NOBODY_LOOKING');
});

test('the sentence says what weakens it and holds no causal words', () => {
  const facts = {
    theme: 'SOCIAL_NETWORK',
    outcome: 'SIGNAL_ABOVE_FIGURE',
    coverage: 'SUFFICIENT',
    display: 'SHOWN',
    isMixed: false,
    isModelled: true,
    period: 2020,
    year: 2024,
    isUntested: true,
  } as const;
  expect(sentenceOf(facts, 'nl')).toMatch(/schattingen.*2020.*niet getoetst/);
  expect(sentenceOf(facts, 'en')).toMatch(/model.*2020.*not been tested/);
  expect(sentenceOf(facts, 'nl')).not.toMatch(/doordat|omdat|daardoor|veroorzaakt/);
});

test('a signal that may not be shown is never told as "no concern"', () => {
  const facts = {
    theme: 'HOUSING',
    coverage: 'SUFFICIENT',
    display: 'TOO_FEW',
    isMixed: false,
    isModelled: false,
    period: 2024,
    year: 2024,
    isUntested: false,
  } as const;
  for (const outcome of ['NO_CONCERN', 'FIGURE_ABOVE_SIGNAL'] as const) {
    expect(sentenceOf({ ...facts, outcome }, 'nl')).toContain('te weinig om te tonen');
    expect(sentenceOf({ ...facts, outcome }, 'nl')).not.toMatch(
      /melden dit niet|professionals laten/,
    );
    expect(sentenceOf({ ...facts, outcome }, 'en')).toContain('too few to show');
  }
});
