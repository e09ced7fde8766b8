// How a source is described as data: its tables per year and how its columns are recognised and understood. A new
// year or column is a line here, not code.
import type { Direction, MeasureKind, Provenance } from '../../codes/figures.ts';
import type { ThemeCode } from '../../codes/themes.ts';
import type { Rate } from '../../figures/rates.ts';
import type { SourceDefinition, SourceThreshold } from '../table.ts';

/** Which service hands a source over live; the addresses are settings. */
export type ServiceKey = 'CBS' | 'DATADERDEN' | 'MLZ';

/** A source with everything an import of it needs to know. */
export interface SourceDescription {
  readonly source: SourceDefinition;
  /** Begins the keys of context indicators: kwb, rivm. */
  readonly prefix: string;
  readonly provenance: Provenance;
  readonly service: ServiceKey;
  /** Signs and blanks tell apart what nulls do not: RIVM is read untyped (domain 6.4). */
  readonly dataSet: 'TypedDataSet' | 'UntypedDataSet';
  /** How often it appears, in words for the catalogue. */
  readonly cadence: string;
  readonly tables: readonly TableDescription[];
  /** Tables whose title fits belong to it too, so that next year's table needs no new line. */
  readonly titles?: RegExp;
  readonly columns: readonly ColumnDescription[];
  readonly derived: readonly DerivedDescription[];
  readonly contextRules: readonly ContextRule[];
  readonly sensitivePaths: RegExp | null;
  readonly sensitiveBreakYears: readonly number[];
  /** Who the figures are about where a column does not say; empty when the source does not. */
  readonly population: string;
  /** How the dimensions beside the place are read; one that is not described becomes a segment by its titles. */
  readonly dimensions: readonly DimensionDescription[];
  /** Its list of places is a division of its own; without it the places must be known. */
  readonly definesPlaces: boolean;
  /** Its tables have no places: every row is about the country. */
  readonly isNational?: boolean;
  /** What a column means that is empty for all places. */
  readonly emptyColumn: 'NOT_YET' | 'NOT_MEASURED';
  /** What a null or blank means that no rule explains. */
  readonly blank: 'UNKNOWN' | 'NOT_APPLICABLE' | 'WITHHELD';
}

/** What a dimension beside the place does to a figure. */
export interface DimensionDescription {
  /** Its key in the file, or a pattern where tables differ. */
  readonly name: RegExp;
  /**
   * SEGMENT: part of the population; INDICATOR: each category is an indicator of its own; BOUND: value and margins are
   * separate rows; PERIOD: the year.
   */
  readonly role: 'SEGMENT' | 'INDICATOR' | 'BOUND' | 'PERIOD';
  /** Begins the segment: `age` of `age=65+`. */
  readonly segment?: string;
  /** Code to segment (empty: the whole population), or to values, lowers, uppers. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Half-years, quarters and months may stand beside years or instead of them; elsewhere they are refused as a mistake. */
  readonly hasPartsOfYears?: boolean;
  /** How many parts of years are kept, the newest ones; default: all. */
  readonly newestParts?: number;
}

/** Base and thresholds of columns that are not described, by the beginning of their path; the first that fits. */
export interface ContextRule {
  readonly path: RegExp;
  readonly baseKey?: string | null;
  readonly thresholds?: readonly SourceThreshold[];
  readonly isDeliveredByGemeente?: boolean;
}

/** A table of a source. */
export interface TableDescription {
  readonly id: string;
  /**
   * Year the figures are about, and of the division of places, unless stated otherwise; absent: the newest year that the
   * table itself names.
   */
  readonly year?: number;
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
  /** Group paths with title and unit, `A > B > Title (unit)`: every wording seen; `*` stands for any words. */
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
export interface DerivedDescription extends Rate {
  readonly key: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly measureKind: MeasureKind;
  readonly direction: Direction;
  readonly theme: ThemeCode | null;
  readonly population: string;
  readonly decimals: number;
  readonly breakYears?: readonly number[];
}
