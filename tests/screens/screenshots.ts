// `npm run screenshots`: a picture of every page of the web app at four widths, for people to look at, in
// dist/screenshots. Words given are names of pages, or the beginning of one. SCREENS_URL: a demo server that runs.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walkScreens } from './walk.ts';

const out = fileURLToPath(new URL('../../dist/screenshots', import.meta.url));
mkdirSync(out, { recursive: true });
await walkScreens([320, 390, 768, 1440], async (page, name, width) => {
  await page.screenshot({ path: join(out, `${name}-${width}.png`), fullPage: true });
  return [];
});
console.log('The pictures are in dist/screenshots.');
