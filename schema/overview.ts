import { codesOf } from '../server/codes/code-list.ts';
import { themes } from '../server/codes/themes.ts';
import { requireNews } from '../server/news.ts';
import {
  type BlindGroup as BlindGroupView,
  type BlindSpots as BlindSpotsView,
  loadBlindSpots,
} from '../server/overview/blind-spots.ts';
import {
  type Change as ChangeView,
  type changeKinds,
  loadChanges,
} from '../server/overview/changes.ts';
import {
  type GridCell as GridCellView,
  gridOf,
  loadProfilesWithin,
  signalsOf,
} from '../server/overview/grid.ts';
import { watchSignals } from '../server/overview/watch.ts';
import type { Signal as SignalView } from '../server/profiles/profile.ts';
import { builder } from './builder.ts';
import {
  ConcordanceOutcome,
  CoverageLevel,
  PopulationGroup,
  SignalDisplay,
  SignalStage,
  ThemeCode,
  VisibilityReason,
} from './codes.ts';
import { connectionOf, connectionTypes, pageSize, readCursor } from './page.ts';
import { Signal } from './signals.ts';
import { Theme } from './themes.ts';

const GridCell = builder.objectRef<GridCellView>('GridCell').implement({
  description: 'One wijk x theme at a glance.',
  fields: (t) => ({
    placeCode: t.expose('placeCode', { type: 'WijkCode', description: 'Code of the wijk.' }),
    placeName: t.exposeString('placeName', { description: 'Name of the wijk.' }),
    theme: t.expose('theme', { type: ThemeCode, description: 'The theme.' }),
    outcome: t.expose('outcome', {
      type: ConcordanceOutcome,
      description: 'Whether monitor and ground agree.',
    }),
    display: t.expose('display', {
      type: SignalDisplay,
      description: 'What may be shown of the signal.',
    }),
    coverage: t.expose('coverage', {
      type: CoverageLevel,
      description: 'Who has been looking at this theme here.',
    }),
    stage: t.expose('stage', {
      type: SignalStage,
      description: 'Phase in the handling of the signal.',
    }),
  }),
});

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What changed between two days.',
  values: {
    NEW: { value: 'NEW', description: 'A signal that could not be shown then and can be now.' },
    GROWN: { value: 'GROWN', description: 'More organisations stand behind it.' },
    FADED: { value: 'FADED', description: 'Fewer organisations stand behind it.' },
    GONE: { value: 'GONE', description: 'A signal that was shown then and is not now.' },
    OUTCOME_CHANGED: {
      value: 'OUTCOME_CHANGED',
      description: 'Monitor and ground compare otherwise.',
    },
  } satisfies Record<(typeof changeKinds)[number], { value: string; description: string }>,
});

export const SignalChange = builder.objectRef<ChangeView>('SignalChange').implement({
  description: 'What changed for one wijk x theme since a day.',
  fields: (t) => ({
    placeCode: t.expose('placeCode', { type: 'WijkCode', description: 'Code of the wijk.' }),
    placeName: t.exposeString('placeName', { description: 'Name of the wijk.' }),
    theme: t.expose('theme', { type: ThemeCode, description: 'The theme.' }),
    kind: t.expose('kind', { type: ChangeKind, description: 'What changed.' }),
    outcomeBefore: t.expose('outcomeBefore', {
      type: ConcordanceOutcome,
      description: 'Outcome on the earlier day.',
    }),
    outcomeNow: t.expose('outcomeNow', { type: ConcordanceOutcome, description: 'Outcome now.' }),
  }),
});

const BlindGroup = builder.objectRef<BlindGroupView>('BlindGroup').implement({
  description: 'A group that field notes speak of and no figure measures.',
  fields: (t) => ({
    group: t.expose('group', { type: PopulationGroup, description: 'The group.' }),
    reasons: t.expose('reasons', {
      type: [VisibilityReason],
      description: 'Why observers say it is not in the figures, by code.',
    }),
    themes: t.expose('themes', { type: [ThemeCode], description: 'Themes on which it is named.' }),
  }),
});

export const PlaceName = builder
  .objectRef<BlindSpotsView['wijken'][number]>('PlaceName')
  .implement({
    description: 'Code and name of a place.',
    fields: (t) => ({
      placeCode: t.expose('placeCode', { type: 'PlaceCode', description: 'Code of the place.' }),
      name: t.exposeString('name', { description: 'Name of the place.' }),
    }),
  });

const BlindSpots = builder.objectRef<BlindSpotsView>('BlindSpots').implement({
  description: 'What a gemeente does not see.',
  fields: (t) => ({
    groups: t.expose('groups', {
      type: [BlindGroup],
      description: 'Groups that notes speak of and no figure measures.',
    }),
    wijken: t.expose('wijken', {
      type: [PlaceName],
      description: 'Wijken with too few observers, by name.',
    }),
    silentThemes: t.field({
      type: [Theme],
      description: 'Themes on which nobody reported.',
      resolve: (spots) => spots.silentThemes,
    }),
  }),
});

const themeOrder = codesOf(themes);
const within = {
  type: 'PlaceCode',
  required: true,
  description: 'Gemeente, or one wijk of it.',
} as const;

builder.queryFields((t) => ({
  concordanceGrid: t.field({
    type: [GridCell],
    description:
      'Every wijk x theme of a gemeente with its outcome, by name and theme; no ranking of wijken.',
    authScopes: { public: true },
    args: {
      within: t.arg(within),
      year: t.arg.int({ description: 'Division year; default: the newest.' }),
      asOf: t.arg({ type: 'Date', description: 'Answer as of the end of this day; default: now.' }),
    },
    resolve: async (_root, args, { readDb, actor, now }) =>
      gridOf(await loadProfilesWithin(readDb, actor, args, now)),
  }),
  signals: t.connection(
    {
      type: Signal,
      description: 'Signals of a gemeente or wijk that exist, by wijk and theme; no ranking.',
      authScopes: { public: true },
      args: {
        within: t.arg(within),
        theme: t.arg({ type: ThemeCode, description: 'Only this theme.' }),
        outcome: t.arg({ type: [ConcordanceOutcome], description: 'Only these outcomes.' }),
        stage: t.arg({ type: [SignalStage], description: 'Only these phases.' }),
      },
      resolve: async (_root, args, { readDb, actor, now }) => {
        const size = pageSize(args);
        const after = readCursor(args, isSignalKey);
        const all = signalsOf(await loadProfilesWithin(readDb, actor, args, now), args);
        const start = after ? all.findIndex((signal) => isAfter(signal, after)) : 0;
        const page = start < 0 ? [] : all.slice(start, start + size);
        return connectionOf(page, start >= 0 && all.length > start + size, keyOfSignal);
      },
    },
    ...connectionTypes('Signal'),
  ),
  signalChanges: t.field({
    type: [SignalChange],
    description:
      'What is new, grown, faded or gone since the end of the last month that was over by a day, from what could be seen then and can be seen now.',
    authScopes: { public: true },
    args: {
      within: t.arg(within),
      since: t.arg({
        type: 'Date',
        required: true,
        description: 'The earlier day; taken back to the end of a month.',
      }),
    },
    resolve: (_root, args, { readDb, actor, now }) => loadChanges(readDb, actor, args, now),
  }),
  blindSpots: t.field({
    type: BlindSpots,
    description: 'Groups that no figure measures, and wijken and themes where nobody looks.',
    authScopes: { public: true },
    args: { within: t.arg({ type: 'PlaceCode', required: true, description: 'The gemeente.' }) },
    resolve: async (_root, args, { readDb, now }) =>
      loadBlindSpots(readDb, args.within, await loadProfilesWithin(readDb, null, args, now), now),
  }),
}));

type SignalKey = [wijk: string, theme: number];

const keyOfSignal = ({ place, theme }: SignalView): SignalKey => [
  `${place.sortName} ${place.code}`,
  themeOrder.indexOf(theme),
];

/** Whether a signal comes after a cursor, also when the signal of that cursor is no longer there. */
function isAfter(signal: SignalView, [wijk, theme]: SignalKey): boolean {
  const [ownWijk, ownTheme] = keyOfSignal(signal);
  return ownWijk > wijk || (ownWijk === wijk && ownTheme > theme);
}

const isSignalKey = (value: unknown): value is SignalKey =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';

builder.subscriptionField('signalChanged', (t) =>
  t.field({
    type: Signal,
    description:
      'A signal whenever what this actor can see of it changes; works across server processes. What stays hidden sends nothing.',
    authScopes: { public: true },
    args: { within: t.arg(within) },
    subscribe: (_root, args, { readDb, actor, news, clock }) =>
      watchSignals(readDb, actor, args.within, requireNews(news), clock),
    resolve: (signal) => signal,
  }),
);
