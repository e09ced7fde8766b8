// Imports as an administrator sees them: editions with what they change, and what was set aside. Publishing, taking back
// and replaying are commands of the operator: the login of the API has no right to write figures.
import {
  type ListedEdition,
  listOwnEditions,
  listOwnQuarantine,
  type SetAside,
} from '../server/monitors/edition-list.ts';
import { builder } from './builder.ts';
import { EditionStatus } from './codes.ts';
import { connectionOf, connectionTypes, pageSize, readCursor } from './page.ts';

const NamedCount = builder.objectRef<{ code: string; count: number }>('NamedCount').implement({
  description: 'How many of one kind.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The kind.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
});

const EditionDiff = builder
  .objectRef<NonNullable<ListedEdition['report']['diff']>>('EditionDiff')
  .implement({
    description:
      'What an edition changes against what was live of the same table when it was imported.',
    fields: (t) => ({
      against: t.exposeIntList('against', {
        description: 'Editions it was compared with; empty: nothing of this table was live.',
      }),
      newValues: t.exposeInt('newValues', { description: 'Values where there were none.' }),
      changedValues: t.exposeInt('changedValues', {
        description: 'Values that are otherwise now.',
      }),
      vanishedValues: t.exposeInt('vanishedValues', { description: 'Values that are gone.' }),
      unchangedValues: t.exposeInt('unchangedValues', { description: 'Values that are the same.' }),
      changedStates: t.exposeInt('changedStates', {
        description: 'No value before and now, but for another reason.',
      }),
      newPlaces: t.exposeStringList('newPlaces', { description: 'Places it adds, the first few.' }),
      vanishedPlaces: t.exposeStringList('vanishedPlaces', {
        description: 'Places it no longer holds, the first few.',
      }),
      newColumns: t.exposeStringList('newColumns', {
        description: 'Columns it adds, the first few.',
      }),
      lostColumns: t.exposeStringList('lostColumns', {
        description: 'Columns it no longer holds, the first few.',
      }),
    }),
  });

const Edition = builder.objectRef<ListedEdition>('Edition').implement({
  description: 'One import of a table: staged, live, replaced or taken back.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Number, for the commands of the operator.' }),
    source: t.exposeString('sourceKey', { description: 'Key of the monitor.' }),
    table: t.exposeString('tableId', { description: 'Id at the source, for example `84799NED`.' }),
    title: t.exposeString('title', { description: 'Title of the table.' }),
    scope: t.expose('scope', {
      type: 'PlaceCode',
      description: 'What it covers: `NL00` for the whole country, else one gemeente.',
    }),
    divisionYear: t.exposeInt('divisionYear', { description: 'Division year of the place codes.' }),
    status: t.expose('status', { type: EditionStatus, description: 'Where it stands.' }),
    retrievedAt: t.expose('retrievedAt', { type: 'DateTime', description: 'When it was read.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was first published; null while staged.',
    }),
    supersededBy: t.exposeInt('supersededBy', {
      nullable: true,
      description: 'Edition that replaced it; null while it is staged or live.',
    }),
    linesRead: t.int({
      nullable: true,
      description: 'Lines read; null when it was not made by an import.',
      resolve: ({ report }) => report.linesRead ?? null,
    }),
    warnings: t.stringList({
      description: 'What a person should look at before it is published.',
      resolve: ({ report }) => [...(report.warnings ?? [])],
    }),
    quarantined: t.field({
      type: [NamedCount],
      description: 'Rows and cells set aside, by reason.',
      resolve: ({ report }) => countsOf(report.quarantined),
    }),
    diff: t.field({
      type: EditionDiff,
      nullable: true,
      description: 'What it changes; null when it was not made by an import.',
      resolve: ({ report }) => report.diff ?? null,
    }),
  }),
});

const countsOf = (counts: Readonly<Record<string, number>> = {}) =>
  Object.entries(counts).map(([code, count]) => ({ code, count }));

const QuarantineEntry = builder.objectRef<SetAside>('QuarantineEntry').implement({
  description: 'A row or cell that was set aside, and what can be done about it.',
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Number of the entry.' }),
    edition: t.exposeInt('editionId', { description: 'Number of the edition it belongs to.' }),
    fileName: t.exposeString('fileName', { description: 'File it stands in.' }),
    line: t.exposeInt('line', { description: 'Line in the file, from 1.' }),
    reason: t.exposeString('reason', { description: 'UNKNOWN_PLACE, BAD_VALUE, …' }),
    explanation: t.exposeString('explanation', { description: 'What is wrong, in a sentence.' }),
    meaning: t.exposeString('meaning', { description: 'What the reason means and what to do.' }),
    setAsideAt: t.expose('quarantinedAt', { type: 'DateTime', description: 'When.' }),
  }),
});

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;

const [editionConnection, editionEdge] = connectionTypes('Edition');
const EditionConnection = builder.connectionObject(
  { type: Edition, ...editionConnection },
  editionEdge,
);
const [entryConnection, entryEdge] = connectionTypes('QuarantineEntry');
const QuarantineConnection = builder.connectionObject(
  { type: QuarantineEntry, ...entryConnection },
  entryEdge,
);

builder.queryFields((t) => ({
  editions: t.withAuth({ role: 'ADMIN' }).connection(
    {
      type: Edition,
      scope: ['MANAGE'],
      description:
        'Imports for the own gemeente and the whole country, newest first; for administrators.',
      args: {
        status: t.arg({ type: EditionStatus, description: 'Only those that stand here.' }),
      },
      resolve: async (_root, args, { readDb, actor }) => {
        const page = { first: pageSize(args), after: readCursor(args, isNumber) };
        const list = await listOwnEditions(readDb, actor, { ...page, status: args.status });
        return connectionOf(list.editions, list.hasMore, (edition) => edition.id);
      },
    },
    EditionConnection as never,
  ),
  quarantine: t.withAuth({ role: 'ADMIN' }).connection(
    {
      type: QuarantineEntry,
      scope: ['MANAGE'],
      description:
        'Open entries of the quarantine of those imports, oldest first; for administrators.',
      resolve: async (_root, args, { db, actor }) => {
        const page = { first: pageSize(args), after: readCursor(args, isNumber) };
        const list = await listOwnQuarantine(db, actor, page);
        return connectionOf(list.entries, list.hasMore, (entry) => entry.id);
      },
    },
    QuarantineConnection as never,
  ),
}));
