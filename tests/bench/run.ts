// `npm run bench`: all benchmarks, written to docs/performance.md. `npm run bench -- profile|import|national|…` one of
// them, printed only; with --write its part of the file too. Mostly on a PostgreSQL of its own (or DATABASE_URL, an empty database); only ratios between
// measurements of one run mean anything.
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/run-postgres.ts';
import { benchAnswers } from './answers.ts';
import { benchHostile } from './hostile.ts';
import { benchImport, isNationalFileThere } from './import.ts';
import { benchNational } from './national.ts';
import { benchNotes } from './note-search.ts';
import { benchPrices } from './prices.ts';
import { benchProfile } from './profile.ts';
import { benchRelevance } from './relevance.ts';
import { loadNow, writeReport } from './report.ts';
import { benchScreening } from './screening.ts';
import { benchTypeahead } from './search.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '8' },
    scale: { type: 'string', default: '1' },
    notes: { type: 'string', default: '10000' },
    national: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const scale = Number(values.scale);

interface Bench {
  readonly about: string;
  readonly run: (url: string) => Promise<string[]> | string[];
  readonly needsNoDatabase?: true;
  /** Storing is what it measures: the server keeps its default settings. */
  readonly isDurable?: true;
  /** Why it cannot be run here. */
  readonly hindrance?: () => string | null;
}

const benches: Record<string, Bench> = {
  profile: {
    about: 'a wijk profile against the raw SQL floor and PostGraphile [--seconds N]',
    run: (url) => benchProfile(url, seconds),
  },
  answers: {
    about: 'answers to the public kept for half a second, and not [--seconds N]',
    run: (url) => benchAnswers(url, seconds),
  },
  national: {
    about:
      'the country: profile, map, cost of row-level security [--scale 0.05] [--seconds N]; also --national',
    run: (url) => benchNational(url, scale, seconds),
  },
  import: {
    about: 'a national KWB edition against psql \\copy',
    run: benchImport,
    isDurable: true,
    hindrance: () =>
      isNationalFileThere() ? null : 'The whole-country KWB file is not beside the project.',
  },
  typeahead: {
    about: 'the index of the catalogue and keystrokes in it',
    run: benchTypeahead,
    needsNoDatabase: true,
  },
  relevance: { about: 'nDCG@10 of search against two plain engines', run: benchRelevance },
  notes: {
    about: 'search over note texts under row-level security [--notes N,N]',
    run: (url) => benchNotes(url, values.notes.split(',').map(Number)),
  },
  hostile: { about: 'how fast hostile requests are refused', run: benchHostile },
  prices: { about: 'the time of dear operations beside their price', run: benchPrices },
  screening: {
    about: 'notes and hostile texts through screening',
    run: benchScreening,
    needsNoDatabase: true,
  },
};

async function measureOne({ run, needsNoDatabase, isDurable }: Bench): Promise<string[]> {
  if (needsNoDatabase) return run('');
  const given = process.env.DATABASE_URL;
  const server = given
    ? { url: given, stop: () => {} }
    : await startPostgres({ isDurable: isDurable === true });
  try {
    return await run(server.url);
  } finally {
    server.stop();
  }
}

/** Measures the named benchmarks one after another, prints each, and writes them when asked. */
async function measureThem(names: readonly string[], isWritten: boolean): Promise<void> {
  for (const name of names) {
    const bench = benches[name];
    if (!bench) continue;
    const command = ['npm run bench --', name, ...settingsOf(bench)].join(' ');
    const load = loadNow();
    const hindrance = bench.hindrance?.() ?? null;
    const lines = hindrance ? [`Left out: ${hindrance}`] : await measureOne(bench);
    console.log(`${command}\n${lines.join('\n')}\n`);
    // After each, so that a run that is broken off has not measured for nothing.
    const about = bench.about.replace(/ \[.*/, '');
    if (isWritten) writeReport([{ name, command, about, load, lines }], Object.keys(benches));
  }
}

/** What was chosen of the settings that the benchmark knows. */
const settingsOf = ({ about }: Bench) =>
  (['scale', 'seconds', 'notes'] as const).flatMap((setting) =>
    about.includes(`--${setting}`) ? [`--${setting} ${values[setting]}`] : [],
  );

const name = values.national ? 'national' : positionals[0];
if (values.help || (name !== undefined && !benches[name])) {
  console.log('npm run bench                all of these, written to docs/performance.md');
  for (const [word, { about }] of Object.entries(benches)) {
    console.log(`npm run bench -- ${word.padEnd(11)} ${about}`);
  }
  console.log('                 --write     writes that part of docs/performance.md');
  process.exitCode = values.help ? 0 : 1;
} else if (name) {
  await measureThem([name], values.write);
} else {
  await measureThem(Object.keys(benches), true);
}
