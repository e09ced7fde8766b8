// Which tiles of the national grid of tiles (RD New, EPSG:28992) lie under a drawing. Pure.

/** The tile grid of Dutch map services: its north-west corner, and metres per pixel at zoom 0. */
const grid = { x: -285_401.92, y: 903_401.92, resolution: 3440.64, pixels: 256, deepest: 14 };
const most = 40;

export interface Tile {
  readonly address: string;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Tiles that cover the drawing; `scale` in pixels per metre and `shift` put RD metres into it. None when too many. */
export function tilesFor(
  template: string,
  size: { readonly width: number; readonly height: number },
  scale: number,
  shift: readonly [x: number, y: number],
): Tile[] {
  const zoom = Math.round(Math.log2(grid.resolution * scale));
  const z = Math.min(Math.max(zoom, 0), grid.deepest);
  const metres = (grid.resolution / 2 ** z) * grid.pixels;
  const side = metres * scale;
  // Where the corner of the grid falls in the drawing; y grows southward in both.
  const corner = [grid.x * scale + shift[0], shift[1] - grid.y * scale] as const;
  const [fromX, fromY] = [Math.floor(-corner[0] / side), Math.floor(-corner[1] / side)];
  const [toX, toY] = [
    Math.floor((size.width - corner[0]) / side),
    Math.floor((size.height - corner[1]) / side),
  ];
  if ((toX - fromX + 1) * (toY - fromY + 1) > most) return [];
  const tiles: Tile[] = [];
  for (let x = fromX; x <= toX; x++)
    for (let y = fromY; y <= toY; y++)
      tiles.push({
        address: template
          .replace('{z}', String(z))
          .replace('{x}', String(x))
          .replace('{y}', String(y)),
        x: corner[0] + x * side,
        y: corner[1] + y * side,
        side,
      });
  return tiles;
}
