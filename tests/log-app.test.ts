// Logging a field note as an observer does: on a phone, with a good line, a bad one and none.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { esra, joris, noor } from './support/ask.ts';
import { violationsOn } from './support/axe.ts';
import { chromiumPath } from './support/browser.ts';
import { publishNote } from './support/make.ts';
import { openTown, visit } from './support/web-app.ts';

const hasBrowser = Boolean(chromiumPath);
const town = hasBrowser ? await openTown() : undefined;
const browserTest = test.skipIf(!hasBrowser);
const phone = { as: noor, width: 320 };
const on = (given = {}) => {
  if (!town) throw new Error('There is no browser.');
  return visit(town.browser, town.url, { ...phone, ...given });
};

/** How often a note with these words is on the server, by what its author sees. */
async function stored(words: string): Promise<number> {
  const { data } = await (town as NonNullable<typeof town>).ask<{
    fieldNotes: { edges: { node: { observationText: string | null } }[] };
  }>(
    noor,
    '{ fieldNotes(filter: { mine: true, status: SUBMITTED }, first: 100) { edges { node { observationText } } } }',
  );
  return data.fieldNotes.edges.filter(({ node }) => node.observationText === words).length;
}

const save = (page: Page) => page.getByRole('button', { name: 'Opslaan', exact: true }).click();
const answer = (page: Page, name: string) => page.getByRole('radio', { name }).first().check();

async function fill(page: Page, words: string) {
  await page.getByLabel('Kies de wijk').or(page.getByLabel('Andere wijk')).waitFor();
  const wijk = page.getByRole('radio', { name: 'Havenkwartier' });
  if ((await wijk.count()) === 0) {
    await page.getByLabel(/Kies de wijk|Andere wijk/).selectOption({ label: 'Havenkwartier' });
  }
  await answer(page, 'Eenzaamheid');
  await answer(page, 'Knelpunt');
  await page.getByLabel('Wat zie je?').fill(words);
  await page.getByLabel('Niemand is te herkennen').check();
}

const isSent = (page: Page) => page.getByText('Verzonden. De signaalbeheerder').waitFor();
const isWaiting = (page: Page, text = '1 notitie is nog niet verzonden') =>
  page.locator('#op-dit-toestel').getByText(text).waitFor();
/** The worker is in charge and has everything: from here on the app works without a line. */
const isInstalled = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
const isOutboxEmpty = (page: Page) =>
  page.waitForSelector('#op-dit-toestel', { state: 'detached' });

browserTest('a note takes at most eight interactions and far less than a minute', async () => {
  const { page, context, problems } = await on();
  await context.grantPermissions(['geolocation']);
  // A place well inside Havenkwartier, worked out on the device: no request may carry it.
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await context.setGeolocation({ longitude: 5.398, latitude: 52.8397, accuracy: 20 });
  await page.goto('/log');
  await page.getByText('Je bent in Havenkwartier').waitFor();
  expect(sent.filter((one) => /52\.839|5\.398/.test(one))).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);

  const started = Date.now();
  let interactions = 0;
  const tap = async (what: Promise<unknown>) => {
    interactions += 1;
    await what;
  };
  await tap(page.getByRole('radio', { name: 'Eenzaamheid' }).check());
  await tap(page.getByRole('radio', { name: 'Kracht' }).check());
  await tap(page.getByLabel('Wat zie je?').fill('Ik zie dat buren elkaar hier vaak helpen.'));
  await tap(page.getByLabel('Niemand is te herkennen').check());
  await tap(save(page));
  await isSent(page);
  expect(interactions).toBeLessThanOrEqual(8);
  expect(Date.now() - started).toBeLessThan(60_000);
  expect(await stored('Ik zie dat buren elkaar hier vaak helpen.')).toBe(1);
  expect(await violationsOn(page)).toEqual([]);
  expect(problems).toEqual([]);
});

browserTest(
  'what is missing is named, linked and read out; nothing runs off the screen',
  async () => {
    const { page } = await on();
    await page.goto('/log');
    await page.getByLabel('Wat zie je?').waitFor();
    await save(page);
    const summary = page.getByRole('alert').filter({ hasText: 'Nog even dit' });
    await summary.waitFor();
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      'Kies een wijk',
      'Kies een thema',
      'Kies wat het is',
      'Schrijf in een zin wat je ziet',
      'Bevestig dat niemand te herkennen is',
    ]);
    expect(await violationsOn(page)).toEqual([]);
    await summary.getByRole('link', { name: 'Schrijf in een zin' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('zin');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  },
);

browserTest('by keyboard alone, with personal data masked by one key', async () => {
  const { page } = await on({ width: 768 });
  await page.goto('/log?thema=SOCIAL_NETWORK&wijk=WK900102');
  await page.getByRole('radio', { name: 'Eenzaamheid', checked: true }).waitFor();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = async (what: () => Promise<boolean>) => {
    for (let tries = 0; tries < 60; tries += 1) {
      if (await what()) return;
      await press('Tab');
    }
    throw new Error('The keyboard does not get there.');
  };
  const focused = (pattern: RegExp) => async () =>
    pattern.test(
      await page.evaluate(() => {
        const at = document.activeElement;
        const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : '';
        return `${at?.id} ${label} ${at?.tagName === 'BUTTON' ? at.textContent : ''}`;
      }),
    );
  await tabTo(focused(/Knelpunt/));
  await press('Space');
  await tabTo(focused(/^zin/));
  await page.keyboard.type('Ik zie dat mevrouw Jansen vaak alleen is, bel 0612345678.');
  await page.getByText('Dit lijkt over een persoon te gaan').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await tabTo(focused(/Vervang alles/));
  await press('Enter');
  await page.getByText('Dit lijkt over een persoon te gaan').waitFor({ state: 'detached' });
  await tabTo(focused(/Niemand is te herkennen/));
  await press('Space');
  await tabTo(focused(/Opslaan/));
  await press('Enter');
  await isSent(page);
  expect(await stored('Ik zie dat mevrouw [naam] vaak alleen is, bel [telefoonnummer].')).toBe(1);
});

browserTest(
  'without a connection: written, closed, opened again, and sent once when the line is back',
  async () => {
    const { page, context } = await on({ isInstalled: true });
    await page.goto('/log');
    await isInstalled(page);
    await page.getByLabel('Wat zie je?').waitFor();
    await context.setOffline(true);
    await page.reload();
    const words = 'Ik zie dat bewoners de post niet meer openen.';
    await fill(page, words);
    await save(page);
    await page.getByText('Nog niet verzonden. Dat gaat vanzelf').waitFor();
    await isWaiting(page);
    expect(await violationsOn(page)).toEqual([]);
    // The page is closed in the middle of it, and a draft is left in another.
    await page.close();
    const again = await context.newPage();
    await again.goto('/log');
    await isWaiting(again);
    expect(await stored(words)).toBe(0);
    await again.getByLabel('Wat zie je?').fill('Ik was nog bezig');
    await again.waitForTimeout(700);
    await again.close();
    const third = await context.newPage();
    await third.goto('/log');
    await third.getByText('Je was nog bezig').waitFor();
    expect(await third.getByLabel('Wat zie je?').inputValue()).toBe('Ik was nog bezig');
    await context.setOffline(false);
    await isOutboxEmpty(third);
    expect(await stored(words)).toBe(1);
  },
);

browserTest(
  'two answers that get lost after storing, and a crash in between, make one note',
  async () => {
    const { page, context } = await on();
    await page.goto('/log');
    const words = 'Ik zie dat jongeren tot laat op het plein hangen.';
    await fill(page, words);
    let lost = 0;
    await context.route('**/graphql', async (route) => {
      const isNote = (route.request().postData() ?? '').includes('observationText');
      if (!isNote || lost >= 2) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await save(page);
    await isWaiting(page);
    await page.close();
    const again = await context.newPage();
    await again.goto('/log');
    await expect.poll(() => lost, { timeout: 20_000 }).toBe(2);
    await again.reload();
    await again.getByLabel('Wat zie je?').waitFor();
    await isOutboxEmpty(again);
    expect(await stored(words)).toBe(1);
  },
);

browserTest('two tabs send what they wrote, each note once', async () => {
  const { page, context } = await on({ isInstalled: true });
  await page.goto('/log');
  const other = await context.newPage();
  await other.goto('/log');
  const words = [
    'Ik zie dat de bus hier vaker uitvalt.',
    'Ik zie dat de winkel op de hoek weg is.',
  ];
  await isInstalled(page);
  await context.setOffline(true);
  await fill(page, words[0] as string);
  await save(page);
  await isWaiting(page);
  await other.getByLabel('Wat zie je?').waitFor();
  await fill(other, words[1] as string);
  await save(other);
  await isWaiting(page, '2 notities zijn nog niet verzonden');
  await context.setOffline(false);
  await isOutboxEmpty(page);
  await isOutboxEmpty(other);
  expect(await Promise.all(words.map(stored))).toEqual([1, 1]);
});

browserTest(
  'what the server refuses is parked, corrected and sent; leaving names what is unsent',
  async () => {
    const { page, context } = await on();
    await page.goto('/log');
    const words = 'Ik zie dat de rekeningen zich opstapelen.';
    await fill(page, words);
    let isStrict = true;
    await context.route('**/graphql', (route) =>
      isStrict && (route.request().postData() ?? '').includes('observationText')
        ? route.fulfill({
            status: 200,
            json: {
              errors: [
                {
                  message: 'observationText holds personal data (PERSON). Nothing was saved.',
                  extensions: { code: 'BAD_USER_INPUT', field: 'input.observationText' },
                },
              ],
            },
          })
        : route.continue(),
    );
    await save(page);
    await page.getByText('1 notitie heeft je hulp nodig').waitFor();
    await page.getByText('Haal die weg en sla opnieuw op').waitFor();
    expect(await violationsOn(page)).toEqual([]);

    await page.getByLabel('Je bekijkt dit als').selectOption('');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 notitie staat alleen op dit toestel').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const file = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Bewaar als bestand' }).click();
    expect((await file).suggestedFilename()).toMatch(/^wijkbeeld-.*\.ndjson$/);
    await dialog.getByRole('button', { name: 'Blijf ingelogd' }).click();

    isStrict = false;
    await page.getByRole('button', { name: 'Verbeteren' }).click();
    await page.getByLabel('Wat zie je?').fill(`${words} Steeds vaker.`);
    await page.getByLabel('Niemand is te herkennen').check();
    await page.getByRole('button', { name: 'Verbeterde notitie opslaan' }).click();
    await isOutboxEmpty(page);
    await expect.poll(() => stored(`${words} Steeds vaker.`)).toBe(1);
  },
);

browserTest('signing out wipes what this person left on the device', async () => {
  const { page, context } = await on({ isInstalled: true });
  await page.goto('/log');
  await isInstalled(page);
  await page.getByLabel('Wat zie je?').fill('Nog niet af');
  await page.waitForTimeout(700);
  await page.getByLabel('Je bekijkt dit als').selectOption('');
  await page.getByText('Log in om een notitie vast te leggen').waitFor();
  const left = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('wijkbeeld');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction(['outbox', 'drafts', 'kept']);
          const counts = [...tx.objectStoreNames].map((name) => tx.objectStore(name).count());
          tx.oncomplete = () => resolve(counts.map(({ result }) => result));
        };
      }),
  );
  expect(left).toEqual([0, 0, 0]);
  expect(await violationsOn(page)).toEqual([]);
  await context.close();
});

browserTest(
  'what a colleague elsewhere saw too is confirmed by one tap, without a copy',
  async () => {
    const { ask } = town as NonNullable<typeof town>;
    // Words are read only where a signal may be shown.
    const cell = { placeCode: 'WK900102', theme: 'LIVELIHOOD' };
    const id = await publishNote(ask, joris, esra, cell);
    const { page, problems } = await on();
    await page.goto('/log?wijk=WK900102&thema=LIVELIHOOD');
    await page.locator('.wb-similar summary').click();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: '+1', exact: false }).first().click();
    await isOutboxEmpty(page);
    const confirmations = async () => {
      const query = 'query ($id: UUID!) { fieldNote(id: $id) { confirmationCount } }';
      const { data } = await ask<{ fieldNote: { confirmationCount: number } }>(joris, query, {
        id,
      });
      return data.fieldNote.confirmationCount;
    };
    await expect.poll(confirmations).toBe(1);
    expect(problems).toEqual([]);
  },
);

browserTest('several wijken of a month at once, on a narrow screen', async () => {
  const { page } = await on();
  await page.goto('/log/maand');
  await page.getByLabel('Havenkwartier').check();
  await page.getByLabel('Molenweide').check();
  await page.getByLabel('Wat viel op in Havenkwartier?').fill('Ik zie meer mensen met schulden.');
  await page.getByLabel('Wat viel op in Molenweide?').fill('Ik zie meer buren die elkaar helpen.');
  for (const wijk of ['Havenkwartier', 'Molenweide']) {
    const entry = page.getByRole('region', { name: wijk });
    await entry.getByLabel('Waar gaat het over?').selectOption('LIVELIHOOD');
  }
  await page.getByLabel('Niemand is te herkennen').check();
  await page.getByRole('button', { name: 'Alles opslaan' }).click();
  await page.getByText('2 notities opgeslagen op dit toestel').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await expect.poll(() => stored('Ik zie meer mensen met schulden.')).toBe(1);
  await expect.poll(() => stored('Ik zie meer buren die elkaar helpen.')).toBe(1);
});
