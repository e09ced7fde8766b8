// Who works with Wijkbeeld. The only personal data in the system; notes never join to it but through `authors`.
import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { membershipSources, professions, roles } from '../../codes/people.ts';
import { holds, instant, matches, oneOf } from './columns.ts';

/** An organisation whose professionals log notes; independence of voices counts these. */
export const organisations = pgTable(
  'organisations',
  {
    /** Gemeente it works in. */
    gemeenteCode: text().notNull(),
    /** Short key within the gemeente: wijkteam-noord. */
    key: text().notNull(),
    /** Name, shown to members of the organisation only. */
    name: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.key] }),
    matches('organisations_gemeente_code', 'gemeente_code', 'gemeente'),
    holds('organisations_key', `key ~ '^[a-z0-9][a-z0-9-]*$'`),
  ],
);

/** A person who signs in. No name, no address: only what links a login to rights. */
export const people = pgTable(
  'people',
  {
    /** Number of the person, random. */
    id: uuid().primaryKey(),
    /** Who vouches for the person: the OpenID issuer, `demo`, `import`, or `key` for an API client. */
    issuer: text().notNull(),
    /** The issuer's opaque name for the person. */
    subject: text().notNull(),
    /** First seen. */
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('people_login').on(t.issuer, t.subject)],
);

/** What a person may do where: gemeente, organisation, role and profession. These rows are the rights of record. */
export const memberships = pgTable(
  'memberships',
  {
    /** Gemeente of the membership. */
    gemeenteCode: text().notNull(),
    /** Number of the membership. */
    id: uuid().notNull(),
    /** The person. */
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Organisation the person works for; null for roles of the gemeente itself. */
    organisationKey: text(),
    /** Role (S9). */
    role: text({ enum: codesOf(roles) }).notNull(),
    /** Profession; null for roles that log no notes. */
    profession: text({ enum: codesOf(professions) }),
    /** Since when. */
    validFrom: instant().notNull(),
    /** Until when, not included; null: still valid. */
    validTo: instant(),
    /** Where it comes from: what came from claims also goes with them. */
    source: text({ enum: codesOf(membershipSources) })
      .notNull()
      .default('DEMO'),
    /** Who ended it; what was ended by HAND is not given back by claims. Null: not ended, or by its day. */
    endedBy: text({ enum: codesOf(membershipSources) }),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    index('memberships_person').on(t.gemeenteCode, t.personId),
    index('memberships_by_person').on(t.personId),
    uniqueIndex('memberships_current')
      .on(
        t.gemeenteCode,
        t.personId,
        t.role,
        sql`coalesce(organisation_key, '')`,
        sql`coalesce(profession, '')`,
      )
      .where(sql`valid_to is null`),
    oneOf('memberships_source', 'source', codesOf(membershipSources)),
    oneOf('memberships_ended_by', 'ended_by', codesOf(membershipSources)),
    oneOf('memberships_role', 'role', codesOf(roles)),
    oneOf('memberships_profession', 'profession', codesOf(professions)),
  ],
);
