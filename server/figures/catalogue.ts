// What the slots of packed rows mean: editions with their source, columns and indicators. Their content does
// not change once staged, so they are kept per database and catalogue version (a number that a trigger in
// the database raises), which makes the cache right in every server process.
import { sql } from 'drizzle-orm';
import type { Direction, MeasureKind, Provenance } from '../codes/figures.ts';
import type { ThemeCode } from '../codes/themes.ts';
import { arrayParam, namedRows, type ReadDb } from '../db/client.ts';
import { keptPerVersion } from '../db/kept-per-version.ts';
import type { YearOrPart } from './periods.ts';

export interface Source {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
  readonly address: string | null;
}

export interface Indicator {
  readonly key: string;
  readonly sourceKey: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly measureKind: MeasureKind;
  readonly direction: Direction;
  readonly theme: ThemeCode | null;
  readonly sensitive: boolean;
  readonly provenance: Provenance;
  readonly population: string;
  readonly decimals: number;
  readonly sortOrder: number;
  readonly breakYears: readonly number[];
}

export interface EditionColumn {
  readonly slot: number;
  readonly segment: string;
  /** Year, and part of it (periods.ts). */
  readonly period: number;
  readonly part: YearOrPart;
  readonly columnKey: string;
  readonly derivation: string;
  readonly indicator: Indicator;
  /** Indicator, segment and part of the year: what the columns of a series have in common. */
  readonly meaning: string;
}

/** A fit of expected use, by slots (table use_models). */
export interface UseModel {
  readonly slot: number;
  readonly predictors: readonly number[];
  readonly coefficients: readonly number[];
  readonly wijken: number;
  readonly residualDeviation: number;
  readonly rSquared: number;
}

export interface Edition {
  readonly id: number;
  readonly tableId: string;
  readonly title: string;
  readonly divisionYear: number;
  readonly scope: string;
  readonly status: string;
  readonly retrievedAt: string;
  readonly modifiedAt: string | null;
  readonly publishedAt: string | null;
  readonly fileChecksum: string | null;
  readonly source: Source;
  readonly columns: readonly EditionColumn[];
  readonly models: readonly UseModel[];
}

const editionsOf = keptPerVersion<number, Edition>();

/** The editions asked for, by id; at most one statement, none when all are known. */
export async function loadEditions(
  db: ReadDb,
  version: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Edition>> {
  const editions = editionsOf(db, version);
  const missing = ids.filter((id) => !editions.has(id));
  if (missing.length > 0) {
    for (const edition of await readEditions(db, missing)) editions.set(edition.id, edition);
  }
  return editions;
}

async function readEditions(db: ReadDb, ids: readonly number[]): Promise<Edition[]> {
  const rows = await namedRows<{ edition: Edition }>(
    db,
    'catalogue_editions',
    sql`select json_build_object(
        'id', e.id, 'tableId', e.table_id, 'title', e.title, 'divisionYear', e.division_year,
        'scope', e.scope, 'status', e.status, 'retrievedAt', e.retrieved_at,
        'modifiedAt', e.modified_at, 'publishedAt', e.published_at, 'fileChecksum', e.file_checksum,
        'source', json_build_object('key', s.key, 'title', s.title, 'publisher', s.publisher,
          'licence', s.licence, 'attribution', s.attribution, 'address', s.address),
        'columns', (select coalesce(json_agg(json_build_object(
            'slot', c.slot, 'segment', c.segment, 'period', c.period, 'part', c.part, 'columnKey', c.column_key,
            'derivation', c.derivation, 'meaning', c.indicator_key || ' ' || c.segment || ' ' || c.part,
            'indicator', json_build_object('key', i.key, 'sourceKey', i.source_key, 'title', i.title,
              'definition', i.definition, 'unit', i.unit, 'measureKind', i.measure_kind,
              'direction', i.direction, 'theme', i.theme, 'sensitive', i.sensitive,
              'provenance', i.provenance, 'population', i.population, 'decimals', i.decimals,
              'sortOrder', i.sort_order, 'breakYears', i.break_years)) order by c.slot), '[]')
          from edition_columns c join indicators i on i.key = c.indicator_key
          where c.edition_id = e.id),
        'models', (select coalesce(json_agg(json_build_object('slot', m.slot, 'predictors', m.predictors,
            'coefficients', m.coefficients, 'wijken', m.wijken, 'residualDeviation', m.residual_deviation,
            'rSquared', m.r_squared) order by m.slot), '[]') from use_models m where m.edition_id = e.id)) as edition
      from editions e join sources s on s.key = e.source_key
      where e.id = any(${arrayParam(ids, 'integer')})`,
  );
  return rows.map((row) => row.edition);
}
