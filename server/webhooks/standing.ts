// Whether the maker of a webhook still has the rights it was made with: a webhook must not outlive them.
import { type SQL, sql } from 'drizzle-orm';

/** SQL over `webhooks w`: the key works, or the membership lasts. A demo person is there where demo tokens are. */
export function stillStands(now: Date, hasDemoPeople: boolean): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`case w.via
    when 'DEMO' then ${hasDemoPeople}::boolean
    when 'KEY' then exists (select from api_keys k where k.gemeente_code = w.gemeente_code
      and k.person_id = w.person_id and k.role = w.role and k.revoked_at is null and k.expires_at > ${at})
    else exists (select from memberships m where m.gemeente_code = w.gemeente_code
      and m.person_id = w.person_id and m.role = w.role and (m.valid_to is null or m.valid_to > ${at})) end`;
}
