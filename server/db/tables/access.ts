// How people and API clients get in: sessions, logins under way, keys. Secrets are kept as hashes only.
import {
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { accessScopes, professions, roles } from '../../codes/people.ts';
import { allOf, bytes, holds, instant, matches, oneOf } from './columns.ts';
import { memberships, people } from './people.ts';

/** A browser that is signed in. Found by its cookie before the gemeente is known, so keyed by the cookie's hash. */
export const sessions = pgTable(
  'sessions',
  {
    /** SHA-256 of the cookie. */
    tokenHash: text().primaryKey(),
    /** Who is signed in. */
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Gemeente of the membership in use. */
    gemeenteCode: text().notNull(),
    /** Membership in use; a person with several switches between them. */
    membershipId: uuid().notNull(),
    /** SHA-256 of the login service's own name for the session, for logout by the service; null: it gave none. */
    issuerSessionHash: text(),
    /** ID token for logout at the login service, sealed with a key made from the cookie: unreadable without it. */
    sealedIdToken: bytes(),
    /** Signed in at; counts for the absolute time-out. */
    createdAt: instant().notNull(),
    /** Last seen, to the minute; counts for the idle time-out. */
    lastSeenAt: instant().notNull(),
  },
  (t) => [
    index('sessions_person').on(t.personId),
    index('sessions_issuer_session').on(t.issuerSessionHash),
    index('sessions_membership').on(t.gemeenteCode, t.membershipId),
    index('sessions_seen').on(t.lastSeenAt),
    foreignKey({
      name: 'sessions_membership_fk',
      columns: [t.gemeenteCode, t.membershipId],
      foreignColumns: [memberships.gemeenteCode, memberships.id],
    }).onDelete('cascade'),
    holds('sessions_token_hash', `token_hash ~ '^[0-9a-f]{64}$'`),
  ],
);

/** A login that was begun and not yet ended; taken away at the first callback, so that none works twice. */
export const loginAttempts = pgTable(
  'login_attempts',
  {
    /** SHA-256 of the state that travels through the login service. */
    stateHash: text().primaryKey(),
    /** SHA-256 of the cookie of the browser that began: no other may finish. */
    browserHash: text().notNull(),
    /** Nonce that the ID token must carry. */
    nonce: text().notNull(),
    /** PKCE verifier. */
    codeVerifier: text().notNull(),
    /** Path of this site to go back to. */
    returnPath: text().notNull(),
    /** Begun at; ten minutes are allowed. */
    createdAt: instant().notNull(),
  },
  (t) => [
    index('login_attempts_created').on(t.createdAt),
    holds('login_attempts_state_hash', `state_hash ~ '^[0-9a-f]{64}$'`),
    holds('login_attempts_return_path', `return_path like '/%' and length(return_path) <= 500`),
  ],
);

/** Key of an API client, shown once and kept as a hash. */
export const apiKeys = pgTable(
  'api_keys',
  {
    /** Gemeente in which the key works. */
    gemeenteCode: text().notNull(),
    /** Number of the key. */
    id: uuid().notNull(),
    /** Person that stands for the client, so that its notes have an author; of an own key its maker. */
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** First characters of the key, to recognise it by. */
    prefix: text().notNull(),
    /** SHA-256 of the whole key. */
    secretHash: text().notNull(),
    /** Membership of the person who made it for own use: it works no longer than that. Null: a client of its own. */
    membershipId: uuid(),
    /** Which system uses it; never a person. */
    label: text().notNull(),
    /** Role in which it acts. */
    role: text({ enum: codesOf(roles) }).notNull(),
    /** Organisation it acts for; null for roles of the gemeente itself. */
    organisationKey: text(),
    /** Profession of its notes; null for roles that log none. */
    profession: text({ enum: codesOf(professions) }),
    /** What it may be used for. */
    scopes: text({ enum: codesOf(accessScopes) })
      .array()
      .notNull(),
    /** Made at. */
    createdAt: instant().notNull(),
    /** Until when it works, not included. */
    expiresAt: instant().notNull(),
    /** Last day of use; a day, so that it tells nothing of who wrote what. Null: never used. */
    lastUsedOn: date(),
    /** Last day on which it was refused; null: never. */
    lastRefusedOn: date(),
    /** Revoked at; null: not revoked. */
    revokedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.id] }),
    uniqueIndex('api_keys_secret').on(t.secretHash),
    index('api_keys_membership').on(t.gemeenteCode, t.membershipId),
    foreignKey({
      name: 'api_keys_membership_fk',
      columns: [t.gemeenteCode, t.membershipId],
      foreignColumns: [memberships.gemeenteCode, memberships.id],
    }).onDelete('cascade'),
    matches('api_keys_gemeente_code', 'gemeente_code', 'gemeente'),
    oneOf('api_keys_role', 'role', codesOf(roles)),
    oneOf('api_keys_profession', 'profession', codesOf(professions)),
    allOf('api_keys_scopes', 'scopes', codesOf(accessScopes)),
    holds('api_keys_scopes_some', 'cardinality(scopes) > 0'),
    holds('api_keys_secret_hash', `secret_hash ~ '^[0-9a-f]{64}$'`),
    holds('api_keys_label', 'length(label) between 1 and 100'),
  ],
);
