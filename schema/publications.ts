import { requireNews } from '../server/news.ts';
import {
  type PublicationChange as PublicationChangeCode,
  type Publication as PublicationView,
  publicationChanges,
  watchPublications,
} from '../server/overview/watch-publications.ts';
import { builder } from './builder.ts';
import { SourceEdition } from './sources.ts';

const PublicationChange = builder.enumType('PublicationChange', {
  description: 'What happened to an edition.',
  values: Object.fromEntries(
    Object.entries(publicationChanges).map(([value, description]) => [
      value,
      { value, description },
    ]),
  ) as Record<PublicationChangeCode, { value: PublicationChangeCode; description: string }>,
});

const Publication = builder.objectRef<PublicationView>('Publication').implement({
  description: 'An edition of figures that went live or was taken back.',
  fields: (t) => ({
    change: t.expose('change', { type: PublicationChange, description: 'What happened to it.' }),
    edition: t.expose('edition', { type: SourceEdition, description: 'The edition.' }),
  }),
});

builder.subscriptionField('publicationChanged', (t) =>
  t.field({
    type: Publication,
    description:
      'Editions of figures as they go live and are taken back; works across server processes.',
    authScopes: { public: true },
    args: {
      gemeente: t.arg({
        type: 'PlaceCode',
        description: 'Only what covers this gemeente or the whole country; absent: everything.',
      }),
    },
    subscribe: (_root, { gemeente }, { readDb, news }) =>
      watchPublications(readDb, gemeente ?? null, requireNews(news)),
    resolve: (publication) => publication,
  }),
);
