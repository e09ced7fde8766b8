// Measures screening on notes with marked personal data: `npx tsx tests/screening-report.ts [file]`.
// A span counts as found when a finding of the same type overlaps it; findings on PRACTICE spans count
// neither way. Prints figures and, with --misses, ids and types; note text never leaves the file.
import { existsSync, readFileSync } from 'node:fs';
import { findingTypes, screenText } from '../server/privacy/screening.ts';

interface LabelledNote {
  id: string;
  text: string;
  spans: { start: number; end: number; type: string }[];
}
interface Span {
  start: number;
  end: number;
  type: string;
}

const [path = new URL('../../shared/data/pii-dev.jsonl', import.meta.url).pathname] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'));
const showsMisses = process.argv.includes('--misses');

if (!existsSync(path)) {
  console.error(`No file with labelled notes at ${path}.`);
  process.exit(1);
}

const notes = readFileSync(path, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as LabelledNote);

const marked = new Map<string, number>();
const found = new Map<string, number>();
const wrong = new Map<string, number>();
const right = new Map<string, number>();
const misses: string[] = [];
const times: number[] = [];

for (const note of notes) {
  const before = performance.now();
  const findings = screenText(note.text);
  times.push(performance.now() - before);
  for (const span of note.spans.filter(({ type }) => type !== 'PRACTICE')) {
    count(marked, span.type);
    if (findings.some((finding) => meets(finding, span) && finding.type === span.type))
      count(found, span.type);
    else misses.push(`${note.id} missed ${span.type}`);
  }
  for (const finding of findings) {
    const met = note.spans.filter((span) => meets(finding, span));
    if (met.some(({ type }) => type === finding.type)) count(right, finding.type);
    else if (!met.some(({ type }) => type === 'PRACTICE')) {
      count(wrong, finding.type);
      misses.push(`${note.id} wrongly ${finding.type}`);
    }
  }
}

function count(counts: Map<string, number>, type: string): void {
  counts.set(type, (counts.get(type) ?? 0) + 1);
}

function meets(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '   -  ' : (part / whole).toFixed(3).padStart(6);
}

function total(counts: Map<string, number>, except = ''): number {
  return [...counts].reduce((sum, [type, number]) => (type === except ? sum : sum + number), 0);
}

console.log(`${notes.length} notes, ${total(marked)} marked spans`);
console.log('type            marked  found  recall  wrong  precision');
for (const type of findingTypes) {
  const [all, hit, good, bad] = [marked, found, right, wrong].map(
    (counts) => counts.get(type) ?? 0,
  ) as [number, number, number, number];
  console.log(
    `${type.padEnd(15)} ${String(all).padStart(6)} ${String(hit).padStart(6)}  ${share(hit, all)} ${String(bad).padStart(6)}  ${share(good, good + bad)}`,
  );
}
console.log(
  `overall         recall ${share(total(found), total(marked))}, precision ${share(total(right), total(right) + total(wrong))}`,
);
console.log(
  `without RARE_PERSON recall ${share(total(found, 'RARE_PERSON'), total(marked, 'RARE_PERSON'))}`,
);
times.sort((one, other) => one - other);
const p95 = times[Math.max(0, Math.ceil(times.length * 0.95) - 1)] ?? 0;
console.log(
  `time            p95 ${p95.toFixed(2)} ms, slowest ${(times.at(-1) ?? 0).toFixed(2)} ms`,
);
if (showsMisses) for (const miss of misses) console.log(miss);
