// How an invented indicator is written down: what it measures, and the level of each lived-in wijk in its last
// period, from which the earlier periods are made.
import type { Direction, MeasureKind } from '../../server/codes/figures.ts';
import type { ThemeCode } from '../../server/codes/themes.ts';

export interface InventedIndicator {
  readonly key: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly measureKind: MeasureKind;
  readonly direction: Direction;
  readonly theme: ThemeCode | null;
  readonly population: string;
  readonly decimals: number;
  readonly sensitive: boolean;
  /** Levels of the ten lived-in wijken of Waterrijk in the last period, in the order of places.ts. */
  readonly levels: readonly number[];
  /** Change per year in every wijk. */
  readonly drift: number;
  /** Change per year in single wijken, instead. */
  readonly drifts: Readonly<Record<string, number>>;
  /** Periods that a later delivery will fill. */
  readonly notYet: readonly number[];
  /** First period in which the source has stopped. */
  readonly stoppedFrom: number | null;
  /** Periods in which it was not asked. */
  readonly notAsked: readonly number[];
  /** Delivered by the gemeente itself; a period without its figure is "not delivered". */
  readonly notDelivered: Readonly<Record<string, readonly number[]>>;
  /** Periods whose values are provisional. */
  readonly provisional: readonly number[];
  /** Also given for people of 65 and older, this much higher. */
  readonly olderBy: number | null;
}

type Extra = Partial<Omit<InventedIndicator, 'key' | 'title' | 'levels' | 'theme' | 'direction'>>;

const kinds: Readonly<Record<string, readonly [unit: string, decimals: number]>> = {
  PERCENT: ['%', 1],
  PER_1000: ['per 1 000 inwoners', 0],
  DISTANCE_KM: ['km', 1],
  COUNT: ['aantal', 0],
  SCORE: ['score', 1],
  AMOUNT_1000_EUR: ['x 1 000 euro', 0],
};

const concern: Readonly<Record<string, Direction>> = {
  high: 'HIGH_IS_CONCERN',
  low: 'LOW_IS_CONCERN',
  none: 'NEUTRAL',
};

/** One indicator: key, theme, title, which side is a concern, kind of measure, levels, and what is special. */
export function indicator(
  key: string,
  theme: ThemeCode | null,
  title: string,
  side: 'high' | 'low' | 'none',
  measureKind: MeasureKind,
  levels: readonly number[],
  extra: Extra = {},
): InventedIndicator {
  const [unit = '', decimals = 0] = kinds[measureKind] ?? [];
  return {
    key,
    theme,
    title,
    direction: concern[side] ?? 'NEUTRAL',
    measureKind,
    levels,
    definition: 'Verzonnen cijfer voor de voorbeeldstad Waterrijk.',
    unit,
    decimals,
    population: 'inwoners',
    sensitive: false,
    drift: 0,
    drifts: {},
    notYet: [],
    stoppedFrom: null,
    notAsked: [],
    notDelivered: {},
    provisional: [],
    olderBy: null,
    ...extra,
  };
}
