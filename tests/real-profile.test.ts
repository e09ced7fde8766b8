// The profile of real wijken, from the real files beside the repository to the API; skipped, and said so, without.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../server/db/client.ts';
import { runner } from './fixtures/run.ts';
import { askOn } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { logNote, publishNote } from './support/make.ts';

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const isThere = existsSync(`${folder}expected.json`);
const title = isThere ? 'Den Haag' : 'Den Haag (skipped: ../shared/data is not there)';

const observer = 'demo:OBSERVER:GM0518:wijkteam-centrum:WIJKTEAM_WORKER';
const reviewer = 'demo:REVIEWER:GM0518:gemeente';

interface Profile {
  themes: {
    theme: { code: string };
    monitor: { position: string; signedZ: number | null; isMixed: boolean };
    signal: { display: string; excerpts: { words: string }[] };
    figures: {
      indicator: { key: string };
      segment: string;
      series: { period: number; value: number | null }[];
      position: { z: number | null; median: number | null; mad: number | null };
    }[];
  }[];
}

describe.skipIf(!isThere)(title, async () => {
  // Without the files nothing below runs, but the tests are there to be reported as skipped.
  const database = (isThere ? await testDatabase() : undefined) as Database;
  const ask = askOn(database);
  const run = runner(database);

  beforeAll(async () => {
    const kwb = `${folder}cbs/84799NED/TypedDataSet_GM0518.json`;
    const rivm = `${folder}rivm/50090NED_UntypedDataSet_GM0518.csv`;
    expect((await run('import', 'cbs', kwb, '--publish')).isRefused).toBe(false);
    expect((await run('import', 'rivm', rivm, '--publish')).isRefused).toBe(false);
  });

  async function profileOf(code: string, as = reviewer) {
    const { data, errors } = await ask<{ wijkProfile: Profile }>(
      as,
      `query ($code: WijkCode!) { wijkProfile(code: $code) { themes { theme { code }
        monitor { position signedZ isMixed } signal { display excerpts { words } }
        figures { indicator { key } segment series { period value } position { z median mad } } } } }`,
      { code },
    );
    expect(errors).toBeUndefined();
    const theme = (name: string) => {
      const found = data.wijkProfile.themes.find((one) => one.theme.code === name);
      if (!found) throw new Error(`No theme ${name}.`);
      return found;
    };
    const figure = (name: string, key: string) =>
      theme(name).figures.find((one) => one.indicator.key === key && one.segment === '');
    return { theme, figure };
  }

  test('loneliness in the Schildersbuurt stands beside a note that was just logged', async () => {
    const sentence = 'Oudere bewoners komen minder buiten sinds de zaal dicht is.';
    const note = { placeCode: 'WK051829', editionYear: 2020, observationText: sentence };
    await publishNote(ask, observer, reviewer, note);
    const { theme, figure } = await profileOf('WK051829');
    expect(figure('SOCIAL_NETWORK', 'loneliness')?.series).toEqual([
      { period: 2012, value: 59.9 },
      { period: 2016, value: 63.1 },
      { period: 2020, value: 66.6 },
    ]);
    expect(theme('SOCIAL_NETWORK').signal.display).toBe('TOO_FEW');
    expect(theme('SOCIAL_NETWORK').signal.excerpts).toEqual([{ words: sentence }]);
    await logNote(ask, observer, { placeCode: 'WK051829', theme: 'HOUSING' });
  });

  test('robust z, medians and deviations are those worked out from the files', async () => {
    const expected = [
      ['SOCIAL_NETWORK', 'loneliness', 54.7, 5.3, 1.514, 1.604, -0.725],
      ['LIVELIHOOD', 'difficulty-making-ends-meet', 17, 4.9, 2.464, 2.381, -1.17],
      ['PHYSICAL_HEALTH', 'good-perceived-health', 78.8, 3.3, -3.127, -2.412, 0.961],
      ['MENTAL_HEALTH', 'anxiety-depression-risk', 48.8, 6.1, 1.493, 1.261, -1.073],
      ['PARTICIPATION', 'volunteering', 19.8, 2.9, -1.582, -1.093, 1.558],
    ] as const;
    const wijken = ['WK051829', 'WK051836', 'WK051804'];
    for (const [at, code] of wijken.entries()) {
      const { figure } = await profileOf(code);
      for (const [theme, key, median, mad, ...zs] of expected) {
        const position = figure(theme, key)?.position;
        expect(position?.median).toBeCloseTo(median, 6);
        expect(position?.mad).toBeCloseTo(mad, 6);
        expect(position?.z).toBeCloseTo(zs[at] ?? Number.NaN, 3);
      }
    }
  });

  test('theme positions are those of the handbook, and the number of raised wijken too', async () => {
    const expected = {
      SOCIAL_NETWORK: [1.744, 2.026, -0.815, 9],
      MENTAL_HEALTH: [2.647, 1.889, -0.967, 10],
      PARTICIPATION: [1.582, 1.093, -1.558, 9],
    } as const;
    const { data } = await ask<{ concordanceGrid: { placeCode: string }[] }>(
      reviewer,
      '{ concordanceGrid(within: "GM0518") { placeCode } }',
    );
    const codes = [...new Set(data.concordanceGrid.map((cell) => cell.placeCode))];
    expect(codes.length).toBe(44);
    const profiles = new Map(
      await Promise.all(codes.map(async (code) => [code, await profileOf(code)] as const)),
    );
    for (const [theme, [first, second, third, raised]] of Object.entries(expected)) {
      const z = (code: string) => profiles.get(code)?.theme(theme).monitor.signedZ;
      expect(z('WK051829')).toBeCloseTo(first, 3);
      expect(z('WK051836')).toBeCloseTo(second, 3);
      expect(z('WK051804')).toBeCloseTo(third, 3);
      const positions = codes.map((code) => profiles.get(code)?.theme(theme).monitor.position);
      expect(positions.filter((position) => position === 'RAISED').length).toBe(raised);
    }
  });

  test('smoking above and drinking below are called mixed, not favourable', async () => {
    const { theme } = await profileOf('WK051836');
    const { monitor } = theme('SUBSTANCE_USE');
    expect(monitor).toMatchObject({ isMixed: true, position: 'NORMAL' });
    expect(monitor.signedZ).toBeCloseTo(-1.607, 3);
  });
});
