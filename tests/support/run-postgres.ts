// `npm run test:postgres`: the whole suite on a real PostgreSQL. Uses DATABASE_URL when it is set, else starts
// a throw-away server from the local binaries on a free loopback port and stops it afterwards.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const root = '/usr/lib/postgresql';

function binFolder(): string {
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((v) => v >= 15)
    : [];
  const newest = Math.max(...versions);
  if (!Number.isFinite(newest)) {
    throw new Error('No PostgreSQL 15 or newer found: install it, or set DATABASE_URL.');
  }
  return join(root, String(newest), 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root: there the account `postgres` of the package runs it. */
function asServer(command: string, words: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  const done = isRoot
    ? spawnSync('runuser', ['-u', 'postgres', '--', command, ...words], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    : spawnSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error(`${command} failed with ${done.status}.`);
}

/**
 * Starts a server in a temporary folder; answers its address and how to stop it. It does not wait for the disk, unless it
 * is asked to keep what it has committed, as an installed server does.
 */
export async function startPostgres({ isDurable = false } = {}): Promise<{
  url: string;
  stop: () => void;
}> {
  const bin = binFolder();
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-postgres-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const ids = spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout.trim();
    chownSync(folder, Number(ids), Number(ids));
  }
  const cluster = join(folder, 'data');
  const port = await freePort();
  asServer(join(bin, 'initdb'), [
    '-D',
    cluster,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--no-sync',
  ]);
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200${isDurable ? '' : ' -c fsync=off'}`;
  asServer(join(bin, 'pg_ctl'), [
    '-D',
    cluster,
    '-o',
    settings,
    '-l',
    join(folder, 'log'),
    '-w',
    'start',
  ]);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      asServer(join(bin, 'pg_ctl'), ['-D', cluster, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function main(): Promise<void> {
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, stop: () => {} } : await startPostgres();
  const words = ['vitest', 'run', '--config', 'tests/vitest.config.ts', ...process.argv.slice(2)];
  const child = spawn('npx', words, {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: server.url },
  });
  child.once('exit', (code) => {
    server.stop();
    process.exitCode = code ?? 1;
  });
  console.log(
    `PostgreSQL for the tests runs as ${userInfo().username === 'root' ? 'postgres' : userInfo().username}.`,
  );
}

if (process.argv[1]?.endsWith('run-postgres.ts')) await main();
