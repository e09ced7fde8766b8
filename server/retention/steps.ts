// What is erased of each kind when its term has run out. Every step answers the ids of what it erased, for the
// certificate; never what it was.
import { type SQL, sql } from 'drizzle-orm';
import { cutAudit } from '../audit/cut.ts';
import type { RetentionKind } from '../codes/retention.ts';
import { arrayParam, type Db, rowsOf } from '../db/client.ts';
import { forgetTexts } from '../notes/forget.ts';

export interface StepInput {
  readonly gemeenteCode: string;
  /** What is older is erased. */
  readonly before: Date;
  readonly now: Date;
  /** At most this many at a time. */
  readonly limit: number;
}

type Step = (tx: Db, input: StepInput) => Promise<string[]>;

const at = (instant: Date): SQL => sql`${instant.toISOString()}::timestamptz`;

async function idsOf(tx: Db, query: SQL): Promise<string[]> {
  return (await rowsOf<{ id: string }>(tx, query)).map(({ id }) => id);
}

/** Drafts go as a whole; a row stays that tells the devices of their author. */
export async function removeDrafts(
  tx: Db,
  gemeenteCode: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const drafts = arrayParam(ids, 'uuid');
  await tx.execute(sql`insert into erased_contributions (gemeente_code, person_id, contribution_id, erased_on)
    select gemeente_code, person_id, contribution_id, (${at(now)} at time zone 'Europe/Amsterdam')::date
    from authors where gemeente_code = ${gemeenteCode} and contribution_id = any(${drafts})
    on conflict do nothing`);
  // With the note go its texts and revisions.
  await tx.execute(sql`delete from field_notes
    where gemeente_code = ${gemeenteCode} and id = any(${drafts}) and status = 'DRAFT'`);
  await tx.execute(sql`delete from authors
    where gemeente_code = ${gemeenteCode} and contribution_id = any(${drafts})`);
}

export const steps: Readonly<Record<Exclude<RetentionKind, 'ACCOUNT'>, Step>> = {
  DRAFTS: async (tx, { gemeenteCode, before, now, limit }) => {
    const ids = await idsOf(
      tx,
      sql`select n.id from field_notes n where n.gemeente_code = ${gemeenteCode} and n.status = 'DRAFT'
          and n.received_at < ${at(before)} and not exists (select from note_revisions r
            where r.gemeente_code = n.gemeente_code and r.note_id = n.id and r.received_at >= ${at(before)})
          order by n.id limit ${limit} for update of n`,
    );
    await removeDrafts(tx, gemeenteCode, ids, now);
    return ids;
  },
  KEPT_CONFLICTS: (tx, { gemeenteCode, before, limit }) =>
    idsOf(
      tx,
      sql`update note_revisions set observation_text = null, interpretation_text = null
          where (gemeente_code, note_id, number) in (
            select r.gemeente_code, r.note_id, r.number from note_revisions r
            where r.gemeente_code = ${gemeenteCode} and r.conflicting and r.received_at < ${at(before)}
              and (r.observation_text is not null or r.interpretation_text is not null)
            limit ${limit})
          returning note_id || ':' || number as id`,
    ),
  NOTE_TEXTS: async (tx, { gemeenteCode, before, now, limit }) => {
    const ids = await idsOf(
      tx,
      sql`select n.id from field_notes n where n.gemeente_code = ${gemeenteCode} and n.status <> 'DRAFT'
          and n.erased_at is null and coalesce(n.published_at, n.received_at) < ${at(before)}
          order by n.id limit ${limit} for update of n`,
    );
    await forgetTexts(tx, gemeenteCode, ids, now);
    return ids;
  },
  REACTION_TEXTS: (tx, { gemeenteCode, before, now, limit }) =>
    idsOf(
      tx,
      sql`update reactions set body = null, erased_at = ${at(now)}
          where gemeente_code = ${gemeenteCode} and id in (
            select r.id from reactions r where r.gemeente_code = ${gemeenteCode} and r.body is not null
              and coalesce(r.reviewed_at, r.received_at) < ${at(before)} limit ${limit})
          returning id`,
    ),
  // Who wrote it may go when the words are gone: nothing needs it any more but the author's own list.
  AUTHORSHIP: async (tx, { gemeenteCode, before, limit }) => {
    const ids = await idsOf(
      tx,
      sql`delete from authors where gemeente_code = ${gemeenteCode} and contribution_id in (
          select a.contribution_id from authors a
            left join note_confirmations c on c.gemeente_code = a.gemeente_code and c.id = a.contribution_id
            left join field_notes n on n.gemeente_code = a.gemeente_code
              and n.id = coalesce(c.note_id, a.contribution_id)
            left join reactions r on r.gemeente_code = a.gemeente_code and r.id = a.contribution_id
          where a.gemeente_code = ${gemeenteCode} and (n.erased_at < ${at(before)}
            or r.body is null and coalesce(r.erased_at, r.reviewed_at, r.received_at) < ${at(before)})
          limit ${limit})
          returning contribution_id as id`,
    );
    await tx.execute(sql`delete from erased_contributions
      where gemeente_code = ${gemeenteCode} and erased_on < (${at(before)})::date`);
    return ids;
  },
  AUDIT: (tx, { gemeenteCode, before, now }) => cutAudit(tx, gemeenteCode, before, now),
  LOGBOOK: (tx, { gemeenteCode, before, limit }) =>
    idsOf(
      tx,
      sql`delete from logbook_lines where gemeente_code = ${gemeenteCode} and operation_id in (
          select l.operation_id from logbook_lines l where l.gemeente_code = ${gemeenteCode}
            and l.start_time < ${at(before)} limit ${limit})
          returning operation_id as id`,
    ),
  WEBHOOK_MESSAGES: (tx, { gemeenteCode, before, limit }) =>
    idsOf(
      tx,
      sql`delete from webhook_deliveries where gemeente_code = ${gemeenteCode} and id in (
          select d.id from webhook_deliveries d where d.gemeente_code = ${gemeenteCode}
            and d.created_at < ${at(before)} limit ${limit})
          returning id`,
    ),
  QUARANTINE: (tx, { before, limit }) =>
    idsOf(
      tx,
      sql`delete from quarantine where id in (select q.id from quarantine q
          where q.resolved_at is not null or q.quarantined_at < ${at(before)} limit ${limit})
          returning id::text as id`,
    ),
  IMPORT_ORIGINALS: async (tx, { before, limit }) => {
    const ids = await idsOf(
      tx,
      sql`select checksum as id from source_files where retrieved_at < ${at(before)} order by 1 limit ${limit}`,
    );
    // Even a change of no row would make every server forget what it keeps of the catalogue.
    if (ids.length === 0) return ids;
    await tx.execute(
      sql`update editions set file_checksum = null where file_checksum = any(${arrayParam(ids)})`,
    );
    await tx.execute(sql`delete from source_files where checksum = any(${arrayParam(ids)})`);
    return ids;
  },
};
