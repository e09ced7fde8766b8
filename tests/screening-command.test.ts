// `wijkbeeld screen` as a user runs it: in its own process, without database or settings.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { screenText } from '../server/privacy/screening.ts';
import { run } from './support/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'wijkbeeld-screen-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** A folder for data that does not exist, and a mode that every other command refuses. */
const settings = { WIJKBEELD_DATA: join(folder, 'nothing-here'), WIJKBEELD_MODE: 'no-such-mode' };
const screen = (words: readonly string[], input?: string) =>
  run(['screen', ...words], settings, input === undefined ? {} : { input });

const texts = [
  { id: 'a', text: 'Mevrouw Aksoy belt op 06 12345678.' },
  { id: 7, text: 'In de Dorpsstraat is het druk.', spans: [] },
  { id: 'c', text: '😀 zus Leila,\u2028 2512 AB' },
];
const lines = texts.map((line) => JSON.stringify(line));

test('answers one line per text, in order, from a file or from standard input', async () => {
  const path = join(folder, 'texts.jsonl');
  writeFileSync(path, `\uFEFF${lines[0]}\r\n\r\n${lines[1]}\n${lines[2]}`);
  const [fromFile, fromInput] = await Promise.all([
    screen([path, '--json']),
    screen(['-', '--json'], `${lines.join('\n')}\n`),
  ]);
  expect([fromFile.code, fromInput.code]).toEqual([0, 0]);
  expect(fromFile.answer).toBe(fromInput.answer);
  const expected = texts.map(({ id, text }) => ({
    id,
    findings: screenText(text).map(({ type, start, end, hard }) => ({ type, start, end, hard })),
  }));
  expect(expected.map(({ findings }) => findings.length)).toEqual([2, 0, 2]);
  expect(fromInput.answer).toBe(expected.map((line) => `${JSON.stringify(line)}\n`).join(''));
});

test('without --json counts per type, and prints no text', async () => {
  const { code, text } = await screen(['-'], lines.join('\n'));
  expect(code).toBe(0);
  expect(text).toMatch(/3 texts: 2 with findings, of which 2 would be refused/);
  expect(text).toMatch(/PERSON +2 +0\n {2}PHONE +1 +1\n/);
  expect(text).not.toMatch(/Aksoy|Leila|Dorpsstraat|12345678/);
});

test('a bad line stops with its number on standard error and without its words', async () => {
  for (const bad of ['{"id": "b", "text": "kwibus', '{"id": "b"}', '["kwibus"]', 'kwibus']) {
    const { code, text, answer } = await screen(
      ['-', '--json'],
      `${lines[0]}\n\n${bad}\n${lines[1]}`,
    );
    expect(code).toBe(1);
    expect(text).toMatch(/^Line 3 is not a text/m);
    expect(text).not.toContain('kwibus');
    expect(answer.trimEnd().split('\n')).toHaveLength(1);
  }
});

test('says what is wrong with a file, and explains itself', async () => {
  const [missing, help] = await Promise.all([
    screen(['missing.jsonl', '--json']),
    screen(['--help']),
  ]);
  expect(missing).toMatchObject({ code: 1, answer: '' });
  expect(missing.text).toMatch(/missing\.jsonl: there is no such file/);
  expect(help.code).toBe(0);
  expect(help.text).toMatch(/--json/);
});
