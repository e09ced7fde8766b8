// Measures screening on notes with marked personal data: `npm run screen:report [-- FILE…] [--misses]`. Without a
// file: the labelled notes beside the project when they are there, our own cases, and notes made from templates.
// A mark counts as found when a finding of the same type overlaps it; findings on PRACTICE marks count neither
// way. Prints figures and, with --misses, ids and types; the words of a note stay in its file.
import { existsSync } from 'node:fs';
import { findingTypes, screenText } from '../server/privacy/screening.ts';
import { type LabelledNote, overall, readLabelled, scoreOf } from './support/labelled-notes.ts';
import { makeNotes } from './support/screening-templates.ts';

const own = (name: string) => new URL(`./fixtures/${name}`, import.meta.url).pathname;
const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const missing = given.filter((path) => !existsSync(path));
for (const path of missing) console.error(`No file with labelled notes at ${path}.`);
if (missing.length > 0) process.exit(1);

const dev = new URL('../../shared/data/pii-dev.jsonl', import.meta.url).pathname;
const sets: (readonly [string, LabelledNote[]])[] =
  given.length > 0
    ? given.map((path) => [path, readLabelled(path)] as const)
    : [
        ...(existsSync(dev) ? [['beside the project, tuned on', readLabelled(dev)] as const] : []),
        ['own cases, tuned on', readLabelled(own('screening-cases.jsonl'))],
        ['as typed, tuned on', readLabelled(own('screening-typed.txt'))],
        ['first look, then tuned on', readLabelled(own('screening-first-look.txt'))],
        ['second look, then tuned on', readLabelled(own('screening-second-look.txt'))],
        ['third look, then tuned on', readLabelled(own('screening-third-look.txt'))],
        ['fourth look, then tuned on', readLabelled(own('screening-fourth-look.txt'))],
        ['fifth look 0.986, one rule learned', readLabelled(own('screening-fifth-look.txt'))],
        ['sixth look, its misses', readLabelled(own('screening-sixth-look.txt'))],
        ['seventh look, its misses', readLabelled(own('screening-seventh-look.txt'))],
        ['eighth look, its misses', readLabelled(own('screening-eighth-look.txt'))],
        [
          'ninth look, its misses and what was written for them',
          readLabelled(own('screening-ninth-look.txt')),
        ],
        ['made from templates, tuned on', makeNotes(4000, 11, false)],
        ['made from templates, first look 0.923, then read once', makeNotes(4000, 11, true)],
      ];

const share = (part: number) => (Number.isNaN(part) ? '-' : part.toFixed(3)).padStart(7);

// Engines compile rules when they are first used; the first set should not pay for the others.
for (const { text } of makeNotes(200, 1, false)) screenText(text);

for (const [name, notes] of sets) {
  const score = scoreOf(notes);
  const empty = notes.filter(({ spans }) => spans.length === 0).length;
  console.log(`\n${name}: ${notes.length} notes, ${empty} of them with nothing to find`);
  console.log('type            marked  recall   wrong  precision');
  for (const type of findingTypes) {
    const { marked, found, right, wrong } = score.types[type];
    if (marked + wrong === 0) continue;
    console.log(
      `${type.padEnd(14)} ${String(marked).padStart(7)} ${share(found / marked)} ${String(wrong).padStart(7)}    ${share(right / (right + wrong))}`,
    );
  }
  const all = overall(score);
  const apart = overall(score, 'RARE_PERSON');
  const times = [...score.times].sort((one, other) => one - other);
  const p95 = times[Math.max(0, Math.ceil(times.length * 0.95) - 1)] ?? 0;
  console.log(`all: recall ${share(all.recall)}, precision ${share(all.precision)}`);
  console.log(
    `without RARE_PERSON: recall ${share(apart.recall)}, precision ${share(apart.precision)}`,
  );
  console.log(`time: p95 ${p95.toFixed(2)} ms, slowest ${(times.at(-1) ?? 0).toFixed(2)} ms`);
  if (process.argv.includes('--misses')) for (const miss of score.misses) console.log(miss);
}
