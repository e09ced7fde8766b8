// The human part of a signal (wijk x theme): stage, owner, actions, interpretations, feedback.
import { sql } from 'drizzle-orm';
import {
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { concordanceOutcomes } from '../../codes/merge.ts';
import { followUpResults, publicationLevels, signalStages } from '../../codes/notes.ts';
import { professions } from '../../codes/people.ts';
import { themes } from '../../codes/themes.ts';
import { allOf, holds, instant, matches, oneOf } from './columns.ts';

/** Where the handling of a signal stands; no row: NOTICED, nobody assigned. */
export const signalStates = pgTable(
  'signal_states',
  {
    /** Gemeente of the wijk. */
    gemeenteCode: text().notNull(),
    /** Wijk the signal is about. */
    placeCode: text().notNull(),
    /** Division year of that code: a code that is used again for another area does not take this along. */
    editionYear: integer().notNull(),
    /** Theme the signal is about. */
    theme: text({ enum: codesOf(themes) }).notNull(),
    /** Phase (Gent's eight, with screening and dropped). */
    stage: text({ enum: codesOf(signalStages) }).notNull(),
    /** Function or team that owns it (Dutch: trekker), never a person's name; null: nobody yet. */
    owner: text(),
    /** Day by which the next step is due; null: none agreed. */
    dueOn: date({ mode: 'string' }),
    /** Why it was dropped or taken up again; null for every other step. */
    reason: text(),
    /** Last change. */
    changedAt: instant().notNull(),
    /** Rises by one with each change. */
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.placeCode, t.theme, t.editionYear] }),
    matches('signal_states_place_code', 'place_code', 'noteplace'),
    oneOf('signal_states_theme', 'theme', codesOf(themes)),
    oneOf('signal_states_stage', 'stage', codesOf(signalStages)),
  ],
);

/** Every version of every state, written by a trigger on signal_states so that no writer can forget: the history behind `asOf`. */
export const signalStateChanges = pgTable(
  'signal_state_changes',
  {
    /** Gemeente of the wijk. */
    gemeenteCode: text().notNull(),
    /** Wijk of the signal. */
    placeCode: text().notNull(),
    /** Division year of that code: a code that is used again for another area does not take this along. */
    editionYear: integer().notNull(),
    /** Theme of the signal. */
    theme: text({ enum: codesOf(themes) }).notNull(),
    /** Version that this change made. */
    version: integer().notNull(),
    /** Phase from then on. */
    stage: text({ enum: codesOf(signalStages) }).notNull(),
    /** Owner from then on; null: nobody. */
    owner: text(),
    /** Due date from then on; null: none agreed. */
    dueOn: date({ mode: 'string' }),
    /** Why it was dropped or taken up again; null for every other step. */
    reason: text(),
    /** Since when it stood like this. */
    changedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.placeCode, t.theme, t.editionYear, t.version] }),
  ],
);

/** What is done with a signal, ending in feedback to the observers and a public sentence. */
export const followUps = pgTable(
  'follow_ups',
  {
    /** Gemeente of the wijk. */
    gemeenteCode: text().notNull(),
    /** Number, made by the client: the key of idempotency. */
    id: uuid().notNull(),
    /** Wijk of the signal. */
    placeCode: text().notNull(),
    /** Division year of that code: a code that is used again for another area does not take this along. */
    editionYear: integer().notNull(),
    /** Theme of the signal. */
    theme: text({ enum: codesOf(themes) }).notNull(),
    /** What will be done. */
    action: text().notNull(),
    /** Function or team that does it; never a person's name. */
    owner: text().notNull(),
    /** Day by which it is due; null: none agreed. */
    dueOn: date({ mode: 'string' }),
    /** How it ended; null while open. */
    result: text({ enum: codesOf(followUpResults) }),
    /** What the observers were told; null while open. */
    feedback: text(),
    /** "Wat doen we ermee", for everyone; null while open. */
    publicSentence: text(),
    /** When the observers were told; null while open. */
    fedBackAt: instant(),
    /** Publication of the oldest contribution that was told, at closing; null while open, and without any. */
    noticedAt: instant(),
    /** When it was recorded. */
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    index('follow_ups_signal').on(t.gemeenteCode, t.placeCode, t.theme),
    matches('follow_ups_place_code', 'place_code', 'noteplace'),
    oneOf('follow_ups_theme', 'theme', codesOf(themes)),
    oneOf('follow_ups_result', 'result', codesOf(followUpResults)),
    holds(
      'follow_ups_closed',
      '(result is null) = (fed_back_at is null) and (result is null) = (public_sentence is null) and (result is null) = (feedback is null)',
    ),
  ],
);

/** Which contributions were told of a closed follow-up. Whose they are stands in `authors`, which only the author's own view joins. */
export const noteFeedback = pgTable(
  'note_feedback',
  {
    /** Gemeente of the contribution. */
    gemeenteCode: text().notNull(),
    /** Note or confirmation that stood behind the signal. */
    contributionId: uuid().notNull(),
    /** Follow-up whose feedback it is. */
    followUpId: uuid().notNull(),
    /** When it was told. */
    toldAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.contributionId, t.followUpId] }),
    foreignKey({
      name: 'note_feedback_follow_up',
      columns: [t.gemeenteCode, t.followUpId],
      foreignColumns: [followUps.gemeenteCode, followUps.id],
    }).onDelete('cascade'),
  ],
);

/** A joint explanation of a figure or an outcome (Dutch: duiding), made in a dialogue. */
export const interpretations = pgTable(
  'interpretations',
  {
    /** Gemeente of the wijk. */
    gemeenteCode: text().notNull(),
    /** Number, made by the client. */
    id: uuid().notNull(),
    /** Wijk it is about. */
    placeCode: text().notNull(),
    /** Division year of that code: a code that is used again for another area does not take this along. */
    editionYear: integer().notNull(),
    /** Theme it is about. */
    theme: text({ enum: codesOf(themes) }).notNull(),
    /** The explanation that was supported. */
    explanation: text().notNull(),
    /** Figure it refers to (`loneliness:2020`); null when it is about the outcome. */
    figureRef: text(),
    /** Outcome it explains; null when it is about the figure only. */
    outcome: text({ enum: codesOf(concordanceOutcomes) }),
    /** Who took part, by profession only. */
    professions: text().array().notNull().default(sql`'{}'`),
    /** Day of the dialogue. */
    heldOn: date({ mode: 'string' }).notNull(),
    /** Who may read it. */
    publicationLevel: text({ enum: codesOf(publicationLevels) }).notNull(),
    /** When it was recorded. */
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    index('interpretations_signal').on(t.gemeenteCode, t.placeCode, t.theme),
    matches('interpretations_place_code', 'place_code', 'noteplace'),
    oneOf('interpretations_theme', 'theme', codesOf(themes)),
    oneOf('interpretations_outcome', 'outcome', codesOf(concordanceOutcomes)),
    oneOf('interpretations_level', 'publication_level', codesOf(publicationLevels)),
    allOf('interpretations_professions', 'professions', codesOf(professions)),
  ],
);

/** "Wat weten we al": a document that exists about a wijk or a whole gemeente. */
export const knownDocuments = pgTable(
  'known_documents',
  {
    /** Gemeente of the place. */
    gemeenteCode: text().notNull(),
    /** Number, made by the client. */
    id: uuid().notNull(),
    /** Wijk, or the gemeente for all its wijken. */
    placeCode: text().notNull(),
    /** Division year of that code: a code that is used again for another area does not take this along. */
    editionYear: integer().notNull(),
    /** Theme it is about; null: all. */
    theme: text({ enum: codesOf(themes) }),
    /** Title as printed on it. */
    title: text().notNull(),
    /** Web address, https. */
    address: text().notNull(),
    /** Day it was published. */
    publishedOn: date({ mode: 'string' }).notNull(),
    /** When it was recorded. */
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    index('known_documents_place').on(t.gemeenteCode, t.placeCode),
    matches('known_documents_place_code', 'place_code', 'noteplace'),
    oneOf('known_documents_theme', 'theme', codesOf(themes)),
    holds('known_documents_address', `address like 'https://%'`),
  ],
);
