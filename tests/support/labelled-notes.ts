// Notes with marked personal data, and how well screening finds the marks. Two forms of file: JSON lines with
// offsets, and plain lines with the marks in the text: `mw {P:vd Hoeven} belde`.
import { readFileSync } from 'node:fs';
import { type FindingType, findingTypes, screenText } from '../../server/privacy/screening.ts';

/** PRACTICE is an organisation called after a person: a hit there is neither right nor wrong. */
type SpanType = FindingType | 'PRACTICE';

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: SpanType;
}

export interface LabelledNote {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

const marks: Readonly<Record<string, SpanType>> = {
  P: 'PERSON',
  T: 'PHONE',
  E: 'EMAIL',
  B: 'BSN',
  I: 'IBAN',
  A: 'ADDRESS',
  C: 'POSTCODE',
  D: 'DATE_OF_BIRTH',
  K: 'PLATE',
  N: 'CASE_NUMBER',
  R: 'RARE_PERSON',
  X: 'PRACTICE',
};

/** The note behind a line with marks; `\n` in it is a line break. */
export function unmark(line: string, id: string): LabelledNote {
  let text = '';
  const spans: Span[] = [];
  for (const part of line.replaceAll('\\n', '\n').split(/(\{[A-Z]:[^}]*\})/)) {
    const mark = /^\{([A-Z]):([^}]*)\}$/.exec(part);
    const type = marks[mark?.[1] ?? ''];
    if (mark && !type) throw new Error(`${id}: unknown mark ${mark[1]}`);
    const words = mark?.[2] ?? part;
    if (type) spans.push({ start: text.length, end: text.length + words.length, type });
    text += words;
  }
  return { id, text, spans };
}

/** All notes of a file: `.jsonl` with offsets, anything else with marks; lines that open with `#` are none. */
export function readLabelled(path: string): LabelledNote[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    return path.endsWith('.jsonl')
      ? [JSON.parse(line) as LabelledNote]
      : [unmark(line, `line ${at + 1}`)];
  });
}

export interface TypeScore {
  marked: number;
  found: number;
  right: number;
  wrong: number;
}

export interface Score {
  readonly types: Readonly<Record<FindingType, TypeScore>>;
  /** Milliseconds for each note. */
  readonly times: readonly number[];
  /** What went wrong, by id and type; never with the words. */
  readonly misses: readonly string[];
}

/** A mark is found when a finding of its type overlaps it; a finding is right when it meets such a mark. */
export function scoreOf(notes: readonly LabelledNote[]): Score {
  const types = Object.fromEntries(
    findingTypes.map((type) => [type, { marked: 0, found: 0, right: 0, wrong: 0 }]),
  ) as Record<FindingType, TypeScore>;
  const times: number[] = [];
  const misses: string[] = [];
  for (const { id, text, spans } of notes) {
    const before = performance.now();
    const findings = screenText(text);
    times.push(performance.now() - before);
    for (const span of spans) {
      if (span.type === 'PRACTICE') continue;
      types[span.type].marked += 1;
      if (findings.some((finding) => finding.type === span.type && meets(finding, span)))
        types[span.type].found += 1;
      else misses.push(`${id} missed ${span.type}`);
    }
    for (const finding of findings) {
      const met = spans.filter((span) => meets(finding, span));
      if (met.some(({ type }) => type === finding.type)) types[finding.type].right += 1;
      else if (!met.some(({ type }) => type === 'PRACTICE')) {
        types[finding.type].wrong += 1;
        misses.push(`${id} wrongly ${finding.type}`);
      }
    }
  }
  return { types, times, misses };
}

export function meets(
  one: Pick<Span, 'start' | 'end'>,
  other: Pick<Span, 'start' | 'end'>,
): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Shares over all types but the ones left out; NaN when nothing was marked or found. */
export function overall(
  { types }: Pick<Score, 'types'>,
  leftOut?: FindingType,
): { recall: number; precision: number } {
  const total = { marked: 0, found: 0, right: 0, wrong: 0 };
  for (const type of findingTypes) {
    if (type === leftOut) continue;
    for (const key of ['marked', 'found', 'right', 'wrong'] as const)
      total[key] += types[type][key];
  }
  return {
    recall: total.found / total.marked,
    precision: total.right / (total.right + total.wrong),
  };
}
