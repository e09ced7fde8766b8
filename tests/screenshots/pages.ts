// Every page of the web app with who looks at it: the table that `npm run screenshots` walks through. Whoever adds a page
// adds a line.
import type { Page } from 'playwright-core';
import { bram, esra } from '../support/ask.ts';
import { logScreens } from './log.ts';

export interface Screen {
  /** Name of the file, without the width. */
  readonly name: string;
  readonly path: string;
  /** Demo token; absent: the public. */
  readonly as?: string;
  /** What is done before the picture is taken, such as opening a form. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Opens a theme of a profile and the first of its charts. */
const openTheme = (code: string) => async (page: Page) => {
  const theme = page.locator(`[data-theme=${code}]`);
  await theme.locator('.wb-theme__more > summary').click();
  await theme.locator('.wb-details > .wb-fold > summary').first().click();
  await theme.locator('.wb-chart').nth(1).waitFor();
};

const show = (what: string) => async (page: Page) => {
  await page.getByLabel('Laat zien').selectOption({ label: what });
  await page.locator('.wb-map__mark').first().waitFor();
};

export const screens: readonly Screen[] = [
  { name: 'home', path: '/' },
  ...logScreens,
  { name: 'profile', path: '/wijk/WK900102', as: bram },
  { name: 'profile-theme', path: '/wijk/WK900102', as: esra, prepare: openTheme('LIVELIHOOD') },
  { name: 'profile-trend', path: '/wijk/WK900102', as: bram, prepare: openTheme('WORK_EDUCATION') },
  {
    name: 'profile-english',
    path: '/wijk/WK900109',
    prepare: (page) => page.getByRole('button', { name: 'English' }).click(),
  },
  { name: 'gemeente', path: '/gemeente/GM9001', as: bram },
  { name: 'map-figure', path: '/kaart/GM9001', as: bram },
  { name: 'map-outcome', path: '/kaart/GM9001', as: bram, prepare: show('Uitkomst') },
  { name: 'compare', path: '/vergelijk?wijk=WK900102&wijk=WK900104&wijk=WK900111', as: bram },
  { name: 'changes', path: '/veranderd/GM9001?sinds=2026-01-15', as: bram },
  { name: 'public', path: '/openbaar/WK900102' },
  { name: 'accessibility', path: '/toegankelijkheid' },
];
