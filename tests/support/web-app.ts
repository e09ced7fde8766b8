// The web app on the demo town, in this process, and visitors with a real browser before it.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach } from 'vitest';
import { schema } from '../../schema/index.ts';
import { demoPeople } from '../../seeds/guide.ts';
import { createApp } from '../../server/app.ts';
import type { Database } from '../../server/db/client.ts';
import { openNews } from '../../server/news.ts';
import { askOn } from './ask.ts';
import { launchBrowser } from './browser.ts';
import { townDatabase } from './town.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The demo town behind the web app on a free loopback port; closed after the last test of the file. */
export async function openTown(given?: Database) {
  const database = given ?? (await townDatabase());
  const log = pino({ level: 'silent' });
  const news = await openNews(database.pool, database.kind === 'embedded', log);
  const { express } = createApp({
    ...{ schema, database, log, news, demoTokens: true },
    pagesFolder: `${root}dist/client`,
    web: {
      app: { signIn: 'DEMO', people: demoPeople, gemeente: 'GM9001', backgroundMap: null },
    },
  });
  const server = createServer(express);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await launchBrowser();
  // A page that stays open keeps asking and listening while the next test runs.
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await news.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${port}`, database, browser, ask: askOn(database) };
}

export interface Visit {
  /** Demo token; absent: the public. */
  readonly as?: string;
  /** Width of the window in CSS pixels (1280). */
  readonly width?: number;
  readonly language?: 'nl' | 'en';
  /** Whether the app keeps itself on the device, which loads every file of it (no). */
  readonly isInstalled?: boolean;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors in the console and requests to other hosts so far: expected to stay empty. */
  readonly problems: string[];
}

/** A person with a fresh browser profile, on no page yet. */
export async function visit(browser: Browser, url: string, given: Visit = {}): Promise<Visitor> {
  const { as = '', width = 1280, language = 'nl', isInstalled = false } = given;
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    baseURL: url,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    serviceWorkers: isInstalled ? 'allow' : 'block',
  });
  await context.addInitScript(
    ([token, words]) => {
      // Only at the first page: what the visitor chooses later stays.
      if (sessionStorage.getItem('visited')) return;
      sessionStorage.setItem('visited', 'yes');
      if (token) localStorage.setItem('wijkbeeld.demo', token);
      localStorage.setItem('wijkbeeld.language', words ?? 'nl');
    },
    [as, language] as const,
  );
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (failure) => problems.push(failure.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(data|blob):/.test(address)) problems.push(address);
  });
  return { page, context, problems };
}
