// What stands around a page of field notes, in a fixed number of statements however many notes there are.
import { and, asc, inArray, type SQL, sql } from 'drizzle-orm';
import { type Actor, isReviewerOf, mayReadText } from '../access/actor.ts';
import { throughDoor } from '../db/acting.ts';
import { arrayParam, type Db, type ReadDb, rowsOf } from '../db/client.ts';
import { fieldNotes, noteConfirmations, noteReviews, noteRevisions } from '../db/tables.ts';
import { loadFeedbackOfNotes } from '../follow-ups/feedback.ts';
import { type OwnThresholds, thresholdsWith } from '../privacy/disclosure.ts';
import { type Naming, namingOf, type Writer } from '../privacy/naming.ts';
import { dayOf } from './calendar.ts';
import {
  type NoteConflict,
  type NoteExtras,
  type NoteReview,
  noExtras,
  type ReadNote,
} from './show.ts';

/** Looks up reviews, conflicts, confirmations and what is common enough to be named, as far as the actor may know. */
export async function loadExtras(
  db: Db,
  actor: Actor | null,
  notes: readonly ReadNote[],
  now: Date,
): Promise<(note: ReadNote) => NoteExtras> {
  const inside = notes.filter((n) => n.isMine || isReviewerOf(actor, n.gemeenteCode));
  const reviews = await listReviews(db, inside);
  const confirmations = await countConfirmations(db, inside);
  const mine = notes.filter((note) => note.isMine);
  const conflicts = await listConflicts(db, mine);
  const feedback = await loadFeedbackOfNotes(db, actor, idsOf(notes));
  const common = await loadCommon(
    db,
    actor,
    notes.filter((note) => !note.isMine),
    now,
  );
  return (note) => ({
    ...noExtras,
    reviews: reviews.get(note.id) ?? [],
    conflicts: conflicts.get(note.id) ?? [],
    confirmationCount: confirmations.get(note.id) ?? 0,
    naming: common.nameWriter(note),
    whatHappened: feedback.get(note.id) ?? [],
    commonGroups: note.populationGroups.filter((group) => common.groups.has(groupKey(note, group))),
  });
}

const idsOf = (notes: readonly ReadNote[]) => notes.map((note) => note.id);
const gemeentenOf = (notes: readonly ReadNote[]) => [...new Set(notes.map((n) => n.gemeenteCode))];

async function listReviews(db: ReadDb, notes: readonly ReadNote[]) {
  const byNote = new Map<string, NoteReview[]>();
  if (notes.length === 0) return byNote;
  const rows = await db
    .select()
    .from(noteReviews)
    .where(
      and(
        inArray(noteReviews.gemeenteCode, gemeentenOf(notes)),
        inArray(noteReviews.noteId, idsOf(notes)),
      ),
    )
    .orderBy(asc(noteReviews.noteId), asc(noteReviews.number));
  for (const { noteId, decision, reason, publicationLevel, version, reviewedAt } of rows) {
    const reviewedOn = dayOf(reviewedAt);
    const review = { decision, reason, publicationLevel, version, reviewedOn };
    byNote.set(noteId, [...(byNote.get(noteId) ?? []), review]);
  }
  return byNote;
}

/** Those of the own organisation too: a count without them would tell where the note was written. */
async function countConfirmations(db: ReadDb, notes: readonly ReadNote[]) {
  if (notes.length === 0) return new Map<string, number>();
  const rows = await db
    .select({ noteId: noteConfirmations.noteId, count: sql<number>`count(*)::int` })
    .from(noteConfirmations)
    .where(
      and(
        inArray(noteConfirmations.gemeenteCode, gemeentenOf(notes)),
        inArray(noteConfirmations.noteId, idsOf(notes)),
      ),
    )
    .groupBy(noteConfirmations.noteId);
  return new Map(rows.map((row) => [row.noteId, row.count]));
}

/** Versions that lost and still wait for the author's choice: those after the last applied one. */
async function listConflicts(db: ReadDb, notes: readonly ReadNote[]) {
  const byNote = new Map<string, NoteConflict[]>();
  if (notes.length === 0) return byNote;
  const rows = await db
    .select()
    .from(noteRevisions)
    .where(
      and(
        inArray(noteRevisions.gemeenteCode, gemeentenOf(notes)),
        inArray(noteRevisions.noteId, idsOf(notes)),
        isOpenConflict,
      ),
    )
    .orderBy(asc(noteRevisions.noteId), asc(noteRevisions.number));
  for (const { noteId, number: revision, content, ...row } of rows) {
    const conflict = { ...row, revision, content: content as NoteConflict['content'] };
    byNote.set(noteId, [...(byNote.get(noteId) ?? []), conflict]);
  }
  return byNote;
}

/** A later applied revision is the author's choice and closes the conflicts before it. */
export const isOpenConflict: SQL = sql`${noteRevisions.conflicting} and ${noteRevisions.number} >
  (select coalesce(max(applied.number), 0) from ${noteRevisions} applied
   where applied.gemeente_code = ${noteRevisions.gemeenteCode}
   and applied.note_id = ${noteRevisions.noteId} and not applied.conflicting)`;

const placeKey = (note: Pick<ReadNote, 'gemeenteCode' | 'placeCode'>) =>
  `${note.gemeenteCode} ${note.placeCode}`;
const groupKey = (note: ReadNote, group: string) => `${note.id} ${group}`;

interface Common {
  readonly nameWriter: (note: ReadNote) => Naming;
  readonly groups: ReadonlySet<string>;
}

interface WriterRow extends Writer {
  readonly gemeenteCode: string;
  readonly placeCode: string;
}

/** How writers may be named, place by place, and the groups of enough notes in their cell. */
async function loadCommon(
  db: Db,
  actor: Actor | null,
  notes: readonly ReadNote[],
  now: Date,
): Promise<Common> {
  if (notes.length === 0) return { nameWriter: () => noExtras.naming, groups: new Set() };
  const { groups, from, own } = await readCommon(db, actor, notes, now);
  const writers = new Map<string, WriterRow[]>();
  for (const row of from) {
    writers.set(placeKey(row), [...(writers.get(placeKey(row)) ?? []), row]);
  }
  const organisation = actor?.organisationKey ?? null;
  const namings = new Map(
    [...writers].map(([place, of]) => {
      const asked = thresholdsWith(own?.[of[0]?.gemeenteCode ?? ''] ?? {});
      return [place, namingOf(of, organisation, asked)] as const;
    }),
  );
  return {
    nameWriter: (note) => namings.get(placeKey(note))?.(note) ?? noExtras.naming,
    groups: new Set(groups),
  };
}

interface CommonRow {
  readonly groups: readonly string[];
  readonly from: readonly WriterRow[];
  /** What gemeenten ask themselves; null: none of them anything. */
  readonly own: Readonly<Record<string, OwnThresholds>> | null;
}

/**
 * In one statement the groups, and who wrote about these places of the notes that this reader can see: a reviewer all
 * that was handed in, the circle what is published, everyone else what stands in signals that the product's own
 * thresholds let show. What comes of it is a name or none.
 */
async function readCommon(
  db: Db,
  actor: Actor | null,
  notes: readonly ReadNote[],
  now: Date,
): Promise<CommonRow> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const gemeenten = arrayParam(gemeentenOf(notes));
  const places = arrayParam([...new Set(notes.map((note) => note.placeCode))]);
  const reviewed = actor?.role === 'REVIEWER' ? actor.gemeenteCode : '';
  const circle =
    actor && mayReadText(actor, actor.gemeenteCode, 'CIRCLE', 'NONE') ? actor.gemeenteCode : '';
  const rows = await throughDoor(db, 'MERGE', (tx) =>
    rowsOf<CommonRow>(
      tx,
      sql`select
        (select coalesce(json_agg(key), '[]')
          from common_keys(${at}, ${gemeenten}, ${arrayParam(idsOf(notes), 'uuid')}) as key) as groups,
        (select coalesce(json_agg(w), '[]') from (
          select distinct n.gemeente_code as "gemeenteCode", n.place_code as "placeCode", n.profession,
            n.regime, n.organisation_key as "organisationKey"
          from ${fieldNotes} n
          where n.gemeente_code = any(${gemeenten}) and n.place_code = any(${places})
            and (n.gemeente_code = ${reviewed} and n.status <> 'DRAFT'
              or n.status = 'PUBLISHED' and n.valid_until > ${at} and (n.gemeente_code = ${circle}
                or n.id in (select s.id from unnest(${gemeenten}) as g(code)
                  cross join lateral open_notes_in(${at}, g.code) as s(id) where g.code <> ${circle})))
        ) w) as "from",
        (select json_object_agg(o.gemeente_code, o.own) from (
          select t.gemeente_code, json_object_agg(t.kind, t.least) as own from disclosure_thresholds t
          where t.gemeente_code = any(${gemeenten}) and t.least is not null group by 1) o) as own`,
    ),
  );
  return rows[0] ?? { groups: [], from: [], own: null };
}
