// The page of each first part of an address, naming the files of that page in its head: a browser then asks for all of
// them at once, and for what the app asks first, instead of finding them one after the other.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PathName, pageModules, paths } from './app/paths.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** Files that a module needs before it runs; modules may import each other. */
function filesOf(manifest: Manifest, module: string): Set<string> {
  const seen = new Set<string>();
  const open = [module];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk) throw new Error(`${name} of client/app/paths.ts was not built.`);
    open.push(...(chunk.imports ?? []));
  }
  return new Set(
    [...seen].flatMap((name) => [manifest[name]?.file ?? [], manifest[name]?.css ?? []].flat()),
  );
}

/** Writes `pages/<part>.html` into the built folder; the start page is that of an empty part: `pages/start.html`. */
export function writePages(out: string): void {
  const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8')) as Manifest;
  const page = readFileSync(join(out, 'index.html'), 'utf8');
  mkdirSync(join(out, 'pages'), { recursive: true });
  const written = new Set<string>();
  for (const [name, path] of Object.entries(paths) as [PathName, string][]) {
    const part = path.split('/')[1] || 'start';
    if (written.has(part)) continue;
    written.add(part);
    const links = [...filesOf(manifest, pageModules[name])]
      .filter((file) => !page.includes(file))
      .map((file) =>
        file.endsWith('.css')
          ? `<link rel="preload" as="style" crossorigin href="/${file}">`
          : `<link rel="modulepreload" crossorigin href="/${file}">`,
      );
    const settings = '<link rel="preload" as="fetch" crossorigin href="/app-settings.json">';
    writeFileSync(
      join(out, 'pages', `${part}.html`),
      page.replace('</head>', `${[settings, ...links].join('\n')}\n</head>`),
    );
  }
}
