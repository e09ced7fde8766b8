// The steps a signal went through, for those who handle it and the circle around them.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { ReadDb } from '../db/client.ts';
import { signalStateChanges } from '../db/tables.ts';
import { forbidden } from '../errors.ts';
import { gemeenteOf } from '../places/codes.ts';
import { isThisWijkSql, loadChainOfWijk } from '../profiles/chains.ts';

export type SignalStep = typeof signalStateChanges.$inferSelect;

/** Every change of stage, owner or date, oldest first; refuses a wijk of another gemeente. */
export async function listSignalSteps(
  db: ReadDb,
  actor: Actor,
  { placeCode, theme }: { readonly placeCode: string; readonly theme: ThemeCode },
): Promise<SignalStep[]> {
  const gemeenteCode = gemeenteOf(placeCode);
  if (gemeenteCode !== actor.gemeenteCode) {
    throw forbidden(`You work for ${actor.gemeenteCode}; ${placeCode} lies in ${gemeenteCode}.`);
  }
  const chain = await loadChainOfWijk(db, placeCode, null);
  if (!chain) return [];
  return db
    .select()
    .from(signalStateChanges)
    .where(
      and(
        eq(signalStateChanges.gemeenteCode, gemeenteCode),
        isThisWijkSql(chain, sql`${signalStateChanges}`),
        eq(signalStateChanges.theme, theme),
      ),
    )
    .orderBy(asc(signalStateChanges.changedAt), asc(signalStateChanges.version));
}
