// The shape of figures between parsing and staging: slots (columns) and rows of typed arrays, small enough for the
// whole country.
import type { Direction, MeasureKind, PlaceLevel, Provenance } from '../codes/figures.ts';
import type { ThemeCode } from '../codes/themes.ts';
import type { YearOrPart } from '../figures/periods.ts';
import type { PackedPlaces } from '../places/packed-places.ts';
import type { ReceivedFile } from './files.ts';
import type { QuarantinedRow } from './refusal.ts';

/** A monitor, as the table `sources` keeps it. */
export interface SourceDefinition {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
  readonly address: string | null;
}

/** What is measured, as the table `indicators` keeps it. */
export interface IndicatorDefinition {
  readonly key: string;
  readonly sourceKey: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly measureKind: MeasureKind;
  readonly direction: Direction;
  readonly theme: ThemeCode | null;
  readonly sensitive: boolean;
  readonly provenance: Provenance;
  readonly population: string;
  readonly decimals: number;
  readonly sortOrder: number;
  readonly breakYears: number[];
}

/** A base population below which the publisher shows nothing (domain chapter 8). */
export interface SourceThreshold {
  /** Indicator that counts the base. */
  readonly baseKey: string;
  readonly below: number;
  /** Periods to which it applies; absent: all. */
  readonly periods?: readonly number[];
}

/** A slot: what it holds, and what the state rules of 4.3 need to know about it. */
export interface TableColumn {
  readonly indicatorKey: string;
  readonly segment: string;
  readonly period: number;
  /** Absent: the whole year. */
  readonly part?: YearOrPart;
  readonly columnKey: string;
  readonly columnPath: string;
  readonly derivation: string;
  readonly measureKind: MeasureKind;
  /** Indicator that counts the base population; undefined: nothing follows from an empty base. */
  readonly baseKey?: string | undefined;
  readonly thresholds?: readonly SourceThreshold[] | undefined;
  /** Delivered by the gemeente itself (Wmo, jeugdzorg): rule 2. */
  readonly isDeliveredByGemeente?: boolean | undefined;
  /** The source has stopped it: rule 1. */
  readonly isWithdrawn?: boolean | undefined;
}

/** Cells of one row over the slots. State letters as in packing.ts, or one of the open signs below. */
export interface Cells {
  /** NaN where there is no value. */
  readonly values: Float64Array;
  readonly states: Uint8Array;
  readonly reasons: Uint8Array;
  readonly lowers: Float64Array | null;
  readonly uppers: Float64Array | null;
  readonly denominators: Float64Array | null;
  /** The bound of that kind, made where the row has none yet, of NaN. */
  readonly addBound: (which: 'lowers' | 'uppers' | 'denominators') => Float64Array;
}

export interface TableRow {
  readonly code: string;
  readonly level: PlaceLevel;
  readonly gemeenteCode: string;
  readonly line: number;
  readonly cells: Cells;
}

export interface FigureTable {
  readonly columns: readonly TableColumn[];
  readonly rows: TableRow[];
  /** Per slot: whether any place of the file has a value, places outside the selection included. */
  readonly isFilled: readonly boolean[];
}

/** A parsed and checked delivery, ready to be staged as a whole. */
export interface ParsedEdition {
  readonly importKind: string;
  readonly source: SourceDefinition;
  readonly indicators: readonly IndicatorDefinition[];
  readonly tableId: string;
  readonly title: string;
  readonly divisionYear: number;
  readonly modifiedAt: Date | null;
  readonly table: FigureTable;
  /** Places that the file itself defines; absent: they must be known already. */
  readonly division?: PackedPlaces;
  /** The file the figures came from first, then the files beside it. */
  readonly files: readonly ReceivedFile[];
  readonly linesRead: number;
  readonly quarantined: QuarantinedRow[];
  readonly warnings: string[];
}

/** No value and no sign: what it means follows from rules (4.3). */
export const OPEN = 63; // ?
/** A dot: unknown, unless a rule knows better (4.2). */
export const OPEN_DOT = 33; // !

export const letter = (text: string) => text.charCodeAt(0);

export function emptyCells(slots: number): Cells {
  const cells = {
    values: new Float64Array(slots).fill(Number.NaN),
    states: new Uint8Array(slots).fill(OPEN),
    reasons: new Uint8Array(slots).fill(letter('.')),
    lowers: null as Float64Array | null,
    uppers: null as Float64Array | null,
    denominators: null as Float64Array | null,
    addBound: (which: 'lowers' | 'uppers' | 'denominators') => {
      cells[which] ??= new Float64Array(slots).fill(Number.NaN);
      return cells[which];
    },
  };
  return cells;
}

/** Puts a bound or denominator into its array, which is made on first use. */
export function setBound(
  cells: Cells,
  which: 'lowers' | 'uppers' | 'denominators',
  at: number,
  value: number,
): void {
  const bound = cells[which] ?? cells.addBound(which);
  bound[at] = value;
}

/** True when the letter is that of a known state (O, P, R). */
export const isKnown = (state: number | undefined) => state === 79 || state === 80 || state === 82;

/** Sets a state without a value. */
export function setState(cells: Cells, at: number, state: string, reason = '.'): void {
  cells.values[at] = Number.NaN;
  cells.states[at] = letter(state);
  cells.reasons[at] = letter(reason);
}
