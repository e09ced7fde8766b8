// Gives a signal its phase, owner and due date, on the version that was read.
import type { Actor } from '../access/actor.ts';
import { handlingRoles } from '../access/policy.ts';
import type { SignalStage } from '../codes/notes.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { Db } from '../db/client.ts';
import { badInput, conflict, DomainError } from '../errors.ts';
import type { Signal } from '../profiles/profile.ts';
import { auditHandling } from './audit.ts';
import {
  currentYear,
  refuseOtherPlace,
  refuseOtherRoles,
  refuseWrong,
  wrongDueDay,
  wrongOwner,
  wrongPlace,
  wrongText,
} from './check.ts';
import { loadTheme, refuseNoSignal } from './signal.ts';
import { assignableFrom, findStep, needsReason } from './stages.ts';
import { changeState, type State, type StateContent, signalId } from './states.ts';

export interface AssignInput {
  readonly placeCode: string;
  readonly theme: ThemeCode;
  readonly stage: SignalStage;
  /** Left out: stays; null: nobody. */
  readonly owner?: string | null | undefined;
  /** Left out: stays; null: none agreed. */
  readonly dueOn?: string | null | undefined;
  readonly reason?: string | null | undefined;
  /** Version that was read; 0 for a signal that nobody touched. */
  readonly version: number;
}

const longestReason = 300;

/**
 * Assigns the signal and answers it as the actor sees it. A version that changed since is a conflict that names the
 * current one; the same assignment sent twice changes nothing.
 */
export async function assignSignal(
  db: Db,
  actor: Actor,
  input: AssignInput,
  now: Date,
): Promise<Signal> {
  refuseOtherRoles(actor, handlingRoles);
  refuseWrong([
    ...(await wrongPlace(db, input.placeCode, ['WIJK'], now)),
    ...(input.owner == null ? [] : wrongOwner('owner', input.owner)),
    ...(input.reason == null ? [] : wrongText('reason', input.reason, longestReason)),
  ]);
  refuseOtherPlace(actor, input.placeCode);
  await refuseNoSignal(db, actor, input, now);
  await db.transaction(async (tx) => {
    let decided: StateContent | undefined;
    const { placeCode, theme } = input;
    const editionYear = await currentYear(tx, placeCode, now);
    const key = { gemeenteCode: actor.gemeenteCode, placeCode, editionYear, theme };
    const decideOnce = (current: State) => {
      decided = decide(input, current, now);
      return decided;
    };
    const before = await changeState(tx, key, decideOnce, now);
    if (!decided) return;
    const { owner, dueOn, stage } = decided;
    const details = {
      ...{ from: before.stage, to: stage, version: before.version + 1 },
      ...{ isOwnerChanged: owner !== before.owner, isDueChanged: dueOn !== before.dueOn },
    };
    const object = { objectType: 'signal', objectId: signalId(input), details };
    await auditHandling(tx, actor, { event: 'SIGNAL_ASSIGNED', ...object }, now);
  });
  return (await loadTheme(db, actor, input, now)).signal;
}

/** The state to write; undefined when it stands like this already. */
function decide(input: AssignInput, current: State, now: Date): StateContent | undefined {
  const next = {
    stage: input.stage,
    owner: input.owner === undefined ? current.owner : (input.owner?.trim() ?? null),
    dueOn: input.dueOn === undefined ? current.dueOn : input.dueOn,
    reason: input.reason?.trim() ?? null,
  };
  const isSame =
    next.stage === current.stage &&
    next.owner === current.owner &&
    next.dueOn === current.dueOn &&
    (next.reason === null || next.reason === current.reason);
  // Sent twice: the first time made the version after the one that was read.
  if (isSame && (input.version === current.version || input.version === current.version - 1)) {
    return undefined;
  }
  if (input.version !== current.version) throw changedSince(input, current);
  const reason = checkStep(input, current, next.reason);
  if (next.dueOn !== current.dueOn) refuseWrong(wrongDueDay('dueOn', next.dueOn, now));
  return { ...next, reason };
}

function changedSince(input: AssignInput, { version, stage }: State): DomainError {
  return conflict(
    `Signal ${signalId(input)} is at version ${version} (${stage}); you sent version ${input.version}. Read it again.`,
    { currentVersion: version, stage },
  );
}

/** Refuses a step that does not exist and a reason where none belongs; answers the reason to keep. */
function checkStep(input: AssignInput, current: State, reason: string | null): string | null {
  const { stage: from } = current;
  const { stage: to } = input;
  const step = findStep(from, to);
  if (step === 'CLOSE') {
    const message = `${to} is reached by closing a follow-up with feedback and a public sentence (closeFollowUp).`;
    throw new DomainError('CONFLICT', message, [{ field: 'input.stage', message }], {
      stage: from,
    });
  }
  if (step === undefined) {
    const possible =
      assignableFrom(from).join(', ') || 'none but closing a follow-up (closeFollowUp)';
    const message = `From ${from} a signal does not go to ${to}. Possible: ${possible}.`;
    throw new DomainError('CONFLICT', message, [{ field: 'input.stage', message }], {
      stage: from,
    });
  }
  if (needsReason(step) && reason === null) {
    const message = `Going from ${from} to ${to} needs a reason, so that observers can be told.`;
    throw badInput([{ field: 'input.reason', message }]);
  }
  // While it stays where it is, the reason for being there stays too.
  const kept = step === 'STAY' ? current.reason : null;
  if (!needsReason(step) && reason !== null && kept === null) {
    const message =
      'A reason belongs to dropping a signal and to taking it up again: leave it out.';
    throw badInput([{ field: 'input.reason', message }]);
  }
  return reason ?? kept;
}
