// The columns of a table as its source describes them now, named as an import would name them.
import { separateBounds } from '../bound-columns.ts';
import type { NamedColumn } from '../column-changes.ts';
import { pathOf } from '../columns.ts';
import { categoriesOf, crossColumns, describeDimensions } from '../cube-dimensions.ts';
import type { SourceDescription } from '../descriptions/description.ts';
import { columnsOf } from '../forms/odata-v3.ts';
import type { OpenedDimension } from '../opened-table.ts';
import { fetchAnswer } from './answer.ts';
import { needColumns, needUnique, rowsOf } from './odata-v3-answers.ts';
import type { FetchSettings } from './settings.ts';

/** Asks `DataProperties`, and the lists of codes of the dimensions beside the place; throws SourceFailed. */
export async function fetchColumns(
  table: string,
  description: SourceDescription,
  settings: FetchSettings,
): Promise<NamedColumn[]> {
  const get = async (set: string, accept: Parameters<typeof fetchAnswer>[2]) =>
    rowsOf((await fetchAnswer(`${table}/${set}?$format=json`, settings, accept)).document);
  const { columns, dimensionKeys } = columnsOf(
    await get('DataProperties', needColumns),
    'DataProperties',
  );
  const lists: OpenedDimension[] = [];
  for (const name of dimensionKeys) {
    const codes = await get(name, needUnique('Key'));
    const titles = codes.map(({ Key, Title }) => [String(Key).trim(), String(Title ?? '').trim()]);
    lists.push({ name, at: -1, titles: new Map(titles as [string, string][]) });
  }
  const dimensions = describeDimensions(lists, description.dimensions);
  // Margins are columns of the file and no columns of the edition.
  const placed = columns.map((column, at) => ({ ...column, at }));
  const own = dimensions.length === 0 ? placed : separateBounds(placed).values;
  return crossColumns(own, categoriesOf(dimensions)).map((column) => ({
    key: column.key,
    path: pathOf(column),
  }));
}
