// Change over the years.
import { type Trend as TrendView, trendRefusals } from '../server/figures/indicator-figures.ts';
import { builder } from './builder.ts';
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
    DEFINITION_BREAK: 'The definition changed within the series.',
    BORDER_BREAK: 'The border of the wijk changed within the series.',
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
    points: t.exposeInt('points', { description: 'Years with a value.' }),
  }),
});
