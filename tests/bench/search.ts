// Search in the browser and in the search thread: how long the index of the catalogue takes to build, how large it is, and
// how long one keystroke takes. Real places of CBS when ../shared/data is there, generated ones otherwise.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';
import type { PlaceLevel } from '../../server/codes/figures.ts';
import { aliases } from '../../server/places/aliases.ts';
import { gemeenteOf } from '../../server/places/codes.ts';
import { loadEntries, openEntries } from '../../server/search/build.ts';
import { indicatorEntry, themeEntries } from '../../server/search/catalogue.ts';
import type { Entry } from '../../server/search/entries.ts';
import { findIn } from '../../server/search/find.ts';
import { placeEntries } from '../../server/search/place-entries.ts';
import { seeded } from './generate.ts';

const file = fileURLToPath(
  new URL(
    '../../../shared/data/cbs/85984NED/Kerncijfers_wijken_en_buurten_2024.csv.gz',
    import.meta.url,
  ),
);

const levels: Readonly<Record<string, PlaceLevel>> = {
  NL: 'COUNTRY',
  GM: 'GEMEENTE',
  WK: 'WIJK',
  BU: 'BUURT',
};

/** Code and name of each place of the country. */
function placesOfCountry(): readonly (readonly [code: string, name: string])[] {
  if (!existsSync(file)) return generatedPlaces();
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split(/\r?\n/);
  return lines.flatMap((line) => {
    const cells = line.split(';').map((cell) => cell.replaceAll('"', '').trim());
    const at = cells.findIndex((cell) => /^(NL|GM|WK|BU)[0-9A-Z]+$/.test(cell));
    const name = cells[at === 0 ? 1 : 0];
    return at >= 0 && name ? [[cells[at] ?? '', name] as const] : [];
  });
}

const syllables =
  'haven molen weide oost west dijk zand veen rijk duin laan park berg water hof'.split(' ');

function generatedPlaces() {
  const word = (...seeds: number[]) =>
    [0, 1, 2].map((n) => syllables[Math.floor(seeded(...seeds, n) * syllables.length)]).join('');
  return Array.from({ length: 18_000 }, (_, n) => {
    const gemeente = String(1000 + (n % 342));
    const level = n < 342 ? 'GM' : n < 3342 ? 'WK' : 'BU';
    const rest = n < 342 ? '' : String(Math.floor(n / 342)).padStart(level === 'WK' ? 2 : 4, '0');
    return [`${level}${gemeente}${rest}`, word(n)] as const;
  });
}

/** The catalogue of the whole country: its places, the themes, and as many indicators as given. */
export function countryEntries(indicators: readonly string[] = []): Entry[] {
  const spans = placesOfCountry()
    .map(([code, name]) => {
      const level = levels[code.slice(0, 2)] ?? 'BUURT';
      return { code, name, level, first: 2024, last: 2024, gemeente: gemeenteOf(code) };
    })
    .sort((one, other) => (one.code < other.code ? -1 : 1));
  return [
    ...placeEntries({ spans, links: [], aliases }),
    ...themeEntries(),
    ...indicators.map((title, n) =>
      indicatorEntry({ key: `k-${n}`, title, definition: '', theme: null, unit: '%' }),
    ),
  ];
}

const subjects =
  'eenzaam overgewicht bijstand jeugdzorg inkomen huurwoningen rokers mantelzorgers inbraken'.split(
    ' ',
  );

/** Milliseconds of processor time of this process: other work on the machine does not count. */
const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What people do: each name letter by letter, from the second on. */
function keystrokes(entries: readonly Entry[], names: number): string[] {
  return Array.from({ length: names }, (_, n) => {
    const title = entries[Math.floor(seeded(n, 3) * entries.length)]?.title ?? '';
    const typed = title.replace(/^Wijk \d+ /, '').slice(0, 14);
    return Array.from({ length: Math.max(0, typed.length - 1) }, (_, at) => typed.slice(0, at + 2));
  }).flat();
}

const kB = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`;

/** Lines of the report; needs no database. */
export function benchTypeahead(): string[] {
  const titles = Array.from({ length: 110 }, (_, n) => `${subjects[n % subjects.length]} ${n}`);
  const entries = countryEntries(titles);
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed;
  const began = processorMs();
  const opened = openEntries(entries);
  const built = processorMs() - began;
  globalThis.gc?.();
  const memory = process.memoryUsage().heapUsed - heap;
  const packed = Buffer.from(JSON.stringify({ entries, index: opened.index }));
  const parsed = JSON.parse(packed.toString()) as { entries: Entry[]; index: object };
  const loadBegan = processorMs();
  const loaded = loadEntries(parsed.entries, parsed.index);
  const loadTime = processorMs() - loadBegan;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const typed = keystrokes(entries, 150);
  for (const text of typed.slice(0, 100)) findIn(loaded, text, { most: 10 });
  const times = typed.map((text) => {
    const start = processorMs();
    findIn(loaded, text, { most: 10 });
    return { text, time: processorMs() - start };
  });
  const report = (name: string, some: readonly { time: number }[]) => {
    const sorted = some.map(({ time }) => time).sort((one, other) => one - other);
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
    return `${name.padEnd(28)} ${String(sorted.length).padStart(5)} keystrokes  p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms`;
  };
  return [
    `${entries.length.toLocaleString('en')} entries (${existsSync(file) ? 'places of CBS 2024' : 'generated places'}); milliseconds of processor time`,
    `index built in ${built.toFixed(0)} ms, ${globalThis.gc ? `${(memory / 1e6).toFixed(0)} MB of memory` : 'memory: run with --expose-gc'}; loaded from JSON in ${loadTime.toFixed(0)} ms`,
    `sent as ${kB(packed.length)}, gzip ${kB(gzipSync(packed).length)}, brotli ${kB(brotliCompressSync(packed, { params }).length)}`,
    report('all', times),
    report(
      'two characters',
      times.filter(({ text }) => text.length === 2),
    ),
    report(
      'five and more',
      times.filter(({ text }) => text.length >= 5),
    ),
  ];
}
