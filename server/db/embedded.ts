// The embedded database: PGlite in a worker thread, spoken to by the ordinary `pg` driver over its own wire
// protocol. One connection, so transactions queue and no session is shared. PGlite runs without fsync:
// it survives `kill -9`, not a power cut. Production is PostgreSQL.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { takeFolderLock } from './folder-lock.ts';

export interface Embedded {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** The way to an embedded database: bytes of a question to PostgreSQL in, the bytes of its answer out, in order. */
export interface Wire {
  send(question: Uint8Array): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens the folder and waits until it answers; refuses a folder that is in use. */
export async function openEmbedded(folder: string): Promise<Embedded> {
  mkdirSync(folder, { recursive: true });
  const release = takeFolderLock(folder);
  const wire = new WorkerWire(join(folder, 'pglite'));
  try {
    await wire.ready;
  } catch (error) {
    release();
    throw error;
  }
  const { pool, close } = embeddedOn(wire);
  return { pool, close: () => close().finally(release) };
}

/** The driver's pool over a wire that is open. */
export function embeddedOn(wire: Wire): Embedded {
  const pool = new pg.Pool({
    max: 1,
    pipeline: true,
    user: 'postgres',
    database: 'postgres',
    idleTimeoutMillis: 0,
    stream: () => new WireStream(wire) as never,
    // After a failed statement the pool drops its connection; PGlite's session goes on with its prepared names.
    onConnect: (client) => client.query('deallocate all'),
  });
  pool.on('error', () => {});
  return {
    pool,
    close: async () => {
      await pool.end();
      await wire.close();
    },
  };
}

/** PGlite in a worker thread: in the thread of the server it would block the event loop. */
class WorkerWire implements Wire {
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting: { resolve: (answer: Uint8Array) => void; reject: (error: Error) => void }[] =
    [];
  #failed: Error | undefined;

  constructor(folder: string) {
    const worker = new Worker(new URL('./embedded-worker.js', import.meta.url), {
      workerData: { folder },
    });
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => {
      worker.once('message', (message: { ready?: true; error?: string }) => {
        if (message.ready) resolve();
        else reject(new Error(`The embedded database could not be opened: ${message.error}`));
      });
      worker.once('error', reject);
    });
    worker.on('message', (message: { answer?: Uint8Array; error?: string }) => {
      if (message.answer) this.#waiting.shift()?.resolve(message.answer);
      else if (message.error) this.#waiting.shift()?.reject(new Error(message.error));
    });
    worker.on('error', (error) => {
      this.#failed = error;
      for (const waiter of this.#waiting.splice(0)) waiter.reject(error);
    });
  }

  send(question: Uint8Array): Promise<Uint8Array> {
    if (this.#failed) return Promise.reject(this.#failed);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(question);
    });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage('close');
    await ended;
  }
}

/** What `pg` takes for a socket. */
class WireStream extends Duplex {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    super();
    this.#wire = wire;
  }

  connect() {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }
  setNoDelay = () => this;
  setKeepAlive = () => this;
  ref = () => this;
  unref = () => this;

  override _read() {}

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void) {
    this.#exchange(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void) {
    this.#exchange(Buffer.concat(chunks.map((c) => c.chunk)), done);
  }

  override _final(done: () => void) {
    this.push(null);
    done();
  }

  #exchange(question: Buffer, done: (error?: Error | null) => void) {
    // A copy: Node pools small buffers, and the worker takes the whole memory behind a view.
    this.#wire.send(new Uint8Array(question)).then((answer) => {
      if (answer.length > 0) this.push(Buffer.from(answer));
      done();
    }, done);
  }
}
