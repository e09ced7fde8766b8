// The invented field notes: the stories with their dates, authors, reviews and confirmations, checked by the same
// rules as a note from a phone and written in batches.
import { personIdOf } from '../server/access/demo.ts';
import { regimeOfProfession } from '../server/codes/people.ts';
import type { Db } from '../server/db/client.ts';
import {
  authors,
  fieldNotes,
  noteConfirmations,
  noteReviews,
  noteRevisions,
  noteTexts,
} from '../server/db/tables.ts';
import { dayOf } from '../server/notes/calendar.ts';
import { checkNote, refusalOf } from '../server/notes/check.ts';
import { firstRevision, type NewNoteRow, newNoteRow } from '../server/notes/rows.ts';
import { textRowOf } from '../server/notes/texts.ts';
import { day, instantIn, pseudonymFor, uuidOf, wholeOf } from './dice.ts';
import { reviewerTokens, tokenOf, type Writer } from './organisations.ts';
import { codeIn, divisionYears, duinrand, waterrijk } from './places.ts';
import { readScript, type ScriptLine } from './script.ts';
import { bodyAndCare } from './stories/body-and-care.ts';
import { desk } from './stories/desk.ts';
import { duinrandStories } from './stories/duinrand.ts';
import { homeAndFamily } from './stories/home-and-family.ts';
import { mindAndMeaning } from './stories/mind-and-meaning.ts';
import { moneyAndWork } from './stories/money-and-work.ts';
import { peopleAndPlaces } from './stories/people-and-places.ts';
import { rise } from './stories/rise.ts';
import { streetAndServices } from './stories/street-and-services.ts';

const scripts: readonly (readonly [gemeenteCode: string, script: string])[] = [
  [waterrijk, moneyAndWork],
  [waterrijk, homeAndFamily],
  [waterrijk, mindAndMeaning],
  [waterrijk, bodyAndCare],
  [waterrijk, peopleAndPlaces],
  [waterrijk, streetAndServices],
  [waterrijk, rise],
  [waterrijk, desk],
  [duinrand, duinrandStories],
];

/** Every line of every story, in order. */
export const storyLines = (): ScriptLine[] =>
  scripts.flatMap(([gemeenteCode, script]) => readScript(gemeenteCode, script));

interface NoteRows {
  readonly note: NewNoteRow;
  /** Null: the words are erased. */
  readonly text: typeof noteTexts.$inferInsert | null;
  readonly revision: typeof noteRevisions.$inferInsert;
  readonly reviews: (typeof noteReviews.$inferInsert)[];
  readonly confirmations: (typeof noteConfirmations.$inferInsert)[];
  readonly authors: (typeof authors.$inferInsert)[];
}

/** Writes the notes of all stories, counted back from the anchor; answers how many. */
export async function recordNotes(tx: Db, anchor: Date): Promise<number> {
  const all = storyLines().map((line) => rowsOfLine(line, anchor));
  // Few enough rows a statement to stay below the 65,535 parameters of the protocol.
  for (let at = 0; at < all.length; at += 150) {
    const batch = all.slice(at, at + 150);
    await tx.insert(fieldNotes).values(batch.map((rows) => rows.note));
    await tx.insert(noteTexts).values(batch.flatMap((rows) => rows.text ?? []));
    await tx.insert(noteRevisions).values(batch.map((rows) => rows.revision));
    await tx.insert(authors).values(batch.flatMap((rows) => rows.authors));
    const reviews = batch.flatMap((rows) => rows.reviews);
    if (reviews.length > 0) await tx.insert(noteReviews).values(reviews);
    const confirmations = batch.flatMap((rows) => rows.confirmations);
    if (confirmations.length > 0) await tx.insert(noteConfirmations).values(confirmations);
  }
  return all.length;
}

function rowsOfLine(line: ScriptLine, anchor: Date): NoteRows {
  const recordedAt = instantIn(anchor, line.months, line.words);
  const { gemeenteCode, organisationKey, profession } = line.writer;
  const year = recordedAt.getUTCFullYear();
  const editionYear = divisionYears.findLast((known) => known <= year) ?? divisionYears[0];
  const seenFor = wholeOf(`seen for ${line.words}`, 5, 45);
  const input = {
    ...line.input,
    placeCode: line.wijk === 'gemeente' ? gemeenteCode : codeIn(line.wijk, editionYear),
    recordedAt,
    observedFrom: dayOf(new Date(recordedAt.getTime() - seenFor * day)),
    observedTo: dayOf(new Date(recordedAt.getTime() - wholeOf(`until ${line.words}`, 0, 3) * day)),
  };
  const facts = { editionYear, hasIndicator: true };
  const regime = regimeOfProfession(profession);
  const { content, problems, findings } = checkNote(input, regime, facts, recordedAt);
  const refusal = refusalOf(problems, findings);
  if (refusal)
    throw new Error(`A story breaks a rule of field notes (${line.words}): ${refusal.message}`);
  const id = uuidOf(`note ${line.words}`);
  const note = newNoteRow(id, content, { organisationKey, profession }, line.status, recordedAt);
  const judgedAt = new Date(recordedAt.getTime() + wholeOf(`days ${line.words}`, 1, 6) * day);
  return {
    note: { ...note, ...columnsOfStatus(line, note, content.observationText, judgedAt) },
    text: isErased(line) ? null : textRowOf(note, content),
    revision: firstRevision(note, content),
    reviews: reviewsOf(line, id, judgedAt),
    confirmations: line.confirmers.map((writer) => ({
      ...writer,
      noteId: id,
      id: uuidOf(`confirmation ${line.words} ${writer.organisationKey}`),
      regime: regimeOfProfession(writer.profession),
      confirmedAt: new Date(judgedAt.getTime() + 3 * 3_600_000),
    })),
    authors: [
      authorOf(line.writer, id),
      ...line.confirmers.map((writer) =>
        authorOf(writer, uuidOf(`confirmation ${line.words} ${writer.organisationKey}`)),
      ),
    ],
  };
}

const authorOf = (writer: Writer, contributionId: string) => ({
  gemeenteCode: writer.gemeenteCode,
  contributionId,
  personId: personIdOf('demo', tokenOf(writer)),
  pseudonym: pseudonymFor(contributionId),
});

/** What publishing, rejecting, expiring and withdrawing leave in the row (chapter 12). */
function columnsOfStatus(
  line: ScriptLine,
  note: NewNoteRow,
  words: string,
  judgedAt: Date,
): Partial<NewNoteRow> {
  const published = {
    publicationLevel: line.level,
    publishedAt: judgedAt,
    excerpt: line.level === 'PUBLIC' ? words : null,
  };
  if (line.status === 'PUBLISHED') return published;
  if (line.status === 'EXPIRED') return { ...published, endedAt: note.validUntil };
  return isErased(line) ? { erasedAt: judgedAt } : {};
}

const isErased = ({ status }: ScriptLine) => status === 'REJECTED' || status === 'WITHDRAWN';

function reviewsOf(line: ScriptLine, noteId: string, reviewedAt: Date) {
  const decisions = {
    PUBLISHED: 'PUBLISH',
    EXPIRED: 'PUBLISH',
    RETURNED: 'RETURN',
    REJECTED: 'REJECT',
  } as const;
  if (!Object.hasOwn(decisions, line.status)) return [];
  const decision = decisions[line.status as keyof typeof decisions];
  const { gemeenteCode } = line.writer;
  return [
    {
      gemeenteCode,
      noteId,
      number: 1,
      version: 1,
      decision,
      reason: decision === 'PUBLISH' ? null : line.reason,
      publicationLevel: decision === 'PUBLISH' ? line.level : null,
      reviewerId: personIdOf('demo', reviewerTokens[gemeenteCode] ?? ''),
      reviewedAt,
    },
  ];
}
