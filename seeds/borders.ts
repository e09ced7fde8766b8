// Drawn borders: a town on land that does not exist, in the open water of the IJsselmeer, so that nobody takes it
// for a real one. Neighbouring wijken share their border points; the lake and the harbour belong to no wijk.
import type { Position } from 'geojson';
import { codeOf, type divisionYears, duinrand, waterrijk, wijkenOf } from './places.ts';

/** South-west corner of the drawing, WGS84. */
const origin = { longitude: 5.33, latitude: 52.79 };
const kmPerDegree = { longitude: 67.3, latitude: 111.3 };

type Point = readonly [eastKm: number, northKm: number];

const position = ([east, north]: Point): Position => [
  Number((origin.longitude + east / kmPerDegree.longitude).toFixed(6)),
  Number((origin.latitude + north / kmPerDegree.latitude).toFixed(6)),
];

/** Corner points in kilometres from the origin: columns a to f from west to east, rows 0 to 4 from south to north. */
const corners: Readonly<Record<string, Point>> = {
  a0: [0, 0.4],
  a1: [0.2, 1.9],
  a2: [0.1, 3.5],
  a3: [0.4, 5],
  a4: [0.9, 6.6],
  b0: [1.9, 0.1],
  b1: [1.8, 1.6],
  b2: [2, 3.3],
  b3: [1.9, 5.2],
  b4: [2.1, 6.9],
  c0: [3.7, 0],
  c1: [3.6, 1.7],
  c2: [3.5, 3.4],
  c3: [3.7, 5],
  c4: [3.8, 6.7],
  d0: [5.5, 0.2],
  d1: [5.3, 1.8],
  d2: [5.5, 3.3],
  d3: [5.4, 5.1],
  d4: [5.6, 6.8],
  e0: [7.2, 0.3],
  e1: [7.3, 1.6],
  e2: [7.1, 3.5],
  e3: [7.2, 5],
  e4: [7.3, 6.5],
  f0: [8.8, 0.6],
  f1: [9.1, 1.8],
  f2: [9, 3.4],
  f3: [8.9, 4.9],
  // The harbour basin.
  h1: [5, 6.8],
  h2: [4.9, 6],
  h3: [4.4, 6],
  h4: [4.4, 6.8],
  // The strip of marsh that went to Zuiderplas in 2025.
  s1: [3.65, 0.9],
  s2: [5.4, 1],
  // Two islands off the coast.
  i1: [3.9, 7.4],
  i2: [5, 7.3],
  i3: [5.2, 8],
  i4: [4.1, 8.2],
  j1: [5.5, 7.4],
  j2: [6.6, 7.3],
  j3: [6.7, 8.1],
  j4: [5.6, 8.2],
};

/** Outer rings per wijk, counterclockwise. `before` is the border until the strip moved. */
const rings: Readonly<Record<string, { now: readonly string[]; before?: readonly string[] }>> = {
  binnenstad: { now: ['c2 d2 d3 c3'] },
  havenkwartier: { now: ['c3 d3 d4 h1 h2 h3 h4 c4'] },
  sluiswijk: { now: ['b2 c2 c3 b3'] },
  molenweide: { now: ['a0 b0 b1 b2 a2 a1'] },
  rietlanden: { now: ['d1 e1 e2 e3 d3 d2'] },
  meeuwenweide: { now: ['a2 b2 b3 a3'] },
  zuiderplas: { now: ['s1 s2 d1 d2 c2 c1'], before: ['c1 d1 d2 c2'] },
  dijkzicht: { now: ['a3 b3 c3 c4 b4 a4'] },
  oosterland: { now: ['d0 e0 f0 f1 f2 f3 e3 e2 e1 d1 s2'] },
  eilanden: { now: ['i1 i2 i3 i4', 'j1 j2 j3 j4'] },
  sluispoort: { now: ['d3 e3 e4 d4'] },
  rietmoeras: { now: ['b0 c0 d0 s2 s1 c1 b1'], before: ['b0 c0 d0 s2 d1 c1 b1'] },
};

/** Closed ring of WGS84 positions through named corners. */
function ringOf(names: string): Position[] {
  const points = names.split(' ').map((name) => {
    const corner = corners[name];
    if (!corner) throw new Error(`The drawing of Waterrijk has no corner ${name}.`);
    return position(corner);
  });
  const [first] = points;
  return first ? [...points, first] : points;
}

/** Duinrand lies west of Waterrijk: nine blocks around a dune. */
function blockOf(index: number): Position[] {
  const jitter = (column: number, row: number): Point => [
    -9 + column * 1.9 + ((column * 7 + row * 3) % 5) * 0.08,
    0.8 + row * 1.7 + ((column * 3 + row * 5) % 4) * 0.09,
  ];
  const column = index % 3;
  const row = Math.floor(index / 3);
  const ring = [
    jitter(column, row),
    jitter(column + 1, row),
    jitter(column + 1, row + 1),
    jitter(column, row + 1),
    jitter(column, row),
  ];
  return ring.map(position);
}

interface Border {
  readonly code: string;
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Position[][] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] };
}

/** Borders of all wijken in a division year. */
export function bordersOf(year: (typeof divisionYears)[number]): Border[] {
  const own = wijkenOf(waterrijk).map((wijk): Border => {
    const drawn = rings[wijk.key];
    if (!drawn) throw new Error(`${wijk.key} is not drawn.`);
    const parts = ((year === 2024 && drawn.before) || drawn.now).map(ringOf);
    const code = codeOf(wijk, year);
    return parts.length === 1
      ? { code, geometry: { type: 'Polygon', coordinates: parts } }
      : { code, geometry: { type: 'MultiPolygon', coordinates: parts.map((part) => [part]) } };
  });
  if (year !== 2026) return own;
  const neighbours = wijkenOf(duinrand).map(
    (wijk, index): Border => ({
      code: codeOf(wijk, year),
      geometry: { type: 'Polygon', coordinates: [blockOf(index)] },
    }),
  );
  return [...own, ...neighbours];
}
