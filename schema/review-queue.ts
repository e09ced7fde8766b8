// The reviewer's queue as it changes.
import { requireNews } from '../server/news.ts';
import { type ReviewQueue as ReviewQueueView, watchReviewQueue } from '../server/overview/watch.ts';
import { builder } from './builder.ts';

const ReviewQueue = builder.objectRef<ReviewQueueView>('ReviewQueue').implement({
  description: "What waits for a reviewer; the reviewer's own contributions are not counted.",
  fields: (t) => ({
    within: t.expose('within', { type: 'PlaceCode', description: 'Gemeente or wijk.' }),
    waiting: t.exposeInt('waiting', { description: 'Field notes that wait for review.' }),
    waitingReactions: t.exposeInt('waitingReactions', {
      description: 'Reactions that wait for review.',
    }),
    oldestOn: t.expose('oldestOn', {
      type: 'Date',
      nullable: true,
      description: 'Day on which the note that waits longest was signalled; null when none waits.',
    }),
  }),
});

builder.subscriptionField('reviewQueueChanged', (t) =>
  t.withAuth({ role: 'REVIEWER' }).field({
    type: ReviewQueue,
    description:
      'What waits for review in the own gemeente, whenever it changed; works across server processes.',
    args: {
      within: t.arg({
        type: 'PlaceCode',
        required: true,
        description: 'The own gemeente, or a wijk of it.',
      }),
    },
    subscribe: (_root, { within }, { db, actor, news }) =>
      watchReviewQueue(db, actor, within, requireNews(news)),
    resolve: (queue) => queue,
  }),
);
