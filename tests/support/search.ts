// A town to search in, and the one way in which tests search.
import { divisionRows } from '../../seeds/places.ts';
import type { Database } from '../../server/db/client.ts';
import { recordDivision } from '../../server/places/division.ts';
import type { DivisionRow } from '../../server/places/spans.ts';
import type { Ask } from './ask.ts';
import { makeEdition } from './make-edition.ts';

const theHague: readonly DivisionRow[] = [
  { code: 'GM0518', level: 'GEMEENTE', name: "'s-Gravenhage" },
  { code: 'WK051828', level: 'WIJK', name: 'Wijk 28 Centrum' },
  { code: 'WK051805', level: 'WIJK', name: 'Wijk 05 Belgisch Park' },
  { code: 'WK051899', level: 'WIJK', name: 'Nieuw-Überhäven' },
];

/** Waterrijk and Duinrand through their three divisions, three wijken of Den Haag, inhabitants, two indicators. */
export async function makeTown(database: Database): Promise<void> {
  for (const year of [2024, 2025, 2026]) {
    const rows = [...divisionRows(year), ...(year === 2026 ? theHague : [])];
    await database.db.transaction((tx) => recordDivision(tx, { year, rows, isPublished: true }));
  }
  const wijken = divisionRows(2026).filter(({ level }) => level === 'WIJK');
  const all = (value: number) => Object.fromEntries(wijken.map(({ code }) => [code, value]));
  await makeEdition(database, {
    year: 2026,
    figures: { population: all(1000), eenzaam: all(40), herkomst: all(5) },
    indicators: {
      population: { title: 'Aantal inwoners' },
      eenzaam: {
        title: 'Ernstig eenzaam',
        definition: 'Deel van de bevolking dat zich alleen voelt.',
      },
      herkomst: { title: 'Herkomstcijfer', sensitive: true, theme: null },
    },
  });
}

export interface Hit {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly snippet: readonly { readonly text: string; readonly isHit: boolean }[];
  readonly fieldNote: { readonly id: string; readonly textState: string } | null;
}

export interface Found {
  readonly groups: readonly { readonly kind: string; readonly count: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: Hit }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query ($text: String!, $within: PlaceCode, $kinds: [SearchKind!], $first: Int, $after: String) {
  search(text: $text, within: $within, kinds: $kinds, first: $first, after: $after) {
    groups { kind count }
    edges { cursor node { id kind code title detail placeCode theme snippet { text isHit } fieldNote { id textState } } }
    pageInfo { hasNextPage endCursor } } }`;

/** Searches and answers all of it, a refusal as an error. */
export async function searchAs(
  ask: Ask,
  as: string | null,
  text: string,
  more: Record<string, unknown> = {},
): Promise<Found> {
  const { data, errors } = await ask<{ search: Found }>(as, query, { text, ...more });
  if (errors) throw new Error(`The search was refused: ${errors[0]?.message}`);
  return data.search;
}

/** What was found, as `KIND:code`, best first. */
export const idsOf = ({ edges }: Found): string[] => edges.map(({ node }) => node.id);

/** The snippet with its hits in brackets. */
export const marked = ({ snippet }: Hit): string =>
  snippet.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
