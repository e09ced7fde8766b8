// @ts-check
// Starts the program from a bundle of its sources, which is made again when one of them has changed: loading some 500
// sources one by one takes a second, the bundle a quarter of one. Where nothing can be written it runs from the sources.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import v8 from 'node:v8';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Bundle what bundle.js writes
 * @property {string} entry file to start
 * @property {Record<string, [changed: number, size: number]>} sources what it was made of, by path from the root
 */

/** @returns {string | undefined} the file to start, unless there is none or a source is another by now, older ones too */
function findEntry() {
  try {
    const listing = readFileSync(join(root, 'dist/server/bundle.json'), 'utf8');
    const { entry, sources } = /** @type {Bundle} */ (JSON.parse(listing));
    const isFresh = Object.entries(sources).every(([source, [changed, size]]) => {
      const now = statSync(join(root, source));
      return now.mtimeMs === changed && now.size === size;
    });
    return isFresh && statSync(join(root, entry)).isFile() ? join(root, entry) : undefined;
  } catch {
    return undefined;
  }
}

function makeEntry() {
  spawnSync(process.execPath, [join(root, 'server/bundle.js')], { stdio: 'ignore' });
  return findEntry();
}

// As newer versions of Node say of themselves: asked in vain, the driver of PostgreSQL loads all of fetch to find out.
globalThis.navigator ??= /** @type {Navigator} */ ({
  userAgent: `Node.js/${process.versions.node}`,
});

// From version 22 on Node keeps what it compiles, and has a fast compiler beside the thorough one.
if ('enableCompileCache' in module) {
  /** @type {(folder: string) => void} */ (module.enableCompileCache)(join(root, 'dist/compiled'));
} else if (!['serve', 'sandbox'].includes(process.argv[2] ?? '')) {
  // A command is done before thorough compiling pays: the country is imported in a twelfth less time.
  v8.setFlagsFromString('--max-inlined-bytecode-size-cumulative=150');
  for (const phase of ['loop-peeling', 'splitting', 'load-elimination', 'escape']) {
    v8.setFlagsFromString(`--no-turbo-${phase}`);
  }
}

const entry = findEntry() ?? makeEntry();
if (entry === undefined) (await import('tsx/esm/api')).register();
await import(entry === undefined ? './main.ts' : pathToFileURL(entry).href);
