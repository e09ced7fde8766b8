import type { Edition } from '../server/figures/catalogue.ts';
import { listLiveEditions } from '../server/figures/indicator-list.ts';
import { builder } from './builder.ts';

export const SourceEdition = builder.objectRef<Edition>('SourceEdition').implement({
  description: 'One delivery of one table of a monitor: where figures come from.',
  fields: (t) => ({
    number: t.exposeInt('id', {
      description: 'Number of the edition, by which it is exported.',
    }),
    source: t.string({
      description: 'Key of the monitor, for example `cbs-kwb`.',
      resolve: (e) => e.source.key,
    }),
    sourceTitle: t.string({ description: 'Title of the monitor.', resolve: (e) => e.source.title }),
    publisher: t.string({ description: 'Who publishes it.', resolve: (e) => e.source.publisher }),
    licence: t.string({
      description: 'Licence under which it may be used.',
      resolve: (e) => e.source.licence,
    }),
    attribution: t.string({
      description: 'Words to print beside its figures.',
      resolve: (e) => e.source.attribution,
    }),
    address: t.string({
      nullable: true,
      description: 'Address of the monitor; null when it has none.',
      resolve: (e) => e.source.address,
    }),
    table: t.exposeString('tableId', {
      description: 'Table of the source, for example `84799NED`.',
    }),
    title: t.exposeString('title', { description: 'Title of the table.' }),
    divisionYear: t.exposeInt('divisionYear', {
      description: 'Division year of the place codes in it.',
    }),
    scope: t.expose('scope', {
      type: 'PlaceCode',
      description: 'What it covers: `NL00` for the whole country, else one gemeente.',
    }),
    retrievedAt: t.field({
      type: 'DateTime',
      description: 'When the file was read.',
      resolve: (e) => new Date(e.retrievedAt),
    }),
    modifiedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the source last changed it; null when it does not say.',
      resolve: (e) => (e.modifiedAt ? new Date(e.modifiedAt) : null),
    }),
    checksum: t.exposeString('fileChecksum', {
      nullable: true,
      description: 'SHA-256 of the file as received; null when it was not read from a file.',
    }),
  }),
});

builder.queryField('sources', (t) =>
  t.field({
    type: [SourceEdition],
    description: 'Every edition that is live now, by source and table.',
    authScopes: { public: true },
    resolve: (_root, _args, { readDb }) => listLiveEditions(readDb),
  }),
);
