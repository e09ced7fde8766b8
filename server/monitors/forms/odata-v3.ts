// A CBS OData v3 set (domain 6.1): the data set in json (one file, or the pages of a live import) or csv, with
// DataProperties, TableInfos and the lists of codes beside it.
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { tidyPlaceCode } from '../../places/codes.ts';
import { type PackedPlaces, packPlaces } from '../../places/packed-places.ts';
import type { SourceColumn } from '../columns.ts';
import { openCsv } from '../csv.ts';
import { markTitle } from '../cube-dimensions.ts';
import { describeTable } from '../descriptions/all.ts';
import { readJson, readJsonBlocks, readJsonPages, receiveFile } from '../files.ts';
import { country } from '../national.ts';
import type { OpenedTable, RegionLine } from '../opened-table.ts';
import { refuseFile } from '../refusal.ts';

type Entry = Readonly<Record<string, unknown>>;

/** The files of one table; a list holds the pages of a set in their order. */
export interface OdataV3Set {
  readonly dataSet: readonly string[];
  readonly properties: string;
  readonly infos: string;
  /** List of the places, by the key of their column. */
  readonly places: (regionKey: string) => readonly string[];
  /** List of codes of a further dimension; empty when there is none. */
  readonly codes: (dimension: string) => readonly string[];
}

const dataSetName = /^(?:Typed|Untyped)DataSet(?:_([^.]+))?\.(json|csv)(?:\.gz)?$/;

/** `GM0518` of `TypedDataSet_GM0518.json`; undefined when the name is not that of a data set. */
export function dataSetPart(name: string): string | undefined {
  const match = dataSetName.exec(name);
  return match ? (match[1] ?? '') : undefined;
}

/** The files beside a saved data set; refuses it when one that is needed is missing. */
export function findSavedSet(path: string): OdataV3Set {
  const folder = dirname(path);
  const part = dataSetPart(basename(path)) ?? '';
  const beside = (name: string) => findBeside(folder, name, part);
  const need = (name: string) =>
    beside(name) ?? refuseLacking(path, name, 'meaning of the columns');
  return {
    dataSet: [path],
    properties: need('DataProperties'),
    infos: need('TableInfos'),
    places: (regionKey) => listBeside(beside, regionKey),
    codes: (dimension) => listBeside(beside, dimension),
  };
}

function listBeside(beside: (name: string) => string | undefined, name: string): string[] {
  const found = beside(name);
  return found === undefined ? [] : [found];
}

function refuseLacking(path: string, name: string, what: string): never {
  throw refuseFile(
    { file: basename(path) },
    `${name}.json (or .json.gz) is not beside it. Without it the ${what} is unknown: fetch it from the same` +
      ' table and put it in the same folder.',
  );
}

function findBeside(folder: string, name: string, part: string): string | undefined {
  const candidates = [`${name}_${part}`, name].flatMap((stem) =>
    ['.json', '.json.gz'].map((end) => join(folder, stem + end)),
  );
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  // The only file of that kind, when it carries another part in its name.
  const others = readdirSync(folder).filter(
    (f) => f.startsWith(`${name}_`) && /\.json(\.gz)?$/.test(f),
  );
  return others.length === 1 && others[0] ? join(folder, others[0]) : undefined;
}

/** Opens a set; refuses a table that is not described and files that do not belong together. */
export async function openOdataV3(set: OdataV3Set): Promise<OpenedTable> {
  const [first = ''] = set.dataSet;
  const file = basename(first);
  const metadata = await readMetadata(set);
  const { isNational = false } = metadata.description;
  if (metadata.places.length === 0 && !isNational) {
    refuseLacking(first, metadata.regionKey, 'meaning of the place codes');
  }
  const rows = /\.csv(\.gz)?$/.test(file) ? await openCsvRows(first) : await openJsonRows(set);
  const { header } = rows;
  const position = (key: string) => header.indexOf(key);
  // After the fields of the file.
  const codeAt = isNational
    ? header.length
    : position(metadata.regionKey) >= 0
      ? position(metadata.regionKey)
      : header.findIndex(isCodeKey);
  if (codeAt < 0) {
    throw refuseFile(
      { file, line: 1 },
      `there is no column with place codes (${metadata.regionKey} or Codering_…). Names are not unique: fetch the` +
        ' file again with the codes.',
    );
  }
  const isThere = ({ key }: { key: string }) => position(key) >= 0;
  const missing = [...metadata.columns, ...metadata.dimensions].filter((one) => !isThere(one));
  const described = new Set([
    ...[...metadata.columns, ...metadata.dimensions].map((one) => one.key),
    ...metadata.otherKeys,
    metadata.regionKey,
    'ID',
  ]);
  const columns = metadata.columns.filter(isThere);
  if (columns.length === 0) {
    throw refuseFile(
      { file, line: 1 },
      'none of the columns of DataProperties is in it: the two files belong to different tables.',
    );
  }
  return {
    description: metadata.description,
    file,
    identify: () => metadata.identity,
    modifiedAt: metadata.modifiedAt,
    columns: columns.map((column) => ({ ...column, at: position(column.key) })),
    dimensions: metadata.dimensions.filter(isThere).map(({ key, titles }) => ({
      name: key,
      at: position(key),
      titles,
    })),
    codeAt,
    secondCodeAt: header.findIndex(isCodeKey),
    typeAt: header.findIndex((key) => /^SoortRegio_?\d*$/.test(key)),
    nameAt: -1,
    changeAt: header.findIndex((key) => /^Indelingswijziging/.test(key)),
    decimalSign: '.',
    lines: isNational ? ofCountry(rows.lines) : rows.lines,
    names: isNational ? packPlaces([country]) : metadata.names,
    isPortal: false,
    files: await Promise.all([...set.dataSet, ...metadata.paths].map(receiveFile)),
    warnings: [
      ...missing.map(
        ({ key }) => `Column ${key} is described in DataProperties but is not in ${file}.`,
      ),
      ...header
        .filter((key) => !described.has(key))
        .map((key) => `Column ${key} of ${file} is not in DataProperties: left out.`),
    ],
  };
}

async function* ofCountry(lines: AsyncIterable<RegionLine>): AsyncGenerator<RegionLine> {
  for await (const line of lines) {
    yield line.fields ? { ...line, fields: [...line.fields, country.code] } : line;
  }
}

const isCodeKey = (key: string) => /^Codering_\d+$/.test(key);

async function openCsvRows(path: string) {
  const csv = await openCsv(path, [';']);
  return { header: csv.header, lines: csv.lines as AsyncIterable<RegionLine> };
}

async function openJsonRows({ dataSet }: OdataV3Set) {
  const objects = readPages(dataSet);
  const first = await objects.next();
  if (first.done) {
    throw refuseFile({ file: basename(dataSet[0] ?? '') }, 'there is no row in this file.');
  }
  const header = Object.keys(first.value.object);
  async function* lines(): AsyncGenerator<RegionLine> {
    if (!first.done) yield asLine(first.value);
    for await (const row of objects) yield asLine(row);
  }
  const asLine = ({ object, line }: { object: Entry; line: number }): RegionLine => {
    const isWhole = header.every((key) => key in object);
    return {
      line,
      fields: isWhole ? header.map((key) => object[key]) : undefined,
      text: isWhole ? '' : JSON.stringify(object),
    };
  };
  return { header, lines: lines() };
}

/**
 * The line in a single file; over several pages, and where the first rows share a line, the number of the row. No two
 * rows have the same: corrections name it.
 */
async function* readPages(paths: readonly string[]) {
  const objects = readJsonPages(paths);
  const first = [await objects.next(), await objects.next()].flatMap((one) =>
    one.done ? [] : [one.value],
  );
  const [one, other] = first;
  const isByLine = paths.length === 1 && (!one || !other || other.line > one.line);
  let last = 0;
  const number = ({ object, line }: { object: Entry; line: number }) => {
    last = Math.max(last + 1, isByLine ? line : 0);
    return { object, line: last };
  };
  for (const row of first) yield number(row);
  for await (const row of objects) yield number(row);
}

async function readMetadata(set: OdataV3Set) {
  const properties = await readEntries(set.properties);
  const columns = columnsOf(properties, basename(set.properties));
  const dimensions: { key: string; titles: ReadonlyMap<string, string> }[] = [];
  const places = set.places(columns.regionKey);
  const paths = [set.properties, set.infos, ...places];
  for (const key of columns.dimensionKeys) {
    const lists = set.codes(key);
    paths.push(...lists);
    dimensions.push({ key, titles: titlesOf(await readLists(lists)) });
  }
  return {
    ...tellTable(await readEntries(set.infos), basename(set.infos)),
    ...columns,
    dimensions,
    names: await readNames(places),
    places,
    paths,
  };
}

async function readEntries(path: string): Promise<Entry[]> {
  const document = await readJson(path);
  const list = Array.isArray(document) ? document : (document as { value?: unknown })?.value;
  if (!Array.isArray(list)) {
    throw refuseFile({ file: basename(path) }, 'there is no list "value" in it, as OData has.');
  }
  return list as Entry[];
}

async function readLists(paths: readonly string[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const path of paths) entries.push(...(await readEntries(path)));
  return entries;
}

/** Names by code, one place at a time: the list of the country is longer than what is kept of it. */
async function readNames(paths: readonly string[]): Promise<PackedPlaces> {
  const names = packPlaces();
  for (const path of paths) {
    for await (const block of readJsonBlocks(path)) {
      for (const { object } of block) {
        names.put({ code: tidyPlaceCode(word(object.Key)), name: word(object.Title) });
      }
    }
  }
  return names;
}

const word = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

const titlesOf = (entries: readonly Entry[]) =>
  new Map(
    entries.map(({ Key, Title, Status }) => [word(Key), markTitle(word(Title), word(Status))]),
  );

const newestYear = (words: string): number | undefined => {
  const years = (words.match(/(?:19|20)\d\d/g) ?? []).map(Number);
  return years.length > 0 ? Math.max(...years) : undefined;
};

function tellTable([info = {}]: readonly Entry[], file: string) {
  const tableId = word(info.Identifier);
  const title = word(info.Title);
  const known = describeTable(tableId, title);
  const year = known?.table?.year ?? newestYear(word(info.Period)) ?? newestYear(title);
  if (tableId === '' || !known || year === undefined) {
    throw refuseFile(
      { file },
      `the table ${tableId || 'without id'} "${title}" is not described: it is not one of Kerncijfers wijken en` +
        ' buurten nor of the other sources that `wijkbeeld catalogue` lists.',
    );
  }
  const modified = Date.parse(`${word(info.Modified)}Z`);
  return {
    description: known.description,
    identity: { tableId, year, title },
    modifiedAt: Number.isNaN(modified) ? null : new Date(modified),
  };
}

/** What DataProperties says of the columns and the dimensions of a table; refuses one without columns. */
export function columnsOf(properties: readonly Entry[], file: string) {
  const typeOf = (entry: Entry) => word(entry['odata.type'] ?? entry.odata_type ?? entry.Type);
  const byId = new Map(properties.map((entry) => [entry.ID, entry]));
  const groupsOf = (entry: Entry): string[] => {
    const parent = byId.get(entry.ParentID);
    return parent && parent !== entry ? [...groupsOf(parent), word(parent.Title)] : [];
  };
  const topics = properties.filter((entry) => /(^|\.)Topic$/.test(typeOf(entry)));
  if (topics.length === 0) throw refuseFile({ file }, 'it describes no columns (Topic).');
  const geo = properties.find((entry) => /Geo(Detail|Dimension)$/.test(typeOf(entry)));
  const isFigure = (entry: Entry) => word(entry.Datatype) !== 'String';
  return {
    regionKey: word(geo?.Key) || 'WijkenEnBuurten',
    dimensionKeys: properties
      .filter((entry) => entry !== geo && /(^|\.)(Time)?Dimension$/.test(typeOf(entry)))
      .map((entry) => word(entry.Key)),
    otherKeys: topics.filter((topic) => !isFigure(topic)).map((topic) => word(topic.Key)),
    columns: topics.filter(isFigure).map(
      (topic): SourceColumn => ({
        key: word(topic.Key),
        groups: groupsOf(topic),
        title: word(topic.Title),
        unit: word(topic.Unit),
        decimals: typeof topic.Decimals === 'number' ? topic.Decimals : 0,
        definition: word(topic.Description),
      }),
    ),
  };
}
