// How a figure came about, and its margins.
import {
  type Margins as MarginsView,
  marginMethods,
  marginRefusals,
} from '../server/figures/margins.ts';
import {
  type MethodInput as MethodInputView,
  type Method as MethodView,
  methodKinds,
} from '../server/figures/rates.ts';
import { builder } from './builder.ts';
import { FigureState } from './codes.ts';
import { Indicator } from './indicators.ts';
import { values } from './values.ts';

const MarginMethod = builder.enumType('MarginMethod', {
  description: 'How margins were worked out.',
  values: values(marginMethods, {
    SOURCE: 'The source publishes them.',
    WILSON: 'Wilson score interval of a counted share (Wilson 1927).',
    BYAR: "Byar's approximation for a count of ten or more (Rothman & Boice 1979).",
    POISSON_EXACT: 'Exact Poisson interval for a count below ten (Garwood 1936).',
  }),
});

const MarginRefusal = builder.enumType('MarginRefusal', {
  description: 'Why a figure has no margins.',
  values: values(marginRefusals, {
    NO_VALUE: 'There is no value.',
    NOT_A_SHARE_OR_RATE: 'The measure has no counts behind it, and the source gives no margins.',
    MODELLED: 'A modelled figure has the margins of its source or none.',
    CONVERTED: 'A figure converted over a border is no count any more.',
    NO_DENOMINATOR: 'What it is a share or rate of is not known.',
    NUMERATOR_ABOVE_DENOMINATOR: 'More were counted than there are: rounded or of other people.',
  }),
});

export const Margins = builder.objectRef<MarginsView>('Margins').implement({
  description: 'The 95% margins of a figure, or why it has none.',
  fields: (t) => ({
    refused: t.expose('refused', {
      type: MarginRefusal,
      nullable: true,
      description: 'Why there are none; null when there are.',
    }),
    lower: t.float({
      nullable: true,
      description: 'Lower bound, in the unit of the value.',
      resolve: (m) => (m.refused === null ? m.lower : null),
    }),
    upper: t.float({
      nullable: true,
      description: 'Upper bound, in the unit of the value.',
      resolve: (m) => (m.refused === null ? m.upper : null),
    }),
    method: t.field({
      type: MarginMethod,
      nullable: true,
      description: 'How they were worked out.',
      resolve: (m) => (m.refused === null ? m.method : null),
    }),
    numerator: t.float({
      nullable: true,
      description: 'Count that they rest on; null for margins of the source.',
      resolve: (m) => (m.refused === null ? m.numerator : null),
    }),
    denominator: t.float({
      nullable: true,
      description: 'What it was counted among; null for margins of the source.',
      resolve: (m) => (m.refused === null ? m.denominator : null),
    }),
    leavesRoundingOut: t.boolean({
      description:
        'The counts are multiples of five, as rounding by a source leaves them: the margins do not include that rounding.',
      resolve: (m) => m.refused === null && m.leavesRoundingOut,
    }),
  }),
});

const MethodKind = builder.enumType('MethodKind', {
  description: 'How a figure came about.',
  values: values(methodKinds, {
    AS_DELIVERED: 'As the source delivers it.',
    RATE_FROM_COUNTS: 'A share or rate worked out from counts of the same table and period.',
    CONVERTED: 'Converted over a border from numerators and denominators: an estimate.',
  }),
});

const InputRole = builder.enumType('InputRole', {
  description: 'What an input does in a method.',
  values: values(['NUMERATOR', 'DENOMINATOR'], {
    NUMERATOR: 'What is counted.',
    DENOMINATOR: 'What it is counted among.',
  }),
});

const MethodInput = builder.objectRef<MethodInputView>('MethodInput').implement({
  description: 'A figure that went into another, of the same table, place and period.',
  fields: (t) => ({
    role: t.expose('role', { type: InputRole, description: 'What it does in the formula.' }),
    indicator: t.expose('indicator', { type: Indicator, description: 'What is measured.' }),
    value: t.float({
      nullable: true,
      description: 'Its value; null without one, and on a map.',
      resolve: ({ cell }) => cell?.value ?? null,
    }),
    state: t.field({
      type: FigureState,
      nullable: true,
      description: 'Whether it has a value; null on a map, where the parts are not read along.',
      resolve: ({ cell }) => cell?.state ?? null,
    }),
  }),
});

export const Method = builder.objectRef<MethodView>('Method').implement({
  description: 'How a figure came about, with its inputs.',
  fields: (t) => ({
    kind: t.expose('kind', { type: MethodKind, description: 'Kind of method.' }),
    formula: t.exposeString('formula', { description: 'In words; empty when as delivered.' }),
    per: t.exposeFloat('per', {
      nullable: true,
      description: 'What a rate is expressed per; null for another method.',
    }),
    inputs: t.expose('inputs', { type: [MethodInput], description: 'What went into it.' }),
  }),
});
