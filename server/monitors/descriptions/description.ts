// How a source is described as data: its tables per year and how its columns are recognised and understood. A new
// year or column is a line here, not code.
import type { Direction, MeasureKind } from '../../codes/figures.ts';
import type { ThemeCode } from '../../codes/themes.ts';
import type { SourceThreshold } from '../table.ts';

/** A table of a source. */
export interface TableDescription {
  readonly id: string;
  /** Year the figures are about, and of the division of places, unless stated otherwise. */
  readonly year: number;
  readonly title?: string;
  /** The source calls all of its values provisional. */
  readonly isProvisional?: boolean;
}

/** An indicator and the columns in which it has been delivered over the years. */
export interface ColumnDescription {
  /** Key of the indicator. */
  readonly key: string;
  /** Title as the source words it (newest). */
  readonly title: string;
  /** Group paths with title and unit, `A > B > Title (unit)`: every wording seen. */
  readonly paths: readonly string[];
  /** Column keys without position suffix, every one seen: second choice. */
  readonly stems: readonly string[];
  readonly unit: string;
  readonly measureKind: MeasureKind;
  readonly direction: Direction;
  readonly theme: ThemeCode | null;
  readonly sensitive?: boolean;
  readonly population?: string;
  readonly decimals?: number;
  readonly breakYears?: readonly number[];
  /** Indicator that counts the base population; default `population`; null: none. */
  readonly baseKey?: string | null;
  readonly thresholds?: readonly SourceThreshold[];
  readonly isDeliveredByGemeente?: boolean;
  /** First period in which the source no longer fills the column. */
  readonly withdrawnFrom?: number;
}

/** An indicator worked out from columns of the same file: `per` times numerator by the sum of the denominators. */
export interface DerivedDescription {
  readonly key: string;
  readonly title: string;
  readonly definition: string;
  readonly numeratorKey: string;
  readonly denominatorKeys: readonly string[];
  readonly per: number;
  readonly unit: string;
  readonly measureKind: MeasureKind;
  readonly direction: Direction;
  readonly theme: ThemeCode | null;
  readonly population: string;
  readonly decimals: number;
  readonly breakYears?: readonly number[];
  /** How it was made, as `edition_columns.derivation` keeps it. */
  readonly derivation: string;
}
