// Whose unsent notes a device keeps: told to the person alone, and held against who is sending. Pure.
import { createHash } from 'node:crypto';
import { DomainError } from '../errors.ts';
import type { Actor } from './actor.ts';

/** Names the person for whom a request was meant; a request without it is for whoever sends it. */
const personHeader = 'x-wijkbeeld-person';

/** The same for a person in a gemeente on every device; leads back to nothing else that leaves the server. */
export const deviceKeyOf = ({ personId, gemeenteCode }: Actor): string =>
  createHash('sha256').update(`device ${gemeenteCode} ${personId}`).digest('hex').slice(0, 24);

/** Refuses a note that waited on a shared device and would now go out as the next person who signed in there. */
export function refuseOtherPerson(headers: Headers, actor: Actor | null): void {
  const meant = headers.get(personHeader);
  if (meant === null || (actor !== null && deviceKeyOf(actor) === meant)) return;
  // Not UNAUTHENTICATED: whoever sends is signed in, and stays so.
  const message =
    'This was written by someone who is no longer signed in here: sign in as that person to send it.';
  throw new DomainError('FORBIDDEN', message, [], { otherPerson: true });
}
