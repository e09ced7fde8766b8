// Field notes: finding, logging and judging them.
import { confirmFieldNote } from '../server/notes/confirm.ts';
import { logFieldNote } from '../server/notes/log.ts';
import {
  findFieldNote,
  type ListedNote,
  listFieldNotes,
  listReviewQueue,
} from '../server/notes/read.ts';
import { reviewFieldNote } from '../server/notes/review.ts';
import { reviseFieldNote } from '../server/notes/revise.ts';
import { discardDraft, submitFieldNote, withdrawFieldNote } from '../server/notes/withdraw.ts';
import { builder } from './builder.ts';
import {
  ConfirmFieldNoteInput,
  FieldNoteFilter,
  LogFieldNoteInput,
  ReviewFieldNoteInput,
  ReviseFieldNoteInput,
  WithdrawFieldNoteInput,
} from './note-inputs.ts';
import { FieldNote } from './note-types.ts';
import { connectionOf, connectionTypes, type PageArgs, pageSize, readCursor } from './page.ts';

const isNoteKey = (value: unknown): value is [sortKey: string, id: string] =>
  Array.isArray(value) &&
  value.length === 2 &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(String(value[0])) &&
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value[1]));

function notePage(args: PageArgs) {
  const after = readCursor(args, isNoteKey);
  return { first: pageSize(args), after: after ? { sortKey: after[0], id: after[1] } : undefined };
}

const noteConnection = ({ notes, hasMore }: { notes: readonly ListedNote[]; hasMore: boolean }) =>
  connectionOf(notes, hasMore, (note) => [note.sortKey, note.id]);

const [connectionType, edgeType] = connectionTypes('FieldNote');
const FieldNoteConnection = builder.connectionObject(
  { type: FieldNote, ...connectionType },
  edgeType,
);

builder.queryFields((t) => ({
  fieldNote: t.field({
    type: FieldNote,
    nullable: true,
    description: 'A field note; null when there is none or whoever asks may not see it.',
    authScopes: { public: true },
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The note.' }) },
    resolve: (_root, { id }, { db, actor, now }) => findFieldNote(db, actor, id, now),
  }),
  fieldNotes: t.connection(
    {
      type: FieldNote,
      description:
        'Field notes that whoever asks may see, newest first: own ones; for reviewers all of the gemeente but drafts; for its professionals the published ones; for everyone what is public.',
      authScopes: { public: true },
      args: { filter: t.arg({ type: FieldNoteFilter, description: 'Which notes.' }) },
      resolve: async (_root, args, { db, actor, now }) =>
        noteConnection(await listFieldNotes(db, actor, args.filter ?? {}, notePage(args), now)),
    },
    FieldNoteConnection,
  ),
  reviewQueue: t.withAuth({ role: 'REVIEWER' }).connection(
    {
      type: FieldNote,
      description:
        "Notes of the gemeente that wait for review, oldest first; not the reviewer's own.",
      args: {
        within: t.arg({
          type: 'PlaceCode',
          required: true,
          description: 'The own gemeente, or a wijk of it.',
        }),
      },
      resolve: async (_root, args, { db, actor, now }) =>
        noteConnection(await listReviewQueue(db, actor, args.within, notePage(args), now)),
    },
    FieldNoteConnection as never,
  ),
}));

builder.mutationFields((t) => ({
  logFieldNote: t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: FieldNote,
    description:
      'Logs a field note. The same id again answers the same note and changes nothing. Texts with personal data are refused and not kept.',
    args: {
      input: t.arg({ type: LogFieldNoteInput, required: true, description: 'The note.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => logFieldNote(db, actor, input, now),
  }),
  reviseFieldNote: t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: FieldNote,
    description:
      'Changes an own note. When another device changed it first, both versions are kept and CONFLICT says so. A changed published note goes back into review and is not shown until then.',
    args: {
      input: t.arg({ type: ReviseFieldNoteInput, required: true, description: 'The change.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => reviseFieldNote(db, actor, input, now),
  }),
  submitFieldNote: t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: FieldNote,
    description: 'Hands in an own draft, or a returned note as it is.',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The note.' }) },
    resolve: (_root, { id }, { db, actor, now }) => submitFieldNote(db, actor, id, now),
  }),
  discardDraft: t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: 'UUID',
    description: 'Throws an own draft away and answers its id; also when it was gone already.',
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The draft.' }) },
    resolve: (_root, { id }, { db, actor, now }) => discardDraft(db, actor, id, now),
  }),
  withdrawFieldNote: t.withAuth({ roles: ['OBSERVER', 'REVIEWER'] }).field({
    scope: ['LOG_NOTES', 'REVIEW'],
    type: FieldNote,
    description:
      'Takes a note back: the author own notes, a reviewer published ones. It stops counting and its texts are erased.',
    args: {
      input: t.arg({ type: WithdrawFieldNoteInput, required: true, description: 'The note.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => withdrawFieldNote(db, actor, input, now),
  }),
  confirmFieldNote: t.withAuth({ role: 'OBSERVER' }).field({
    scope: ['LOG_NOTES'],
    type: FieldNote,
    description:
      'Confirms a published note for the own organisation, which must be another than that of the note; once, however often it is sent.',
    args: {
      input: t.arg({
        type: ConfirmFieldNoteInput,
        required: true,
        description: 'The confirmation.',
      }),
    },
    resolve: (_root, { input }, { db, actor, now }) => confirmFieldNote(db, actor, input, now),
  }),
  reviewFieldNote: t.withAuth({ role: 'REVIEWER' }).field({
    scope: ['REVIEW'],
    type: FieldNote,
    description:
      'Publishes, returns or rejects a note of the own gemeente, never an own one. Rejecting erases its texts at once.',
    args: {
      input: t.arg({ type: ReviewFieldNoteInput, required: true, description: 'The decision.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => reviewFieldNote(db, actor, input, now),
  }),
}));
