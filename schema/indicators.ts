import type { Indicator as IndicatorRow } from '../server/figures/catalogue.ts';
import { listIndicators } from '../server/figures/indicator-list.ts';
import { builder } from './builder.ts';
import { Direction, MeasureKind, Provenance, ThemeCode } from './codes.ts';
import { connectionOf, connectionTypes, isText, pageSize, readCursor } from './page.ts';
import { Theme } from './themes.ts';

export const Indicator = builder.objectRef<IndicatorRow>('Indicator').implement({
  description: 'What is measured: definition, unit and how it may be used.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Stable key, for example `loneliness`.' }),
    title: t.exposeString('title', { description: 'Title as the source words it (Dutch).' }),
    definition: t.exposeString('definition', {
      description: 'Explanation by the source (Dutch); empty when it gives none.',
    }),
    unit: t.exposeString('unit', { description: 'Unit of the value.' }),
    measureKind: t.expose('measureKind', { type: MeasureKind, description: 'Kind of measure.' }),
    direction: t.expose('direction', {
      type: Direction,
      description: 'Whether high or low is a concern.',
    }),
    theme: t.field({
      type: Theme,
      nullable: true,
      description: 'Theme under which it meets field notes; null: context only.',
      resolve: (indicator) => indicator.theme,
    }),
    isSensitive: t.exposeBoolean('sensitive', {
      description: 'About origin and the like: off by default, never compared with the ground.',
    }),
    provenance: t.expose('provenance', {
      type: Provenance,
      description: 'How its figures come about.',
    }),
    population: t.exposeString('population', {
      description: 'Who the figures are about (Dutch); empty when the source does not say.',
    }),
    decimals: t.exposeInt('decimals', { description: 'Digits after the comma to show.' }),
    source: t.exposeString('sourceKey', { description: 'Key of the monitor that defines it.' }),
    breakYears: t.intList({
      description: 'Periods from which the definition differs from the one before.',
      resolve: (indicator) => [...indicator.breakYears],
    }),
  }),
});

builder.queryField('indicators', (t) =>
  t.connection(
    {
      type: Indicator,
      description: 'Indicators that a live edition holds, by key; sensitive ones are left out.',
      authScopes: { public: true },
      args: {
        theme: t.arg({ type: ThemeCode, description: 'Theme of the indicator.' }),
        source: t.arg.string({ description: 'Key of the monitor that defines it.' }),
        search: t.arg.string({ description: 'Part of the title or the key.' }),
      },
      resolve: async (_root, args, { readDb }) => {
        const page = { first: pageSize(args), after: readCursor(args, isText) };
        const { theme, source, search } = args;
        const found = await listIndicators(readDb, { theme, source, search, ...page });
        return connectionOf(found.indicators, found.hasMore, (indicator) => indicator.key);
      },
    },
    ...connectionTypes('Indicator'),
  ),
);
