// Commands on an embedded database that a running server holds: the command is sent to that server, which runs
// it in its own process and sends back what it prints. Loopback only, with a secret from the folder's lock.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createConnection, createServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { announceControl, type LockHolder } from '../db/folder-lock.ts';
import type { CliIo, Progress } from './io.ts';

interface Order {
  readonly token: string;
  readonly words: readonly string[];
  readonly cwd: string;
  readonly isTerminal: boolean;
}

type Answer = { out: string } | { progress: Progress | null } | { exit: number };

/** Runs a command with the given io; resolves to its exit code. */
export type RunCommand = (
  words: readonly string[],
  io: Omit<CliIo, 'database' | 'fetching'>,
) => Promise<number>;

/** Takes commands for the embedded folder until the server is closed. */
export async function listenForCommands(folder: string, run: RunCommand): Promise<Server> {
  const token = randomBytes(24).toString('hex');
  const server = createServer((socket) => {
    const answer = (message: Answer) => socket.write(`${JSON.stringify(message)}\n`);
    socket.on('error', () => socket.destroy());
    createInterface({ input: socket }).once('line', (line) => {
      const order = readOrder(line);
      if (!order || !isSame(order.token, token)) return socket.destroy();
      run(order.words, {
        out: (text) => answer({ out: text }),
        progress: (state) => answer({ progress: state }),
        isTerminal: order.isTerminal,
        cwd: order.cwd,
      })
        .catch(() => 1)
        .then((exit) => {
          answer({ exit });
          socket.end();
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address && typeof address === 'object') announceControl(folder, address.port, token);
  return server;
}

function readOrder(line: string): Order | undefined {
  try {
    return JSON.parse(line) as Order;
  } catch {
    return undefined;
  }
}

function isSame(given: unknown, token: string): boolean {
  const a = Buffer.from(String(given));
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Sends a command to the server that holds the folder; resolves to its exit code. */
export function sendCommand(
  holder: LockHolder,
  words: readonly string[],
  io: Omit<CliIo, 'database' | 'fetching'>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port: holder.controlPort ?? 0 });
    socket.on('error', reject);
    socket.on('connect', () => {
      const order = {
        token: holder.controlToken,
        words,
        cwd: io.cwd,
        isTerminal: io.isTerminal,
      };
      socket.write(`${JSON.stringify(order)}\n`);
    });
    const lines = createInterface({ input: socket });
    lines.on('line', (line) => {
      const message = JSON.parse(line) as Answer;
      if ('out' in message) io.out(message.out);
      else if ('progress' in message) io.progress(message.progress);
      else resolve(message.exit);
    });
    lines.on('close', () => reject(new Error('The server stopped while it ran the command.')));
  });
}
