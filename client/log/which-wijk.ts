// In which wijk a point lies, on the device alone: near a border it asks instead of guessing. Pure.
import { polygonContains } from 'd3-polygon';
import { exactRd, type RdPoint } from '../../server/places/rd.ts';

/** Rings of a polygon, the outer one first, as GeoJSON has them. */
type Rings = readonly (readonly (readonly number[])[])[];

export interface WijkShape {
  readonly code: string;
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Rings }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Rings[] };
}

export interface Position {
  readonly longitude: number;
  readonly latitude: number;
  /** Metres within which the device says to be. */
  readonly accuracy: number;
}

/** Beyond this a position says nothing about a wijk: a phone that knows only its mast. */
const vaguest = 2_000;

/**
 * Codes of the wijken in which the position may lie: one is sure, more is a question to the person, none is outside or
 * too vague. Borders are as good as ten metres, so nearer than that is always a question.
 */
export function wijkenAt(shapes: readonly WijkShape[], position: Position): string[] {
  const { accuracy } = position;
  if (accuracy > vaguest) return [];
  const point = exactRd(position.longitude, position.latitude);
  const near = Math.max(10, accuracy);
  const found = shapes.map(({ code, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const inRd = polygons.map((rings) => rings.map(ringToRd));
    const isInside = inRd.some((rings) => contains(rings, point));
    const toBorder = Math.min(...inRd.flat().map((ring) => distanceTo(ring, point)));
    return { code, isInside, toBorder };
  });
  const isAnywhere = found.some(({ isInside }) => isInside);
  if (!isAnywhere && !found.some(({ toBorder }) => toBorder <= near)) return [];
  return found
    .filter(({ isInside, toBorder }) => isInside || toBorder <= near)
    .sort((a, b) => Number(b.isInside) - Number(a.isInside) || a.toBorder - b.toBorder)
    .map(({ code }) => code);
}

const ringToRd = (ring: readonly (readonly number[])[]): RdPoint[] =>
  ring.map(([longitude = 0, latitude = 0]) => exactRd(longitude, latitude));

/** In the outer ring and in none of the holes. */
const contains = ([outer = [], ...holes]: readonly RdPoint[][], point: RdPoint): boolean =>
  polygonContains(outer, point) && !holes.some((hole) => polygonContains(hole, point));

/** Metres from a point to the nearest edge of a ring. */
function distanceTo(ring: readonly RdPoint[], [x, y]: RdPoint): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [at, [toX, toY]] of ring.entries()) {
    const [fromX, fromY] = ring[at === 0 ? ring.length - 1 : at - 1] as RdPoint;
    const [dx, dy] = [toX - fromX, toY - fromY];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
    const share = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(x - fromX - share * dx, y - fromY - share * dy));
  }
  return nearest;
}
