// `npm run faults`: live imports under random faults, and processes killed while they publish. DATABASE_URL takes that
// PostgreSQL database instead of the embedded one (give it an empty one); only there a process is also killed in the midst
// of publishing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../server/db/client.ts';
import { migrateDatabase } from '../../server/db/migrate.ts';
import { killedImport, publishingMoments } from './kill.ts';
import { faultyImport, liveHash } from './sweep.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '240' },
    first: { type: 'string', default: '1' },
    kills: { type: 'string', default: '24' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-faults-'));
const url = process.env.DATABASE_URL;
const problems: string[] = [];
let live: string | null = null;
try {
  await sweep(Number(values.first), Number(values.seeds));
  await kill(Number(values.kills));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

async function sweep(first: number, seeds: number): Promise<void> {
  const database = await openDatabase({ folder: join(folder, 'sweep'), ...(url ? { url } : {}) });
  await migrateDatabase(database.pool);
  const tally = { published: 0, refused: 0, faults: 0 };
  const begun = Date.now();
  for (let seed = first; seed < first + seeds; seed += 1) {
    const result = await faultyImport(database, seed);
    tally[result.outcome] += 1;
    tally.faults += result.faults;
    if (result.problem !== '') problems.push(`seed ${seed}: ${result.problem}`);
  }
  live = await liveHash(database);
  await database.close();
  console.log(
    `${seeds} imports, ${tally.faults} faults: ${tally.published} published as the source has it,` +
      ` ${tally.refused} refused with the last good edition untouched, ${problems.length} wrong` +
      ` (${Math.round((Date.now() - begun) / 1000)} s)`,
  );
}

async function kill(times: number): Promise<void> {
  const settings = url ? { DATABASE_URL: url } : { WIJKBEELD_DATA: join(folder, 'sweep') };
  const whole = await killedImport({ settings, before: live, shift: 100_001, delayMs: undefined });
  live = whole.live;
  if (whole.problem !== '') problems.push(whole.problem);
  const tally = { old: 0, new: 0 };
  for (let at = 0; at < times; at += 1) {
    // Over the time in which it is staged and published.
    const delayMs = Math.round((whole.storedMs * (at + 0.5)) / times);
    const result = await killedImport({ settings, before: live, shift: 100_002 + at, delayMs });
    live = result.live;
    tally[result.outcome] += 1;
    if (result.problem !== '') problems.push(`killed after ${delayMs} ms: ${result.problem}`);
  }
  if (url) {
    for (const [at, moment] of publishingMoments.entries()) {
      const shift = 200_001 + at;
      const killing = {
        settings,
        before: live,
        shift,
        delayMs: undefined,
        whilePublishing: moment,
      };
      const { problem, outcome } = await killedImport(killing);
      tally[outcome] += 1;
      if (problem !== '') problems.push(`killed while publishing writes ${moment}: ${problem}`);
    }
  }
  console.log(
    `${tally.old + tally.new} imports killed: ${tally.old} left the old edition live, ${tally.new} the new one`,
  );
}
