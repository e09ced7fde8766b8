// An administrator asks more than the product before small numbers are shown, and can take the last change back. Every
// version stays (a trigger keeps it); what holds now holds for every day that is asked about.
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { doerOf } from '../access/audit.ts';
import { appendAudit } from '../audit.ts';
import type { ThresholdKind } from '../codes/thresholds.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { disclosureThresholdChanges, disclosureThresholds } from '../db/tables.ts';
import { conflict, DomainError } from '../errors.ts';
import { refuseOtherRoles } from '../follow-ups/check.ts';
import { getPlace } from '../places/find.ts';
import { largestThresholds, productThresholds } from '../privacy/disclosure.ts';
import { type AppliedThreshold, appliedThreshold } from './load.ts';

export interface ThresholdInput {
  readonly gemeente: string;
  readonly kind: ThresholdKind;
  /** Null: what the product asks. */
  readonly least: number | null;
}

/**
 * Sets what a gemeente asks of one kind; the same again changes nothing. For its administrators, and (null) the operator
 * at the command line. Refuses less than the product asks, naming both.
 */
export async function setThreshold(
  db: Db,
  actor: Actor | null,
  input: ThresholdInput,
  now: Date,
): Promise<AppliedThreshold> {
  await refuseOthers(db, actor, input.gemeente, 'input.gemeente');
  refuseLooser(input.kind, input.least, 'input.least');
  return db.transaction(async (tx) => {
    const before = await findRow(tx, input);
    if ((before?.least ?? null) !== input.least) {
      await write(tx, actor, { ...input, event: 'THRESHOLD_SET' }, before, now);
    }
    return appliedThreshold(input.kind, input.least);
  });
}

export interface UndoInput {
  readonly gemeente: string;
  readonly kind: ThresholdKind;
  /** Of the change that is taken back: the last one. */
  readonly version: number;
}

/**
 * Puts back what stood before the last change, as a change of its own: done twice it puts the change forth again. Refuses
 * when another change came in between.
 */
export async function undoThreshold(
  db: Db,
  actor: Actor | null,
  { gemeente, kind, version }: UndoInput,
  now: Date,
): Promise<AppliedThreshold> {
  await refuseOthers(db, actor, gemeente, 'gemeente');
  return db.transaction(async (tx) => {
    const last = await findRow(tx, { gemeente, kind });
    if (last?.version !== version) {
      const message = `The last change of ${kind} in ${gemeente} is ${last?.version ?? 0}, not ${version}: look at it again first.`;
      throw conflict(message, { version: last?.version ?? 0 });
    }
    const least = await leastOf(tx, gemeente, kind, version - 1);
    await write(tx, actor, { gemeente, kind, least, event: 'THRESHOLD_UNDONE' }, last, now);
    return appliedThreshold(kind, least);
  });
}

/** Refuses who does not administer this gemeente, and a gemeente that is not known. */
export async function refuseOthers(
  db: ReadDb,
  actor: Actor | null,
  gemeente: string,
  field: string,
): Promise<void> {
  if (actor) {
    refuseOtherRoles(actor, ['ADMIN']);
    if (actor.gemeenteCode !== gemeente) {
      const message = `You administer ${actor.gemeenteCode}; the thresholds of ${gemeente} are not yours to set.`;
      throw new DomainError('FORBIDDEN', message, [{ field, message }]);
    }
  }
  await getPlace(db, gemeente, undefined, field);
}

/** Refuses less than the product asks, and more than anything could ever reach. */
export function refuseLooser(kind: ThresholdKind, least: number | null, field: string): void {
  if (least === null) return;
  const [leastAllowed, mostAllowed] = [productThresholds[kind], largestThresholds[kind]];
  if (Number.isInteger(least) && least >= leastAllowed && least <= mostAllowed) return;
  const message = `${kind} is ${least}; the least allowed is ${leastAllowed}, what the product asks, and the most ${mostAllowed}. A gemeente can only be stricter.`;
  throw new DomainError('BAD_USER_INPUT', message, [{ field, message }], {
    ...{ value: least, leastAllowed, mostAllowed },
  });
}

type Row = typeof disclosureThresholds.$inferSelect;

async function findRow(tx: Db, { gemeente, kind }: Pick<ThresholdInput, 'gemeente' | 'kind'>) {
  const [row] = await tx
    .select()
    .from(disclosureThresholds)
    .where(
      and(eq(disclosureThresholds.gemeenteCode, gemeente), eq(disclosureThresholds.kind, kind)),
    );
  return row;
}

/** What was asked at a version; the first change came after the product's own. */
async function leastOf(tx: Db, gemeente: string, kind: ThresholdKind, version: number) {
  const { gemeenteCode, kind: ofKind, version: at } = disclosureThresholdChanges;
  const [row] = await tx
    .select({ least: disclosureThresholdChanges.least })
    .from(disclosureThresholdChanges)
    .where(and(eq(gemeenteCode, gemeente), eq(ofKind, kind), eq(at, version)));
  return row?.least ?? null;
}

async function write(
  tx: Db,
  actor: Actor | null,
  { gemeente, kind, least, event }: ThresholdInput & { readonly event: string },
  before: Row | undefined,
  now: Date,
): Promise<void> {
  const row = { least, version: (before?.version ?? 0) + 1, changedAt: now };
  const [written] = await tx
    .insert(disclosureThresholds)
    .values({ gemeenteCode: gemeente, kind, ...row })
    .onConflictDoUpdate({
      target: [disclosureThresholds.gemeenteCode, disclosureThresholds.kind],
      set: row,
      setWhere: eq(disclosureThresholds.version, before?.version ?? 0),
    })
    .returning();
  if (!written) {
    throw conflict(`${kind} of ${gemeente} was changed a moment ago: look at it again first.`);
  }
  const object = { event, objectType: 'disclosure_threshold', objectId: kind };
  const details = { from: before?.least ?? null, to: least };
  await appendAudit(tx, { ...doerOf(actor, gemeente), ...object, details }, now);
}
