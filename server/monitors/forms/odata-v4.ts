// A CBS OData v4 set (domain 6.2): one observation a cell, absent when missing, so that the lists of codes say what there
// should be. Cells are gathered to the rows of the other forms.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readPeriod } from '../../figures/periods.ts';
import { tidyPlaceCode } from '../../places/codes.ts';
import { packPlaces } from '../../places/packed-places.ts';
import type { SourceColumn } from '../columns.ts';
import { markTitle } from '../cube-dimensions.ts';
import { describeTable } from '../descriptions/all.ts';
import { readJson, readJsonPages, receiveFile } from '../files.ts';
import { country } from '../national.ts';
import type { OpenedDimension, OpenedTable, RegionLine } from '../opened-table.ts';
import { refuseFile } from '../refusal.ts';

type Entry = Readonly<Record<string, unknown>>;

/** True for a folder that holds sets of a v4 table; which one is missing is told when it is opened. */
export const isV4Folder = (names: readonly string[]) =>
  ['Dimensions', 'MeasureCodes', 'Observations'].some((set) =>
    names.some((name) => isPageOf(set, name)),
  );

/** `Observations.json`, `Observations_first2000.json`, `Observations-00003.json.gz`. */
const isPageOf = (set: string, name: string) =>
  new RegExp(`^${set}([-_][\\w-]*)?\\.json(\\.gz)?$`).test(name);

/**
 * Opens a v4 set in a folder; refuses one without observations or of a table that is not described. `isWhole`: it holds all
 * places, absent or told by the number of its observations when it is not said.
 */
export async function openOdataV4(
  folder: string,
  { isWhole }: { isWhole?: boolean } = {},
): Promise<OpenedTable> {
  const names = readdirSync(folder).sort();
  const pages = (set: string) =>
    names.filter((name) => isPageOf(set, name)).map((name) => join(folder, name));
  const need = (set: string) => {
    const found = pages(set);
    if (found.length > 0) return found;
    throw refuseFile({ file: folder }, `there is no ${set}.json in it, which a v4 table needs.`);
  };
  const dimensions = await readList(need('Dimensions'));
  const geo = dimensions.find((dimension) => /^Geo/.test(word(dimension.Kind)));
  const regionKey = word(geo?.Identifier);
  const others = dimensions.filter((dimension) => dimension !== geo);
  const codePages = new Map(
    dimensions.map(({ Identifier }) => [word(Identifier), need(`${word(Identifier)}Codes`)]),
  );
  const codes = await readList(need('MeasureCodes'));
  const isText = (measure: Entry) => word(measure.DataType) === 'String';
  const hasGroups = codes.some(({ MeasureGroupId }) => word(MeasureGroupId) !== '');
  const groups = hasGroups ? await readList(need('MeasureGroups')) : [];
  const measures = describeMeasures(
    codes.filter((measure) => !isText(measure)),
    groups,
  );
  const opened: OpenedDimension[] = [];
  for (const [at, { Identifier }] of others.entries()) {
    const list = await readList(codePages.get(word(Identifier)) ?? []);
    const titles = new Map(
      list.map((code) => [word(code.Identifier), markTitle(word(code.Title), word(code.Status))]),
    );
    opened.push({ name: word(Identifier), at: 1 + at, titles });
  }
  const properties = pages('Properties')[0];
  const info = properties ? ((await readJson(properties)) as Entry) : {};
  const told = tellTable(info, { geo, dimensions: opened, folder });
  if (!geo && !told.description.isNational) {
    throw refuseFile({ file: folder }, 'the table has no places (GeoDetail).');
  }
  const listed = geo ? await readList(codePages.get(regionKey) ?? []) : [];
  const places = geo
    ? listed.map((place) => ({ code: word(place.Identifier), name: word(place.Title) }))
    : [country];
  const offset = 1 + others.length;
  const observations = need('Observations');
  const strange: string[] = [];
  const files = [
    ...observations,
    ...['Properties', 'Dimensions', 'MeasureCodes', 'MeasureGroups'].flatMap(pages),
    ...[...codePages.values()].flat(),
  ];
  return {
    ...told,
    file: basename(observations[0] ?? ''),
    columns: measures.map((measure, at) => ({ ...measure.column, at: offset + at })),
    dimensions: opened,
    codeAt: 0,
    typeAt: -1,
    nameAt: -1,
    changeAt: -1,
    decimalSign: '.',
    lines: gatherRows({
      observations,
      places: places.map(({ code }) => code),
      regionKey,
      others: opened,
      measures: new Map(measures.map(({ id }, at) => [id, at])),
      texts: new Set(codes.filter(isText).map(({ Identifier }) => word(Identifier))),
      isWhole,
      expected: typeof info.ObservationCount === 'number' ? info.ObservationCount : undefined,
      strange,
    }),
    names: packPlaces(places.map(({ code, name }) => ({ code: tidyPlaceCode(code), name }))),
    isPortal: false,
    files: await Promise.all(files.map(receiveFile)),
    warnings: strange,
  };
}

const word = (value: unknown) =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

async function readList(paths: readonly string[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const path of paths) {
    const document = await readJson(path);
    const list = Array.isArray(document) ? document : (document as { value?: unknown })?.value;
    if (!Array.isArray(list)) {
      throw refuseFile({ file: basename(path) }, 'there is no list "value" in it, as OData has.');
    }
    entries.push(...(list as Entry[]));
  }
  return entries;
}

/** Measures in the order of the table. */
function describeMeasures(codes: readonly Entry[], groups: readonly Entry[]) {
  const tree = new Map(groups.map((group) => [word(group.Id), group]));
  const groupsOf = (id: string): string[] => {
    const group = tree.get(id);
    return group ? [...groupsOf(word(group.ParentId)), word(group.Title)] : [];
  };
  const indexOf = (entry: Entry) => (typeof entry.Index === 'number' ? entry.Index : 0);
  return [...codes]
    .sort((a, b) => indexOf(a) - indexOf(b))
    .map((measure) => ({
      id: word(measure.Identifier),
      column: {
        key: word(measure.Identifier),
        groups: groupsOf(word(measure.MeasureGroupId)),
        title: word(measure.Title),
        unit: word(measure.Unit),
        decimals: typeof measure.Decimals === 'number' ? measure.Decimals : 0,
        definition: word(measure.Description),
      } satisfies SourceColumn,
    }));
}

/** The newest year among the codes of periods. */
const newestYear = (dimensions: readonly OpenedDimension[]): number | undefined => {
  const years = dimensions.flatMap(({ titles }) =>
    [...titles.keys()].flatMap((code) => readPeriod(code)?.year ?? []),
  );
  return years.length > 0 ? Math.max(...years) : undefined;
};

interface Told {
  /** Absent: the table has no places. */
  readonly geo: Entry | undefined;
  readonly dimensions: readonly OpenedDimension[];
  readonly folder: string;
}

function tellTable(info: Entry, { geo, dimensions, folder }: Told) {
  const tableId = word(info.Identifier) || (/(\d{5}NED)/.exec(folder)?.[1] ?? '');
  const title = word(info.Title);
  const known = describeTable(tableId, title);
  const year =
    known?.table?.year ??
    Number(
      /(20\d\d)$/.exec(word(geo?.MapYear) || word(info.TemporalCoverage))?.[1] ??
        newestYear(dimensions),
    );
  if (tableId === '') {
    throw refuseFile(
      { file: folder },
      'nothing says which table this is: Properties.json is not in it, nor an id such as 85984NED in its name.',
    );
  }
  if (!known || !Number.isInteger(year)) {
    throw refuseFile(
      { file: folder },
      `the table ${tableId} "${title}" is not described: see \`wijkbeeld catalogue\`.`,
    );
  }
  const modified = Date.parse(word(info.Modified));
  return {
    description: known.description,
    identify: () => ({ tableId, year, title: title || (known.table?.title ?? tableId) }),
    modifiedAt: Number.isNaN(modified) ? null : new Date(modified),
  };
}

interface Gathering {
  readonly observations: readonly string[];
  readonly places: readonly string[];
  /** Empty: the table has no places, and all of it is about the country. */
  readonly regionKey: string;
  readonly others: readonly OpenedDimension[];
  readonly measures: ReadonlyMap<string, number>;
  /** Measures that hold text, which is no figure. */
  readonly texts: ReadonlySet<string>;
  /** Whether all places are among the observations; undefined: the number of observations tells. */
  readonly isWhole: boolean | undefined;
  /** How many observations the whole table has; undefined when it does not say. */
  readonly expected: number | undefined;
  /** Filled with a sentence for values that were not taken over. */
  readonly strange: string[];
}

/** One row per listed place and combination of dimensions that occurs: empty where there is no observation. */
async function* gatherRows(gathering: Gathering): AsyncGenerator<RegionLine> {
  const { observations, regionKey, others, measures } = gathering;
  const rows = new Map<string, { line: number; fields: unknown[] }>();
  const attributes = new Map<string, number>();
  const strangers = new Map<string, number>();
  let line = 0;
  // A gemeente that was asked for is there, also when it has no value at all.
  const asked = observations.flatMap(
    (path) => /^Observations-((?:NL|GM|WK|BU)\w+)/.exec(basename(path))?.[1] ?? [],
  );
  const shown = new Set(asked.map(scopeOf));
  for await (const { object, path } of readJsonPages(observations)) {
    line += 1;
    const measure = word(object.Measure);
    const at = measures.get(measure);
    if (at === undefined) {
      if (!gathering.texts.has(measure)) count(strangers, measure);
      continue;
    }
    const place = regionKey === '' ? country.code : word(object[regionKey]);
    const codes = others.map(({ name }) => word(object[name]));
    const key = [place, ...codes].join(' ');
    const row = rows.get(key) ?? {
      line,
      fields: [place, ...codes, ...new Array<null>(measures.size).fill(null)],
    };
    rows.set(key, row);
    const attribute = word(object.ValueAttribute);
    if (attribute !== 'None' && attribute !== '') {
      count(attributes, attribute);
      continue;
    }
    const slot = 1 + others.length + at;
    if (row.fields[slot] !== null) {
      throw refuseFile(
        { file: basename(path) },
        `${measure} of ${key} stands in the file twice, the second time as observation ${line}. Remove one of the two.`,
      );
    }
    row.fields[slot] = object.Value ?? null;
  }
  for (const [measure, n] of strangers) {
    gathering.strange.push(
      `${n} observations are of the measure "${measure}", which MeasureCodes does not have: left out.`,
    );
  }
  for (const [attribute, n] of attributes) {
    gathering.strange.push(
      `${n} observations have ValueAttribute "${attribute}": they count as missing.`,
    );
  }
  const combinations = new Set<string>();
  for (const [key, { line: first, fields }] of rows) {
    combinations.add(key.slice(key.indexOf(' ') + 1 || key.length));
    shown.add(scopeOf(String(fields[0])));
    yield { line: first, fields, text: '' };
  }
  // Where no cell has a value, every combination of codes is empty.
  if (line === 0) for (const combination of crossCodes(others)) combinations.add(combination);
  const { expected } = gathering;
  const isWhole = gathering.isWhole ?? (expected === undefined || line >= expected);
  if (!isWhole && asked.length === 0) {
    gathering.strange.push(
      `The table has ${expected} observations, these files have ${line}: a gemeente of which none is among them is left out.`,
    );
  }
  for (const place of gathering.places) {
    if (!isWhole && !shown.has(scopeOf(place))) continue;
    for (const combination of combinations) {
      const codes = combination === '' ? [] : combination.split(' ');
      if (rows.has([place, ...codes].join(' '))) continue;
      const fields = [place, ...codes, ...new Array<null>(measures.size).fill(null)];
      yield { line: 0, fields, text: '' };
    }
  }
}

const crossCodes = (dimensions: readonly OpenedDimension[]): string[] =>
  dimensions.reduce(
    (rows, { titles }) =>
      rows.flatMap((row) =>
        [...titles.keys()].map((code) => (row === '' ? code : `${row} ${code}`)),
      ),
    [''],
  );
const count = (tally: Map<string, number>, key: string) =>
  tally.set(key, (tally.get(key) ?? 0) + 1);

/** Gemeente digits of a code: observations of one gemeente bring no empty rows of the others. */
const scopeOf = (code: string) => (code.startsWith('NL') ? 'NL' : code.slice(2, 6));
