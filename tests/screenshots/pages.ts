// Every page of the web app with who looks at it: the table that `npm run screenshots` walks through. Whoever adds a page
// adds a line.
import type { Page } from 'playwright-core';
import { bram, esra } from '../support/ask.ts';

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

export const screens: readonly Screen[] = [
  { name: 'home', path: '/' },
  { name: 'profile', path: '/wijk/WK900102', as: bram },
  {
    name: 'profile-theme',
    path: '/wijk/WK900102',
    as: esra,
    prepare: openTheme('LIVELIHOOD'),
  },
];
