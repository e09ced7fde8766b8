// Citable snapshots: what everyone saw of a wijk as of a day, kept for good under its hash, and compared later with
// what history says then.
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { Role } from '../codes/people.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { snapshots } from '../db/tables.ts';
import { DomainError, forbidden, notFound } from '../errors.ts';
import { auditHandling } from '../follow-ups/audit.ts';
import { refuseOtherRoles, takenId } from '../follow-ups/check.ts';
import { gemeenteOf } from '../places/codes.ts';
import { isStricter } from '../privacy/disclosure.ts';
import { loadProfile } from '../profiles/load.ts';
import { loadThresholds } from '../thresholds/load.ts';
import { groundIn, snapshotContent, thresholdsIn } from './content.ts';

export type Snapshot = typeof snapshots.$inferSelect;

export interface SnapshotInput {
  /** Made by the client: the same id is the same snapshot. */
  readonly id: string;
  readonly code: string;
  /** Division year; default: the last one in which the wijk exists. */
  readonly year?: number | null | undefined;
  /** Default: today, up to this moment. */
  readonly asOf?: string | null | undefined;
}

export const snapshotRoles: readonly Role[] = ['ANALYST', 'POLICY', 'REVIEWER'];

/** Keeps what nobody in particular may see of the profile, once per id; an id that is taken otherwise is a conflict. */
export async function makeSnapshot(
  db: Db,
  actor: Actor,
  input: SnapshotInput,
  now: Date,
): Promise<Snapshot> {
  refuseOtherRoles(actor, snapshotRoles);
  const gemeenteCode = gemeenteOf(input.code);
  if (gemeenteCode !== actor.gemeenteCode) {
    const message = `You work for ${actor.gemeenteCode}; ${input.code} lies in ${gemeenteCode}.`;
    throw new DomainError('FORBIDDEN', message, [{ field: 'input.code', message }]);
  }
  const known = await findSame(db, input);
  if (known) return known;
  const snapshot = await takeSnapshot(db, input, now);
  return db.transaction(async (tx) => {
    const [row] = await tx.insert(snapshots).values(snapshot).onConflictDoNothing().returning();
    if (!row) {
      const first = await findSame(tx, input);
      if (!first) throw takenId(input.id);
      return first;
    }
    const { id, placeCode, year, asOf, hash } = row;
    const object = {
      objectType: 'snapshot',
      objectId: id,
      details: { placeCode, year, asOf, hash },
    };
    await auditHandling(tx, actor, { event: 'SNAPSHOT_MADE', ...object }, now);
    return row;
  });
}

/** The snapshot with this id if it is the one asked for; refuses an id that stands for another. */
async function findSame(db: ReadDb, input: SnapshotInput): Promise<Snapshot | undefined> {
  const row = await findSnapshot(db, input.id);
  if (!row) return undefined;
  const isSame =
    row.placeCode === input.code &&
    (input.year == null || input.year === row.year) &&
    (input.asOf == null || input.asOf === row.asOf);
  if (!isSame) throw takenId(input.id);
  return row;
}

async function takeSnapshot(db: Db, input: SnapshotInput, now: Date): Promise<Snapshot> {
  const { id, code } = input;
  const asOf = input.asOf ?? now.toISOString().slice(0, 10);
  const profile = await loadPublic(db, { code, year: input.year ?? null, asOf }, now);
  if (!profile) throw notFound('wijk', code);
  const content = snapshotContent(profile, asOf);
  return {
    ...{ id, asOf, content, placeCode: code, year: profile.year, madeAt: now },
    gemeenteCode: profile.place.gemeenteCode,
    hash: hashOf(content),
  };
}

/** Refusals of the profile name its arguments; here they are fields of the input. */
async function loadPublic(
  db: Db,
  request: { readonly code: string; readonly year: number | null; readonly asOf: string },
  now: Date,
) {
  try {
    return await loadProfile(db, null, request, now);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const fields = error.fields.map(({ field, message }) => ({ field: `input.${field}`, message }));
    throw new DomainError(error.code, error.message, fields, error.details);
  }
}

const hashOf = (content: string) => createHash('sha256').update(content, 'utf8').digest('hex');

export async function findSnapshot(db: ReadDb, id: string): Promise<Snapshot | undefined> {
  const [row] = await db.select().from(snapshots).where(eq(snapshots.id, id));
  return row;
}

/**
 * Whether a snapshot may still be read: one that was made when its gemeente asked less only while the profile of that day
 * says the same of the ground today. Its hash stays, and what it says comes back with the thresholds it was made under.
 */
export async function mayBeRead(db: ReadDb, snapshot: Snapshot): Promise<boolean> {
  const { gemeenteCode, placeCode, year, asOf, madeAt, content } = snapshot;
  const today = await loadThresholds(db, gemeenteCode);
  if (!isStricter(today, thresholdsIn(content))) return true;
  const again = await findAgain(db, { code: placeCode, year, asOf }, madeAt);
  return again !== undefined && groundIn(again) === groundIn(content);
}

/** The content; refused while it says more than its gemeente lets show today. */
export async function readContent(db: ReadDb, snapshot: Snapshot): Promise<string> {
  if (await mayBeRead(db, snapshot)) return snapshot.content;
  throw withheld(snapshot);
}

/** Why what a snapshot says is not told. */
export const withheld = ({ id, gemeenteCode }: Snapshot) =>
  forbidden(
    `Snapshot ${id} says more than ${gemeenteCode} lets show since it asks more before small numbers are shown ` +
      '(disclosureThresholds). Its hash can still be verified; ask the profile for what is shown now.',
  );

/** Where a snapshot is cited. */
export const addressOf = ({ id }: Snapshot) => `/snapshots/${id}`;

/** Whether the stored content still has the hash that was cited. */
export const isUnchanged = ({ content, hash }: Snapshot) => hashOf(content) === hash;

export const snapshotMatches = {
  SAME: 'The profile asked again as of the same day gives the same content.',
  HISTORY_CHANGED:
    'The profile asked again as of the same day gives other content: a source or a note was corrected, or the rules were.',
} as const;
export type SnapshotMatch = keyof typeof snapshotMatches;

/** Asks the profile again, as it stood when the snapshot was made, and compares. */
export async function matchSnapshot(db: ReadDb, snapshot: Snapshot): Promise<SnapshotMatch> {
  const { placeCode, year, asOf, madeAt, content } = snapshot;
  const again = await findAgain(db, { code: placeCode, year, asOf }, madeAt);
  return again === content ? 'SAME' : 'HISTORY_CHANGED';
}

async function findAgain(
  db: ReadDb,
  request: { readonly code: string; readonly year: number; readonly asOf: string },
  madeAt: Date,
): Promise<string | undefined> {
  try {
    const profile = await loadProfile(db, null, request, madeAt);
    return profile ? snapshotContent(profile, request.asOf) : undefined;
  } catch (error) {
    // A wijk that is no longer known in that year is history that changed.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

export const verificationOutcomes = {
  VERIFIED: 'The hash is that of the stored content.',
  WRONG_HASH: 'The stored content is whole, but has another hash than the one given.',
  CONTENT_CHANGED: 'The stored content does not have the hash it was stored under.',
  UNKNOWN: 'There is no snapshot with this id.',
} as const;
export type VerificationOutcome = keyof typeof verificationOutcomes;

/** Holds a cited hash against the stored content. */
export async function verifySnapshot(
  db: ReadDb,
  id: string,
  hash: string,
): Promise<VerificationOutcome> {
  const snapshot = await findSnapshot(db, id);
  if (!snapshot) return 'UNKNOWN';
  if (!isUnchanged(snapshot)) return 'CONTENT_CHANGED';
  return snapshot.hash === hash.trim().toLowerCase() ? 'VERIFIED' : 'WRONG_HASH';
}
