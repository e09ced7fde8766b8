// The Logboek Dataverwerkingen, and what a gemeente fills in in its registers (domain chapter 17).
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { algorithmStatuses, publicationCategories } from '../../codes/registers.ts';
import { holds, instant, matches, oneOf } from './columns.ts';

/** One processing of personal data of one subject; never who did it, that is in the audit log. */
export const logbookLines = pgTable(
  'logbook_lines',
  {
    /** Gemeente that is responsible. */
    gemeenteCode: text().notNull(),
    /** 8 bytes, 16 hexadecimal digits. */
    operationId: text().notNull(),
    /** 16 bytes, 32 hexadecimal digits: the same as in the audit log. */
    traceId: text().notNull(),
    /** Operation that called this one; null: none. */
    parentOperationId: text(),
    /** 0 unknown, 1 ok, 2 error. */
    statusCode: integer().notNull(),
    /** What was done, in words of the register. */
    name: text().notNull(),
    /** Begin, to the millisecond; for what an observer or resident did the day only. */
    startTime: instant().notNull(),
    /** End, as begin. */
    endTime: instant().notNull(),
    /** dpl.core.processing_activity_id: URI into the register of processing, with its version. */
    processingActivityId: text().notNull(),
    /** dpl.core.data_subject_id, encrypted; null when no key is set. */
    dataSubjectId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.operationId] }),
    index('logbook_lines_start').on(t.gemeenteCode, t.startTime),
    holds('logbook_lines_operation', `operation_id ~ '^[0-9a-f]{16}$'`),
    holds('logbook_lines_trace', `trace_id ~ '^[0-9a-f]{32}$'`),
    holds('logbook_lines_status', 'status_code in (0, 1, 2)'),
  ],
);

/** What a gemeente says of itself in one entry of its registers; no row: the defaults. */
export const registerSettings = pgTable(
  'register_settings',
  {
    /** The gemeente. */
    gemeenteCode: text().notNull(),
    /** Key of an algorithm, or `processing` for the register of processing. */
    entry: text().notNull(),
    /** Name of the responsible organisation; null: not filled in. */
    organisation: text(),
    /** Where questions go: a function's address; null: not filled in. */
    contact: text(),
    /** Web page about it; null: none. */
    publicPage: text(),
    /** In use, in development or out of use; null: the default. */
    status: text({ enum: codesOf(algorithmStatuses) }),
    /** Publication category; null: the default. */
    category: text({ enum: codesOf(publicationCategories) }),
    /** Month of first use, yyyy-mm; null: not filled in. */
    startedIn: text(),
    /** Month of last use, yyyy-mm; null: not ended. */
    endedIn: text(),
    /** Last change. */
    changedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.entry] }),
    matches('register_settings_gemeente_code', 'gemeente_code', 'gemeente'),
    oneOf('register_settings_status', 'status', codesOf(algorithmStatuses)),
    oneOf('register_settings_category', 'category', codesOf(publicationCategories)),
    holds('register_settings_started', `started_in ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    holds('register_settings_ended', `ended_in ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
  ],
);
