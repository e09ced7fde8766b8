// How well any rule could do: trees learn the outcome from all that can be observed, on towns of their own, and judge
// others. What they cannot tell apart, no rule that people could read will. They know these towns by heart, so a rule for
// real gemeenten should stay below them.
import { boost, type Model, type Sample } from './boosting.ts';
import { asPublished, candidate } from './candidates.ts';
import { evaluate, townsOf } from './evaluate.ts';
import { featuresOf, type Scope, scopes } from './evidence.ts';
import { tableOfScores } from './report.ts';
import { type Confusion, count, emptyConfusion, macroF1, outcomeCodes } from './score.ts';
import type { Scenario } from './settings.ts';
import { currentRules, evidenceOf, groupBy } from './subject.ts';
import type { Town } from './town.ts';

export interface CeilingOptions {
  readonly towns: number;
  /** First town that is judged; the trees learn from towns 100,000 further on and settle their weights 150,000 further. */
  readonly seed: number;
  readonly scenario: Scenario;
  readonly rounds?: number;
}

const [learnFrom, settleFrom] = [100_000, 150_000];

/** Macro-F1 where coverage is sufficient: the rules, and what was learnt with less and with more to see. */
export function measureCeiling(options: CeilingOptions, write: (line: string) => void): void {
  const { towns, seed, scenario } = options;
  const judged = [...townsOf(seed, towns, scenario)];
  const rules = { 'chapter 14 as published': candidate(asPublished), 'the product': currentRules };
  write(`macro-F1 where coverage is sufficient, ${scenario}, seeds ${seed} to ${seed + towns - 1}`);
  for (const [name, rule] of Object.entries(rules)) {
    const { covered, all } = evaluate(judged, rule);
    write(`${lineOf(name, covered)} (all cells ${macroF1(all).toFixed(3)})`);
  }
  const found = ceilingsOf(options, judged);
  for (const scope of scopes) write(lineOf(`learnt from ${seen[scope]}`, found[scope]));
  write(`\n${tableOfScores(`Learnt from ${seen.CELL}`, found.CELL)}`);
}

const lineOf = (name: string, found: Confusion) =>
  `  ${name.padEnd(56)}${macroF1(found).toFixed(3)}`;

const seen: Readonly<Record<Scope, string>> = {
  CELL: 'the cell as it may be shown',
  WIJK: 'that and the rest of the wijk',
  HIDDEN: 'that and the notes that stay hidden',
};

/** What trees say of the judged towns after learning from as many others, and settling on half as many more. */
export function ceilingsOf(
  { towns, seed, scenario, rounds = 120 }: CeilingOptions,
  judged: Iterable<Town>,
): Record<Scope, Confusion> {
  const learning = samplesOf(townsOf(seed + learnFrom, towns, scenario));
  const settling = samplesOf(townsOf(seed + settleFrom, Math.ceil(towns / 2), scenario));
  const judging = samplesOf(judged);
  return perScope((scope) => {
    const model = boost(learning[scope], {
      ...{ classes: outcomeCodes.length, rounds, depth: 4, rate: 0.08 },
      ...{ share: 0.6, leastWeight: 3, ridge: 3 },
    });
    return confusionOf(scored(judging[scope], model), settle(scored(settling[scope], model)));
  });
}

const perScope = <T>(make: (scope: Scope) => T) =>
  Object.fromEntries(scopes.map((scope) => [scope, make(scope)])) as Record<Scope, T>;

/** The covered cells of towns, as seen from each scope. */
function samplesOf(towns: Iterable<Town>): Record<Scope, Sample[]> {
  const samples = perScope((): Sample[] => []);
  for (const town of towns) {
    const cells = evidenceOf(town);
    const wijken = groupBy(cells, ({ wijk }) => wijk.code);
    for (const [i, cell] of cells.entries()) {
      const truth = town.truths[i];
      if (!truth?.isCovered) continue;
      const label = outcomeCodes.indexOf(truth.outcome);
      const ofWijk = wijken.get(cell.wijk.code) ?? [];
      for (const scope of scopes) {
        samples[scope].push({ features: featuresOf(cell, ofWijk, scope), label });
      }
    }
  }
  return samples;
}

interface Scored {
  readonly label: number;
  readonly scores: readonly number[];
}

const scored = (samples: readonly Sample[], model: Model): Scored[] =>
  samples.map(({ label, features }) => ({ label, scores: model(features) }));

function confusionOf(list: readonly Scored[], weights: readonly number[]): Confusion {
  const confusion = emptyConfusion();
  for (const { label, scores } of list) {
    const raised = scores.map((score, i) => score + (weights[i] ?? 0));
    const [truth, said] = [outcomeCodes[label], outcomeCodes[raised.indexOf(Math.max(...raised))]];
    if (truth && said) count(confusion, truth, said);
  }
  return confusion;
}

/** What each outcome gets beside its score so that macro-F1, which the trees do not look at, is best. */
function settle(list: readonly Scored[]): number[] {
  let weights = outcomeCodes.map(() => 0);
  let best = macroF1(confusionOf(list, weights));
  for (const step of [0.6, 0.3, 0.15, 0.6, 0.3, 0.15]) {
    for (const [i] of outcomeCodes.entries()) {
      for (const change of [step, -step]) {
        const tried = weights.with(i, (weights[i] ?? 0) + change);
        const score = macroF1(confusionOf(list, tried));
        if (score > best) [best, weights] = [score, tried];
      }
    }
  }
  return weights;
}
