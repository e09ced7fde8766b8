// Keys of API clients, as administrators of a gemeente keep them.
import {
  type ApiKey,
  createApiKey,
  listApiKeys,
  type MadeKey as MadeKeyView,
  revokeApiKey,
} from '../server/access/keys.ts';
import { builder } from './builder.ts';
import { AccessScope, Profession, Role } from './codes.ts';
import { connectionOf, connectionTypes, isText, pageSize, readCursor } from './page.ts';

const day = (at: Date) => at.toISOString().slice(0, 10);

export const ApiKeyType = builder.objectRef<ApiKey>('ApiKey').implement({
  description: 'Key of an API client. The key itself is shown only when it is made.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number of the key.' }),
    prefix: t.exposeString('prefix', { description: 'Its first signs, to recognise it by.' }),
    label: t.exposeString('label', { description: 'Which system uses it.' }),
    role: t.expose('role', { type: Role, description: 'Role in which it acts.' }),
    organisation: t.exposeString('organisationKey', {
      nullable: true,
      description: 'Key of the organisation it acts for; null for roles of the gemeente itself.',
    }),
    profession: t.expose('profession', {
      type: Profession,
      nullable: true,
      description: 'Profession of its notes; null for roles that log none.',
    }),
    scopes: t.field({
      type: [AccessScope],
      description: 'What it may be used for.',
      resolve: (key) => [...key.scopes],
    }),
    createdOn: t.field({
      type: 'Date',
      description: 'Day on which it was made.',
      resolve: (key) => day(key.createdAt),
    }),
    expiresOn: t.field({
      type: 'Date',
      description: 'Day from which it works no more.',
      resolve: (key) => day(key.expiresAt),
    }),
    lastUsedOn: t.expose('lastUsedOn', {
      type: 'Date',
      nullable: true,
      description: 'Last day of use; null: never used.',
    }),
    revokedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day on which it was revoked; null: it was not.',
      resolve: ({ revokedAt }) => revokedAt && day(revokedAt),
    }),
  }),
});

export const MadeKey = builder.objectRef<MadeKeyView>('MadeKey').implement({
  description: 'A key as it was made.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'The key, shown this once: send it as `Authorization: Bearer <key>`.',
    }),
    apiKey: t.field({
      type: ApiKeyType,
      description: 'What is kept of it.',
      resolve: (made) => made.apiKey,
    }),
  }),
});

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  description: 'For which system a key is, and what it may do. The gemeente is the own one.',
  fields: (t) => ({
    id: t.field({
      type: 'UUID',
      required: true,
      description: 'Made by the client: sending twice never makes two keys.',
    }),
    label: t.string({
      required: true,
      description: 'Which system uses it, never a person; at most 100 characters.',
    }),
    role: t.field({ type: Role, required: true, description: 'Role in which it acts.' }),
    organisation: t.string({ description: 'Key of the organisation; an observer has one.' }),
    profession: t.field({ type: Profession, description: 'Profession; an observer has one.' }),
    scopes: t.field({ type: [AccessScope], required: true, description: 'What it may do.' }),
    expiresOn: t.field({
      type: 'Date',
      required: true,
      description: 'Day from which it works no more; at most 366 days ahead.',
    }),
  }),
});

const [connectionType, edgeType] = connectionTypes('ApiKey');
export const ApiKeyConnection = builder.connectionObject(
  { type: ApiKeyType, ...connectionType },
  edgeType,
);

builder.queryField('apiKeys', (t) =>
  t.withAuth({ role: 'ADMIN' }).connection(
    {
      type: ApiKeyType,
      scope: ['MANAGE'],
      description:
        'Keys of the own gemeente, revoked and expired ones too, in the order of their ids.',
      resolve: async (_root, args, { db, actor }) => {
        const page = { first: pageSize(args), after: readCursor(args, isText) };
        const list = await listApiKeys(db, actor.gemeenteCode, page);
        return connectionOf(list.keys, list.hasMore, (key) => key.id);
      },
    },
    ApiKeyConnection as never,
  ),
);

builder.mutationFields((t) => ({
  createApiKey: t.withAuth({ role: 'ADMIN' }).field({
    type: MadeKey,
    scope: ['MANAGE'],
    description:
      'Makes a key of the own gemeente and shows it once. It never reads more than its maker; other keys are made by the operator.',
    args: { input: t.arg({ type: CreateApiKeyInput, required: true, description: 'The key.' }) },
    resolve: (_root, { input }, { db, actor, now }) =>
      createApiKey(db, actor, { ...input, gemeenteCode: actor.gemeenteCode }, now),
  }),
  revokeApiKey: t.withAuth({ role: 'ADMIN' }).field({
    type: ApiKeyType,
    scope: ['MANAGE'],
    description: 'Stops a key of the own gemeente at once; again: it stays as it was.',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The key.' }) },
    resolve: (_root, { id }, { db, actor, now }) => revokeApiKey(db, actor, id, now),
  }),
}));
