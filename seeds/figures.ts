// Figures of the two invented monitors, worked out from the levels in indicators/ and put in the shape in which an
// importer hands an edition over. States that follow from rules are left open for the product's own rules.
import { decideStates } from '../server/monitors/states.ts';
import {
  emptyCells,
  type FigureTable,
  type IndicatorDefinition,
  letter,
  type ParsedEdition,
  type SourceDefinition,
  setBound,
  setState,
  type TableColumn,
  type TableRow,
} from '../server/monitors/table.ts';
import { health } from './indicators/health.ts';
import type { InventedIndicator } from './indicators/invented.ts';
import { registrations } from './indicators/registrations.ts';
import { duinrand, waterrijk } from './places.ts';
import { countOf, relativeOf, round, type Spot, spotsOf } from './values.ts';

const invented = {
  publisher: 'Waterrijk (verzonnen)',
  licence: 'CC0-1.0',
  attribution: 'Verzonnen cijfers van een stad die niet bestaat',
  address: null,
};

const registrationSource: SourceDefinition = {
  key: 'waterrijk-registraties',
  title: 'Verzonnen monitor Registraties Waterrijk',
  ...invented,
};
const healthSource: SourceDefinition = {
  key: 'waterrijk-gezondheid',
  title: 'Verzonnen monitor Gezondheid Waterrijk',
  ...invented,
};
export const borderSource: SourceDefinition = {
  key: 'waterrijk-grenzen',
  title: 'Verzonnen wijkgrenzen Waterrijk',
  ...invented,
};
export const sourceKeys: readonly string[] = [registrationSource.key, healthSource.key];

/** What one delivery holds. */
interface Delivery {
  readonly source: SourceDefinition;
  readonly tableId: string;
  readonly gemeente: string;
  readonly divisionYear: number;
  readonly periods: readonly number[];
  readonly indicators: readonly InventedIndicator[];
  /** Day on which it was published. */
  readonly publishedOn: string;
}

const yearly = (
  gemeente: string,
  divisionYear: number,
  periods: number[],
  publishedOn: string,
) => ({
  source: registrationSource,
  tableId: `registraties-${divisionYear}`,
  gemeente,
  divisionYear,
  periods,
  indicators: registrations,
  publishedOn,
});
const fourYearly = (gemeente: string, periods: number[]) => ({
  source: healthSource,
  tableId: 'gezondheid-2024',
  gemeente,
  divisionYear: 2026,
  periods,
  indicators: health,
  publishedOn: '2026-03-24',
});

/** All deliveries, in the order in which they were published. */
const deliveries: readonly Delivery[] = [
  yearly(waterrijk, 2024, [2019, 2020, 2021, 2022], '2024-04-16'),
  yearly(waterrijk, 2025, [2023], '2025-04-15'),
  fourYearly(waterrijk, [2016, 2020, 2024]),
  fourYearly(duinrand, [2020, 2024]),
  yearly(waterrijk, 2026, [2024, 2025], '2026-04-14'),
  yearly(duinrand, 2026, [2024, 2025], '2026-04-14'),
];

interface Slot {
  readonly indicator: InventedIndicator;
  readonly period: number;
  readonly isOlder: boolean;
}

const slotsOf = ({ indicators, periods }: Delivery): Slot[] =>
  indicators.flatMap((indicator) =>
    (indicator.olderBy === null ? [false] : [false, true]).flatMap((isOlder) =>
      periods.map((period) => ({ indicator, period, isOlder })),
    ),
  );

const isEmpty = ({ indicator, period }: Slot, gemeente: string) =>
  indicator.notYet.includes(period) ||
  indicator.notAsked.includes(period) ||
  (indicator.stoppedFrom !== null && period >= indicator.stoppedFrom) ||
  (indicator.notDelivered[gemeente]?.includes(period) ?? false);

function columnOf({ indicator, period, isOlder }: Slot): TableColumn {
  return {
    indicatorKey: indicator.key,
    segment: isOlder ? 'age=65+' : '',
    period,
    columnKey: `${indicator.key}_${period}${isOlder ? '_65' : ''}`,
    columnPath: `Verzonnen > ${indicator.title} (${indicator.unit})`,
    derivation: '',
    measureKind: indicator.measureKind,
    isDeliveredByGemeente: Object.keys(indicator.notDelivered).length > 0,
    isWithdrawn: indicator.stoppedFrom !== null && period >= indicator.stoppedFrom,
    ...(indicator.measureKind === 'COUNT'
      ? {}
      : { baseKey: 'population', thresholds: [{ baseKey: 'population', below: 100 }] }),
  };
}

/** Single cells that the invented source itself withholds or calls unreliable. */
const signs: Readonly<Record<string, readonly [state: string, reason: string]>> = {
  'oosterland wr-debt-help 2025': ['S', '.'],
  'eilanden wr-overburdened-carers 2024': ['M', 'U'],
};

function fillRow(row: TableRow, spot: Spot, slots: readonly Slot[], delivery: Delivery): void {
  const { cells } = row;
  for (const [at, slot] of slots.entries()) {
    const { indicator, period, isOlder } = slot;
    const sign = signs[`${spot.words} ${indicator.key} ${period}`];
    if (isEmpty(slot, delivery.gemeente)) continue;
    if (sign) setState(cells, at, ...sign);
    else if (indicator.measureKind === 'COUNT') {
      cells.values[at] = countOf(indicator, spot, period);
      cells.states[at] = letter('O');
    } else if (spot.inhabitants < 100) {
      // Registrations know their base and leave this to the rules of 4.3; the health monitor gives no counts.
      if (delivery.source === healthSource) {
        setState(
          cells,
          at,
          ...((spot.inhabitants === 0 ? ['M', 'a'] : ['S', 'b']) as [string, string]),
        );
      }
    } else {
      const value = relativeOf(indicator, spot, period, isOlder);
      cells.values[at] = value;
      cells.states[at] = letter(indicator.provisional.includes(period) ? 'P' : 'O');
      if (delivery.source === healthSource) setMargins(row, at, value, spot, isOlder);
    }
  }
}

/** 95% margins as of a sample that grows with the place. */
function setMargins({ cells }: TableRow, at: number, value: number, spot: Spot, older: boolean) {
  const asked = (150 + spot.inhabitants * 0.08) * (older ? 0.25 : 1);
  const half = 196 * Math.sqrt(((value / 100) * (1 - value / 100)) / asked);
  setBound(cells, 'lowers', at, round(Math.max(0, value - half), 1));
  setBound(cells, 'uppers', at, round(Math.min(100, value + half), 1));
}

function tableOf(delivery: Delivery): FigureTable {
  const slots = slotsOf(delivery);
  const columns = slots.map(columnOf);
  const rows = spotsOf(delivery.gemeente, delivery.divisionYear).map((spot, index): TableRow => {
    const { code, level } = spot;
    const cells = emptyCells(columns.length);
    const row = { code, level, gemeenteCode: delivery.gemeente, line: index + 1, cells };
    fillRow(row, spot, slots, delivery);
    return row;
  });
  // A column that one gemeente left out is filled elsewhere: "not delivered", not "not yet".
  const isFilled = slots.map(
    (slot) =>
      !isEmpty(slot, delivery.gemeente) ||
      (slot.indicator.notDelivered[delivery.gemeente]?.includes(slot.period) ?? false),
  );
  const emptyColumn = delivery.source === healthSource ? 'NOT_MEASURED' : 'NOT_YET';
  return decideStates({ columns, rows, isFilled }, { emptyColumn, blank: 'UNKNOWN' });
}

const definitionOf = (
  { source }: Delivery,
  one: InventedIndicator,
  sortOrder: number,
): IndicatorDefinition => ({
  key: one.key,
  sourceKey: source.key,
  title: one.title,
  definition: one.definition,
  unit: one.unit,
  measureKind: one.measureKind,
  direction: one.direction,
  theme: one.theme,
  sensitive: one.sensitive,
  provenance: source === healthSource ? 'MODELLED' : 'MEASURED',
  population: one.population,
  decimals: one.decimals,
  sortOrder,
  breakYears: [],
});

interface InventedEdition {
  readonly edition: ParsedEdition;
  /** Day on which it was published. */
  readonly publishedOn: string;
}

/** Every delivery as an importer would hand it over; made anew each time, because staging works in place. */
export function inventedEditions(): InventedEdition[] {
  return deliveries.map((delivery) => {
    const table = tableOf(delivery);
    const edition: ParsedEdition = {
      importKind: 'figures',
      source: delivery.source,
      indicators: delivery.indicators.map((one, at) => definitionOf(delivery, one, at)),
      tableId: delivery.tableId,
      title: `${delivery.source.title} (indeling ${delivery.divisionYear})`,
      divisionYear: delivery.divisionYear,
      modifiedAt: null,
      table,
      files: [],
      linesRead: table.rows.length,
      quarantined: [],
      warnings: [],
    };
    return { edition, publishedOn: delivery.publishedOn };
  });
}
