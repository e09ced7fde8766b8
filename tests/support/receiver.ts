// A system that is told of changes: keeps what came, and answers what a test wants.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

export interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly body: {
    readonly id: string;
    readonly topic: string;
    readonly gemeenteCode: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

/** Listens on a free loopback port until the file's last test; `answer` 0 never answers. */
export async function receiver() {
  const received: Received[] = [];
  const state = { answer: 204 };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, text, body: JSON.parse(text) });
      if (state.answer !== 0) response.writeHead(state.answer, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/wijkbeeld`, port, received, state };
}

/** Whether the signature is that of this secret, as a receiver checks it. */
export function isSigned({ headers, text }: Received, secret: string): boolean {
  const [, seconds, hash] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['wijkbeeld-signature'])) ?? [];
  return createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex') === hash;
}
