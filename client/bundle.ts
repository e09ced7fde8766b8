// The steps of a build: typed operations, the bundle of the web app, themes, and what the server must know of it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { build as bundle } from 'vite';
import { buildApiPage } from './api-page.ts';
import { firstParts } from './app/paths.ts';
import { codegenConfig, generatedFolder } from './codegen.ts';
import { buildDocs } from './docs-site/site.ts';
import { packFiles } from './packed.ts';
import { writePages } from './page-files.ts';
import { themeSheet } from './themes/theme.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = join(here, '../dist/client');

/** Types and hashes of our own operations, checked against the schema. */
export async function writeOperations(): Promise<void> {
  await generate({ ...codegenConfig, silent: true }, true);
}

/** What the server needs to know of the app: its addresses, and the operations it may trust. */
function writeForServer(): void {
  writeFileSync(join(out, 'pages.json'), JSON.stringify(firstParts));
  // Written, not copied, as the last file: its time tells how old the build is.
  const documents = readFileSync(join(generatedFolder, 'persisted-documents.json'), 'utf8');
  writeFileSync(join(out, 'trusted-documents.json'), documents);
}

function writeThemes(): void {
  const sheets = readdirSync(join(out, 'assets')).filter((file) => file.endsWith('.css'));
  const css = sheets.map((file) => readFileSync(join(out, 'assets', file), 'utf8')).join('\n');
  mkdirSync(join(out, 'themes'), { recursive: true });
  for (const file of readdirSync(join(here, 'themes')).filter((name) => name.endsWith('.json'))) {
    const own = JSON.parse(readFileSync(join(here, 'themes', file), 'utf8'));
    const name = `${basename(file, '.json')}.css`;
    writeFileSync(join(out, 'themes', name), themeSheet(css, own));
  }
}

/** Builds everything into dist/client, which is emptied first. */
export async function buildAll(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await writeOperations();
  await bundle({ configFile: join(here, 'vite.config.ts') });
  writePages(out);
  writeThemes();
  buildApiPage(out);
  buildDocs(out);
  packFiles(out);
  writeForServer();
}
