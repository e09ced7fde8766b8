// Variants of the rules, and of the early-warning rule, beside each other: the evidence for a threshold. Seeds 1 to 60
// (and 5000 to 5007 for warnings) were used to look for changes; report on others. The rules at z 1 were first run on
// seeds 61001 to 61040.
import { candidate, type RuleOptions } from './candidates.ts';
import { evaluate, townsOf } from './evaluate.ts';
import { macroF1, scoresOf } from './score.ts';
import { type Scenario, scenarios } from './settings.ts';
import { currentEarlyWarning, type EarlyWarning } from './subject.ts';
import { earsC2, permutationScan, poissonCusum } from './warning-candidates.ts';
import { detectionDelay, falseAlerts } from './warning-score.ts';
import { nullKinds } from './warning-towns.ts';

const onePointFive = { raisedFrom: 1.5, mixedFrom: 1.5 } as const;
const byRemit = { ...onePointFive, coverage: 'EXPECTED_OR_REMIT' } as const;

const variants: readonly (readonly [name: string, change: Partial<RuleOptions>])[] = [
  ['chapter 14 as published', {}],
  ['with M6, as in the product', { halfAloneFrom: 2 }],
  ['z 1, alone, half from 1.5', { halfAloneFrom: 1.5 }],
  ['z 1, alone, half from 2.5', { halfAloneFrom: 2.5 }],
  ['z 1, alone 2', { raisedAloneFrom: 2 }],
  ['no cap on notes of one organisation', { mostNotes: Number.POSITIVE_INFINITY }],
  ['cap of 2 notes', { mostNotes: 2 }],
  ['cap of 1 note', { mostNotes: 1 }],
  ['z 1, mean of the indicators', { pool: 'MEAN' }],
  ['z 1, agreeing indicators count more', { pool: 'STOUFFER' }],
  ['z 1, two of three must agree', { agree: true }],
  ['z 1, newest period only', { newestOnly: true }],
  ['z 1, measured before modelled', { modelled: 'MEASURED_FIRST' }],
  ['z 1, any test may stand', { test: 'OF_ANY' }],
  ['z 1, no test of margins', { test: 'NONE' }],
  ['z 1, alone 1.5', { raisedAloneFrom: 1.5 }],
  ['z 1, 3 organisations', { organisations: 3 }],
  ['z 1, 2 organisations worry', { worryingOrganisations: 2 }],
  ['z 1, 4 severity points', { severityPoints: 4 }],
  ['z 1, IC above 0', { informationAbove: 0 }],
  ['z 1, coverage by remit', { coverage: 'EXPECTED_OR_REMIT' }],
  ['z 1.25', { raisedFrom: 1.25, mixedFrom: 1.25 }],
  ['z 1.5', onePointFive],
  ['z 1.75', { raisedFrom: 1.75, mixedFrom: 1.75 }],
  ['z 2', { raisedFrom: 2, mixedFrom: 2 }],
  ['z 1.5, mixed from 1', { raisedFrom: 1.5 }],
  ['z 1.5, alone 2', { ...onePointFive, raisedAloneFrom: 2 }],
  ['z 1.5, no test of margins', { ...onePointFive, test: 'NONE' }],
  ['z 1.5, measured before modelled', { ...onePointFive, modelled: 'MEASURED_FIRST' }],
  ['z 1.5, modelled left out', { ...onePointFive, modelled: 'MODELLED_ASIDE' }],
  ['z 1.5, 3 organisations', { ...onePointFive, organisations: 3 }],
  ['z 1.5, no severity', { ...onePointFive, worryingNotes: 0 }],
  ['z 1.5, 2 worrying notes', { ...onePointFive, worryingNotes: 2 }],
  ['z 1.5, 4 severity points', { ...onePointFive, severityPoints: 4 }],
  ['z 1.5, IC above 0', { ...onePointFive, informationAbove: 0 }],
  ['z 1.5, coverage by theme notes', { ...onePointFive, coverage: 'THEME_NOTES' }],
  ['z 1.5, coverage by profession', { ...onePointFive, coverage: 'EXPECTED' }],
  ['z 1.5, coverage by remit', byRemit],
  ['z 1.5, remit, 4 points', { ...byRemit, severityPoints: 4 }],
  ['z 1.5, remit, 4 points, alone 2', { ...byRemit, severityPoints: 4, raisedAloneFrom: 2 }],
  ['z 1.5, without S3', { ...onePointFive, hasDisclosureControl: false }],
];

export interface Comparison {
  /** Per scenario; a tenth of them are null towns when warnings are compared. */
  readonly towns: number;
  readonly seed: number;
  /** One, or all of them when undefined. */
  readonly scenario: Scenario | undefined;
}

type Write = (line: string) => void;

/** Macro-F1 of every variant in every scenario, and their means. */
export function compareRules({ towns, seed, scenario }: Comparison, write: Write): void {
  const names = (Object.keys(scenarios) as Scenario[]).filter((one) => one === (scenario ?? one));
  const sums = variants.map(() => [0, 0, 0]);
  write(
    'macro-F1: all cells / coverage sufficient / all cells if coverage were a matter of the wijk',
  );
  for (const name of names) {
    const made = [...townsOf(seed, towns, name)];
    write(`\n${name}, seeds ${seed} to ${seed + towns - 1}`);
    for (const [nth, [title, change]] of variants.entries()) {
      const found = evaluate(made, candidate(change));
      const scores = [found.all, found.covered, found.byWijk].map(macroF1);
      sums[nth] = (sums[nth] ?? []).map((sum, i) => sum + (scores[i] ?? 0));
      write(`  ${title.padEnd(34)}${line(scores)}${detailOf(found.covered)}`);
    }
  }
  write(`\nmean of ${names.length} scenarios`);
  for (const [nth, [title]] of variants.entries()) {
    write(`  ${title.padEnd(34)}${line((sums[nth] ?? []).map((sum) => sum / names.length))}`);
  }
}

const warningRules: readonly (readonly [name: string, rule: EarlyWarning])[] = [
  ['the product', currentEarlyWarning],
  ['permutation scan', permutationScan],
  ['Poisson CUSUM, limit 6', poissonCusum(6)],
  ['EARS C2, 3 deviations', earsC2(3)],
  ['EARS C2, 5 deviations', earsC2(5)],
];

/** False alerts per 100 wijk-months of each kind of null town, and detection delays of a doubled rate. */
export function compareWarnings({ towns, seed, scenario }: Comparison, write: Write): void {
  const settings = scenarios[scenario ?? 'standard'];
  const nullTowns = Math.max(2, Math.round(towns / 10));
  write(`false alerts per 100 wijk-months: ${nullKinds.map((kind) => kind.name).join(' / ')}`);
  write(
    'a doubling of 0.5 / 1 / 2 / 4 voices a month: median delay, share seen within 3, 6 and 12 months',
  );
  for (const [name, rule] of warningRules) {
    const rates = nullKinds.map((kind) =>
      falseAlerts(rule, kind, nullTowns, seed, settings).toFixed(2),
    );
    const delays = [0.5, 1, 2, 4].map((rate) => {
      const found = detectionDelay(rule, rate, 2 * towns, seed);
      const shares = [found.withinThree, found.withinSix, found.withinTwelve];
      return `${found.median ?? '>12'} (${shares.map((share) => share.toFixed(2)).join(' ')})`;
    });
    write(`\n${name}\n  false alerts ${rates.join(' / ')}\n  delays       ${delays.join(' / ')}`);
  }
}

function line(scores: readonly number[]): string {
  return scores.map((score) => score.toFixed(3)).join(' / ');
}

/** Precision and recall per outcome, in the order of the list. */
function detailOf(confusion: Parameters<typeof scoresOf>[0]): string {
  return scoresOf(confusion)
    .filter((one) => one.f1 !== null)
    .map((one) => `  ${one.precision?.toFixed(2) ?? '-'}/${one.recall?.toFixed(2)}`)
    .join('');
}
