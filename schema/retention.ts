// How long things are kept, the certificates of what was erased, and what devices have to forget.
import { listErased } from '../server/notes/erased.ts';
import {
  type Certificate,
  certificateReaders,
  listCertificates,
} from '../server/retention/certificates.ts';
import { listRetentionRules, type RetentionRule as RuleView } from '../server/retention/rules.ts';
import { builder } from './builder.ts';
import { RetentionKind } from './codes.ts';
import { connectionOf, connectionTypes, isText, pageSize, readCursor } from './page.ts';

const RetentionRule = builder.objectRef<RuleView>('RetentionRule').implement({
  description: 'How long one kind of thing is kept.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RetentionKind, description: 'What is kept.' }),
    days: t.exposeInt('days', { nullable: true, description: 'Days; null: without end.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Decision of the gemeente it rests on; null for the default.',
    }),
  }),
});

const RetentionCertificate = builder.objectRef<Certificate>('RetentionCertificate').implement({
  description: 'Proof that something was erased: what kind, why, how many, when; never what.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Number of the certificate.' }),
    batch: t.expose('batch', { type: 'UUID', description: 'Run of the job it belongs to.' }),
    kind: t.expose('kind', { type: RetentionKind, description: 'What was erased.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    olderThan: t.expose('olderThan', {
      type: 'DateTime',
      description: 'What was older than this was erased.',
    }),
    count: t.exposeInt('count', { description: 'How many.' }),
    erasedAt: t.expose('erasedAt', { type: 'DateTime', description: 'When.' }),
    hash: t.exposeString('hash', {
      description: 'SHA-256 over this certificate and the sorted ids of what was erased.',
    }),
  }),
});

const [connectionType, edgeType] = connectionTypes('RetentionCertificate');
const CertificateConnection = builder.connectionObject(
  { type: RetentionCertificate, ...connectionType },
  edgeType,
);

const isKey = (value: unknown): value is [erasedAt: string, id: string] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every(isText) &&
  /^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36}$/.test(value.join(' '));

builder.queryFields((t) => ({
  retentionRules: t.withAuth({ roles: certificateReaders }).field({
    type: [RetentionRule],
    description: 'How long everything of the own gemeente is kept.',
    resolve: (_root, _args, { db, actor }) => listRetentionRules(db, actor.gemeenteCode),
  }),
  retentionCertificates: t.withAuth({ roles: certificateReaders }).connection(
    {
      type: RetentionCertificate,
      description: 'What was erased in the own gemeente, newest first.',
      resolve: async (_root, args, { db, actor }) => {
        const key = readCursor(args, isKey);
        const after = key ? { erasedAt: key[0], id: key[1] } : undefined;
        const page = { first: pageSize(args), after };
        const { certificates, hasMore } = await listCertificates(db, actor, page);
        return connectionOf(certificates, hasMore, (one) => [one.erasedAt.toISOString(), one.id]);
      },
    },
    CertificateConnection as never,
  ),
  erasedNotes: t.withAuth({ signedIn: true }).field({
    type: ['UUID'],
    description:
      'Ids of own notes and reactions whose words were erased on this day or later: a device that keeps copies forgets them.',
    args: {
      since: t.arg({ type: 'Date', required: true, description: 'Day of the last time it asked.' }),
    },
    resolve: (_root, { since }, { db, actor }) => listErased(db, actor, since),
  }),
}));
