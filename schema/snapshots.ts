// Citable snapshots of the public profile of a wijk.
import {
  addressOf,
  findSnapshot,
  isUnchanged,
  makeSnapshot,
  matchSnapshot,
  readContent,
  type Snapshot as SnapshotView,
  snapshotMatches,
  snapshotRoles,
  verificationOutcomes,
  verifySnapshot,
} from '../server/snapshots/snapshots.ts';
import { builder } from './builder.ts';

const SnapshotMatch = builder.enumType('SnapshotMatch', {
  description: 'Whether history still says what a snapshot says.',
  values: {
    SAME: { value: 'SAME', description: snapshotMatches.SAME },
    HISTORY_CHANGED: { value: 'HISTORY_CHANGED', description: snapshotMatches.HISTORY_CHANGED },
  } as const,
});

const SnapshotVerification = builder.enumType('SnapshotVerification', {
  description: 'What holding a cited hash against the stored content says.',
  values: {
    VERIFIED: { value: 'VERIFIED', description: verificationOutcomes.VERIFIED },
    WRONG_HASH: { value: 'WRONG_HASH', description: verificationOutcomes.WRONG_HASH },
    CONTENT_CHANGED: {
      value: 'CONTENT_CHANGED',
      description: verificationOutcomes.CONTENT_CHANGED,
    },
    UNKNOWN: { value: 'UNKNOWN', description: verificationOutcomes.UNKNOWN },
  } as const,
});

const Snapshot = builder.objectRef<SnapshotView>('Snapshot').implement({
  description:
    'What everyone saw of a wijk as of a day: figures, bands, outcomes and phases, no words of notes. Never changed.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number of the snapshot.' }),
    code: t.expose('placeCode', { type: 'WijkCode', description: 'The wijk.' }),
    year: t.exposeInt('year', { description: 'Division year of the profile.' }),
    asOf: t.expose('asOf', {
      type: 'Date',
      description: 'Day as of whose end it is, or as of madeAt where that came first.',
    }),
    madeAt: t.expose('madeAt', { type: 'DateTime', description: 'When it was made.' }),
    hash: t.exposeString('hash', { description: 'SHA-256 of the content, hexadecimal.' }),
    address: t.string({
      description:
        'Path under which to cite it: a page for readers, JSON for programs, both with content and hash.',
      resolve: addressOf,
    }),
    content: t.string({
      description:
        'The content as canonical JSON: exactly the text that was hashed. FORBIDDEN while it says more of the ground than the gemeente lets show today (disclosureThresholds).',
      resolve: (snapshot, _args, { readDb }) => readContent(readDb, snapshot),
    }),
    isUnchanged: t.boolean({
      description: 'Whether the stored content still has its hash, worked out now.',
      resolve: isUnchanged,
    }),
    stillMatches: t.field({
      type: SnapshotMatch,
      description: 'Whether the profile asked again as of the same day says the same.',
      resolve: (snapshot, _args, { readDb }) => matchSnapshot(readDb, snapshot),
    }),
  }),
});

const MakeSnapshotInput = builder.inputType('MakeSnapshotInput', {
  description: 'Which profile to keep.',
  fields: (t) => ({
    id: t.field({
      type: 'UUID',
      required: true,
      description: 'Made by the client: the same id is the same snapshot.',
    }),
    code: t.field({ type: 'WijkCode', required: true, description: 'Wijk of the own gemeente.' }),
    year: t.int({ description: 'Division year; default: the last in which the wijk exists.' }),
    asOf: t.field({
      type: 'Date',
      description: 'As of the end of this day; default: today, up to this moment.',
    }),
  }),
});

builder.queryFields((t) => ({
  snapshot: t.field({
    type: Snapshot,
    nullable: true,
    description: 'A snapshot by its id; null when there is none.',
    authScopes: { public: true },
    args: { id: t.arg({ type: 'UUID', required: true, description: 'The snapshot.' }) },
    resolve: (_root, { id }, { readDb }) => findSnapshot(readDb, id),
  }),
  verifySnapshot: t.field({
    type: SnapshotVerification,
    description: 'Holds a cited hash against the stored content.',
    authScopes: { public: true },
    args: {
      id: t.arg({ type: 'UUID', required: true, description: 'The snapshot.' }),
      hash: t.arg.string({ required: true, description: 'The hash as cited.' }),
    },
    resolve: (_root, { id, hash }, { readDb }) => verifySnapshot(readDb, id, hash),
  }),
}));

builder.mutationField('makeSnapshot', (t) =>
  t.withAuth({ roles: snapshotRoles }).field({
    scope: ['FOLLOW_UP'],
    type: Snapshot,
    description:
      'Keeps what everyone may see of a profile, to be cited; once, however often it is sent.',
    args: {
      input: t.arg({ type: MakeSnapshotInput, required: true, description: 'Which profile.' }),
    },
    resolve: (_root, { input }, { db, actor, now }) => makeSnapshot(db, actor, input, now),
  }),
);
