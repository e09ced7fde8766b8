// Logs a field note: checked, screened, stored once however often it is sent.
import type { Actor } from '../access/actor.ts';
import { ensureMember } from '../access/members.ts';
import { regimeOfProfession } from '../codes/people.ts';
import type { Db } from '../db/client.ts';
import { authors, fieldNotes, noteRevisions, noteTexts } from '../db/tables.ts';
import { badInput, conflict } from '../errors.ts';
import { gemeenteOf } from '../places/codes.ts';
import { checkNote, type NoteContent, type NoteInput, refusalOf } from './check.ts';
import { loadFacts } from './facts.ts';
import { showChangedNote } from './read.ts';
import {
  auditAuthor,
  findOwnNote,
  firstRevision,
  type NoteRow,
  newNoteRow,
  newPseudonym,
  type Observer,
  observerOf,
  refuseOtherGemeente,
} from './rows.ts';
import { noExtras, type ShownNote, showNote } from './show.ts';
import { textRowOf } from './texts.ts';

export interface LogInput extends NoteInput {
  /** Made on the device: the same id is the same note. */
  readonly id: string;
  readonly asDraft?: boolean | null | undefined;
}

/**
 * Logs the note and answers it. The same id by the same author answers the note that is there and changes
 * nothing; an id that is taken otherwise is a conflict that says nothing about the other note.
 */
export async function logFieldNote(
  db: Db,
  actor: Actor,
  input: LogInput,
  now: Date,
): Promise<ShownNote> {
  const observer = observerOf(actor);
  const content = await checkedContent(db, observer, input, now);
  const logged = await db.transaction(async (tx) => {
    const row = await insertNote(tx, observer, input, content, now);
    if (row) {
      await ensureMember(tx, actor, now);
      return row;
    }
    if (await findOwnNote(tx, actor, input.id)) return undefined;
    throw conflict(`The id ${input.id} is taken: make a new one on the device and send again.`, {
      id: input.id,
    });
  });
  if (logged) return showNote({ ...logged, isMine: true }, actor, noExtras);
  return showChangedNote(db, actor, input.id, now);
}

async function checkedContent(
  db: Db,
  observer: Observer,
  input: LogInput,
  now: Date,
): Promise<NoteContent> {
  refuseTellingId(input.id);
  const facts = await loadFacts(db, input, now);
  const regime = regimeOfProfession(observer.profession);
  const { content, problems, findings } = checkNote(input, regime, facts, now);
  const isPlaceOnly = problems.length === 1 && facts.placeRefusal !== undefined;
  const refusal = refusalOf(
    problems,
    findings,
    isPlaceOnly ? facts.placeRefusal?.code : 'BAD_USER_INPUT',
  );
  if (refusal) throw refusal;
  refuseOtherGemeente(observer, gemeenteOf(content.placeCode), content.placeCode);
  return content;
}

/** Versions 1, 2, 6 and 7 of a UUID hold the moment or the device that made them, for every reader. */
export function refuseTellingId(id: string) {
  if (!/^.{14}[1267].{4}[89ab]/i.test(id)) return;
  const message = `The id ${id} holds the time it was made. Send a random UUID (version 4).`;
  throw badInput([{ field: 'input.id', message }]);
}

async function insertNote(
  tx: Db,
  observer: Observer,
  input: LogInput,
  content: NoteContent,
  now: Date,
): Promise<NoteRow | undefined> {
  const status = input.asDraft ? 'DRAFT' : 'SUBMITTED';
  const note = newNoteRow(input.id, content, observer, status, now);
  const pseudonym = newPseudonym();
  const contribution = { gemeenteCode: note.gemeenteCode, noteId: note.id, pseudonym };
  // The author first: the database lets a note in only as the one who wrote it. Two at once: the second waits here
  // until the first has ended, and then finds its row.
  const author = await tx
    .insert(authors)
    .values({ ...contribution, contributionId: note.id, personId: observer.personId })
    .onConflictDoNothing()
    .returning({ id: authors.contributionId });
  if (author.length === 0) return undefined;
  const [row] = await tx.insert(fieldNotes).values(note).onConflictDoNothing().returning();
  if (!row) {
    throw conflict(`The id ${note.id} is taken: make a new one on the device and send again.`, {
      id: note.id,
    });
  }
  await tx.insert(noteTexts).values(textRowOf(row, content));
  await tx.insert(noteRevisions).values(firstRevision(note, content));
  const { personId } = observer;
  await auditAuthor(
    tx,
    'NOTE_LOGGED',
    { ...contribution, personId },
    { version: 1, to: status },
    now,
  );
  const { observationText, interpretationText } = content;
  return { ...row, observationText, interpretationText };
}
