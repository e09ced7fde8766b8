// What observers were told about their own contributions.
import {
  type FeedbackCursor,
  listOwnFeedback,
  type NoteFeedback as NoteFeedbackView,
} from '../server/follow-ups/feedback.ts';
import { builder } from './builder.ts';
import { FollowUpResult, ThemeCode } from './codes.ts';
import { connectionOf, connectionTypes, isText, pageSize, readCursor } from './page.ts';

export const NoteFeedback = builder.objectRef<NoteFeedbackView>('NoteFeedback').implement({
  description:
    'What was done with a signal that an own note or confirmation stood behind. Shown to its author only.',
  fields: (t) => ({
    followUpId: t.expose('followUpId', { type: 'UUID', description: 'The follow-up.' }),
    noteId: t.expose('noteId', {
      type: 'UUID',
      description: 'The own note, or the note that was confirmed.',
    }),
    isConfirmation: t.exposeBoolean('isConfirmation', {
      description: 'Whether the own part was a confirmation.',
    }),
    placeCode: t.expose('placeCode', { type: 'PlaceCode', description: 'Wijk of the signal.' }),
    theme: t.expose('theme', { type: ThemeCode, description: 'Theme of the signal.' }),
    result: t.expose('result', { type: FollowUpResult, description: 'How it ended.' }),
    feedback: t.exposeString('feedback', { description: 'What the observers are told.' }),
    publicSentence: t.exposeString('publicSentence', {
      description: 'What is done about it, for everyone.',
    }),
    toldOn: t.expose('toldOn', { type: 'Date', description: 'Day on which it was told.' }),
  }),
});

const isKey = (value: unknown): value is [string, string, string] =>
  Array.isArray(value) &&
  value.length === 3 &&
  value.every(isText) &&
  /^\d{4}-\d{2}-\d{2} [0-9a-f-]{36} [0-9a-f-]{36}$/.test(value.join(' '));

const cursorOf = (key: [string, string, string] | null): FeedbackCursor | undefined =>
  key ? { toldOn: key[0], noteId: key[1], followUpId: key[2] } : undefined;

const [connectionType, edgeType] = connectionTypes('NoteFeedback');

builder.queryField('myFeedback', (t) =>
  t.withAuth({ role: 'OBSERVER' }).connection(
    {
      type: NoteFeedback,
      description:
        'What happened with the own field notes and confirmations, the latest feedback first.',
      resolve: async (_root, args, { db, actor }) => {
        const page = { first: pageSize(args), after: cursorOf(readCursor(args, isKey)) };
        const { feedback, hasMore } = await listOwnFeedback(db, actor, page);
        return connectionOf(feedback, hasMore, (one) => [one.toldOn, one.noteId, one.followUpId]);
      },
    },
    connectionType,
    edgeType,
  ),
);
