// What monitors deliver about a town: indicators per theme and a figure per wijk, from the latent needs through
// everything that stands between them: models, averages, old periods, small numbers, missing deliveries.
import type { Direction, MeasureKind, Provenance, ValueState } from '../../server/codes/figures.ts';
import type { ThemeCode } from '../../server/codes/themes.ts';
import { cellAt, type LatentCell, themeCodes, type Wijk } from './needs.ts';
import { chance, integer, normal, type Random, randomFrom, uniform, weighted } from './random.ts';
import type { Settings } from './settings.ts';

export interface SimIndicator {
  readonly key: string;
  readonly theme: ThemeCode;
  readonly direction: Direction;
  readonly measureKind: MeasureKind;
  readonly provenance: Provenance;
  /** Months between the middle of the period and today. */
  readonly age: number;
  readonly hasMargins: boolean;
  readonly isDelivered: boolean;
  /** Ordinary level and ordinary difference between wijken, in its own unit. */
  readonly mean: number;
  readonly deviation: number;
  /** Sampling noise in a wijk of 5,000 inhabitants, in ordinary standard deviations. */
  readonly noise: number;
  /** Wijken where it moves against the need, for reasons of its own. */
  readonly opposite: ReadonlySet<number>;
}

export interface SimFigure {
  readonly indicator: string;
  readonly wijk: number;
  readonly state: ValueState;
  /** Null exactly when the state is not OK. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Latent, for the truth only: what this figure would show if nothing random were added. */
  readonly shows: Shows;
}

/** RAISED: the whole planted shift; AGAINST: moved the other way; NOTHING: no shift, or one that was averaged away. */
export type Shows = 'RAISED' | 'NOTHING' | 'AGAINST';

/** A value for the gemeente as a whole and for other wijken of the country, for the fallback of small towns. */
export interface Reference {
  readonly gemeente: {
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
  } | null;
  readonly elsewhere: readonly number[];
}

export interface Monitors {
  readonly indicators: readonly SimIndicator[];
  /** Per indicator, in the order of the indicators, then of the wijken. */
  readonly figures: readonly (readonly SimFigure[])[];
  readonly references: readonly Reference[];
}

/** Themes that monitors hardly measure at wijk level (domain chapter 9). */
const rarelyMeasured: readonly ThemeCode[] = ['SAFETY_AT_HOME', 'PAPERWORK_DIGITAL', 'MEANING'];

export function makeMonitors(
  seed: number,
  wijken: readonly Wijk[],
  cells: readonly LatentCell[],
  settings: Settings,
): Monitors {
  const random = randomFrom(seed, 'monitors');
  const indicators = themeCodes.flatMap((theme) => indicatorsOf(random, theme, wijken, settings));
  const figures = indicators.map((indicator) =>
    wijken.map((wijk) => {
      return figureOf(random, indicator, wijk, cellAt(cells, wijk.index, indicator.theme));
    }),
  );
  const references = indicators.map((one, i) => referenceOf(random, one, wijken, figures[i] ?? []));
  return { indicators, figures, references };
}

function indicatorsOf(
  random: Random,
  theme: ThemeCode,
  wijken: readonly Wijk[],
  settings: Settings,
): SimIndicator[] {
  const count = rarelyMeasured.includes(theme)
    ? Number(chance(random, 0.25))
    : Number(weighted(random, { '0': 0.12, '1': 0.26, '2': 0.27, '3': 0.2, '4': 0.15 }));
  const hasOpposite = count > 1 && chance(random, settings.oppositeShare);
  return Array.from({ length: count }, (_, nth) => {
    const isModelled = chance(random, settings.modelledShare);
    const isSurvey = !isModelled && chance(random, 0.5);
    return {
      key: `${theme.toLowerCase().replaceAll('_', '-')}-${nth + 1}`,
      theme,
      direction: weighted(random, { HIGH_IS_CONCERN: 0.6, LOW_IS_CONCERN: 0.3, NEUTRAL: 0.1 }),
      measureKind: weighted(random, { PERCENT: 0.7, PER_1000: 0.2, SCORE: 0.1 }),
      provenance: isModelled ? 'MODELLED' : 'MEASURED',
      age: integer(random, 6, 60),
      hasMargins: isSurvey && chance(random, 0.6),
      isDelivered: !chance(random, 0.04),
      mean: uniform(random, 30, 60),
      deviation: uniform(random, 2, 5),
      noise: isModelled ? 0.1 : isSurvey ? 0.5 : 0.25,
      opposite: new Set(
        hasOpposite && nth === 0
          ? wijken.filter(() => chance(random, 0.3)).map((w) => w.index)
          : [],
      ),
    };
  });
}

/** Whether the planted shift reaches this figure. */
function showsOf(indicator: SimIndicator, cell: LatentCell): Shows {
  if (indicator.opposite.has(cell.wijk)) return 'AGAINST';
  const isModelled = indicator.provenance === 'MODELLED';
  const isReached = {
    NONE: cell.artefact === (isModelled ? 'COMPOSITION' : 'REGISTRATION'),
    STRUCTURAL: true,
    LOCAL: !isModelled,
    PART: false,
    HIDDEN: false,
    RECENT: !isModelled && indicator.age < (cell.monthsSinceOnset ?? 0),
  }[cell.need];
  return isReached ? 'RAISED' : 'NOTHING';
}

const againstShift = -2.8;
/** Share of a shift that is left in an average over the wijk, or in a model that borrows from elsewhere. */
const dilution = 0.2;

function shiftOf(shows: Shows, cell: LatentCell): number {
  if (shows === 'AGAINST') return againstShift;
  if (shows === 'RAISED') return cell.shift;
  return cell.need === 'PART' || cell.need === 'LOCAL' ? dilution * cell.shift : 0;
}

function figureOf(
  random: Random,
  indicator: SimIndicator,
  wijk: Wijk,
  cell: LatentCell,
): SimFigure {
  const isModelled = indicator.provenance === 'MODELLED';
  const shows = showsOf(indicator, cell);
  const own = normal(random);
  // A model gives back composition; a measurement also what is particular to the wijk and the indicator.
  const ordinary = isModelled
    ? 0.85 * wijk.deprivation + 0.3 * cell.ordinary + 0.3 * own
    : 0.4 * wijk.deprivation + 0.55 * cell.ordinary + 0.55 * own;
  const size = Math.sqrt(5000 / Math.max(wijk.inhabitants, 50));
  const noise = indicator.noise * Math.min(3, Math.max(0.5, size));
  const level = ordinary + shiftOf(shows, cell) + normal(random, 0, noise);
  const sign = indicator.direction === 'LOW_IS_CONCERN' ? -1 : 1;
  const value = Math.max(0, indicator.mean + sign * indicator.deviation * level);
  const state = stateOf(random, indicator, wijk);
  const head = { indicator: indicator.key, wijk: wijk.index, state, shows };
  if (state !== 'OK') return { ...head, value: null, lower: null, upper: null };
  if (!indicator.hasMargins) return { ...head, value, lower: null, upper: null };
  const margin = 1.959964 * noise * indicator.deviation;
  return { ...head, value, lower: Math.max(0, value - margin), upper: value + margin };
}

/** The smaller the wijk, the more is withheld; a model says nothing of a wijk that is nearly empty. */
function stateOf(random: Random, indicator: SimIndicator, { inhabitants }: Wijk): ValueState {
  if (!indicator.isDelivered) return 'NOT_DELIVERED';
  if (inhabitants < 100) return indicator.provenance === 'MODELLED' ? 'MISSING' : 'SUPPRESSED';
  if (indicator.provenance === 'MODELLED') return chance(random, 0.01) ? 'MISSING' : 'OK';
  const share = inhabitants < 1500 ? 0.5 : inhabitants < 3000 ? 0.15 : 0.02;
  return chance(random, share) ? 'SUPPRESSED' : 'OK';
}

const elsewhereCount = 60;

/** The gemeente as the mean of its wijken by inhabitants; elsewhere as an ordinary mix, one in seven raised. */
function referenceOf(
  random: Random,
  indicator: SimIndicator,
  wijken: readonly Wijk[],
  figures: readonly SimFigure[],
): Reference {
  const sign = indicator.direction === 'LOW_IS_CONCERN' ? -1 : 1;
  const elsewhere = Array.from({ length: elsewhereCount }, () => {
    const shift = chance(random, 1 / 7) ? uniform(random, 1, 3.5) : 0;
    return Math.max(
      0,
      indicator.mean + sign * indicator.deviation * (normal(random, 0, 0.95) + shift),
    );
  });
  let [total, people] = [0, 0];
  for (const [i, figure] of figures.entries()) {
    const inhabitants = wijken[i]?.inhabitants ?? 0;
    if (figure.value === null) continue;
    total += figure.value * inhabitants;
    people += inhabitants;
  }
  if (people === 0) return { gemeente: null, elsewhere };
  const value = total / people;
  const margin = 1.959964 * indicator.noise * indicator.deviation * Math.sqrt(5000 / people);
  return {
    gemeente: { value, lower: Math.max(0, value - margin), upper: value + margin },
    elsewhere,
  };
}
