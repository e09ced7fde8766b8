// The tables of the command, for reading; the same numbers as an object for --json.
import type { ConcordanceOutcome } from '../../server/codes/merge.ts';
import type { CapEffect } from './cap.ts';
import type { Evaluation } from './evaluate.ts';
import { accuracy, type Confusion, macroF1, outcomeCodes, scoresOf } from './score.ts';
import type { Delay } from './warning-score.ts';

export interface Report {
  readonly scenario: string;
  readonly seed: number;
  readonly current: Evaluation;
  /** The same rules as if nothing had to be hidden. */
  readonly undisclosed: Evaluation;
  /** Groups named with the cap on notes of one organisation, and without. */
  readonly groups: { readonly capped: CapEffect; readonly uncapped: CapEffect };
  readonly falseAlerts: readonly { readonly name: string; readonly perHundred: number }[];
  readonly delays: readonly Delay[];
}

const share = (value: number | null) => (value === null ? '    -' : value.toFixed(3));
const percent = (part: number, whole: number) =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;

/** Short names for the columns of the confusion matrix. */
const short: Readonly<Record<ConcordanceOutcome, string>> = {
  CONFIRMED: 'conf',
  SIGNAL_ABOVE_FIGURE: 's>f',
  SIGNAL_WITHOUT_FIGURE: 's-f',
  FIGURE_ABOVE_SIGNAL: 'f>s',
  NO_CONCERN: 'none',
  INSUFFICIENT_COVERAGE: 'cov',
  NO_DATA: 'data',
};

/** The confusion matrix of one measurement, for reading. */
export const tableOfScores = (title: string, confusion: Confusion): string =>
  scoreTable(
    title,
    confusion,
    scoresOf(confusion).reduce((sum, { cells }) => sum + cells, 0),
  ).join('\n');

function scoreTable(title: string, confusion: Confusion, cells: number): string[] {
  return [
    `${title} (${cells} cells): macro-F1 ${macroF1(confusion).toFixed(3)}, accuracy ${accuracy(confusion).toFixed(3)}`,
    `${'truth'.padEnd(24)}cells  precis. recall  F1    ${outcomeCodes.map((code) => short[code].padStart(6)).join('')}`,
    ...scoresOf(confusion).map(
      ({ outcome, cells: times, precision, recall, f1 }) =>
        `${outcome.padEnd(22)}${String(times).padStart(7)}  ${share(precision)}  ${share(recall)}  ${share(f1)}  ` +
        outcomeCodes.map((said) => String(confusion[outcome][said]).padStart(6)).join(''),
    ),
    '',
  ];
}

const seen: readonly ConcordanceOutcome[] = [
  'CONFIRMED',
  'SIGNAL_ABOVE_FIGURE',
  'SIGNAL_WITHOUT_FIGURE',
];

/** Share of the needs on which something was said, whichever of the three outcomes. */
function needRecall(confusion: Confusion): number {
  let [found, all] = [0, 0];
  for (const truth of seen) {
    for (const said of outcomeCodes) {
      all += confusion[truth][said];
      if (seen.includes(said)) found += confusion[truth][said];
    }
  }
  return found / Math.max(1, all);
}

export function tableOf({
  scenario,
  seed,
  current,
  undisclosed,
  groups: { capped, uncapped },
  falseAlerts,
  delays,
}: Report): string {
  const without = (of: (evaluation: Evaluation) => number) =>
    `${of(current).toFixed(3)} with S3, ${of(undisclosed).toFixed(3)} without`;
  return [
    `${current.towns} towns, scenario ${scenario}, seeds ${seed} to ${seed + current.towns - 1}`,
    '',
    ...scoreTable('All wijk x theme', current.all, current.cells),
    ...scoreTable('Where coverage is sufficient', current.covered, current.coveredCells),
    `If everyone in a wijk counted as looking at every theme: macro-F1 over all cells ${macroF1(current.byWijk).toFixed(3)}`,
    'Rows are the truth, columns what was said (conf CONFIRMED, s>f SIGNAL_ABOVE_FIGURE, s-f SIGNAL_WITHOUT_FIGURE,',
    'f>s FIGURE_ABOVE_SIGNAL, none NO_CONCERN, cov INSUFFICIENT_COVERAGE, data NO_DATA).',
    `Where coverage is sufficient the monitor side is right in ${share(current.monitorRight)}, the ground side in ${share(current.groundRight)}.`,
    '',
    'Disclosure control',
    `  cells with notes that are hidden: ${percent(current.hiddenCells, current.cellsWithNotes)} of ${current.cellsWithNotes} with notes, ${percent(current.hiddenCells, current.cells)} of all`,
    `  raised needs on which something is said, coverage sufficient: ${without((one) => needRecall(one.covered))}`,
    `  raised needs on which something is said, everywhere:          ${without((one) => needRecall(one.all))}`,
    `  macro-F1 where coverage is sufficient:                        ${without((one) => macroF1(one.covered))}`,
    '',
    'Cap on the notes of one organisation',
    `  groups named: ${capped.named}, ${capped.byOne} of them on the word of one organisation; without the cap ${uncapped.named} and ${uncapped.byOne}`,
    '',
    'Early warning: false alerts per 100 wijk-months, all themes together, nothing changes',
    ...falseAlerts.map(
      ({ name, perHundred }) => `  ${name.padEnd(28)}${perHundred.toFixed(2).padStart(6)}`,
    ),
    'Early warning: a doubled rate in one wijk, months until the first alert',
    ...delays.map(
      ({ rate, median, withinThree, withinSix, withinTwelve }) =>
        `  ${String(rate).padStart(4)} voices per month: median ${median ?? 'over 12'}; ` +
        `within 3 months ${percent(withinThree, 1)}, 6 ${percent(withinSix, 1)}, 12 ${percent(withinTwelve, 1)}`,
    ),
  ].join('\n');
}

/** The numbers without the sentences. */
export function jsonOf(report: Report) {
  const summary = (confusion: Confusion) => ({
    macroF1: macroF1(confusion),
    accuracy: accuracy(confusion),
    needRecall: needRecall(confusion),
    outcomes: scoresOf(confusion),
    confusion,
  });
  const { current, undisclosed, ...rest } = report;
  const evaluation = ({ all, covered, byWijk, ...counts }: Evaluation) => ({
    ...counts,
    all: summary(all),
    covered: summary(covered),
    byWijk: summary(byWijk),
  });
  return {
    ...rest,
    current: evaluation(current),
    withoutDisclosureControl: evaluation(undisclosed),
  };
}
