// Expected against actual use of provisions.
import {
  type ExpectedUse as ExpectedUseView,
  type PublishedFit as FitView,
  useLabels,
  useRefusals,
} from '../server/figures/expected-use.ts';
import { builder } from './builder.ts';
import { Indicator } from './indicators.ts';
import { values } from './values.ts';

type PredictorView = FitView['predictors'][number];
type UseInputView = ExpectedUseView['inputs'][number];

const UseLabel = builder.enumType('UseLabel', {
  description: 'Actual against expected use; no judgement.',
  values: values(useLabels, {
    LOWER_THAN_EXPECTED:
      'Lower than expected: look at reach (lager dan verwacht: kijk naar bereik).',
    AS_EXPECTED: 'As expected, or no more different than chance makes it.',
    HIGHER_THAN_EXPECTED: 'Higher than expected; high use can mean good reach.',
  }),
});

const UseRefusal = builder.enumType('UseRefusal', {
  description: 'Why no use is expected.',
  values: values(useRefusals, {
    NOT_A_PROVISION: 'Only for use of Wmo and jeugdzorg.',
    NO_MODEL:
      'No fit: too few wijken with everything known, or the table lacks the composition of the wijken.',
    NO_VALUE: 'The wijk has no known use.',
    COMPOSITION_UNKNOWN: 'The composition of the wijk is not wholly known.',
  }),
});

const UsePredictor = builder.objectRef<PredictorView>('UsePredictor').implement({
  description: 'A part of the composition that use is expected from. Origin never is.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'What is measured.' }),
    coefficient: t.exposeFloat('coefficient', {
      description: 'Change of the expectation when it is one unit higher.',
    }),
  }),
});

const UseFit = builder.objectRef<FitView>('UseFit').implement({
  description:
    'The published regression: ordinary least squares over wijken with a hundred inhabitants or more, in the same edition.',
  fields: (t) => ({
    intercept: t.exposeFloat('intercept', { description: 'Expectation where all inputs are 0.' }),
    predictors: t.expose('predictors', {
      type: [UsePredictor],
      description: 'What it rests on, with coefficients.',
    }),
    wijken: t.exposeInt('wijken', { description: 'Wijken that it was fitted on.' }),
    rSquared: t.exposeFloat('rSquared', { description: 'Share of the variance explained.' }),
    residualDeviation: t.exposeFloat('residualDeviation', {
      description: 'Standard deviation of the residuals, in the unit of the figure.',
    }),
  }),
});

const UseInput = builder.objectRef<UseInputView>('UseInput').implement({
  description: 'The composition of this wijk, as it went into the expectation.',
  fields: (t) => ({
    indicator: t.expose('indicator', { type: Indicator, description: 'What is measured.' }),
    value: t.float({
      nullable: true,
      description: 'Its value; never null beside an expectation.',
      resolve: ({ cell }) => cell.value,
    }),
  }),
});

export const ExpectedUse = builder.objectRef<ExpectedUseView>('ExpectedUse').implement({
  description:
    'Actual use of a provision against what the composition of the wijk makes expected: a question for a dialogue. It says nothing about need that meets no provision.',
  fields: (t) => ({
    label: t.expose('label', {
      type: UseLabel,
      nullable: true,
      description:
        'From one standard deviation of the residuals, where the margins of the count do not explain it; null when refused.',
    }),
    refused: t.expose('refused', {
      type: UseRefusal,
      nullable: true,
      description: 'Why there is none; null when there is.',
    }),
    expected: t.exposeFloat('expected', {
      nullable: true,
      description: 'Expected use, in the unit of the figure.',
    }),
    residual: t.exposeFloat('residual', {
      nullable: true,
      description: 'Actual minus expected use.',
    }),
    standardised: t.exposeFloat('standardised', {
      nullable: true,
      description: 'Residual in standard deviations of the residuals.',
    }),
    inputs: t.expose('inputs', { type: [UseInput], description: 'Composition of this wijk.' }),
    fit: t.expose('fit', {
      type: UseFit,
      nullable: true,
      description: 'The regression behind it; null when there is none.',
    }),
  }),
});
