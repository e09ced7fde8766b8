// Is a wijk reported on a theme more than its reporting intensity explains (domain.md 20.6)?
// Counts are distinct organisation voices, rows wijken, columns themes. It measures share, not
// severity: it orders the review list, never lowers a signal and never stands in for coverage.

import { sum } from 'simple-statistics';
import { isCount, isRefused, type Refusal, refuse } from './refusal.ts';

/** Base-2 logarithms: 1 is twice the expected. `ic025` to `ic975` is a 95% credible interval. */
export type InformationComponent = {
  readonly ic: number;
  readonly ic025: number;
  readonly ic975: number;
};

/** `isDisproportionate`: ic025 is above 0. Who may see the flag is rule S3, decided elsewhere. */
export type IcCell = InformationComponent & {
  readonly observed: number;
  readonly expected: number;
  readonly isDisproportionate: boolean;
};

export type IcTable = {
  readonly total: number;
  readonly cells: readonly (readonly (IcCell | Refusal)[])[];
};

export type IcLimits = {
  readonly minimumTotal: number;
  readonly minimumRows: number;
  readonly minimumColumns: number;
  readonly maximumShare: number;
};

const DEFAULT_LIMITS: IcLimits = {
  minimumTotal: 50,
  minimumRows: 3,
  minimumColumns: 3,
  maximumShare: 0.5,
};

/**
 * Shrunk observed-to-expected ratio with its approximate interval (Norén, Hopstadius & Bate 2013,
 * Statistical Methods in Medical Research 22: 57-69). Refuses 0 observed: silence earns no flag,
 * and an expectation of 0.
 */
export function informationComponent(
  observed: number,
  expected: number,
): InformationComponent | Refusal {
  if (!isCount(observed) || !Number.isFinite(expected) || expected < 0) {
    return refuse('INVALID_VALUE', { observed, expected });
  }
  if (observed === 0) return refuse('NOTHING_COUNTED', { expected });
  if (expected === 0) return refuse('NO_DENOMINATOR', { observed });
  const shrunk = observed + 0.5;
  const ic = Math.log2(shrunk / (expected + 0.5));
  return {
    ic,
    ic025: ic - 3.3 * shrunk ** -0.5 - 2 * shrunk ** -1.5,
    ic975: ic + 2.4 * shrunk ** -0.5 - 0.5 * shrunk ** -1.5,
  };
}

/**
 * Every cell against row total x column total / grand total. Refuses the whole table when it is too
 * small, has too few wijken or themes with data, or one of them fills more than half of it
 * (masking); refuses a single cell when nobody reported there.
 */
export function icTable(
  counts: readonly (readonly number[])[],
  limits: Partial<IcLimits> = {},
): IcTable | Refusal {
  const width = counts[0]?.length ?? 0;
  if (!counts.every((row) => row.length === width && row.every(isCount))) {
    return refuse('INVALID_VALUE', { rows: counts.length, columns: width });
  }
  const rows = counts.map((row) => sum([...row]));
  const columns = Array.from({ length: width }, (_, j) => sum(counts.map((row) => row[j] ?? 0)));
  const total = sum(rows);
  const refusal = tableRefusal(rows, columns, total, { ...DEFAULT_LIMITS, ...limits });
  if (refusal !== undefined) return refusal;
  const cells = counts.map((row, i) =>
    row.map((observed, j) => icCell(observed, ((rows[i] ?? 0) * (columns[j] ?? 0)) / total)),
  );
  return { total, cells };
}

function icCell(observed: number, expected: number): IcCell | Refusal {
  const component = informationComponent(observed, expected);
  if (isRefused(component)) return component;
  return { ...component, observed, expected, isDisproportionate: component.ic025 > 0 };
}

function tableRefusal(
  rows: readonly number[],
  columns: readonly number[],
  total: number,
  limits: IcLimits,
): Refusal | undefined {
  // An empty table has no shares, whatever the limits are set to.
  if (total < Math.max(1, limits.minimumTotal)) {
    return refuse('TOTAL_TOO_SMALL', { total, needed: limits.minimumTotal });
  }
  const filledRows = rows.filter((count) => count > 0).length;
  if (filledRows < limits.minimumRows) {
    return refuse('TOO_FEW_ROWS', { rows: filledRows, needed: limits.minimumRows });
  }
  const filledColumns = columns.filter((count) => count > 0).length;
  if (filledColumns < limits.minimumColumns) {
    return refuse('TOO_FEW_COLUMNS', { columns: filledColumns, needed: limits.minimumColumns });
  }
  const isMasking = (count: number) => count / total > limits.maximumShare;
  const row = rows.findIndex(isMasking);
  if (row >= 0) return refuse('MASKING', { axis: 'ROW', index: row });
  const column = columns.findIndex(isMasking);
  if (column >= 0) return refuse('MASKING', { axis: 'COLUMN', index: column });
  return undefined;
}
