// Reads field notes for one actor: own notes, a reviewer's gemeente, and of signals that may be shown (S3) the notes
// of the circle and what is public. A note of a signal that is TOO_FEW is read by its author, by the organisations that
// confirmed it and by reviewers only: a list of them would be the count that S3 hides. Sorting, cursors and `since` use the same
// coarse dates that are shown, so that no order or search gives away more than the page itself.
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, isReviewerOf, mayReadText } from '../access/actor.ts';
import { appendAudit } from '../audit.ts';
import type { NoteKind, NoteStatus } from '../codes/notes.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { Db } from '../db/client.ts';
import { authors, fieldNotes, noteConfirmations, noteTexts } from '../db/tables.ts';
import { badInput, forbidden, notFound } from '../errors.ts';
import { checkPlaceCode, gemeenteOf } from '../places/codes.ts';
import { bandOf } from '../privacy/disclosure.ts';
import { loadExtras } from './extras.ts';
import { type ReadNote, type ShownNote, showNote } from './show.ts';
import { isTextOfNote, noteColumns } from './texts.ts';

export interface NoteFilter {
  readonly placeCode?: string | null | undefined;
  readonly within?: string | null | undefined;
  readonly theme?: ThemeCode | null | undefined;
  readonly kind?: NoteKind | null | undefined;
  readonly status?: NoteStatus | null | undefined;
  readonly mine?: boolean | null | undefined;
  readonly since?: string | null | undefined;
}

/** Where a page goes on: the sort key of the last note and, within equal keys, its id. */
export interface NoteCursor {
  readonly sortKey: string;
  readonly id: string;
}

export interface NotePage {
  readonly first: number;
  readonly after?: NoteCursor | undefined;
}

/** A note in a list: its sort key is no more exact than the dates its reader sees. */
export type ListedNote = ShownNote & { readonly sortKey: string };

export interface NoteList {
  readonly notes: readonly ListedNote[];
  readonly hasMore: boolean;
}

interface FoundNote extends ReadNote {
  readonly sortKey: string;
}

/** The note if this actor may see it; undefined for what does not exist and for what may not be seen alike. */
export async function findFieldNote(
  db: Db,
  actor: Actor | null,
  id: string,
  now: Date,
): Promise<ShownNote | undefined> {
  const rows = await selectOne(db, actor, id, now);
  await auditReading(db, actor, rows, 'field_note', id, now);
  return (await showAll(db, actor, rows, now))[0];
}

/** The note as its author or reviewer sees it after changing it; the change has its own audit line. */
export async function showChangedNote(
  db: Db,
  actor: Actor,
  id: string,
  now: Date,
): Promise<ShownNote> {
  const [shown] = await showAll(db, actor, await selectOne(db, actor, id, now), now);
  if (!shown) throw notFound('field note', id);
  return shown;
}

async function selectOne(db: Db, actor: Actor | null, id: string, now: Date) {
  const [cell] = await db
    .select({
      gemeente: fieldNotes.gemeenteCode,
      theme: fieldNotes.theme,
    })
    .from(fieldNotes)
    .where(eq(fieldNotes.id, id));
  if (!cell) return [];
  const condition = and(eq(fieldNotes.id, id), visibleTo(actor, now, cell));
  return selectNotes(db, actor, now, condition, 1);
}

/** Notes this actor may see, the newest first; within equal dates in no telling order. */
export async function listFieldNotes(
  db: Db,
  actor: Actor | null,
  filter: NoteFilter,
  { first, after }: NotePage,
  now: Date,
): Promise<NoteList> {
  const conditions = [
    visibleTo(actor, now, cellScope(filter)),
    ...filterConditions(filter, actor, now),
    ...(after ? [sql`(${sortKey(actor)}, ${fieldNotes.id}) < ${asKey(after)}`] : []),
  ];
  const rows = await selectNotes(db, actor, now, and(...conditions), first + 1);
  const shown = rows.slice(0, first);
  const object = filter.placeCode ?? filter.within ?? actor?.gemeenteCode ?? 'NL00';
  await auditReading(db, actor, shown, 'field_notes', object, now);
  return { notes: await showAll(db, actor, shown, now), hasMore: rows.length > first };
}

/** These notes as this actor sees them, for the actor's own list of ids, in no order; the reading is audited. */
export async function readNotes(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  now: Date,
): Promise<ListedNote[]> {
  if (ids.length === 0) return [];
  const rows = await selectNotes(db, actor, now, inArray(fieldNotes.id, [...ids]), ids.length);
  await auditReading(db, actor, rows, 'search', actor.gemeenteCode, now);
  return showAll(db, actor, rows, now);
}

/** Notes that wait for this reviewer, the oldest first; the reviewer's own are left to a colleague. */
export async function listReviewQueue(
  db: Db,
  actor: Actor,
  within: string,
  { first, after }: NotePage,
  now: Date,
): Promise<NoteList> {
  if (!isReviewerOf(actor, gemeenteOf(within))) {
    throw forbidden(`You review for ${actor.gemeenteCode}; ${within} lies elsewhere.`);
  }
  const conditions = [
    ...waitsFor(actor, within),
    ...(after ? [sql`(${sortKey(actor)}, ${fieldNotes.id}) > ${asKey(after)}`] : []),
  ];
  const rows = await selectNotes(db, actor, now, and(...conditions), first + 1, 'asc');
  const shown = rows.slice(0, first);
  await auditReading(db, actor, shown, 'review_queue', within, now);
  return { notes: await showAll(db, actor, shown, now), hasMore: rows.length > first };
}

const waitsFor = (actor: Actor, within: string): SQL[] => [
  sql`${fieldNotes.status} in ('SUBMITTED', 'IN_REVIEW')`,
  ...withinConditions('within', within),
  sql`not ${isMine(actor)}`,
];

/** How many notes wait for this reviewer, since which day, and when the newest arrived. */
export async function countReviewQueue(db: Db, actor: Actor, within: string) {
  const [row] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      oldestOn: sql<
        string | null
      >`to_char(min(${fieldNotes.recordedAt}) at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')`,
      newest: sql<string | null>`max(${fieldNotes.receivedAt})::text`,
    })
    .from(fieldNotes)
    .where(and(...waitsFor(actor, within)));
  return row ?? { waiting: 0, oldestOn: null, newest: null };
}

const instantParam = (instant: Date) => sql`${instant.toISOString()}::timestamptz`;

const isPublished = (now: Date) =>
  sql`(${fieldNotes.status} = 'PUBLISHED' and ${fieldNotes.validUntil} > ${instantParam(now)})`;

/** Whether the actor may see a note of field_notes in a list. */
export function visibleTo(actor: Actor | null, now: Date, scope: CellScope): SQL | undefined {
  const isPublic = eq(fieldNotes.publicationLevel, 'PUBLIC');
  const shown = sql.raw(scope.gemeente === null ? 'shown_notes' : 'shown_notes_in');
  const isShown = sql`(${isPublished(now)} and ${fieldNotes.id} in
    (select * from ${shown}(${instantParam(now)}, ${scope.gemeente}, ${scope.theme})))`;
  if (actor === null) return and(isPublic, isShown);
  const isHere = eq(fieldNotes.gemeenteCode, actor.gemeenteCode);
  if (isReviewerOf(actor, actor.gemeenteCode)) {
    const isHandedIn = and(isHere, sql`${fieldNotes.status} <> 'DRAFT'`);
    return or(isMine(actor), isHandedIn, and(isPublic, isShown));
  }
  const isInCircle = mayReadText(actor, actor.gemeenteCode, 'CIRCLE', 'NONE');
  const isReadable = isInCircle ? or(isHere, isPublic) : isPublic;
  const isConfirmed = and(isPublished(now), isConfirmedBy(actor));
  return or(isMine(actor), isConfirmed, and(isReadable, isShown));
}

/** Whether the actor's organisation confirmed the note: then it is a voice of its own. */
function isConfirmedBy({ role, gemeenteCode, organisationKey }: Actor): SQL<boolean> {
  if (role !== 'OBSERVER' || organisationKey === null) return sql`false`;
  return sql`(${fieldNotes.gemeenteCode} = ${gemeenteCode} and ${fieldNotes.id} in
    (select c.note_id from ${noteConfirmations} c
     where c.gemeente_code = ${gemeenteCode} and c.organisation_key = ${organisationKey}))`;
}

/** Whether the actor wrote the note; the table of authors is asked about this one person only. */
function isMine(actor: Actor | null): SQL<boolean> {
  if (actor === null) return sql`false`;
  return sql`(${fieldNotes.gemeenteCode} = ${actor.gemeenteCode} and ${fieldNotes.id} in
    (select a.contribution_id from ${authors} a
     where a.gemeente_code = ${actor.gemeenteCode} and a.person_id = ${actor.personId}))`;
}

/** How exactly the actor may know the dates of a note, as a field of date_trunc. */
function precision(actor: Actor | null): SQL {
  const reviewed = actor?.role === 'REVIEWER' ? actor.gemeenteCode : '';
  return sql`(case when ${isMine(actor)} then 'milliseconds'
    when ${fieldNotes.gemeenteCode} = ${reviewed} then 'day' else 'month' end)`;
}

/** recordedAt as exactly as the actor may know it. */
const sortKey = (actor: Actor | null) =>
  sql`(date_trunc(${precision(actor)}, ${fieldNotes.recordedAt} at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam')`;

const asKey = ({ sortKey: key, id }: NoteCursor) => sql`(${key}::timestamptz, ${id}::uuid)`;

function filterConditions(filter: NoteFilter, actor: Actor | null, now: Date): SQL[] {
  const status = sql`(case when ${fieldNotes.status} = 'PUBLISHED' and not ${isPublished(now)}
    then 'EXPIRED' else ${fieldNotes.status} end)`;
  return [
    ...(filter.placeCode ? placeConditions(filter.placeCode) : []),
    ...(filter.within ? withinConditions('filter.within', filter.within) : []),
    ...(filter.theme ? [eq(fieldNotes.theme, filter.theme)] : []),
    ...(filter.kind ? [eq(fieldNotes.kind, filter.kind)] : []),
    ...(filter.status ? [sql`${status} = ${filter.status}`] : []),
    ...(filter.mine ? [isMine(actor)] : []),
    ...(filter.since
      ? [
          sql`${sortKey(actor)} >= (date_trunc(${precision(actor)}, ${filter.since}::timestamp) at time zone 'Europe/Amsterdam')`,
        ]
      : []),
  ];
}

function placeConditions(placeCode: string): SQL[] {
  refuseBuurt('filter.placeCode', placeCode);
  return [eq(fieldNotes.gemeenteCode, gemeenteOf(placeCode)), eq(fieldNotes.placeCode, placeCode)];
}

function withinConditions(field: string, within: string): SQL[] {
  refuseBuurt(field, within);
  const level = checkPlaceCode(within);
  if (level === 'COUNTRY') return [];
  const gemeente = eq(fieldNotes.gemeenteCode, gemeenteOf(within));
  return level === 'GEMEENTE' ? [gemeente] : [gemeente, eq(fieldNotes.placeCode, within)];
}

function refuseBuurt(field: string, code: string) {
  if (checkPlaceCode(code) !== 'BUURT') return;
  const message = `Field notes are about a wijk or gemeente; ${code} is a buurt.`;
  throw badInput([{ field, message }]);
}

/** Cells that a decision looks at; null: any. Narrow is cheap. */
interface CellScope {
  readonly gemeente: string | null;
  readonly theme: string | null;
}

/** Whole cells that the filter can touch: a wijk may have notes under other codes, so its gemeente. */
function cellScope({ placeCode, within, theme }: NoteFilter): CellScope {
  const place = placeCode ?? within ?? 'NL00';
  const isCountry = checkPlaceCode(place) === 'COUNTRY';
  return { gemeente: isCountry ? null : gemeenteOf(place), theme: theme ?? null };
}

async function selectNotes(
  db: Db,
  actor: Actor | null,
  now: Date,
  condition: SQL | undefined,
  limit: number,
  order: 'asc' | 'desc' = 'desc',
): Promise<FoundNote[]> {
  const direction = sql.raw(order);
  return db
    .select({
      ...noteColumns,
      status: sql<NoteStatus>`case when ${fieldNotes.status} = 'PUBLISHED' and not ${isPublished(now)}
        then 'EXPIRED' else ${fieldNotes.status} end`,
      isMine: sql<boolean>`${isMine(actor)}`,
      sortKey: sql<string>`to_char(${sortKey(actor)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(fieldNotes)
    .leftJoin(noteTexts, isTextOfNote)
    .where(condition)
    .orderBy(sql`${sortKey(actor)} ${direction}`, sql`${fieldNotes.id} ${direction}`)
    .limit(limit);
}

async function showAll(
  db: Db,
  actor: Actor | null,
  rows: readonly FoundNote[],
  now: Date,
): Promise<ListedNote[]> {
  const extras = await loadExtras(db, actor, rows, now);
  return rows.map((row) => ({ ...showNote(row, actor, extras(row)), sortKey: row.sortKey }));
}

/**
 * A reviewer who reads words that are not published leaves one line per question, not per note. In bands: the
 * reviewer's own notes are left out, and an exact count beside a colleague's would tell how many those are.
 */
async function auditReading(
  db: Db,
  actor: Actor | null,
  rows: readonly ReadNote[],
  objectType: string,
  objectId: string,
  now: Date,
): Promise<void> {
  if (actor === null) return;
  const count = rows.filter(
    (row) =>
      row.status !== 'PUBLISHED' &&
      row.erasedAt === null &&
      !row.isMine &&
      isReviewerOf(actor, row.gemeenteCode),
  ).length;
  if (count === 0) return;
  const line = {
    gemeenteCode: actor.gemeenteCode,
    event: 'NOTE_READ',
    actor,
    role: actor.role,
    objectType,
    objectId,
    details: { count: bandOf(count) },
  };
  await db.transaction((tx) => appendAudit(tx, line, now));
}
