import { type CatalogueTable, listCatalogue } from '../server/monitors/catalogue.ts';
import type { ColumnChange } from '../server/monitors/column-changes.ts';
import { builder } from './builder.ts';

const TableStanding = builder.enumType('TableStanding', {
  description: 'How a table of a source stands here.',
  values: {
    NOT_IMPORTED: { description: 'Nothing of it has been imported.' },
    STAGED: { description: 'Imported, waiting to be published.' },
    LIVE: { description: 'Readers see its figures.' },
    CHANGED_AT_SOURCE: {
      description: 'Readers see its figures, and the source has changed the table since.',
    },
  } as const,
});

const ColumnChangeKindType = builder.enumType('ColumnChangeKind', {
  description: 'In what a column of a table at its source differs from what was read.',
  values: {
    NEW: { description: 'The table has a column that it did not have.' },
    VANISHED: { description: 'The table no longer has the column.' },
    OTHER_TITLE: { description: 'The column has another title, or stands in another group.' },
    OTHER_UNIT: { description: 'The column has another unit.' },
  } as const,
});

const ColumnChangeRef = builder.objectRef<ColumnChange>('ColumnChange').implement({
  description: 'A column of a table that is another at its source than when it was read.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ColumnChangeKindType, description: 'In what it differs.' }),
    before: t.exposeString('before', {
      nullable: true,
      description:
        'Groups, title and unit when it was read: `Zorg > Wmo-cliënten (aantal)`; null for a new column.',
    }),
    now: t.exposeString('now', {
      nullable: true,
      description: 'Groups, title and unit now; null for a column that vanished.',
    }),
  }),
});

const CatalogueTableRef = builder.objectRef<CatalogueTable>('CatalogueTable').implement({
  description: 'A table of a monitor that can be imported.',
  fields: (t) => ({
    table: t.exposeString('tableId', { description: 'Id at the source, for example `84799NED`.' }),
    title: t.exposeString('title', { description: 'Title of the table.' }),
    year: t.exposeInt('year', {
      nullable: true,
      description:
        'Year the figures and place codes are of; null when only the table itself tells.',
    }),
    provisional: t.exposeBoolean('isProvisional', {
      description: 'True when the source calls all of its values provisional.',
    }),
    source: t.exposeString('sourceKey', { description: 'Key of the monitor.' }),
    sourceTitle: t.exposeString('sourceTitle', { description: 'Title of the monitor.' }),
    publisher: t.exposeString('publisher', { description: 'Who publishes it.' }),
    licence: t.exposeString('licence', { description: 'Licence under which it may be used.' }),
    cadence: t.exposeString('cadence', { description: 'How often it appears, in words.' }),
    standing: t.expose('standing', {
      type: TableStanding,
      description: 'How it stands here, against what the source last said.',
    }),
    scopes: t.expose('scopes', {
      type: ['PlaceCode'],
      description: 'What is live of it: `NL00` for the whole country, else gemeenten.',
    }),
    retrievedAt: t.expose('retrievedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the oldest live part was read; null when nothing is live.',
    }),
    modifiedAt: t.expose('modifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Last change at the source as it was then; null when unknown.',
    }),
    modifiedAtSource: t.expose('modifiedAtSource', {
      type: 'DateTime',
      nullable: true,
      description: 'Last change that the source has told of; null when it was never asked.',
    }),
    checkedAt: t.expose('checkedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the source was last asked; null when never.',
    }),
    columnChanges: t.expose('columnChanges', {
      type: [ColumnChangeRef],
      nullable: true,
      description:
        'Columns that are others at the source than in the oldest live part; empty when all are the same, null when' +
        ' nothing is live or the source was not asked. Of a file that holds picked columns none is called new.',
    }),
  }),
});

builder.queryField('catalogue', (t) =>
  t.field({
    type: [CatalogueTableRef],
    description:
      'Every table that can be imported, how it stands here and what changed at its source.',
    authScopes: { public: true },
    resolve: (_root, _args, { readDb }) => listCatalogue(readDb),
  }),
);
