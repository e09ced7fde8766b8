// Takes over field notes from a file: every line judged and screened first, then all that pass stored in one
// transaction. Repeating it changes nothing; what is refused is set aside without its words.
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { keyedId } from '../access/ids.ts';
import { appendAudit } from '../audit.ts';
import type { Db } from '../db/client.ts';
import { readLines } from '../monitors/files.ts';
import { insertQuarantine } from '../monitors/quarantine.ts';
import type { QuarantinedRow } from '../monitors/refusal.ts';
import { inTransaction } from '../monitors/run.ts';
import { refuseTellingFileName } from '../privacy/file-names.ts';
import type { NoteFacts, NoteInput } from './check.ts';
import { loadFacts } from './facts.ts';
import { type ImportedNote, type LineCircumstances, readNoteLine } from './import-line.ts';
import { storeNotes } from './import-store.ts';
import { markRepeats } from './repeats.ts';
import type { NewNoteRow } from './rows.ts';

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

/** Lines between two signs of progress. */
const progressEvery = 500;

/** Imports the file; refuses it as a whole only when it cannot be read. */
export async function importNotes(
  db: Db,
  path: string,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const fileName = basename(path);
  refuseTellingFileName(fileName);
  const { notes, quarantined, linesRead } = await readNotes(db, path, options);
  return inTransaction(db, options.dryRun, async (tx) => {
    const stored = await storeNotes(tx, notes, options.now, options.onNotes);
    const setAside = [...quarantined, ...stored.taken].sort((a, b) => a.line - b.line);
    const batch = { editionId: null, importKind: 'notes', fileName, now: options.now };
    await insertQuarantine(tx, { ...batch, rows: setAside });
    for (const [gemeenteCode, rows] of publishedByGemeente(stored.rows)) {
      await markRepeats(tx, gemeenteCode, rows);
    }
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
    keyedIdOf: keepIds(db),
  };
  let linesRead = 0;
  for await (const { text, line } of readLines(path)) {
    const read = await readNoteLine(text, line, circumstances);
    if ('reason' in read) quarantined.push(read);
    else notes.push(read);
    linesRead += 1;
    if (linesRead % progressEvery === 0) {
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

function publishedByGemeente(rows: readonly NewNoteRow[]): Map<string, NewNoteRow[]> {
  const published = new Map<string, NewNoteRow[]>();
  for (const row of rows) {
    if (row.status !== 'PUBLISHED') continue;
    published.set(row.gemeenteCode, [...(published.get(row.gemeenteCode) ?? []), row]);
  }
  return published;
}

/** Works out the id of each observer once, however many lines are theirs. */
function keepIds(db: Db): LineCircumstances['keyedIdOf'] {
  const known = new Map<string, Promise<string>>();
  return (gemeenteCode, purpose, text) => {
    if (purpose !== 'import-observer') return keyedId(db, gemeenteCode, purpose, text);
    const key = `${gemeenteCode} ${text}`;
    const id = known.get(key) ?? keyedId(db, gemeenteCode, purpose, text);
    known.set(key, id);
    return id;
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
