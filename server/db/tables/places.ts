// Places over time. Reference data: the same on every server.
import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { codesOf } from '../../codes/code-list.ts';
import { placeLevels, placeLinkKinds } from '../../codes/figures.ts';
import { holds, matches, oneOf } from './columns.ts';

/** A place: a code in a span of division years in which its territory and name did not change. */
export const places = pgTable(
  'places',
  {
    /** CBS code: NL00, GM + 4, WK + 6, BU + 8 positions; letters occur (WK0363AA). Unpadded. */
    code: text().notNull(),
    /** First division year (1 January) for which this span was seen. */
    firstYear: integer().notNull(),
    /** Last division year for which this span was seen; years between first and last belong to it. */
    lastYear: integer().notNull(),
    /** COUNTRY, GEMEENTE, WIJK or BUURT. */
    level: text({ enum: codesOf(placeLevels) }).notNull(),
    /** Official name as the source gives it, trimmed; CBS v3 cuts it at 40 characters. Not unique. */
    name: text().notNull(),
    /** Name for sorting and matching: lower case, no leading apostrophe, no `Wijk 00` prefix. */
    sortName: text().notNull(),
    /** Gemeente the place lies in (itself for a gemeente, NL00 for the country): the tenant key. */
    gemeenteCode: text().notNull(),
    /** Wijk the buurt lies in (itself for a wijk); null for gemeente and country. */
    wijkCode: text(),
    /** CBS indelingswijziging of firstYear against the year before: 1, 2, 3, or null when not given. */
    changeCode: integer(),
    /** Urbanity class of CBS, 1 (very urban) to 5; null when not given. */
    urbanity: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.firstYear] }),
    index('places_gemeente').on(t.gemeenteCode, t.level),
    matches('places_code', 'code', 'place'),
    matches('places_gemeente_code', 'gemeente_code', 'gemeente'),
    oneOf('places_level', 'level', codesOf(placeLevels)),
    holds('places_span', 'first_year <= last_year and first_year between 1900 and 2100'),
    holds('places_wijk', `(wijk_code is null) = (level in ('COUNTRY', 'GEMEENTE'))`),
    holds('places_change', 'change_code in (1, 2, 3)'),
  ],
);

/** How two spans of places follow each other; a trend crosses SAME, RENAMED and RECODED only. */
export const placeLinks = pgTable(
  'place_links',
  {
    /** Code of the earlier span. */
    fromCode: text().notNull(),
    /** First year of the earlier span. */
    fromYear: integer().notNull(),
    /** Code of the later span. */
    toCode: text().notNull(),
    /** First year of the later span. */
    toYear: integer().notNull(),
    /** SAME, RENAMED, RECODED, SPLIT, MERGED or CHANGED (domain chapter 3). */
    kind: text({ enum: codesOf(placeLinkKinds) }).notNull(),
    /** Share of the earlier place that goes to the later one, 0 to 1; 1 when the area is the same. */
    weight: doublePrecision().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.fromCode, t.fromYear, t.toCode, t.toYear] }),
    oneOf('place_links_kind', 'kind', codesOf(placeLinkKinds)),
    holds('place_links_weight', 'weight > 0 and weight <= 1'),
    holds('place_links_order', 'from_year < to_year'),
  ],
);

/**
 * Imported conversion tables: which share of a place in one division lies in a place of a later division. Used only where a
 * border changed, for numerators and denominators, never for rates, medians or scores.
 */
export const placeConversions = pgTable(
  'place_conversions',
  {
    /** Gemeente of the later place. */
    gemeenteCode: text().notNull(),
    /** Code in the earlier division. */
    fromCode: text().notNull(),
    /** Earlier division year. */
    fromYear: integer().notNull(),
    /** Code in the later division. */
    toCode: text().notNull(),
    /** Later division year. */
    toYear: integer().notNull(),
    /** Share of the earlier place that lies in the later one; the shares of one earlier place add up to 1. */
    share: doublePrecision().notNull(),
    /** What was shared out: addresses, inhabitants; empty when the file does not say. */
    basis: text().notNull().default(''),
  },
  (t) => [
    primaryKey({
      name: 'place_conversions_key',
      columns: [t.gemeenteCode, t.fromCode, t.fromYear, t.toCode, t.toYear],
    }),
    matches('place_conversions_gemeente_code', 'gemeente_code', 'gemeente'),
    holds('place_conversions_share', 'share > 0 and share <= 1'),
    holds('place_conversions_order', 'from_year < to_year'),
  ],
);

/** Division years known per gemeente: which yearly division was imported. */
export const divisions = pgTable(
  'divisions',
  {
    /** Gemeente, or NL00 for the country as a whole. */
    gemeenteCode: text().notNull(),
    /** Division year, 1 January. */
    year: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.year] }),
    matches('divisions_gemeente_code', 'gemeente_code', 'gemeente'),
  ],
);

/** Other names people use: Den Haag for 's-Gravenhage. */
export const placeAliases = pgTable(
  'place_aliases',
  {
    /** The other name, as people write it. */
    alias: text().notNull(),
    /** Code of the place meant. */
    code: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.alias, t.code] }),
    matches('place_aliases_code', 'code', 'place'),
  ],
);

/** Borders of a place in one division year, for maps. */
export const placeShapes = pgTable(
  'place_shapes',
  {
    /** Gemeente the place lies in. */
    gemeenteCode: text().notNull(),
    /** Code of the place. */
    code: text().notNull(),
    /** Division year of the border. */
    year: integer().notNull(),
    /** GeoJSON Polygon or MultiPolygon, WGS84, longitude first, outer rings counterclockwise (RFC 7946). */
    geometry: jsonb().notNull(),
    /** Source key the shape came from. */
    sourceKey: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.gemeenteCode, t.code, t.year] }),
    matches('place_shapes_code', 'code', 'place'),
  ],
);

/** Which wijken and buurten touch each other in a division year (from their shapes). */
export const placeNeighbours = pgTable(
  'place_neighbours',
  {
    /** Gemeente of the first place. */
    gemeenteCode: text().notNull(),
    /** Division year of the borders. */
    year: integer().notNull(),
    /** Code of the one place. */
    code: text().notNull(),
    /** Code of a place that shares a border with it. */
    neighbourCode: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.gemeenteCode, t.year, t.code, t.neighbourCode] })],
);
