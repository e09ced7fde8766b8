// Logging a field note, in each of its states.
import type { BrowserContext, Page } from 'playwright-core';
import { type Ask, esra, joris, noor } from '../support/ask.ts';
import { publishNote } from '../support/make.ts';
import type { Screen } from './screens.ts';

const choose = (page: Page, name: string) => page.getByRole('radio', { name }).first().check();
const inHavenkwartier = '/log?wijk=WK900102&thema=LIVELIHOOD';

async function write(page: Page, words: string): Promise<void> {
  await choose(page, 'Knelpunt');
  await page.getByLabel('Wat zie je?').fill(words);
  await page.getByLabel('Niemand is te herkennen').check();
}

const save = (page: Page) => page.getByRole('button', { name: 'Opslaan', exact: true }).click();

/** Answers every note as the server does when it refuses one. */
const refuseNotes = (context: BrowserContext) =>
  context.route('**/graphql', (route) =>
    (route.request().postData() ?? '').includes('observationText')
      ? route.fulfill({
          json: {
            errors: [
              {
                message: 'WK900102 did not exist in 2026; choose another wijk.',
                extensions: { code: 'BAD_USER_INPUT', field: 'input.placeCode' },
              },
            ],
          },
        })
      : route.continue(),
  );

/** No line for what is asked of the API. */
const cutLine = (context: BrowserContext) =>
  context.route('**/graphql', (route) => route.abort('connectionreset'));

/** Asks the server of the page, as someone else. */
const askBeside =
  (page: Page): Ask =>
  async (as, query, variables = {}) => {
    const headers = { authorization: `Bearer ${as}` };
    const answer = await page.request.post('/graphql', { headers, data: { query, variables } });
    return answer.json();
  };

/** Logging a field note, in each of its states. */
export const logScreens: readonly Screen[] = [
  { name: 'log-nobody', path: '/log' },
  { name: 'log-empty', path: '/log', as: noor },
  {
    name: 'log-english',
    path: '/log',
    as: noor,
    prepare: (page) => page.getByRole('button', { name: 'English' }).click(),
  },
  { name: 'log-errors', path: '/log', as: noor, prepare: save },
  {
    name: 'log-personal-data',
    path: inHavenkwartier,
    as: noor,
    prepare: async (page) => {
      await write(page, 'Ik zie dat mevrouw Jansen de rekening niet betaalt, bel 0612345678.');
      await page.getByText('Dit lijkt over een persoon te gaan').waitFor();
    },
  },
  {
    name: 'log-similar',
    path: inHavenkwartier,
    as: joris,
    prepare: async (page) => {
      // Which notes the town has of the last two weeks depends on the day.
      await publishNote(askBeside(page), noor, esra, {
        placeCode: 'WK900102',
        theme: 'LIVELIHOOD',
      });
      await page.reload();
      await page.locator('.wb-similar summary').click();
    },
  },
  {
    name: 'log-urgent',
    path: inHavenkwartier,
    as: noor,
    prepare: async (page) => {
      await choose(page, 'Knelpunt');
      await page.getByText('Meer vertellen').click();
      await choose(page, 'Urgent');
    },
  },
  {
    name: 'log-saved',
    path: inHavenkwartier,
    as: noor,
    prepare: async (page) => {
      await write(page, 'Ik zie dat veel huishoudens de energie niet meer betalen.');
      await save(page);
      await page.getByText('Verzonden. De signaalbeheerder').waitFor();
    },
  },
  {
    name: 'log-offline',
    path: inHavenkwartier,
    as: noor,
    prepare: async (page) => {
      const context = page.context();
      await write(page, 'Ik zie dat veel huishoudens de post niet openen.');
      await cutLine(context);
      await save(page);
      await page.getByText('Nog niet verzonden.').first().waitFor();
    },
  },
  {
    name: 'log-parked',
    path: inHavenkwartier,
    as: noor,
    prepare: async (page) => {
      const context = page.context();
      await refuseNotes(context);
      await write(page, 'Ik zie dat ouderen de weg naar hulp niet vinden.');
      await save(page);
      await page.getByText('heeft je hulp nodig').waitFor();
    },
  },
  {
    name: 'log-leave',
    path: inHavenkwartier,
    as: noor,
    prepare: async (page) => {
      const context = page.context();
      await write(page, 'Ik zie dat er weinig te doen is voor jongeren.');
      await cutLine(context);
      await save(page);
      await page.getByText('Nog niet verzonden.').first().waitFor();
      await page.getByLabel('Je bekijkt dit als').selectOption('');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'log-month',
    path: '/log/maand',
    as: noor,
    prepare: async (page) => {
      await page.getByLabel('Havenkwartier').check();
      await page.getByLabel('Molenweide').check();
    },
  },
];
