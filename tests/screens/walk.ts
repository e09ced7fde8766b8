// Walks through the table of screens at some widths and says what is wrong on any of them.
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { brokenWordsOf } from './broken-words.ts';
import { overlapsOf } from './overlaps.ts';
import { screens } from './screens.ts';
import { onScreen, overflowOf, startTown } from './town.ts';

/** Looks at each screen that the command line names (or all); prints what is wrong and fails when anything is. */
export async function walkScreens(
  widths: readonly number[],
  look: (page: Page, name: string, width: number) => Promise<readonly string[]>,
): Promise<void> {
  const asked = process.argv.slice(2);
  const chosen = screens.filter(
    ({ name }) => asked.length === 0 || asked.some((one) => name.startsWith(one)),
  );
  if (chosen.length === 0) {
    throw new Error(
      `No screen is called ${asked.join(', ')}: tests/screens/screens.ts names them.`,
    );
  }
  const given = process.env.SCREENS_URL;
  const town = given ? { url: given, stop: async () => {} } : await startTown();
  const browser = await launchBrowser();
  const wrong: string[] = [];
  try {
    for (const [at, screen] of chosen.entries()) {
      process.stderr.write(`  ${at + 1}/${chosen.length} ${screen.name}\n`);
      for (const width of widths) {
        const found = await onScreen(browser, town.url, screen, width, async (page) => {
          const overflow = await overflowOf(page);
          return [
            ...(overflow > 0 ? [`${overflow} pixels too wide`] : []),
            ...(await overlapsOf(page)),
            ...(await brokenWordsOf(page)),
            ...(await look(page, screen.name, width)),
          ];
        }).catch((failure: unknown) => [failure instanceof Error ? failure.message : `${failure}`]);
        wrong.push(...found.map((one) => `${screen.name} at ${width}: ${one}`));
      }
    }
  } finally {
    await browser.close();
    await town.stop();
  }
  for (const line of wrong) console.log(line);
  console.log(
    `${chosen.length} screens at ${widths.join(', ')} pixels: ${wrong.length} things wrong`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}
