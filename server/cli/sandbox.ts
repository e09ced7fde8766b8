// `wijkbeeld sandbox`: the invented gemeente on a server and in a database of its own, for integrators to try everything
// on. Real data is out of reach because it is not there.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { createApiKey } from '../access/keys.ts';
import type { AccessScope } from '../codes/people.ts';
import { type Config, readConfig } from '../config.ts';
import type { Database } from '../db/client.ts';

/** Days that a key of the sandbox works: each start makes new ones. */
const keyDays = 30;
const gemeenteCode = 'GM9001';

interface Sandbox {
  readonly out: (text: string) => void;
  /** Opens the embedded database of these settings, migrated. */
  readonly open: (config: Config) => Promise<Database>;
  readonly seed: (database: Database) => Promise<void>;
  readonly serve: (config: Config) => Promise<void>;
}

/** Adds the command to the program. */
export function registerSandbox(program: Command, sandbox: Sandbox): void {
  program
    .command('sandbox')
    .description(
      'start a server with an invented gemeente and keys for integrators, apart from all real data',
    )
    .option('--port <number>', 'port to listen on; 0 takes a free one', '4100')
    .option('--fresh', 'begin anew: what was tried before is removed')
    .action(async ({ port, fresh = false }: { port: string; fresh?: boolean }) => {
      const config = readConfig(sandboxSettings(process.env, port));
      if (fresh) rmSync(config.dataFolder, { recursive: true, force: true });
      const database = await sandbox.open(config);
      try {
        await sandbox.seed(database);
        sandbox.out(await makeKeys(database, new Date()));
      } finally {
        await database.close();
      }
      await sandbox.serve(config);
    });
}

/**
 * The settings of a server with everything left out that leads to real data or real people: its databases and its login.
 * The database of the sandbox is a folder inside WIJKBEELD_DATA.
 */
function sandboxSettings(env: NodeJS.ProcessEnv, port: string): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^(DATABASE_|OIDC_|GEMEENTE$)/.test(name));
  return {
    ...Object.fromEntries(kept),
    WIJKBEELD_MODE: 'demo',
    WIJKBEELD_DATA: join(env.WIJKBEELD_DATA ?? './.data', 'sandbox'),
    PORT: port,
  };
}

async function makeKeys({ db }: Database, now: Date): Promise<string> {
  const expiresOn = new Date(now.getTime() + keyDays * 86_400_000).toISOString().slice(0, 10);
  const make = async (role: 'OBSERVER' | 'REVIEWER', scopes: AccessScope[]) => {
    const writer = { organisation: 'koppeling', profession: 'CARETAKER' } as const;
    const holder = role === 'OBSERVER' ? writer : {};
    const input = { ...holder, gemeenteCode, role, scopes, expiresOn };
    const made = await createApiKey(
      db,
      null,
      { ...input, id: randomUUID(), label: 'Zandbak' },
      now,
    );
    return made.key;
  };
  return [
    `Sandbox: everything in ${gemeenteCode} is invented, and nothing here reaches real data.`,
    `Key that logs field notes and reads (until ${expiresOn}): ${await make('OBSERVER', ['READ', 'LOG_NOTES'])}`,
    `Key that reviews and reads (until ${expiresOn}): ${await make('REVIEWER', ['READ', 'REVIEW'])}`,
  ].join('\n');
}
