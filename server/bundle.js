// @ts-check
// Makes the bundle that start.js starts, in a process of its own, because the bundler takes more memory than the program.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist/server');

/** A process that runs may still load parts of an older bundle, which carry their hash in their names. */
const KEPT = 30 * 24 * 3600 * 1000;

const builtAt = Date.now();
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) {
  if (builtAt - statSync(join(folder, name)).mtimeMs > KEPT) rmSync(join(folder, name));
}
rmSync(join(root, 'dist/compiled'), { recursive: true, force: true });
const { metafile } = await build({
  ...{ entryPoints: [join(root, 'server/main.ts')], absWorkingDir: root, outdir: folder },
  ...{ bundle: true, splitting: true, metafile: true, logLevel: 'error' },
  ...{ format: 'esm', platform: 'node', target: 'node20' },
  ...{ entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]' },
  // PGlite finds its WebAssembly beside itself; the others are asked for and not there.
  external: ['@electric-sql/pglite', 'pg-native'],
  banner: {
    js: `import{createRequire as requireHere}from'node:module';const require=requireHere(import.meta.url);`,
  },
  plugins: [
    {
      name: 'files-stay-where-they-are',
      setup: (plugin) =>
        plugin.onLoad({ filter: /[\\/](server|schema|seeds)[\\/].*\.ts$/ }, ({ path }) => ({
          contents: readFileSync(path, 'utf8').replaceAll(
            'import.meta.url',
            JSON.stringify(pathToFileURL(path).href),
          ),
          loader: 'ts',
        })),
    },
  ],
});
const [entry = ''] = Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
  entryPoint === 'server/main.ts' ? [file] : [],
);
const own = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules/'));
const sources = [...own, 'package-lock.json', 'server/bundle.js'].map((source) => {
  const { mtimeMs, size } = statSync(join(root, source));
  // Changed while it was read: made anew at the next start.
  return [source, [mtimeMs < builtAt ? mtimeMs : 0, size]];
});
const bundle = { entry, sources: Object.fromEntries(sources) };
const written = join(folder, `bundle-${process.pid}.json`);
writeFileSync(written, JSON.stringify(bundle));
renameSync(written, join(folder, 'bundle.json'));
