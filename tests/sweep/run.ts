// npm run sweep -- --queries 5000 --seed 1
import { parseArgs } from 'node:util';
import { seedWaterrijk } from '../../seeds/waterrijk.ts';
import { askOn } from '../support/ask.ts';
import { openMigrated } from '../support/in-memory.ts';
import { sweep } from './sweep.ts';

const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(
    'Asks random queries over the whole schema as every role and looks for values beyond the policy table.\n' +
      'npm run sweep -- [--queries 5000] [--seed 1]',
  );
} else {
  const database = await openMigrated();
  await seedWaterrijk(database, new Date());
  const options = { seed: Number(values.seed), queries: Number(values.queries) };
  const report = await sweep(database, askOn(database), options, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${options.queries}`);
  });
  const refused = Object.entries(report.refused).map(([code, count]) => `${code} ${count}`);
  console.log(
    `${report.queries} queries, ${report.answered} answered over ${report.fields.size} root fields; refused: ${refused.join(', ')}`,
  );
  for (const leak of report.leaks) console.log(`LEAK ${leak}`);
  console.log(`${report.leaks.length} values beyond the policy table`);
  await database.close();
  process.exitCode = report.leaks.length === 0 ? 0 : 1;
}
