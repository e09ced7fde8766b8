// Audit lines of those who handle signals, under their lasting pseudonym: codes and ids, never words.
import type { Actor } from '../access/actor.ts';
import { appendAudit } from '../audit.ts';
import type { Db } from '../db/client.ts';

export interface HandledObject {
  readonly event:
    | 'SIGNAL_ASSIGNED'
    | 'SIGNAL_FED_BACK'
    | 'FOLLOW_UP_RECORDED'
    | 'FOLLOW_UP_CLOSED'
    | 'INTERPRETATION_ADDED'
    | 'DOCUMENT_ADDED'
    | 'REACTION_PUBLISHED'
    | 'REACTION_REJECTED'
    | 'REACTION_WITHDRAWN'
    | 'REACTION_READ'
    | 'SNAPSHOT_MADE';
  readonly objectType: string;
  readonly objectId: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Appends the line in the transaction of the change. */
export function auditHandling(tx: Db, actor: Actor, object: HandledObject, now: Date) {
  const { gemeenteCode, role } = actor;
  return appendAudit(tx, { gemeenteCode, actor, role, ...object }, now);
}
