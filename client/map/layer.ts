// What a map shows of each wijk: a class to fill it with, a text, and something to sort by.
import type { ComponentChildren } from 'preact';

export interface WijkOnMap {
  readonly code: string;
  readonly name: string;
  /** 0 (light) to 4 (dark); null: nothing is known, hatched. */
  readonly step: number | null;
  /** In words. */
  readonly text: string;
  /** Drawn in the table. */
  readonly cell: ComponentChildren;
  /** Drawn on the map, where shape says more than shade. */
  readonly mark?: ComponentChildren;
  /** For sorting; null comes last. */
  readonly order: number | null;
}

export interface LegendStep {
  readonly step: number | null;
  readonly text: string;
  readonly mark?: ComponentChildren;
}

export interface Layer {
  /** What is shown, for headings. */
  readonly title: string;
  /** The title is the source's own Dutch. */
  readonly isDutch: boolean;
  /** By name. */
  readonly wijken: readonly WijkOnMap[];
  readonly legend: readonly LegendStep[];
  readonly source?: string;
  /** Width of its marks, 18 high. */
  readonly markWidth?: number;
}
