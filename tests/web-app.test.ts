// The frame of the web app as a visitor meets it.
import { expect, test } from 'vitest';
import { esra, noor } from './support/ask.ts';
import { violationsOn } from './support/axe.ts';
import { chromiumPath } from './support/browser.ts';
import { openTown, visit } from './support/web-app.ts';

const hasBrowser = Boolean(chromiumPath);
const town = hasBrowser ? await openTown() : undefined;
const on = (given = {}) => {
  if (!town) throw new Error('There is no browser.');
  return visit(town.browser, town.url, given);
};

test.skipIf(!hasBrowser)('the start shows the wijken and asks nothing of other hosts', async () => {
  const { page, problems } = await on();
  await page.goto('/');
  await page.getByRole('link', { name: 'Havenkwartier' }).waitFor();
  expect(await page.title()).toBe('Cijfers en signalen uit de wijk · Wijkbeeld');
  expect(await violationsOn(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test.skipIf(!hasBrowser)('the language changes and stays', async () => {
  const { page } = await on();
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Figures and signals from the wijk' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Figures and signals from the wijk' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

test.skipIf(!hasBrowser)('a person is chosen and left again', async () => {
  const { page } = await on({ as: esra });
  await page.goto('/');
  const chosen = page.getByLabel('Je bekijkt dit als');
  expect(await chosen.inputValue()).toBe(esra);
  await chosen.selectOption('');
  // Leaving takes a moment: what is of this person on the device is wiped first.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('wijkbeeld.demo'))).toBe(null);
  await page.reload();
  expect(await page.getByLabel('Je bekijkt dit als').inputValue()).toBe('');
});

test.skipIf(!hasBrowser)('an unknown page says so, on the app and on the server', async () => {
  const { page } = await on();
  await page.goto('/wijk');
  await page.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const answer = await fetch(`${town?.url}/bestaat-niet`);
  expect(answer.status).toBe(404);
});

test.skipIf(!hasBrowser)('an observer finds own notes when the line is gone', async () => {
  const { page } = await on({ as: noor });
  await page.goto('/zoeken?q=toeslagen');
  const notes = page.getByRole('region', { name: 'Notities' });
  await page.getByText(/^\d+ gevonden$/).waitFor();
  await notes.getByRole('link').first().waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await page.getByLabel('Zoek een wijk, cijfer of onderwerp').last().fill('toeslagen uit');
  await page.getByText('Geen verbinding. Dit staat op dit toestel').waitFor();
  const href = await notes.getByRole('link').first().getAttribute('href');
  expect(href).toMatch(/^\/mijn#notitie-/);
});

test.skipIf(!hasBrowser)('nothing runs off a phone of 320 pixels', async () => {
  const { page } = await on({ width: 320 });
  await page.goto('/');
  await page.getByRole('link', { name: 'Havenkwartier' }).waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(320);
});

test.skipIf(!hasBrowser)(
  'search leads to pages by keyboard, also when the line is gone',
  async () => {
    const { page, problems } = await on({ as: esra });
    await page.goto('/');
    const box = page.getByRole('combobox', { name: 'Zoek een wijk, cijfer of onderwerp' });
    await box.waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('eenzaam');
    const list = page.getByRole('listbox');
    await list.getByRole('group', { name: 'Uitspraken' }).getByRole('option').first().waitFor();
    await list.getByRole('group', { name: 'Cijfers' }).getByRole('option').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await list.isVisible()).toBe(false);
    await box.fill('havenkw');
    await page.getByRole('option', { name: /^Havenkwartier/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Havenkwartier', level: 1 }).waitFor();
    expect(problems).toEqual([]);
    // The catalogue is on the device by now; statements and notes need the server.
    await page.route('**/graphql', (route) => route.abort());
    await page.keyboard.press('/');
    await page.keyboard.type('dijkz');
    await page.getByText('Geen verbinding. Dit staat op dit toestel').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Zoeken', level: 1 }).waitFor();
    const hit = page.getByRole('region', { name: 'Plaatsen' }).getByRole('link');
    expect(await hit.getAttribute('href')).toBe('/wijk/WK900108');
  },
);
