// The app over a test database on a free loopback port, in this process, and all that it logs.
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll } from 'vitest';
import { schema } from '../../schema/index.ts';
import { type AppParts, createApp } from '../../server/app.ts';
import { closeGently, listen } from '../../server/http/listen.ts';

/** Starts it for the whole test file; it ends after the file's last test. */
export async function started(parts: Omit<AppParts, 'schema' | 'log' | 'demoTokens'>) {
  const log = pino({ level: 'silent' });
  const { express } = createApp({ schema, log, demoTokens: true, ...parts });
  const server = await listen(express, 0, '127.0.0.1');
  afterAll(() => closeGently(server, 0));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
