// Protects a municipality's own counts in a delivery before it is staged (S6), with the secret of each gemeente.
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { SmallCounts } from '../codes/figures.ts';
import type { Db } from '../db/client.ts';
import { roundingKeys } from '../db/tables.ts';
import { badInput } from '../errors.ts';
import { type Indicator, loadIndicators } from '../indicators.ts';
import { parentOf } from '../places/codes.ts';
import { protectCount, suppressBeside } from '../privacy/own-counts.ts';
import { isKnown, type ParsedEdition, setState, type TableColumn, type TableRow } from './table.ts';

/** Base of a rate, by measure kind. */
const bases: Partial<Record<Indicator['measureKind'], number>> = {
  PERCENT: 100,
  PER_1000: 1000,
  PER_10000: 10_000,
};

/** Rounds and suppresses in place; answers whether the delivery held own counts, whose file is then not kept. */
export async function protectOwnCounts(tx: Db, parsed: ParsedEdition): Promise<boolean> {
  const { columns, rows } = parsed.table;
  const indicators = await loadIndicators(tx, [...new Set(columns.map((c) => c.indicatorKey))]);
  const ruleOf = (column: TableColumn) => indicators.get(column.indicatorKey)?.smallCounts ?? null;
  if (columns.every((column) => ruleOf(column) === null)) return false;
  const secrets = new Map<string, string>();
  for (const code of new Set(rows.map((row) => row.gemeenteCode))) {
    secrets.set(code, await getSecret(tx, code));
  }
  for (const [at, column] of columns.entries()) {
    const rule = ruleOf(column);
    if (rule === null) continue;
    for (const row of rows) {
      protectCell(row, at, column, rule, parsed.divisionYear, secrets.get(row.gemeenteCode) ?? '');
    }
    if (rule === 'OWN_CARE_COUNT') hideBeside(rows, at, bases[column.measureKind]);
  }
  return true;
}

/** Rates are worked out again from the rounded count. */
function protectCell(
  { code, cells }: TableRow,
  at: number,
  column: TableColumn,
  rule: SmallCounts,
  editionYear: number,
  secret: string,
): void {
  const { indicatorKey, segment, period, part = '', measureKind } = column;
  // Bounds of an own count are worked out from the count itself.
  if (cells.lowers) cells.lowers[at] = Number.NaN;
  if (cells.uppers) cells.uppers[at] = Number.NaN;
  if (!isKnown(cells.states[at])) return;
  const value = cells.values[at] ?? Number.NaN;
  const denominator = cells.denominators?.[at] ?? Number.NaN;
  const base = bases[measureKind];
  const count = base === undefined ? value : Math.round((value * denominator) / base);
  const cell = {
    ...{ indicatorCode: indicatorKey, placeCode: code, editionYear },
    ...{ period: `${period}${part}`, breakdown: segment },
  };
  const known = protectCount(rule, count, cell, secret);
  if (known === undefined || (base !== undefined && !(denominator > 0))) {
    const message =
      base === undefined
        ? `${indicatorKey} of ${code} is an own count, but no whole number of 0 or more. Nothing was imported.`
        : `${indicatorKey} of ${code} is a rate of own counts and needs its denominator. Nothing was imported.`;
    throw badInput([{ field: 'file', message }]);
  }
  if (known === null) setState(cells, at, 'S', 'p');
  else cells.values[at] = base === undefined ? known : (known * base) / denominator;
}

function hideBeside(rows: readonly TableRow[], at: number, base: number | undefined): void {
  const codes = new Set(rows.map((row) => row.code));
  const care = rows.map(({ code, cells }) => {
    const parent = parentOf(code);
    const value = cells.values[at] ?? 0;
    // Whoever knows the denominators adds up rates as well.
    const count = base === undefined ? value : (value * (cells.denominators?.[at] ?? 0)) / base;
    return {
      code,
      parent: parent !== null && codes.has(parent) ? parent : null,
      shown: isKnown(cells.states[at]) ? Math.round(count) : null,
    };
  });
  // What is missing for another reason is not known to readers either, and is taken for secret.
  const hidden = suppressBeside(care);
  for (const { code, cells } of rows) {
    // The same letter as a secret count: readers cannot tell one from the other.
    if (hidden.has(code)) setState(cells, at, 'S', 'p');
  }
}

/** Made at first need; never leaves the server. */
async function getSecret(tx: Db, gemeenteCode: string): Promise<string> {
  const secret = randomBytes(32).toString('hex');
  await tx.insert(roundingKeys).values({ gemeenteCode, secret }).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(roundingKeys)
    .where(eq(roundingKeys.gemeenteCode, gemeenteCode));
  return row?.secret ?? secret;
}
