// Borders for maps: the metres of the Dutch grid, and who may ask for which gemeente.
import type { Polygon } from 'geojson';
import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { tilesFor } from '../client/map/tiles.ts';
import { securityHeaders } from '../server/http/headers.ts';
import { inRd, toRd, toWgs84 } from '../server/places/rd.ts';
import { askOn, nobody } from './support/ask.ts';
import { townDatabase } from './support/town.ts';

const rdNew =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 ' +
  '+ellps=bessel +towgs84=565.417,50.3319,465.552,-0.398957,0.343988,-1.8774,4.0725 +units=m +no_defs';

test('degrees become metres within a metre of the full transformation, over the whole country', () => {
  for (let longitude = 3.4; longitude <= 7.2; longitude += 0.38) {
    for (let latitude = 50.8; latitude <= 53.5; latitude += 0.27) {
      const [x, y] = toRd(longitude, latitude);
      const [east = 0, north = 0] = proj4(rdNew, [longitude, latitude]);
      expect(Math.hypot(x - east, y - north)).toBeLessThan(1.1);
      const [back, up] = toWgs84(x, y);
      expect(Math.hypot((back - longitude) * 68_000, (up - latitude) * 111_300)).toBeLessThan(1.6);
    }
  }
});

const database = await townDatabase();
const ask = askOn(database);

interface Shape {
  readonly code: string;
  readonly geometry: Polygon;
}

test('the public draws a gemeente in metres; neighbours share their points', async () => {
  const { data } = await ask<{ placeShapes: Shape[] }>(
    nobody,
    '{ placeShapes(within: "GM9001", level: WIJK) { code geometry } }',
  );
  const points = data.placeShapes.map(
    ({ geometry }) =>
      new Set(
        inRd(geometry)
          .coordinates.flat()
          .map((point) => String(point)),
      ),
  );
  expect(points.length).toBe(12);
  const touching = points.filter((one, at) =>
    points.some((other, i) => i !== at && [...one].filter((p) => other.has(p)).length >= 2),
  );
  expect(touching.length).toBeGreaterThan(8);
});

test('the gemeente stands beside each period of a figure', async () => {
  const { data } = await ask<{
    wijkProfile: {
      themes: {
        figures: {
          indicator: { key: string };
          segment: string;
          benchmark: { gemeente: { value: number } };
          gemeenteSeries: { period: number; value: number; placeCode: string }[];
        }[];
      }[];
    };
  }>(
    nobody,
    `{ wijkProfile(code: "WK900102") { themes { figures { indicator { key } segment
      benchmark { gemeente { value } } gemeenteSeries { period value placeCode } } } } }`,
  );
  const figure = data.wijkProfile.themes
    .flatMap(({ figures }) => figures)
    .find(({ indicator, segment }) => indicator.key === 'wr-low-income' && segment === '');
  expect(figure?.gemeenteSeries.map(({ period }) => period)).toEqual([
    2019, 2020, 2021, 2022, 2023, 2024, 2025,
  ]);
  expect(figure?.gemeenteSeries.at(-1)?.value).toBe(figure?.benchmark.gemeente.value);
  expect(new Set(figure?.gemeenteSeries.map(({ placeCode }) => placeCode))).toEqual(
    new Set(['GM9001']),
  );
});

const pdok = 'https://tiles.example/{z}/{x}/{y}.png';

test('tiles lie on the national grid under the drawing, and too many are none', () => {
  // 3.36 metres per pixel is zoom 10; the middle of the grid lies at Amersfoort, 155000 463000.
  const scale = 1 / 3.36;
  const shift = [10 - 155_100 * scale, 10 + 462_900 * scale] as const;
  const tiles = tilesFor(pdok, { width: 20, height: 20 }, scale, shift);
  expect(tiles.map(({ address }) => address)).toContain('https://tiles.example/10/512/512.png');
  for (const { x, y, side } of tiles) {
    expect(side).toBeCloseTo(256, 6);
    expect(x < 20 && x + side > 0 && y < 20 && y + side > 0).toBe(true);
  }
  expect(tilesFor(pdok, { width: 9000, height: 9000 }, scale, shift)).toEqual([]);
});

test('the pages may show pictures of another host only where a background map is set', () => {
  const policyOf = (backgroundMap: string | null) => {
    let set: Record<string, string> = {};
    const response = { set: (headers: Record<string, string>) => (set = headers) };
    securityHeaders(false, backgroundMap)({ path: '/' } as never, response as never, () => {});
    return set;
  };
  expect(policyOf(null)['Content-Security-Policy']).toContain("img-src 'self' data:;");
  expect(policyOf(null)['Cross-Origin-Embedder-Policy']).toBe('require-corp');
  const open = policyOf(pdok)['Content-Security-Policy'];
  expect(open).toContain("img-src 'self' data: https://tiles.example;");
  expect(open).toContain("connect-src 'self';");
});
