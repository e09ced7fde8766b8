// Builds a published edition through the product's own staging; a test names only the cells it is about.
import type { ValueState } from '../../server/codes/figures.ts';
import type { Database } from '../../server/db/client.ts';
import { stateLetters } from '../../server/figures/packing.ts';
import { publishEdition } from '../../server/monitors/publishing.ts';
import { stageEdition } from '../../server/monitors/staging.ts';
import {
  emptyCells,
  type IndicatorDefinition,
  letter,
  setBound,
  setState,
  type TableRow,
} from '../../server/monitors/table.ts';
import { checkPlaceCode, gemeenteOf } from '../../server/places/codes.ts';

/** A value, a value with bounds, or the state of a missing one. */
export type Cell =
  | number
  | readonly [value: number, lower: number, upper: number]
  | Exclude<ValueState, 'OK'>;

export interface EditionInput {
  readonly year: number;
  readonly period?: number;
  readonly table?: string;
  readonly now?: Date;
  /** Cells per indicator key per place code. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  readonly indicators?: Readonly<Record<string, Partial<IndicatorDefinition>>>;
  /** What every figure of a place is a share of. */
  readonly denominators?: Readonly<Record<string, number>>;
  /** How an indicator was worked out, per key. */
  readonly derivations?: Readonly<Record<string, string>>;
}

const source = {
  key: 'test-monitor',
  title: 'Test monitor',
  publisher: 'Test',
  licence: 'CC0-1.0',
  attribution: 'Bron: test',
  address: null,
};

function definition(key: string, changes: Partial<IndicatorDefinition>): IndicatorDefinition {
  const isCount = key === 'population';
  return {
    ...{ key, sourceKey: source.key, title: key, definition: '', unit: isCount ? 'aantal' : '%' },
    ...{
      measureKind: isCount ? 'COUNT' : 'PERCENT',
      direction: isCount ? 'NEUTRAL' : 'HIGH_IS_CONCERN',
    },
    ...{ theme: isCount ? null : 'SOCIAL_NETWORK', sensitive: false, provenance: 'MEASURED' },
    ...{ population: '', decimals: 1, sortOrder: 0, breakYears: [] },
    ...changes,
  } as IndicatorDefinition;
}

/** Stages and publishes; the places must exist in the division year. Answers the edition's id. */
export async function makeEdition(database: Database, input: EditionInput): Promise<number> {
  const keys = Object.keys(input.figures);
  const codes = [...new Set(keys.flatMap((key) => Object.keys(input.figures[key] ?? {})))];
  const rows = codes.map((code, index): TableRow => {
    const cells = emptyCells(keys.length);
    keys.forEach((key, at) => {
      const cell = input.figures[key]?.[code] ?? 'MISSING';
      if (typeof cell === 'string') {
        setState(cells, at, stateLetters[cell]);
        return;
      }
      const people = input.denominators?.[code];
      if (people !== undefined) setBound(cells, 'denominators', at, people);
      const [value, lower, upper] = typeof cell === 'number' ? [cell] : cell;
      cells.values[at] = value;
      cells.states[at] = letter('O');
      if (lower !== undefined) setBound(cells, 'lowers', at, lower);
      if (upper !== undefined) setBound(cells, 'uppers', at, upper);
    });
    const level = checkPlaceCode(code) ?? 'WIJK';
    return { code, level, gemeenteCode: gemeenteOf(code), line: index + 2, cells };
  });
  const now = input.now ?? new Date('2026-01-01T00:00:00Z');
  const indicators = keys.map((key) => definition(key, input.indicators?.[key] ?? {}));
  const parsed = {
    importKind: 'figures',
    source,
    indicators,
    tableId: input.table ?? `${keys.join('+')}-${input.period ?? input.year}`,
    title: 'Test table',
    divisionYear: input.year,
    modifiedAt: null,
    table: {
      columns: indicators.map((indicator) => ({
        indicatorKey: indicator.key,
        segment: '',
        period: input.period ?? input.year,
        columnKey: `${indicator.key}_1`,
        columnPath: indicator.title,
        derivation: input.derivations?.[indicator.key] ?? '',
        measureKind: indicator.measureKind,
      })),
      rows,
      isFilled: keys.map(() => true),
    },
    files: [],
    linesRead: rows.length,
    quarantined: [],
    warnings: [],
  };
  const staged = await database.db.transaction((tx) => stageEdition(tx, parsed, { now }));
  await publishEdition(database.db, staged.editionId, now);
  return staged.editionId;
}

/** The same figure for the twelve wijken of GM9001, first to last. */
export const perWijk = (...cells: readonly Cell[]): Record<string, Cell> =>
  Object.fromEntries(
    cells.map((cell, index) => [`WK9001${String(index + 1).padStart(2, '0')}`, cell]),
  );
