// Starts Wijkbeeld as a user does, in its own process on a free loopback port, and stops it by its own id.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { copyTemplate } from './database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Output {
  readonly code: number | null;
  /** Standard output and standard error together, in the order they came. */
  readonly text: string;
  /** Standard output alone. */
  readonly answer: string;
}

/** Settings for a server of one's own: a migrated database in a fresh folder, or on the PostgreSQL under test. */
export async function freshSettings(mode = 'development'): Promise<Record<string, string>> {
  const folder = emptyFolder();
  const serverUrl = inject('serverUrl');
  if (serverUrl === null) cpSync(inject('templateFolder'), folder, { recursive: true });
  const url = serverUrl ? await copyTemplate(serverUrl) : undefined;
  const isWeak = url !== undefined && mode === 'production';
  const database = isWeak ? await weakLogin(url) : url ? { DATABASE_URL: url } : {};
  return { WIJKBEELD_DATA: folder, WIJKBEELD_MODE: mode, PORT: '0', ...database };
}

/** A folder for one test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** As users start it, from its bundle. */
const fromBundle = [join(root, 'server/start.js')];
/** Instead of the bundle, as where none can be written. */
export const fromSources = ['--import', 'tsx', join(root, 'server/main.ts')] as const;

/** A login that is only a member of the role of the app, as production demands; it is dropped after the test. */
async function weakLogin(ownerUrl: string): Promise<Record<string, string>> {
  const name = `web_${randomUUID().slice(0, 8)}`;
  const asOwner = async (text: string) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query(text).finally(() => owner.end());
  };
  await asOwner(`create role ${name} login password 'alleen-hier' in role wijkbeeld_app`);
  onTestFinished(() => asOwner(`drop role ${name}`));
  const weak = new URL(ownerUrl);
  weak.username = name;
  weak.password = 'alleen-hier';
  return { DATABASE_URL: weak.href, DATABASE_OWNER_URL: ownerUrl };
}

interface Start {
  /** What it reads on its standard input. */
  readonly input?: string;
  readonly program?: readonly string[];
  /** Instead of `serve`: another command that serves. */
  readonly words?: readonly string[];
}

function start(
  words: readonly string[],
  settings: Record<string, string>,
  { input, program = fromBundle }: Start,
): ChildProcess {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...env } = process.env;
  const child = spawn(process.execPath, [...program, ...words], {
    cwd: root,
    env: { ...env, ...settings },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  return child;
}

/** Runs one command to its end. */
export function run(
  words: readonly string[],
  settings: Record<string, string>,
  how: Start = {},
): Promise<Output> {
  const child = start(words, settings, how);
  let text = '';
  let answer = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    answer += chunk;
  });
  child.stderr?.on('data', (chunk) => (text += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, text, answer })));
}

export interface Serving {
  readonly url: string;
  readonly pid: number;
  /** Everything printed so far. */
  printed(): string;
  /** Ends it at once, as a power cut of the process would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server and waits for its address, the first line it prints. */
export async function serve(settings: Record<string, string>, how: Start = {}): Promise<Serving> {
  const child = start(how.words ?? ['serve'], settings, how);
  let text = '';
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stderr?.on('data', (chunk) => (text += chunk));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const line = text.split('\n').find((one) => one.startsWith('http://'));
      if (line) resolve(line.trim());
    });
    child.once('close', () => reject(new Error(`The server stopped:\n${text}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await closed;
  };
  onTestFinished(() => end('SIGKILL'));
  return {
    url,
    pid: child.pid ?? 0,
    printed: () => text,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
