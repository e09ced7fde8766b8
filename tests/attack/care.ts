// Own counts of care users on the map: solved from the shown counts and the total, both rounded by rules that the
// attacker knows. A secret count must stay anywhere from 0 to 7.
import type { Ask } from '../support/ask.ts';
import type { Tally } from './campaign.ts';
import { type Interval, intervalOf } from './solve.ts';
import { gemeenteCode, type Town } from './town.ts';

interface MapAnswer {
  indicatorMap: {
    placeCode: string;
    figure: { value: number | null; state: string; stateReason: string | null };
  }[];
}

export interface IntervalInput {
  readonly code: string;
  /** Null: hidden. */
  readonly shown: number | null;
}

/** What can be held possible of one part of a total, when each shown count is within 4 of the real one. */
export function intervalOfCare(
  told: readonly IntervalInput[],
  totalCode: string,
  code: string,
): Interval | null {
  const parts = told.filter((one) => one.code !== totalCode);
  const total = told.find((one) => one.code === totalCode)?.shown ?? null;
  const near = (unknown: string, value: number) => [
    `${unknown} >= ${Math.max(0, value - 4)}`,
    `${unknown} <= ${value + 4}`,
  ];
  const constraints = [
    ...parts.flatMap((part) => (part.shown === null ? [] : near(part.code, part.shown))),
    ...(total === null ? [] : near(parts.map((part) => part.code).join(' + '), total)),
  ];
  const unknowns = parts.map((part) => part.code);
  return intervalOf({ constraints, unknowns, choices: [] }, code);
}

const query = `query ($level: PlaceLevel!) {
  indicatorMap(indicator: "care-users", within: "${gemeenteCode}", level: $level) {
    placeCode figure { value state stateReason lower upper source { checksum } } } }`;

/** Reads the maps as the public does and solves for every secret count. */
export async function attackCare(ask: Ask, town: Town, tally: Tally): Promise<void> {
  const read = async (level: string) =>
    (await ask<MapAnswer>(null, query, { level })).data.indicatorMap;
  const [total] = await read('GEMEENTE');
  const wijken = await read('WIJK');
  const hidden = wijken.filter(({ figure }) => figure.value === null);
  tally.careCells += wijken.length;
  tally.hiddenCare += hidden.length;
  const told = [
    { code: gemeenteCode, shown: total?.figure.value ?? null },
    ...wijken.map(({ placeCode, figure }) => ({ code: placeCode, shown: figure.value })),
  ];
  for (const { placeCode } of hidden) {
    const count = town.care.get(placeCode) ?? 0;
    if (count > 7) continue;
    tally.secretCare += 1;
    tally.attempts += 1;
    const found = intervalOfCare(told, gemeenteCode, placeCode);
    if (found && (found.low > 0 || found.high < 7)) tally.recovered.push(`care ${placeCode}`);
  }
}
