// The outbox: a short form of `npm run offline`, and the wijk that a phone finds by itself.
import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { wijkenAt } from '../client/log/which-wijk.ts';
import { outcomeOfFailure } from '../client/outbox/outcome.ts';
import { exactRd } from '../server/places/rd.ts';
import { play } from './offline/schedules.ts';

test('three hundred schedules of faults lose nothing and double nothing', async () => {
  const wrong: string[] = [];
  let logged = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const played = await play(seed);
    logged += played.logged;
    wrong.push(...played.lost, ...played.doubled, ...played.wrong);
  }
  expect(wrong).toEqual([]);
  expect(logged).toBeGreaterThan(1000);
});

test.each([
  ['UNAUTHENTICATED', {}, 'SIGN_IN'],
  ['FORBIDDEN', { otherPerson: true }, 'SIGN_IN'],
  ['FORBIDDEN', {}, 'REFUSED'],
  ['NOT_FOUND', {}, 'REFUSED'],
  ['CONFLICT', { currentVersion: 3 }, 'REFUSED'],
  ['BAD_USER_INPUT', { field: 'input.theme' }, 'REFUSED'],
  ['BAD_USER_INPUT', { field: 'documentId' }, 'LATER'],
  ['RATE_LIMITED', { retryAfter: 7 }, 'LATER'],
  ['INTERNAL_SERVER_ERROR', {}, 'LATER'],
  ['NETWORK', {}, 'UNREACHABLE'],
])('an answer %s %j means %s', (code, extensions, state) => {
  expect(outcomeOfFailure({ code, message: '', extensions }).state).toBe(state);
});

const rd =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.417,50.3319,465.552,-0.398957,0.343988,-1.8774,4.0725 +units=m +no_defs';

test('RD coordinates are within half a metre of proj4 all over the country', () => {
  let worst = 0;
  for (let longitude = 3.4; longitude <= 7.2; longitude += 0.1) {
    for (let latitude = 50.8; latitude <= 53.5; latitude += 0.1) {
      const [x, y] = exactRd(longitude, latitude);
      const [rightX = 0, rightY = 0] = proj4('WGS84', rd, [longitude, latitude]);
      worst = Math.max(worst, Math.hypot(x - rightX, y - rightY));
    }
  }
  expect(worst).toBeLessThan(0.5);
});

const square = (code: string, west: number, hole: number[][][] = []) => ({
  code,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, 52],
        [west + 0.02, 52],
        [west + 0.02, 52.02],
        [west, 52.02],
        [west, 52],
      ],
      ...hole,
    ],
  },
});
const pond = [
  [5.008, 52.008],
  [5.008, 52.012],
  [5.012, 52.012],
  [5.012, 52.008],
  [5.008, 52.008],
];
const wijken = [square('A', 5, [pond]), square('B', 5.02)];

test.each([
  ['well inside', 5.004, 52.004, 20, ['A']],
  ['near the border', 5.0199, 52.01, 20, ['A', 'B']],
  ['inside, but the circle reaches over the border', 5.015, 52.01, 500, ['A', 'B']],
  ['in a hole', 5.01, 52.01, 20, []],
  ['outside', 5.1, 52.01, 20, []],
  ['too vague to say', 5.004, 52.004, 5000, []],
])('a position %s', (_what, longitude, latitude, accuracy, expected) => {
  expect(wijkenAt(wijken, { longitude, latitude, accuracy })).toEqual(expected);
});
