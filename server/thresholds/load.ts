// The thresholds of a gemeente, read each time they are needed, in the statement that needs them where there is one: so a
// change holds at once, in every server process. The same decision as SQL stands in privacy/cells.ts.
import { type SQL, sql } from 'drizzle-orm';
import { namedRows, type ReadDb } from '../db/client.ts';
import { type OwnThresholds, type Thresholds, thresholdsWith } from '../privacy/disclosure.ts';

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
