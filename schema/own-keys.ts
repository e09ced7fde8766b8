// Keys that a member makes for own use; keys of systems stand in keys.ts.
import { longestOwnDays } from '../server/access/own-key-days.ts';
import { createOwnKey, listOwnKeys, withdrawOwnKey } from '../server/access/own-keys.ts';
import { builder } from './builder.ts';
import { AccessScope } from './codes.ts';
import { ApiKeyConnection, ApiKeyType, MadeKey } from './keys.ts';
import { connectionOf, isText, pageSize, readCursor } from './page.ts';

const CreateOwnKeyInput = builder.inputType('CreateOwnKeyInput', {
  description: 'What an own key may do, and until when. Role and organisation are the own ones.',
  fields: (t) => ({
    id: t.field({
      type: 'UUID',
      required: true,
      description: 'Made by the client: sending twice never makes two keys.',
    }),
    label: t.string({
      required: true,
      description: 'Which program uses it, never a person; at most 100 characters.',
    }),
    scopes: t.field({
      type: [AccessScope],
      required: true,
      description: 'What it may do, of what the own role may.',
    }),
    expiresOn: t.field({
      type: 'Date',
      required: true,
      description: `Day from which it works no more; at most ${longestOwnDays} days ahead.`,
    }),
  }),
});

builder.queryField('myKeys', (t) =>
  t.withAuth({ signedIn: true }).connection(
    {
      type: ApiKeyType,
      description: 'Own keys, withdrawn and expired ones too, in the order of their ids.',
      resolve: async (_root, args, { db, actor }) => {
        const page = { first: pageSize(args), after: readCursor(args, isText) };
        const list = await listOwnKeys(db, actor, page);
        return connectionOf(list.keys, list.hasMore, (key) => key.id);
      },
    },
    ApiKeyConnection as never,
  ),
);

builder.mutationFields((t) => ({
  createOwnKey: t.withAuth({ signedIn: true }).field({
    type: MadeKey,
    scope: ['READ'],
    description:
      'Makes a key that acts as whoever asks, and shows it once. It does nothing beyond the own role and ends with the own membership. Only who is signed in makes one, five at most.',
    args: {
      input: t.arg({ type: CreateOwnKeyInput, required: true, description: 'The key.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => createOwnKey(db, actor, input, now),
  }),
  withdrawOwnKey: t.withAuth({ signedIn: true }).field({
    type: ApiKeyType,
    scope: ['READ'],
    description: 'Stops an own key at once; again: it stays as it was.',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The key.' }) },
    resolve: (_root, { id }, { db, actor, now }) => withdrawOwnKey(db, actor, id, now),
  }),
}));
