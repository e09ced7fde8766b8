// Who residents can call: read by everyone, kept by the administrators of a gemeente.
import {
  type Contact,
  dialled,
  findContact,
  listContacts,
  removeContact,
  setContact,
} from '../server/contacts/contacts.ts';
import { builder } from './builder.ts';

const ContactType = builder.objectRef<Contact>('Contact').implement({
  description: 'A team that residents can call or visit; never a person.',
  fields: (t) => ({
    placeCode: t.expose('placeCode', {
      type: 'PlaceCode',
      description: 'The gemeente or the wijk that it is for.',
    }),
    name: t.exposeString('name', { description: 'Name of the team.' }),
    phone: t.exposeString('phone', { description: 'Its telephone number, as it is shown.' }),
    dialled: t.string({
      description: 'The same number as it is dialled, digits only.',
      resolve: dialled,
    }),
    address: t.exposeString('address', {
      nullable: true,
      description: 'Where one can walk in; null: nowhere.',
    }),
    changedAt: t.expose('changedAt', {
      type: 'DateTime',
      description: 'When it was last changed.',
    }),
  }),
});

const SetContactInput = builder.inputType('SetContactInput', {
  description: 'Who to call in a gemeente, or in a wijk with a team of its own.',
  fields: (t) => ({
    placeCode: t.field({
      type: 'PlaceCode',
      required: true,
      description: 'The own gemeente, or one of its wijken.',
    }),
    name: t.string({
      required: true,
      description: 'Name of the team, at most 100 characters; a name of a person is refused.',
    }),
    phone: t.string({
      required: true,
      description:
        'Its number, such as 070 353 30 00 or 14 070; national lines (112, 113, 0800-2000) and mobile numbers are refused.',
    }),
    address: t.string({ description: 'Where one can walk in, at most 200 characters.' }),
  }),
});

builder.queryFields((t) => ({
  contact: t.field({
    type: ContactType,
    nullable: true,
    authScopes: { public: true },
    description:
      'Who residents of a place can call: the team of the wijk, else that of the gemeente; null when neither is known.',
    args: {
      code: t.arg({ type: 'PlaceCode', required: true, description: 'CBS code of the place.' }),
    },
    resolve: (_root, { code }, { readDb }) => findContact(readDb, code),
  }),
  contacts: t.withAuth({ role: 'ADMIN' }).field({
    type: [ContactType],
    scope: ['MANAGE'],
    description: 'All contacts of the own gemeente, its own first; for administrators.',
    resolve: (_root, _args, { readDb, actor }) => listContacts(readDb, actor.gemeenteCode),
  }),
}));

builder.mutationFields((t) => ({
  setContact: t.withAuth({ role: 'ADMIN' }).field({
    type: ContactType,
    scope: ['MANAGE'],
    description:
      'Writes who to call in a place, over what stood there; the same again changes nothing.',
    args: {
      input: t.arg({ type: SetContactInput, required: true, description: 'Who to call, where.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => setContact(db, actor, input, now),
  }),
  removeContact: t.withAuth({ role: 'ADMIN' }).field({
    type: ContactType,
    scope: ['MANAGE'],
    description: 'Takes the contact of a place away, and answers what it was.',
    args: {
      placeCode: t.arg({
        type: 'PlaceCode',
        required: true,
        description: 'The gemeente or wijk that it is for.',
      }),
    },
    resolve: (_root, { placeCode }, { db, actor, now }) => removeContact(db, actor, placeCode, now),
  }),
}));
