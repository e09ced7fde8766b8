// `npm run screenshots`: a picture of every page of the web app at four widths, for people to look at, in
// dist/screenshots. Words given are names of pages, or the beginning of one. SCREENSHOTS_URL: a demo server that runs.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { type Screen, screens } from './pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'dist/screenshots');
const widths = [320, 390, 768, 1440];

/** A demo server with a town of its own; answers its address and how to end it. */
async function startTown(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-screenshots-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', 'serve'], {
    cwd: root,
    env: { ...process.env, WIJKBEELD_DATA: folder, WIJKBEELD_MODE: 'demo', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const line = text.split('\n').find((one) => one.startsWith('http://'));
      if (line) resolve(line.trim());
    });
    child.once('close', () => reject(new Error('The server stopped.')));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await closed;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

async function picture(browser: Browser, url: string, screen: Screen, width: number) {
  const { name, path, as = '', prepare } = screen;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    baseURL: url,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  await context.addInitScript((token) => {
    if (token) localStorage.setItem('wijkbeeld.demo', token);
  }, as);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector('.wb-loading'));
  await prepare?.(page);
  await page.screenshot({ path: join(out, `${name}-${width}.png`), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await context.close();
  return wide > width ? [`${name} at ${width}: ${wide} pixels wide`] : [];
}

const asked = process.argv.slice(2);
const chosen = screens.filter(
  ({ name }) => asked.length === 0 || asked.some((one) => name.startsWith(one)),
);
mkdirSync(out, { recursive: true });
const given = process.env.SCREENSHOTS_URL;
const town = given ? { url: given, stop: async () => {} } : await startTown();
const browser = await launchBrowser();
const tooWide: string[] = [];
try {
  for (const screen of chosen)
    for (const width of widths)
      tooWide.push(
        ...(await picture(browser, town.url, screen, width).catch((failure: unknown) => [
          `${screen.name} at ${width}: ${failure instanceof Error ? failure.message : failure}`,
        ])),
      );
} finally {
  await browser.close();
  await town.stop();
}
console.log(`${chosen.length * widths.length} pictures in dist/screenshots`);
for (const line of tooWide) console.log(line);
if (tooWide.length > 0) process.exitCode = 1;
