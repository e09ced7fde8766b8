// A demo town in a server of its own, and a visitor who opens its screens one after the other.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { visit } from '../support/web-app.ts';
import type { Screen } from './screens.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A demo server with a town of its own; answers its address and how to end it. */
export async function startTown(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-screens-'));
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

/** Opens a screen at a width, as its person, and lets `look` at it; the visitor is gone afterwards. */
export async function onScreen<T>(
  browser: Browser,
  url: string,
  { path, as, prepare }: Screen,
  width: number,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const { page, context } = await visit(browser, url, { ...(as ? { as } : {}), width });
  try {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(() => !document.querySelector('.wb-loading'));
    await prepare?.(page);
    return await look(page);
  } finally {
    await context.close();
  }
}

/** How many pixels the page runs off the window sideways. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
