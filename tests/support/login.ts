// Signing in as tests do: a real login service in a process of its own, and a browser of a few lines that keeps
// cookies and follows redirects (the real one is in browser.ts).
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type express from 'express';

const script = fileURLToPath(new URL('./oidc-provider.js', import.meta.url));

export interface Account {
  readonly claims: Record<string, unknown>;
  readonly acr?: string;
  readonly amr?: readonly string[];
  /** Claims that the ID token gets in place of the right ones. */
  readonly forged?: Record<string, unknown>;
}

export interface Provider {
  readonly issuer: string;
  /** What the service knows of a person or machine from now on. */
  know(id: string, account: Account): Promise<void>;
  /** Any claims, signed with the key of the service. */
  sign(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the login service for a site; its clients as in oidc-provider. */
export async function startProvider(
  origin: string,
  clients: readonly { metadata: Record<string, unknown>; isMachine?: boolean }[],
): Promise<Provider> {
  const child = spawn(process.execPath, [script, JSON.stringify({ origin, clients })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const issuer = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('close', () => reject(new Error(`The login service stopped:\n${errors}`)));
  });
  const send = (path: string, method: string, body: unknown) =>
    fetch(`${issuer}${path}`, { method, body: JSON.stringify(body) });
  return {
    issuer,
    know: async (id, account) => {
      await send(`/accounts/${id}`, 'PUT', account);
    },
    sign: async (claims, header = {}) => (await send('/sign', 'POST', { claims, header })).text(),
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

export interface Site {
  readonly origin: string;
  /** Which app answers from now on, so that one address can be another server or stand on another day. */
  serve(app: express.Express): void;
  close(): Promise<void>;
}

/** An address on loopback that any app can be put behind. */
export async function openSite(): Promise<Site> {
  let handler: express.Express | undefined;
  const server: Server = createServer((request, response) => handler?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (app) => {
      handler = app;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface Visit {
  readonly status: number;
  readonly url: string;
  readonly location: string | null;
  readonly setCookies: readonly string[];
  readonly text: string;
}

/** A browser that keeps the cookies of each origin. */
export interface Visitor {
  /** One request, without following where it leads. */
  visit(url: string, init?: RequestInit): Promise<Visit>;
  /** Follows redirects; fills in the login form with this name; stops where `until` (without query) would be visited. */
  follow(url: string, options?: { login?: string; until?: string }): Promise<Visit>;
  cookies(origin: string): Map<string, string>;
}

export function newVisitor(): Visitor {
  const jars = new Map<string, Map<string, string>>();
  const cookies = (origin: string) => {
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    return jar;
  };
  const visit = async (url: string, init: RequestInit = {}): Promise<Visit> => {
    const jar = cookies(new URL(url).origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) };
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    const setCookies = response.headers.getSetCookie();
    for (const line of setCookies) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const isGone = /max-age=0|expires=thu, 01 jan 1970/i.test(line);
      if (isGone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    return {
      status: response.status,
      url,
      location: location === null ? null : new URL(location, url).href,
      setCookies,
      text: await response.text(),
    };
  };
  const follow: Visitor['follow'] = async (start, { login = '', until } = {}) => {
    let here = await visit(start);
    for (let steps = 0; steps < 15; steps += 1) {
      if (here.location !== null) {
        if (here.location.split('?')[0] === until) return here;
        here = await visit(here.location);
      } else if (here.text.includes('name="login"')) {
        const body = new URLSearchParams({ login });
        here = await visit(here.url, { method: 'POST', body });
      } else return here;
    }
    throw new Error('Redirected too often.');
  };
  return { visit, follow, cookies };
}
