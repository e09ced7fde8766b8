// A person leaves: what links the account to the person goes. Notes stay as coded records of their organisation.
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { arrayParam, type Db, rowsOf } from '../db/client.ts';
import { notFound } from '../errors.ts';
import { forgetTexts } from '../notes/forget.ts';
import { certify } from './certificates.ts';
import { removeDrafts } from './steps.ts';

/** Stands where a reviewer's number was. */
const nobody = '00000000-0000-0000-0000-000000000000';

export interface ErasedAccount {
  readonly gemeenten: readonly string[];
  /** Contributions that nobody can be asked about any more. */
  readonly contributions: number;
}

/**
 * Erases the account everywhere: drafts and versions that lost a conflict go, returned notes are withdrawn (nobody can
 * mend them), and no contribution, review, membership or webhook names the person any more. Published words stay under the
 * retention of words. Refuses a number that is not known.
 */
export async function eraseAccount(db: Db, personId: string, now: Date): Promise<ErasedAccount> {
  return db.transaction(async (tx) => {
    const gemeenten = (
      await rowsOf<{ code: string }>(
        tx,
        sql`select gemeente_code as code from memberships where person_id = ${personId}::uuid
            union select gemeente_code from webhooks where person_id = ${personId}::uuid
            union select gemeente_code from authors where person_id = ${personId}::uuid
            union select gemeente_code from note_reviews where reviewer_id = ${personId}::uuid
            union select gemeente_code from reactions where reviewer_id = ${personId}::uuid order by 1`,
      )
    ).map(({ code }) => code);
    const person = await rowsOf(
      tx,
      sql`select from people where id = ${personId}::uuid for update`,
    );
    if (gemeenten.length === 0 && person.length === 0) throw notFound('account', personId);
    const batch = randomUUID();
    let contributions = 0;
    for (const gemeenteCode of gemeenten) {
      const ids = await unlink(tx, gemeenteCode, personId, now);
      contributions += ids.length;
      const what = { gemeenteCode, batch, kind: 'ACCOUNT' as const, reason: 'the person left' };
      await certify(tx, { ...what, olderThan: now, ids }, now);
    }
    await tx.execute(sql`delete from api_keys where person_id = ${personId}::uuid`);
    await tx.execute(sql`delete from people where id = ${personId}::uuid`);
    return { gemeenten, contributions };
  });
}

async function unlink(
  tx: Db,
  gemeenteCode: string,
  personId: string,
  now: Date,
): Promise<string[]> {
  const notes = await rowsOf<{ id: string; status: string }>(
    tx,
    sql`select n.id, n.status from field_notes n join authors a
        on a.gemeente_code = n.gemeente_code and a.contribution_id = n.id
        where n.gemeente_code = ${gemeenteCode} and a.person_id = ${personId}::uuid for update of n`,
  );
  const idsWith = (status: string) =>
    notes.filter((note) => note.status === status).map((note) => note.id);
  await removeDrafts(tx, gemeenteCode, idsWith('DRAFT'), now);
  await forgetTexts(tx, gemeenteCode, idsWith('RETURNED'), now);
  await tx.execute(sql`update field_notes set status = 'WITHDRAWN'
    where gemeente_code = ${gemeenteCode} and id = any(${arrayParam(idsWith('RETURNED'), 'uuid')})`);
  await tx.execute(sql`update note_revisions set observation_text = null, interpretation_text = null
    where gemeente_code = ${gemeenteCode} and conflicting
      and note_id = any(${arrayParam(
        notes.map((note) => note.id),
        'uuid',
      )})`);
  const unlinked = await rowsOf<{ id: string }>(
    tx,
    sql`delete from authors where gemeente_code = ${gemeenteCode} and person_id = ${personId}::uuid
        returning contribution_id as id`,
  );
  for (const table of ['erased_contributions', 'memberships', 'webhooks']) {
    await tx.execute(sql`delete from ${sql.raw(table)}
      where gemeente_code = ${gemeenteCode} and person_id = ${personId}::uuid`);
  }
  for (const table of ['note_reviews', 'reactions']) {
    await tx.execute(sql`update ${sql.raw(table)} set reviewer_id = ${nobody}::uuid
      where gemeente_code = ${gemeenteCode} and reviewer_id = ${personId}::uuid`);
  }
  return [...idsWith('DRAFT'), ...unlinked.map(({ id }) => id)];
}
