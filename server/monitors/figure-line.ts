// One figure of a generic or mapped csv, as it is read.
import type { YearOrPart } from '../figures/periods.ts';
import type { QuarantinedRow } from './refusal.ts';

export interface FigureLine {
  readonly line: number;
  readonly indicator: string;
  readonly place: string;
  readonly year: number;
  readonly period: number;
  readonly part: YearOrPart;
  readonly segment: string;
  readonly value: number;
  readonly state: string;
  readonly reason: string;
  readonly lower: number;
  readonly upper: number;
  readonly denominator: number;
}

export interface FigureLines {
  readonly lines: readonly FigureLine[];
  readonly quarantined: readonly QuarantinedRow[];
  readonly linesRead: number;
  /** Columns of which nothing is read. */
  readonly strange?: readonly string[];
}
