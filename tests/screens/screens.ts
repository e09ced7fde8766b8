// Every page of the web app with who looks at it: the table that `npm run screenshots` and `npm run accessibility` walk
// through. Whoever adds a page adds a line.
import type { Page } from 'playwright-core';
import { bram, esra, ilse, noor } from '../support/ask.ts';
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

/** Data protection officer. */
const fg = 'demo:AUDITOR:GM9001';

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
  {
    name: 'search-box',
    path: '/',
    as: bram,
    prepare: async (page) => {
      await page.locator('[role=combobox]').waitFor({ state: 'attached' });
      await page.keyboard.press('/');
      // The menu of a phone opens with the box in it.
      await page.getByRole('combobox', { name: /^Zoek een wijk/ }).fill('eenzaam');
      await page.getByRole('option').first().waitFor();
      await page.getByText(/^\d+ gevonden$/).waitFor();
    },
  },
  {
    name: 'search',
    path: '/zoeken?q=eenzaam',
    as: bram,
    prepare: (page) => page.getByText(/^\d+ gevonden$/).waitFor(),
  },
  {
    name: 'profile-beside',
    path: '/wijk/WK900102?naast=WK900104&naast=WK900111',
    as: bram,
    prepare: openTheme('WORK_EDUCATION'),
  },
  { name: 'gemeente', path: '/gemeente/GM9001', as: bram },
  { name: 'map-figure', path: '/kaart/GM9001', as: bram },
  { name: 'map-outcome', path: '/kaart/GM9001', as: bram, prepare: show('Uitkomst') },
  { name: 'compare', path: '/vergelijk?wijk=WK900102&wijk=WK900104&wijk=WK900111', as: bram },
  { name: 'changes', path: '/veranderd/GM9001?sinds=2026-01-15', as: bram },
  { name: 'public', path: '/openbaar/WK900102' },
  { name: 'accessibility', path: '/toegankelijkheid' },
  { name: 'review', path: '/beoordelen', as: esra },
  {
    name: 'review-public',
    path: '/beoordelen',
    as: esra,
    prepare: async (page) => {
      await page.getByRole('radio', { name: /^Openbaar/ }).check();
      await page.getByLabel('Fragment voor iedereen').fill('Mevrouw De Vries belde 06-12345678.');
      await page.getByRole('button', { name: 'Vervang alles' }).waitFor();
    },
  },
  {
    name: 'review-return',
    path: '/beoordelen',
    as: esra,
    prepare: (page) => page.getByRole('button', { name: 'Terugsturen' }).click(),
  },
  { name: 'review-reactions', path: '/beoordelen?wat=reacties', as: esra },
  { name: 'review-not-yours', path: '/beoordelen', as: bram },
  { name: 'board', path: '/opvolging', as: esra },
  { name: 'board-questions', path: '/opvolging?deel=vragen', as: esra },
  { name: 'board-moves', path: '/opvolging?deel=veranderd', as: esra },
  {
    name: 'board-signal',
    path: '/opvolging?wijk=WK900102&thema=LIVELIHOOD',
    as: esra,
  },
  {
    name: 'board-close',
    path: '/opvolging?wijk=WK900102&thema=LIVELIHOOD',
    as: esra,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Afsluiten en terugkoppelen' }).first().click();
      await page.getByRole('radio', { name: 'Opgepakt' }).check();
      await page.getByLabel('Wat vertel je de waarnemers?').fill('Het spreekuur is begonnen.');
    },
  },
  { name: 'my-notes', path: '/mijn', as: noor },
  {
    name: 'my-notes-revise',
    path: '/mijn',
    as: noor,
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^(Verbeteren|Wijzigen)/ })
        .first()
        .click();
      await page.getByLabel('Wat zag je?').waitFor();
    },
  },
  {
    name: 'keys',
    path: '/sleutels',
    as: noor,
    prepare: async (page) => {
      await page.getByText('Sleutel maken').first().click();
      await page.getByLabel('Waarvoor').fill('Koppeling van het wijkteam');
      await page.getByRole('checkbox', { name: 'Lezen' }).check();
      await page.getByRole('button', { name: 'Sleutel maken' }).click();
      await page.getByRole('button', { name: 'Kopieer' }).waitFor();
    },
  },
  { name: 'admin', path: '/beheer', as: ilse },
  {
    name: 'admin-key-made',
    path: '/beheer?deel=sleutels',
    as: ilse,
    prepare: async (page) => {
      await page.getByText('Sleutel maken').first().click();
      await page.getByLabel('Waarvoor').fill('Dashboard van de GGD');
      await page.getByRole('checkbox', { name: 'Lezen' }).check();
      await page.getByRole('button', { name: 'Sleutel maken' }).click();
      await page.getByRole('button', { name: 'Kopieer' }).waitFor();
    },
  },
  { name: 'admin-contacts', path: '/beheer?deel=bellen', as: ilse },
  { name: 'admin-thresholds', path: '/beheer?deel=drempels', as: ilse },
  {
    name: 'admin-thresholds-set',
    path: '/beheer?deel=drempels',
    as: ilse,
    prepare: async (page) => {
      const organisations = page.getByRole('article', { name: 'Organisaties die iets melden' });
      // The one before, at another width, may have set it already.
      const undo = organisations.getByRole('button', { name: /ongedaan/ });
      if (await organisations.getByText('door je gemeente gekozen').isVisible()) await undo.click();
      await organisations.getByText('zoals Wijkbeeld vraagt').waitFor();
      await organisations.getByLabel('Nieuwe drempel').fill('6');
      await organisations.getByRole('button', { name: 'Stel in' }).click();
      await organisations.getByText('De drempel is nu 6.').waitFor();
      const notes = page.getByRole('article', { name: 'Notities over een thema in een wijk' });
      await notes.getByLabel('Nieuwe drempel').fill('9');
      await notes.getByRole('button', { name: 'Kijk wat er verdwijnt' }).click();
      await notes.getByText(/^Signalen die te zien zijn/).waitFor();
      const inhabitants = page.getByRole('article', { name: 'Inwoners van de wijk' });
      await inhabitants.getByLabel('Nieuwe drempel').fill('50');
      await inhabitants.getByRole('button', { name: 'Stel in' }).click();
      await inhabitants.getByText(/^50 kan niet/).waitFor();
    },
  },
  { name: 'admin-thresholds-read', path: '/beheer?deel=drempels', as: fg },
  { name: 'admin-imports', path: '/beheer?deel=imports', as: ilse },
  { name: 'admin-sources', path: '/beheer?deel=bronnen', as: ilse },
  { name: 'admin-retention', path: '/beheer?deel=bewaren', as: ilse },
  { name: 'admin-audit', path: '/beheer?deel=logboek', as: fg },
  { name: 'admin-settings', path: '/beheer?deel=instellingen', as: ilse },
];
