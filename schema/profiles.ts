import { loadProfile } from '../server/profiles/load.ts';
import type { Profile, ThemeProfile as ThemeView } from '../server/profiles/profile.ts';
import { appliedThresholds } from '../server/thresholds/load.ts';
import { builder } from './builder.ts';
import { AnalysisLevel } from './codes.ts';
import { Concordance, MonitorPosition } from './concordance.ts';
import { Figure } from './figure.ts';
import { IndicatorFigure } from './figures.ts';
import { FollowUp, Interpretation, KnownDocument, Reaction } from './follow-ups.ts';
import { Place } from './places.ts';
import { Coverage, Signal } from './signals.ts';
import { SourceEdition } from './sources.ts';
import { Theme } from './themes.ts';
import { DisclosureThreshold } from './thresholds.ts';

const ThemeProfile = builder.objectRef<ThemeView>('ThemeProfile').implement({
  description:
    'One theme in one wijk: what the monitor says, what the ground says, who looked, and whether they agree.',
  fields: (t) => ({
    theme: t.field({ type: Theme, description: 'The theme.', resolve: (profile) => profile.theme }),
    analysisLevel: t.expose('analysisLevel', {
      type: AnalysisLevel,
      description: 'How far the statement goes.',
    }),
    figures: t.expose('figures', {
      type: [IndicatorFigure],
      description: 'Figures of the theme; sensitive ones are left out.',
    }),
    monitor: t.field({
      type: MonitorPosition,
      description: 'Where the figures by themselves put the wijk.',
      resolve: (profile) => profile.concordance.monitorAlone,
    }),
    signal: t.expose('signal', { type: Signal, description: 'What the field notes say.' }),
    coverage: t.expose('coverage', {
      type: Coverage,
      description: 'Who has been looking at this theme.',
    }),
    concordance: t.field({
      type: Concordance,
      description: 'Whether monitor and ground agree, with every reason.',
      resolve: (profile) => ({ ...profile.concordance, sentence: profile.sentence }),
    }),
    interpretations: t.expose('interpretations', {
      type: [Interpretation],
      description: 'Joint explanations, latest first.',
    }),
    followUps: t.expose('followUps', {
      type: [FollowUp],
      description: 'What is done with the signal, latest first.',
    }),
    knownDocuments: t.expose('knownDocuments', {
      type: [KnownDocument],
      description:
        'What is known already: documents about the wijk or its gemeente, latest first (Dutch: wat weten we al).',
    }),
    reactions: t.expose('reactions', {
      type: [Reaction],
      description:
        'Published reactions to the signal, latest month first; they count for nothing in it.',
    }),
  }),
});

const WijkProfile = builder.objectRef<Profile>('WijkProfile').implement({
  description:
    'The merge: figures, signals, coverage and concordance of one wijk, by theme. Made on request.',
  fields: (t) => ({
    place: t.expose('place', { type: Place, description: 'The wijk.' }),
    gemeenteName: t.string({
      description: 'Name of the gemeente.',
      resolve: (profile) => profile.place.gemeenteName,
    }),
    year: t.exposeInt('year', {
      description: 'Division year of the profile; later periods are not shown.',
    }),
    asOf: t.field({
      type: 'Date',
      description: 'Day as of whose end it is answered.',
      resolve: (profile) => profile.asOf.toISOString().slice(0, 10),
    }),
    groundAsOf: t.expose('groundAsOf', {
      type: 'Date',
      description:
        'Last day of what is told of signals that may not be shown, and of who has been looking: the end of a month, so that nobody finds the day on which something changed. Signals that may be shown are as of asOf while that is today. For a reviewer: asOf.',
    }),
    thresholds: t.field({
      type: [DisclosureThreshold],
      description:
        'What small numbers are held against here: those of the gemeente today, whatever day is asked about.',
      resolve: ({ thresholds }) => appliedThresholds(thresholds),
    }),
    population: t.expose('population', { type: Figure, description: 'Inhabitants of the wijk.' }),
    coverage: t.expose('coverage', {
      type: Coverage,
      description: 'Who has been looking in the wijk, over all themes.',
    }),
    themes: t.expose('themes', {
      type: [ThemeProfile],
      description: 'All themes in their fixed order; one without data says so.',
    }),
    context: t.field({
      resolve: (profile) => [...profile.context()],
      type: [IndicatorFigure],
      description: 'Figures that belong to no theme.',
    }),
    sources: t.expose('sources', {
      type: [SourceEdition],
      description: 'Every source on the profile.',
    }),
  }),
});

builder.queryField('wijkProfile', (t) =>
  t.field({
    type: WijkProfile,
    nullable: true,
    description: 'The profile of a wijk; null only if the code does not exist in any year.',
    authScopes: { public: true },
    args: {
      code: t.arg({ type: 'WijkCode', required: true, description: 'CBS code of the wijk.' }),
      year: t.arg.int({
        description: 'Division year; default: the last in which the wijk exists.',
      }),
      asOf: t.arg({ type: 'Date', description: 'Answer as of the end of this day; default: now.' }),
      compareWith: t.arg({
        type: ['WijkCode'],
        description:
          'Wijken to put beside it, ten at most, of any gemeente: their figures stand in benchmark.comparison in this order.',
      }),
    },
    resolve: (_root, args, { readDb, actor, now }) => loadProfile(readDb, actor, args, now),
  }),
);
