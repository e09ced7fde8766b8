// Serving, from the settings to the last open connection: joins server, schema and seeds. A file of its own, so that a
// command does not wait for what only a server needs.

import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { schema } from '../schema/index.ts';
import { demoPeople, guide } from '../seeds/guide.ts';
import { seedWaterrijk } from '../seeds/waterrijk.ts';
import { hasWorkingKey } from './access/keys.ts';
import { openOidc } from './access/oidc.ts';
import { createApp } from './app.ts';
import { listenForCommands, type RunCommand } from './cli/control.ts';
import type { CliIo } from './cli/io.ts';
import { allowsDemoTokens, type Config, SettingsError } from './config.ts';
import { type Database, openDatabase } from './db/client.ts';
import { prepareDatabase } from './db/prepare.ts';
import type { AppSettings } from './http/app-settings.ts';
import { surviveSlips } from './http/failure.ts';
import { closeGently, listen } from './http/listen.ts';
import { securityOf, warnOfSecurity } from './http/well-known.ts';
import { budgetsOf } from './limits/budgets.ts';
import { clientHash } from './limits/client.ts';
import { memoryRates, sharedRates } from './limits/rates.ts';
import { openNews } from './news.ts';
import { startDailyWork } from './retention/daily.ts';
import { startWebhooks } from './webhooks/work.ts';

const pagesFolder = fileURLToPath(new URL('../dist/client', import.meta.url));

const noDoor =
  'Nobody could use this server: set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET or OIDC_PRIVATE_KEY_FILE, and ' +
  'PUBLIC_URL (see "Signing in" in README.md), or make a key first with wijkbeeld keys create.';

/** Serves until SIGTERM or SIGINT; the address is the first line printed. Commands sent to it are run by `run`. */
export async function serve(
  config: Config,
  terminal: Pick<CliIo, 'out'>,
  run: (database: Database) => RunCommand,
): Promise<void> {
  const log = pino({ level: config.logLevel });
  surviveSlips(log);
  warnOfSecurity(config, log);
  const database = await openDatabase({
    url: config.databaseUrl,
    readUrl: config.databaseReadUrl,
    folder: config.dataFolder,
    poolSize: config.databasePool,
  });
  await prepareDatabase(database, config);
  const { login } = config;
  const system = database.as(null, 'SYSTEM');
  if (config.mode === 'production' && !login && !(await hasWorkingKey(system, new Date()))) {
    await database.close();
    throw new SettingsError(noDoor);
  }
  const isTown = config.mode === 'demo' && (await hasTown(database));
  const demoTokens = allowsDemoTokens(config);
  const news = await openNews(database.pool, database.kind === 'embedded', log);
  const oidc = login && openOidc(login, () => new Date());
  const budgets = budgetsOf(config);
  const isShared = database.kind === 'postgres';
  const rates = isShared ? sharedRates(budgets, database.system) : memoryRates(budgets);
  const { express } = createApp({
    ...{ schema, database, log, demoTokens, oidc, pagesFolder, news },
    logbookKey: config.logbookKey,
    counting: { rates, hash: clientHash(config.databaseUrl) },
    web: {
      ...config,
      security: securityOf(config),
      hasApiPage: config.mode !== 'production',
      onlyTrusted: config.mode === 'production',
      app: appSettings(config, isTown),
    },
  });
  const server = await listen(express, config.port, config.host);
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : config.port;
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  terminal.out(url);
  if (isTown) terminal.out(guide(url));
  const control =
    database.kind === 'embedded'
      ? await listenForCommands(config.dataFolder, run(database))
      : undefined;
  const daily = startDailyWork(database, log);
  const webhooks = startWebhooks(database, news, log, {
    publicUrl: (config.publicUrl ?? url).replace(/\/$/, ''),
    isDemo: demoTokens,
  });
  await untilStopped();
  await daily.stop();
  control?.close();
  // Subscriptions and webhooks end with their news, so that the server can.
  await news.close();
  await webhooks.stop();
  await closeGently(server);
  rates.close();
  await database.close();
}

/** How people sign in here, for the web app. */
function appSettings(config: Config, isTown: boolean): AppSettings {
  const isDemo = allowsDemoTokens(config);
  return {
    signIn: isDemo ? 'DEMO' : config.login ? 'SERVICE' : 'NONE',
    people: isDemo && isTown ? demoPeople : [],
    gemeente: config.gemeente ?? (isTown ? 'GM9001' : null),
    backgroundMap: config.backgroundMap ?? null,
  };
}

/** Seeds the town on an empty database and says whether it is there; leaves a database with other data alone. */
async function hasTown(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query<{ town: boolean; other: boolean }>(
    `select exists (select from audit_lines where event = 'TOWN_SEEDED') as town,
      exists (select from places) or exists (select from field_notes) or exists (select from editions) as other`,
  );
  if (rows[0]?.town) return true;
  if (rows[0]?.other) return false;
  await seedWaterrijk(database, new Date());
  return true;
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}
