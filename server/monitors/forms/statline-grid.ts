// Finds the table in a csv of the StatLine portal (domain 6.3): one header line, or title rows, several header rows and a
// row of units of the old portal; places as rows or, transposed, as columns; a footer. What was found is told.
import { basename } from 'node:path';
import { checkPlaceCode, tidyPlaceCode } from '../../places/codes.ts';
import { slugOf } from '../columns.ts';
import { openRows, type RawRow } from '../csv.ts';
import { refuseFile } from '../refusal.ts';

export interface Grid {
  readonly file: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly lines: AsyncGenerator<RawRow>;
  /** The first line of figures, which comes again among the lines. */
  readonly first: readonly string[] | undefined;
  /** How it was read, where that is out of the ordinary. */
  readonly told: readonly string[];
}

/** Lines that are looked at to find the header. */
const PEEK = 25;

const isPlaceCode = (field: string) => checkPlaceCode(tidyPlaceCode(field)) !== undefined;
const isCodeHeader = (field: string) => /(^|-)codering(-code)?$/.test(slugOf(field));
const isFooter = (text: string) => /^["\s]*(bron\b|©|\(c\)|source\b)/i.test(text);

/** Opens the csv; refuses an empty one, and one in which no header is found. */
export async function openGrid(path: string): Promise<Grid> {
  const file = basename(path);
  const { rows, peeked } = await openRows(path, [';', ',', '\t'], PEEK);
  if (peeked.some(({ fields }) => countCodes(fields) > 1)) return transpose(file, peeked, rows);
  const first = peeked[0]?.fields ?? [];
  const dataAt = peeked.findIndex(({ fields }) => countCodes(fields) > 0);
  const isPlain =
    first.some(isCodeHeader) || first.some((field) => field.includes('/')) || dataAt <= 0;
  const start = isPlain ? 0 : peeked.findIndex(({ fields }) => countFilled(fields) > 1);
  const end = isPlain ? 1 + unitRows(peeked) : dataAt;
  const block = peeked.slice(Math.max(0, start), end);
  const header = joinHeader(block);
  while (header.at(-1) === '') header.pop();
  const width = header.length;
  const rest = peeked.slice(end);
  async function* lines(): AsyncGenerator<RawRow> {
    for (const row of rest) if (!isFooter(row.text)) yield asWide(row, width);
    for await (const row of rows) if (!isFooter(row.text)) yield asWide(row, width);
  }
  const told =
    block.length > 1 || start > 0
      ? [`Read with ${block.length} header rows from line ${block[0]?.line}.`]
      : [];
  const firstRow = rest.find((row) => !isFooter(row.text));
  return {
    ...{ file, header, headerLine: block[0]?.line ?? 1, lines: lines(), told },
    first: firstRow && asWide(firstRow, width).fields,
  };
}

/** A line of other width is malformed, unless what it has too much is delimiters that a spreadsheet left at its end. */
function asWide(row: RawRow, width: number): RawRow {
  const { fields } = row;
  if (fields === undefined || fields.length === width) return row;
  const isFilledOut = fields.length > width && countFilled(fields.slice(width)) === 0;
  return { ...row, fields: isFilledOut ? fields.slice(0, width) : undefined };
}

const countCodes = (fields: readonly string[] | undefined) =>
  new Set((fields ?? []).filter(isPlaceCode).map(tidyPlaceCode)).size;

const countFilled = (fields: readonly string[] | undefined) =>
  (fields ?? []).filter((field) => field.trim() !== '').length;

const units =
  /^(naam|code|omschrijving|aantal|%|km|ha|score|cijfer|x 1 ?000|kwh|m³|m2|m²|per |aantal )/i;

/** A second line that holds units and no figures. */
function unitRows(peeked: readonly RawRow[]): number {
  const filled = (peeked[1]?.fields ?? []).map((f) => f.trim()).filter((f) => f !== '');
  return filled.length > 1 && filled.every((field) => units.test(field)) ? 1 : 0;
}

/** One header of `A/B/Title (unit)` out of several rows; a group stands until the next one. */
function joinHeader(block: readonly RawRow[]): string[] {
  const rows = block.map(({ fields }) => (fields ?? []).map((field) => field.trim()));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length <= 1) return [...(rows[0] ?? [])];
  const last = rows.at(-1) ?? [];
  const filled = last.filter((field) => field !== '');
  const hasUnits = filled.length > 0 && filled.every((field) => units.test(field));
  const names = hasUnits ? rows.slice(0, -1) : rows;
  return Array.from({ length: width }, (_, at) => {
    const parts = names.map((row, depth) =>
      depth === names.length - 1 ? (row[at] ?? '') : lastFilled(row, at),
    );
    const path = parts.filter((part, depth) => part !== '' && part !== parts[depth - 1]).join('/');
    const unit = hasUnits ? (last[at] ?? '') : '';
    return unit === '' ? path : `${path} (${unit})`;
  });
}

function lastFilled(row: readonly string[], at: number): string {
  for (let before = at; before >= 0; before -= 1) if (row[before]) return row[before] ?? '';
  return '';
}

/** Places stand side by side: every column becomes a line. */
async function transpose(
  file: string,
  peeked: readonly RawRow[],
  rest: AsyncGenerator<RawRow>,
): Promise<Grid> {
  const rows: RawRow[] = [...peeked];
  for await (const row of rest) rows.push(row);
  const width = Math.max(...rows.map(({ fields }) => fields?.length ?? 0));
  const whole = rows.filter((row) => !isFooter(row.text) && row.fields?.length === width);
  const broken = rows.find(
    (row) => !isFooter(row.text) && countFilled(row.fields) > 1 && row.fields?.length !== width,
  );
  if (broken) {
    throw refuseFile(
      { file, line: broken.line },
      'places are columns in this file, and this line does not have as many fields as the others.',
    );
  }
  const codes = whole.find(({ fields }) => countCodes(fields) > 1);
  const firstPlace = codes?.fields?.findIndex(isPlaceCode) ?? 1;
  // Before the first place stand the topic and perhaps its unit.
  const header = whole.map(({ fields }) => {
    const [topic = '', unit = ''] = (fields ?? []).slice(0, firstPlace).map((f) => f.trim());
    return unit === '' || topic.endsWith(')') ? topic : `${topic} (${unit})`;
  });
  const codesAt = codes ? whole.indexOf(codes) : 0;
  if (!header.some(isCodeHeader)) header[codesAt] = 'Regioaanduiding/Codering (code)';
  async function* lines(): AsyncGenerator<RawRow> {
    for (let at = firstPlace; at < width; at += 1) {
      yield { line: at + 1, text: '', fields: whole.map(({ fields }) => fields?.[at] ?? '') };
    }
  }
  const told = ['Read with places as columns; line numbers are columns of the file.'];
  const first = whole.map(({ fields }) => fields?.[firstPlace] ?? '');
  return { file, header, headerLine: whole[0]?.line ?? 1, lines: lines(), first, told };
}
