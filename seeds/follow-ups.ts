// Writes what the invented town does with its signals. What that is, is told in stories/handling.ts.
import type { Db } from '../server/db/client.ts';
import { followUps, interpretations, signalStates } from '../server/db/tables.ts';
import { tellObservers } from '../server/follow-ups/close.ts';
import { isFollowUp } from '../server/follow-ups/record.ts';
import { day, dayFrom, uuidOf } from './dice.ts';
import { codeIn, currentDivision, waterrijk } from './places.ts';
import { actions, explained, states } from './stories/handling.ts';

/** Writes stages, actions and interpretations, counted back from the anchor; answers how many actions. */
export async function recordHandling(tx: Db, anchor: Date): Promise<number> {
  const before = (days: number) => new Date(anchor.getTime() - days * day);
  const gemeenteCode = waterrijk;
  await tx.insert(signalStates).values(
    states.map(([wijk, theme, stage, owner, dueIn]) => ({
      gemeenteCode,
      placeCode: codeIn(wijk),
      editionYear: currentDivision,
      theme,
      stage,
      owner,
      dueOn: dueIn === null ? null : dayFrom(anchor, dueIn),
      changedAt: before(5),
    })),
  );
  for (const { wijk, theme, action, owner, recorded, due, closed } of actions) {
    const row = {
      gemeenteCode,
      id: uuidOf(`follow-up ${wijk} ${theme} ${action}`),
      placeCode: codeIn(wijk),
      editionYear: currentDivision,
      theme,
      action,
      owner,
      dueOn: due === null ? null : dayFrom(anchor, due),
      recordedAt: before(recorded),
      result: closed?.result ?? null,
      feedback: closed?.feedback ?? null,
      publicSentence: closed?.publicSentence ?? null,
      fedBackAt: closed ? before(closed.daysAgo) : null,
    };
    await tx.insert(followUps).values(row);
    if (!row.fedBackAt) continue;
    const noticedAt = await tellObservers(tx, row, row.fedBackAt);
    await tx.update(followUps).set({ noticedAt }).where(isFollowUp(row));
  }
  await tx.insert(interpretations).values(
    explained.map(({ wijk, theme, daysAgo, level, professions, ...said }) => ({
      ...said,
      gemeenteCode,
      id: uuidOf(`interpretation ${wijk} ${theme}`),
      placeCode: codeIn(wijk),
      editionYear: currentDivision,
      theme,
      professions: [...professions],
      heldOn: dayFrom(anchor, -daysAgo),
      publicationLevel: level,
      recordedAt: before(daysAgo - 1),
    })),
  );
  return actions.length;
}

/** Texts of this file, for the test that no personal data stands in the seeds. */
export const handlingTexts = (): string[] => [
  ...actions.flatMap((one) => [
    one.action,
    one.owner,
    one.closed?.feedback ?? '',
    one.closed?.publicSentence ?? '',
  ]),
  ...explained.map((one) => one.explanation),
];
