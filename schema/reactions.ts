// Reactions to published statements on their way: handing in, reviewing, taking back. How they show once published
// stands in follow-ups.ts.
import { addReaction, reactingRoles } from '../server/reactions/add.ts';
import {
  listOwnReactions,
  listReactionQueue,
  type ReactionList,
} from '../server/reactions/list.ts';
import { reviewReaction, withdrawReaction } from '../server/reactions/review.ts';
import type { SubmittedReaction as SubmittedView } from '../server/reactions/rows.ts';
import { builder } from './builder.ts';
import {
  ReactionDecision,
  ReactionStatus,
  ReactionVoice,
  ReviewReason,
  ThemeCode,
} from './codes.ts';
import {
  connectionOf,
  connectionTypes,
  isText,
  type PageArgs,
  pageSize,
  readCursor,
} from './page.ts';

const SubmittedReaction = builder.objectRef<SubmittedView>('SubmittedReaction').implement({
  description:
    'A reaction as its author and the reviewers see it. Who wrote it is shown to nobody.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Made by the client.' }),
    statement: t.exposeString('statement', {
      description: 'What it is about: followUp:<id>, interpretation:<id> or signal:<wijk>:<theme>.',
    }),
    placeCode: t.expose('placeCode', { type: 'PlaceCode', description: 'Wijk of the statement.' }),
    theme: t.expose('theme', { type: ThemeCode, description: 'Theme of the statement.' }),
    voice: t.expose('voice', {
      type: ReactionVoice,
      description: 'Whether a resident or a professional wrote it.',
    }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'The words; null once rejected or withdrawn, as they are erased then.',
    }),
    status: t.expose('status', { type: ReactionStatus, description: 'Where it stands.' }),
    reason: t.expose('reason', {
      type: ReviewReason,
      nullable: true,
      description: 'Why it was rejected; null otherwise.',
    }),
    receivedOn: t.expose('receivedOn', { type: 'Date', description: 'Day it arrived.' }),
    reviewedOn: t.expose('reviewedOn', {
      type: 'Date',
      nullable: true,
      description: 'Day of the decision; null before.',
    }),
  }),
});

const AddReactionInput = builder.inputType('AddReactionInput', {
  description: 'A reaction to a published statement, never about a person.',
  fields: (t) => ({
    id: t.field({
      type: 'UUID',
      required: true,
      description: 'Random UUID made by the client: the same id is the same reaction.',
    }),
    statement: t.string({
      required: true,
      description: 'followUp:<id>, interpretation:<id> or signal:<wijk>:<theme>.',
    }),
    text: t.string({ required: true, description: 'The words; at most 600 characters.' }),
  }),
});

const ReviewReactionInput = builder.inputType('ReviewReactionInput', {
  description: 'What a reviewer decides about a reaction.',
  fields: (t) => ({
    id: t.field({ type: 'UUID', required: true, description: 'The reaction.' }),
    decision: t.field({ type: ReactionDecision, required: true, description: 'The decision.' }),
    reason: t.field({ type: ReviewReason, description: 'Required for REJECT, none for PUBLISH.' }),
  }),
});

const WithdrawReactionInput = builder.inputType('WithdrawReactionInput', {
  description: 'A reaction to take back.',
  fields: (t) => ({
    id: t.field({ type: 'UUID', required: true, description: 'The reaction.' }),
  }),
});

const isKey = (value: unknown): value is [day: string, id: string] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every(isText) &&
  /^\d{4}-\d{2}-\d{2} [0-9a-f-]{36}$/.test(value.join(' '));

function reactionPage(args: PageArgs) {
  const after = readCursor(args, isKey);
  return { first: pageSize(args), after: after ? { day: after[0], id: after[1] } : undefined };
}

const reactionConnection = ({ reactions, hasMore }: ReactionList) =>
  connectionOf(reactions, hasMore, (one) => [one.receivedOn, one.id]);

const [connectionType, edgeType] = connectionTypes('SubmittedReaction');
const SubmittedReactionConnection = builder.connectionObject(
  { type: SubmittedReaction, ...connectionType },
  edgeType,
);

builder.queryFields((t) => ({
  reactionQueue: t.withAuth({ role: 'REVIEWER' }).connection(
    {
      type: SubmittedReaction,
      description:
        "Reactions of the gemeente that wait for review, oldest first; not the reviewer's own.",
      args: {
        within: t.arg({
          type: 'PlaceCode',
          required: true,
          description: 'The own gemeente, or a wijk of it.',
        }),
      },
      resolve: async (_root, args, { db, actor, now }) =>
        reactionConnection(
          await listReactionQueue(db, actor, args.within, reactionPage(args), now),
        ),
    },
    SubmittedReactionConnection as never,
  ),
  myReactions: t.withAuth({ roles: reactingRoles }).connection(
    {
      type: SubmittedReaction,
      description: 'Own reactions and what became of them, newest first.',
      resolve: async (_root, args, { db, actor }) =>
        reactionConnection(await listOwnReactions(db, actor, reactionPage(args))),
    },
    SubmittedReactionConnection as never,
  ),
}));

builder.mutationFields((t) => ({
  addReaction: t.withAuth({ roles: reactingRoles }).field({
    scope: ['REACT'],
    type: SubmittedReaction,
    description:
      'Reacts to a published statement of the own gemeente: screened like a note, shown after review, counting for nothing in signals.',
    args: {
      input: t.arg({ type: AddReactionInput, required: true, description: 'The reaction.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => addReaction(db, actor, input, now),
  }),
  reviewReaction: t.withAuth({ role: 'REVIEWER' }).field({
    scope: ['REVIEW'],
    type: SubmittedReaction,
    description: 'Publishes or rejects a reaction, never an own one. Rejecting erases its text.',
    args: {
      input: t.arg({ type: ReviewReactionInput, required: true, description: 'The decision.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => reviewReaction(db, actor, input, now),
  }),
  withdrawReaction: t.withAuth({ roles: reactingRoles }).field({
    scope: ['REACT', 'REVIEW'],
    type: SubmittedReaction,
    description:
      'Takes a reaction back: its author, or a reviewer what is published. Its text is erased.',
    args: {
      input: t.arg({ type: WithdrawReactionInput, required: true, description: 'The reaction.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => withdrawReaction(db, actor, input, now),
  }),
}));
