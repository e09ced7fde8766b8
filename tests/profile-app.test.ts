// The pages that are read, as each kind of visitor meets them: profile, grid, map, comparison, changes, public page.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bram, esra } from './support/ask.ts';
import { violationsOn } from './support/axe.ts';
import { chromiumPath } from './support/browser.ts';
import { openTown, type Visit, visit } from './support/web-app.ts';

const hasBrowser = Boolean(chromiumPath);
const town = hasBrowser ? await openTown() : undefined;

async function on(path: string, given: Visit = {}) {
  if (!town) throw new Error('There is no browser.');
  const visitor = await visit(town.browser, town.url, given);
  await visitor.page.goto(path);
  await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  await visitor.page.locator('.wb-loading').waitFor({ state: 'detached' });
  return visitor;
}

const themeOf = (page: Page, code: string) => page.locator(`[data-theme=${code}]`);
const resident = 'demo:RESIDENT:GM9001';

test.skipIf(!hasBrowser)(
  'a profile tells figures, signal, coverage and whether they agree',
  async () => {
    const { page, problems } = await on('/wijk/WK900102', { as: bram });
    expect(await page.title()).toBe('Havenkwartier · Wijkbeeld');
    expect(await page.locator('.wb-theme').count()).toBe(17);
    const debts = themeOf(page, 'LIVELIHOOD');
    const text = ((await debts.textContent()) ?? '').replace(/\s+/g, ' ');
    expect(text).toContain('Bevestigd');
    expect(text).toContain('5 tot 9 organisaties');
    expect(text).toContain('ernst: ernstig');
    expect(text).toContain('gemeente 37 per 1.000 inwoners');
    expect(text).toContain('Voldoende meegekeken');
    expect(problems).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'a theme opens by keyboard to a table whose numbers lead to their source',
  async () => {
    const { page } = await on('/wijk/WK900102', { as: bram });
    const work = themeOf(page, 'WORK_EDUCATION');
    await work.locator('.wb-theme__more > summary').focus();
    await page.keyboard.press('Enter');
    const table = work.getByRole('table', { name: 'Cijfers over Werk & opleiding' });
    await table.waitFor();
    await table
      .getByRole('link', { name: /^Bron: / })
      .first()
      .press('Enter');
    expect(await page.evaluate(() => document.querySelector(':target')?.textContent)).toContain(
      'Verzonnen',
    );
    await work.getByText('Verloop en verdeling: Mensen met een WW-uitkering').click();
    const trend = work.getByRole('img', {
      name: /^In 2025 was dit 39 per 1.000 inwoners\. Over 7 jaren daalt/,
    });
    await trend.waitFor();
    await work
      .getByRole('img', { name: /^De wijken van Waterrijk liggen in 2025 tussen / })
      .waitFor();
    await work.getByText('Bekijk als tabel').first().click();
    const download = page.waitForEvent('download');
    await work.getByRole('button', { name: 'Download als CSV' }).first().click();
    expect((await download).suggestedFilename()).toBe('WK900102-wr-unemployment-benefit.csv');
  },
);

test.skipIf(!hasBrowser)(
  'a chart stops where its figures stop being the same, says why, and marks the wijken that were chosen',
  async () => {
    const setBreaks = (years: string) =>
      town?.database.pool.query('update indicators set break_years = $1 where key = $2', [
        years,
        'wr-unemployment-benefit',
      ]);
    await setBreaks('{2023}');
    const { page, problems } = await on('/wijk/WK900102?naast=WK900104', { as: bram });
    await page.getByRole('checkbox', { name: 'Molenweide' }).waitFor();
    const work = themeOf(page, 'WORK_EDUCATION');
    await work.locator('.wb-theme__more > summary').click();
    await work.getByRole('columnheader', { name: 'Molenweide' }).first().waitFor();
    await work.locator('.wb-fold summary', { hasText: 'WW-uitkering' }).click();
    const chart = work.locator('.wb-chart').first();
    await chart.getByText('andere definitie').first().waitFor();
    expect(await chart.locator('.wb-own-line').count()).toBe(2);
    await work.getByRole('img', { name: /Molenweide: \d/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(problems).toEqual([]);
    await setBreaks('{}');
  },
);

test.skipIf(!hasBrowser)(
  'each state of a figure looks and reads different, and zero is a value',
  async () => {
    const { page } = await on('/wijk/WK900109', { as: bram });
    const { page: discontinued } = await on('/wijk/WK900102', { as: bram });
    await discontinued.getByRole('button', { name: 'Alles openen' }).click();
    await page.getByRole('button', { name: 'Alles openen' }).click();
    await page.locator('.wb-figures').first().waitFor();
    await discontinued.locator('.wb-figures').first().waitFor();
    const seen = new Map<string, string>();
    for (const one of [page, discontinued]) {
      const found = await one.locator('.wb-state').evaluateAll((elements) =>
        elements.map((element) => {
          const { borderStyle, borderWidth, backgroundImage } = getComputedStyle(element);
          return [
            element.textContent ?? '',
            `${borderStyle} ${borderWidth} ${backgroundImage}`,
          ] as const;
        }),
      );
      for (const [word, look] of found) seen.set(word, look);
    }
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['Geheim', 'Gestopt']));
    expect(new Set(seen.values()).size).toBe(seen.size);
    expect(
      await page.getByText('Dit is een echte nul, geen ontbrekend cijfer.').count(),
    ).toBeGreaterThan(0);
    expect(
      await page.getByText('Het aantal is zo klein dat het iets over personen kan zeggen.').count(),
    ).toBeGreaterThan(0);
  },
);

test.skipIf(!hasBrowser)(
  'the public reads no words of the circle; a reviewer reads more',
  async () => {
    const words = async (given: Visit) => {
      const { page } = await on('/wijk/WK900102', given);
      const debts = themeOf(page, 'LIVELIHOOD');
      await debts.locator('.wb-theme__more > summary').click();
      await debts.locator('.wb-details').waitFor();
      return debts.locator('.wb-excerpts').first().locator('li').count();
    };
    const [open, all] = [await words({}), await words({ as: esra })];
    expect(open).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(open);
  },
);

test.skipIf(!hasBrowser)('year and day are chosen in the address', async () => {
  const { page } = await on('/wijk/WK900102', { as: bram });
  await page.getByLabel('Jaar van het profiel').selectOption('2025');
  await page.getByRole('button', { name: 'Toon' }).click();
  await page.waitForURL('**/wijk/WK900102?jaar=2025');
  await page
    .locator('.wb-fact-list', { hasText: 'Indeling' })
    .filter({ hasText: '2025' })
    .first()
    .waitFor();
  const { page: none } = await on('/wijk/WK999999', {});
  expect(await none.getByRole('heading', { level: 1 }).textContent()).toBe(
    'Deze wijk kennen we niet',
  );
});

test.skipIf(!hasBrowser)(
  'no language is mixed: only words of sources and people stay Dutch, and say so',
  async () => {
    const { page } = await on('/wijk/WK900102', { as: bram, language: 'en' });
    await page.getByRole('button', { name: 'Open all' }).click();
    await page.locator('.wb-figures').first().waitFor();
    const own = await page.evaluate(() => {
      const copy = document.querySelector('main')?.cloneNode(true) as HTMLElement;
      for (const dutch of copy.querySelectorAll('[lang=nl]')) dutch.remove();
      return copy.textContent ?? '';
    });
    expect(own).toContain('Less favourable than most wijken');
    expect(
      own.match(/\b(cijfers?|wijkverpleegkundige|gemeten|organisaties|geen|niet|een|mensen)\b/gi) ??
        [],
    ).toEqual([]);
  },
);

test.skipIf(!hasBrowser)('paper gets everything that is folded, and nothing to click', async () => {
  const { page } = await on('/wijk/WK900102', { as: bram });
  expect(await page.locator('.wb-figures').count()).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await page.locator('[data-theme=HOUSING] .wb-figures').waitFor();
  await page.locator('[data-theme=HOUSING] .wb-chart').first().waitFor();
  expect(await page.locator('header.wb-header').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Alles openen' }).isVisible()).toBe(false);
  const all = await on('/afdrukken/GM9001', { as: bram });
  await all.page.getByText('Klaar: 12 profielen.').waitFor({ timeout: 30_000 });
  expect(await all.page.locator('.wb-sheet').count()).toBe(12);
});

test.skipIf(!hasBrowser)('the grid is walked by arrow keys and leads to the theme', async () => {
  const { page } = await on('/gemeente/GM9001', { as: bram });
  await page.getByLabel('Alleen').selectOption({ label: 'Signaal zonder cijfer' });
  await page.getByText(/^\d+ vakken passen hierbij\.$/).waitFor();
  await page.getByRole('link', { name: 'Havenkwartier' }).first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
    '/wijk/WK900102#thema-LIVELIHOOD',
  );
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('title'))).toContain(
    'Meeuwenweide',
  );
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Havenkwartier' }).waitFor();
  expect(await page.title()).toBe('Havenkwartier · Wijkbeeld');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.locator('[data-theme=LIVELIHOOD] .wb-details').waitFor();
});

test.skipIf(!hasBrowser)(
  'the map is one stop for Tab, goes by arrows, and stands beside a table',
  async () => {
    const { page, problems } = await on('/kaart/GM9001', { as: bram });
    await page
      .getByLabel('Cijfer', { exact: true })
      .selectOption({ label: 'Huishoudens met een laag inkomen' });
    const haven = page.getByRole('link', { name: 'Havenkwartier: 14,9%' });
    await haven.waitFor();
    expect(await page.locator('.wb-map__wijk[tabindex="0"]').count()).toBe(1);
    await page.locator('.wb-map__wijk[tabindex="0"]').focus();
    const before = await page.evaluate(() => document.activeElement?.getAttribute('data-code'));
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft'])
      await page.keyboard.press(key);
    const codes = await page.evaluate(() => document.activeElement?.getAttribute('data-code'));
    expect(codes).toMatch(/^WK9001/);
    expect(before).toMatch(/^WK9001/);
    const hatched = page.getByRole('link', { name: 'Bedrijvenpark Sluispoort: geheim' });
    expect(await hatched.locator('.wb-map__unknown').count()).toBe(1);
    await page.getByRole('button', { name: 'Sorteer op waarde' }).click();
    expect(await page.getByRole('columnheader', { name: 'Waarde' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await page.getByLabel('Laat zien').selectOption({ label: 'Uitkomst' });
    await page.getByRole('link', { name: 'Havenkwartier: Bevestigd' }).waitFor();
    expect(problems).toEqual([]);
  },
);

test.skipIf(!hasBrowser)(
  'two wijken are chosen and compared; changes are told since a day',
  async () => {
    const { page } = await on('/vergelijk?wijk=WK900102', { as: bram });
    await page.getByText('Kies nog een wijk.').waitFor();
    await page.getByLabel('Wijk 2').selectOption({ label: 'Molenweide' });
    await page.getByRole('columnheader', { name: 'Molenweide' }).waitFor();
    const income = page.getByRole('row', { name: /^Huishoudens met een laag inkomen/ });
    expect(await income.textContent()).toContain('14,9%');
    const { page: changes } = await on('/veranderd/GM9001?sinds=2026-01-15', { as: bram });
    await changes
      .getByText(/veranderingen|veranderde er niets/)
      .first()
      .waitFor();
  },
);

test.skipIf(!hasBrowser)('a resident reads what is done and reacts once', async () => {
  const { page: open } = await on('/openbaar/WK900102');
  await open.getByText('Bel Veilig Thuis: 0800-2000').waitFor();
  await open.getByText('Sinds dit jaar kun je in het buurthuis zonder afspraak').waitFor();
  const { page } = await on('/openbaar/WK900102', { as: resident });
  const debts = page.getByRole('article', { name: 'Bestaanszekerheid & schulden' });
  await debts.getByText('Reageer op dit onderwerp').click();
  await debts
    .getByLabel('Wat herken je wel of niet?')
    .fill('Bel mij op 06-12345678, mevrouw De Vries.');
  await debts.getByRole('button', { name: 'Verstuur' }).click();
  await debts.getByText('Je reactie is niet verstuurd.').waitFor();
  await debts
    .getByLabel('Wat herken je wel of niet?')
    .fill('De inloop in het buurthuis helpt, maar is vol.');
  await debts.getByRole('button', { name: 'Verstuur' }).click();
  await debts.getByText('Dank je wel.').waitFor();
});
