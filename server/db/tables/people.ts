// Who works with Wijkbeeld. The only personal data in the system; notes never join to it but through `authors`.
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { professions, roles } from '../../codes/people.ts';
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
    /** Who vouches for the person: the OpenID issuer, `demo`, or `import`. */
    issuer: text().notNull(),
    /** The issuer's opaque name for the person. */
    subject: text().notNull(),
    /** First seen. */
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('people_login').on(t.issuer, t.subject)],
);

/** What a person may do where: gemeente, organisation, role and profession. */
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
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    index('memberships_person').on(t.gemeenteCode, t.personId),
    oneOf('memberships_role', 'role', codesOf(roles)),
    oneOf('memberships_profession', 'profession', codesOf(professions)),
  ],
);
