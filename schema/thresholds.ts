// What small numbers are held against in a gemeente: read by everyone, made stricter by its administrators.
import { thresholdKinds } from '../server/codes/thresholds.ts';
import { setThreshold, undoThreshold } from '../server/thresholds/change.ts';
import {
  type ChangeKey,
  type ThresholdChange as ChangeView,
  listThresholdChanges,
} from '../server/thresholds/history.ts';
import { type AppliedThreshold, listThresholds } from '../server/thresholds/load.ts';
import { previewThreshold, type ThresholdPreview } from '../server/thresholds/preview.ts';
import { builder } from './builder.ts';
import { Language, ThresholdKind } from './codes.ts';
import { connectionOf, connectionTypes, isText, pageSize, readCursor } from './page.ts';

export const DisclosureThreshold = builder
  .objectRef<AppliedThreshold>('DisclosureThreshold')
  .implement({
    description:
      'The least of something that is enough to be shown in a gemeente today; it holds for every day that is asked about.',
    fields: (t) => ({
      kind: t.expose('kind', { type: ThresholdKind, description: 'What is counted.' }),
      label: t.string({
        description: 'What is counted, in words.',
        args: {
          language: t.arg({
            type: Language,
            required: true,
            defaultValue: 'nl',
            description: 'Language of the words.',
          }),
        },
        resolve: ({ kind }, { language }) => thresholdKinds[kind][language],
      }),
      least: t.exposeInt('least', { description: 'The least that is enough.' }),
      product: t.exposeInt('product', {
        description: 'What the product asks: a gemeente may ask more, never less.',
      }),
      most: t.exposeInt('most', { description: 'The most that a gemeente may ask.' }),
    }),
  });

const ThresholdChange = builder.objectRef<ChangeView>('DisclosureThresholdChange').implement({
  description: 'One change of what a gemeente asks; who made it stands in the audit log.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ThresholdKind, description: 'What is counted.' }),
    version: t.exposeInt('version', {
      description: 'Number of the change, from 1 per kind; the last one can be undone.',
    }),
    least: t.exposeInt('least', {
      nullable: true,
      description: 'The own threshold from then on; null: what the product asks.',
    }),
    role: t.exposeString('role', {
      description: 'Role of the one who made it; SYSTEM: the operator at the command line.',
    }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When.' }),
  }),
});

const [connectionType, edgeType] = connectionTypes('DisclosureThresholdChange');
const ChangeConnection = builder.connectionObject(
  { type: ThresholdChange, ...connectionType },
  edgeType,
);

const isKey = (value: unknown): value is ChangeKey =>
  Array.isArray(value) &&
  value.length === 3 &&
  value.slice(0, 2).every(isText) &&
  !Number.isNaN(Date.parse(String(value[0]))) &&
  Number.isInteger(value[2]);

const Preview = builder.objectRef<ThresholdPreview>('DisclosureThresholdPreview').implement({
  description: 'How much is shown in a gemeente now, and would be under another threshold.',
  fields: (t) => ({
    asOf: t.expose('asOf', {
      type: 'Date',
      description: 'Last day that counts: the end of the last whole month.',
    }),
    signalsNow: t.int({
      description: 'Signals (wijk x theme) that may be shown.',
      resolve: ({ today }) => today.signals,
    }),
    signalsThen: t.int({
      description: 'How many of them would be.',
      resolve: ({ tried }) => tried.signals,
    }),
    groupsNow: t.int({
      description: 'Groups that are named in signals.',
      resolve: ({ today }) => today.groups,
    }),
    groupsThen: t.int({
      description: 'How many of them would be.',
      resolve: ({ tried }) => tried.groups,
    }),
  }),
});

const ThresholdInput = builder.inputType('DisclosureThresholdInput', {
  description: 'What a gemeente asks of one kind.',
  fields: (t) => ({
    gemeente: t.field({ type: 'PlaceCode', required: true, description: 'The own gemeente.' }),
    kind: t.field({ type: ThresholdKind, required: true, description: 'What is counted.' }),
    least: t.int({
      description:
        'The least that is enough, never below the product; null: what the product asks.',
    }),
  }),
});

const gemeente = { type: 'PlaceCode', required: true } as const;
const input = { type: ThresholdInput, required: true } as const;

builder.queryFields((t) => ({
  disclosureThresholds: t.field({
    type: [DisclosureThreshold],
    authScopes: { public: true },
    description: 'What small numbers are held against in a gemeente today, in a fixed order.',
    args: { gemeente: t.arg({ ...gemeente, description: 'The gemeente.' }) },
    resolve: (_root, args, { readDb }) => listThresholds(readDb, args.gemeente),
  }),
  disclosureThresholdChanges: t.withAuth({ roles: ['ADMIN', 'AUDITOR'] }).connection(
    {
      type: ThresholdChange,
      description: 'Changes in the own gemeente, the latest first.',
      resolve: async (_root, args, { db, actor }) => {
        const page = { first: pageSize(args), after: readCursor(args, isKey) };
        const { changes, hasMore } = await listThresholdChanges(db, actor.gemeenteCode, page);
        return connectionOf(changes, hasMore, (one) => [
          ...[one.changedAt.toISOString(), one.kind, one.version],
        ]);
      },
    },
    ChangeConnection as never,
  ),
  disclosureThresholdPreview: t.withAuth({ role: 'ADMIN' }).field({
    type: Preview,
    scope: ['MANAGE'],
    description: 'What another threshold would hide in the own gemeente, before it is set.',
    args: { input: t.arg({ ...input, description: 'The threshold to try.' }) },
    resolve: (_root, args, { readDb, actor, now }) =>
      previewThreshold(readDb, actor, { ...args.input, least: args.input.least ?? null }, now),
  }),
}));

builder.mutationFields((t) => ({
  setDisclosureThreshold: t.withAuth({ role: 'ADMIN' }).field({
    type: DisclosureThreshold,
    scope: ['MANAGE'],
    description:
      'Asks more than the product before something is shown; it holds at once, everywhere. Less than the product asks is refused with `extensions.leastAllowed`. The same again changes nothing.',
    args: { input: t.arg({ ...input, description: 'What is asked from now on.' }) },
    resolve: (_root, args, { db, actor, now }) =>
      setThreshold(db, actor, { ...args.input, least: args.input.least ?? null }, now),
  }),
  undoDisclosureThreshold: t.withAuth({ role: 'ADMIN' }).field({
    type: DisclosureThreshold,
    scope: ['MANAGE'],
    description:
      'Puts back what stood before the last change, as a change of its own; CONFLICT when another came in between.',
    args: {
      gemeente: t.arg({ ...gemeente, description: 'The own gemeente.' }),
      kind: t.arg({ type: ThresholdKind, required: true, description: 'What is counted.' }),
      version: t.arg.int({ required: true, description: 'Number of the change: the last one.' }),
    },
    resolve: (_root, args, { db, actor, now }) => undoThreshold(db, actor, args, now),
  }),
}));
