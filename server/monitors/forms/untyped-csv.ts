// An UntypedDataSet as a csv without the lists beside it (domain 6.4): dimensions and measures are recognised by the
// keys of the source that the file is said to be of.
import { basename, resolve } from 'node:path';
import { type SourceColumn, stemOf } from '../columns.ts';
import { openCsv } from '../csv.ts';
import type { SourceDescription } from '../descriptions/description.ts';
import { receiveFile } from '../files.ts';
import type { OpenedTable } from '../opened-table.ts';
import { refuseFile } from '../refusal.ts';

export interface UntypedOptions {
  /** Where the name of the file does not tell. */
  readonly tableId?: string | undefined;
  /** Division year of the codes, for a table that is not described. */
  readonly year?: number | undefined;
}

/** Opens the file; refuses one without the described dimensions or without a measure. */
export async function openUntypedCsv(
  path: string,
  description: SourceDescription,
  options: UntypedOptions,
): Promise<OpenedTable> {
  const csv = await openCsv(path, [';']);
  const { file, header } = csv;
  const named = description.dimensions.map(({ name }) => header.find((key) => name.test(key)));
  const codeAt = header.indexOf('WijkenEnBuurten');
  const missing = [
    ...description.dimensions.flatMap(({ name }, at) =>
      named[at] === undefined ? [name.source.replace(/[$^]/g, '')] : [],
    ),
    ...(codeAt < 0 ? ['WijkenEnBuurten'] : []),
  ];
  if (missing.length > 0) {
    throw refuseFile(
      { file, line: 1 },
      `the header lacks ${missing.join(', ')}: this is not the UntypedDataSet of RIVM's health table with its` +
        ' place codes. Fetch it again from dataderden.cbs.nl.',
    );
  }
  const columns = header.flatMap((key, at) => (isFigure(key) ? [{ ...asColumn(key), at }] : []));
  if (columns.length === 0) throw refuseFile({ file, line: 1 }, 'there is no indicator.');
  return {
    description,
    file,
    identify: (newest) => tellTable(path, description, options, newest),
    modifiedAt: null,
    columns,
    dimensions: named.flatMap((name) =>
      name === undefined ? [] : [{ name, at: header.indexOf(name), titles: new Map() }],
    ),
    codeAt,
    secondCodeAt: header.findIndex((key) => /^Codering(_\d+)?$/.test(key)),
    typeAt: header.findIndex((key) => /^SoortRegio(_\d+)?$/.test(key)),
    nameAt: -1,
    changeAt: -1,
    decimalSign: '.',
    lines: csv.lines,
    names: undefined,
    isPortal: false,
    files: [await receiveFile(path)],
    warnings: [],
  };
}

const isFigure = (key: string) =>
  /_\d+$/.test(key) && !/^(Gemeentenaam|SoortRegio|Codering|Indelingswijziging)/.test(key);

const asColumn = (key: string): SourceColumn => ({
  key,
  groups: [],
  title: stemOf(key),
  unit: '%',
  decimals: 1,
  definition: '',
});

/** Which table it is: by option, by the id in the path, or by the newest year in it. */
function tellTable(
  path: string,
  { tables }: SourceDescription,
  options: UntypedOptions,
  newest: number | undefined,
) {
  const id = options.tableId ?? /(\d{5}NED)/.exec(resolve(path))?.[1];
  const known = id ? tables.find((t) => t.id === id) : tables.find((t) => t.year === newest);
  const year = options.year ?? known?.year;
  const tableId = id ?? known?.id;
  if (year === undefined || tableId === undefined) {
    throw refuseFile(
      { file: basename(path) },
      `the table ${id ?? 'of this file'} is not described, so the division of its codes is unknown. Say` +
        ' --table with its id and --year with the division year.',
    );
  }
  return { tableId, year, title: known?.title ?? `Gezondheid per wijk en buurt ${newest ?? year}` };
}
