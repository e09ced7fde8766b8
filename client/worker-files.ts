// Tells the service worker which files make up this version of the app, as the last step of the bundle.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { paths } from './app/paths.ts';

const worker = 'service-worker.js';
/** Files beside the bundle (client/public) that a phone needs. */
const besides = ['/icon.svg', '/icon-192.png', '/manifest.webmanifest'];

/** A Vite plugin; refuses a worker that imports other chunks, as it could not be loaded offline. */
export function workerFiles(): Plugin {
  return {
    name: 'wijkbeeld-worker-files',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunk = bundle[worker];
        if (chunk?.type !== 'chunk') return;
        if (chunk.imports.length > 0) this.error(`${worker} imports ${chunk.imports.join(', ')}`);
        const own = Object.values(bundle).filter(
          ({ fileName }) => fileName !== worker && !fileName.startsWith('.'),
        );
        const hash = createHash('sha256');
        for (const file of own) hash.update(file.type === 'chunk' ? file.code : file.source);
        const pages = [...new Set(Object.values(paths).map((path) => path.split('/')[1] ?? ''))];
        const fill = (name: string, value: unknown) => {
          chunk.code = chunk.code.replaceAll(name, JSON.stringify(value));
        };
        fill('WIJKBEELD_FILES', [...own.map(({ fileName }) => `/${fileName}`), ...besides]);
        fill('WIJKBEELD_VERSION', hash.digest('hex').slice(0, 12));
        fill('WIJKBEELD_PAGES', pages);
      },
    },
  };
}
