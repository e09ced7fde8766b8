// What the devices of an author have to forget: they ask for it whenever they are in touch.
import { sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { type Db, rowsOf } from '../db/client.ts';

/** Ids of own notes and reactions whose words were erased on this day or later, in order of id. */
export async function listErased(db: Db, actor: Actor, since: string): Promise<string[]> {
  const day = (column: string) =>
    sql`(${sql.raw(column)} at time zone 'Europe/Amsterdam')::date >= ${since}::date`;
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`with own as (select a.contribution_id as id from authors a
          where a.gemeente_code = ${actor.gemeenteCode} and a.person_id = ${actor.personId}::uuid)
        select n.id from field_notes n join own on own.id = n.id
          where n.gemeente_code = ${actor.gemeenteCode} and ${day('n.erased_at')}
        union
        select r.id from reactions r join own on own.id = r.id
          where r.gemeente_code = ${actor.gemeenteCode} and r.body is null
            and ${day('coalesce(r.erased_at, r.reviewed_at, r.received_at)')}
        union
        select e.contribution_id from erased_contributions e
          where e.gemeente_code = ${actor.gemeenteCode} and e.person_id = ${actor.personId}::uuid
            and e.erased_on >= ${since}::date
        order by 1`,
  );
  return rows.map(({ id }) => id);
}
