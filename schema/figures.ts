import {
  type Figure as FigureView,
  type IndicatorFigure as IndicatorFigureView,
  type Trend as TrendView,
  trendRefusals,
} from '../server/figures/indicator-figures.ts';
import { loadIndicatorMap, type PlaceFigure as PlaceFigureView } from '../server/figures/map.ts';
import {
  type IndicatorPosition as PositionView,
  positionBases,
  positionRefusals,
} from '../server/figures/position.ts';
import type { RankBand as Fifth } from '../server/statistics/robust-z.ts';
import { builder } from './builder.ts';
import {
  FigureState,
  PlaceLevel,
  Provenance,
  ReleaseStatus,
  StateBasis,
  StateReason,
} from './codes.ts';
import { Indicator } from './indicators.ts';
import { SourceEdition } from './sources.ts';

const values = <Code extends string>(codes: readonly Code[], descriptions: Record<Code, string>) =>
  Object.fromEntries(
    codes.map((code) => [code, { value: code, description: descriptions[code] }]),
  ) as { [C in Code]: { value: C; description: string } };

export const Figure = builder.objectRef<FigureView>('Figure').implement({
  description: 'A value or a reason: one indicator for one place and one period.',
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description: 'The value; null exactly when the state is not OK.',
      resolve: ({ cell }) => cell.value,
    }),
    state: t.field({
      type: FigureState,
      description: 'Whether there is a value and, if not, why not.',
      resolve: ({ cell }) => cell.state,
    }),
    stateReason: t.field({
      type: StateReason,
      nullable: true,
      description:
        'More precisely why there is no value; null when there is one or no reason is known.',
      resolve: ({ cell }) => (cell.state === 'OK' ? null : cell.reason),
    }),
    stateBasis: t.field({
      type: StateBasis,
      description: 'Whether the source says so or Wijkbeeld derived it.',
      resolve: ({ cell }) => (cell.state === 'OK' ? 'SOURCE' : cell.basis),
    }),
    provisional: t.boolean({
      description: 'True when the value may still change.',
      resolve: ({ cell }) => cell.state === 'OK' && cell.releaseStatus !== 'DEFINITIVE',
    }),
    releaseStatus: t.field({
      type: ReleaseStatus,
      nullable: true,
      description: 'How final the value is; null without a value.',
      resolve: ({ cell }) => (cell.state === 'OK' ? cell.releaseStatus : null),
    }),
    lower: t.float({
      nullable: true,
      description: 'Lower 95% bound as the source publishes it; null when it gives none.',
      resolve: ({ cell }) => (cell.state === 'OK' ? cell.lower : null),
    }),
    upper: t.float({
      nullable: true,
      description: 'Upper 95% bound as the source publishes it; null when it gives none.',
      resolve: ({ cell }) => (cell.state === 'OK' ? cell.upper : null),
    }),
    period: t.exposeInt('period', { description: 'Year the figure is about.' }),
    unit: t.exposeString('unit', { description: 'Unit of the value.' }),
    provenance: t.expose('provenance', {
      type: Provenance,
      description: 'How the figure came about.',
    }),
    derivation: t.exposeString('derivation', {
      description: 'How it was worked out when it is not as delivered; empty otherwise.',
    }),
    placeCode: t.expose('placeCode', {
      type: 'PlaceCode',
      description:
        'Code under which the source published it; may be an earlier code of the same place.',
    }),
    columnKey: t.exposeString('columnKey', { description: 'Column in the source file.' }),
    source: t.field({
      type: SourceEdition,
      nullable: true,
      description: 'Where it comes from; null only when no source has delivered this figure.',
      resolve: ({ edition }) => edition,
    }),
  }),
});

const Benchmark = builder.objectRef<IndicatorFigureView['benchmark']>('Benchmark').implement({
  description: 'The same figure for the gemeente and the country, from the same edition.',
  fields: (t) => ({
    gemeente: t.expose('gemeente', {
      type: Figure,
      nullable: true,
      description: 'Figure of the gemeente; null when the edition has none.',
    }),
    country: t.expose('country', {
      type: Figure,
      nullable: true,
      description: 'Figure of the Netherlands; null when the edition has none.',
    }),
  }),
});

const TrendChange = builder.enumType('TrendChange', {
  description: 'What a tested trend says.',
  values: values(['RISING', 'FALLING', 'NO_CLEAR_CHANGE'], {
    RISING: 'A rise that is larger than chance.',
    FALLING: 'A fall that is larger than chance.',
    NO_CLEAR_CHANGE: 'No change that can be told from chance.',
  }),
});

const TrendRefusal = builder.enumType('TrendRefusal', {
  description: 'Why no trend was tested.',
  values: values(trendRefusals, {
    TOO_FEW_POINTS: 'Fewer than five years with a value.',
    MODELLED: 'Model estimates may not be read as a yearly trend.',
    DEFINITION_BREAK: 'The definition changed within the series.',
    BORDER_BREAK: 'The border of the wijk changed within the series.',
  }),
});

const Trend = builder.objectRef<TrendView>('Trend').implement({
  description:
    'Tested change over the years (Mann-Kendall test, Sen slope), or why it was not tested.',
  fields: (t) => ({
    change: t.expose('change', {
      type: TrendChange,
      nullable: true,
      description: 'What the test says; null when refused.',
    }),
    refused: t.expose('refused', {
      type: TrendRefusal,
      nullable: true,
      description: 'Why there is no test; null when tested.',
    }),
    slopePerYear: t.exposeFloat('slopePerYear', {
      nullable: true,
      description: 'Sen slope in units per year; null when refused.',
    }),
    p: t.exposeFloat('p', {
      nullable: true,
      description: 'Two-sided p of the test; null when refused.',
    }),
    points: t.exposeInt('points', { description: 'Years with a value.' }),
  }),
});

const PositionBasis = builder.enumType('PositionBasis', {
  description: 'Which wijken a position is worked out against.',
  values: values(positionBases, {
    GEMEENTE: 'The wijken of the own gemeente.',
    COUNTRY: 'All wijken of the country, because the gemeente has too few.',
  }),
});

const PositionRefusal = builder.enumType('PositionRefusal', {
  description: 'Why a figure has no position.',
  values: values(positionRefusals, {
    NO_VALUE: 'The wijk has no known value.',
    COUNT_NOT_COMPARED: 'Counts are never compared between places.',
    TOO_FEW_WIJKEN: 'Fewer than eight wijken have a value.',
    NO_SPREAD: 'The wijken hardly differ.',
  }),
});

const fifths = [
  'LOWEST_FIFTH',
  'LOW_FIFTH',
  'MIDDLE_FIFTH',
  'HIGH_FIFTH',
  'HIGHEST_FIFTH',
] as const;
const RankBand = builder.enumType('RankBand', {
  description: 'In which fifth of the compared wijken the value lies; no order of wijken.',
  values: values(fifths, {
    LOWEST_FIFTH: 'Among the lowest fifth of the values.',
    LOW_FIFTH: 'In the second fifth.',
    MIDDLE_FIFTH: 'In the middle fifth.',
    HIGH_FIFTH: 'In the fourth fifth.',
    HIGHEST_FIFTH: 'Among the highest fifth of the values.',
  }),
});
const bandOfFifth = (fifth: number) => fifths[(fifth as Fifth) - 1] ?? null;

const IndicatorPosition = builder.objectRef<PositionView>('IndicatorPosition').implement({
  description: 'Where the wijk stands among comparable wijken, with what it was worked out from.',
  fields: (t) => ({
    refused: t.expose('refused', {
      type: PositionRefusal,
      nullable: true,
      description: 'Why there is no position; null when there is one.',
    }),
    z: t.float({
      nullable: true,
      description: 'Robust z: (value - median) / (1.4826 x MAD).',
      resolve: (p) => (p.refused === null ? p.z : null),
    }),
    signedZ: t.float({
      nullable: true,
      description: 'The same with + for concern; null for an indicator without judgement.',
      resolve: (p) => (p.refused === null ? p.signedZ : null),
    }),
    basis: t.field({
      type: PositionBasis,
      nullable: true,
      description: 'Wijken compared with.',
      resolve: (p) => (p.refused === null ? p.basis : null),
    }),
    median: t.float({
      nullable: true,
      description: 'Median of those wijken.',
      resolve: (p) => (p.refused === null ? p.median : null),
    }),
    mad: t.float({
      nullable: true,
      description: 'Median absolute deviation of those wijken, not scaled.',
      resolve: (p) => (p.refused === null ? p.deviation : null),
    }),
    wijken: t.int({
      nullable: true,
      description: 'Number of wijken with a known value.',
      resolve: (p) => (p.refused === null ? p.wijken : null),
    }),
    rankBand: t.field({
      type: RankBand,
      nullable: true,
      description: 'Fifth of the values in which the wijk lies.',
      resolve: (p) => (p.refused === null ? bandOfFifth(p.fifth) : null),
    }),
    adjustedP: t.float({
      nullable: true,
      description:
        'p of the difference from the gemeente, adjusted for false discoveries; null without margins.',
      resolve: (p) => (p.refused === null ? p.adjustedP : null),
    }),
  }),
});

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
    benchmark: t.expose('benchmark', {
      type: Benchmark,
      description: 'The same figure for gemeente and country.',
    }),
    trend: t.expose('trend', {
      type: Trend,
      description: 'Tested change, or why it was not tested.',
    }),
    series: t.expose('series', {
      type: [Figure],
      description: 'Figures of all periods, oldest first.',
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
    },
    resolve: (_root, args, { readDb }) => loadIndicatorMap(readDb, args),
  }),
);
