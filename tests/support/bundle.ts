// The program in one file, for tests that start it many times: loading it from its sources costs two seconds of a core
// each time. One test starts it from its sources, as users do. Writes main.js into the folder that is named.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

await build({
  ...{ configFile: false, root, logLevel: 'error' },
  plugins: [
    {
      name: 'files-stay-where-they-are',
      transform: (code, id) =>
        id.startsWith(root) && !id.includes('node_modules')
          ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
          : null,
    },
  ],
  // It finds its WebAssembly beside itself.
  ssr: { noExternal: true, external: ['@electric-sql/pglite'] },
  build: {
    ...{ ssr: 'server/main.ts', target: 'node20', minify: false, emptyOutDir: false },
    outDir: process.argv[2],
  },
});
