// Reads the csv of a gemeente by its mapping into the lines of the generic figures.
import { basename } from 'node:path';
import { stateLetters } from '../figures/packing.ts';
import { type Period, readPeriodText } from '../figures/periods.ts';
import { checkPlaceCode, tidyPlaceCode } from '../places/codes.ts';
import type { Corrections } from './corrections.ts';
import { openRows, type RawRow } from './csv.ts';
import type { FigureLine, FigureLines } from './figure-line.ts';
import type { Mapping } from './mapping.ts';
import { firstReason, type QuarantinedRow, refuseFile, refuseMostlyMalformed } from './refusal.ts';

/** Lines of figures; refuses a column that is not there, a damaged number, and a figure that stands twice. */
export async function readMappedFigures(
  path: string,
  given: Mapping,
  { corrections, onRow }: { corrections?: Corrections | undefined; onRow?: (done: number) => void },
): Promise<FigureLines> {
  const file = basename(path);
  const mapping = withCorrections(given, corrections);
  const leaveOut = new Set(corrections?.leaveOut);
  const opened = await openRows(path, [';', ',', '\t', '|'], mapping.skip + 2);
  const { peeked, rows } = opened;
  const headerAt = peeked.findIndex(({ line }) => line >= opened.firstLine + mapping.skip);
  const { fields, line } = peeked[headerAt] ?? {};
  if (!fields) {
    throw refuseFile(
      { file, line },
      line === undefined
        ? `there is no header after ${mapping.skip} lines.`
        : 'a quote in the header is not closed: a line end stands in one of its fields. Put the header on one line.',
    );
  }
  const header = fields.map((field) => tidyName(field));
  const reader = new MappedReader(file, mapping, header, line ?? 1);
  for (const row of peeked.slice(headerAt + 1)) if (!leaveOut.has(row.line)) reader.read(row);
  for await (const row of rows) {
    if (leaveOut.has(row.line)) continue;
    reader.read(row);
    onRow?.(reader.linesRead);
  }
  refuseMostlyMalformed(file, reader.quarantined, reader.linesRead);
  if (reader.lines.length === 0) {
    throw refuseFile(
      { file },
      `none of its ${reader.linesRead} lines can be used.${firstReason(reader.quarantined)}`,
    );
  }
  const { lines, quarantined, linesRead } = reader;
  return { lines, quarantined, linesRead };
}

const withCorrections = (mapping: Mapping, corrections: Corrections | undefined): Mapping => ({
  ...mapping,
  place: { ...mapping.place, codes: { ...mapping.place.codes, ...corrections?.places } },
});

/** Names of columns are compared without their case, and with one spacing. */
const tidyName = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase();

type Field = (name: string | undefined) => string;

class MappedReader {
  readonly #file: string;
  readonly #mapping: Mapping;
  readonly #at: ReadonlyMap<string, number>;
  readonly #width: number;
  readonly #seen = new Map<string, number>();
  readonly lines: FigureLine[] = [];
  readonly quarantined: QuarantinedRow[] = [];
  linesRead = 0;

  constructor(file: string, mapping: Mapping, header: readonly string[], line: number) {
    this.#file = file;
    this.#mapping = mapping;
    this.#width = header.length;
    this.#at = new Map(header.map((name, at) => [name, at]));
    const { place, year, period, segment, indicator, figures } = mapping;
    const named = [place, year, period, segment, indicator].flatMap((part) =>
      typeof part === 'object' ? [part.column] : [],
    );
    const wanted = [
      ...named,
      ...figures.flatMap((f) =>
        [f.value, f.lower, f.upper, f.denominator].filter((c) => c !== undefined),
      ),
    ];
    const missing = [...new Set(wanted)].filter((name) => !this.#at.has(tidyName(name)));
    if (missing.length > 0) {
      throw refuseFile(
        { file, line },
        `the header lacks ${missing.join(', ')}, which the mapping names. It has: ${header.join(', ')}.` +
          ' Lines before the header are counted by `skip`.',
      );
    }
    const twice = wanted.find((name) => header.filter((one) => one === tidyName(name)).length > 1);
    if (twice !== undefined) {
      throw refuseFile(
        { file, line },
        `the column "${twice}", which the mapping names, stands twice in the header. Rename one of the two.`,
      );
    }
  }

  read({ line, fields, text }: RawRow): void {
    this.linesRead += 1;
    if (fields?.length !== this.#width) {
      const explanation = 'The line does not have the fields of the header.';
      this.quarantined.push({ line, reason: 'MALFORMED_LINE', explanation, raw: text });
      return;
    }
    const field: Field = (name) =>
      name === undefined ? '' : (fields[this.#at.get(tidyName(name)) ?? -1]?.trim() ?? '');
    const { place: where, segment, indicator, year, period, figures } = this.#mapping;
    const place = this.#placeOf(field(where.column));
    if (checkPlaceCode(place) === undefined) {
      const explanation = `"${place}" is not a code of the country, a gemeente, a wijk or a buurt, and the mapping does not list it.`;
      this.quarantined.push({ line, reason: 'UNKNOWN_REGION_CODE', explanation, raw: text });
      return;
    }
    const translate = (part: { column: string; codes: Record<string, string> } | undefined) => {
      const given = field(part?.column);
      return part?.codes[given] ?? given;
    };
    const own = { place, year: this.#yearOf(line, field, year) };
    const about =
      period === undefined
        ? { year: own.year, part: '' as const }
        : this.#periodOf(line, field, period);
    for (const figure of figures) {
      const read = this.#readValue(line, figure.value, field, figure.unitSign);
      const number = (name: string | undefined, unitSign = '') =>
        name === undefined ? Number.NaN : this.#readValue(line, name, field, unitSign).value;
      this.#add({
        ...own,
        line,
        ...{ period: about.year, part: about.part },
        indicator: figure.indicator ?? translate(indicator),
        segment: [translate(segment), figure.segment].filter((part) => part !== '').join(';'),
        ...read,
        value: scale(read.value, figure.factor),
        lower: scale(number(figure.lower, figure.unitSign), figure.factor),
        upper: scale(number(figure.upper, figure.unitSign), figure.factor),
        denominator: number(figure.denominator),
      });
    }
  }

  #placeOf(given: string): string {
    const { codes, prefix } = this.#mapping.place;
    const listed = codes[given];
    if (listed !== undefined) return tidyPlaceCode(listed);
    const code = tidyPlaceCode(given);
    return checkPlaceCode(code) === undefined ? tidyPlaceCode(prefix + given) : code;
  }

  #yearOf(line: number, field: Field, part: number | { column: string }): number {
    if (typeof part === 'number') return part;
    const year = field(part.column).replace(/\*+$/, '');
    if (/^(19|20)\d\d$/.test(year)) return Number(year);
    throw refuseFile(
      { file: this.#file, line },
      `${part.column} is "${year}", not a year such as 2024.`,
    );
  }

  #periodOf(line: number, field: Field, part: number | { column: string }): Period {
    if (typeof part === 'number') return { year: part, part: '' };
    const text = field(part.column).replace(/\*+$/, '');
    const period = readPeriodText(text);
    if (period) return period;
    throw refuseFile(
      { file: this.#file, line },
      `${part.column} is "${text}", not a year such as 2024, or a part of one such as 2024KW03.`,
    );
  }

  #readValue(
    line: number,
    name: string,
    field: Field,
    unitSign: string,
  ): Pick<FigureLine, 'value' | 'state' | 'reason'> {
    const text = field(name);
    const state = this.#mapping.states[text] ?? signs[text];
    if (state !== undefined) {
      return { value: Number.NaN, state: stateLetters[state], reason: '.' };
    }
    if (text === '-') return { value: 0, state: 'O', reason: '.' };
    const plain = withoutSign(text.replace(/\*{1,2}$/, '').trim(), unitSign);
    const value = plain === undefined ? undefined : readNumber(plain, this.#mapping.decimal);
    if (value === undefined) {
      throw refuseFile(
        { file: this.#file, line },
        `${name} is "${text}", which is no number${unitSign === '' ? '' : ` with ${unitSign}`}. If it stands for a reason, add it to \`states\` of the mapping` +
          ` (decimal sign: \`decimal\`; a sign of the unit, such as % or €: \`unitSign\`).`,
      );
    }
    return {
      value,
      state: text.endsWith('**') ? 'R' : text.endsWith('*') ? 'P' : 'O',
      reason: '.',
    };
  }

  #add(line: FigureLine): void {
    const key = [
      line.indicator,
      line.place,
      line.year,
      `${line.period}${line.part}`,
      line.segment,
    ].join(' ');
    const before = this.#seen.get(key);
    if (before !== undefined) {
      throw refuseFile(
        { file: this.#file, line: line.line },
        `the figure of ${line.indicator} for ${line.place} in ${line.period} stands in the file twice, first on line ${before}.`,
      );
    }
    this.#seen.set(key, line.line);
    this.lines.push(line);
  }
}

/** What a file says without a mapping of its own (domain 4.2). */
const signs: Readonly<Record<string, 'MISSING' | 'SUPPRESSED'>> = {
  '': 'MISSING',
  '.': 'MISSING',
  NA: 'MISSING',
  x: 'SUPPRESSED',
};

/** Twelve digits are kept: 0.001 times 1234 is 1.234. */
const scale = (value: number, factor: number) =>
  factor === 1 || Number.isNaN(value) ? value : Number((value * factor).toPrecision(12));

/** The number beside the sign of its unit; undefined when the sign is not there: it then may mean something else. */
function withoutSign(text: string, sign: string): string | undefined {
  if (sign === '') return text;
  // Amounts of whole euros are written `98.765,-` too.
  if (text.startsWith(sign)) return text.slice(sign.length).trim().replace(/,-+$/, '');
  return text.endsWith(sign) ? text.slice(0, -sign.length).trim() : undefined;
}

const spaced = /^[+-]?\d{1,3}(\s\d{3})+([.,]\d+)?$/;

/** A number with this decimal sign; spaces, dots or commas between thousands are taken out only where they can be nothing else. */
function readNumber(given: string, decimal: ',' | '.' | undefined): number | undefined {
  const text = spaced.test(given) ? given.replace(/\s/g, '') : given;
  if (decimal === ',') {
    if (!/^[+-]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(text)) return undefined;
    return Number(text.replaceAll('.', '').replace(',', '.')) + 0;
  }
  if (decimal === '.') {
    if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return undefined;
    return Number(text.replaceAll(',', '')) + 0;
  }
  // Without a decimal sign said, 1.234 could be two numbers.
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  return Number(text) + 0;
}
