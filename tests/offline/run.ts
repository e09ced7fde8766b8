// `npm run offline -- --schedules 10000 [--from 1]`: plays random schedules of faults on the outbox, prints what was
// lost, doubled or sent as someone else, and fails when anything was.
import { parseArgs } from 'node:util';
import { play } from './schedules.ts';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
  },
});
const [count, from] = [Number(values.schedules), Number(values.from)];
const totals = { logged: 0, requests: 0, crashes: 0, lost: 0, doubled: 0, wrong: 0 };
const started = performance.now();
for (let seed = from; seed < from + count; seed += 1) {
  const { logged, requests, crashes, lost, doubled, wrong } = await play(seed);
  totals.logged += logged;
  totals.requests += requests;
  totals.crashes += crashes;
  totals.lost += lost.length;
  totals.doubled += doubled.length;
  totals.wrong += wrong.length;
  for (const line of [...lost, ...doubled, ...wrong]) console.error(`schedule ${seed}: ${line}`);
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${count} schedules, ${totals.logged} notes, ${totals.requests} requests, ${totals.crashes} crashes in ${seconds.toFixed(1)} s: ` +
    `${totals.lost} lost, ${totals.doubled} doubled, ${totals.wrong} otherwise wrong`,
);
if (totals.lost + totals.doubled + totals.wrong > 0) process.exitCode = 1;
