// Where a wijk stands among comparable wijken.
import {
  type IndicatorPosition as PositionView,
  positionBases,
  positionRefusals,
} from '../server/figures/position.ts';
import type { RankBand as Fifth } from '../server/statistics/robust-z.ts';
import { builder } from './builder.ts';
import { values } from './values.ts';

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

export const IndicatorPosition = builder.objectRef<PositionView>('IndicatorPosition').implement({
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
