// The source changed a table, and its figures here are what they were: the edition stays, and knows the newer state.
import { sql } from 'drizzle-orm';
import { arrayParam, type Db, rowsOf } from '../db/client.ts';
import type { ParsedEdition } from './table.ts';

/**
 * Records when the source last changed the table, and what it now calls the columns, of an edition whose content came again.
 * Does nothing for a file that is not of a later state, or does not say.
 */
export async function keepNewerState(
  tx: Db,
  editionId: number,
  { modifiedAt, table }: ParsedEdition,
): Promise<void> {
  if (modifiedAt === null) return;
  const [newer] = await rowsOf(
    tx,
    sql`update editions set modified_at = ${modifiedAt.toISOString()}
        where id = ${editionId} and (modified_at is null or modified_at < ${modifiedAt.toISOString()}) returning id`,
  );
  if (!newer) return;
  // The same content has the same slots in the same order.
  await tx.execute(
    sql`update edition_columns c set column_key = n.key, column_path = n.path
        from (select * from unnest(${arrayParam(table.columns.map((c) => c.columnKey))},
          ${arrayParam(table.columns.map((c) => c.columnPath))}) with ordinality as u(key, path, slot)) n
        where c.edition_id = ${editionId} and c.slot = n.slot
          and (c.column_key, c.column_path) is distinct from (n.key, n.path)`,
  );
}
