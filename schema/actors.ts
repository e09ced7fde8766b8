import type { Actor } from '../server/access/actor.ts';
import { deviceKeyOf } from '../server/access/device-key.ts';
import { scopesOfRole } from '../server/access/operations.ts';
import { builder } from './builder.ts';
import { AccessScope, Credential, Profession, Role } from './codes.ts';

export const ActorType = builder.objectRef<Actor>('Actor').implement({
  description: 'Who is asking: a person in a role of one gemeente.',
  fields: (t) => ({
    role: t.expose('role', { type: Role, description: 'Role of the actor.' }),
    gemeenteCode: t.expose('gemeenteCode', {
      type: 'PlaceCode',
      description: 'Gemeente the role holds in.',
    }),
    organisation: t.exposeString('organisationKey', {
      nullable: true,
      description: 'Key of the own organisation; null for roles of the gemeente itself.',
    }),
    profession: t.expose('profession', {
      type: Profession,
      nullable: true,
      description: 'Own profession; null for roles that log no notes.',
    }),
    via: t.expose('via', { type: Credential, description: 'How the actor proved who it is.' }),
    deviceKey: t.string({
      description:
        'Opaque key of this person, told to nobody else: a device that keeps unsent notes knows by it whose they are. Sent along as the header x-wijkbeeld-person, it refuses a request that would go out as someone else.',
      resolve: deviceKeyOf,
    }),
    scopes: t.field({
      type: [AccessScope],
      description: 'What this login, key or token may be used for, within what the role may do.',
      resolve: (actor) => [...actor.scopes],
    }),
    keyScopes: t.field({
      type: [AccessScope],
      description: 'What an own key may be made for in this role; empty when for nothing.',
      resolve: ({ role }) => scopesOfRole(role),
    }),
  }),
});

builder.queryField('me', (t) =>
  t.field({
    type: ActorType,
    nullable: true,
    description: 'Who is asking; null when not signed in.',
    authScopes: { public: true },
    resolve: (_root, _args, { actor }) => actor,
  }),
);
