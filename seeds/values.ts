// Values of the invented figures: places, their levels, and how a level becomes a value per period. Pure.
import type { PlaceLevel } from '../server/codes/figures.ts';
import { fractionOf } from './dice.ts';
import { health } from './indicators/health.ts';
import type { InventedIndicator } from './indicators/invented.ts';
import { type Area, buurtenOf, codeOf, wijken, wijkenOf } from './places.ts';

/** A place with figures: where its level comes from and how many people live there. */
export interface Spot {
  readonly code: string;
  readonly level: PlaceLevel;
  readonly inhabitants: number;
  /** Wijken behind it: one, or all of the gemeente. */
  readonly wijken: readonly Area[];
  readonly words: string;
}

/** The gemeente, its wijken and their buurten in a division year. */
export function spotsOf(gemeente: string, divisionYear: number): Spot[] {
  const all = wijkenOf(gemeente);
  const inhabitants = all.reduce((sum, wijk) => sum + wijk.inhabitants, 0);
  return [
    { code: gemeente, level: 'GEMEENTE', inhabitants, wijken: all, words: gemeente },
    ...all.flatMap((wijk): Spot[] => [
      {
        code: codeOf(wijk, divisionYear),
        level: 'WIJK',
        inhabitants: wijk.inhabitants,
        wijken: [wijk],
        words: wijk.key,
      },
      ...buurtenOf(wijk, divisionYear).map((buurt, index): Spot => {
        const words = `${wijk.key} ${index}`;
        return {
          code: buurt.code,
          level: 'BUURT',
          inhabitants: buurt.inhabitants,
          wijken: [wijk],
          words,
        };
      }),
    ]),
  ];
}

/** Last period of the monitor an indicator is in: the one its levels are about. */
const lastPeriod = (indicator: InventedIndicator) => (health.includes(indicator) ? 2024 : 2025);

/** Level of a wijk in the last period: as written for Waterrijk, near the average for Duinrand. */
function levelOf(indicator: InventedIndicator, wijk: Area): number {
  const at = wijken.indexOf(wijk);
  const own = indicator.levels[at];
  if (own !== undefined) return own;
  const average = indicator.levels.reduce((sum, one) => sum + one, 0) / indicator.levels.length;
  // One burden per wijk, so that its figures tell one story instead of netting each other out.
  const burden = (fractionOf(`burden ${wijk.key}`) - 0.5) * 0.6;
  const side = indicator.direction === 'LOW_IS_CONCERN' ? -0.3 : 1;
  const chance = (fractionOf(`level ${indicator.key} ${wijk.key}`) - 0.5) * 0.16;
  return average * (1 + burden * side + chance);
}

/** Yearly growth of the number of inhabitants: the islands are being built. */
const growthOf = (wijk: Area) => (wijk.key === 'eilanden' ? 0.14 : 0.006);

/** A count, rounded to fives as CBS does. */
export function countOf(indicator: InventedIndicator, spot: Spot, period: number): number {
  if (indicator.key === 'wr-evictions') {
    const found = spot.wijken.map(
      (wijk) => levelOf(indicator, wijk) * (wijk.inhabitants > 0 ? 1 : 0),
    );
    const all = found.reduce((sum, one) => sum + one, 0);
    return spot.level === 'BUURT' ? Math.floor(all / 3) : Math.round(all);
  }
  const people = spot.wijken.reduce((sum, wijk) => {
    const share = spot.level === 'BUURT' ? spot.inhabitants : wijk.inhabitants;
    return sum + share / (1 + growthOf(wijk)) ** (2025 - period);
  }, 0);
  const perHousehold = indicator.key === 'wr-households' ? 2.1 : 1;
  // Figures of CBS are rounded to fives; the gemeente also counts people without a known address.
  const unknown = spot.level === 'GEMEENTE' ? 15 : 0;
  return Math.round((people / perHousehold + unknown) / 5) * 5;
}

/** A share, rate or distance: the level with its drift, and a little chance in all but the last period. */
export function relativeOf(
  indicator: InventedIndicator,
  spot: Spot,
  period: number,
  older: boolean,
) {
  const last = lastPeriod(indicator);
  const lived = spot.wijken.filter((wijk) => levelExists(indicator, wijk));
  const people = lived.reduce((sum, wijk) => sum + wijk.inhabitants, 0);
  const mean = lived.reduce((sum, wijk) => {
    const drift = indicator.drifts[wijk.key] ?? indicator.drift;
    const level = levelOf(indicator, wijk) + drift * (period - last);
    return sum + (level * wijk.inhabitants) / people;
  }, 0);
  const isExact = period === last && spot.level !== 'BUURT';
  const width = spot.level === 'BUURT' ? 0.16 : 0.04;
  const chance = fractionOf(`${indicator.key} ${spot.words} ${period}`) - 0.5;
  const value = mean * (isExact ? 1 : 1 + chance * width) + (older ? (indicator.olderBy ?? 0) : 0);
  const highest = indicator.measureKind === 'PERCENT' ? 100 : Number.POSITIVE_INFINITY;
  return round(Math.min(highest, Math.max(0, value)), indicator.decimals);
}

const levelExists = (indicator: InventedIndicator, wijk: Area) =>
  wijk.inhabitants >= 100 && indicator.levels.length > 0;

export const round = (value: number, decimals: number) => Number(value.toFixed(decimals));
