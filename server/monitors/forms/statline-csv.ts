// KWB as a csv from the StatLine portal (domain 6.3): headers are paths with the unit in brackets, the first column
// holds names.
import { basename, resolve } from 'node:path';
import { normalisePath, recogniseColumns, type SourceColumn } from '../columns.ts';
import type { RawRow } from '../csv.ts';
import { describeTable } from '../descriptions/all.ts';
import { kwb, kwbGroups } from '../descriptions/cbs-kwb.ts';
import { receiveFile } from '../files.ts';
import type { OpenedTable } from '../opened-table.ts';
import { type FilePosition, refuseFile } from '../refusal.ts';
import { type Grid, openGrid } from './statline-grid.ts';

export interface PortalOptions {
  /** Where the name of the file does not tell. */
  readonly year?: number | undefined;
  readonly tableId?: string | undefined;
}

/** Opens a portal csv; refuses one without codes, or whose year cannot be told. */
export async function openStatlineCsv(path: string, options: PortalOptions): Promise<OpenedTable> {
  const grid = await openGrid(path);
  const { file } = grid;
  const header = grid.header.map(undoMangling);
  const paths = header.map(normalisePath);
  const codeAt = paths.findIndex((p) => /(^|\/)codering( \(code\))?$/.test(p));
  if (codeAt < 0) {
    throw refuseFile(
      { file, line: grid.headerLine },
      'there is no column "Regioaanduiding/Codering (code)". Names of places are not unique: download the' +
        ' table again with Codering selected.',
    );
  }
  const nameAt = findName(header, paths);
  const periodAt = paths.findIndex((p) => /^(.*\/)?perioden?( \(.*\))?$/.test(p));
  const isFigure = (at: number) =>
    ![codeAt, nameAt, periodAt].includes(at) &&
    !isNameless(header[at]) &&
    !/^regioaanduiding\/|postcode \(code\)$/.test(paths[at] ?? '');
  const columns = header
    .map((text, at) => ({ ...readHeader(text), at }))
    .filter(({ at }) => isFigure(at));
  const at = { file, line: grid.headerLine };
  if (columns.length === 0) {
    throw refuseFile(at, 'there is no column with figures in the header.');
  }
  if (columns.every(({ unit }) => unit === '')) {
    throw refuseFile(
      at,
      'no column says its unit, such as "(aantal)": without it a figure cannot be understood. Download the table' +
        ' again and keep its header as it is.',
    );
  }
  const twice = columns.find((c, i) => columns.findIndex((d) => paths[d.at] === paths[c.at]) < i);
  if (twice) {
    throw refuseFile(
      at,
      `the column "${header[twice.at]}" stands twice in the header. Remove one of the two.`,
    );
  }
  const identity = tellTable(path, options);
  refuseOtherTables(at, columns, grid, identity.year);
  const period = periodAt < 0 ? '' : (grid.first?.[periodAt] ?? '').trim();
  return {
    description: kwb,
    file,
    identify: () => identity,
    modifiedAt: null,
    columns,
    dimensions: [],
    codeAt,
    typeAt: paths.findIndex((p) => /(^|\/)soort regio/.test(p)),
    nameAt,
    changeAt: paths.findIndex((p) => /(^|\/)indelingswijziging/.test(p)),
    decimalSign: null,
    lines: checkLines(grid, {
      nameless: header.flatMap((text, i) => (isNameless(text) ? [i] : [])),
      periodAt,
      period,
      year: identity.year,
    }),
    names: undefined,
    isPortal: true,
    isProvisional: period.endsWith('*'),
    files: [await receiveFile(path)],
    warnings: [...grid.told, ...identity.told],
  };
}

type Placed = SourceColumn & { readonly at: number };

const otherwise =
  'Fetch it (import cbs --table with its id), or save the sets of OData in a folder and import that.';

/** The csv of another table would be taken for figures of KWB, and take their place. */
function refuseOtherTables(at: FilePosition, columns: readonly Placed[], grid: Grid, year: number) {
  const divided = columns.find(
    (column) =>
      column.unit === '' &&
      column.groups.length === 0 &&
      /[a-z]{3}/i.test(grid.first?.[column.at] ?? ''),
  );
  if (divided) {
    throw refuseFile(
      at,
      `the column "${divided.title}" holds "${grid.first?.[divided.at]?.trim()}": the figures of this table are divided by` +
        ` more than places, and a csv of the portal does not hold the codes of that. ${otherwise}`,
    );
  }
  const isOfKwb = recogniseColumns(columns, kwb, year).some(
    ({ isDescribed, source }) => isDescribed || kwbGroups.test(source.groups[0] ?? ''),
  );
  if (isOfKwb) return;
  throw refuseFile(
    at,
    `none of its columns ("${columns[0]?.title}" is the first) is one of Kerncijfers wijken en buurten, and no csv of another` +
      ` table is read. ${otherwise}`,
  );
}

/** The column of names by its title; else the first, when that is no path with a unit. */
function findName(header: readonly string[], paths: readonly string[]): number {
  const named = paths.findIndex((p) => p === 'wijken en buurten' || /regio.?s$/.test(p));
  if (named >= 0) return named;
  return isNameless(header[0]) || /[/(]/.test(header[0] ?? '') ? -1 : 0;
}

/** What R and pandas call a column of row numbers, and what a spreadsheet leaves at the end of lines. */
const isNameless = (text: string | undefined) => /^(unnamed: ?\d+)?$/i.test(text ?? '');

interface Checked {
  readonly nameless: readonly number[];
  /** Position of the period, -1 when there is none, and what the first line says. */
  readonly periodAt: number;
  readonly period: string;
  readonly year: number;
}

/** Refuses figures of another period than the file is read as, and figures in a column without a name. */
async function* checkLines(
  { file, lines }: Grid,
  { nameless, periodAt, period, year }: Checked,
): AsyncGenerator<RawRow> {
  const told = /^(\d{4})(?:JJ00)?\*{0,2}$/.exec(period)?.[1];
  let before = -1;
  for await (const raw of lines) {
    const { fields, line } = raw;
    if (fields && periodAt >= 0) {
      const here = fields[periodAt]?.trim() ?? '';
      const isOther = here.slice(0, 4) !== String(year) || told === undefined;
      if (isOther) {
        throw refuseFile(
          { file, line },
          `the period is "${here}", while this file is read as ${year}. Download one file per year.`,
        );
      }
      if (here !== period) {
        throw refuseFile(
          { file, line },
          `the period is "${here}", and "${period}" on the lines before. Download one file per year.`,
        );
      }
    }
    for (const at of nameless) {
      const field = fields?.[at]?.trim() ?? '';
      // Numbers of rows rise.
      if (field === '' || (at === 0 && /^\d+$/.test(field) && Number(field) > before)) {
        before = Math.max(before, Number(field));
        continue;
      }
      throw refuseFile(
        { file, line },
        `column ${at + 1} has no name, but holds ${JSON.stringify(field)}. Give it its name, or leave it out.`,
      );
    }
    yield raw;
  }
}

/**
 * R writes `Bevolking.Aantal.inwoners..aantal.`: the unit comes back, the groups do not. Such a column is found by its
 * words (columns.ts).
 */
function undoMangling(text: string): string {
  if (/[\s/()]/.test(text) || !text.includes('.')) return text;
  const match = /^(.*)\.\.(.+?)\.$/.exec(text);
  const words = (mangled: string) => mangled.replace(/\.+/g, ' ').trim();
  const path = words(match?.[1] ?? text);
  const plain = /^Regioaanduiding (.*)$/.exec(path)?.[1];
  const unit = match?.[2] === undefined ? '' : ` (${words(match[2])})`;
  return `${plain === undefined ? path : `Regioaanduiding/${plain}`}${unit}`;
}

/** `A/B/Title (unit)`; a slash before a small letter belongs to the title ("woning/schuur"). */
function readHeader(text: string): SourceColumn {
  const match = /^(.*?)\s*\(([^()]*)\)$/.exec(text);
  const path = match?.[1] ?? text;
  const unit = match?.[2] ?? '';
  const parts = path.split(/\/(?=[^a-z])/);
  return {
    key: '',
    groups: parts.slice(0, -1),
    title: parts.at(-1) ?? path,
    unit,
    decimals: unit === 'aantal' || unit === 'code' || unit === 'ha' ? 0 : 1,
    definition: '',
  };
}

function tellTable(path: string, options: PortalOptions) {
  const { tables } = kwb;
  const idInPath = /(\d{5}NED)/.exec(resolve(path))?.[1];
  const id = options.tableId ?? idInPath ?? '';
  const known = describeTable(id, '');
  if (known && known.description !== kwb) {
    const { title } = known.description.source;
    throw refuseFile(
      { file: basename(path) },
      `${id} is a table of "${title}", of which no csv of the portal is read. ${otherwise}`,
    );
  }
  const byId = tables.find((t) => t.id === (options.tableId ?? idInPath));
  const yearInName = /(?<!\d)(20[0-3]\d)(?!\d)/.exec(basename(path))?.[1];
  const year = options.year ?? byId?.year ?? (yearInName ? Number(yearInName) : undefined);
  if (options.tableId !== undefined && byId && byId.year !== year) {
    throw refuseFile(
      { file: basename(path) },
      `${byId.id} is the table of ${byId.year}, not of ${year}. Leave out --year or --table.`,
    );
  }
  const tableId = options.tableId ?? byId?.id ?? tables.find((t) => t.year === year)?.id;
  if (year === undefined || tableId === undefined) {
    throw refuseFile(
      { file: basename(path) },
      'the year of these figures cannot be told from the name of the file. Say --year 2024 (and --table' +
        ' with the id when the year has no known KWB table).',
    );
  }
  const isOther = yearInName !== undefined && Number(yearInName) !== year;
  const told = isOther ? [`The name of the file says ${yearInName}; it is read as ${year}.`] : [];
  return { tableId, year, title: `Kerncijfers wijken en buurten ${year}`, told };
}
