// Counts of voices per wijk and month for the early-warning rule: towns in which nothing changes, and one in which
// the rate of one wijk doubles. Null towns are made from organisations and notes, not from the rule's own null
// model, so that campaigns, copies and uneven activity are in them.
import type { MonthlyCount } from '../../server/statistics/early-warning.ts';
import { makeWijken, plantNeeds, themeCodes, type Wijk } from './needs.ts';
import { noteRate, windowMonths } from './notes.ts';
import { makeOrganisations } from './organisations.ts';
import { chance, integer, poisson, type Random, randomFrom, uniform } from './random.ts';
import type { Settings } from './settings.ts';

export const historyMonths = 24;

export interface NullKind {
  readonly name: string;
  /** Steady needs are noted at a steady rate; without, there is only chatter. */
  readonly hasSteadyNeeds: boolean;
  /** All rates times this: how much is written. */
  readonly volume: number;
  /** Share of organisation-months in which an organisation writes a series about one theme. */
  readonly campaigns: number;
  /** Growth of all writing from the first to the last month: 1 doubles it, as when more people join. */
  readonly growth: number;
  /** An organisation counts at most once per wijk, theme and month, as the rule asks. */
  readonly isCountedByVoice: boolean;
}

const steady = { hasSteadyNeeds: true, campaigns: 0.03, growth: 0, isCountedByVoice: true };

export const nullKinds: readonly NullKind[] = [
  {
    name: 'chatter only',
    hasSteadyNeeds: false,
    volume: 1,
    campaigns: 0,
    growth: 0,
    isCountedByVoice: true,
  },
  {
    name: 'much chatter',
    hasSteadyNeeds: false,
    volume: 10,
    campaigns: 0.03,
    growth: 0,
    isCountedByVoice: true,
  },
  { name: 'steady needs', ...steady, volume: 1 },
  { name: 'steady needs, five times', ...steady, volume: 5 },
  { name: 'steady needs, growing', ...steady, volume: 1.5, growth: 2 },
  { name: 'five times, by notes', ...steady, volume: 5, isCountedByVoice: false },
];

export interface WarningTown {
  readonly wijken: readonly Wijk[];
  /** Per theme: voices per wijk and month, zeros included so that the last month is known. */
  readonly themes: readonly (readonly MonthlyCount[])[];
}

/** A town of at least ten wijken in which no rate changes but with the season. */
export function makeNullTown(seed: number, kind: NullKind, settings: Settings): WarningTown {
  const wijken = makeWijken(seed);
  if (wijken.length < 10) return makeNullTown(seed + 100_000, kind, settings);
  const random = randomFrom(seed, `null ${kind.name}`);
  const cells = plantNeeds(seed, wijken, settings);
  const organisations = makeOrganisations(seed, wijken, settings);
  const counts = themeCodes.map(() => wijken.map(() => new Array<number>(historyMonths).fill(0)));
  for (const organisation of organisations) {
    for (let month = 0; month < historyMonths; month += 1) {
      // Writing is seasonal and lumpy: quiet summers, and now and then a theme week.
      const season = 1 + 0.3 * Math.cos((2 * Math.PI * month) / 12);
      const size = kind.volume * (1 + (kind.growth * month) / (historyMonths - 1));
      const campaign = chance(random, kind.campaigns)
        ? integer(random, 0, themeCodes.length - 1)
        : -1;
      for (const cell of cells) {
        if (!organisation.wijken.has(cell.wijk)) continue;
        const isNeed = kind.hasSteadyNeeds && cell.need !== 'NONE';
        const severity = isNeed ? cell.severity : null;
        const rate = noteRate(organisation, cell.wijk, cell.theme, severity, settings);
        const theme = themeCodes.indexOf(cell.theme);
        const extra = theme === campaign ? uniform(random, 3, 8) : 1;
        const notes = poisson(random, (rate * size * season * extra) / windowMonths);
        const row = counts[theme]?.[cell.wijk];
        if (row)
          row[month] = (row[month] ?? 0) + (kind.isCountedByVoice ? Math.min(1, notes) : notes);
      }
    }
  }
  return { wijken, themes: counts.map(eventsOf) };
}

const eventsOf = (counts: readonly (readonly number[])[]): MonthlyCount[] =>
  counts.flatMap((row, placeIndex) => row.map((count, month) => ({ placeIndex, month, count })));

export interface Doubling {
  readonly wijken: readonly Wijk[];
  readonly place: number;
  /** First month of the doubled rate. */
  readonly from: number;
  readonly events: readonly MonthlyCount[];
}

/** One theme: every wijk at a steady rate of its own, one at `rate` that doubles half-way and stays so. */
export function makeDoubling(seed: number, rate: number): Doubling {
  const wijken = makeWijken(seed);
  if (wijken.length < 10) return makeDoubling(seed + 100_000, rate);
  const random: Random = randomFrom(seed, `doubling ${rate}`);
  const place = integer(random, 0, wijken.length - 1);
  const from = historyMonths / 2;
  const counts = wijken.map(({ index }) => {
    const own = index === place ? rate : rate * uniform(random, 0.3, 1.7);
    return Array.from({ length: historyMonths }, (_, month) =>
      poisson(random, own * (index === place && month >= from ? 2 : 1)),
    );
  });
  return { wijken, place, from, events: eventsOf(counts) };
}
