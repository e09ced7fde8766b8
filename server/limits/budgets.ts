// What one client may use in a window of time, over all server processes together.

export interface Budget {
  /** Points in one window. */
  readonly points: number;
  readonly seconds: number;
  /** What is counted, in words that fit "of <what>". */
  readonly what: string;
}

export type BudgetName =
  | 'person'
  | 'public'
  | 'writesOfPerson'
  | 'writesOfProgram'
  | 'writesOfPublic'
  | 'failedLogins';
export type Budgets = Readonly<Record<BudgetName, Budget>>;

export interface BudgetSettings {
  readonly mode: string;
  readonly costPerMinute: number | undefined;
  readonly writesPerMinute: number | undefined;
}

/**
 * The budgets from the settings. By default a person may use a third of one core, and 120 texts a minute, which is
 * more than anyone writes, a program ten times that (two calls of 500); demo and development run on one's own machine and are a hundred times as wide. The public
 * has half: behind one address may sit a whole library, but it is also where abuse comes from. Failed tokens: nobody
 * mistypes a key of 40 characters so often.
 */
export function budgetsOf({ mode, costPerMinute, writesPerMinute }: BudgetSettings): Budgets {
  const wide = mode === 'production' ? 1 : 100;
  const cost = costPerMinute ?? 20_000 * wide;
  const writes = writesPerMinute ?? 120 * wide;
  const half = (points: number) => Math.ceil(points / 2);
  return {
    person: { points: cost, seconds: 60, what: 'cost' },
    public: { points: half(cost), seconds: 60, what: 'cost' },
    writesOfPerson: { points: writes, seconds: 60, what: 'texts' },
    writesOfProgram: { points: writes * 10, seconds: 60, what: 'texts' },
    writesOfPublic: { points: half(writes), seconds: 60, what: 'texts' },
    failedLogins: { points: 20, seconds: 60, what: 'unknown tokens' },
  };
}
