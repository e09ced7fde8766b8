// The generic format for figures: `indicator,place,year,period,value,state,lower,upper,denominator` (and, when needed,
// segment, reason and status). One edition per division year in the file.
import { createHash } from 'node:crypto';
import { isCode } from '../codes/code-list.ts';
import {
  type MeasureKind,
  releaseStatuses,
  type StateReason,
  stateReasons,
  valueStates,
} from '../codes/figures.ts';
import type { ReadDb } from '../db/client.ts';
import { reasonLetter, releaseLetters, stateLetters } from '../figures/packing.ts';
import { readPeriodText } from '../figures/periods.ts';
import { findSource, type Indicator, loadIndicators, type Source } from '../indicators.ts';
import { checkPlaceCode, gemeenteOf, tidyPlaceCode } from '../places/codes.ts';
import { explainMargins, marginsFit } from './bad-margins.ts';
import { type Corrections, correctNamed } from './corrections.ts';
import { type NamedLine, openNamedCsv } from './csv.ts';
import type { FigureLine, FigureLines } from './figure-line.ts';
import { type ReceivedFile, receiveFile } from './files.ts';
import { asIndicator } from './generic-indicators.ts';
import { readMappedFigures } from './mapped-figures.ts';
import type { Mapping } from './mapping.ts';
import { firstReason, type QuarantinedRow, refuseFile, refuseMostlyMalformed } from './refusal.ts';
import { faultOf } from './signs.ts';
import { decideStates } from './states.ts';
import {
  emptyCells,
  letter,
  type ParsedEdition,
  setBound,
  setState,
  type TableColumn,
  type TableRow,
} from './table.ts';

export interface FiguresOptions {
  /** Key of the source. */
  readonly source: string;
  /** Name of the series; without it one is made from what the file holds. */
  readonly table?: string | undefined;
  readonly title?: string | undefined;
  readonly licence?: string | undefined;
  readonly publisher?: string | undefined;
  /** Absent: the file has the generic columns. */
  readonly mapping?: Mapping | undefined;
  readonly corrections?: Corrections | undefined;
  readonly onRow?: (done: number) => void;
}

/** Reads the file into one edition per division year; refuses unknown indicators, states and damaged numbers. */
export async function parseFigures(
  db: ReadDb,
  path: string,
  options: FiguresOptions,
): Promise<ParsedEdition[]> {
  const file = await receiveFile(path);
  const { mapping } = options;
  const {
    lines,
    quarantined,
    linesRead,
    strange = [],
  } = mapping ? await readMappedFigures(path, mapping, options) : await readFigures(path, options);
  const known = await loadIndicators(db, [...new Set(lines.map((line) => line.indicator))]);
  // A definition of another source stays as it is there.
  const own = (mapping?.indicators ?? [])
    .map((one, at) => ({ ...asIndicator(one, at), sourceKey: options.source }))
    .filter(({ key }) => (known.get(key)?.sourceKey ?? options.source) === options.source);
  const indicators = new Map([...own.map((one) => [one.key, one] as const), ...known]);
  const stranger = lines.find((line) => !indicators.has(line.indicator));
  if (stranger) {
    throw refuseFile(
      { file: file.name, line: stranger.line },
      `the indicator "${stranger.indicator}" is not known. Import its definition first (import indicators).`,
    );
  }
  const source = await describeSource(db, options, [...indicators.values()]);
  const years = [...new Set(lines.map((line) => line.year))].sort((a, b) => a - b);
  return years.map((year, at) => {
    const ofYear = lines.filter((line) => line.year === year);
    const setAside: QuarantinedRow[] = at === 0 ? [...quarantined] : [];
    const edition = editionOf(ofYear, {
      ...{ own, year, file, source, options, indicators, setAside, linesRead },
    });
    const warnings = strange.map((name) => `Column ${name} is not one of the format: left out.`);
    return { ...edition, warnings: [...warnings, ...edition.warnings] };
  });
}

async function readFigures(path: string, options: FiguresOptions): Promise<FigureLines> {
  const { file, strange, rows } = await openNamedCsv(
    path,
    ['indicator', 'place', 'year', 'period', 'value', 'state'],
    ['lower', 'upper', 'denominator', 'segment', 'reason', 'status'],
  );
  const lines: FigureLine[] = [];
  const quarantined: QuarantinedRow[] = [];
  const seen = new Map<string, number>();
  let linesRead = 0;
  for await (const row of correctNamed(rows, options.corrections, 'place')) {
    linesRead += 1;
    options.onRow?.(linesRead);
    const read = readFigure(file, row);
    if ('explanation' in read) {
      quarantined.push(read);
      continue;
    }
    const about = `${read.period}${read.part}`;
    const key = [read.indicator, read.place, read.year, about, read.segment].join(' ');
    const before = seen.get(key);
    if (before !== undefined) {
      throw refuseFile(
        { file, line: read.line },
        `the figure of ${read.indicator} for ${read.place} in ${read.period} stands in the file twice, first on` +
          ` line ${before}.`,
      );
    }
    seen.set(key, read.line);
    lines.push(read);
  }
  refuseMostlyMalformed(file, quarantined, linesRead);
  if (lines.length === 0) {
    throw refuseFile(
      { file },
      `none of its ${linesRead} lines can be used.${firstReason(quarantined)}`,
    );
  }
  return { lines, quarantined, linesRead, strange };
}

function readFigure(file: string, { line, field, text }: NamedLine): FigureLine | QuarantinedRow {
  if (!field) {
    const explanation = 'The line does not have the fields of the header.';
    return { line, reason: 'MALFORMED_LINE', explanation, raw: text };
  }
  const place = tidyPlaceCode(field('place'));
  if (checkPlaceCode(place) === undefined) {
    const explanation = `"${place}" is not a code of the country, a gemeente, a wijk or a buurt.`;
    return { line, reason: 'UNKNOWN_REGION_CODE', explanation, raw: text };
  }
  const refuse = (message: string) => refuseFile({ file, line }, message);
  const year = (name: string) => {
    if (!/^(19|20)\d\d$/.test(field(name))) {
      throw refuse(`${name} is "${field(name)}", not a year such as 2024.`);
    }
    return Number(field(name));
  };
  const period = readPeriodText(field('period'));
  if (!period) {
    throw refuse(
      `period is "${field('period')}", not a year such as 2024, or a part of one such as 2024KW03.`,
    );
  }
  const number = (name: string, given = field(name)) => {
    if (given === '') return Number.NaN;
    if (!/^-?(\d+(\.\d*)?|\.\d+)$/.test(given)) {
      throw refuse(`${name} is "${given}", not a number with a decimal point.`);
    }
    return Number(given) + 0;
  };
  const mark = /^(.*?)(\*{1,2})$/.exec(field('value'));
  const value = number('value', mark?.[1] ?? field('value'));
  const markedStatus = mark
    ? mark[2] === '**'
      ? 'REVISED_PROVISIONAL'
      : 'PROVISIONAL'
    : undefined;
  return {
    line,
    indicator: field('indicator'),
    place,
    year: year('year'),
    ...{ period: period.year, part: period.part },
    segment: field('segment'),
    value,
    ...readState(field, value, markedStatus, refuse),
    lower: number('lower'),
    upper: number('upper'),
    denominator: number('denominator'),
  };
}

function readState(
  field: (name: string) => string,
  value: number,
  markedStatus: 'PROVISIONAL' | 'REVISED_PROVISIONAL' | undefined,
  refuse: (message: string) => Error,
): { state: string; reason: string } {
  const state = field('state').toUpperCase() || 'OK';
  const reason = field('reason').toUpperCase();
  const status = field('status').toUpperCase() || markedStatus || 'DEFINITIVE';
  if (!isCode(valueStates, state)) {
    throw refuse(`state "${field('state')}" is none of ${Object.keys(valueStates).join(', ')}.`);
  }
  if (reason !== '' && !isCode(stateReasons, reason)) {
    throw refuse(`reason "${field('reason')}" is none of ${Object.keys(stateReasons).join(', ')}.`);
  }
  if (!isCode(releaseStatuses, status)) {
    throw refuse(
      `status "${field('status')}" is none of ${Object.keys(releaseStatuses).join(', ')}.`,
    );
  }
  if (state === 'OK') {
    if (Number.isNaN(value)) throw refuse('an empty value needs a state that says why.');
    return { state: releaseLetters[status], reason: '.' };
  }
  if (!Number.isNaN(value))
    throw refuse(`a figure with state ${state} cannot have the value ${value}.`);
  const known: StateReason | null = reason === '' ? null : (reason as StateReason);
  return { state: stateLetters[state], reason: reasonLetter(known, 'SOURCE') };
}

/** What is known of the source, unless the command says otherwise; publisher and licence of its indicators. */
async function describeSource(
  db: ReadDb,
  options: FiguresOptions,
  indicators: readonly Indicator[],
): Promise<Source> {
  const known = await findSource(db, options.source);
  const origins = new Set(indicators.map((indicator) => indicator.sourceKey));
  const [only] = origins;
  const origin = origins.size === 1 && only ? await findSource(db, only) : undefined;
  const publisher = options.publisher ?? known?.publisher ?? origin?.publisher ?? 'unknown';
  const title = options.title ?? known?.title ?? options.source;
  return {
    key: options.source,
    title,
    publisher,
    licence: options.licence ?? known?.licence ?? origin?.licence ?? 'unknown',
    attribution: known?.attribution ?? `Bron: ${publisher === 'unknown' ? title : publisher}`,
    address: known?.address ?? null,
  };
}

interface EditionParts {
  /** Definitions that the mapping brings. */
  readonly own: readonly Indicator[];
  readonly year: number;
  readonly file: ReceivedFile;
  readonly source: Source;
  readonly options: FiguresOptions;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly setAside: QuarantinedRow[];
  readonly linesRead: number;
}

function editionOf(lines: readonly FigureLine[], parts: EditionParts): ParsedEdition {
  const { year, options, indicators, setAside } = parts;
  const slots = new Map<string, number>();
  const columns: TableColumn[] = [];
  const slotKey = (line: FigureLine) =>
    [line.indicator, line.segment, `${line.period}${line.part}`].join(' ');
  const first = new Map(lines.map((line) => [slotKey(line), line]));
  for (const [key, line] of [...first].sort(([a], [b]) => (a < b ? -1 : 1))) {
    slots.set(key, columns.length);
    columns.push(columnOf(line, indicators.get(line.indicator)?.measureKind ?? 'SCORE'));
  }
  const rows = new Map<string, TableRow>();
  for (const line of lines) {
    const row = rows.get(line.place) ?? newRow(line, columns.length);
    rows.set(line.place, row);
    putFigure(row, slots.get(slotKey(line)) ?? 0, line, columns, setAside);
  }
  const table = { columns, rows: [...rows.values()], isFilled: columns.map(() => true) };
  decideStates(table, { emptyColumn: 'NOT_YET', blank: 'UNKNOWN' });
  return {
    importKind: 'figures',
    source: parts.source,
    indicators: parts.own,
    tableId: tableName(options.table, year, [...slots.keys()]),
    title: options.title ?? `${parts.source.title} ${year}`,
    divisionYear: year,
    modifiedAt: null,
    table,
    files: [parts.file],
    linesRead: parts.linesRead,
    quarantined: setAside,
    warnings: brokenCounts(lines, indicators),
  };
}

/** A count with decimals is taken over, and told: a mark of thousands looks the same. */
function brokenCounts(
  lines: readonly FigureLine[],
  indicators: ReadonlyMap<string, Indicator>,
): string[] {
  const first = new Map<string, FigureLine>();
  for (const line of lines) {
    const isBroken = !Number.isNaN(line.value) && !Number.isInteger(line.value);
    const isCount = isBroken && indicators.get(line.indicator)?.measureKind === 'COUNT';
    if (isCount && !first.has(line.indicator)) first.set(line.indicator, line);
  }
  return [...first.values()].map(
    (line) =>
      `Line ${line.line}: ${line.indicator} is a count, but that of ${line.place} is no whole number. Check that no` +
      ' mark of thousands stands in the file.',
  );
}

/** Given or made from the slots, so that a file with other indicators does not replace this one. */
function tableName(given: string | undefined, year: number, slots: readonly string[]): string {
  if (given !== undefined) return given.endsWith(String(year)) ? given : `${given}-${year}`;
  const hash = createHash('sha256').update(JSON.stringify(slots)).digest('hex');
  return `figures-${year}-${hash.slice(0, 8)}`;
}

const columnOf = (line: FigureLine, measureKind: MeasureKind): TableColumn => ({
  indicatorKey: line.indicator,
  segment: line.segment,
  period: line.period,
  ...(line.part === '' ? {} : { part: line.part }),
  columnKey: line.indicator,
  columnPath: line.indicator,
  derivation: '',
  measureKind,
});

const newRow = ({ place, line }: FigureLine, slotCount: number): TableRow => ({
  code: place,
  level: checkPlaceCode(place) ?? 'BUURT',
  gemeenteCode: gemeenteOf(place),
  line,
  cells: emptyCells(slotCount),
});

function putFigure(
  { cells }: TableRow,
  at: number,
  line: FigureLine,
  columns: readonly TableColumn[],
  setAside: QuarantinedRow[],
): void {
  const kind = columns[at]?.measureKind ?? 'SCORE';
  const raw = { indicator: line.indicator, place: line.place, value: line.value };
  const fault = faultOf(kind, line.value);
  if (fault) {
    setState(cells, at, 'M', 'u');
    const explanation = `${line.indicator} of ${line.place} is ${fault.why}`;
    setAside.push({ line: line.line, reason: fault.reason, explanation, raw });
    return;
  }
  const isBounded = marginsFit(line);
  if (!isBounded) {
    const explanation = explainMargins(`${line.indicator} of ${line.place}`, line);
    setAside.push({ line: line.line, reason: 'BAD_MARGINS', explanation, raw });
    if (!Number.isNaN(line.value)) {
      setState(cells, at, 'M', 'u');
      return;
    }
  }
  cells.values[at] = line.value;
  cells.states[at] = letter(line.state);
  cells.reasons[at] = letter(line.reason);
  if (!Number.isNaN(line.denominator)) setBound(cells, 'denominators', at, line.denominator);
  if (!isBounded) return;
  if (!Number.isNaN(line.lower)) setBound(cells, 'lowers', at, line.lower);
  if (!Number.isNaN(line.upper)) setBound(cells, 'uppers', at, line.upper);
}
