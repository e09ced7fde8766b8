// `npm run bench -- profile|import|prices|hostile|screening [--seconds N]`: measures, mostly on a PostgreSQL of its
// own (or DATABASE_URL, an empty database), and prints ratios between measurements of this one run.
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/run-postgres.ts';
import { benchHostile } from './hostile.ts';
import { benchImport } from './import.ts';
import { benchPrices } from './prices.ts';
import { benchProfile } from './profile.ts';
import { benchScreening } from './screening.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '8' }, help: { type: 'boolean', default: false } },
});

const benches: Record<string, { about: string; run: (url: string) => Promise<string[]> }> = {
  profile: {
    about: 'a wijk profile against the raw SQL floor [--seconds N]',
    run: (url) => benchProfile(url, Number(values.seconds)),
  },
  import: { about: 'a national KWB edition against psql \\copy', run: benchImport },
  hostile: { about: 'how fast hostile requests are refused', run: benchHostile },
  prices: { about: 'the time of dear operations beside their price', run: benchPrices },
};

if (positionals[0] === 'screening') {
  console.log(benchScreening().join('\n'));
  process.exit();
}

const bench = benches[positionals[0] ?? ''];
if (values.help || !bench) {
  for (const [name, { about }] of Object.entries(benches)) {
    console.log(`npm run bench -- ${name.padEnd(9)} ${about}`);
  }
  console.log('npm run bench -- screening notes and hostile texts through screening; no database');
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
