// Stores imported field notes with their authors, revisions, reviews and confirmations, many at a time.
import { and, inArray, sql } from 'drizzle-orm';
import { personIdOf } from '../access/demo.ts';
import { regimeOfProfession } from '../codes/people.ts';
import { insertMany } from '../db/bulk.ts';
import type { Db } from '../db/client.ts';
import {
  authors,
  fieldNotes,
  noteConfirmations,
  noteReviews,
  noteRevisions,
  noteTexts,
  organisations,
  people,
} from '../db/tables.ts';
import type { QuarantinedRow } from '../monitors/refusal.ts';
import type { ImportedNote, ImportedVoice } from './import-line.ts';
import { firstRevision, type NewNoteRow, newNoteRow, newPseudonym } from './rows.ts';
import { textRowOf } from './texts.ts';

const batchSize = 500;
/** Stands as the reviewer of what an administrator took over as published. */
const migrationReviewer = personIdOf('import', 'administrator');

export interface StoredNotes {
  readonly rows: readonly NewNoteRow[];
  /** Lines whose id belongs to another note. */
  readonly taken: readonly QuarantinedRow[];
  readonly confirmations: number;
  readonly echoes: number;
}

/** A note that was not there yet, with its row. */
interface FreshNote {
  readonly note: ImportedNote;
  readonly row: NewNoteRow;
}

/** Stores what is new, in batches; call it inside a transaction. */
export async function storeNotes(
  tx: Db,
  notes: readonly ImportedNote[],
  now: Date,
  onNotes?: (done: number, total: number) => void,
): Promise<StoredNotes> {
  const fresh: FreshNote[] = [];
  const taken: QuarantinedRow[] = [];
  const recordNewVoices = recordVoices(tx, now);
  let done = 0;
  for (const batch of batchesOf(notes)) {
    await recordNewVoices(batch);
    await storeBatch(tx, batch, now, fresh, taken);
    done += batch.length;
    onNotes?.(done, notes.length);
  }
  // Foreign keys were planned while the table was small, and would read all of it for every row below; the
  // embedded database has nobody else who notices.
  if (fresh.length > batchSize) await tx.execute(sql`analyze ${fieldNotes}, ${authors}`);
  let confirmations = 0;
  for (const batch of batchesOf(fresh)) confirmations += await storeAround(tx, batch);
  return {
    ...{ rows: fresh.map(({ row }) => row), taken, confirmations },
    echoes: fresh.reduce((sum, { note }) => sum + note.echoes, 0),
  };
}

function* batchesOf<Item>(all: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < all.length; at += batchSize) yield all.slice(at, at + batchSize);
}

/** Adds to `fresh` what was not there yet, with its author, and to `taken` the ids of others. */
async function storeBatch(
  tx: Db,
  batch: readonly ImportedNote[],
  now: Date,
  fresh: FreshNote[],
  taken: QuarantinedRow[],
): Promise<void> {
  // An id that comes twice in a batch stands for its first line.
  const rows = new Map<string, FreshNote>();
  for (const note of batch) {
    if (!rows.has(note.id)) rows.set(note.id, { note, row: rowOf(note, now) });
  }
  const all = [...rows.values()].map(({ row }) => row);
  const ids = await insertMany(tx, fieldNotes, all, 'id');
  const added = ids.flatMap((id) => rows.get(id) ?? []);
  const isAdded = new Set(added.map(({ note }) => note));
  await insertMany(tx, authors, [...isAdded].map(authorOf), 'contributionId');
  taken.push(
    ...(await findTaken(
      tx,
      batch.filter((note) => !isAdded.has(note)),
    )),
  );
  fresh.push(...added);
}

/** Words, first revisions, takeover reviews and confirmations; answers how many confirmations. */
async function storeAround(tx: Db, batch: readonly FreshNote[]): Promise<number> {
  const texts = batch.map(({ note, row }) => textRowOf(row, note.content));
  await insertMany(tx, noteTexts, texts, 'noteId');
  const revisions = batch.map(({ note, row }) => firstRevision(row, note.content));
  await insertMany(tx, noteRevisions, revisions, 'noteId');
  const notes = batch.map(({ note }) => note);
  const published = notes.filter((note) => note.publication !== null);
  await insertMany(tx, noteReviews, published.map(reviewOf), 'noteId');
  return storeConfirmations(tx, notes);
}

function rowOf(note: ImportedNote, now: Date): NewNoteRow {
  const { publication } = note;
  const status = publication ? 'PUBLISHED' : 'SUBMITTED';
  return {
    ...newNoteRow(note.id, note.content, note, status, now),
    publicationLevel: publication?.level ?? null,
    excerpt: publication?.excerpt ?? null,
    publishedAt: publication?.publishedAt ?? null,
  };
}

const authorOf = ({ id, content, personId }: ImportedNote) => ({
  gemeenteCode: content.gemeenteCode,
  contributionId: id,
  personId,
  pseudonym: newPseudonym(),
});

const reviewOf = ({ id, content, publication }: ImportedNote) => ({
  gemeenteCode: content.gemeenteCode,
  noteId: id,
  number: 1,
  version: 1,
  decision: 'PUBLISH' as const,
  publicationLevel: publication?.level ?? null,
  reviewerId: migrationReviewer,
  reviewedAt: publication?.publishedAt ?? content.recordedAt,
});

async function storeConfirmations(tx: Db, notes: readonly ImportedNote[]): Promise<number> {
  const confirmations = notes.flatMap((note) =>
    note.confirmations.map((voice) => ({
      gemeenteCode: note.content.gemeenteCode,
      noteId: note.id,
      id: voice.id,
      organisationKey: voice.organisationKey,
      profession: voice.profession,
      regime: regimeOfProfession(voice.profession),
      confirmedAt: note.content.recordedAt,
      personId: voice.personId,
    })),
  );
  const rows = confirmations.map(({ personId: _person, ...row }) => row);
  await insertMany(tx, noteConfirmations, rows, 'id');
  const writers = confirmations.map(({ gemeenteCode, id, personId }) => ({
    ...{ gemeenteCode, contributionId: id, personId },
    pseudonym: newPseudonym(),
  }));
  await insertMany(tx, authors, writers, 'contributionId');
  return confirmations.length;
}

/** Notes whose id belongs to somebody else's: set aside. The rest was imported before. */
async function findTaken(tx: Db, notes: readonly ImportedNote[]): Promise<QuarantinedRow[]> {
  if (notes.length === 0) return [];
  const ids = notes.map((note) => note.id);
  const gemeenten = [...new Set(notes.map((note) => note.content.gemeenteCode))];
  const rows = await tx
    .select({ id: authors.contributionId, personId: authors.personId })
    .from(authors)
    .where(and(inArray(authors.contributionId, ids), inArray(authors.gemeenteCode, gemeenten)));
  const owners = new Map(rows.map(({ id, personId }) => [id, personId]));
  return notes
    .filter((note) => owners.get(note.id) !== note.personId)
    .map(({ line, id }) => ({
      ...{ line, raw: null, reason: 'ID_TAKEN' as const },
      explanation: `The id ${id} belongs to another note.`,
    }));
}

/** Records organisations and people as they first appear. */
function recordVoices(tx: Db, now: Date) {
  const today = new Date(now.toISOString().slice(0, 10));
  const known = new Set<string>();
  const isNew = (key: string) => !known.has(key) && known.add(key) !== undefined;
  return async (notes: readonly ImportedNote[]): Promise<void> => {
    const voices = notes.flatMap((note) =>
      [note, ...note.confirmations].map((voice: ImportedVoice) => ({
        ...voice,
        gemeenteCode: note.content.gemeenteCode,
      })),
    );
    const newOrganisations = voices.filter((v) => isNew(`${v.gemeenteCode} ${v.organisationKey}`));
    const newPeople = voices.filter((voice) => isNew(voice.personId));
    const organisationRows = newOrganisations.map((voice) => ({
      gemeenteCode: voice.gemeenteCode,
      key: voice.organisationKey,
      name: voice.organisationName,
    }));
    await insertMany(tx, organisations, organisationRows, 'key');
    const personRows = newPeople.map(({ personId: id }) => ({
      ...{ id, issuer: 'import', subject: id, createdAt: today },
    }));
    await insertMany(tx, people, personRows, 'id');
  };
}
