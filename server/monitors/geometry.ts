// Borders of places as GeoJSON: longitude and latitude (or RD New), rings as RFC 7946 wants them, neighbours by shared points.
import { basename } from 'node:path';
import { sql } from 'drizzle-orm';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { appendAudit } from '../audit.ts';
import { arrayParam, type Db, rowsOf } from '../db/client.ts';
import { recordSource } from '../indicators.ts';
import { checkPlaceCode, gemeenteOf, tidyPlaceCode } from '../places/codes.ts';
import { isRd, toWgs84 } from '../places/rd.ts';
import { cbsGeometry } from './descriptions/sources.ts';
import { readJson, receiveFile } from './files.ts';
import { insertQuarantine } from './quarantine.ts';
import { firstReason, type QuarantinedRow, refuseFile } from './refusal.ts';
import { inTransaction, type RunOptions } from './run.ts';
import { scopeOf } from './staging.ts';
import { findUnknown } from './unknown-places.ts';

export interface Shape {
  readonly code: string;
  /** Number of the feature in the file, from 1. */
  readonly line: number;
  readonly geometry: Polygon | MultiPolygon;
}

export interface GeometryOutcome {
  readonly featuresRead: number;
  readonly shapes: number;
  /** Shapes that are new or differ from the known ones. */
  readonly changed: number;
  /** Rings that ran the other way round and were turned. */
  readonly turnedRings: number;
  readonly neighbours: number;
  readonly quarantined: readonly QuarantinedRow[];
}

/** From the most telling property name to the least: features of PDOK carry codes of several levels. */
const codeProperties = [
  ...['code', 'statcode', 'buurtcode', 'wijkcode', 'gemeentecode'],
  // The maps of CBS of earlier years.
  ...['bu_code', 'wk_code', 'gm_code'],
  // The administrative areas of Kadaster, whose gemeentecode has no letters.
  'identificatie',
];

/** Records the shapes of a division year and who touches whom; unknown places go to quarantine. */
export async function importGeometry(
  db: Db,
  paths: readonly string[],
  options: Omit<RunOptions, 'publish'> & { year: number },
): Promise<GeometryOutcome> {
  const file = await receiveFile(paths[0] ?? '');
  const read = readShapes(file.name, await readFeatures(paths), options.year);
  return inTransaction(db, options.dryRun, async (tx) => {
    const { year, now } = options;
    const { known, quarantined } = await findUnknown(tx, {
      year,
      file: file.name,
      places: read.shapes,
    });
    const shapes = read.shapes.filter((shape) => known.has(shape.code));
    await recordSource(tx, cbsGeometry);
    const changed = await writeShapes(tx, shapes, year);
    const neighbours = changed > 0 ? await writeNeighbours(tx, shapes, year) : 0;
    const setAside = [...read.quarantined, ...quarantined];
    const batch = {
      editionId: null,
      importKind: 'geometry',
      fileName: file.name,
      rows: setAside,
      now,
    };
    await insertQuarantine(tx, batch);
    if (changed > 0) {
      await appendAudit(
        tx,
        {
          gemeenteCode: scopeOf(shapes.map(({ code }) => ({ gemeenteCode: gemeenteOf(code) }))),
          event: 'GEOMETRY_IMPORTED',
          actor: 'system',
          role: 'SYSTEM',
          objectType: 'division',
          objectId: String(year),
          details: { shapes: changed, checksum: file.checksum },
        },
        now,
      );
    }
    await options.finish?.(tx);
    return {
      featuresRead: read.featuresRead,
      shapes: shapes.length,
      changed,
      turnedRings: read.turnedRings,
      neighbours,
      quarantined: setAside,
    };
  });
}

/** One collection out of one or more files (the pages of a fetch). */
async function readFeatures(paths: readonly string[]): Promise<unknown> {
  const documents: unknown[] = [];
  for (const path of paths) documents.push(await readJson(path));
  if (documents.length === 1) {
    refusePart(basename(paths[0] ?? ''), documents[0]);
    return documents[0];
  }
  return { features: documents.flatMap((one) => (one as { features?: unknown[] }).features ?? []) };
}

/** A page of a service that has more: the other places would keep the shapes they had, without a word. */
function refusePart(file: string, document: unknown): void {
  const { links, numberMatched, numberReturned } = (document ?? {}) as {
    links?: unknown;
    numberMatched?: unknown;
    numberReturned?: unknown;
  };
  const isMore = Array.isArray(links) && links.some((link) => link?.rel === 'next');
  const isLess =
    typeof numberMatched === 'number' &&
    typeof numberReturned === 'number' &&
    numberReturned < numberMatched;
  if (!isMore && !isLess) return;
  throw refuseFile(
    { file },
    'this is one page of several. Download all features in one file, or let them be fetched (--fetch).',
  );
}

interface ReadShapes {
  readonly shapes: Shape[];
  readonly quarantined: QuarantinedRow[];
  readonly featuresRead: number;
  readonly turnedRings: number;
}

/**
 * Shapes of a FeatureCollection with their rings turned where needed and RD New made WGS84; refuses features that say they
 * are of another year than `year`. Pure.
 */
export function readShapes(file: string, document: unknown, year?: number): ReadShapes {
  const features = (document as { features?: unknown } | null)?.features;
  if (!Array.isArray(features)) {
    throw refuseFile({ file: basename(file) }, 'it is not a GeoJSON FeatureCollection.');
  }
  const shapes: Shape[] = [];
  const quarantined: QuarantinedRow[] = [];
  const seen = new Map<string, number>();
  let turnedRings = 0;
  for (const [at, feature] of (features as Feature[]).entries()) {
    const line = at + 1;
    const code = codeOf(feature);
    const raw = feature?.properties ?? null;
    if (checkPlaceCode(code) === undefined) {
      const explanation = `Feature ${line} has no place code (${codeProperties.join(', ')}): "${code}".`;
      quarantined.push({ line, reason: 'UNKNOWN_REGION_CODE', explanation, raw });
      continue;
    }
    const own = yearOf(feature);
    if (own !== undefined && year !== undefined && own !== year) {
      throw refuseFile(
        { file },
        `feature ${line} (${code}) is of ${own} by its jrstatcode, while it is imported as ${year}. Say --year ${own}.`,
      );
    }
    const before = seen.get(code);
    if (before !== undefined) {
      throw refuseFile(
        { file },
        `${code} stands in it twice, as feature ${before} and ${line}. Make them one MultiPolygon, or leave one out.`,
      );
    }
    seen.set(code, line);
    const geometry = checkGeometry(file, code, feature.geometry);
    if (geometry === undefined) {
      const explanation = `${code} (feature ${line}) is no Polygon or MultiPolygon of closed rings.`;
      quarantined.push({ line, reason: 'BAD_GEOMETRY', explanation, raw });
      continue;
    }
    const turned = turnRings(geometry);
    turnedRings += turned.count;
    shapes.push({ code, line, geometry: turned.geometry });
  }
  if (shapes.length === 0) {
    const why = firstReason(quarantined);
    throw refuseFile({ file }, `there is no shape in it that can be used.${why}`);
  }
  return { shapes, quarantined, featuresRead: features.length, turnedRings };
}

interface Feature {
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

/** The texts of these properties that are there, in that order; their names in whatever letters. */
function textsOf({ properties }: Feature, names: readonly string[]): string[] {
  const lower = new Map(
    Object.entries(properties ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return names.map((name) => lower.get(name)).filter((value) => typeof value === 'string');
}

/** The most telling property decides, however wrong: a buurt whose code is damaged is not the wijk it lies in. */
function codeOf(feature: Feature): string {
  const [first = '', ...others] = textsOf(feature, codeProperties).map(tidyPlaceCode);
  // The figures alone of a code that stands in full in another property, as Kadaster gives a gemeente.
  return others.find((code) => checkPlaceCode(code) && code.slice(2) === first) ?? first;
}

/** The year in `2022GM0014`, the key of a place in the divisions of PDOK. */
function yearOf(feature: Feature): number | undefined {
  const [key = ''] = textsOf(feature, ['jrstatcode']);
  const year = /^(\d{4})[A-Z]{2}/.exec(key)?.[1];
  return year === undefined ? undefined : Number(year);
}

function checkGeometry(
  file: string,
  code: string,
  geometry: Feature['geometry'],
): Polygon | MultiPolygon | undefined {
  const type = geometry?.type;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return undefined;
  const polygons = (type === 'Polygon' ? [geometry?.coordinates] : geometry?.coordinates) as
    | Position[][][]
    | undefined;
  if (!Array.isArray(polygons) || polygons.length === 0) return undefined;
  let hasRd = false;
  for (const ring of polygons.flat()) {
    if (!Array.isArray(ring) || ring.length < 4) return undefined;
    for (const [x, y] of ring) {
      if (typeof x !== 'number' || typeof y !== 'number') return undefined;
      if (isLatitudeFirst(x, y)) {
        throw refuseFile(
          { file },
          `the point ${x}, ${y} of ${code} has its latitude first, as some services give EPSG:4326. Fetch the shapes in RD` +
            ' New (--crs rd), or with the longitude first.',
        );
      }
      if (Math.abs(x) <= 180 && Math.abs(y) <= 90) continue;
      if (isRd(x, y)) hasRd = true;
      else {
        throw refuseFile(
          { file },
          `the point ${x}, ${y} of ${code} is neither longitude and latitude nor RD New (EPSG:28992).` +
            ' Download the shapes in one of the two.',
        );
      }
    }
    const [first, last] = [ring[0], ring.at(-1)];
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return undefined;
  }
  const checked = geometry as Polygon | MultiPolygon;
  return hasRd ? fromRd(checked) : checked;
}

/** The Netherlands with its axes swapped lies off Somalia: no place of CBS does. */
const isLatitudeFirst = (x: number, y: number) => x > 50 && x < 54 && y > 3 && y < 7.5;

/** Every point from RD New to longitude and latitude. */
function fromRd(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  const turn = (polygon: Position[][]) =>
    polygon.map((ring) => ring.map(([x = 0, y = 0]): Position => toWgs84(x, y)));
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: turn(geometry.coordinates) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(turn) };
}

/** Outer rings counterclockwise, holes clockwise (RFC 7946, 3.1.6). */
function turnRings(geometry: Polygon | MultiPolygon) {
  let count = 0;
  const turn = (polygon: Position[][]) =>
    polygon.map((ring, at) => {
      const isRight = at === 0 ? signedArea(ring) >= 0 : signedArea(ring) <= 0;
      if (isRight) return ring;
      count += 1;
      return [...ring].reverse();
    });
  const turned: Polygon | MultiPolygon =
    geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: turn(geometry.coordinates) }
      : { type: 'MultiPolygon', coordinates: geometry.coordinates.map(turn) };
  return { geometry: turned, count };
}

/** Twice the area of a ring, positive when it runs counterclockwise. */
function signedArea(ring: readonly Position[]): number {
  let area = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [x0 = 0, y0 = 0] = ring[at - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[at] ?? [];
    area += x0 * y1 - x1 * y0;
  }
  return area;
}

async function writeShapes(tx: Db, shapes: readonly Shape[], year: number): Promise<number> {
  let changed = 0;
  for (let at = 0; at < shapes.length; at += 500) {
    const batch = shapes.slice(at, at + 500);
    const rows = await rowsOf<{ code: string }>(
      tx,
      sql`insert into place_shapes (gemeente_code, code, year, geometry, source_key)
          select g, c, ${year}::int, s::jsonb, ${cbsGeometry.key}::text from unnest(
            ${arrayParam(batch.map(({ code }) => gemeenteOf(code)))},
            ${arrayParam(batch.map(({ code }) => code))},
            ${arrayParam(batch.map(({ geometry }) => JSON.stringify(geometry)))}) as t(g, c, s)
          on conflict (gemeente_code, code, year) do update
            set geometry = excluded.geometry, source_key = excluded.source_key
            where place_shapes.geometry is distinct from excluded.geometry
          returning code`,
    );
    changed += rows.length;
  }
  return changed;
}

async function writeNeighbours(tx: Db, shapes: readonly Shape[], year: number): Promise<number> {
  const pairs = findNeighbours(shapes);
  const codes = shapes.map(({ code }) => code);
  await tx.execute(sql`delete from place_neighbours n where n.year = ${year}
    and n.code in (select unnest(${arrayParam(codes)}))
    and n.neighbour_code in (select unnest(${arrayParam(codes)}))`);
  const both = pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  await tx.execute(sql`
    insert into place_neighbours (gemeente_code, year, code, neighbour_code)
    select g, ${year}::int, c, n from unnest(
      ${arrayParam(both.map(([code]) => gemeenteOf(code)))},
      ${arrayParam(both.map(([code]) => code))},
      ${arrayParam(both.map(([, neighbour]) => neighbour))}) as t(g, c, n)
    on conflict do nothing`);
  return pairs.length;
}

/** Pairs of places of one level that share at least two points: a piece of border, not just a corner. Pure. */
export function findNeighbours(shapes: readonly Shape[]): (readonly [string, string])[] {
  const owners = new Map<string, string[]>();
  for (const { code, geometry } of shapes) {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    const points = new Set(rings.flat().map(([x = 0, y = 0]) => `${x.toFixed(5)} ${y.toFixed(5)}`));
    for (const point of points) {
      const key = `${checkPlaceCode(code)} ${point}`;
      const list = owners.get(key);
      if (list) list.push(code);
      else owners.set(key, [code]);
    }
  }
  const shared = new Map<string, number>();
  for (const codes of owners.values()) {
    for (const [at, one] of codes.entries()) {
      for (const other of codes.slice(at + 1)) {
        const pair = one < other ? `${one} ${other}` : `${other} ${one}`;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    }
  }
  return [...shared].flatMap(([pair, points]) => {
    const [one, other] = pair.split(' ');
    return points >= 2 && one && other ? [[one, other] as const] : [];
  });
}
