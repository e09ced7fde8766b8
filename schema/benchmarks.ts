// The same figure elsewhere, and in how many wijken it is known.
import {
  type Availability as AvailabilityView,
  loadIndicatorPeriods,
  type IndicatorPeriod as PeriodView,
} from '../server/figures/availability.ts';
import {
  type Comparison as ComparisonView,
  comparisonRefusals,
} from '../server/figures/comparison.ts';
import type { IndicatorFigure as IndicatorFigureView } from '../server/figures/indicator-figures.ts';
import {
  type UrbanityBenchmark as UrbanityView,
  urbanityOf,
  urbanityRefusals,
} from '../server/figures/urbanity.ts';
import { builder } from './builder.ts';
import { PartOfYear } from './codes.ts';
import { Figure } from './figure.ts';
import { values } from './values.ts';

const ComparisonRefusal = builder.enumType('ComparisonRefusal', {
  description: 'Why a wijk is not compared on a figure.',
  values: values(comparisonRefusals, {
    COUNT_NOT_COMPARED: 'Counts are never compared between places.',
    NOT_IN_THIS_TABLE: 'The same table and period has no figures of that wijk.',
  }),
});

const ComparisonFigure = builder.objectRef<ComparisonView>('ComparisonFigure').implement({
  description: 'The same figure in a wijk that the reader chose.',
  fields: (t) => ({
    placeCode: t.expose('placeCode', { type: 'PlaceCode', description: 'Code as it was asked.' }),
    name: t.exposeString('name', { description: 'Name of the wijk.' }),
    figure: t.expose('figure', {
      type: Figure,
      nullable: true,
      description: 'Its figure; null when refused.',
    }),
    refused: t.expose('refused', {
      type: ComparisonRefusal,
      nullable: true,
      description: 'Why there is none; null when there is.',
    }),
  }),
});

const UrbanityRefusal = builder.enumType('UrbanityRefusal', {
  description: 'Why there is no benchmark of equally urban wijken.',
  values: values(urbanityRefusals, {
    NO_URBANITY: 'The urbanity of the wijk is not known.',
    COUNT_NOT_COMPARED: 'Counts are never compared between places.',
    NOT_NATIONAL: 'The table was not imported for the whole country.',
    TOO_FEW_WIJKEN: 'Fewer than eight of those wijken have a value.',
    TOO_FEW_KNOWN: 'Fewer than 80% of those wijken have a value.',
  }),
});

const UrbanityBenchmark = builder.objectRef<UrbanityView>('UrbanityBenchmark').implement({
  description:
    'The wijken of the country that are as urban as this one, in the same table and period: their median, of wijken and not of people.',
  fields: (t) => ({
    urbanity: t.exposeInt('urbanity', {
      nullable: true,
      description: 'Class of CBS, 1 very urban to 5 not urban; null when not known.',
    }),
    refused: t.expose('refused', {
      type: UrbanityRefusal,
      nullable: true,
      description: 'Why there is none; null when there is.',
    }),
    median: t.exposeFloat('median', { nullable: true, description: 'Median of those wijken.' }),
    lowestFifth: t.exposeFloat('lowestFifth', {
      nullable: true,
      description: 'Value below which a fifth of them lies.',
    }),
    highestFifth: t.exposeFloat('highestFifth', {
      nullable: true,
      description: 'Value above which a fifth of them lies.',
    }),
    known: t.exposeInt('known', { nullable: true, description: 'Wijken of them with a value.' }),
    wijken: t.exposeInt('wijken', { nullable: true, description: 'All of them.' }),
  }),
});

export const Benchmark = builder.objectRef<IndicatorFigureView>('Benchmark').implement({
  description: 'The same figure elsewhere, of the same table and period. It is no ranking.',
  fields: (t) => ({
    gemeente: t.field({
      type: Figure,
      nullable: true,
      description: 'Figure of the gemeente; null when the edition has none.',
      resolve: ({ benchmark }) => benchmark.gemeente,
    }),
    country: t.field({
      type: Figure,
      nullable: true,
      description: 'Figure of the Netherlands; null when the edition has none.',
      resolve: ({ benchmark }) => benchmark.country,
    }),
    urbanity: t.field({
      type: UrbanityBenchmark,
      description: 'The wijken of the country that are as urban as this one.',
      resolve: (figure, _args, { readDb }) => urbanityOf(readDb, figure),
    }),
    comparison: t.field({
      type: [ComparisonFigure],
      description: 'The wijken of `compareWith`, in that order.',
      resolve: ({ benchmark }) => [...benchmark.comparison],
    }),
  }),
});

export const Availability = builder.objectRef<AvailabilityView>('Availability').implement({
  description: 'In how many wijken a figure is known.',
  fields: (t) => ({
    within: t.expose('within', {
      type: 'PlaceCode',
      description: 'Whose wijken: a gemeente, or NL00 for the country.',
    }),
    known: t.exposeInt('known', { description: 'Wijken with a value.' }),
    wijken: t.exposeInt('wijken', { description: 'All wijken of the edition there.' }),
    share: t.exposeFloat('share', { description: 'Known of all, 0 to 1.' }),
    offered: t.boolean({
      description: 'At least 60% is known: fit to choose.',
      resolve: ({ isOffered }) => isOffered,
    }),
    aggregable: t.boolean({
      description: 'At least 80% is known: fit to put wijken together.',
      resolve: ({ mayAggregate }) => mayAggregate,
    }),
  }),
});

const IndicatorPeriod = builder.objectRef<PeriodView>('IndicatorPeriod').implement({
  description: 'A year, or a part of one, of which an indicator has figures.',
  fields: (t) => ({
    period: t.exposeInt('period', { description: 'Year the figures are about.' }),
    part: t.expose('part', {
      type: PartOfYear,
      nullable: true,
      description: 'Part of that year; null: the whole year.',
    }),
    availability: t.field({
      type: Availability,
      description: 'In how many wijken it is known.',
      resolve: (period) => period,
    }),
  }),
});

builder.queryField('indicatorPeriods', (t) =>
  t.field({
    type: [IndicatorPeriod],
    description:
      'The periods of an indicator within a gemeente or the country, newest first, with the share of wijken that is known. Offer a reader those that are `offered`.',
    authScopes: { public: true },
    args: {
      indicator: t.arg.string({ required: true, description: 'Key of the indicator.' }),
      within: t.arg({ type: 'PlaceCode', required: true, description: 'Gemeente, or NL00.' }),
    },
    resolve: (_root, args, { readDb }) => loadIndicatorPeriods(readDb, args),
  }),
);
