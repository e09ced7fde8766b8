// Builds dist/client: typed operations, the web app, the themes, GraphiQL and the schema, all from our own origin.
// `--if-needed` does nothing when the build is newer than what it is made of (npm start); `--operations` writes the
// typed operations only.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = [
  'client',
  'docs',
  'server/limits/table.ts',
  'schema/schema.graphql',
  'package-lock.json',
  'server/codes',
  'server/figures/periods.ts',
  'server/follow-ups/stages.ts',
  'server/access/givable.ts',
  'server/access/own-key-days.ts',
  'server/privacy',
  'server/search',
  'server/places/rd.ts',
];

/** When the newest file below a path was changed, in milliseconds; 0 when there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const below = readdirSync(path).filter((name) => name !== 'generated');
  return Math.max(0, ...below.map((name) => newest(join(path, name))));
}

function isFresh(): boolean {
  const built = newest(join(root, 'dist/client/trusted-documents.json'));
  return built > Math.max(...sources.map((source) => newest(join(root, source))));
}

if (!(process.argv.includes('--if-needed') && isFresh())) {
  // Whoever calls, a test too: the pages are those that people get.
  process.env.NODE_ENV = 'production';
  // Loaded only now: the bundler takes a second to load, and most starts need nothing of it.
  const { buildAll, writeOperations } = await import('./bundle.ts');
  await (process.argv.includes('--operations') ? writeOperations() : buildAll());
}
