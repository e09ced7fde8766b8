// The generic formats for places: `code,name,level,parent,year,population` and, for links that no rule can know,
// `fromCode,fromYear,toCode,toYear,kind,weight`. Places are staged like figures; links apply at once.
import { and, eq, sql } from 'drizzle-orm';
import { appendAudit } from '../audit.ts';
import { isCode } from '../codes/code-list.ts';
import { type PlaceLevel, type PlaceLinkKind, placeLinkKinds } from '../codes/figures.ts';
import type { Db, ReadDb } from '../db/client.ts';
import { placeLinks, places } from '../db/tables.ts';
import { findIndicator } from '../indicators.ts';
import { checkPlaceCode, gemeenteOf, parentOf, tidyPlaceCode } from '../places/codes.ts';
import { packPlaces } from '../places/packed-places.ts';
import type { DivisionRow } from '../places/spans.ts';
import { type Corrections, correctNamed } from './corrections.ts';
import { type NamedLine, openNamedCsv } from './csv.ts';
import { columns as kwbColumns } from './descriptions/cbs-kwb.ts';
import { importedPlaces } from './descriptions/sources.ts';
import { type ReceivedFile, receiveFile } from './files.ts';
import { type QuarantinedRow, refuseFile } from './refusal.ts';
import { inTransaction, type RunOptions } from './run.ts';
import { scopeOf } from './staging.ts';
import {
  emptyCells,
  type IndicatorDefinition,
  letter,
  type ParsedEdition,
  setState,
  type TableColumn,
} from './table.ts';

interface PlaceLine extends DivisionRow {
  readonly line: number;
  readonly year: number;
  /** Null when the field is empty. */
  readonly population: number | null;
}

const levels: Readonly<Record<string, PlaceLevel>> = {
  country: 'COUNTRY',
  land: 'COUNTRY',
  gemeente: 'GEMEENTE',
  wijk: 'WIJK',
  buurt: 'BUURT',
};

/** One edition per division year: its places and, where the file has it, their population. */
export async function parsePlaces(
  db: ReadDb,
  path: string,
  corrections?: Corrections,
): Promise<ParsedEdition[]> {
  const { rows, quarantined, linesRead } = await readPlaces(path, corrections);
  const file = await receiveFile(path);
  const hasPopulation = (await findIndicator(db, 'population')) !== undefined;
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
  return years.map((year, at) => ({
    ...editionOf(
      rows.filter((row) => row.year === year),
      { year, file, linesRead, hasPopulation },
    ),
    quarantined: at === 0 ? quarantined : [],
  }));
}

async function readPlaces(path: string, corrections: Corrections | undefined) {
  const { file, rows: lines } = await openNamedCsv(
    path,
    ['code', 'name', 'level', 'parent', 'year', 'population'],
    ['changeCode', 'urbanity'],
  );
  const rows: PlaceLine[] = [];
  const quarantined: QuarantinedRow[] = [];
  const seen = new Map<string, number>();
  let linesRead = 0;
  for await (const line of correctNamed(lines, corrections, 'code')) {
    linesRead += 1;
    const read = readPlace(file, line);
    if ('reason' in read) {
      quarantined.push(read);
      continue;
    }
    const key = `${read.code} ${read.year}`;
    const before = seen.get(key);
    if (before !== undefined) {
      throw refuseFile(
        { file, line: read.line },
        `${read.code} stands in the file twice for ${read.year}, first on line ${before}.`,
      );
    }
    seen.set(key, read.line);
    rows.push(read);
  }
  if (rows.length === 0) throw refuseFile({ file }, 'there is no place in it that can be used.');
  return { rows, quarantined, linesRead };
}

function readPlace(file: string, { line, field, text }: NamedLine): PlaceLine | QuarantinedRow {
  if (!field) {
    const explanation = 'The line does not have the fields of the header.';
    return { line, reason: 'MALFORMED_LINE', explanation, raw: text };
  }
  const code = tidyPlaceCode(field('code'));
  const level = checkPlaceCode(code);
  const givenLevel = levels[field('level').toLowerCase()];
  if (!givenLevel) {
    const explanation = `Level "${field('level')}" is none of COUNTRY, GEMEENTE, WIJK, BUURT.`;
    return { line, reason: 'UNKNOWN_REGION_TYPE', explanation, raw: text };
  }
  if (!level) {
    const explanation = `"${code}" is not a code of the country, a gemeente, a wijk or a buurt.`;
    return { line, reason: 'UNKNOWN_REGION_CODE', explanation, raw: text };
  }
  const refuse = (message: string) => refuseFile({ file, line }, message);
  if (givenLevel !== level) throw refuse(`${code} is a ${level} by its code, not a ${givenLevel}.`);
  const parent = tidyPlaceCode(field('parent'));
  if (parent !== '' && parent !== parentOf(code)) {
    throw refuse(
      `the parent of ${code} is ${parentOf(code) ?? 'nothing'} by its code, not ${parent}.`,
    );
  }
  if (field('name') === '') throw refuse(`${code} has no name.`);
  const whole = (name: string, pattern: RegExp, meaning: string) => {
    const value = field(name);
    if (value === '') return null;
    if (!pattern.test(value)) throw refuse(`${name} of ${code} is "${value}", not ${meaning}.`);
    return Number(value);
  };
  const year = whole('year', /^(19|20)\d\d$/, 'a year such as 2024');
  if (year === null) throw refuse(`${code} has no division year.`);
  return {
    line,
    code,
    level,
    name: field('name'),
    year,
    population: whole('population', /^\d+$/, 'a whole number of inhabitants'),
    changeCode: whole('changeCode', /^[123]$/, 'one of 1, 2, 3'),
    urbanity: whole('urbanity', /^[1-5]$/, 'a class from 1 to 5'),
  };
}

function editionOf(
  rows: readonly PlaceLine[],
  parts: { year: number; file: ReceivedFile; linesRead: number; hasPopulation: boolean },
): ParsedEdition {
  const { year, file } = parts;
  const isCounted = rows.some((row) => row.population !== null);
  const columns = isCounted ? [populationColumn(year)] : [];
  const table: ParsedEdition['table'] = {
    columns,
    rows: rows.map(({ code, level, line, population }) => {
      const cells = emptyCells(columns.length);
      if (isCounted && population === null) setState(cells, 0, 'M', '-');
      else if (population !== null) {
        cells.values[0] = population;
        cells.states[0] = letter('O');
      }
      return { code, level, gemeenteCode: gemeenteOf(code), line, cells };
    }),
    isFilled: columns.map(() => true),
  };
  return {
    importKind: 'places',
    source: importedPlaces,
    indicators: isCounted && !parts.hasPopulation ? [populationIndicator()] : [],
    tableId: `places-${year}-${scopeOf(table.rows)}`,
    title: `${isCounted ? 'Plaatsen en inwoners' : 'Plaatsen'} ${year} (${file.name})`,
    divisionYear: year,
    modifiedAt: null,
    table,
    division: packPlaces(rows),
    files: [file],
    linesRead: parts.linesRead,
    quarantined: [],
    warnings: [],
  };
}

const populationColumn = (year: number): TableColumn => ({
  indicatorKey: 'population',
  segment: '',
  period: year,
  columnKey: 'population',
  columnPath: 'population',
  derivation: '',
  measureKind: 'COUNT',
});

/** The same indicator that KWB fills, until KWB is imported and words it. */
function populationIndicator(): IndicatorDefinition {
  const known = kwbColumns.find((column) => column.key === 'population');
  if (!known) throw new Error('The KWB description lacks population.');
  return {
    key: known.key,
    sourceKey: importedPlaces.key,
    title: known.title,
    definition: '',
    unit: known.unit,
    measureKind: known.measureKind,
    direction: known.direction,
    theme: known.theme,
    sensitive: false,
    provenance: 'MEASURED',
    population: known.population ?? '',
    decimals: 0,
    sortOrder: 0,
    breakYears: [],
  };
}

export interface LinksOutcome {
  readonly linesRead: number;
  readonly added: number;
  readonly changed: number;
}

/** Records explicit links; a year anywhere in a span names that span. Refuses the file for an unknown place. */
export async function importLinks(
  db: Db,
  path: string,
  options: Omit<RunOptions, 'publish'>,
): Promise<LinksOutcome> {
  const columns = ['fromCode', 'fromYear', 'toCode', 'toYear', 'kind'];
  const { file, rows } = await openNamedCsv(path, columns, ['weight']);
  const lines: NamedLine[] = [];
  for await (const line of rows) lines.push(line);
  return inTransaction(db, options.dryRun, async (tx) => {
    const outcome = { linesRead: lines.length, added: 0, changed: 0 };
    for (const line of lines) {
      const link = await readLink(tx, file, line);
      const [known] = await tx
        .select({ kind: placeLinks.kind, weight: placeLinks.weight })
        .from(placeLinks)
        .where(sameLink(link));
      if (!known) outcome.added += 1;
      else if (known.kind !== link.kind || known.weight !== link.weight) outcome.changed += 1;
      await tx
        .insert(placeLinks)
        .values(link)
        .onConflictDoUpdate({
          target: [placeLinks.fromCode, placeLinks.fromYear, placeLinks.toCode, placeLinks.toYear],
          set: { kind: link.kind, weight: link.weight },
        });
    }
    if (outcome.added + outcome.changed > 0) {
      await appendAudit(
        tx,
        {
          gemeenteCode: 'NL00',
          event: 'PLACE_LINKS_IMPORTED',
          actor: 'system',
          role: 'SYSTEM',
          objectType: 'file',
          objectId: file,
          details: outcome,
        },
        options.now,
      );
    }
    return outcome;
  });
}

interface LinkRow {
  readonly fromCode: string;
  readonly fromYear: number;
  readonly toCode: string;
  readonly toYear: number;
  readonly kind: PlaceLinkKind;
  readonly weight: number;
}

const sameLink = (link: LinkRow) =>
  and(
    eq(placeLinks.fromCode, link.fromCode),
    eq(placeLinks.fromYear, link.fromYear),
    eq(placeLinks.toCode, link.toCode),
    eq(placeLinks.toYear, link.toYear),
  );

async function readLink(tx: Db, file: string, { line, field }: NamedLine): Promise<LinkRow> {
  const refuse = (message: string) => refuseFile({ file, line }, message);
  if (!field) throw refuse('the line does not have the fields of the header.');
  const kind = field('kind').toUpperCase();
  if (!isCode(placeLinkKinds, kind)) {
    throw refuse(`kind "${field('kind')}" is none of ${Object.keys(placeLinkKinds).join(', ')}.`);
  }
  const weight = field('weight') === '' ? 1 : Number(field('weight'));
  if (!(weight > 0 && weight <= 1)) {
    throw refuse(`weight "${field('weight')}" is not above 0 and at most 1.`);
  }
  const end = async (code: string, yearText: string) => {
    const year = /^\d{4}$/.test(yearText) ? Number(yearText) : 0;
    const [span] = await tx
      .select({ firstYear: places.firstYear })
      .from(places)
      .where(
        and(eq(places.code, code), sql`${year} between ${places.firstYear} and ${places.lastYear}`),
      );
    if (!span) throw refuse(`${code} does not exist in the division of ${yearText}.`);
    return span.firstYear;
  };
  const fromCode = field('fromCode');
  const toCode = field('toCode');
  const fromYear = await end(fromCode, field('fromYear'));
  const toYear = await end(toCode, field('toYear'));
  if (fromYear >= toYear) {
    throw refuse(`${fromCode} since ${fromYear} is not earlier than ${toCode} since ${toYear}.`);
  }
  return { fromCode, fromYear, toCode, toYear, kind, weight };
}
