// KWB as an OData v3 set on disk: TypedDataSet (json or csv, gzipped or not) beside DataProperties, TableInfos and
// WijkenEnBuurten (domain 6.1).
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { tidyPlaceCode } from '../places/codes.ts';
import type { SourceColumn } from './columns.ts';
import { openCsv } from './csv.ts';
import { tables } from './descriptions/cbs-kwb.ts';
import { readJson, readJsonObjects, receiveFile } from './files.ts';
import type { KwbFile } from './kwb.ts';
import { refuseFile } from './refusal.ts';
import type { RegionLine } from './region-rows.ts';

type Entry = Readonly<Record<string, unknown>>;

const dataSetName = /^(?:Typed|Untyped)DataSet(?:_([^.]+))?\.(json|csv)(?:\.gz)?$/;

/** `GM0518` of `TypedDataSet_GM0518.json`; undefined when the name is not that of a data set. */
export function dataSetPart(name: string): string | undefined {
  const match = dataSetName.exec(name);
  return match ? (match[1] ?? '') : undefined;
}

/** Opens a v3 set; refuses it when a file beside it is missing or it is another table than KWB. */
export async function openKwbOdata(path: string): Promise<KwbFile> {
  const file = basename(path);
  const part = dataSetPart(file) ?? '';
  const metadata = await readMetadata(path, part);
  const opened = /\.csv(\.gz)?$/.test(file) ? await openCsvRows(path) : await openJsonRows(path);
  const header = opened.header;
  const position = (key: string) => header.indexOf(key);
  const codeKey = metadata.regionKey;
  const codeAt = position(codeKey) >= 0 ? position(codeKey) : header.findIndex(isCodeKey);
  if (codeAt < 0) {
    throw refuseFile(
      { file, line: 1 },
      `there is no column with place codes (${codeKey} or Codering_…). Names are not unique: fetch the` +
        ' file again with the codes.',
    );
  }
  const missing = metadata.columns.filter((column) => position(column.key) < 0);
  const described = new Set([...metadata.columns.map((c) => c.key), ...metadata.otherKeys]);
  const unknown = header.filter((key) => key !== 'ID' && key !== codeKey && !described.has(key));
  const beside = metadata.columns.filter((column) => position(column.key) >= 0);
  if (beside.length === 0) {
    throw refuseFile(
      { file, line: 1 },
      'none of the columns of DataProperties is in it: the two files belong to different tables.',
    );
  }
  return {
    file,
    ...metadata.table,
    columns: beside.map((column) => ({ ...column, at: position(column.key) })),
    codeAt,
    typeAt: header.findIndex((key) => /^SoortRegio_?\d*$/.test(key)),
    nameAt: -1,
    changeAt: header.findIndex((key) => /^Indelingswijziging/.test(key)),
    decimalSign: '.',
    lines: opened.lines,
    names: metadata.names,
    isPortal: false,
    files: [await receiveFile(path), ...(await Promise.all(metadata.paths.map(receiveFile)))],
    warnings: [
      ...missing.map(
        (c) => `Column ${c.key} is described in DataProperties but is not in ${file}.`,
      ),
      ...unknown.map((key) => `Column ${key} of ${file} is not in DataProperties: left out.`),
    ],
  };
}

const isCodeKey = (key: string) => /^Codering_\d+$/.test(key);

async function openCsvRows(path: string) {
  const csv = await openCsv(path, [';']);
  return { header: csv.header, lines: csv.lines as AsyncIterable<RegionLine> };
}

async function openJsonRows(path: string) {
  const objects = readJsonObjects(path);
  const first = await objects.next();
  if (first.done) throw refuseFile({ file: basename(path) }, 'there is no row in this file.');
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

interface Metadata {
  readonly table: Pick<KwbFile, 'tableId' | 'year' | 'title' | 'modifiedAt'>;
  readonly columns: readonly SourceColumn[];
  /** Keys of topics that hold text: names, codes, the postcode. */
  readonly otherKeys: readonly string[];
  readonly regionKey: string;
  readonly names: ReadonlyMap<string, string>;
  readonly paths: readonly string[];
}

async function readMetadata(path: string, part: string): Promise<Metadata> {
  const folder = dirname(path);
  const paths = ['DataProperties', 'TableInfos', 'WijkenEnBuurten'].map((name) =>
    besideFile(folder, name, part, basename(path)),
  );
  const [properties, infos, regions] = await Promise.all(paths.map(readEntries));
  const propertiesFile = basename(paths[0] ?? '');
  return {
    table: tableOf(infos ?? [], basename(paths[1] ?? '')),
    ...columnsOf(properties ?? [], propertiesFile),
    names: namesOf(regions ?? []),
    paths,
  };
}

function besideFile(folder: string, name: string, part: string, dataSet: string): string {
  const candidates = [`${name}_${part}`, name].flatMap((stem) =>
    ['.json', '.json.gz'].map((end) => join(folder, stem + end)),
  );
  const found = candidates.find((candidate) => existsSync(candidate)) ?? partlyNamed(folder, name);
  if (found === undefined) {
    throw refuseFile(
      { file: dataSet },
      `${name}.json (or .json.gz) is not beside it. Without it the ` +
        `${name === 'WijkenEnBuurten' ? 'names of the places' : 'meaning of the columns'} is unknown:` +
        ' fetch it from the same table and put it in the same folder.',
    );
  }
  return found;
}

/** The only file of that kind, when it carries another part in its name. */
function partlyNamed(folder: string, name: string): string | undefined {
  const found = readdirSync(folder).filter((f) =>
    new RegExp(`^${name}_.*\\.json(\\.gz)?$`).test(f),
  );
  return found.length === 1 && found[0] ? join(folder, found[0]) : undefined;
}

async function readEntries(path: string): Promise<Entry[]> {
  const document = await readJson(path);
  const list = Array.isArray(document) ? document : (document as { value?: unknown })?.value;
  if (!Array.isArray(list)) {
    throw refuseFile({ file: basename(path) }, 'there is no list "value" in it, as OData v3 has.');
  }
  return list as Entry[];
}

const word = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

function tableOf(infos: readonly Entry[], file: string): Metadata['table'] {
  const info = infos[0] ?? {};
  const tableId = word(info.Identifier);
  const title = word(info.Title);
  const known = tables.find((table) => table.id === tableId);
  const year = known?.year ?? Number(word(info.Period) || /(20\d\d)/.exec(title)?.[1]);
  const isKwb = known !== undefined || /kerncijfers wijken en buurten/i.test(title);
  if (tableId === '' || !isKwb || !Number.isInteger(year)) {
    throw refuseFile(
      { file },
      `the table ${tableId || 'without id'} "${title}" is not one of Kerncijfers wijken en buurten, the` +
        ' only CBS table this version imports.',
    );
  }
  const modified = Date.parse(`${word(info.Modified)}Z`);
  return { tableId, year, title, modifiedAt: Number.isNaN(modified) ? null : new Date(modified) };
}

function columnsOf(properties: readonly Entry[], file: string) {
  const typeOf = (entry: Entry) => word(entry['odata.type'] ?? entry.odata_type ?? entry.Type);
  const byId = new Map(properties.map((entry) => [entry.ID, entry]));
  const groupsOf = (entry: Entry): string[] => {
    const parent = byId.get(entry.ParentID);
    return parent && parent !== entry ? [...groupsOf(parent), word(parent.Title)] : [];
  };
  const topics = properties.filter((entry) => /(^|\.)Topic$/.test(typeOf(entry)));
  if (topics.length === 0) throw refuseFile({ file }, 'it describes no columns (Topic).');
  const geo = properties.find((entry) => typeOf(entry).endsWith('GeoDetail'));
  const isFigure = (entry: Entry) => word(entry.Datatype) !== 'String';
  return {
    regionKey: word(geo?.Key) || 'WijkenEnBuurten',
    otherKeys: topics.filter((t) => !isFigure(t)).map((t) => word(t.Key)),
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

const namesOf = (regions: readonly Entry[]) =>
  new Map(regions.map((region) => [tidyPlaceCode(word(region.Key)), word(region.Title)]));
