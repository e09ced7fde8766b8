// RD New (EPSG:28992) to WGS84 and back: the approximation of Schreutelkamp and Strang van Hees, "Benaderingsformules voor de
// transformatie tussen RD- en WGS84-kaartcoördinaten", NGT Geodesia 2001-2. Within about 25 cm of RDNAPTRANS on land, far
// within the 10 to 50 m to which borders are accurate. Pure.

import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Amersfoort in both systems. */
const origin = { x: 155_000, y: 463_000, latitude: 52.1551744, longitude: 5.38720621 } as const;

/** Coefficient of dx^p dy^q, in arc seconds. */
type Term = readonly [p: number, q: number, coefficient: number];

const latitudeTerms: readonly Term[] = [
  [0, 1, 3235.65389],
  [2, 0, -32.58297],
  [0, 2, -0.2475],
  [2, 1, -0.84978],
  [0, 3, -0.0655],
  [2, 2, -0.01709],
  [1, 0, -0.00738],
  [4, 0, 0.0053],
  [2, 3, -0.00039],
  [4, 1, 0.00033],
  [1, 1, -0.00012],
];

const longitudeTerms: readonly Term[] = [
  [1, 0, 5260.52916],
  [1, 1, 105.94684],
  [1, 2, 2.45656],
  [3, 0, -0.81885],
  [1, 3, 0.05594],
  [3, 1, -0.05607],
  [0, 1, 0.01199],
  [3, 2, -0.00256],
  [1, 4, 0.00128],
  [0, 2, 0.00022],
  [2, 0, -0.00022],
  [5, 0, 0.00026],
];

/** True for a point in the rectangle in which RD is defined; longitude and latitude never lie in it. */
export const isRd = (x: number, y: number) =>
  x >= -7000 && x <= 300_000 && y >= 289_000 && y <= 629_000;

/** Longitude and latitude in degrees, to seven decimals (a centimetre). */
export function toWgs84(x: number, y: number): [longitude: number, latitude: number] {
  const dx = (x - origin.x) / 100_000;
  const dy = (y - origin.y) / 100_000;
  const sum = (terms: readonly Term[]) =>
    terms.reduce((total, [p, q, coefficient]) => total + coefficient * dx ** p * dy ** q, 0) / 3600;
  return [
    round(origin.longitude + sum(longitudeTerms)),
    round(origin.latitude + sum(latitudeTerms)),
  ];
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

const xTerms: readonly Term[] = [
  [0, 1, 190_094.945],
  [1, 1, -11_832.228],
  [2, 1, -114.221],
  [0, 3, -32.391],
  [1, 0, -0.705],
  [3, 1, -2.34],
  [1, 3, -0.608],
  [0, 2, -0.008],
  [2, 3, 0.148],
];

const yTerms: readonly Term[] = [
  [1, 0, 309_056.544],
  [0, 2, 3638.893],
  [2, 0, 73.077],
  [1, 2, -157.984],
  [3, 0, 59.788],
  [0, 1, 0.433],
  [2, 2, -6.439],
  [1, 1, -0.032],
  [0, 4, 0.092],
  [1, 4, -0.054],
];

export type RdPoint = [x: number, y: number];

/** Metres east and north of a longitude and latitude in degrees, as the formula gives them. */
export function exactRd(longitude: number, latitude: number): RdPoint {
  const north = 0.36 * (latitude - origin.latitude);
  const east = 0.36 * (longitude - origin.longitude);
  const sum = (terms: readonly Term[]) =>
    terms.reduce((total, [p, q, coefficient]) => total + coefficient * north ** p * east ** q, 0);
  return [origin.x + sum(xTerms), origin.y + sum(yTerms)];
}

/** To whole metres, which is finer than borders are drawn. */
export function toRd(longitude: number, latitude: number): RdPoint {
  const [x, y] = exactRd(longitude, latitude);
  return [Math.round(x), Math.round(y)];
}

/** A border in WGS84 in the metres of the Dutch grid: shared points stay shared, as each is rounded alike. */
export function inRd(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const ringInRd = (ring: readonly Position[]) =>
    ring.map(([longitude = 0, latitude = 0]) => toRd(longitude, latitude));
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(ringInRd) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((one) => one.map(ringInRd)) };
}
