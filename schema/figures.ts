// All that is known of an indicator in a wijk, and an indicator on a map.
import { availabilityOf } from '../server/figures/availability.ts';
import { expectedUseOfFigure } from '../server/figures/figure.ts';
import type { IndicatorFigure as IndicatorFigureView } from '../server/figures/indicator-figures.ts';
import { loadIndicatorMap, type PlaceFigure as PlaceFigureView } from '../server/figures/map.ts';
import { Availability, Benchmark } from './benchmarks.ts';
import { builder } from './builder.ts';
import { PartOfYear, PlaceLevel } from './codes.ts';
import { ExpectedUse } from './expected-use.ts';
import { Figure } from './figure.ts';
import { Indicator } from './indicators.ts';
import { IndicatorPosition } from './positions.ts';
import { Trend } from './trends.ts';

export const IndicatorFigure = builder.objectRef<IndicatorFigureView>('IndicatorFigure').implement({
  description: 'All that is known of one indicator in one wijk.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'What is measured.' }),
    segment: t.exposeString('segment', {
      description: 'Part of the population, for example `age=65+`; empty for the whole.',
    }),
    current: t.expose('current', {
      type: Figure,
      description: 'Latest figure up to the year of the profile.',
    }),
    benchmark: t.field({
      type: Benchmark,
      description: 'The same figure for gemeente, country, equally urban and chosen wijken.',
      resolve: (figure) => figure,
    }),
    availability: t.field({
      type: [Availability],
      description: 'In how many wijken the current figure is known: gemeente, then country.',
      resolve: ({ wijken, current }) =>
        availabilityOf([wijken.gemeente, wijken.country], current.at?.column.slot ?? 0),
    }),
    expectedUse: t.field({
      type: ExpectedUse,
      description: 'For provisions: what use the composition of the wijk makes expected.',
      resolve: expectedUseOfFigure,
    }),
    trend: t.expose('trend', {
      type: Trend,
      description: 'Tested change, or why it was not tested.',
    }),
    series: t.expose('series', {
      type: [Figure],
      description:
        'Figures of all years, oldest first; about a part of a year: of the same part of each, so that seasons do not mix.',
    }),
    gemeenteSeries: t.field({
      type: [Figure],
      description:
        'The same figures of the gemeente, oldest first; a period that it lacks is absent.',
      resolve: (figure) => figure.gemeenteSeries(),
    }),
    position: t.expose('position', {
      type: IndicatorPosition,
      description: 'Position among comparable wijken.',
    }),
  }),
});

const PlaceFigure = builder.objectRef<PlaceFigureView>('PlaceFigure').implement({
  description: 'One place on a map of an indicator.',
  fields: (t) => ({
    placeCode: t.expose('placeCode', { type: 'PlaceCode', description: 'Code of the place.' }),
    name: t.exposeString('name', { description: 'Name of the place.' }),
    figure: t.expose('figure', { type: Figure, description: 'Its figure.' }),
  }),
});

builder.queryField('indicatorMap', (t) =>
  t.field({
    type: [PlaceFigure],
    description: 'One indicator for all places of a level, by code. It is not a ranking.',
    authScopes: { public: true },
    args: {
      indicator: t.arg.string({ required: true, description: 'Key of the indicator.' }),
      within: t.arg({ type: 'PlaceCode', required: true, description: 'Gemeente, or NL00.' }),
      level: t.arg({ type: PlaceLevel, required: true, description: 'GEMEENTE, WIJK or BUURT.' }),
      period: t.arg.int({ description: 'Year the figures are about; default: the last one.' }),
      part: t.arg({
        type: PartOfYear,
        description: 'Part of the year; default: whole years, or the newest part without any.',
      }),
    },
    resolve: (_root, args, { readDb }) => loadIndicatorMap(readDb, args),
  }),
);
