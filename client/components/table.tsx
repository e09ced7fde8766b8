// A table that becomes cards on a phone: each cell then says its column.
import type { ComponentChildren } from 'preact';

interface TableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}

/** The first cell of a row is its heading. */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    <table class="utrecht-table wb-records">
      <caption class="wb-only-read">{caption}</caption>
      <thead class="utrecht-table__header">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" class="utrecht-table__header-cell">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="utrecht-table__body">
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) =>
              at === 0 ? (
                <th key={columns[at]} scope="row" class="utrecht-table__cell">
                  {cell}
                </th>
              ) : (
                <td key={columns[at]} class="utrecht-table__cell" data-column={columns[at]}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
