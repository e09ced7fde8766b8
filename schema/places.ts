import { findPlace, getPlace, listPlaces, type Place as PlaceView } from '../server/places/find.ts';
import { builder } from './builder.ts';
import { PlaceLevel } from './codes.ts';
import { connectionOf, connectionTypes, pageSize, readCursor } from './page.ts';

export const Place = builder.objectRef<PlaceView>('Place').implement({
  description: 'A gemeente, wijk or buurt in one division year.',
  fields: (t) => ({
    code: t.expose('code', { type: 'PlaceCode', description: 'CBS code.' }),
    name: t.exposeString('name', { description: 'Official name; not unique.' }),
    level: t.expose('level', { type: PlaceLevel, description: 'Kind of place.' }),
    year: t.exposeInt('year', { description: 'Division year.' }),
    firstYear: t.exposeInt('firstYear', {
      description: 'First division year with this name and territory.',
    }),
    lastYear: t.exposeInt('lastYear', {
      description: 'Last division year with this name and territory.',
    }),
    gemeenteCode: t.expose('gemeenteCode', {
      type: 'PlaceCode',
      description: 'Gemeente it lies in.',
    }),
    wijkCode: t.expose('wijkCode', {
      type: 'WijkCode',
      nullable: true,
      description: 'Wijk it lies in; null for gemeente and country.',
    }),
    urbanity: t.exposeInt('urbanity', {
      nullable: true,
      description: 'Urbanity class of CBS, 1 (very urban) to 5; null when not given.',
    }),
  }),
});

builder.queryFields((t) => ({
  place: t.field({
    type: Place,
    nullable: true,
    description: 'A place by its code; null if the code does not exist in any year.',
    authScopes: { public: true },
    args: {
      code: t.arg({ type: 'PlaceCode', required: true, description: 'CBS code.' }),
      year: t.arg.int({ description: 'Division year; default: the newest in which it exists.' }),
    },
    resolve: async (_root, { code, year }, { readDb }) =>
      (await findPlace(readDb, code)) ? getPlace(readDb, code, year ?? undefined, 'year') : null,
  }),
  places: t.connection(
    {
      type: Place,
      description: 'Places by name. Without a year each gemeente in its newest division.',
      authScopes: { public: true },
      args: {
        level: t.arg({ type: PlaceLevel, description: 'Kind of place.' }),
        within: t.arg({
          type: 'PlaceCode',
          description: 'Gemeente or wijk that the places lie in.',
        }),
        search: t.arg.string({ description: 'Part of a name, an alias, or the start of a code.' }),
        year: t.arg.int({ description: 'Division year.' }),
      },
      resolve: async (_root, args, { readDb }) => {
        const after = readCursor(args, isPlaceKey);
        const { places, hasMore } = await listPlaces(readDb, {
          level: args.level ?? undefined,
          within: args.within ?? undefined,
          search: args.search ?? undefined,
          year: args.year ?? undefined,
          first: pageSize(args),
          after: after ? { sortName: after[0], code: after[1] } : undefined,
        });
        return connectionOf(places, hasMore, (place) => [place.sortName, place.code]);
      },
    },
    ...connectionTypes('Place'),
  ),
}));

const isPlaceKey = (value: unknown): value is [sortName: string, code: string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
