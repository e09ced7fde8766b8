// The pages as a visitor meets them: a real server with the demo town and a real browser.
import { expect, test } from 'vitest';
import { chromiumPath, openBrowser } from './support/browser.ts';
import { freshSettings, serve } from './support/process.ts';

test.skipIf(!chromiumPath)(
  'the API page runs its first example and asks nothing of other hosts',
  async () => {
    const { url } = await serve(await freshSettings('demo'));
    const browser = await openBrowser();
    const page = await browser.newPage();
    const outside: string[] = [];
    const problems: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
        outside.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(`${url}/`);
    await page.getByRole('link', { name: 'Koppelen met de API' }).click();
    await page.getByLabel('Act as').selectOption({ label: 'Bram, analyst' });
    await page.locator('.graphiql-execute-button').click();
    const answer = page.locator('.result-window');
    await expect.poll(() => answer.textContent(), { timeout: 15_000 }).toContain('wijkProfile');
    expect(await answer.textContent()).not.toContain('"errors"');
    expect(outside).toEqual([]);
    expect(problems).toEqual([]);
  },
);
