// What an answer of a CBS OData v3 service must look like before it is kept (domain 6.1): rows of the table that was asked
// for, each once, with the columns that the table itself lists. Anything else is a faulty answer and is asked for again.
import { tidyPlaceCode } from '../../places/codes.ts';
import { country } from '../national.ts';
import { FaultyAnswer, type JsonDocument } from './answer.ts';

export type Entry = Readonly<Record<string, unknown>>;

export const rowsOf = (document: JsonDocument): Entry[] =>
  Array.isArray(document.value) ? (document.value as Entry[]) : [];

function needRows(document: JsonDocument): void {
  if (rowsOf(document).length === 0) throw new FaultyAnswer('an answer without rows');
}

export function needIdentifier(document: JsonDocument): void {
  const [info, second] = rowsOf(document);
  if (typeof info?.Identifier !== 'string' || second !== undefined) {
    throw new FaultyAnswer('TableInfos that is not about one table');
  }
}

/** Rows that each have this field, no two the same. */
export const needUnique = (field: string) => (document: JsonDocument) => {
  needRows(document);
  const values = rowsOf(document).map((row) => row[field]);
  if (values.some((value) => typeof value !== 'string' && typeof value !== 'number')) {
    throw new FaultyAnswer(`rows without ${field}`);
  }
  if (new Set(values).size < values.length) throw new FaultyAnswer('rows that are there twice');
};

/** Columns are recognised by their key. */
export function needColumns(document: JsonDocument): void {
  needUnique('ID')(document);
  const topics = rowsOf(document).filter((entry) => /Topic$/.test(typeOf(entry)));
  if (topics.length === 0 || topics.some(({ Key }) => typeof Key !== 'string')) {
    throw new FaultyAnswer('DataProperties without columns');
  }
}

export const typeOf = (entry: Entry) => String(entry['odata.type'] ?? entry.Type ?? '');

export interface RowCheck {
  readonly keys: ReadonlySet<string>;
  /** Empty in a table without places. */
  readonly regionKey: string;
  /** Rows so far, by their ID, with the page they came in. */
  readonly seen: Map<string, number>;
  readonly places: Set<string>;
}

/** Throws for rows that are not those that were asked for: other places, other columns, rows of an earlier page. */
export function acceptRows(
  given: readonly Entry[],
  { keys, regionKey, seen }: RowCheck,
  codes: ReadonlySet<string>,
  page: number,
  wanted: number,
): void {
  if (given.length > wanted) throw new FaultyAnswer('more rows than were asked for');
  refuseRepeats(
    given.map(({ ID }) => String(ID)),
    seen,
    page,
  );
  for (const row of given) {
    const names = Object.keys(row);
    const strange = names.find((name) => !keys.has(name));
    const lost = strange ?? [...keys].find((name) => isColumn(name) && !(name in row));
    if (lost !== undefined) {
      throw new FaultyAnswer(`the column ${lost} is not in both the data and DataProperties`);
    }
    const code = placeOf(row, regionKey);
    if (!codes.has(code)) throw new FaultyAnswer(`rows of ${code}, which were not asked for`);
  }
}

/** The place of a row; the country in a table without places. */
export const placeOf = (row: Entry, regionKey: string) =>
  regionKey === '' ? country.code : tidyPlaceCode(String(row[regionKey]));

/** Groups of columns have no key in the data; columns and dimensions do. */
const isColumn = (name: string) => name === 'ID' || /_\d+$/.test(name);

export function refuseRepeats(
  ids: readonly string[],
  seen: ReadonlyMap<string, number>,
  page: number,
) {
  const isRepeat = ids.some((id) => seen.has(id) && seen.get(id) !== page);
  if (isRepeat || new Set(ids).size !== ids.length) {
    throw new FaultyAnswer('rows that an earlier page gave already');
  }
}
