// The one way to change where a signal stands; a trigger keeps every version for `asOf`.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { SignalStage } from '../codes/notes.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { Db } from '../db/client.ts';
import { signalStates } from '../db/tables.ts';
import { notFound } from '../errors.ts';
import { isThisWijkSql, loadChainOfWijk } from '../profiles/chains.ts';

export interface SignalKey {
  readonly gemeenteCode: string;
  readonly placeCode: string;
  /** Division year of that code. */
  readonly editionYear: number;
  readonly theme: ThemeCode;
}

export interface StateContent {
  readonly stage: SignalStage;
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly reason: string | null;
}

export interface State extends StateContent {
  readonly version: number;
}

/** A signal that nobody touched has no row. */
const untouched: State = { stage: 'NOTICED', owner: null, dueOn: null, reason: null, version: 0 };

/**
 * Locks the state, lets `decide` say how it should stand (undefined: as it is) and writes that as the next version;
 * answers the state before. Refusals are thrown by `decide`. A wijk that got another code keeps its state.
 */
export async function changeState(
  tx: Db,
  key: SignalKey,
  decide: (current: State) => StateContent | undefined,
  now: Date,
): Promise<State> {
  const chain = await loadChainOfWijk(tx, key.placeCode, key.editionYear);
  if (!chain) throw notFound('wijk', key.placeCode);
  const isSameSignal = and(
    eq(signalStates.gemeenteCode, key.gemeenteCode),
    eq(signalStates.theme, key.theme),
    isThisWijkSql(chain, sql`${signalStates}`),
  );
  for (;;) {
    const [row] = await tx
      .select()
      .from(signalStates)
      .where(isSameSignal)
      .orderBy(desc(signalStates.changedAt))
      .limit(1)
      .for('update');
    const current = row ?? untouched;
    const next = decide(current);
    if (!next) return current;
    const columns = { ...next, version: current.version + 1, changedAt: now };
    if (row) {
      await tx.update(signalStates).set(columns).where(isSignal(row));
      return current;
    }
    const inserted = await tx
      .insert(signalStates)
      .values({ ...key, ...columns })
      .onConflictDoNothing()
      .returning({ version: signalStates.version });
    // Nothing inserted: somebody else was first, and what they did is decided upon anew.
    if (inserted.length > 0) return current;
  }
}

const isSignal = ({ gemeenteCode, placeCode, editionYear, theme }: SignalKey) =>
  and(
    eq(signalStates.gemeenteCode, gemeenteCode),
    eq(signalStates.placeCode, placeCode),
    eq(signalStates.editionYear, editionYear),
    eq(signalStates.theme, theme),
  );

/** How audit lines and statements name a signal. */
export const signalId = ({ placeCode, theme }: Pick<SignalKey, 'placeCode' | 'theme'>) =>
  `${placeCode}:${theme}`;
