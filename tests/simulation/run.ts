// npx tsx tests/simulation/run.ts --towns 200 --seed 1 [--scenario standard] [--json]
// Scores the present rules on towns with a planted truth. With --export DIR it writes one town for import instead, with
// --compare rules or --compare warnings it lays variants of the rules beside each other, and with --ceiling it measures
// what any rule could reach.
import { Command, InvalidArgumentError } from 'commander';
import { groupsNamed } from './cap.ts';
import { measureCeiling } from './ceiling.ts';
import { compareRules, compareWarnings } from './compare.ts';
import { evaluate, townsOf } from './evaluate.ts';
import { exportTown } from './export.ts';
import { jsonOf, type Report, tableOf } from './report.ts';
import { type Scenario, scenarios } from './settings.ts';
import { currentEarlyWarning, currentRules, withoutDisclosureControl } from './subject.ts';
import { makeTown, type Town } from './town.ts';
import { detectionDelay, falseAlerts } from './warning-score.ts';
import { nullKinds } from './warning-towns.ts';

const whole = (text: string) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0)
    throw new InvalidArgumentError('A whole number, 0 or more.');
  return number;
};

const scenarioOf = (text: string): Scenario => {
  if (Object.hasOwn(scenarios, text)) return text as Scenario;
  throw new InvalidArgumentError(`One of ${Object.keys(scenarios).join(', ')}.`);
};

interface Options {
  readonly towns: number;
  readonly seed: number;
  readonly scenario?: Scenario;
  readonly compare?: string;
  readonly ceiling?: true;
  readonly json?: true;
  readonly export?: string;
  readonly today: string;
}

const { towns, seed, json, ...options } = new Command('simulate')
  .description('Scores the rules of chapter 14 on towns with a planted truth.')
  .option('--towns <number>', 'towns to make', whole, 200)
  .option('--seed <number>', 'seed of the first town', whole, 1)
  .option('--scenario <name>', Object.keys(scenarios).join(', '), scenarioOf)
  .option(
    '--compare <what>',
    'variants of the "rules" or of the "warnings", in all scenarios unless one is named',
  )
  .option('--ceiling', 'what could be learnt from all that is observed, beside the rules')
  .option('--json', 'numbers instead of tables')
  .option('--export <directory>', 'write the town of --seed in the import formats, with truth.json')
  .option('--today <day>', 'day of the export', new Date().toISOString().slice(0, 10))
  .parse()
  .opts<Options>();

const scenario = options.scenario ?? 'standard';
const write = (text: string) => process.stdout.write(`${text}\n`);

if (options.compare === 'rules') {
  compareRules({ towns, seed, scenario: options.scenario }, write);
} else if (options.compare === 'warnings') {
  compareWarnings({ towns, seed, scenario: options.scenario }, write);
} else if (options.ceiling) {
  measureCeiling({ towns, seed, scenario }, write);
} else if (options.export) {
  exportTown(makeTown(seed, scenarios[scenario], options.today), options.export, options.today);
  process.stderr.write(`Town ${seed} written to ${options.export}.\n`);
} else {
  const report = measure();
  process.stdout.write(
    json ? `${JSON.stringify(jsonOf(report), null, 2)}\n` : `${tableOf(report)}\n`,
  );
}

/** Progress goes to standard error, so that the answer alone can be kept. */
function* told(what: string, list: Iterable<Town>): Generator<Town> {
  let done = 0;
  for (const town of list) {
    yield town;
    done += 1;
    if (done % 20 === 0 || done === towns)
      process.stderr.write(`\r${what}: ${done} of ${towns} towns `);
  }
  process.stderr.write('\n');
}

function measure(): Report {
  const settings = scenarios[scenario];
  const current = evaluate(told('present rules', townsOf(seed, towns, scenario)), currentRules);
  const undisclosed = evaluate(
    told('without disclosure control', townsOf(seed, towns, scenario)),
    withoutDisclosureControl,
  );
  const nullTowns = Math.min(10, Math.max(2, Math.floor(towns / 20)));
  process.stderr.write(`early warning on ${nullTowns} null towns of each kind\n`);
  return {
    scenario,
    seed,
    current,
    undisclosed,
    groups: {
      capped: groupsNamed(townsOf(seed, towns, scenario)),
      uncapped: groupsNamed(townsOf(seed, towns, scenario), Number.POSITIVE_INFINITY),
    },
    falseAlerts: nullKinds.map((kind) => ({
      name: kind.name,
      perHundred: falseAlerts(currentEarlyWarning, kind, nullTowns, seed + 50_000, settings),
    })),
    delays: [0.5, 1, 2, 4].map((rate) =>
      detectionDelay(currentEarlyWarning, rate, 100, seed + 70_000),
    ),
  };
}
