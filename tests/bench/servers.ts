// What benchmarks over HTTP share: servers in processes of their own, the profile as the page asks for it, one request.
import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

/** Budgets would refuse a load. */
export const unlimited = { COST_PER_MINUTE: '1000000000' };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The profile as the page asks for it: every theme with figures, benchmark, position, signal and outcome. */
export const profileQuery = `query Profile($code: WijkCode!) { wijkProfile(code: $code) {
  place { code name } year population { value state }
  coverage { level organisations professions lastObserved }
  themes { theme { code label } concordance { outcome sentence rule monitor ground }
    signal { display voices corroboration highestSeverity trend excerpts { words } }
    coverage { level organisations }
    figures { indicator { key title unit direction } current { value state period source { table } }
      benchmark { gemeente { value } country { value } } position { signedZ rankBand }
      trend { change } series { period value state } gemeenteSeries { period value } } } } }`;

export interface Running {
  readonly url: string;
  readonly child: ChildProcess;
}

/** The server as `npm start` starts it, on this Node or another. */
export const startServer = (env: Record<string, string>, node = process.execPath) =>
  startProgram(node, ['--max-semi-space-size=64', 'server/start.js', 'serve'], env);

/** Starts a program of the benchmarks and waits for the address that it prints. */
export const startChild = (words: readonly string[], env: Record<string, string>) =>
  startProgram(process.execPath, ['--import', 'tsx', ...words], env);

/** Starts any program and waits for the address that it prints. */
export function startProgram(
  program: string,
  words: readonly string[],
  env: Record<string, string>,
): Promise<Running> {
  const child = spawn(program, words, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const url = /^(http:\/\/\S+)/m.exec(text)?.[1];
      if (url) resolve({ url, child });
    });
    child.once('exit', () => reject(new Error(`A server stopped: ${text}`)));
  });
}

/** Connections that are used again, and given up before the server gives them up: it may do so just as one is used. */
export const openAgent = (): Agent => new Agent({ keepAlive: true, maxSockets: 64, timeout: 3000 });

/** Somebody signed in, for whom signals and concordance are worked out each time; of any gemeente of generated data. */
export const signedIn = 'demo:ANALYST:GM1000';

/** Sends one request, which must be answered well; the size of its answer. */
export function ask(agent: Agent, url: string, body?: string, token?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(body && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      }),
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const sent = request(url, { agent, method: body ? 'POST' : 'GET', headers }, (response) => {
      let bytes = 0;
      let head = '';
      response.on('data', (chunk: Buffer) => {
        if (bytes === 0) head = chunk.toString('utf8', 0, 60);
        bytes += chunk.length;
      });
      response.on('end', () =>
        response.statusCode === 200 && !/^\{"(errors"|data":(null|\{"\w+":null))/.test(head)
          ? resolve(bytes)
          : reject(new Error(`Answered ${response.statusCode}: ${head}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
