// Lines of CSV into fields. A field never holds a line end in the files of our sources, so every line stands on its
// own: a broken one is named by its number and cannot swallow or shift the next.
import { basename } from 'node:path';
import { type Line, readLineBlocks, readLines } from './files.ts';
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
  readonly fields: readonly Field[] | undefined;
  readonly text: string;
}

export interface CsvFile {
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly lines: AsyncGenerator<CsvLine>;
}

/** A text, or the number that it writes out: as much is known of the field either way. */
export type Field = string | number;

/** Fields of one line, quotes taken off, padding kept; undefined when a quote is not closed or stands inside. */
const splitLine = (text: string, delimiter: string) =>
  cutLine(text, delimiter, Number.POSITIVE_INFINITY) as string[] | undefined;

/**
 * Fields of one line. After the first `texts` of them a whole number without sign or leading zero, which most fields of a
 * monitor are, is given as a number: that takes no text of its own to be made and read again.
 */
function cutLine(text: string, delimiter: string, texts: number): Field[] | undefined {
  const cut = delimiter.charCodeAt(0);
  const { length } = text;
  const lastQuote = text.lastIndexOf('"');
  const fields: Field[] = [];
  let at = 0;
  for (;;) {
    const first = text.charCodeAt(at);
    if (first === cut) fields.push('');
    else if (first === QUOTE) {
      const close = closingQuote(text, at);
      if (close === -1) return undefined;
      const field = text.slice(at + 1, close);
      fields.push(field.includes('""') ? field.replaceAll('""', '"') : field);
      at = close + 1;
      if (at < length && text.charCodeAt(at) !== cut) return undefined;
    } else {
      const isNumber = fields.length >= texts && first > ZERO && first <= ZERO + 9;
      let number = 0;
      let end = at;
      if (isNumber) {
        for (; end < length; end += 1) {
          const digit = text.charCodeAt(end) - ZERO;
          if (digit < 0 || digit > 9) break;
          number = number * 10 + digit;
        }
      }
      if (isNumber && end - at < 10 && (end === length || text.charCodeAt(end) === cut)) {
        fields.push(number);
      } else {
        end = text.indexOf(delimiter, at);
        if (end === -1) end = length;
        // A quote inside a field that has none around it: the end of a name that a line end has cut.
        if (at <= lastQuote && text.slice(at, end).includes('"')) return undefined;
        fields.push(text.slice(at, end));
      }
      at = end;
    }
    if (at >= length) return fields;
    at += 1;
    if (at === length) {
      fields.push('');
      return fields;
    }
  }
}

const QUOTE = 34;
const ZERO = 48;

/** Two quotes stand for one. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  return close;
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

/** `sep=;`, which Excel writes and reads. */
const isDelimiterLine = (line: Line | undefined) => /^"?sep=.{0,2}$/i.test(line?.text ?? '');

function refuseNoCsv(file: string, { text }: Line): void {
  const message = /^\s*</.test(text)
    ? 'this is a web page or XML, not csv. Fetch the file again.'
    : /^\s*(\{\s*("|$)|\[\s*(\{|$))/.test(text)
      ? 'this is JSON, not csv.'
      : text.includes('\r')
        ? 'its line ends are those of an old Mac. Save it again with the line ends of Windows or Unix.'
        : undefined;
  if (message) throw refuseFile({ file, line: 1 }, message);
}

/** Opens a CSV file and reads its header; refuses an empty file and a delimiter that is not allowed here. */
export async function openCsv(path: string, allowed: readonly Delimiter[]): Promise<CsvFile> {
  const file = basename(path);
  const blocks = readLineBlocks(path);
  const lines: readonly Line[] = (await blocks.next()).value ?? [];
  const [first, ...rest] = isDelimiterLine(lines[0]) ? lines.slice(1) : lines;
  if (!first) throw refuseFile({ file }, 'the file is empty.');
  refuseNoCsv(file, first);
  const { text, line } = first;
  const delimiter = detectDelimiter(text);
  if (!allowed.includes(delimiter)) throw wrongDelimiter(file, line, delimiter, allowed);
  const header = splitLine(text, delimiter)?.map((field) => field.trim());
  if (!header) throw refuseFile({ file, line }, 'a quote in the header is not closed.');
  return { file, delimiter, header, lines: readBody(rest, blocks, delimiter, header.length) };
}

/** What tells the place stands first; it is set aside as it came, so it stays text. */
const TEXTS = 12;

async function* readBody(
  first: readonly Line[],
  blocks: AsyncGenerator<readonly Line[]>,
  delimiter: string,
  width: number,
): AsyncGenerator<CsvLine> {
  const cut = ({ text, line }: Line): CsvLine => {
    const fields = cutLine(text, delimiter, TEXTS);
    return { line, text, fields: fields?.length === width ? fields : undefined };
  };
  for (const line of first) yield cut(line);
  for await (const block of blocks) {
    for (const line of block) yield cut(line);
  }
}

/**
 * The first lines of a csv and the lines after them, cut by the delimiter of its widest line; for files whose header is
 * not the first line. `firstLine` counts empty lines, which are left out. Refuses an empty file and a delimiter that is not allowed here.
 */
export async function openRows(
  path: string,
  allowed: readonly Delimiter[],
  peek: number,
): Promise<{ firstLine: number; peeked: RawRow[]; rows: AsyncGenerator<RawRow> }> {
  const file = basename(path);
  const lines = readLines(path);
  const first: Line[] = [];
  while (first.length < peek) {
    const next = await lines.next();
    if (next.done) break;
    first.push(next.value);
  }
  const hasDelimiterLine = isDelimiterLine(first[0]);
  if (hasDelimiterLine) first.shift();
  if (!first[0]) throw refuseFile({ file }, 'the file is empty.');
  refuseNoCsv(file, first[0]);
  // A title row has no delimiter of its own; a header of several rows has one in each.
  const wide = first.find(({ text }) => (splitLine(text, detectDelimiter(text))?.length ?? 0) > 2);
  const delimiter = detectDelimiter((wide ?? first[0]).text);
  if (!allowed.includes(delimiter)) throw wrongDelimiter(file, wide?.line ?? 1, delimiter, allowed);
  const cut = ({ text, line }: Line): RawRow => ({
    line,
    text,
    fields: splitLine(text, delimiter),
  });
  async function* rows(): AsyncGenerator<RawRow> {
    for await (const line of lines) yield cut(line);
  }
  return { firstLine: hasDelimiterLine ? 2 : 1, peeked: first.map(cut), rows: rows() };
}

/**
 * Rows of a small CSV with named columns; refuses a header that lacks one of them or names one twice. `strange`: columns that
 * have another name, of which nothing is read.
 */
export async function openNamedCsv(
  path: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Promise<{ file: string; strange: readonly string[]; rows: AsyncGenerator<NamedLine> }> {
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
  const known = new Set([...required, ...optional].map((name) => name.toLowerCase()));
  const strange = csv.header.filter((name) => name !== '' && !known.has(name.toLowerCase()));
  return { file: csv.file, strange, rows: nameFields(csv, at) };
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
      field: fields && ((name) => String(fields[at.get(name) ?? -1] ?? '').trim()),
    };
  }
}
