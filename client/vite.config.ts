// How the web app is bundled: into dist/client, beside GraphiQL and the schema, with nothing from elsewhere.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { fileGroups } from './file-groups.ts';
import { ownDocuments } from './own-documents.ts';
import { workerFiles } from './worker-files.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: here('public'),
  cacheDir: here('../dist/vite'),
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [ownDocuments(), workerFiles()],
  build: {
    rolldownOptions: {
      input: { index: here('index.html'), 'service-worker': here('service-worker.ts') },
      output: {
        // The worker keeps its address: a browser asks for it by name to find a newer version.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
        // Many small files are packed worse than a few: what every page needs is one file.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: fileGroups,
        },
      },
    },
    outDir: here('../dist/client'),
    emptyOutDir: false,
    target: 'es2022',
    manifest: true,
    // The policy of our pages allows no data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
