// Makes staged editions visible, and takes them back: one transaction each, readers see all of it or nothing.
import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { appendAudit } from '../audit.ts';
import { type Db, type ReadDb, rowsOf } from '../db/client.ts';
import { editionSpans, editions, figureRows } from '../db/tables.ts';
import { conflict, notFound } from '../errors.ts';
import { type Indicator, replaceIndicators } from '../indicators.ts';
import { announceDivision, recordDivision, withdrawDivision } from '../places/division.ts';
import { keptPlaces } from './kept-places.ts';
import type { EditionReport } from './staging.ts';

export type Edition = typeof editions.$inferSelect;

/** Editions, newest first. */
export async function listEditions(
  db: ReadDb,
  query: { status?: Edition['status'] } = {},
): Promise<Edition[]> {
  return db
    .select()
    .from(editions)
    .where(query.status && eq(editions.status, query.status))
    .orderBy(desc(editions.id));
}

/**
 * Makes an edition live and closes those of the same source and table that it replaces: the same scope, or every scope
 * when it holds the whole country. One that is live already stays as it is; a replaced or withdrawn one
 * comes back. Returns the ids it replaced. `hasRecorded`: its places were recorded when it was staged, in this transaction.
 */
export async function publishEdition(
  db: Db,
  id: number,
  now: Date,
  hasRecorded = false,
): Promise<{ edition: Edition; superseded: number[]; wasLive: boolean }> {
  return db.transaction(async (tx) => {
    const edition = await lockEdition(tx, id);
    if (edition.status === 'LIVE') return { edition, superseded: [], wasLive: true };
    const replaced = await tx
      .select({ id: editions.id })
      .from(editions)
      .where(
        and(
          eq(editions.sourceKey, edition.sourceKey),
          eq(editions.tableId, edition.tableId),
          eq(editions.status, 'LIVE'),
          ne(editions.id, id),
          edition.scope === 'NL00' ? undefined : eq(editions.scope, edition.scope),
        ),
      );
    const superseded = replaced.map((row) => row.id);
    if (superseded.length > 0) {
      await closeSpans(tx, superseded, now);
      await tx
        .update(editions)
        .set({ status: 'SUPERSEDED', supersededBy: id })
        .where(inArray(editions.id, superseded));
    }
    await openSpan(tx, id, now);
    const publishedAt = edition.publishedAt ?? now;
    await tx
      .update(editions)
      .set({ status: 'LIVE', publishedAt, supersededBy: null })
      .where(eq(editions.id, id));
    await applyReport(tx, edition, hasRecorded);
    await audit(tx, edition, 'EDITION_PUBLISHED', { superseded }, now);
    return { edition: { ...edition, status: 'LIVE', publishedAt }, superseded, wasLive: false };
  });
}

/**
 * Takes a live edition back; those it replaced are live again from now. The division that it brought is withdrawn when no
 * live figures stand on it any more.
 */
export async function rollbackEdition(
  db: Db,
  id: number,
  now: Date,
): Promise<{ edition: Edition; reopened: number[] }> {
  return db.transaction(async (tx) => {
    const edition = await lockEdition(tx, id);
    if (edition.status !== 'LIVE') {
      throw conflict(
        `Edition ${id} is ${edition.status}, not LIVE: there is nothing to take back.`,
      );
    }
    await closeSpans(tx, [id], now);
    await tx.update(editions).set({ status: 'ROLLED_BACK' }).where(eq(editions.id, id));
    const reopened = await tx
      .update(editions)
      .set({ status: 'LIVE', supersededBy: null })
      .where(and(eq(editions.supersededBy, id), eq(editions.status, 'SUPERSEDED')))
      .returning({ id: editions.id });
    for (const row of reopened) await openSpan(tx, row.id, now);
    const ids = reopened.map((row) => row.id);
    await withdrawPlaces(tx, edition);
    await audit(tx, edition, 'EDITION_ROLLED_BACK', { reopened: ids }, now);
    return { edition: { ...edition, status: 'ROLLED_BACK' }, reopened: ids };
  });
}

async function lockEdition(tx: Db, id: number): Promise<Edition> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('wijkbeeld editions'))`);
  const [edition] = await tx.select().from(editions).where(eq(editions.id, id)).for('update');
  if (!edition) throw notFound('edition', String(id));
  return edition;
}

async function closeSpans(tx: Db, ids: number[], now: Date): Promise<void> {
  await tx
    .update(editionSpans)
    // An edition published and replaced within one instant was live for no time, not for a negative one.
    .set({ liveTo: sql`greatest(${editionSpans.liveFrom}, ${now.toISOString()}::timestamptz)` })
    .where(and(inArray(editionSpans.editionId, ids), isNull(editionSpans.liveTo)));
}

async function openSpan(tx: Db, editionId: number, now: Date): Promise<void> {
  await tx
    .insert(editionSpans)
    .values({ editionId, liveFrom: now })
    .onConflictDoUpdate({
      target: [editionSpans.editionId, editionSpans.liveFrom],
      set: { liveTo: null },
    });
}

/** What waited for publishing: the division year and changed definitions. */
async function applyReport(tx: Db, edition: Edition, hasRecorded: boolean): Promise<void> {
  const report = edition.report as EditionReport;
  if (report.recordsDivision && !hasRecorded) {
    const gemeenten = await tx
      .selectDistinct({ code: figureRows.gemeenteCode })
      .from(figureRows)
      .where(eq(figureRows.editionId, edition.id));
    const codes = gemeenten.map((row) => row.code);
    await recordPlaces(tx, edition);
    await announceDivision(tx, edition.divisionYear, codes);
  }
  const changed = report.changedIndicators ?? [];
  if (changed.length === 0) return;
  const newer = await keysWithNewerPeriods(tx, edition.id);
  const definitions = changed.map((change) => change.definition as Indicator);
  await replaceIndicators(
    tx,
    definitions.filter((definition) => !newer.has(definition.key)),
  );
}

/** The places that waited with the edition. */
async function recordPlaces(tx: Db, { id, divisionYear: year }: Edition): Promise<void> {
  const rows = await keptPlaces(tx, id);
  await recordDivision(tx, { year, rows, isPublished: true });
}

/** A division that an edition brought goes with it, unless figures of another live edition stand on it. */
async function withdrawPlaces(tx: Db, { id, divisionYear }: Edition): Promise<void> {
  const rows = await rowsOf<{ code: string }>(
    tx,
    sql`select distinct f.gemeente_code as code from figure_rows f
        where f.edition_id = ${id} and exists (select from edition_divisions s where s.edition_id = ${id})
          and not exists (select from figure_rows o
            join editions e on e.id = o.edition_id and e.status = 'LIVE' and e.division_year = ${divisionYear}
            where o.gemeente_code = f.gemeente_code and o.edition_id <> ${id})`,
  );
  if (rows.length > 0)
    await withdrawDivision(
      tx,
      divisionYear,
      rows.map((row) => row.code),
    );
}

/** Indicators of this edition whose newest live period is later: an old year does not reword a new one. */
async function keysWithNewerPeriods(tx: Db, editionId: number): Promise<Set<string>> {
  const rows = await rowsOf<{ key: string }>(
    tx,
    sql`select c.indicator_key as key from edition_columns c
        where c.edition_id = ${editionId} group by c.indicator_key
        having max(c.period) < (select max(o.period) from edition_columns o
          join editions e on e.id = o.edition_id and e.status = 'LIVE'
          where o.indicator_key = c.indicator_key)`,
  );
  return new Set(rows.map((row) => row.key));
}

async function audit(
  tx: Db,
  edition: Edition,
  event: string,
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { sourceKey, tableId } = edition;
  await appendAudit(
    tx,
    {
      gemeenteCode: edition.scope,
      event,
      actor: 'system',
      role: 'SYSTEM',
      objectType: 'edition',
      objectId: String(edition.id),
      details: { sourceKey, tableId, ...details },
    },
    now,
  );
}
