// One figure.
import {
  type Figure as FigureView,
  marginsOfFigure,
  methodOfFigure,
} from '../server/figures/figure.ts';
import { periodCode } from '../server/figures/periods.ts';
import { builder } from './builder.ts';
import {
  FigureState,
  PartOfYear,
  Provenance,
  ReleaseStatus,
  StateBasis,
  StateReason,
} from './codes.ts';
import { Margins, Method } from './methods.ts';
import { SourceEdition } from './sources.ts';

export const Figure = builder.objectRef<FigureView>('Figure').implement({
  description: 'A value or a reason: one indicator for one place and one period.',
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The value; null exactly when the state is not OK.',
    }),
    state: t.expose('state', {
      type: FigureState,
      description: 'Whether there is a value and, if not, why not.',
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
    part: t.field({
      type: PartOfYear,
      nullable: true,
      description: 'Part of that year the figure is about; null: the whole year.',
      resolve: ({ part }) => part || null,
    }),
    periodCode: t.string({
      description: 'The period as CBS codes it: `2024JJ00`, `2024KW03`.',
      resolve: ({ period, part }) => periodCode({ year: period, part }),
    }),
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
    margins: t.field({
      type: Margins,
      description: 'Its 95% margins: of the source, or worked out from the counts behind it.',
      resolve: marginsOfFigure,
    }),
    method: t.field({
      type: Method,
      description: 'How it came about, with what went into it.',
      resolve: methodOfFigure,
    }),
    source: t.field({
      type: SourceEdition,
      nullable: true,
      description: 'Where it comes from; null only when no source has delivered this figure.',
      resolve: ({ edition }) => edition,
    }),
  }),
});
