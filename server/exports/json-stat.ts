// JSON-stat 2.0 (json-stat.org): a cube of places, indicators and years. States stand in `status`; margins, provenance and
// source per cell in `extension`, because the format has no place of its own for them. Pure.
import type { Observation } from './observations.ts';
import type { ThemeLine } from './profile.ts';

interface About {
  readonly title: string;
  readonly madeAt: Date;
  readonly themes?: readonly ThemeLine[];
}

/** The dataset; cells that nobody delivered are absent, cells without a value have a status and no value. */
export function jsonStat(observations: readonly Observation[], { title, madeAt, themes }: About) {
  const places = new Map(observations.map((one) => [one.place, one.placeName]));
  const indicators = new Map(observations.map((one) => [indicatorKey(one), one]));
  const periods = [...new Set(observations.map(periodOf))].sort();
  const placeAt = positions([...places.keys()]);
  const indicatorAt = positions([...indicators.keys()]);
  const periodAt = positions(periods);
  const cells = observations.map((one) => {
    const at =
      ((placeAt[one.place] ?? 0) * indicators.size + (indicatorAt[indicatorKey(one)] ?? 0)) *
        periods.length +
      (periodAt[periodOf(one)] ?? 0);
    return [at, one] as const;
  });
  const per = <Value>(pick: (one: Observation) => Value | null) =>
    Object.fromEntries(
      cells.flatMap(([at, one]) => {
        const value = pick(one);
        return value === null ? [] : [[at, value] as const];
      }),
    );
  return {
    ...{ version: '2.0', class: 'dataset', label: title, updated: madeAt.toISOString() },
    source: [...new Set(observations.flatMap(({ attribution }) => attribution ?? []))].join('; '),
    id: ['place', 'indicator', 'period'],
    size: [places.size, indicators.size, periods.length],
    role: { geo: ['place'], metric: ['indicator'], time: ['period'] },
    dimension: {
      place: { label: 'Plaats', category: { index: placeAt, label: Object.fromEntries(places) } },
      indicator: {
        label: 'Indicator',
        category: {
          index: indicatorAt,
          label: Object.fromEntries(
            [...indicators].map(([key, { title: name, segment }]) => [
              key,
              segment === '' ? name : `${name} (${segment})`,
            ]),
          ),
          unit: Object.fromEntries(
            [...indicators].map(([key, { unit }]) => [key, { label: unit }]),
          ),
        },
      },
      period: { label: 'Periode', category: { index: periodAt } },
    },
    value: per(({ value }) => value),
    status: per(({ state }) => state),
    extension: {
      stateReason: per(({ stateReason }) => stateReason),
      releaseStatus: per(({ releaseStatus }) => releaseStatus),
      lower: per(({ lower }) => lower),
      upper: per(({ upper }) => upper),
      marginMethod: per(({ marginMethod }) => marginMethod),
      provenance: per(({ provenance }) => provenance),
      derivation: per(({ derivation }) => derivation || null),
      source: per(({ source, table }) => (source === null ? null : `${source} ${table}`)),
      divisionYear: per(({ divisionYear }) => divisionYear),
      ...(themes ? { themes } : {}),
    },
  };
}

const indicatorKey = ({ indicator, segment }: Observation) =>
  segment === '' ? indicator : `${indicator} ${segment}`;

/** A year by its number, a part of one by its code. */
const periodOf = ({ period, periodCode }: Observation) =>
  periodCode.endsWith('JJ00') ? String(period) : periodCode;

const positions = (keys: readonly string[]): Record<string, number> =>
  Object.fromEntries(keys.map((key, at) => [key, at]));
