// The audit log, for the data protection officer.
import { auditReaders, listAuditLines, type ShownLine } from '../server/audit/lines.ts';
import { builder } from './builder.ts';
import { connectionOf, connectionTypes, type PageArgs, pageSize, readCursor } from './page.ts';

const AuditLine = builder.objectRef<ShownLine>('AuditLine').implement({
  description:
    'One line of the audit log: codes and pseudonyms, never words or people. What observers and residents did shows the next day, with its day only and in no telling order.',
  fields: (t) => ({
    number: t.exposeFloat('number', { description: 'Number in the chain of the gemeente.' }),
    day: t.expose('day', { type: 'Date', description: 'Day it happened.' }),
    at: t.expose('at', {
      type: 'DateTime',
      nullable: true,
      description: 'Moment it happened; null for what an observer or resident did.',
    }),
    event: t.exposeString('event', { description: 'What happened: NOTE_PUBLISHED.' }),
    actor: t.exposeString('actor', {
      description:
        'Pseudonym: lasting for those who act for the gemeente, another one for each contribution of those who write; `system` for the program.',
    }),
    role: t.exposeString('role', { description: 'In which role it was done.' }),
    objectType: t.exposeString('objectType', { description: 'Kind of thing it was done to.' }),
    objectId: t.exposeString('objectId', { description: 'Id or code of the thing.' }),
    details: t.exposeString('details', {
      description: 'Codes and numbers that explain the line, as JSON with sorted keys.',
    }),
    traceId: t.exposeString('traceId', {
      nullable: true,
      description:
        'Trace (W3C) that the Logboek Dataverwerkingen names too; null outside a request.',
    }),
    hash: t.exposeString('hash', { description: 'Hash of the line, over the one before as well.' }),
  }),
});

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;

const linePage = (args: PageArgs) => ({
  first: pageSize(args),
  after: readCursor(args, isNumber) ?? undefined,
});

const [connectionType, edgeType] = connectionTypes('AuditLine');
const AuditLineConnection = builder.connectionObject(
  { type: AuditLine, ...connectionType },
  edgeType,
);

builder.queryField('auditLines', (t) =>
  t.withAuth({ roles: auditReaders }).connection(
    {
      type: AuditLine,
      description:
        'The audit log of the own gemeente, newest first. Reading it leaves a line as well.',
      args: {
        within: t.arg({ type: 'PlaceCode', required: true, description: 'The own gemeente.' }),
        event: t.arg.string({ description: 'Only this event.' }),
      },
      resolve: async (_root, args, { db, actor, now }) => {
        const { lines, hasMore } = await listAuditLines(db, actor, args, linePage(args), now);
        return connectionOf(lines, hasMore, (line) => line.number);
      },
    },
    AuditLineConnection as never,
  ),
);
