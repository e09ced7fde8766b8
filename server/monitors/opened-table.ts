// What every file form hands over once it is opened: what table it is, its columns, where things stand in a line, and the
// lines themselves. Everything after this is the same for all forms.
import type { PackedPlaces } from '../places/packed-places.ts';
import type { SourceColumn } from './columns.ts';
import type { Corrections } from './corrections.ts';
import type { SourceDescription } from './descriptions/description.ts';
import type { ReceivedFile } from './files.ts';

/** One line; fields are texts (csv) or JSON values, undefined when the line is malformed. */
export interface RegionLine {
  readonly line: number;
  readonly fields: readonly unknown[] | undefined;
  readonly text: string;
}

/** A dimension beside the place. */
export interface OpenedDimension {
  readonly name: string;
  /** Position of its code in a line. */
  readonly at: number;
  /** Titles by code; empty when the form brings no list of codes. */
  readonly titles: ReadonlyMap<string, string>;
}

interface TableIdentity {
  readonly tableId: string;
  /** Division year of the codes, and the period of a table without periods. */
  readonly year: number;
  readonly title: string;
}

export interface OpenedTable {
  readonly description: SourceDescription;
  readonly file: string;
  /** Tells the table; `newest` is the newest period in it, for forms that do not name their table. */
  readonly identify: (newest: number | undefined) => TableIdentity;
  readonly modifiedAt: Date | null;
  readonly columns: readonly (SourceColumn & { readonly at: number })[];
  readonly dimensions: readonly OpenedDimension[];
  /** Positions in a line; -1 when the form lacks one. */
  readonly codeAt: number;
  /** The code of the place once more, which must say the same; absent where the form has no such column. */
  readonly secondCodeAt?: number;
  readonly typeAt: number;
  readonly nameAt: number;
  readonly changeAt: number;
  /** Null: the first number that has one decides. */
  readonly decimalSign: '.' | null;
  readonly lines: AsyncIterable<RegionLine>;
  /** Names of all places of the table; undefined when the lines carry them. */
  readonly names: PackedPlaces | undefined;
  /** Blanks are impossible values in a portal file that uses signs; in OData they say nothing. */
  readonly isPortal: boolean;
  /** The file itself marks all its figures so. */
  readonly isProvisional?: boolean;
  readonly files: readonly ReceivedFile[];
  readonly warnings: readonly string[];
}

export interface ReadOptions {
  /** Only this gemeente. */
  readonly gemeente?: string | undefined;
  readonly corrections?: Corrections | undefined;
  readonly onRow?: (done: number) => void;
}
