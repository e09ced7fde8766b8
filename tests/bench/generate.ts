// A generated data set of a stated size, the same every time: gemeenten with wijken and buurten, indicators over
// all themes, yearly editions, and notes. Made through the product's own staging; notes go in by one SQL
// statement. The same values also lie as one row per value in `bench_values`, for the floor.
import { createHash } from 'node:crypto';
import type { PlaceLevel } from '../../server/codes/figures.ts';
import { type ThemeCode, themes } from '../../server/codes/themes.ts';
import type { Database } from '../../server/db/client.ts';
import { publishEdition } from '../../server/monitors/publishing.ts';
import { stageEdition } from '../../server/monitors/staging.ts';
import {
  emptyCells,
  type IndicatorDefinition,
  letter,
  type TableRow,
} from '../../server/monitors/table.ts';
import { gemeenteOf } from '../../server/places/codes.ts';
import { packPlaces } from '../../server/places/packed-places.ts';
import type { DivisionRow } from '../../server/places/spans.ts';

export interface Size {
  readonly gemeenten: number;
  readonly wijkenEach: number;
  /** May be a fraction: then some wijken have one more. */
  readonly buurtenEach: number;
  readonly indicators: number;
  readonly years: number;
  readonly notes: number;
  /** What a note says, in SQL over its row of field_notes; absent: all the same. */
  readonly sentence?: string;
}

/** One gemeente the size of Den Haag. */
export const oneGemeente: Size = {
  gemeenten: 1,
  wijkenEach: 44,
  buurtenEach: 3,
  indicators: 110,
  years: 10,
  notes: 3000,
};

/**
 * The country: 334 gemeenten, 3,340 wijken, 14,362 buurten; 18,037 places x 110 indicators x 10 years are 19.8 million
 * figures, with a million notes. A smaller share leaves out gemeenten.
 */
export const nationalSize = (share: number): Size => {
  const gemeenten = Math.max(2, Math.round(334 * share));
  return { ...oneGemeente, gemeenten, wijkenEach: 10, buurtenEach: 4.3, notes: gemeenten * 3000 };
};

const themeCodes = Object.keys(themes) as ThemeCode[];
const lastYear = 2024;

/** A number in [0, 1) that depends only on its seeds (Wang's integer hash). */
export function seeded(...seeds: number[]): number {
  let hash = 2166136261;
  for (const seed of seeds) {
    hash = Math.imul(hash ^ seed, 16777619);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 12;
  }
  return (hash >>> 0) / 4294967296;
}

function placesOf(size: Size): DivisionRow[] {
  const rows: DivisionRow[] = [{ code: 'NL00', level: 'COUNTRY', name: 'Nederland' }];
  for (let g = 0; g < size.gemeenten; g += 1) {
    const digits = String(1000 + g).padStart(4, '0');
    rows.push({ code: `GM${digits}`, level: 'GEMEENTE', name: `Gemeente ${digits}` });
    for (let w = 0; w < size.wijkenEach; w += 1) {
      const wijk = `${digits}${String(w).padStart(2, '0')}`;
      rows.push({ code: `WK${wijk}`, level: 'WIJK', name: `Wijk ${wijk}` });
      const buurten = Math.floor((w + 1) * size.buurtenEach) - Math.floor(w * size.buurtenEach);
      for (let b = 0; b < buurten; b += 1) {
        const buurt = `${wijk}${String(b).padStart(2, '0')}`;
        rows.push({ code: `BU${buurt}`, level: 'BUURT', name: `Buurt ${buurt}` });
      }
    }
  }
  return rows;
}

function indicatorsOf(size: Size): IndicatorDefinition[] {
  return Array.from({ length: size.indicators }, (_, i) => ({
    key: i === 0 ? 'population' : `bench-${i}`,
    sourceKey: 'bench',
    title: i === 0 ? 'Inwoners' : `Indicator ${i}`,
    definition: '',
    unit: i === 0 ? 'aantal' : '%',
    measureKind: i === 0 ? 'COUNT' : 'PERCENT',
    direction: i === 0 ? 'NEUTRAL' : i % 2 === 0 ? 'HIGH_IS_CONCERN' : 'LOW_IS_CONCERN',
    theme: i === 0 || i > 60 ? null : (themeCodes[i % themeCodes.length] ?? null),
    sensitive: false,
    provenance: 'MEASURED',
    population: '',
    decimals: 1,
    sortOrder: i,
    breakYears: [],
  }));
}

function rowsOf(places: readonly DivisionRow[], size: Size, year: number): TableRow[] {
  return places.map((place, p) => {
    const cells = emptyCells(size.indicators);
    for (let i = 0; i < size.indicators; i += 1) {
      const isMissing = i > 0 && seeded(p, i, year, 7) < 0.1;
      cells.states[i] = letter(isMissing ? 'M' : 'O');
      if (!isMissing) {
        cells.values[i] =
          i === 0 ? 200 + Math.floor(seeded(p) * 9000) : round(5 + 60 * seeded(p, i, year));
      }
    }
    const level: PlaceLevel = place.level;
    return { code: place.code, level, gemeenteCode: gemeenteOf(place.code), line: p + 2, cells };
  });
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Codes of so many wijken, spread evenly over the gemeenten: a load asks one after another. */
export function wijkenOf(size: Size, most = 200): string[] {
  const wijken = placesOf(size).flatMap(({ level, code }) => (level === 'WIJK' ? [code] : []));
  const count = Math.min(most, wijken.length);
  return Array.from(
    { length: count },
    (_, nth) => wijken[Math.floor((nth * wijken.length) / count)] ?? '',
  );
}

/** Fills an empty, migrated database; answers a hash over the content of its editions. */
export async function generate(
  database: Database,
  size: Size,
  onYear: (year: number) => void = () => {},
): Promise<string> {
  const places = placesOf(size);
  const indicators = indicatorsOf(size);
  const now = new Date();
  for (let year = lastYear - size.years + 1; year <= lastYear; year += 1) {
    onYear(year);
    const parsed = {
      importKind: 'figures',
      source: {
        key: 'bench',
        title: 'Generated',
        publisher: 'Generated',
        licence: 'CC0-1.0',
        attribution: 'Generated',
        address: null,
      },
      indicators,
      tableId: `bench-${year}`,
      title: `Generated ${year}`,
      divisionYear: year,
      modifiedAt: null,
      table: {
        columns: indicators.map((indicator) => ({
          indicatorKey: indicator.key,
          segment: '',
          period: year,
          columnKey: indicator.key,
          columnPath: indicator.title,
          derivation: '',
          measureKind: indicator.measureKind,
        })),
        rows: rowsOf(places, size, year),
        isFilled: indicators.map(() => true),
      },
      division: packPlaces(places),
      files: [],
      linesRead: places.length,
      quarantined: [],
      warnings: [],
    };
    const staged = await database.db.transaction((tx) => stageEdition(tx, parsed, { now }));
    await publishEdition(database.db, staged.editionId, now);
  }
  await generateNotes(database, size);
  await database.pool.query('analyze');
  // As the database does by itself within a minute.
  await database.pool.query('vacuum field_notes');
  const { rows } = await database.pool.query<{ content_hash: string }>(
    'select content_hash from editions order by division_year',
  );
  const hash = createHash('sha256').update(rows.map((row) => row.content_hash).join());
  return hash.digest('hex').slice(0, 16);
}

/** Published notes spread over wijken, themes, organisations and the last year. */
async function generateNotes(database: Database, size: Size): Promise<void> {
  await database.pool.query(
    `insert into field_notes (gemeente_code, id, place_code, edition_year, theme, kind,
        severity, scale_band, scale_unit, frequency, trend, observed_from, observed_to, recorded_at,
        organisation_key, profession, regime, no_person_confirmed, status, publication_level, excerpt,
        received_at, published_at, valid_until)
      select 'GM' || (1000 + n % $2), gen_random_uuid(),
        'WK' || (1000 + n % $2) || lpad(((n / $2) % $3)::text, 2, '0'), ${lastYear},
        ($4::text[])[1 + (n * 7) % cardinality($4::text[])], 'PROBLEM',
        (array['ATTENTION', 'WORRYING', 'SERIOUS'])[1 + n % 3], 'N10_24', 'PERSONS', 'UNKNOWN', 'RISING',
        current_date - n % 300, current_date - n % 300, now() - (n % 300) * interval '1 day',
        'organisatie-' || n % 25,
        (array['WIJKTEAM_WORKER', 'COMMUNITY_WORKER', 'YOUTH_WORKER', 'CARETAKER'])[1 + n % 4], 'SOCIAL', true,
        'PUBLISHED', 'PUBLIC', 'Bewoners komen minder buiten.', now(), now() - interval '1 hour',
        now() + interval '1 year'
      from generate_series(0, $1 - 1) n`,
    [size.notes, size.gemeenten, size.wijkenEach, themeCodes],
  );
  await database.pool.query(
    `insert into note_texts (gemeente_code, note_id, observation_text)
      select gemeente_code, id,
        ${size.sentence ?? "'Ik zie dat bewoners in deze wijk minder vaak buiten komen dan vorig jaar.'"}
      from field_notes`,
  );
}

/** The same figures as one row per value: what the floor reads, a place by the primary key, a map from an index made for it. */
export async function generateFloor(database: Database): Promise<void> {
  await database.pool.query(`
    create table bench_values (
      place_code text not null, indicator_key text not null, period int not null, value float8, state text not null,
      edition_id int not null, primary key (place_code, indicator_key, period));
    insert into bench_values
      select r.place_code, c.indicator_key, c.period, r."values"[c.slot], substr(r.states, c.slot, 1), r.edition_id
      from figure_rows r join edition_columns c on c.edition_id = r.edition_id;
    create index on bench_values (indicator_key, period, place_code text_pattern_ops) include (value, state);`);
  // For reading that index alone.
  await database.pool.query('vacuum analyze bench_values');
}
