// KWB as a csv from the StatLine portal (domain 6.3): headers are paths with the unit in brackets, the first column
// holds names.
import { basename, resolve } from 'node:path';
import { normalisePath, type SourceColumn } from '../columns.ts';
import { kwb } from '../descriptions/cbs-kwb.ts';
import { receiveFile } from '../files.ts';
import type { OpenedTable } from '../opened-table.ts';
import { refuseFile } from '../refusal.ts';
import { openGrid } from './statline-grid.ts';

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
  const columns = header
    .map((text, at) => ({ ...readHeader(text), at }))
    .filter(({ at }) => at !== codeAt && isFigure(paths[at] ?? '', at));
  if (columns.length === 0) {
    throw refuseFile(
      { file, line: grid.headerLine },
      'there is no column with figures in the header.',
    );
  }
  const identity = tellTable(path, options);
  return {
    description: kwb,
    file,
    identify: () => identity,
    modifiedAt: null,
    columns,
    dimensions: [],
    codeAt,
    typeAt: paths.findIndex((p) => /(^|\/)soort regio/.test(p)),
    nameAt: paths.findIndex((p) => p === 'wijken en buurten' || /regio.?s$/.test(p)),
    changeAt: paths.findIndex((p) => /(^|\/)indelingswijziging/.test(p)),
    decimalSign: null,
    lines: grid.lines,
    names: undefined,
    isPortal: true,
    files: [await receiveFile(path)],
    warnings: grid.told,
  };
}

const isFigure = (path: string, at: number) =>
  at > 0 && !path.startsWith('regioaanduiding/') && !/postcode \(code\)$/.test(path);

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
  const byId = tables.find((t) => t.id === (options.tableId ?? idInPath));
  const yearInName = /(?<!\d)(20[0-3]\d)(?!\d)/.exec(basename(path))?.[1];
  const year = options.year ?? byId?.year ?? (yearInName ? Number(yearInName) : undefined);
  const tableId = options.tableId ?? byId?.id ?? tables.find((t) => t.year === year)?.id;
  if (year === undefined || tableId === undefined) {
    throw refuseFile(
      { file: basename(path) },
      'the year of these figures cannot be told from the name of the file. Say --year 2024 (and --table' +
        ' with the id when the year has no known KWB table).',
    );
  }
  return { tableId, year, title: `Kerncijfers wijken en buurten ${year}` };
}
