// Records what will be done with a signal, and answers follow-ups as everyone sees them.
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import { handlingRoles } from '../access/policy.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { followUps } from '../db/tables.ts';
import { auditHandling } from './audit.ts';
import {
  currentYear,
  refuseOtherPlace,
  refuseOtherRoles,
  refuseWrong,
  takenId,
  wrongDueDay,
  wrongOwner,
  wrongPlace,
  wrongText,
} from './check.ts';
import { type FollowUp, loadHandling } from './load.ts';
import { refuseNoSignal } from './signal.ts';

export interface RecordInput {
  /** Made by the client: the same id is the same follow-up. */
  readonly id: string;
  readonly placeCode: string;
  readonly theme: ThemeCode;
  readonly action: string;
  readonly owner: string;
  readonly dueOn?: string | null | undefined;
}

export type FollowUpRow = typeof followUps.$inferSelect;

const longestAction = 300;

/** Records the follow-up once, however often it is sent; an id that stands for something else is a conflict. */
export async function recordFollowUp(
  db: Db,
  actor: Actor,
  input: RecordInput,
  now: Date,
): Promise<FollowUp> {
  refuseOtherRoles(actor, handlingRoles);
  const { gemeenteCode } = actor;
  const { id, placeCode, theme } = input;
  const content = {
    ...{ gemeenteCode, id, placeCode, theme },
    action: input.action.trim(),
    owner: input.owner.trim(),
    dueOn: input.dueOn ?? null,
  };
  if (await isKnown(db, content)) return showFollowUp(db, actor, content);
  refuseWrong([
    ...(await wrongPlace(db, placeCode, ['WIJK'], now)),
    ...wrongText('action', input.action, longestAction),
    ...wrongOwner('owner', input.owner),
    ...wrongDueDay('dueOn', content.dueOn, now),
  ]);
  refuseOtherPlace(actor, placeCode);
  await refuseNoSignal(db, actor, input, now);
  const editionYear = await currentYear(db, placeCode, now);
  await db.transaction(async (tx) => {
    // Two at once: the second waits here until the first has ended, and then finds its row.
    const inserted = await tx
      .insert(followUps)
      .values({ ...content, editionYear, recordedAt: now })
      .onConflictDoNothing()
      .returning({ id: followUps.id });
    if (inserted.length === 0) {
      await isKnown(tx, content);
      return;
    }
    const object = { objectType: 'follow_up', objectId: id, details: { placeCode, theme } };
    await auditHandling(tx, actor, { event: 'FOLLOW_UP_RECORDED', ...object }, now);
  });
  return showFollowUp(db, actor, content);
}

type Content = Pick<
  FollowUpRow,
  'gemeenteCode' | 'id' | 'placeCode' | 'theme' | 'action' | 'owner' | 'dueOn'
>;

/** Whether this very follow-up is there; refuses an id that stands for another one. */
async function isKnown(db: ReadDb, content: Content): Promise<boolean> {
  const [row] = await db.select().from(followUps).where(isFollowUp(content));
  if (!row) return false;
  const isSame =
    row.placeCode === content.placeCode &&
    row.theme === content.theme &&
    row.action === content.action &&
    row.owner === content.owner &&
    row.dueOn === content.dueOn;
  if (!isSame) throw takenId(content.id);
  return true;
}

export const isFollowUp = ({ gemeenteCode, id }: Pick<FollowUpRow, 'gemeenteCode' | 'id'>) =>
  and(eq(followUps.gemeenteCode, gemeenteCode), eq(followUps.id, id));

/** Later than every clock: what was just written is never missed. */
const endOfTime = new Date('9999-12-31T00:00:00Z');

/** The follow-up as it stands now, with its reactions. */
export async function showFollowUp(
  db: ReadDb,
  actor: Actor,
  { gemeenteCode, id, placeCode }: Pick<FollowUpRow, 'gemeenteCode' | 'id' | 'placeCode'>,
): Promise<FollowUp> {
  const handling = await loadHandling(db, actor, gemeenteCode, [placeCode], endOfTime);
  const followUp = handling.followUps.find((one) => one.id === id);
  if (!followUp) throw new Error(`Follow-up ${id} is not there.`);
  return followUp;
}
