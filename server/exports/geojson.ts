// GeoJSON (RFC 7946): a feature per place with its figures. Pure.
import type { Geometry } from 'geojson';
import type { Observation } from './observations.ts';
import type { ThemeLine } from './profile.ts';

/** RFC 7946 knows WGS84 only; what came in RD New was converted when it was imported. */
const coordinateSystem =
  'WGS84 (EPSG:4326), longitude first, as RFC 7946 asks. Borders delivered in RD New (EPSG:28992) were converted by the' +
  ' formulas of Schreutelkamp and Strang van Hees, within half a metre.';

interface About {
  readonly title: string;
  readonly madeAt: Date;
  /** Words to print beside the borders; null when there are none. */
  readonly shapesAttribution: string | null;
  readonly themes?: readonly ThemeLine[];
}

/** A feature per place, in the order of the figures; without a border its geometry is null. */
export function featureCollection(
  observations: readonly Observation[],
  shapes: ReadonlyMap<string, Geometry>,
  { title, madeAt, shapesAttribution, themes }: About,
) {
  const places = new Map<string, Observation[]>();
  for (const one of observations) {
    const list = places.get(one.place);
    if (list) list.push(one);
    else places.set(one.place, [one]);
  }
  return {
    type: 'FeatureCollection' as const,
    ...{ title, madeAt: madeAt.toISOString(), coordinateSystem, shapesAttribution },
    features: [...places].map(([code, list]) => ({
      type: 'Feature' as const,
      id: code,
      geometry: shapes.get(code) ?? null,
      properties: {
        ...{ code, name: list[0]?.placeName ?? code, level: list[0]?.level ?? '' },
        figures: list.map(({ place: _place, placeName: _name, level: _level, ...rest }) => rest),
        ...(themes?.some(({ place }) => place === code)
          ? { themes: themes.filter(({ place }) => place === code) }
          : {}),
      },
    })),
  };
}
