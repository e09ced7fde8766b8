// `npm run bench -- profile|import|prices|hostile|screening|typeahead|relevance|notes [--seconds N]`: measures, mostly on a PostgreSQL of its
// own (or DATABASE_URL, an empty database), and prints ratios between measurements of this one run.
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/run-postgres.ts';
import { benchHostile } from './hostile.ts';
import { benchImport } from './import.ts';
import { benchNotes } from './note-search.ts';
import { benchPrices } from './prices.ts';
import { benchProfile } from './profile.ts';
import { benchRelevance } from './relevance.ts';
import { benchScreening } from './screening.ts';
import { benchTypeahead } from './search.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '8' },
    notes: { type: 'string', default: '10000' },
    help: { type: 'boolean', default: false },
  },
});

const benches: Record<string, { about: string; run: (url: string) => Promise<string[]> }> = {
  profile: {
    about: 'a wijk profile against the raw SQL floor [--seconds N]',
    run: (url) => benchProfile(url, Number(values.seconds)),
  },
  import: { about: 'a national KWB edition against psql \\copy', run: benchImport },
  relevance: { about: 'nDCG@10 of search against two plain engines', run: benchRelevance },
  notes: {
    about: 'search over note texts under row-level security [--notes N,N]',
    run: (url) => benchNotes(url, values.notes.split(',').map(Number)),
  },
  hostile: { about: 'how fast hostile requests are refused', run: benchHostile },
  prices: { about: 'the time of dear operations beside their price', run: benchPrices },
};

const withoutDatabase: Record<string, { about: string; run: () => string[] }> = {
  screening: { about: 'notes and hostile texts through screening', run: benchScreening },
  typeahead: { about: 'the index of the catalogue and keystrokes in it', run: benchTypeahead },
};
const plain = withoutDatabase[positionals[0] ?? ''];
if (plain) {
  console.log(plain.run().join('\n'));
  process.exit();
}

const bench = benches[positionals[0] ?? ''];
if (values.help || !bench) {
  for (const [name, { about }] of Object.entries({ ...benches, ...withoutDatabase })) {
    console.log(`npm run bench -- ${name.padEnd(9)} ${about}`);
  }
  process.exitCode = values.help ? 0 : 1;
} else {
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, stop: () => {} } : await startPostgres();
  try {
    console.log((await bench.run(server.url)).join('\n'));
  } finally {
    server.stop();
  }
}
