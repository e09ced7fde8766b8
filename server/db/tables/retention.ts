// How long things are kept, what was erased, and which devices have to forget it.
import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { retentionKinds } from '../../codes/retention.ts';
import { holds, instant, matches, oneOf } from './columns.ts';

/** A gemeente keeps something for another time than the default; decided with its archivist. */
export const retentionRules = pgTable(
  'retention_rules',
  {
    /** Gemeente; NL00 for what belongs to none. */
    gemeenteCode: text().notNull(),
    /** What is kept. */
    kind: text({ enum: codesOf(retentionKinds) }).notNull(),
    /** Days; null: without end. */
    days: integer(),
    /** Why, and which decision it rests on. */
    reason: text().notNull(),
    /** When it was set. */
    changedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.kind] }),
    matches('retention_rules_gemeente_code', 'gemeente_code', 'gemeente'),
    oneOf('retention_rules_kind', 'kind', codesOf(retentionKinds)),
    holds('retention_rules_days', 'days between 1 and 36525'),
    holds('retention_rules_reason', 'char_length(reason) between 1 and 300'),
  ],
);

/** Proof of one erasure: what kind, why, how many, when; never what it was. */
export const retentionCertificates = pgTable(
  'retention_certificates',
  {
    /** Gemeente; NL00 for what belongs to none. */
    gemeenteCode: text().notNull(),
    /** Number. */
    id: uuid().notNull(),
    /** Run of the job it belongs to. */
    batch: uuid().notNull(),
    /** What was erased. */
    kind: text({ enum: codesOf(retentionKinds) }).notNull(),
    /** Why: the term that ran out, or the person who left. */
    reason: text().notNull(),
    /** What was older than this was erased. */
    olderThan: instant().notNull(),
    /** How many. */
    count: integer().notNull(),
    /** SHA-256 over this certificate and the sorted ids of what was erased. */
    hash: text().notNull(),
    /** When. */
    erasedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    index('retention_certificates_erased').on(t.gemeenteCode, t.erasedAt),
    oneOf('retention_certificates_kind', 'kind', codesOf(retentionKinds)),
  ],
);

/** Own contributions whose words were erased, so that the devices of their author forget them too. */
export const erasedContributions = pgTable(
  'erased_contributions',
  {
    /** Gemeente of the contribution. */
    gemeenteCode: text().notNull(),
    /** Whose devices ask; read for this one person only. */
    personId: uuid().notNull(),
    /** Note or reaction. */
    contributionId: uuid().notNull(),
    /** Day it was erased: no instant, as that would stand beside a person. */
    erasedOn: date({ mode: 'string' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.gemeenteCode, t.personId, t.contributionId] })],
);
