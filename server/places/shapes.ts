// Borders of places in one division year: for maps, and for a phone that finds out by itself in which wijk it is.
import { sql } from 'drizzle-orm';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { PlaceLevel } from '../codes/figures.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { getPlace, latestDivision } from './find.ts';

export interface PlaceShape {
  readonly code: string;
  /** WGS84, longitude first, to a metre; outer rings counterclockwise (RFC 7946). */
  readonly geometry: Polygon | MultiPolygon;
}

/**
 * Shapes of the places of a level in the gemeente that `within` lies in or is, by code; empty when none were imported
 * for the year. Refuses an unknown place.
 */
export async function listShapes(
  db: ReadDb,
  within: string,
  level: PlaceLevel,
  year?: number,
): Promise<PlaceShape[]> {
  const { gemeenteCode } = await getPlace(db, within, year, 'within');
  const division = year ?? (await latestDivision(db, gemeenteCode));
  const rows = await namedRows<{ code: string; geometry: Polygon | MultiPolygon }>(
    db,
    'place_shapes',
    sql`select s.code, s.geometry from place_shapes s
        where s.gemeente_code = ${gemeenteCode} and s.year = ${division ?? 0}
        and exists (select from places p where p.gemeente_code = s.gemeente_code and p.code = s.code
          and p.level = ${level} and s.year between p.first_year and p.last_year)
        order by s.code`,
  );
  return rows.map(({ code, geometry }) => ({ code, geometry: toMetre(geometry) }));
}

/** Five decimals of a degree are a metre; borders are good to ten at best. */
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

function roundRing(ring: readonly Position[]): Position[] {
  const rounded = ring.map(([longitude = 0, latitude = 0]) => [round(longitude), round(latitude)]);
  const distinct = rounded.filter(
    (point, at) => at === 0 || point.join() !== rounded[at - 1]?.join(),
  );
  return distinct.length < 4 ? rounded : distinct;
}

function toMetre(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(roundRing) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((one) => one.map(roundRing)) };
}
