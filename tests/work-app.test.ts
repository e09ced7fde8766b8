// The working pages of the web app in a real browser, as the people of the demo town: reviewing, following up, own notes,
// administration.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sourceTables } from '../server/db/tables.ts';
import { bram, esra, ilse, nobody, noor } from './support/ask.ts';
import { violationsOn } from './support/axe.ts';
import { chromiumPath } from './support/browser.ts';
import { logNote, openCell, publishNote } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';
import { openTown, visit } from './support/web-app.ts';

const hasBrowser = Boolean(chromiumPath);
const opened = hasBrowser ? await openTown() : undefined;
const town = () => {
  if (!opened) throw new Error('There is no browser.');
  return opened;
};

/** A person on a page, with a clock that the test moves on. */
async function on(path: string, as: string | null, width = 1280) {
  const visitor = await visit(town().browser, town().url, { ...(as ? { as } : {}), width });
  visitor.page.setDefaultTimeout(15_000);
  await visitor.page.clock.install();
  await visitor.page.goto(path);
  await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  return visitor;
}

const havenkwartier = { placeCode: 'WK900102', theme: 'LIVELIHOOD' };
/** A cell of the town that no other note waits for. */
const quiet = { placeCode: 'WK900108', theme: 'MEANING' };

const statusOf = async (as: string, id: string) => {
  const query = 'query ($id: UUID!) { fieldNote(id: $id) { status reviews { reason } } }';
  const { data } = await town().ask<{ fieldNote: { status: string } }>(as, query, { id });
  return data.fieldNote.status;
};

const openNote = async (page: Page, name: RegExp) => {
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 2, name: /./ }).first().waitFor();
};

/** Moves the focus to it as somebody without a mouse does. */
async function tabTo(page: Page, to: Locator): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    if (await to.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The keyboard does not come there.');
}

const isSent = (page: Page) =>
  page.getByRole('region', { name: 'Wordt zo verstuurd' }).waitFor({ state: 'hidden' });

describe.skipIf(!hasBrowser)('the review queue', () => {
  test('Esra publishes an excerpt, after the time to undo it, and the public reads it', async () => {
    const text = 'Bij de balie vertellen mensen dat zij de energierekening niet openen.';
    const id = await logNote(town().ask, noor, { ...quiet, observationText: text });
    const { page, problems } = await on('/beoordelen', esra);
    await openNote(page, /Zingeving.*Dijkzicht/);
    await page.getByText(text).first().waitFor();
    await page.getByRole('radio', { name: /^Openbaar/ }).check();
    const excerpt = page.getByLabel('Fragment voor iedereen');
    await excerpt.fill('Bel 06-12345678.');
    await page.clock.fastForward(1000);
    await page.getByText('Hier staat een telefoonnummer').waitFor();
    await page.getByRole('button', { name: 'Publiceren' }).click();
    await page.getByText('Haal eerst weg wat gemarkeerd is.').waitFor();
    await excerpt.fill('Mensen openen de energierekening niet meer.');
    await page.clock.fastForward(1000);
    await page.getByRole('button', { name: 'Publiceren' }).click();
    await page.getByText('Dit gaat over 10 seconden weg.').waitFor();
    expect(await statusOf(esra, id)).toBe('SUBMITTED');
    // The next note has the focus.
    const focused = await page.evaluate(() => document.activeElement?.id);
    expect(focused).toBe('note-title');
    await page.clock.fastForward(10_000);
    await isSent(page);
    // With what others published there the public may see the signal.
    await openCell(town().ask, esra, quiet);
    const query = '{ wijkProfile(code: "WK900108") { themes { signal { excerpts { words } } } } }';
    const { data } = await town().ask(nobody, query);
    expect(JSON.stringify(data)).toContain('Mensen openen de energierekening niet meer.');
    expect(JSON.stringify(data)).not.toContain(text);
    expect(problems).toEqual([]);
  });

  test('a decision is undone before it is sent, and one that fails is not lost', async () => {
    const id = await logNote(town().ask, noor, { ...quiet, theme: 'INFORMAL_CARE' });
    const { page } = await on('/beoordelen', esra);
    await openNote(page, /Mantelzorg.*Dijkzicht/);
    await page.getByRole('button', { name: 'Publiceren' }).click();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.clock.fastForward(11_000);
    await openNote(page, /Mantelzorg.*Dijkzicht/);
    expect(await statusOf(esra, id)).toBe('SUBMITTED');
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: 'Publiceren' }).click();
    await page.clock.fastForward(10_000);
    await page.getByText('Dit is niet gelukt.').waitFor();
    await page.unroute('**/graphql');
    await page
      .getByRole('region', { name: 'Wordt zo verstuurd' })
      .getByRole('button', { name: 'Probeer opnieuw' })
      .click();
    await isSent(page);
    expect(await statusOf(esra, id)).toBe('PUBLISHED');
  });

  test('Esra returns a note by keyboard alone, and Noor improves it', async () => {
    const id = await logNote(town().ask, noor, { ...quiet, theme: 'DAY_ACTIVITIES' });
    const { page } = await on('/beoordelen', esra);
    const item = page.getByRole('button', { name: /Tijdsbesteding.*Dijkzicht/ });
    await item.focus();
    // Outside the note the letters do nothing.
    await page.keyboard.press('t');
    expect(await page.getByText('Waarom stuur je').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Tijdsbesteding.*in Dijkzicht/ }).waitFor();
    await page.keyboard.press('t');
    await page.getByText('Waarom stuur je de notitie terug?').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Terugsturen: Tijdsbesteding in Dijkzicht.').waitFor();
    // Leaving the page sends at once.
    await page.goto('about:blank');
    await expect.poll(() => statusOf(esra, id)).toBe('RETURNED');

    const own = await on('/mijn', noor);
    await own.page.getByText('Reden: eén geval.').first().waitFor();
    await own.page
      .getByRole('button', { name: 'Verbeteren: Tijdsbesteding in Dijkzicht' })
      .first()
      .click();
    const box = own.page.getByLabel('Wat zag je?');
    await box.fill('Meerdere bewoners zitten overdag thuis, want het buurthuis is dicht.');
    await own.page.getByRole('button', { name: 'Opslaan en insturen' }).click();
    await box.waitFor({ state: 'detached' });
    expect(await statusOf(noor, id)).toBe('SUBMITTED');
  });
});

describe.skipIf(!hasBrowser)('while a page is open', () => {
  test('the review queue shows a note that comes in, without being asked', async () => {
    const { page, problems } = await on('/beoordelen', esra);
    const item = page.getByRole('button', { name: /Mantelzorg.*Dijkzicht/ });
    await page
      .getByRole('button', { name: /Dijkzicht|Havenkwartier/ })
      .first()
      .waitFor();
    expect(await item.count()).toBe(0);
    await logNote(town().ask, noor, { ...quiet, theme: 'INFORMAL_CARE' });
    // The clock of the page stands still: only news of the server can bring it.
    await item.waitFor();
    expect(problems).toEqual([]);
  });

  test('Noor reads what her other device wrote beside her note, and joins the two', async () => {
    const theme = 'PARTICIPATION';
    const id = await logNote(town().ask, noor, { ...quiet, theme });
    const revise = (observationText: string) =>
      town().ask(
        noor,
        'mutation ($input: ReviseFieldNoteInput!) { reviseFieldNote(input: $input) { version } }',
        { input: { id, version: 1, observationText } },
      );
    const [phone, desk] = ['De buurtmoestuin trekt nieuwe mensen.', 'Het koor zoekt een zaal.'];
    await revise(phone);
    expect((await revise(desk)).errors?.[0]?.extensions.code).toBe('CONFLICT');
    const { page, problems } = await on('/mijn', noor, 390);
    const choice = page.getByRole('region', {
      name: 'Op een ander apparaat schreef je iets anders',
    });
    await choice
      .getByRole('region', { name: 'Staat nu bij de notitie' })
      .getByText(phone)
      .waitFor();
    await choice
      .getByRole('region', { name: /^Van een ander apparaat/ })
      .getByText(desk)
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await choice.getByRole('button', { name: 'Voeg ze samen' }).focus();
    await page.keyboard.press('Enter');
    const box = choice.getByLabel('Wat zag je?');
    expect(await box.inputValue()).toBe(`${phone}\n${desk}`);
    await choice.getByRole('button', { name: 'Bewaar de samengevoegde tekst' }).click();
    await choice.waitFor({ state: 'detached' });
    const { data } = await town().ask<{ fieldNote: { observationText: string } }>(
      noor,
      'query ($id: UUID!) { fieldNote(id: $id) { observationText conflicts { revision } } }',
      { id },
    );
    expect(data.fieldNote).toEqual({ observationText: `${phone}\n${desk}`, conflicts: [] });
    expect(problems).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('the follow-up board', () => {
  test('Esra closes an action, and Noor reads the feedback with her own note', async () => {
    await publishNote(town().ask, noor, esra, { ...havenkwartier });
    const { page } = await on('/opvolging', esra);
    await page.getByRole('link', { name: 'Bestaanszekerheid & schulden in Havenkwartier' }).click();
    await page.getByRole('button', { name: 'Afsluiten en terugkoppelen' }).first().click();
    await page.getByRole('button', { name: 'Afsluiten en versturen' }).click();
    await page.getByText('Kies hoe het is afgelopen.').waitFor();
    await page.getByRole('radio', { name: 'Opgepakt' }).check();
    await page
      .getByLabel('Wat vertel je de waarnemers?')
      .fill('De afspraak met verhuurders staat.');
    await page
      .getByLabel('Wat doen we ermee? Eén zin voor iedereen')
      .fill('Verhuurders melden een achterstand eerder.');
    await page.getByRole('button', { name: 'Afsluiten en versturen' }).click();
    await page
      .getByRole('button', { name: 'Afsluiten en versturen' })
      .waitFor({ state: 'detached' });
    await page.getByText('Verhuurders melden een achterstand eerder.').first().waitFor();

    const own = await on('/mijn', noor);
    await own.page.getByText('De afspraak met verhuurders staat.').first().waitFor();
  });

  test('a phase is changed by a menu; a reason is asked where one is needed', async () => {
    const { page } = await on('/opvolging?wijk=WK900104&thema=LIVELIHOOD', esra);
    await page.getByLabel('Fase', { exact: true }).selectOption('DROPPED');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Vul dit in.').waitFor();
    await page.getByLabel('Waarom?').fill('Het is één straat, en die is bekend.');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Niet verder (blijft zo)').waitFor({ state: 'attached' });
    const reader = await on('/opvolging?wijk=WK900104&thema=LIVELIHOOD', bram);
    await reader.page.getByText('Wat wordt er gezien').waitFor();
    expect(await reader.page.getByRole('button', { name: 'Opslaan' }).count()).toBe(0);
  });
});

describe.skipIf(!hasBrowser)('administration', () => {
  test('Ilse makes a key, sees it once, and revokes it', async () => {
    const { page } = await on('/beheer?deel=sleutels', ilse);
    await page.getByText('Sleutel maken').first().click();
    await page.getByLabel('Waarvoor').fill('Dashboard van de GGD');
    await page.getByRole('checkbox', { name: 'Lezen' }).check();
    await page.getByRole('button', { name: 'Sleutel maken' }).click();
    const secret = await page.locator('.wb-secret').textContent();
    const me = '{ me { role via } }';
    expect((await town().ask(secret, me)).data).toEqual({ me: { role: 'COUNCIL', via: 'KEY' } });
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ik heb hem bewaard' }).click();
    expect(await page.content()).not.toContain(secret);
    await page.getByRole('button', { name: 'Intrekken: Dashboard van de GGD' }).click();
    await page.getByRole('button', { name: 'Ja, trek in' }).click();
    await page
      .getByText(/^Ingetrokken op/)
      .first()
      .waitFor();
    expect((await town().ask(secret, me)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('Noor makes a key of her own, which acts as she does until she stops it', async () => {
    const { page } = await on('/mijn', noor);
    await page.getByRole('link', { name: 'Mijn sleutels' }).click();
    await page.getByText('Je hebt nog geen sleutels.').waitFor();
    await page.getByText('Sleutel maken').first().click();
    await page.getByRole('button', { name: 'Sleutel maken' }).click();
    await page.getByText('Vul in waarvoor de sleutel is.').waitFor();
    await page.getByLabel('Waarvoor').fill('Koppeling van het wijkteam');
    expect(await page.getByRole('checkbox', { name: 'Beheren' }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Lezen' }).check();
    await page.getByRole('button', { name: 'Sleutel maken' }).click();
    const secret = await page.locator('.wb-secret').textContent();
    const me = '{ me { role organisation via } }';
    expect((await town().ask(secret, me)).data).toEqual({
      me: { role: 'OBSERVER', organisation: 'wijkteam-noord', via: 'KEY' },
    });
    await page.getByRole('button', { name: 'Ik heb hem bewaard' }).click();
    await page.getByRole('button', { name: 'Intrekken: Koppeling van het wijkteam' }).click();
    await page.getByRole('button', { name: 'Ja, trek in' }).click();
    await page.getByText(/^Ingetrokken op/).waitFor();
    expect((await town().ask(secret, me)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('Ilse chooses a look, everyone gets it, and she takes it back', async () => {
    const { page } = await on('/beheer?deel=instellingen', ilse);
    const colour = () =>
      page.evaluate(() =>
        getComputedStyle(document.querySelector('h1') ?? document.body).getPropertyValue(
          '--basis-color-action-2-color-default',
        ),
      );
    const before = await colour();
    const look = page.getByLabel('Huisstijl van je gemeente');
    await look.selectOption('waterrijk');
    await page.getByText('Bewaard.').waitFor();
    await expect.poll(colour).not.toBe(before);
    const reader = await on('/', noor);
    const sheet = () => reader.page.evaluate(async () => (await fetch('/theme.css')).text());
    const chosen = await sheet();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect.poll(colour).toBe(before);
    expect(await sheet()).not.toBe(chosen);
    const unknown = 'mutation { chooseLook(look: "regenboog") { chosen } }';
    const refused = await town().ask(ilse, unknown);
    expect(refused.errors?.[0]?.message).toBe(
      'There is no look called regenboog; choose waterrijk or wijkbeeld.',
    );
    const text = await town().ask(ilse, 'mutation { chooseLook(look: "Bel Kwibus") { chosen } }');
    expect(text.errors?.[0]?.message).toBe(
      'There is no look of that name; choose waterrijk or wijkbeeld.',
    );
    const other = await town().ask(noor, 'mutation { chooseLook(look: "waterrijk") { chosen } }');
    expect(other.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('Ilse opens by keyboard which columns of a table are others at its source', async () => {
    const tableId = '85984NED';
    await makeEdition(town().database, {
      ...{ year: 2024, table: tableId },
      figures: {
        ...{ population: { GM9001: 20_000 }, children: { GM9001: 4000 } },
        ...{ elderly: { GM9001: 3000 }, loneliness: { GM9001: 12 } },
      },
      indicators: {
        population: { title: 'Bevolking > Inwoners (aantal)' },
        loneliness: { title: 'Welzijn > Eenzaam (%)' },
        children: { title: 'Jong (aantal)' },
        elderly: { title: 'Oud (aantal)' },
      },
    });
    const columns = [
      { key: 'population_1', path: 'Bevolking > Alle inwoners (aantal)' },
      { key: 'loneliness_1', path: 'Welzijn > Eenzaam (per 1 000)' },
      { key: 'children_1', path: 'Jong (aantal)' },
      { key: 'green_7', path: 'Groen (m²)' },
    ];
    const said = { title: 'Kerncijfers 2024', modifiedAt: new Date(), checkedAt: new Date() };
    await town()
      .database.db.insert(sourceTables)
      .values({ tableId, ...said, columns });

    const { page, problems } = await on('/beheer?deel=bronnen', ilse);
    const row = page.getByRole('row', { name: /Kerncijfers 2024/ });
    await row.getByText('De bron heeft iets nieuws').waitFor();
    const list = row.getByRole('list');
    expect(await list.isVisible()).toBe(false);
    await tabTo(page, row.getByText('4 kolommen zijn anders'));
    await page.keyboard.press('Enter');
    await list.waitFor();
    expect(await list.getByRole('listitem').allTextContents()).toEqual([
      'Nieuw: Groen (m²)',
      'Weg: Oud (aantal)',
      'Andere eenheid: Welzijn > Eenzaam (per 1 000) (was Welzijn > Eenzaam (%))',
      'Andere naam: Bevolking > Alle inwoners (aantal) (was Bevolking > Inwoners (aantal))',
    ]);
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
    expect(problems).toEqual([]);
  });

  test('an observer finds no administration', async () => {
    const { page } = await on('/beheer', noor);
    await page.getByText('Dit hoort niet bij jouw rol.').waitFor();
    expect(await page.getByRole('link', { name: 'Beheer' }).count()).toBe(0);
  });
});
