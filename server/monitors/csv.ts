// Lines of CSV into fields. A field never holds a line end in the files of our sources, so every line stands on its
// own: a broken one is named by its number and cannot swallow or shift the next.
import { basename } from 'node:path';
import { readLines } from './files.ts';
import { refuseFile } from './refusal.ts';

export type Delimiter = ';' | ',' | '\t' | '|';

/** One line of a csv, whatever its number of fields; undefined fields: a quote is not closed. */
export interface RawRow {
  readonly line: number;
  readonly fields: readonly string[] | undefined;
  readonly text: string;
}

interface CsvLine {
  readonly line: number;
  /** As many as the header has; undefined when the line is malformed. */
  readonly fields: readonly string[] | undefined;
  readonly text: string;
}

export interface CsvFile {
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly lines: AsyncGenerator<CsvLine>;
}

/** Fields of one line, quotes taken off, padding kept; undefined when a quote is not closed. */
function splitLine(text: string, delimiter: string): string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      let close = text.indexOf('"', at + 1);
      while (close !== -1 && text.charCodeAt(close + 1) === 34) {
        close = text.indexOf('"', close + 2);
      }
      if (close === -1) return undefined;
      const field = text.slice(at + 1, close);
      fields.push(field.includes('""') ? field.replaceAll('""', '"') : field);
      at = close + 1;
      if (at < text.length && text[at] !== delimiter) return undefined;
    } else {
      const end = text.indexOf(delimiter, at);
      fields.push(end === -1 ? text.slice(at) : text.slice(at, end));
      at = end === -1 ? text.length : end;
    }
    if (at >= text.length) return fields;
    at += 1;
    if (at === text.length) {
      fields.push('');
      return fields;
    }
  }
}

/** The delimiter that cuts a header line into most fields. */
function detectDelimiter(header: string): Delimiter {
  const candidates: readonly Delimiter[] = [';', ',', '\t', '|'];
  const counts = candidates.map((d) => splitLine(header, d)?.length ?? 0);
  return candidates[counts.indexOf(Math.max(...counts))] ?? ';';
}

const shown: Readonly<Record<Delimiter, string>> = { ';': ';', ',': ',', '\t': 'tab', '|': '|' };

const wrongDelimiter = (
  file: string,
  line: number,
  delimiter: Delimiter,
  allowed: readonly Delimiter[],
) =>
  refuseFile(
    { file, line },
    `the columns seem to be separated by "${shown[delimiter]}", but this kind of file uses ` +
      `${allowed.map((d) => `"${shown[d]}"`).join(' or ')}. Save it again with that delimiter.`,
  );

/** Opens a CSV file and reads its header; refuses an empty file and a delimiter that is not allowed here. */
export async function openCsv(path: string, allowed: readonly Delimiter[]): Promise<CsvFile> {
  const file = basename(path);
  const lines = readLines(path);
  const first = await lines.next();
  if (first.done) throw refuseFile({ file }, 'the file is empty.');
  const { text, line } = first.value;
  const delimiter = detectDelimiter(text);
  if (!allowed.includes(delimiter)) throw wrongDelimiter(file, line, delimiter, allowed);
  const header = splitLine(text, delimiter)?.map((field) => field.trim());
  if (!header) throw refuseFile({ file, line }, 'a quote in the header is not closed.');
  return { file, delimiter, header, lines: readBody(lines, delimiter, header.length) };
}

async function* readBody(
  lines: AsyncGenerator<{ text: string; line: number }>,
  delimiter: string,
  width: number,
): AsyncGenerator<CsvLine> {
  for await (const { text, line } of lines) {
    const fields = splitLine(text, delimiter);
    yield { line, text, fields: fields?.length === width ? fields : undefined };
  }
}

/**
 * The first lines of a csv and the lines after them, cut by the delimiter of its widest line; for files whose header is
 * not the first line. Refuses an empty file and a delimiter that is not allowed here.
 */
export async function openRows(
  path: string,
  allowed: readonly Delimiter[],
  peek: number,
): Promise<{ peeked: RawRow[]; rows: AsyncGenerator<RawRow> }> {
  const file = basename(path);
  const lines = readLines(path);
  const first: { text: string; line: number }[] = [];
  while (first.length < peek) {
    const next = await lines.next();
    if (next.done) break;
    first.push(next.value);
  }
  if (first.length === 0) throw refuseFile({ file }, 'the file is empty.');
  // A title row has no delimiter of its own; a header of several rows has one in each.
  const wide = first.find(({ text }) => (splitLine(text, detectDelimiter(text))?.length ?? 0) > 2);
  const delimiter = detectDelimiter((wide ?? first[0])?.text ?? '');
  if (!allowed.includes(delimiter)) throw wrongDelimiter(file, wide?.line ?? 1, delimiter, allowed);
  const cut = ({ text, line }: { text: string; line: number }): RawRow => ({
    line,
    text,
    fields: splitLine(text, delimiter),
  });
  async function* rows(): AsyncGenerator<RawRow> {
    for await (const line of lines) yield cut(line);
  }
  return { peeked: first.map(cut), rows: rows() };
}

/** Rows of a small CSV with named columns; refuses a header that lacks one of them or names one twice. */
export async function openNamedCsv(
  path: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Promise<{ file: string; rows: AsyncGenerator<NamedLine> }> {
  const csv = await openCsv(path, [',']);
  const names = csv.header.map((name) => name.toLowerCase());
  const missing = required.filter((name) => !names.includes(name.toLowerCase()));
  if (missing.length > 0) {
    throw refuseFile(
      { file: csv.file, line: 1 },
      `the header lacks ${missing.join(', ')}. It must be: ${required.join(',')}` +
        `${optional.length > 0 ? ` (optional: ${optional.join(',')})` : ''}.`,
    );
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw refuseFile(
      { file: csv.file, line: 1 },
      `the column ${twice} stands twice in the header.`,
    );
  }
  const at = new Map(
    [...required, ...optional].map((name) => [name, names.indexOf(name.toLowerCase())]),
  );
  return { file: csv.file, rows: nameFields(csv, at) };
}

export interface NamedLine {
  readonly line: number;
  readonly text: string;
  /** Trimmed field of a column, empty when the file lacks it; undefined for a malformed line. */
  readonly field: ((name: string) => string) | undefined;
}

async function* nameFields(csv: CsvFile, at: Map<string, number>): AsyncGenerator<NamedLine> {
  for await (const { line, text, fields } of csv.lines) {
    yield {
      line,
      text,
      field: fields && ((name) => fields[at.get(name) ?? -1]?.trim() ?? ''),
    };
  }
}
