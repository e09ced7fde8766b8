// `npm run size`: what a phone has to load, gzipped, against the budgets, and when the first heading is there on a slow
// line with a slow processor (headings.ts). Fails when one is over.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { latestHeading, measureHeadings } from './headings.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const built = fileURLToPath(new URL('../../dist/client', import.meta.url));
const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;
const zipped = (file: string) => gzipSync(readFileSync(join(built, file)), { level: 9 }).length;
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;

/** Files that chunks need before they run; with `isLater` also those they load by themselves, other pages apart. */
function filesOf(names: readonly string[], isLater = false): Set<string> {
  const seen = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const { imports = [], dynamicImports = [] } = manifest[name] ?? {};
    const later = dynamicImports.filter((one) => !one.endsWith('-page.tsx'));
    open.push(...imports, ...(isLater ? later : []));
  }
  return new Set([...seen].flatMap((name) => manifest[name]?.file ?? []));
}

const total = (files: Iterable<string>) =>
  [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + zipped(file), 0);

const budgets: { what: string; bytes: number; most?: number }[] = [];
const logPage = 'log/log-page.tsx';
const log = filesOf(['index.html', logPage]);
budgets.push({ what: 'log route, JS before it can be used', bytes: total(log), most: 30 * 1024 });
const later = [...filesOf(['index.html', logPage], true)].filter((file) => !log.has(file));
const isList = (file: string) => file.includes('screening-');
const lists = later.filter(isList);
budgets.push({
  what: 'lists of screening, loaded once where somebody types a note',
  bytes: total(lists),
});
budgets.push({
  what: 'log route, folded and later parts',
  bytes: total(later.filter((file) => !isList(file))),
});
const frameLater = filesOf(['index.html'], true);
budgets.push({
  what: 'every page, parts of the frame that come later or when asked for (search)',
  bytes: total([...frameLater].filter((file) => !log.has(file))),
});
const css = ['assets', 'themes'].flatMap((folder) =>
  readdirSync(join(built, folder))
    .filter((file) => file.endsWith('.css'))
    .map((file) => zipped(join(folder, file))),
);
budgets.push({
  what: 'CSS of all pages with theme',
  bytes: css.reduce((sum, bytes) => sum + bytes, 0),
  most: 30 * 1024,
});
for (const name of Object.keys(manifest)) {
  if (!name.endsWith('-page.tsx') || name.startsWith('log/')) continue;
  const more = [...filesOf(['index.html', name], true)].filter(
    (file) => !log.has(file) && !frameLater.has(file) && !isList(file),
  );
  budgets.push({
    what: `${name}, JS on top of the log route`,
    bytes: total(more),
    most: 80 * 1024,
  });
}
for (const { what, bytes, most } of budgets) {
  const isOver = most !== undefined && bytes > most;
  if (isOver) process.exitCode = 1;
  const limit = most === undefined ? '' : ` of ${kilobytes(most)}${isOver ? ' OVER' : ''}`;
  console.log(`${kilobytes(bytes).padStart(9)}${limit}  ${what}`);
}

for (const { what, heading, content } of await measureHeadings()) {
  const isLate = heading > latestHeading;
  if (isLate) process.exitCode = 1;
  const limit = ` of ${latestHeading} ms${isLate ? ' OVER' : ''}`;
  console.log(
    `${String(heading).padStart(6)} ms${limit}  ${what}: first heading; ${content} ms until all of it is there`,
  );
}
