// Field notes and their life: revisions, reviews, confirmations, and the separate table of authors.
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { populationGroups, visibilityReasons } from '../../codes/groups.ts';
import {
  evidenceBases,
  frequencies,
  noteKinds,
  noteSourceTypes,
  noteStatuses,
  noteTrends,
  publicationLevels,
  reviewDecisions,
  reviewReasons,
  scaleBands,
  scaleUnits,
  severities,
} from '../../codes/notes.ts';
import { professions, regimes } from '../../codes/people.ts';
import { themes } from '../../codes/themes.ts';
import { allOf, holds, instant, matches, oneOf, searchVector } from './columns.ts';

/**
 * A number per gemeente that a trigger raises with every change of a published note or a confirmation: what is worked
 * out from them may be kept as long as it stands (notes/totals.ts).
 */
export const groundVersions = pgTable(
  'ground_versions',
  {
    gemeenteCode: text().primaryKey(),
    version: bigint({ mode: 'number' }).notNull(),
  },
  () => [matches('ground_versions_gemeente_code', 'gemeente_code', 'gemeente')],
);

/** What a professional saw: structured codes and a short text, never about a person (S1). */
export const fieldNotes = pgTable(
  'field_notes',
  {
    /** Gemeente of the place: the tenant. */
    gemeenteCode: text().notNull(),
    /** Made on the device: the key of idempotency. */
    id: uuid().notNull(),
    /** Wijk or gemeente the note is about; never finer. */
    placeCode: text().notNull(),
    /** Division year of that code. */
    editionYear: integer().notNull(),
    /** Theme of the note. */
    theme: text({ enum: codesOf(themes) }).notNull(),
    /** PROBLEM, NEED, SERVICE_GAP, TREND, STRENGTH or INTERPRETATION. */
    kind: text({ enum: codesOf(noteKinds) }).notNull(),
    /** ATTENTION to URGENT; null for STRENGTH and INTERPRETATION. */
    severity: text({ enum: codesOf(severities) }),
    /** How many, in bands; never an exact small number. */
    scaleBand: text({ enum: codesOf(scaleBands) }).notNull(),
    /** What is counted in scaleBand. */
    scaleUnit: text({ enum: codesOf(scaleUnits) }).notNull(),
    /** How often it is seen. */
    frequency: text({ enum: codesOf(frequencies) }).notNull(),
    /** Compared with the 12 months before. */
    trend: text({ enum: codesOf(noteTrends) }).notNull(),
    /** How the observer knows; null when not said. */
    evidenceBasis: text({ enum: codesOf(evidenceBases) }),
    /** On what occasion; null when not said. */
    sourceType: text({ enum: codesOf(noteSourceTypes) }),
    /** Population groups it is about. */
    populationGroups: text().array().notNull().default(sql`'{}'`),
    /** Why those are not in the figures. */
    visibilityReasons: text().array().notNull().default(sql`'{}'`),
    /** Indicator key and period the note interprets (`loneliness:2020`); required for INTERPRETATION. */
    figureRef: text(),
    /** ICPC chapter letters or Z codes only. */
    icpc: text().array().notNull().default(sql`'{}'`),
    /** First day of what was seen. */
    observedFrom: date({ mode: 'string' }).notNull(),
    /** Last day of what was seen. */
    observedTo: date({ mode: 'string' }).notNull(),
    /** When it was signalled: on the device, or on paper before a migration. */
    recordedAt: instant().notNull(),
    /** Organisation of the author, for counting independent voices. */
    organisationKey: text().notNull(),
    /** Profession of the author; readers see it only where it identifies nobody. */
    profession: text({ enum: codesOf(professions) }).notNull(),
    /** Secrecy regime of that profession at the time. */
    regime: text({ enum: codesOf(regimes) }).notNull(),
    /** The author confirmed that nobody can be recognised; always true. */
    noPersonConfirmed: boolean().notNull(),
    /** The author confirmed that direct danger is reported elsewhere; required for URGENT. */
    urgentConfirmed: boolean().notNull().default(false),
    /** Where it stands in its life (chapter 12). */
    status: text({ enum: codesOf(noteStatuses) }).notNull(),
    /** Who may read the text once published; null before. */
    publicationLevel: text({ enum: codesOf(publicationLevels) }),
    /** Words approved for everyone; null unless PUBLIC. */
    excerpt: text(),
    /** Rises by one with each change of content. */
    version: integer().notNull().default(1),
    /** When it arrived here. */
    receivedAt: instant().notNull(),
    /** When it was published; null before. */
    publishedAt: instant(),
    /** First note of the same organisation, place and theme that it says again in nearly the same words; null: none. */
    repeats: uuid(),
    /** When it stopped being published (withdrawn or expired); null while it counts. */
    endedAt: instant(),
    /** recordedAt + 18 months: after it an unrefreshed note fades from the profile. */
    validUntil: instant().notNull(),
    /** When its texts were erased; null while they are kept. */
    erasedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    uniqueIndex('field_notes_id').on(t.id),
    index('field_notes_place').on(t.gemeenteCode, t.placeCode, t.theme),
    index('field_notes_status').on(t.gemeenteCode, t.status, t.recordedAt),
    matches('field_notes_place_code', 'place_code', 'noteplace'),
    matches('field_notes_gemeente_code', 'gemeente_code', 'gemeente'),
    holds('field_notes_tenant', `substr(place_code, 3, 4) = substr(gemeente_code, 3, 4)`),
    oneOf('field_notes_theme', 'theme', codesOf(themes)),
    oneOf('field_notes_kind', 'kind', codesOf(noteKinds)),
    oneOf('field_notes_severity', 'severity', codesOf(severities)),
    oneOf('field_notes_scale_band', 'scale_band', codesOf(scaleBands)),
    oneOf('field_notes_scale_unit', 'scale_unit', codesOf(scaleUnits)),
    oneOf('field_notes_frequency', 'frequency', codesOf(frequencies)),
    oneOf('field_notes_trend', 'trend', codesOf(noteTrends)),
    oneOf('field_notes_evidence_basis', 'evidence_basis', codesOf(evidenceBases)),
    oneOf('field_notes_source_type', 'source_type', codesOf(noteSourceTypes)),
    allOf('field_notes_population_groups', 'population_groups', codesOf(populationGroups)),
    allOf('field_notes_visibility_reasons', 'visibility_reasons', codesOf(visibilityReasons)),
    oneOf('field_notes_profession', 'profession', codesOf(professions)),
    oneOf('field_notes_regime', 'regime', codesOf(regimes)),
    oneOf('field_notes_status_code', 'status', codesOf(noteStatuses)),
    oneOf('field_notes_publication_level', 'publication_level', codesOf(publicationLevels)),
    holds(
      'field_notes_severity_by_kind',
      `(severity is null) = (kind in ('STRENGTH', 'INTERPRETATION'))`,
    ),
    holds('field_notes_urgent', `severity is distinct from 'URGENT' or urgent_confirmed`),
    holds('field_notes_medical_few', `regime not in ('MEDICAL', 'YOUTH') or scale_band <> 'FEW'`),
    holds('field_notes_no_person', 'no_person_confirmed'),
    holds('field_notes_figure_ref', `kind <> 'INTERPRETATION' or figure_ref is not null`),
    holds('field_notes_observed', 'observed_from <= observed_to'),
    holds('field_notes_published', `status <> 'PUBLISHED' or publication_level is not null`),
    holds('field_notes_excerpt', `excerpt is null or publication_level = 'PUBLIC'`),
    holds(
      'field_notes_excerpt_length',
      'excerpt is null or char_length(excerpt) between 1 and 600',
    ),
  ],
);

/** The words of a note, apart from its codes: fewer may read them, and erasing them removes the row. */
export const noteTexts = pgTable(
  'note_texts',
  {
    /** Gemeente of the note. */
    gemeenteCode: text().notNull(),
    /** The note. */
    noteId: uuid().notNull(),
    /** What was seen, at most 600 characters. */
    observationText: text().notNull(),
    /** What the observer thinks it means, at most 400 characters; null when none. */
    interpretationText: text(),
    /** Both texts as words to search by, with the gemeente as one of them; PostgreSQL keeps it in step. */
    words: searchVector().generatedAlwaysAs(
      sql`note_words(gemeente_code, observation_text, interpretation_text)`,
    ),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.noteId] }),
    index('note_texts_words').using('gin', t.words),
    foreignKey({
      columns: [t.gemeenteCode, t.noteId],
      foreignColumns: [fieldNotes.gemeenteCode, fieldNotes.id],
    }).onDelete('cascade'),
    holds('note_texts_observation', 'char_length(observation_text) between 1 and 600'),
    holds(
      'note_texts_interpretation',
      'interpretation_text is null or char_length(interpretation_text) between 1 and 400',
    ),
  ],
);

/** Every version of a note's content. A superseded version stays without its text; a conflicting one with it. */
export const noteRevisions = pgTable(
  'note_revisions',
  {
    /** Gemeente of the note. */
    gemeenteCode: text().notNull(),
    /** The note. */
    noteId: uuid().notNull(),
    /** Number of the revision within the note, in order of arrival. */
    number: integer().notNull(),
    /** Version of the note this revision was made from; 0 for the first. */
    baseVersion: integer().notNull(),
    /** The coded fields, without texts. */
    content: jsonb().notNull(),
    /** Text of a version that lost a conflict, until the author chooses; null otherwise. */
    observationText: text(),
    /** Second text of a version that lost a conflict; null otherwise. */
    interpretationText: text(),
    /** True when another device had changed the note first: kept, not applied. */
    conflicting: boolean().notNull().default(false),
    /** When it arrived. */
    receivedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.noteId, t.number] }),
    foreignKey({
      columns: [t.gemeenteCode, t.noteId],
      foreignColumns: [fieldNotes.gemeenteCode, fieldNotes.id],
    }).onDelete('cascade'),
    holds(
      'note_revisions_text',
      'conflicting or (observation_text is null and interpretation_text is null)',
    ),
  ],
);

/** What a reviewer decided about a note, with the reason. */
export const noteReviews = pgTable(
  'note_reviews',
  {
    /** Gemeente of the note. */
    gemeenteCode: text().notNull(),
    /** The note. */
    noteId: uuid().notNull(),
    /** Number of the review within the note. */
    number: integer().notNull(),
    /** Version that was judged. */
    version: integer().notNull(),
    /** PUBLISH, RETURN or REJECT. */
    decision: text({ enum: codesOf(reviewDecisions) }).notNull(),
    /** Required for RETURN and REJECT. */
    reason: text({ enum: codesOf(reviewReasons) }),
    /** Level given at PUBLISH. */
    publicationLevel: text({ enum: codesOf(publicationLevels) }),
    /** The reviewer. */
    reviewerId: uuid().notNull(),
    /** When. */
    reviewedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.noteId, t.number] }),
    foreignKey({
      columns: [t.gemeenteCode, t.noteId],
      foreignColumns: [fieldNotes.gemeenteCode, fieldNotes.id],
    }).onDelete('cascade'),
    oneOf('note_reviews_decision', 'decision', codesOf(reviewDecisions)),
    oneOf('note_reviews_reason', 'reason', codesOf(reviewReasons)),
    holds('note_reviews_reasoned', `(decision = 'PUBLISH') = (reason is null)`),
    holds('note_reviews_level', `(decision = 'PUBLISH') = (publication_level is not null)`),
  ],
);

/** "We see this too": of another organisation a voice without a copy; of the note's own an echo that never counts. */
export const noteConfirmations = pgTable(
  'note_confirmations',
  {
    /** Gemeente of the note. */
    gemeenteCode: text().notNull(),
    /** The note confirmed. */
    noteId: uuid().notNull(),
    /** Number of the confirmation, made on the device. */
    id: uuid().notNull(),
    /** Organisation that confirms, once per note. */
    organisationKey: text().notNull(),
    /** Profession of who confirms. */
    profession: text({ enum: codesOf(professions) }).notNull(),
    /** Secrecy regime of that profession. */
    regime: text({ enum: codesOf(regimes) }).notNull(),
    /** When. */
    confirmedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.noteId, t.organisationKey] }),
    uniqueIndex('note_confirmations_id').on(t.id),
    foreignKey({
      columns: [t.gemeenteCode, t.noteId],
      foreignColumns: [fieldNotes.gemeenteCode, fieldNotes.id],
    }).onDelete('cascade'),
    oneOf('note_confirmations_profession', 'profession', codesOf(professions)),
  ],
);

/** Who wrote what. Only the author's own queries and the retention job read this table. */
export const authors = pgTable(
  'authors',
  {
    /** Gemeente of the contribution. */
    gemeenteCode: text().notNull(),
    /** Note or confirmation. */
    contributionId: uuid().notNull(),
    /** The person. */
    personId: uuid().notNull(),
    /** Opaque label that stands in the audit log instead of the person. */
    pseudonym: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.contributionId] }),
    index('authors_person').on(t.gemeenteCode, t.personId),
  ],
);
