// How a gemeente answers its observers, for everyone.
import {
  loadFollowUpStatistics,
  medianReasons,
  type FollowUpStatistics as StatisticsView,
  statisticsStates,
} from '../server/follow-ups/statistics.ts';
import { builder } from './builder.ts';

const FollowUpStatisticsState = builder.enumType('FollowUpStatisticsState', {
  description: 'Whether numbers are told, and if not, why.',
  values: {
    OK: { value: 'OK', description: statisticsStates.OK },
    TOO_FEW: { value: 'TOO_FEW', description: statisticsStates.TOO_FEW },
  } as const,
});

const MedianReason = builder.enumType('MedianReason', {
  description: 'Why there is no median number of days.',
  values: {
    NOTHING_CLOSED: { value: 'NOTHING_CLOSED', description: medianReasons.NOTHING_CLOSED },
    TOO_FEW_CLOSED: { value: 'TOO_FEW_CLOSED', description: medianReasons.TOO_FEW_CLOSED },
    TOO_FEW_SIGNALS: { value: 'TOO_FEW_SIGNALS', description: medianReasons.TOO_FEW_SIGNALS },
  } as const,
});

const FollowUpStatistics = builder.objectRef<StatisticsView>('FollowUpStatistics').implement({
  description: 'How signals are answered. Numbers are null while the state is TOO_FEW.',
  fields: (t) => ({
    state: t.expose('state', {
      type: FollowUpStatisticsState,
      description: 'Whether numbers are told.',
    }),
    signals: t.exposeInt('signals', {
      nullable: true,
      description: 'Signals that are or were handled: with a phase or a follow-up.',
    }),
    shareWithFeedback: t.exposeFloat('shareWithFeedback', {
      nullable: true,
      description: 'Share of them, 0 to 1, whose observers were told what was done.',
    }),
    open: t.exposeInt('open', { nullable: true, description: 'Follow-ups not closed yet.' }),
    overdue: t.exposeInt('overdue', {
      nullable: true,
      description: 'Open follow-ups whose due day has passed.',
    }),
    medianDaysToFeedback: t.exposeFloat('medianDaysToFeedback', {
      nullable: true,
      description:
        'Median over signals of the days from publication of the oldest note to the first feedback; null with a reason.',
    }),
    medianReason: t.expose('medianReason', {
      type: MedianReason,
      nullable: true,
      description: 'Why there is no median; null when there is.',
    }),
  }),
});

builder.queryField('followUpStatistics', (t) =>
  t.field({
    type: FollowUpStatistics,
    description: 'How a gemeente, or one of its wijken, answers its signals.',
    authScopes: { public: true },
    args: {
      within: t.arg({ type: 'PlaceCode', required: true, description: 'Gemeente or wijk.' }),
    },
    resolve: (_root, { within }, { readDb, now }) => loadFollowUpStatistics(readDb, within, now),
  }),
);
