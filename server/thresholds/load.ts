// The thresholds of a gemeente, read each time they are needed, in the statement that needs them where there is one: so a
// change holds at once, in every server process. The same decision as SQL stands in privacy/cells.ts.
import { type SQL, sql } from 'drizzle-orm';
import { codesOf } from '../codes/code-list.ts';
import { type ThresholdKind, thresholdKinds } from '../codes/thresholds.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { badInput } from '../errors.ts';
import { checkPlaceCode } from '../places/codes.ts';
import { getPlace } from '../places/find.ts';
import {
  largestThresholds,
  type OwnThresholds,
  productThresholds,
  type Thresholds,
  thresholdsWith,
} from '../privacy/disclosure.ts';

/** What a gemeente asks itself, as JSON by kind: null when nothing. Part of another statement. */
export const ownThresholdsOf = (gemeenteCode: SQL | string): SQL =>
  sql`(select json_object_agg(t.kind, t.least) from disclosure_thresholds t
    where t.gemeente_code = ${gemeenteCode} and t.least is not null)`;

/** The thresholds that hold in a gemeente today. */
export async function loadThresholds(db: ReadDb, gemeenteCode: string): Promise<Thresholds> {
  const [row] = await namedRows<{ own: OwnThresholds | null }>(
    db,
    'thresholds_of',
    sql`select ${ownThresholdsOf(gemeenteCode)} as own`,
  );
  return thresholdsWith(row?.own ?? {});
}

/** One threshold as it holds, beside what the product asks. */
export interface AppliedThreshold {
  readonly kind: ThresholdKind;
  /** The least that is enough. */
  readonly least: number;
  /** What the product asks: a gemeente may ask more, never less. */
  readonly product: number;
  /** The most that a gemeente may ask. */
  readonly most: number;
}

/** How a threshold holds where the gemeente asks this; null: nothing of its own. */
export const appliedThreshold = (kind: ThresholdKind, own: number | null): AppliedThreshold => ({
  ...{ kind, product: productThresholds[kind], most: largestThresholds[kind] },
  least: thresholdsWith({ [kind]: own })[kind],
});

/** Thresholds in the order of their kinds. */
export const appliedThresholds = (thresholds: Thresholds): AppliedThreshold[] =>
  codesOf(thresholdKinds).map((kind) => appliedThreshold(kind, thresholds[kind]));

/** The thresholds that hold in a gemeente today; refuses another place. For everyone: openness. */
export async function listThresholds(db: ReadDb, gemeente: string): Promise<AppliedThreshold[]> {
  if (checkPlaceCode(gemeente) !== 'GEMEENTE') {
    const message = `${gemeente} is not a gemeente; give a code such as GM9001.`;
    throw badInput([{ field: 'gemeente', message }]);
  }
  await getPlace(db, gemeente, undefined, 'gemeente');
  return appliedThresholds(await loadThresholds(db, gemeente));
}
