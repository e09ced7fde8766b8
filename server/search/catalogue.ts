// What everyone may look up: places under all their names and codes, themes, indicators and sources, read from the
// database. The same rows give the same entries in the same order in every server process.
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { codesOf } from '../codes/code-list.ts';
import { type ThemeCode, themes } from '../codes/themes.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { liveNow } from '../figures/indicator-list.ts';
import { type Entry, entryId } from './entries.ts';
import { type PlaceRows, placeEntries } from './place-entries.ts';
import { themeWords } from './synonyms.ts';

/** Raise it when entries or the index are made otherwise: browsers keep what they have until the address changes. */
const format = 1;

/** Number that rises with every change of places, indicators, sources and what is live. */
export async function catalogueVersion(db: ReadDb): Promise<number> {
  const [row] = await namedRows<{ version: number }>(
    db,
    'search_catalogue_version',
    sql`select version from catalogue_versions`,
  );
  return row?.version ?? 0;
}

/** All entries of the catalogue. */
export async function loadCatalogue(db: ReadDb): Promise<Entry[]> {
  const [row] = await namedRows<CatalogueRow>(db, 'search_catalogue', catalogueQuery);
  if (!row) return themeEntries();
  return [
    ...placeEntries(row),
    ...themeEntries(),
    ...row.indicators.map(indicatorEntry),
    ...row.sources.map(sourceEntry),
  ];
}

/** Names the content: the same in every process that reads the same rows. */
export function catalogueHash(entries: readonly Entry[]): string {
  const content = JSON.stringify([format, entries]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

interface CatalogueRow extends PlaceRows {
  readonly indicators: readonly {
    readonly key: string;
    readonly title: string;
    readonly definition: string;
    readonly theme: ThemeCode | null;
    readonly unit: string;
  }[];
  readonly sources: readonly {
    readonly key: string;
    readonly title: string;
    readonly publisher: string;
  }[];
}

// Only what readers can reach: published divisions, live indicators, none that is sensitive (S7).
const catalogueQuery = sql`with published as (
    select p.* from places p where exists (select from divisions d
      where d.gemeente_code = p.gemeente_code and d.year between p.first_year and p.last_year)
  ) select
    (select coalesce(json_agg(json_build_object('code', p.code, 'first', p.first_year, 'last', p.last_year,
        'level', p.level, 'name', p.name, 'gemeente', p.gemeente_code)
        order by p.code collate "C", p.first_year desc), '[]') from published p) as spans,
    (select coalesce(json_agg(json_build_array(l.from_code, l.from_year, l.to_code, l.to_year)
        order by l.from_code collate "C", l.from_year, l.to_code collate "C", l.to_year), '[]')
      from place_links l where l.kind in ('SAME', 'RENAMED', 'RECODED')) as links,
    (select coalesce(json_agg(json_build_array(a.alias, a.code) order by a.code collate "C", a.alias collate "C"), '[]')
      from place_aliases a) as aliases,
    (select coalesce(json_agg(json_build_object('key', i.key, 'title', i.title, 'definition', i.definition,
        'theme', i.theme, 'unit', i.unit) order by i.key collate "C"), '[]')
      from indicators i where not i.sensitive and ${liveNow}) as indicators,
    (select coalesce(json_agg(json_build_object('key', s.key, 'title', s.title, 'publisher', s.publisher)
        order by s.key collate "C"), '[]')
      from sources s where exists (select from editions e
        join edition_spans v on v.edition_id = e.id and v.live_to is null where e.source_key = s.key)) as sources`;

/** The themes, under their names and what people type for them. */
export const themeEntries = (): Entry[] =>
  codesOf(themes).map((code) => ({
    id: entryId('THEME', code),
    kind: 'THEME',
    code,
    title: themes[code].nl,
    detail: '',
    theme: code,
    names: [themes[code].en, ...themeWords[code]],
  }));

/** An indicator, by its title and definition. */
export const indicatorEntry = ({
  key,
  title,
  definition,
  theme,
  unit,
}: CatalogueRow['indicators'][number]): Entry => ({
  id: entryId('INDICATOR', key),
  kind: 'INDICATOR',
  code: key,
  title,
  detail: [theme ? themes[theme].nl : '', unit].filter(Boolean).join(', '),
  ...(theme ? { theme } : {}),
  ...(definition ? { text: definition } : {}),
});

const sourceEntry = ({ key, title, publisher }: CatalogueRow['sources'][number]): Entry => ({
  id: entryId('SOURCE', key),
  kind: 'SOURCE',
  code: key,
  title,
  detail: publisher,
  names: [publisher],
});
