// The human part of a signal (wijk x theme): stage, owner, actions, interpretations, feedback.
import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
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
    /** Theme the signal is about. */
    theme: text({ enum: codesOf(themes) }).notNull(),
    /** Phase (Gent's eight, with screening and dropped). */
    stage: text({ enum: codesOf(signalStages) }).notNull(),
    /** Function or team that owns it (Dutch: trekker), never a person's name; null: nobody yet. */
    owner: text(),
    /** Day by which the next step is due; null: none agreed. */
    dueOn: date({ mode: 'string' }),
    /** Last change. */
    changedAt: instant().notNull(),
    /** Rises by one with each change. */
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.placeCode, t.theme] }),
    matches('signal_states_place_code', 'place_code', 'noteplace'),
    oneOf('signal_states_theme', 'theme', codesOf(themes)),
    oneOf('signal_states_stage', 'stage', codesOf(signalStages)),
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
    /** Theme it is about. */
    theme: text({ enum: codesOf(themes) }).notNull(),
    /** The explanation that was supported. */
    explanation: text().notNull(),
    /** Figure it refers to (`loneliness:2020`); null when it is about the outcome. */
    figureRef: text(),
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
    oneOf('interpretations_level', 'publication_level', codesOf(publicationLevels)),
    allOf('interpretations_professions', 'professions', codesOf(professions)),
  ],
);
