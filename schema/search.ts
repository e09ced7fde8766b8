// One box over everything: places, themes, indicators, sources, public statements and the notes one may read.
import type { SnippetPart as Part } from '../server/search/highlight.ts';
import { type SearchHit as Hit, type SearchAnswer, search } from '../server/search/search.ts';
import { builder } from './builder.ts';
import { CountBand, SearchKind, ThemeCode } from './codes.ts';
import { FieldNote } from './note-types.ts';
import { connectionOf, connectionTypes, pageSize, readCursor } from './page.ts';

const SnippetPart = builder.objectRef<Part>('SnippetPart').implement({
  description: 'A piece of a snippet; the pieces in their order are the snippet.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'Plain text, never markup.' }),
    isHit: t.exposeBoolean('isHit', { description: 'It matches what was searched.' }),
  }),
});

const SearchHit = builder.objectRef<Hit>('SearchHit').implement({
  description: 'Something that was found.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable name of what was found.' }),
    kind: t.expose('kind', { type: SearchKind, description: 'What it is.' }),
    code: t.exposeString('code', {
      description:
        'How the rest of the API knows it: a place code, theme code, indicator key, source key or note id; `followUp:<id>` and `interpretation:<id>` for such statements.',
    }),
    title: t.exposeString('title', { description: 'Its name (Dutch); of words, their theme.' }),
    detail: t.exposeString('detail', {
      description: 'What tells it from others of that name (Dutch); empty when there is nothing.',
    }),
    placeCode: t.expose('placeCode', {
      type: 'PlaceCode',
      nullable: true,
      description: 'Place that it is or is about; null when it belongs to none.',
    }),
    theme: t.expose('theme', {
      type: ThemeCode,
      nullable: true,
      description: 'Theme that it is or is about; null when it has none.',
    }),
    snippet: t.expose('snippet', {
      type: [SnippetPart],
      description:
        'Its words around what matches, of what whoever asks may read; empty when it has no words.',
    }),
    fieldNote: t.field({
      type: FieldNote,
      nullable: true,
      description: 'The note as whoever asks may see it; null for other kinds.',
      resolve: (hit) => hit.note,
    }),
  }),
});

const SearchGroup = builder.objectRef<SearchAnswer['groups'][number]>('SearchGroup').implement({
  description: 'The hits of one kind.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SearchKind, description: 'The kind.' }),
    count: t.expose('count', {
      type: CountBand,
      description: 'How many hits of it whoever asks may read, on all pages together.',
    }),
  }),
});

const [connectionType, edgeType] = connectionTypes('SearchHit');
const SearchConnection = builder.connectionObject(
  {
    type: SearchHit,
    ...connectionType,
    name: 'SearchConnection',
    fields: (t) => ({
      groups: t.field({
        type: [SearchGroup],
        description: 'Kinds that were found, the one with the best hit first.',
        resolve: (connection) => [...(connection as unknown as SearchAnswer).groups],
      }),
    }),
  },
  edgeType,
);

const isHitKey = (value: unknown): value is [rank: number, id: string] =>
  Array.isArray(value) &&
  value.length === 2 &&
  Number.isSafeInteger(value[0]) &&
  typeof value[1] === 'string';

builder.queryField('search', (t) =>
  t.connection(
    {
      type: SearchHit,
      description:
        'What whoever asks may read, best first: exact codes before names of places, then indicators, then words. Only words are read from the text, no query language; without any nothing is found.',
      authScopes: { public: true },
      args: {
        text: t.arg.string({
          required: true,
          description: 'What to search, at most 200 characters; the first 12 words count.',
        }),
        within: t.arg({
          type: 'PlaceCode',
          description:
            'Only places, statements and notes in this place. Without it statements are those of the own gemeente; for the public those of all gemeenten while there are at most five.',
        }),
        kinds: t.arg({ type: [SearchKind], description: 'Only these kinds; empty: all.' }),
      },
      resolve: async (_root, args, context) => {
        const { hits, hasMore, groups } = await search(context, {
          text: args.text,
          within: args.within ?? undefined,
          kinds: args.kinds ?? undefined,
          first: pageSize(args),
          after: readCursor(args, isHitKey) ?? undefined,
        });
        return { ...connectionOf(hits, hasMore, (hit) => [hit.rank, hit.id]), groups };
      },
    },
    SearchConnection,
  ),
);
