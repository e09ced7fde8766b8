import { type Change, loadChanges } from '../server/overview/changes.ts';
import {
  loadWarnings,
  type EarlyWarnings as WarningsView,
  type EarlyWarning as WarningView,
  warnedRoles,
} from '../server/warnings.ts';
import { builder } from './builder.ts';
import { ThemeCode } from './codes.ts';
import { PlaceName, SignalChange } from './overview.ts';

const EarlyWarning = builder.objectRef<WarningView>('EarlyWarning').implement({
  description:
    'More is being noted than the past and the rest of the gemeente explain. It says that something changed in what is noted, not that a need grew: look before calling it a signal.',
  fields: (t) => ({
    theme: t.expose('theme', { type: ThemeCode, description: 'The theme.' }),
    places: t.expose('places', {
      type: [PlaceName],
      description: 'The wijk, with the neighbours that rise with it.',
    }),
    since: t.expose('since', {
      type: 'Date',
      description: 'First day of the month from which more is noted.',
    }),
    ratio: t.exposeFloat('ratio', {
      description: 'How many times as much as expected, rounded to a tenth.',
    }),
  }),
});

const EarlyWarnings = builder.objectRef<WarningsView>('EarlyWarnings').implement({
  description: 'Early warnings of a gemeente with the rule they rest on.',
  fields: (t) => ({
    warnings: t.expose('warnings', {
      type: [EarlyWarning],
      description: 'Rises at the end of this month.',
    }),
    refusedThemes: t.expose('refusedThemes', {
      type: [ThemeCode],
      description: 'Themes with too few notes or too short a past to say anything.',
    }),
    falseAlertsPerHundredWijkMonths: t.exposeFloat('falseAlertsPerHundredWijkMonths', {
      description:
        'False alerts that the rule accepts at most per 100 wijk-months when nothing changes.',
    }),
    nullModel: t.string({
      description: 'What the rule takes for "nothing changed".',
      resolve: () =>
        'Given how many voices the gemeente has in a month, each falls in a wijk with the share that wijk had before.',
    }),
  }),
});

interface DigestView {
  readonly changes: readonly Change[];
  readonly warnings: WarningsView;
}

const Digest = builder.objectRef<DigestView>('Digest').implement({
  description: 'What a reviewer, analyst or policy adviser should look at since a day.',
  fields: (t) => ({
    changes: t.expose('changes', {
      type: [SignalChange],
      description: 'Signals that are new, grown, faded or gone.',
    }),
    earlyWarnings: t.expose('warnings', {
      type: EarlyWarnings,
      description: 'Early warnings now.',
    }),
  }),
});

const gemeente = { type: 'PlaceCode', required: true, description: 'The own gemeente.' } as const;

builder.queryFields((t) => ({
  earlyWarnings: t.withAuth({ roles: warnedRoles }).field({
    type: EarlyWarnings,
    description:
      'Where more is being noted than expected, for reviewers, analysts and policy advisers of the gemeente.',
    args: { within: t.arg(gemeente) },
    resolve: (_root, { within }, { readDb, actor, now }) =>
      loadWarnings(readDb, actor, within, now),
  }),
  digest: t.withAuth({ roles: warnedRoles }).field({
    type: Digest,
    description: 'What changed since a day and what may be rising, in one answer.',
    args: {
      within: t.arg(gemeente),
      since: t.arg({ type: 'Date', required: true, description: 'The earlier day.' }),
    },
    resolve: async (_root, { within, since }, { readDb, actor, now }) => {
      const warnings = await loadWarnings(readDb, actor, within, now);
      return { changes: await loadChanges(readDb, actor, { within, since }, now), warnings };
    },
  }),
}));
