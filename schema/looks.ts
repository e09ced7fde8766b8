// The look of the web app, as the administrators of a gemeente choose it.
import { chooseLook, deliveredLooks, findLook } from '../server/looks/looks.ts';
import { builder } from './builder.ts';

const Look = builder.objectRef<{ gemeenteCode: string; chosen: string | null }>('Look').implement({
  description: 'How the web app looks for a gemeente.',
  fields: (t) => ({
    gemeenteCode: t.expose('gemeenteCode', { type: 'PlaceCode', description: 'The gemeente.' }),
    chosen: t.exposeString('chosen', {
      nullable: true,
      description: 'Name of the look it chose; null: that of the operator.',
    }),
    available: t.stringList({
      description: 'Names of the looks it can choose; of each the contrast was checked.',
      resolve: deliveredLooks,
    }),
  }),
});

builder.queryField('look', (t) =>
  t.withAuth({ role: 'ADMIN' }).field({
    type: Look,
    scope: ['MANAGE'],
    description: 'Look of the own gemeente; for administrators.',
    resolve: async (_root, _args, { readDb, actor: { gemeenteCode } }) => ({
      gemeenteCode,
      chosen: await findLook(readDb, gemeenteCode),
    }),
  }),
);

builder.mutationField('chooseLook', (t) =>
  t.withAuth({ role: 'ADMIN' }).field({
    type: Look,
    scope: ['MANAGE'],
    description: 'Chooses the look of the own gemeente; the same again changes nothing.',
    args: {
      look: t.arg.string({ description: 'Name of the look; null: that of the operator again.' }),
    },
    resolve: async (_root, { look }, { db, actor, now }) => ({
      gemeenteCode: actor.gemeenteCode,
      chosen: await chooseLook(db, actor, look ?? null, now),
    }),
  }),
);
