// Borders for maps: the metres of the Dutch grid, and who may ask for which gemeente.
import type { Polygon } from 'geojson';
import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { seedWaterrijk } from '../seeds/waterrijk.ts';
import { inRd, toRd, toWgs84 } from '../server/places/rd.ts';
import { askOn, nobody } from './support/ask.ts';
import { testDatabase } from './support/database.ts';

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

const database = await testDatabase();
await seedWaterrijk(database, new Date());
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
