// The wijken drawn from their borders in the Dutch grid. Each is a link: one stop for Tab, the arrow keys go on to the
// neighbour that lies that way.
import { type GeoPermissibleObjects, geoIdentity, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { inRd } from '../../server/places/rd.ts';
import { pathTo } from '../app/paths.ts';
import { Around, gap } from '../components/around.tsx';
import type { BordersQuery } from '../generated/graphql.ts';
import { useWords } from '../words/words.ts';
import type { Layer, WijkOnMap } from './layer.ts';
import { type Tile, tilesFor } from './tiles.ts';
import { mapWords } from './words.ts';

interface WijkMapProps {
  readonly borders: BordersQuery['placeShapes'];
  readonly layer: Layer;
  /** Template of background tiles; null: none. */
  readonly background: string | null;
}

const size = { width: 640, height: 520 };
const edge = 8;

interface Drawn {
  readonly code: string;
  readonly path: string;
  readonly centre: readonly [x: number, y: number];
}

/** Borders as paths, and the tiles under them. */
function draw(borders: WijkMapProps['borders'], background: string | null) {
  const features: Feature[] = borders.map(({ code, geometry }) => ({
    type: 'Feature',
    id: code,
    properties: null,
    geometry: inRd(geometry as Polygon | MultiPolygon),
  }));
  const all: FeatureCollection = { type: 'FeatureCollection', features };
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [edge, edge],
        [size.width - edge, size.height - edge],
      ],
      all as GeoPermissibleObjects,
    );
  const path = geoPath(projection).digits(1);
  const wijken: Drawn[] = features.map((feature) => {
    const [x, y] = path.centroid(feature as GeoPermissibleObjects);
    return {
      code: String(feature.id),
      path: path(feature as GeoPermissibleObjects) ?? '',
      centre: [x, y],
    };
  });
  const tiles: Tile[] = background
    ? tilesFor(background, size, projection.scale(), projection.translate())
    : [];
  return { wijken, tiles };
}

/** Shows which wijk is pointed at below the map; screen readers hear it from the link itself. */
export function WijkMap({ borders, layer, background }: WijkMapProps) {
  const say = useWords(mapWords);
  const { route } = useLocation();
  const { wijken, tiles } = useMemo(() => draw(borders, background), [borders, background]);
  const [at, setAt] = useState(wijken[0]?.code);
  const [pointed, setPointed] = useState<string>();
  const box = useRef<SVGSVGElement>(null);
  const label = useId();
  const { markWidth = 18 } = layer;
  const known = new Map(layer.wijken.map((wijk) => [wijk.code, wijk]));
  const labelOf = (code: string) => {
    const wijk = known.get(code);
    return wijk ? `${wijk.name}: ${wijk.text}` : code;
  };
  const go = (event: KeyboardEvent, from: Drawn) => {
    const next = neighbour(wijken, from, event.key);
    if (!next) return;
    event.preventDefault();
    setAt(next.code);
    box.current?.querySelector<SVGAElement>(`[data-code="${next.code}"]`)?.focus();
  };
  return (
    <div class="wb-map">
      <p class="wb-only-read" id={label}>
        <Around text={say('mapOf', { what: gap })}>
          <span lang={layer.isDutch ? 'nl' : undefined}>{layer.title}</span>
        </Around>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset. */}
      <svg
        ref={box}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="group"
        aria-labelledby={label}
      >
        <defs>
          <pattern
            id="wb-hatch"
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line class="wb-map__hatch" x1="0" y1="0" x2="0" y2="8" />
          </pattern>
        </defs>
        {tiles.map(({ address, x, y, side }) => (
          <image key={address} href={address} x={x} y={y} width={side} height={side} />
        ))}
        {wijken.map((drawn) => {
          const wijk: WijkOnMap | undefined = known.get(drawn.code);
          return (
            <a
              key={drawn.code}
              href={pathTo('profile', drawn.code)}
              data-code={drawn.code}
              tabIndex={drawn.code === at ? 0 : -1}
              aria-label={labelOf(drawn.code)}
              class="wb-map__wijk"
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                route(pathTo('profile', drawn.code));
              }}
              onKeyDown={(event) => go(event, drawn)}
              onFocus={() => {
                setAt(drawn.code);
                setPointed(drawn.code);
              }}
              onMouseEnter={() => setPointed(drawn.code)}
            >
              <path class={classOf(wijk?.step)} d={drawn.path} />
              {wijk?.mark ? (
                <g
                  class="wb-map__mark"
                  transform={`translate(${drawn.centre[0] - markWidth * 0.75} ${drawn.centre[1] - 14}) scale(1.5)`}
                >
                  <rect
                    class="wb-map__halo"
                    x="-3"
                    y="-3"
                    width={markWidth + 6}
                    height="24"
                    rx="4"
                  />
                  {wijk.mark}
                </g>
              ) : null}
            </a>
          );
        })}
      </svg>
      <p class="wb-map__pointed" aria-hidden="true">
        {pointed ? labelOf(pointed) : say('pointAt')}
      </p>
      {tiles.length > 0 ? <p class="wb-small">{say('background')}</p> : null}
    </div>
  );
}

/** The fill of a class; hatched when nothing is known. */
export const classOf = (step: number | null | undefined) =>
  step === null || step === undefined ? 'wb-map__unknown' : `wb-map__step-${step}`;

const ways: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The nearest wijk that lies more that way than aside. */
function neighbour(wijken: readonly Drawn[], from: Drawn, key: string): Drawn | undefined {
  const way = ways[key];
  if (!way) return undefined;
  let best: Drawn | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const wijk of wijken) {
    const [dx, dy] = [wijk.centre[0] - from.centre[0], wijk.centre[1] - from.centre[1]];
    const ahead = dx * way[0] + dy * way[1];
    const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    if (wijk === from || ahead <= 0 || aside > ahead * 1.5) continue;
    const distance = Math.hypot(dx, dy);
    if (distance < least) [best, least] = [wijk, distance];
  }
  return best;
}
