// Demo tokens: `demo:<ROLE>:<GEMEENTE>[:<organisation>[:<profession>]]` acts as a person of that role.
// They exist so that examples, tests and trials need no login; app.ts refuses them outside demo and
// development mode and off loopback.
import { createHash } from 'node:crypto';
import { codesOf, isCode } from '../codes/code-list.ts';
import { accessScopes, professions, roles } from '../codes/people.ts';
import { unauthenticated } from '../errors.ts';
import type { Actor } from './actor.ts';
import { uuidOfHash } from './ids.ts';

export const isDemoToken = (token: string) => token.startsWith('demo:');

/** The person behind a demo token: the same token is always the same person. Refuses a malformed one. */
export function actorOfDemoToken(token: string): Actor {
  const [, role = '', gemeenteCode = '', organisationKey, profession, ...rest] = token.split(':');
  const wrong = (what: string) =>
    unauthenticated(
      `The demo token has ${what}. Write demo:<ROLE>:<GEMEENTE>[:<organisation>[:<PROFESSION>]], ` +
        'for example demo:OBSERVER:GM9001:wijkteam-noord:WIJKTEAM_WORKER.',
    );
  if (!isCode(roles, role)) throw wrong(`no known role (${Object.keys(roles).join(', ')})`);
  if (!/^GM[0-9]{4}$/.test(gemeenteCode)) throw wrong('no gemeente code such as GM9001');
  if (organisationKey !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(organisationKey)) {
    throw wrong('an organisation that is not lower case letters, digits and dashes');
  }
  if (profession !== undefined && !isCode(professions, profession))
    throw wrong('no known profession');
  if (rest.length > 0) throw wrong('more than five parts');
  return {
    personId: personIdOf('demo', token),
    role,
    gemeenteCode,
    organisationKey: organisationKey ?? null,
    profession: profession ?? null,
    via: 'DEMO',
    scopes: codesOf(accessScopes),
    credentialId: null,
  };
}

/** A random-looking uuid (version 8) that is always the same for one login. */
export function personIdOf(issuer: string, subject: string): string {
  const hex = createHash('sha256').update(`${issuer}\n${subject}`).digest('hex');
  return uuidOfHash(hex);
}
