// The look of the web app: each gemeente chooses one of those that are delivered, whose colours the build has checked.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { doerOf } from '../access/audit.ts';
import { appendAudit } from '../audit.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { gemeenteLooks } from '../db/tables.ts';
import { badInput } from '../errors.ts';
import { refuseOtherRoles } from '../follow-ups/check.ts';

const folder = fileURLToPath(new URL('../../client/themes', import.meta.url));

/** Names of the looks that can be chosen, in the order of the alphabet. */
export const deliveredLooks = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

/** The look that a gemeente chose; null: what the operator set. One that is no longer delivered counts as none. */
export async function findLook(db: ReadDb, gemeenteCode: string): Promise<string | null> {
  const [row] = await db
    .select({ look: gemeenteLooks.look })
    .from(gemeenteLooks)
    .where(eq(gemeenteLooks.gemeenteCode, gemeenteCode));
  return row && deliveredLooks().includes(row.look) ? row.look : null;
}

/**
 * Finds looks for the style sheet, which everyone asks with every page: one question at a time per gemeente, none for what
 * is no code. When the database cannot be asked, that of the operator.
 */
export function lookFinder(db: ReadDb, operators: string) {
  const asked = new Map<string, Promise<string>>();
  return (gemeente: string | undefined): Promise<string> => {
    if (gemeente === undefined || !/^GM\d{4}$/.test(gemeente)) return Promise.resolve(operators);
    const known = asked.get(gemeente);
    if (known) return known;
    const look = findLook(db, gemeente)
      .then((chosen) => chosen ?? operators)
      .catch(() => operators)
      .finally(() => asked.delete(gemeente));
    asked.set(gemeente, look);
    return look;
  };
}

/**
 * Chooses the look of the own gemeente, or (null) leaves it to the operator again; the same again changes nothing. For
 * administrators; refuses a look that is not delivered, naming those that are.
 */
export async function chooseLook(
  db: Db,
  actor: Actor,
  look: string | null,
  now: Date,
): Promise<string | null> {
  refuseOtherRoles(actor, ['ADMIN']);
  const names = deliveredLooks();
  if (look !== null && !names.includes(look)) {
    // Only what could be a name is said back: anything else may be a text.
    const said = /^[a-z0-9-]{1,40}$/.test(look) ? `called ${look}` : 'of that name';
    const message = `There is no look ${said}; choose ${names.join(' or ')}.`;
    throw badInput([{ field: 'look', message }]);
  }
  const { gemeenteCode } = actor;
  return db.transaction(async (tx) => {
    const before = await findLook(tx, gemeenteCode);
    if (before === look) return look;
    if (look === null) {
      await tx.delete(gemeenteLooks).where(eq(gemeenteLooks.gemeenteCode, gemeenteCode));
    } else {
      const row = { look, changedAt: now };
      await tx
        .insert(gemeenteLooks)
        .values({ gemeenteCode, ...row })
        .onConflictDoUpdate({ target: gemeenteLooks.gemeenteCode, set: row });
    }
    const object = { event: 'LOOK_CHOSEN', objectType: 'gemeente_look', objectId: gemeenteCode };
    const details = { from: before, to: look };
    await appendAudit(tx, { ...doerOf(actor, gemeenteCode), ...object, details }, now);
    return look;
  });
}
