// `npm run bench -- profile|import [--seconds N]`: measures on a PostgreSQL of its own (or DATABASE_URL, an
// empty database) and prints ratios between measurements of this one run.
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/run-postgres.ts';
import { benchImport } from './import.ts';
import { benchProfile } from './profile.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '8' }, help: { type: 'boolean', default: false } },
});

const [what] = positionals;
if (values.help || (what !== 'profile' && what !== 'import')) {
  console.log('npm run bench -- profile [--seconds N]   a wijk profile against the raw SQL floor');
  console.log(
    'npm run bench -- import                  a national KWB edition against psql \\copy',
  );
  process.exitCode = values.help ? 0 : 1;
} else {
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, stop: () => {} } : await startPostgres();
  try {
    const lines =
      what === 'profile'
        ? await benchProfile(server.url, Number(values.seconds))
        : await benchImport(server.url);
    console.log(lines.join('\n'));
  } finally {
    server.stop();
  }
}
