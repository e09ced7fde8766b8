// Imports that are under way, as an administrator follows them.
import { listRunningImports, type RunningImport } from '../server/monitors/running.ts';
import { builder } from './builder.ts';
import { ImportPhase } from './codes.ts';

const RunningImportType = builder.objectRef<RunningImport>('RunningImport').implement({
  description: 'An import that is under way.',
  fields: (t) => ({
    id: t.expose('id', { type: 'UUID', description: 'Stable while it runs.' }),
    source: t.exposeString('source', {
      description: 'Key of the source or id of the table that is imported.',
    }),
    phase: t.expose('phase', { type: ImportPhase, description: 'What is going on.' }),
    done: t.exposeFloat('done', {
      description: 'How far the phase is: pages fetched, rows read, places stored.',
    }),
    total: t.exposeFloat('total', {
      nullable: true,
      description: 'How many there are; null when not known beforehand.',
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    isSilent: t.exposeBoolean('isSilent', {
      description: 'Nothing was heard of it for half a minute: it was broken off, or waits.',
    }),
  }),
});

builder.queryField('runningImports', (t) =>
  t.withAuth({ role: 'ADMIN' }).field({
    type: [RunningImportType],
    scope: ['MANAGE'],
    description:
      'Imports that run now on this server, and those that were broken off within a day; for administrators.',
    resolve: (_root, _args, { readDb, now }) => listRunningImports(readDb, now),
  }),
);
