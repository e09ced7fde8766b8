// Borders of the wijken of a gemeente for a map, in the metres of the Dutch grid. Two statements, however many wijken.
import { sql } from 'drizzle-orm';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { namedRows, type ReadDb } from '../db/client.ts';
import { badInput, notFound } from '../errors.ts';
import { checkPlaceCode } from './codes.ts';
import { findPlace } from './find.ts';
import { toRd } from './rd.ts';

export interface Border {
  readonly placeCode: string;
  readonly name: string;
  readonly year: number;
  /** As GeoJSON, in RD New metres; shared borders stay shared, because every point is rounded alike. */
  readonly geometry: Polygon | MultiPolygon;
}

export interface BorderQuery {
  /** A gemeente. */
  readonly within: string;
  /** Division year; default: the newest with borders. */
  readonly year?: number | null | undefined;
}

/** Borders by name; none when no borders were imported for that year. Refuses what is no gemeente. */
export async function loadWijkBorders(
  db: ReadDb,
  { within, year }: BorderQuery,
): Promise<Border[]> {
  if (checkPlaceCode(within) !== 'GEMEENTE') {
    const message = `${within} is not a gemeente; ask for one, for example GM9001.`;
    throw badInput([{ field: 'within', message }]);
  }
  const rows = await namedRows<Border>(
    db,
    'wijk_borders',
    sql`select s.code as "placeCode", p.name, s.year, s.geometry
      from place_shapes s
      join places p on p.code = s.code and s.year between p.first_year and p.last_year
      where s.gemeente_code = ${within} and p.level = 'WIJK'
        and s.year = coalesce(${year ?? null}::int, (select max(n.year) from place_shapes n
          join divisions d on d.gemeente_code = n.gemeente_code and d.year = n.year
          where n.gemeente_code = ${within}))
        and exists (select from divisions d where d.gemeente_code = s.gemeente_code and d.year = s.year)
      order by p.sort_name collate "C", s.code`,
  );
  if (rows.length === 0 && !(await findPlace(db, within))) throw notFound('gemeente', within);
  return rows.map((row) => ({ ...row, geometry: inRd(row.geometry) }));
}

function inRd(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(ringInRd) }
    : {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((polygon) => polygon.map(ringInRd)),
      };
}

/** Points that fall on the same metre are said once. */
function ringInRd(ring: readonly Position[]): Position[] {
  return ring
    .map(([longitude = 0, latitude = 0]) => toRd(longitude, latitude))
    .filter(([x, y], at, all) => at === 0 || all[at - 1]?.[0] !== x || all[at - 1]?.[1] !== y);
}
