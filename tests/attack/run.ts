// npm run attack -- --attempts 10000 --seed 1
// Plays the attacker on random towns until so many attempts were made, and says what was recovered and what hiding costs.
import { Command } from 'commander';
import { openMigrated } from '../support/in-memory.ts';
import { attackOpenly, attackTown, newTally } from './campaign.ts';

const { attempts, seed } = new Command('attack')
  .option('--attempts <number>', 'attempts to make at least', Number, 10_000)
  .option('--seed <number>', 'seed of the first town', Number, 1)
  .parse()
  .opts<{ attempts: number; seed: number }>();

const database = await openMigrated();
const tally = newTally();
let towns = 0;
for (; tally.attempts < attempts; towns += 1) {
  await attackTown(database, seed + towns, tally);
  process.stderr.write(`\r${tally.attempts} attempts on ${towns + 1} towns`);
}
process.stderr.write('\n');
const { byReviewer, byTotal } = await attackOpenly(database, seed);
await database.close();

const share = (part: number, all: number) => `${((100 * part) / Math.max(1, all)).toFixed(1)}%`;
const lines = [
  `attempts                      ${tally.attempts} on ${towns} towns`,
  `protected cells recovered     ${tally.recovered.length}`,
  `answers that tell variants    ${tally.telling.length} of ${tally.compared} compared`,
  `days found                    ${tally.days.length}`,
  `settled by own notes and S3   ${tally.ownKnowledge} (left out of the attempts)`,
  `signals with notes hidden     ${tally.hiddenCells} of ${tally.cells} (${share(tally.hiddenCells, tally.cells)})`,
  `notes in them                 ${tally.hiddenNotes} of ${tally.notes} (${share(tally.hiddenNotes, tally.notes)})`,
  `care counts hidden            ${tally.hiddenCare} of ${tally.careCells} (${share(tally.hiddenCare, tally.careCells)}), ${tally.secretCare} for their own sake`,
  `self-test: by a reviewer      ${byReviewer.recovered.length} of ${byReviewer.attempts} recovered`,
  `self-test: from totals        ${byTotal.recovered.length} of ${byTotal.attempts} recovered`,
];
console.log(lines.join('\n'));
for (const found of [...tally.recovered, ...tally.telling, ...tally.days].slice(0, 40)) {
  console.log(`  ${found}`);
}
const isBlind = byReviewer.recovered.length === 0 || byTotal.recovered.length === 0;
const isBroken = tally.recovered.length + tally.telling.length + tally.days.length > 0;
process.exitCode = isBlind || isBroken ? 1 : 0;
