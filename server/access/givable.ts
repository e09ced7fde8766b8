// Which keys an administrator may make. Pure: the form of the web app offers nothing else.
import type { AccessScope, Role } from '../codes/people.ts';

/**
 * What an administrator may give a key: nothing through which the key would read more than an administrator
 * reads. Other keys are made by the operator at the command line, who can read the database anyway.
 */
export const givable: Readonly<Partial<Record<Role, readonly AccessScope[]>>> = {
  OBSERVER: ['LOG_NOTES'],
  COUNCIL: ['READ'],
  RESIDENT: ['READ'],
  ADMIN: ['READ', 'MANAGE'],
};
