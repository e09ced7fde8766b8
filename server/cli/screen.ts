// `wijkbeeld screen`: looks for personal data in texts from a file or from standard input, line by line. Needs no
// database; texts are neither kept nor printed.
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, CommanderError } from 'commander';
import * as z from 'zod';
import { linesOf } from '../monitors/files.ts';
import { type Finding, findingTypes, screenText } from '../privacy/screening.ts';
import { count } from './import-report.ts';
import type { CliIo } from './io.ts';

const textLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });
type TextLine = z.infer<typeof textLine>;

/** Adds `screen` to the commands. */
export function registerScreen(program: Command, io: CliIo): void {
  program
    .command('screen')
    .description(
      'look for personal data in texts: NDJSON, one {"id", "text"} per line; - reads standard input. Nothing is ' +
        'kept, no text is printed, no database is needed. Exit code 0 whatever was found, 1 for a file or line ' +
        'that cannot be read',
    )
    .argument('<file>')
    .option(
      '--json',
      'one line per text: {"id", "findings": [{"type", "start", "end", "hard"}]}, offsets in UTF-16 units',
    )
    .action((file: string, options: { json?: true }) =>
      options.json ? printFindings(file, io) : printSummary(file, io),
    );
}

async function printFindings(file: string, io: CliIo): Promise<void> {
  for await (const { id, text } of readTexts(file, io)) {
    const findings = screenText(text).map(({ type, start, end, hard }) => ({
      ...{ type, start, end, hard },
    }));
    io.out(JSON.stringify({ id, findings }));
  }
}

async function printSummary(file: string, io: CliIo): Promise<void> {
  const found: Finding[] = [];
  const seen = { texts: 0, withFindings: 0, blocked: 0 };
  for await (const { text } of readTexts(file, io)) {
    const findings = screenText(text);
    seen.texts += 1;
    if (findings.length > 0) seen.withFindings += 1;
    if (findings.some(({ hard }) => hard)) seen.blocked += 1;
    found.push(...findings);
  }
  const row = (type: string, findings: readonly Finding[]) => {
    const hard = findings.filter((finding) => finding.hard).length;
    return `  ${type.padEnd(14)}${String(findings.length).padStart(8)}${String(hard).padStart(8)}`;
  };
  io.out(
    [
      `${count(seen.texts, 'text')}: ${seen.withFindings} with findings, of which ${seen.blocked} would be refused`,
      `  ${'type'.padEnd(14)}${'found'.padStart(8)}${'hard'.padStart(8)}`,
      ...findingTypes.map((type) =>
        row(
          type,
          found.filter((finding) => finding.type === type),
        ),
      ),
      row('all', found),
    ].join('\n'),
  );
}

/** The texts of a file in order; a line that is none stops with its number, never with its words. */
async function* readTexts(file: string, io: CliIo): AsyncGenerator<TextLine> {
  const input = file === '-' ? process.stdin : createReadStream(resolve(io.cwd, file));
  try {
    for await (const { text, line } of linesOf(decode(input))) {
      if (text.trim() !== '') yield readLine(text, line);
    }
  } catch (error) {
    const code = (error as { code?: string } | null)?.code ?? '';
    const problem = unreadable[code];
    if (problem) throw refused(`${file}: ${problem}.`);
    throw error;
  }
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
};

async function* decode(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of input) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Said on standard error, so that standard output holds answers only. */
function refused(message: string): CommanderError {
  process.stderr.write(`${message}\n`);
  return new CommanderError(1, 'wijkbeeld.screen', message);
}

function readLine(line: string, number: number): TextLine {
  const parsed = textLine.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  throw refused(`Line ${number} is not a text: write {"id": "1", "text": "…"} on one line.`);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
