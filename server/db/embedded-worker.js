// @ts-check
// Runs PGlite off the main thread: bytes of the PostgreSQL wire protocol in, bytes out. Plain JavaScript, so
// that a worker needs no TypeScript loader.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { rawAnswer } from './raw-answer.js';

const port = parentPort;
if (!port) throw new Error('embedded-worker.js runs as a worker thread only.');

/** @type {Promise<void>} */
let queue = Promise.resolve();

try {
  const database = await PGlite.create({ dataDir: workerData.folder });
  port.on('message', (/** @type {Uint8Array | 'close'} */ question) => {
    queue = queue.then(async () => {
      if (question === 'close') {
        await database.close();
        port.close();
        return;
      }
      try {
        port.postMessage({ answer: await rawAnswer(database, question) });
      } catch (error) {
        port.postMessage({ error: String(error) });
      }
    });
  });
  port.postMessage({ ready: true });
} catch (error) {
  port.postMessage({ error: String(error) });
}
