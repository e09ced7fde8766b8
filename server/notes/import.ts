// Takes over field notes from a file: every line judged and screened first, then all that pass stored in one
// transaction. Repeating it changes nothing; what is refused is set aside without its words.
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, inArray } from 'drizzle-orm';
import { personIdOf } from '../access/demo.ts';
import { appendAudit } from '../audit.ts';
import { regimeOfProfession } from '../codes/people.ts';
import type { Db } from '../db/client.ts';
import {
  authors,
  fieldNotes,
  noteConfirmations,
  noteReviews,
  noteRevisions,
  organisations,
  people,
} from '../db/tables.ts';
import { readLines } from '../monitors/files.ts';
import { insertQuarantine } from '../monitors/quarantine.ts';
import type { QuarantinedRow } from '../monitors/refusal.ts';
import { inTransaction } from '../monitors/run.ts';
import type { NoteFacts, NoteInput } from './check.ts';
import { loadFacts } from './facts.ts';
import { type ImportedNote, type ImportedVoice, readNoteLine } from './import-line.ts';
import { firstRevision, type NewNoteRow, newNoteRow, newPseudonym } from './rows.ts';

export interface ImportOptions {
  /** Take over lines marked PUBLISHED as published; all others wait for review. */
  readonly publish: boolean;
  /** Do everything and change nothing. */
  readonly dryRun: boolean;
  readonly now: Date;
  readonly onLines?: (done: number) => void;
  readonly onNotes?: (done: number, total: number) => void;
}

export interface ImportOutcome {
  readonly linesRead: number;
  /** New notes, published ones included. */
  readonly logged: number;
  readonly published: number;
  /** Notes that were there already. */
  readonly unchanged: number;
  readonly confirmations: number;
  /** Confirmations by the note's own organisation, left out. */
  readonly echoes: number;
  readonly quarantined: readonly QuarantinedRow[];
}

const batchSize = 500;
/** Stands as the reviewer of what an administrator took over as published. */
const migrationReviewer = personIdOf('import', 'administrator');

/** Imports the file; refuses it as a whole only when it cannot be read. */
export async function importNotes(
  db: Db,
  path: string,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { notes, quarantined, linesRead } = await readNotes(db, path, options);
  const fileName = basename(path);
  return inTransaction(db, options.dryRun, async (tx) => {
    const stored = await storeNotes(tx, notes, options);
    const setAside = [...quarantined, ...stored.taken].sort((a, b) => a.line - b.line);
    const batch = { editionId: null, importKind: 'notes', fileName, now: options.now };
    await insertQuarantine(tx, { ...batch, rows: setAside });
    await auditImport(tx, stored.rows, fileName, options.now);
    return {
      linesRead,
      logged: stored.rows.length,
      published: stored.rows.filter((row) => row.status === 'PUBLISHED').length,
      unchanged: notes.length - stored.rows.length - stored.taken.length,
      confirmations: stored.confirmations,
      echoes: stored.echoes,
      quarantined: setAside,
    };
  });
}

async function readNotes(db: Db, path: string, options: ImportOptions) {
  const notes: ImportedNote[] = [];
  const quarantined: QuarantinedRow[] = [];
  const circumstances = {
    now: options.now,
    publish: options.publish,
    factsOf: keepFacts(db, options),
  };
  let linesRead = 0;
  for await (const { text, line } of readLines(path)) {
    const read = await readNoteLine(text, line, circumstances);
    if ('reason' in read) quarantined.push(read);
    else notes.push(read);
    linesRead += 1;
    if (linesRead % batchSize === 0) {
      options.onLines?.(linesRead);
      // A server that imports goes on answering.
      await nextTurn();
    }
  }
  return { notes, quarantined, linesRead };
}

/** Looks up each place and figure once, however many lines name it. */
function keepFacts(db: Db, { now }: ImportOptions) {
  const known = new Map<string, Promise<NoteFacts>>();
  return (input: NoteInput): Promise<NoteFacts> => {
    const key = JSON.stringify([input.placeCode, input.editionYear, input.figureRef]);
    const facts = known.get(key) ?? loadFacts(db, input, now);
    known.set(key, facts);
    return facts;
  };
}

interface Stored {
  readonly rows: NewNoteRow[];
  readonly taken: QuarantinedRow[];
  confirmations: number;
  echoes: number;
}

async function storeNotes(
  tx: Db,
  notes: readonly ImportedNote[],
  options: ImportOptions,
): Promise<Stored> {
  const stored: Stored = { rows: [], taken: [], confirmations: 0, echoes: 0 };
  const voices = recordVoices(tx, options.now);
  for (let at = 0; at < notes.length; at += batchSize) {
    const batch = notes.slice(at, at + batchSize);
    await voices(batch);
    await storeBatch(tx, batch, options.now, stored);
    options.onNotes?.(Math.min(at + batchSize, notes.length), notes.length);
  }
  return stored;
}

async function storeBatch(
  tx: Db,
  batch: readonly ImportedNote[],
  now: Date,
  stored: Stored,
): Promise<void> {
  // An id that comes twice in a batch stands for its first line.
  const rows = new Map(batch.toReversed().map((note) => [note.id, rowOf(note, now)]));
  const inserted = await tx
    .insert(fieldNotes)
    .values([...rows.values()])
    .onConflictDoNothing()
    .returning({ id: fieldNotes.id });
  const ids = new Set(inserted.map(({ id }) => id));
  const fresh = batch.filter((note) => ids.delete(note.id));
  const isFresh = new Set(fresh);
  const others = batch.filter((note) => !isFresh.has(note));
  stored.taken.push(...(await findTaken(tx, others, fresh)));
  if (fresh.length === 0) return;
  stored.rows.push(...fresh.flatMap((note) => rows.get(note.id) ?? []));
  stored.echoes += fresh.reduce((sum, note) => sum + note.echoes, 0);
  await tx.insert(authors).values(fresh.map(authorOf));
  await tx
    .insert(noteRevisions)
    .values(fresh.map((note) => firstRevision(rowOf(note, now), note.content)));
  const published = fresh.filter((note) => note.publication !== null);
  if (published.length > 0) await tx.insert(noteReviews).values(published.map(reviewOf));
  stored.confirmations += await storeConfirmations(tx, fresh);
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
      id: personIdOf('import-confirmation', `${note.id}:${voice.organisationKey}`),
      organisationKey: voice.organisationKey,
      profession: voice.profession,
      regime: regimeOfProfession(voice.profession),
      confirmedAt: note.content.recordedAt,
      personId: voice.personId,
    })),
  );
  if (confirmations.length === 0) return 0;
  await tx.insert(noteConfirmations).values(confirmations);
  await tx.insert(authors).values(
    confirmations.map(({ gemeenteCode, id, personId }) => ({
      ...{ gemeenteCode, contributionId: id, personId },
      pseudonym: newPseudonym(),
    })),
  );
  return confirmations.length;
}

/** Notes whose id belongs to somebody else's: set aside. The rest was imported before. */
async function findTaken(
  tx: Db,
  notes: readonly ImportedNote[],
  fresh: readonly ImportedNote[],
): Promise<QuarantinedRow[]> {
  if (notes.length === 0) return [];
  const rows = await tx
    .select({ id: authors.contributionId, personId: authors.personId })
    .from(authors)
    .where(
      and(
        inArray(
          authors.contributionId,
          notes.map((note) => note.id),
        ),
        inArray(authors.gemeenteCode, [...new Set(notes.map((n) => n.content.gemeenteCode))]),
      ),
    );
  const owners = new Map([...rows, ...fresh].map(({ id, personId }) => [id, personId]));
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
    if (newOrganisations.length > 0) {
      await tx
        .insert(organisations)
        .values(
          newOrganisations.map(({ gemeenteCode, organisationKey, organisationName }) => ({
            ...{ gemeenteCode, key: organisationKey, name: organisationName },
          })),
        )
        .onConflictDoNothing();
    }
    if (newPeople.length > 0) {
      await tx
        .insert(people)
        .values(
          newPeople.map(({ personId: id }) => ({
            ...{ id, issuer: 'import', subject: id, createdAt: today },
          })),
        )
        .onConflictDoNothing();
    }
  };
}

/** One line per gemeente and file, at the end, so that the chains are locked as briefly as possible. */
async function auditImport(
  tx: Db,
  rows: readonly NewNoteRow[],
  fileName: string,
  now: Date,
): Promise<void> {
  const gemeenten = [...new Set(rows.map((row) => row.gemeenteCode))].sort();
  for (const gemeenteCode of gemeenten) {
    const own = rows.filter((row) => row.gemeenteCode === gemeenteCode);
    const published = own.filter((row) => row.status === 'PUBLISHED').length;
    const line = {
      gemeenteCode,
      event: 'NOTES_IMPORTED',
      actor: 'system',
      role: 'SYSTEM',
      objectType: 'notes_file',
      objectId: fileName,
      details: { logged: own.length, published },
    };
    await appendAudit(tx, line, now);
  }
}
