// Who asks. An actor is a person in a role of one gemeente; no actor is the public.
import type { PublicationLevel } from '../codes/notes.ts';
import type { AccessScope, Credential, Profession, Regime, Role } from '../codes/people.ts';
import { circleRoles, secrecyCircleRoles } from './policy.ts';

export interface Actor {
  /** Opaque id of the person; joins to nothing that leaves the server. */
  readonly personId: string;
  readonly role: Role;
  readonly gemeenteCode: string;
  /** Key of the organisation within the gemeente; null for roles of the gemeente itself. */
  readonly organisationKey: string | null;
  readonly profession: Profession | null;
  /** How the actor proved who it is. */
  readonly via: Credential;
  /** What this login, key or token may be used for, within what the role may do. */
  readonly scopes: readonly AccessScope[];
  /** Hash of the session or id of the key in use; null for tokens. */
  readonly credentialId: string | null;
}

/** The reviewing role of this gemeente: the only one outside the author that reads unpublished texts. */
export function isReviewerOf(actor: Actor | null, gemeenteCode: string): boolean {
  return actor?.role === 'REVIEWER' && actor.gemeenteCode === gemeenteCode;
}

/**
 * Whether the actor may read the words of a published note of this gemeente.
 * SEALED: reviewers only (the author has an own path). CIRCLE: signed-in professionals of the gemeente,
 * for medical and youth notes observers and reviewers only. PUBLIC: everyone, the approved excerpt.
 */
export function mayReadText(
  actor: Actor | null,
  gemeenteCode: string,
  level: PublicationLevel,
  regime: Regime,
): boolean {
  if (level === 'PUBLIC' || isReviewerOf(actor, gemeenteCode)) return true;
  if (level === 'SEALED' || actor?.gemeenteCode !== gemeenteCode) return false;
  const circle = regime === 'MEDICAL' || regime === 'YOUTH' ? secrecyCircleRoles : circleRoles;
  return circle.includes(actor.role);
}
