// What must hold of the merge whatever the numbers: seeded loops over random indicators and notes, through the same
// door as the simulation. A failure prints the case.
import { describe, expect, test } from 'vitest';
import { codesOf } from '../server/codes/code-list.ts';
import {
  type ConcordanceOutcome,
  type CoverageLevel,
  corroborations,
  coverageLevels,
  type GroundPositionCode,
  groundPositions,
  type MonitorPositionCode,
  monitorPositions,
} from '../server/codes/merge.ts';
import { type NoteTrend, noteKinds, noteTrends, severities } from '../server/codes/notes.ts';
import { type Profession, regimeOfProfession } from '../server/codes/people.ts';
import {
  compareTheme,
  type IndicatorPositionInput,
  positionOfGround,
  positionOfMonitor,
} from '../server/concordance.ts';
import { isGroupDisplayable, productThresholds } from '../server/privacy/disclosure.ts';
import { type PublishedNote, summariseSignal, type Voice } from '../server/signals.ts';
import {
  chance,
  integer,
  pick,
  type Random,
  randomFrom,
  shuffled,
  uniform,
} from './simulation/random.ts';
import { scenarios } from './simulation/settings.ts';
import { currentRules, judgeCell } from './simulation/subject.ts';
import { copyText, writeText } from './simulation/texts.ts';
import { makeTown, type ObservedTown } from './simulation/town.ts';
import { withRepeats } from './support/repeats.ts';

const cases = 2000;

const outcomesOfConcern: ReadonlySet<ConcordanceOutcome> = new Set([
  'CONFIRMED',
  'SIGNAL_ABOVE_FIGURE',
  'SIGNAL_WITHOUT_FIGURE',
  'FIGURE_ABOVE_SIGNAL',
]);

const heights: Readonly<Record<MonitorPositionCode, number>> = {
  UNKNOWN: Number.NaN,
  FAVOURABLE: 0,
  NORMAL: 1,
  RAISED: 2,
};

function someIndicators(random: Random): IndicatorPositionInput[] {
  return Array.from({ length: integer(random, 1, 5) }, (_, nth) => ({
    indicatorKey: `indicator-${nth}`,
    signedZ: chance(random, 0.15) ? null : uniform(random, -3, 3),
    adjustedP: chance(random, 0.5) ? random() ** 3 : null,
  }));
}

const someProfessions: readonly Profession[] = [
  'GP',
  'DISTRICT_NURSE',
  'WIJKTEAM_WORKER',
  'WIJK_POLICE_OFFICER',
  'DEBT_COUNSELLOR',
];

function someVoice(random: Random, organisation = integer(random, 1, 4)): Voice {
  const profession = pick(random, someProfessions);
  return {
    organisationKey: `organisation-${organisation}`,
    profession,
    regime: regimeOfProfession(profession),
  };
}

let nextId = 0;

function someNote(random: Random, voice = someVoice(random)): PublishedNote {
  const kind = pick(random, codesOf(noteKinds));
  const hasSeverity = kind !== 'STRENGTH' && kind !== 'INTERPRETATION';
  nextId += 1;
  return {
    ...voice,
    id: `note-${String(nextId).padStart(8, '0')}`,
    placeCode: 'WK900100',
    editionYear: 2026,
    theme: 'LIVELIHOOD',
    kind,
    severity: hasSeverity ? pick(random, codesOf(severities)) : null,
    trend: pick(random, codesOf(noteTrends)),
    populationGroups: chance(random, 0.3) ? ['HIDDEN_POVERTY'] : [],
    observedTo: `2026-0${integer(random, 1, 6)}-1${integer(random, 0, 9)}`,
    publicationLevel: 'CIRCLE',
    excerpt: null,
    text: writeText(random, 'LIVELIHOOD'),
    repeats: null,
    confirmations: chance(random, 0.2) ? [someVoice(random)] : [],
  };
}

const someNotes = (random: Random, most = 6) =>
  Array.from({ length: integer(random, 0, most) }, () => someNote(random));

/** Notes on another theme, so that people are looking. */
const lookers = (random: Random): PublishedNote[] =>
  Array.from({ length: integer(random, 0, 3) }, () => ({
    ...someNote(random),
    theme: 'HOUSING' as const,
  }));

/** The cell as a profile would show it. */
function judge(
  notes: readonly PublishedNote[],
  beside: readonly PublishedNote[],
  indicators: readonly IndicatorPositionInput[],
  inhabitants = 5000,
) {
  const wijkNotes = [...notes, ...beside];
  return judgeCell({
    wijk: { code: 'WK900100', inhabitants },
    theme: 'LIVELIHOOD',
    indicators: indicators.map((one) => ({ ...one, provenance: 'MEASURED' as const, age: 12 })),
    notes,
    wijkNotes,
    townNotes: wijkNotes,
  });
}

/** One known figure of a town, with its margins, moved toward concern; undefined when it cannot be. */
function moveFigure(random: Random, town: ObservedTown) {
  const { indicators, figures, references } = town.monitors;
  const nth = integer(random, 0, indicators.length - 1);
  const wijk = integer(random, 0, town.wijken.length - 1);
  const [indicator, figure] = [indicators[nth], figures[nth]?.[wijk]];
  if (!indicator || indicator.direction === 'NEUTRAL' || !figure || figure.value === null) return;
  const sign = indicator.direction === 'LOW_IS_CONCERN' ? -1 : 1;
  const step = sign * indicator.deviation * uniform(random, 0, 3);
  const shift = (value: number | null) => (value === null ? null : value + step);
  const moved = {
    ...figure,
    value: shift(figure.value),
    lower: shift(figure.lower),
    upper: shift(figure.upper),
  };
  const changed = figures.map((row, i) =>
    i === nth ? row.map((one, place) => (place === wijk ? moved : one)) : row,
  );
  const monitors = { indicators, references, figures: changed };
  return { wijk, theme: indicator.theme, town: { ...town, monitors } };
}

describe('monotone in concern', () => {
  test('a figure that moves toward concern never lowers the monitor position', () => {
    const random = randomFrom(1, 'monotone');
    for (let i = 0; i < cases; i += 1) {
      const before = someIndicators(random);
      const moved = integer(random, 0, before.length - 1);
      const after = before.map((one, nth) =>
        nth === moved && one.signedZ !== null
          ? { ...one, signedZ: one.signedZ + uniform(random, 0, 3) }
          : one,
      );
      const [low, high] = [positionOfMonitor(before), positionOfMonitor(after)];
      if (low.code === 'UNKNOWN') continue;
      const told = JSON.stringify({ before, after, low: low.code, high: high.code });
      expect(heights[high.code], told).toBeGreaterThanOrEqual(heights[low.code]);
    }
  });

  test('beside the ground neither a figure nor a signal that moves toward concern takes one away', () => {
    const random = randomFrom(16, 'beside');
    const concern = (code: ConcordanceOutcome) => outcomesOfConcern.has(code);
    const all: readonly GroundPositionCode[] = ['QUIET', 'RAISED', 'UNKNOWN'];
    for (let i = 0; i < cases; i += 1) {
      const before = someIndicators(random);
      const after = before.map((one) =>
        one.signedZ === null ? one : { ...one, signedZ: one.signedZ + uniform(random, 0, 2) },
      );
      for (const code of all) {
        const [low, high] = [before, after].map((one) =>
          compareTheme(positionOfMonitor(one), { code, reasons: [] }),
        );
        if (!low || !high) continue;
        const told = JSON.stringify({ before, after, code });
        if (concern(low.outcome)) expect(concern(high.outcome), told).toBe(true);
        if (low.monitor.code === 'UNKNOWN') continue;
        expect(heights[high.monitor.code], told).toBeGreaterThanOrEqual(heights[low.monitor.code]);
        const raised = compareTheme(positionOfMonitor(before), { code: 'RAISED', reasons: [] });
        expect(heights[raised.monitor.code]).toBeGreaterThanOrEqual(heights[low.monitor.code]);
      }
    }
  });

  test('nor does it when benchmark, spread and tests of the whole gemeente move along', () => {
    const random = randomFrom(11, 'pipeline');
    let compared = 0;
    for (let seed = 1; seed <= 25; seed += 1) {
      const town = { ...makeTown(seed, scenarios.standard), notes: [] };
      const before = currentRules(town);
      for (let i = 0; i < 4; i += 1) {
        const moved = moveFigure(random, town);
        if (moved === undefined) continue;
        const at = before.findIndex((one) => one.wijk === moved.wijk && one.theme === moved.theme);
        const [low, high] = [before[at], currentRules(moved.town)[at]];
        if (!low || !high || low.monitor === 'UNKNOWN') continue;
        compared += 1;
        const told = JSON.stringify({ seed, wijk: moved.wijk, theme: moved.theme });
        expect(heights[high.monitor], told).toBeGreaterThanOrEqual(heights[low.monitor]);
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  test('a figure that differs in the favourable direction is no evidence for a raised theme', () => {
    const random = randomFrom(2, 'direction');
    for (let i = 0; i < cases; i += 1) {
      const indicators = someIndicators(random);
      const favourable = { indicatorKey: 'better', signedZ: uniform(random, -0.99, -0.01) };
      const tested = positionOfMonitor([...indicators, { ...favourable, adjustedP: 0.001 }]);
      const notTested = positionOfMonitor([...indicators, { ...favourable, adjustedP: 0.9 }]);
      expect(tested.code, JSON.stringify(indicators)).toBe(notTested.code);
    }
  });

  test('a graver note or a concern of another organisation never lowers the ground position', () => {
    const random = randomFrom(3, 'ground');
    for (let i = 0; i < cases; i += 1) {
      const [notes, beside] = [someNotes(random), lookers(random)];
      const added = someNote(random, someVoice(random, integer(random, 5, 9)));
      const graver: PublishedNote = { ...added, kind: 'PROBLEM', severity: 'SERIOUS' };
      const before = judge(notes, beside, []);
      const after = judge([...notes, graver], beside, []);
      if (before.ground === 'RAISED') expect(after.ground).toBe('RAISED');
      if (before.display === 'SHOWN') expect(after.display).toBe('SHOWN');
    }
  });
});

describe('echo never raises', () => {
  test('fifty copies from one author change neither display, corroboration, ground position nor outcome', () => {
    const random = randomFrom(4, 'echo');
    for (let i = 0; i < cases / 20; i += 1) {
      const [notes, beside] = [someNotes(random, 4), lookers(random)];
      const [original] = notes;
      if (!original) continue;
      const copies = Array.from({ length: 50 }, (_, nth) => ({
        ...original,
        id: `copy-${nth}`,
        text: copyText(random, original.text ?? ''),
        confirmations: [],
      }));
      const indicators = someIndicators(random);
      const told = JSON.stringify(
        notes.map((note) => [note.organisationKey, note.kind, note.text]),
      );
      const before = withRepeats(notes);
      const after = withRepeats(shuffled(random, [...notes, ...copies]));
      expect(judge(after, beside, indicators), told).toEqual(judge(before, beside, indicators));
      const [facts, echoed] = [summariseSignal(before), summariseSignal(after)];
      expect(echoed.corroboration, told).toBe(facts.corroboration);
      expect(echoed.groups, told).toEqual(facts.groups);
    }
  });
});

describe('one organisation has a limited say', () => {
  test('different notes of one organisation count three times at most, and name no group on their own', () => {
    const random = randomFrom(14, 'cap');
    for (let i = 0; i < cases / 20; i += 1) {
      const notes = someNotes(random, 4);
      const loud = Array.from({ length: 12 }, () => ({
        ...someNote(random, someVoice(random, 9)),
        populationGroups: ['HOMELESS' as const],
        confirmations: [],
      }));
      const [before, after] = [summariseSignal(notes), summariseSignal([...notes, ...loud])];
      expect(after.notes - before.notes).toBeLessThanOrEqual(3);
      expect(after.concernNotes - before.concernNotes).toBeLessThanOrEqual(3);
      expect(after.strengths - before.strengths).toBeLessThanOrEqual(3);
      const named = after.groups.find((one) => one.group === 'HOMELESS');
      expect(isGroupDisplayable(named?.notes ?? 0, productThresholds)).toBe(false);
    }
  });

  test('each organisation names one trend, that of its latest concern', () => {
    const note = (organisation: number, trend: NoteTrend, observedTo: string, id: string) => ({
      ...someNote(randomFrom(15, id), someVoice(randomFrom(15, id), organisation)),
      ...{ kind: 'PROBLEM' as const, id, trend, observedTo },
    });
    const loud = ['a', 'b', 'c', 'd'].map((id, nth) => note(1, 'RISING', `2026-01-1${nth}`, id));
    const quieted = note(1, 'FALLING', '2026-02-01', 'e');
    const others = [note(2, 'STABLE', '2026-01-01', 'f'), note(3, 'STABLE', '2026-01-01', 'g')];
    expect(summariseSignal([...loud, ...others]).dominantTrend).toBe('STABLE');
    expect(summariseSignal([...loud, quieted]).dominantTrend).toBe('FALLING');
    expect(summariseSignal([note(1, 'UNKNOWN', '2026-01-01', 'h')]).dominantTrend).toBe('UNKNOWN');
  });
});

describe('unknown never counts as normal', () => {
  test('an indicator without a position changes nothing', () => {
    const random = randomFrom(5, 'unknown');
    for (let i = 0; i < cases; i += 1) {
      const indicators = someIndicators(random);
      const known = indicators.filter((one) => one.signedZ !== null);
      expect(positionOfMonitor(indicators).code).toBe(positionOfMonitor(known).code);
      if (known.length === 0) expect(positionOfMonitor(indicators).code).toBe('UNKNOWN');
    }
  });

  test('no outcome speaks of quiet or concern on a side that is unknown', () => {
    for (const monitor of codesOf(monitorPositions)) {
      for (const ground of codesOf(groundPositions)) {
        const { outcome } = compareTheme(
          { code: monitor, signedZ: null, halfReach: null, isMixed: false, reasons: [] },
          { code: ground, reasons: [] },
        );
        if (monitor === 'UNKNOWN') expect(['SIGNAL_WITHOUT_FIGURE', 'NO_DATA']).toContain(outcome);
        if (ground === 'UNKNOWN') expect(['INSUFFICIENT_COVERAGE', 'NO_DATA']).toContain(outcome);
        if (outcome === 'NO_CONCERN') {
          expect(ground).toBe('QUIET');
          expect(['NORMAL', 'FAVOURABLE']).toContain(monitor);
        }
      }
    }
  });

  test('silence is quiet only where enough people were looking', () => {
    const random = randomFrom(6, 'silence');
    for (const coverage of codesOf(coverageLevels)) {
      const expected: GroundPositionCode = coverage === 'SUFFICIENT' ? 'QUIET' : 'UNKNOWN';
      expect(silent(coverage)).toBe(expected);
    }
    for (let i = 0; i < cases; i += 1) {
      const beside = lookers(random);
      const organisations = new Set(
        beside.flatMap((n) => [n, ...n.confirmations]).map((v) => v.organisationKey),
      );
      if (organisations.size < 2) expect(judge([], beside, []).ground).toBe('UNKNOWN');
    }
  });
});

const silent = (coverage: CoverageLevel) =>
  positionOfGround({
    display: coverage === 'SUFFICIENT' ? 'NONE' : 'NOBODY_LOOKING',
    concernOrganisations: 0,
    highestSeverity: null,
    coverage,
  }).code;

describe('independent sources', () => {
  test('adding an independent source never lowers corroboration', () => {
    const random = randomFrom(7, 'corroboration');
    const steps = codesOf(corroborations);
    const height = (notes: readonly PublishedNote[]) => {
      const { corroboration } = summariseSignal(notes);
      return corroboration === null ? -1 : steps.indexOf(corroboration);
    };
    for (let i = 0; i < cases; i += 1) {
      const notes = someNotes(random);
      const other = someVoice(random, integer(random, 5, 9));
      expect(height([...notes, someNote(random, other)])).toBeGreaterThanOrEqual(height(notes));
      const [first, ...rest] = notes;
      if (!first) continue;
      const confirmed = { ...first, confirmations: [...first.confirmations, other] };
      expect(height([confirmed, ...rest])).toBeGreaterThanOrEqual(height(notes));
    }
  });

  test('the order of the notes does not matter', () => {
    const random = randomFrom(8, 'order');
    for (let i = 0; i < cases / 4; i += 1) {
      const [notes, beside, indicators] = [
        someNotes(random, 10),
        lookers(random),
        someIndicators(random),
      ];
      const other = shuffled(random, notes);
      expect(judge(other, beside, indicators)).toEqual(judge(notes, beside, indicators));
      const [facts, again] = [summariseSignal(notes), summariseSignal(other)];
      expect({ ...again, groups: [] }).toEqual({ ...facts, groups: [] });
      expect(new Set(again.groups)).toEqual(new Set(facts.groups));
    }
  });
});

describe('the outcome never betrays a note that may not be shown', () => {
  // Who has been looking in the wijk is published in itself (chapter 14.1), so it is held the same on both sides.
  test('with a hidden note it is what it would be without', () => {
    const random = randomFrom(9, 'hidden');
    let hidden = 0;
    for (let i = 0; i < cases; i += 1) {
      const [notes, beside, indicators] = [
        someNotes(random, 4),
        lookers(random),
        someIndicators(random),
      ];
      const inhabitants = chance(random, 0.2) ? 80 : 5000;
      const wijkNotes = [...notes, ...beside];
      const evidence = {
        wijk: { code: 'WK900100', inhabitants },
        theme: 'LIVELIHOOD' as const,
        indicators: indicators.map((one) => ({ ...one, provenance: 'MEASURED' as const, age: 12 })),
        wijkNotes,
        townNotes: wijkNotes,
      };
      const shown = judgeCell({ ...evidence, notes });
      if (shown.display !== 'TOO_FEW') continue;
      hidden += 1;
      const without = judgeCell({ ...evidence, notes: [] });
      expect(shown.outcome).toBe(without.outcome);
      expect(shown.ground).toBe(without.ground);
    }
    expect(hidden).toBeGreaterThan(cases / 10);
  });

  test('nothing of a wijk with fewer than 100 inhabitants is shown', () => {
    const random = randomFrom(10, 'small');
    for (let i = 0; i < cases / 4; i += 1) {
      const verdict = judge(someNotes(random, 20), lookers(random), someIndicators(random), 99);
      expect(verdict.display).not.toBe('SHOWN');
      expect(verdict.ground).not.toBe('RAISED');
    }
  });
});
