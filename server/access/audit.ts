// Audit lines about getting in: who signed in and out, failed attempts, keys, changes of rights. Codes and ids
// only, never a name, subject, key or token.
import { type AuditEvent, appendAudit } from '../audit.ts';
import type { Db } from '../db/client.ts';
import type { Subject } from '../logbook.ts';
import type { Actor } from './actor.ts';

type AccessEvent =
  | 'LOGIN'
  | 'LOGIN_FAILED'
  | 'LOGOUT'
  | 'LOGOUT_BY_SERVICE'
  | 'SIGNED_OUT_EVERYWHERE'
  | 'MEMBERSHIP_SWITCHED'
  | 'MEMBER_ADDED'
  | 'MEMBER_ENDED'
  | 'KEY_MADE'
  | 'KEY_FIRST_USED'
  | 'KEY_REFUSED'
  | 'KEY_REVOKED'
  | 'WEBHOOK_ADDED'
  | 'WEBHOOK_REMOVED'
  | 'WEBHOOK_RESUMED'
  | 'WEBHOOK_REPLAYED';

export interface AccessLine {
  readonly event: AccessEvent;
  readonly objectType: 'session' | 'membership' | 'api_key' | 'login' | 'webhook';
  readonly objectId: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Whose account it is about: also leaves a line in the Logboek Dataverwerkingen. */
  readonly subject?: Subject;
}

/** Who stands in the line, where it goes and in which role. */
interface Doer {
  readonly gemeenteCode: string;
  readonly actor: AuditEvent['actor'];
  readonly role: string;
}

/** An administrator, or the operator at the command line (null). */
export const doerOf = (maker: Actor | null, gemeenteCode: string): Doer =>
  maker
    ? { gemeenteCode, actor: maker, role: maker.role }
    : { gemeenteCode, actor: 'system', role: 'SYSTEM' };

/** The program itself, and a login that nobody is known of yet. */
export const systemOf = (gemeenteCode: string) => doerOf(null, gemeenteCode);

/** Appends the line in the transaction of the change. */
export function auditAccess(tx: Db, doer: Doer, line: AccessLine, now: Date): Promise<void> {
  return appendAudit(tx, { ...doer, ...line }, now);
}
