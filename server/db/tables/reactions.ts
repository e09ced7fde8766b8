// What residents and professionals say about a published statement (S15).
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { reviewReasons } from '../../codes/notes.ts';
import { reactionStatuses, reactionVoices, statementKinds } from '../../codes/reactions.ts';
import { themes } from '../../codes/themes.ts';
import { holds, instant, matches, oneOf } from './columns.ts';

/** A reaction. Who wrote it stands in `authors`; it counts for nothing in signals and coverage. */
export const reactions = pgTable(
  'reactions',
  {
    /** Gemeente of the statement. */
    gemeenteCode: text().notNull(),
    /** Number, made by the client. */
    id: uuid().notNull(),
    /** Kind of statement it is about. */
    statementKind: text({ enum: codesOf(statementKinds) }).notNull(),
    /** Follow-up or interpretation; null for a signal, which is its wijk and theme. */
    statementId: uuid(),
    /** Wijk of the statement. */
    placeCode: text().notNull(),
    /** Division year of that code: a code that is used again for another area does not take this along. */
    editionYear: integer().notNull(),
    /** Theme of the statement. */
    theme: text({ enum: codesOf(themes) }).notNull(),
    /** In which part it was written. */
    voice: text({ enum: codesOf(reactionVoices) }).notNull(),
    /** Written under medical or youth secrecy: shown to observers and reviewers of the gemeente only (chapter 16). */
    isCircleOnly: boolean().notNull(),
    /** The words, at most 600 characters; null once rejected, withdrawn or erased by retention. */
    body: text(),
    /** Where it stands. */
    status: text({ enum: codesOf(reactionStatuses) }).notNull(),
    /** Why it was rejected; null otherwise. */
    reason: text({ enum: codesOf(reviewReasons) }),
    /** When it arrived. */
    receivedAt: instant().notNull(),
    /** Who reviewed it; null before. */
    reviewerId: uuid(),
    /** When it was reviewed; null before. */
    reviewedAt: instant(),
    /** When retention erased the words; null while they are kept. */
    erasedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    index('reactions_place').on(t.gemeenteCode, t.placeCode, t.theme),
    index('reactions_status').on(t.gemeenteCode, t.status, t.receivedAt),
    matches('reactions_place_code', 'place_code', 'noteplace'),
    oneOf('reactions_statement_kind', 'statement_kind', codesOf(statementKinds)),
    oneOf('reactions_theme', 'theme', codesOf(themes)),
    oneOf('reactions_voice', 'voice', codesOf(reactionVoices)),
    oneOf('reactions_status_code', 'status', codesOf(reactionStatuses)),
    oneOf('reactions_reason', 'reason', codesOf(reviewReasons)),
    holds('reactions_statement', `(statement_kind = 'SIGNAL') = (statement_id is null)`),
    holds(
      'reactions_body',
      `(body is null) = (status in ('REJECTED', 'WITHDRAWN') or erased_at is not null)`,
    ),
    holds('reactions_body_length', 'body is null or char_length(body) between 1 and 600'),
    holds('reactions_reasoned', `(status = 'REJECTED') = (reason is not null)`),
    holds('reactions_reviewed', `(reviewer_id is null) = (reviewed_at is null)`),
  ],
);
