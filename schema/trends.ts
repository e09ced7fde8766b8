// Change over the years.

import { conversionRefusals } from '../server/figures/convert.ts';
import {
  type Conversion as ConversionView,
  type IndicatorTrend as IndicatorTrendView,
  loadIndicatorTrend,
  type SeriesPoint as PointView,
} from '../server/figures/indicator-trend.ts';
import {
  type SeriesBreak as BreakView,
  type Trend as TrendView,
  trendRefusals,
} from '../server/figures/trend.ts';
import type { Contribution as PartView } from '../server/places/conversion.ts';
import { builder } from './builder.ts';
import { PartOfYear, PlaceLinkKind } from './codes.ts';
import { Figure } from './figure.ts';
import { Indicator } from './indicators.ts';
import { values } from './values.ts';

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
    DEFINITION_BREAK: 'Fewer than five years with a value since the definition changed.',
    BORDER_BREAK: 'Fewer than five years with a value since the border of the wijk changed.',
  }),
});

const TrendMethod = builder.enumType('TrendMethod', {
  description: 'Form of the test for a trend (Mann 1945, Kendall 1975).',
  values: values(['MANN_KENDALL_EXACT', 'MANN_KENDALL_NORMAL'], {
    MANN_KENDALL_EXACT: 'Exact, for values that are all different.',
    MANN_KENDALL_NORMAL: 'By the normal distribution, corrected for equal values.',
  }),
});

const BreakKind = builder.enumType('BreakKind', {
  description: 'Why figures before and after may not be compared.',
  values: values(['BORDER', 'DEFINITION'], {
    BORDER: 'The border changed: figures of earlier divisions are of another area.',
    DEFINITION: 'The definition of the indicator changed.',
  }),
});

const SeriesBreak = builder.objectRef<BreakView>('SeriesBreak').implement({
  description: 'Where a series stops.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'First year on the new side.' }),
    kind: t.expose('kind', { type: BreakKind, description: 'Why.' }),
    link: t.expose('link', {
      type: PlaceLinkKind,
      nullable: true,
      description: 'How the place follows its predecessor; null for a definition.',
    }),
  }),
});

export const Trend = builder.objectRef<TrendView>('Trend').implement({
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
    points: t.exposeInt('points', { description: 'Years with a value since the last break.' }),
    method: t.expose('method', {
      type: TrendMethod,
      nullable: true,
      description: 'Which form of the test; null when refused.',
    }),
    from: t.exposeInt('from', {
      nullable: true,
      description: 'First of those years; null without any.',
    }),
    until: t.exposeInt('until', {
      nullable: true,
      description: 'Last of those years; null without any.',
    }),
    breaks: t.expose('breaks', {
      type: [SeriesBreak],
      description: 'Where the series stops, oldest first: show them.',
    }),
  }),
});

const ConversionRefusal = builder.enumType('ConversionRefusal', {
  description: 'Why a series was not converted over a border.',
  values: values(conversionRefusals, {
    NOTHING_TO_CONVERT: 'No border changed within the years known.',
    NO_TABLE: 'No conversion table was imported for the border that changed.',
    NOT_ADDITIVE: 'Medians, averages, scores, distances and amounts cannot be put together again.',
    NO_PARTS: 'A share or rate without its counts cannot be converted.',
    MODELLED: 'Model estimates may not be read as a yearly trend.',
  }),
});

const ConversionPart = builder.objectRef<PartView>('ConversionPart').implement({
  description: 'An earlier place of which a part lies in this one.',
  fields: (t) => ({
    placeCode: t.expose('code', { type: 'PlaceCode', description: 'Code of the earlier place.' }),
    firstYear: t.exposeInt('firstYear', { description: 'First division year it is meant in.' }),
    lastYear: t.exposeInt('lastYear', { description: 'Last division year it is meant in.' }),
    share: t.exposeFloat('share', { description: 'Share of it that lies in this place.' }),
  }),
});

const Conversion = builder.objectRef<ConversionView>('Conversion').implement({
  description: 'How figures of before a border change were converted, or why they were not.',
  fields: (t) => ({
    refused: t.expose('refused', {
      type: ConversionRefusal,
      nullable: true,
      description: 'Why not; null when converted, or not asked.',
    }),
    basis: t.exposeString('basis', {
      description: 'What the shares are of, as the imported table says; empty when it does not.',
    }),
    parts: t.expose('parts', {
      type: [ConversionPart],
      description: 'What the converted figures were made of.',
    }),
  }),
});

const SeriesPoint = builder.objectRef<PointView>('SeriesPoint').implement({
  description: 'One period of a series.',
  fields: (t) => ({
    figure: t.expose('figure', { type: Figure, description: 'Its figure.' }),
    converted: t.boolean({
      description: 'Converted over a border: an estimate, to be shown apart.',
      resolve: ({ isConverted }) => isConverted,
    }),
  }),
});

const IndicatorTrend = builder.objectRef<IndicatorTrendView>('IndicatorTrend').implement({
  description: 'An indicator of a wijk through the years.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'What is measured.' }),
    segment: t.exposeString('segment', { description: 'Part of the population; empty for all.' }),
    series: t.expose('series', { type: [SeriesPoint], description: 'Oldest first.' }),
    trend: t.expose('trend', {
      type: Trend,
      description: 'Tested over the series, converted figures included where asked.',
    }),
    conversion: t.expose('conversion', {
      type: Conversion,
      description: 'How figures of before a border were converted, or why not.',
    }),
  }),
});

builder.queryField('indicatorTrend', (t) =>
  t.field({
    type: IndicatorTrend,
    description:
      'An indicator of a wijk through the years. It follows renames and new codes, and stops at a border that changed, unless it may be converted.',
    authScopes: { public: true },
    args: {
      code: t.arg({ type: 'WijkCode', required: true, description: 'CBS code of the wijk.' }),
      indicator: t.arg.string({ required: true, description: 'Key of the indicator.' }),
      segment: t.arg.string({ description: 'Part of the population; default: the whole.' }),
      part: t.arg({
        type: PartOfYear,
        description: 'Part of the year, the same of each; default: whole years.',
      }),
      year: t.arg.int({
        description: 'Division year; default: the last in which the wijk exists.',
      }),
      convert: t.arg.boolean({
        description: 'Also convert figures of before a border change (default: false).',
      }),
    },
    resolve: (_root, args, { readDb, now }) => loadIndicatorTrend(readDb, args, now),
  }),
);
