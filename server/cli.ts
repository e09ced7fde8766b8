// The commands of Wijkbeeld, one binary. Exit code 0 only when all went well; an expected failure is one clear
// message without a stack.
import { Command, CommanderError } from 'commander';
import { registerAudit } from './cli/audit.ts';
import { registerCatalogue } from './cli/catalogue.ts';
import { sendCommand } from './cli/control.ts';
import { registerEditions } from './cli/editions.ts';
import { registerExport } from './cli/export.ts';
import { registerImport } from './cli/import.ts';
import type { CliIo } from './cli/io.ts';
import { registerKeys } from './cli/keys.ts';
import { registerMembers } from './cli/members.ts';
import { registerRegisters } from './cli/registers.ts';
import { registerRetention } from './cli/retention.ts';
import { registerSandbox } from './cli/sandbox.ts';
import { registerScreen } from './cli/screen.ts';
import { registerThresholds } from './cli/thresholds.ts';
import { registerUpkeep } from './cli/upkeep.ts';
import { registerWebhooks } from './cli/webhooks.ts';
import { type Config, readConfig, SettingsError } from './config.ts';
import { type Database, openDatabase } from './db/client.ts';
import { FolderInUse, findHolder } from './db/folder-lock.ts';
import { migrateDatabase } from './db/migrate.ts';
import { DomainError } from './errors.ts';
import { readTrace, traceProcess, withTrace } from './trace.ts';

type Terminal = Omit<CliIo, 'database' | 'fetching'>;

/** What the entry file adds to the commands, because only it may join server with schema and seeds. */
export interface Extras {
  readonly serve: (config: Config, terminal: Terminal) => Promise<void>;
  readonly seed: (database: Database, terminal: Terminal) => Promise<void>;
}

function program(io: CliIo, extras: Extras, terminal: Terminal): Command {
  const root = new Command('wijkbeeld')
    .description('Merges monitor figures with field notes into one profile per wijk.')
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.out(text.trimEnd()),
    })
    .exitOverride()
    .showHelpAfterError('(add --help for the options)');
  root
    .command('serve')
    .description('start the server; the address is the first line printed')
    .option('--port <number>', 'port to listen on; 0 takes a free one')
    .action(async (options: { port?: string }) => {
      const port = options.port === undefined ? {} : { PORT: options.port };
      await extras.serve(readConfig({ ...process.env, ...port }), terminal);
    });
  root
    .command('seed')
    .description('create the invented demo town Waterrijk; refuses a database with real data')
    .action(async () => extras.seed(await io.database(), terminal));
  registerSandbox(root, {
    out: io.out,
    open: openMigrated,
    seed: (database) => extras.seed(database, terminal),
    serve: (config) => extras.serve(config, terminal),
  });
  registerImport(root, io);
  registerCatalogue(root, io);
  registerEditions(root, io);
  registerExport(root, io);
  registerMembers(root, io);
  registerKeys(root, io);
  registerWebhooks(root, io);
  registerScreen(root, io);
  registerUpkeep(root, io);
  registerAudit(root, io);
  registerRetention(root, io);
  registerThresholds(root, io);
  registerRegisters(root, io);
  return root;
}

/**
 * Runs one command and resolves to its exit code. With `database` given (in a serving process) that one is
 * used; otherwise the configured one is opened and migrated on first use and closed at the end.
 */
export async function runCommand(
  words: readonly string[],
  terminal: Terminal,
  extras: Extras,
  database?: Database,
): Promise<number> {
  let opened: Promise<Database> | undefined;
  try {
    // Read when it is needed: some commands need no settings at all.
    const config = () => readConfig(process.env);
    const open = () => {
      opened ??= database ? Promise.resolve(database) : openMigrated(config());
      return opened;
    };
    if (!database && needsDatabase(words) && config().databaseUrl === undefined) {
      const holder = findHolder(config().dataFolder);
      if (holder?.controlPort) return await sendCommand(holder, words, terminal);
    }
    const io: CliIo = {
      ...terminal,
      get fetching() {
        return config().fetching;
      },
      database: open,
    };
    const trace = {
      ...readTrace(null, undefined),
      get subjectKey() {
        return config().logbookKey;
      },
    };
    const run = () => program(io, extras, terminal).parseAsync([...words], { from: 'user' });
    // A server that is given a command does other things too.
    if (!database) traceProcess(trace);
    await (database ? withTrace(trace, run) : run());
    return 0;
  } catch (error) {
    return explain(error, terminal);
  } finally {
    terminal.progress(null);
    if (!database) await (await opened?.catch(() => undefined))?.close();
  }
}

/** Commands run as the owner of the tables. */
async function openMigrated(config: Config): Promise<Database> {
  const database = await openDatabase({
    url: config.databaseOwnerUrl ?? config.databaseUrl,
    folder: config.dataFolder,
    poolSize: config.databasePool,
  });
  try {
    await migrateDatabase(database.pool);
  } catch (error) {
    // An open embedded database would keep the process from ending.
    await database.close();
    throw error;
  }
  return database;
}

const needsDatabase = (words: readonly string[]) =>
  words.length > 0 &&
  words[0] !== 'serve' &&
  words[0] !== 'sandbox' &&
  words[0] !== 'help' &&
  words[0] !== 'screen' &&
  !words.some((w) => w === '--help' || w === '-h');

function explain(error: unknown, terminal: Terminal): number {
  terminal.progress(null);
  if (error instanceof CommanderError) return error.exitCode;
  if (
    error instanceof DomainError ||
    error instanceof FolderInUse ||
    error instanceof SettingsError
  ) {
    terminal.out(error.message);
    return 1;
  }
  const cause = (error as { cause?: { code?: string } } | null)?.cause;
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  // Not the message of a database error: it carries the values that were sent.
  const isFromDatabase = kind === 'DrizzleQueryError' || kind === 'DatabaseError';
  const what = isFromDatabase
    ? `database error ${cause?.code ?? ''}`
    : String((error as Error)?.message ?? error);
  terminal.out(`Unexpected failure (${kind}): ${what}`);
  return 70;
}
