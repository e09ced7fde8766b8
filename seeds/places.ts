// The places of Waterrijk and Duinrand in their three division years. Neither exists: the codes belong to no
// gemeente. From 2024 to 2026 happens what makes places hard: a border moves, a wijk is renamed, two get other
// codes (one with letters), and a code that came free is used again for another area.
import type { DivisionRow } from '../server/places/spans.ts';

export const waterrijk = 'GM9001';
export const duinrand = 'GM9002';
export const townCodes: readonly string[] = [waterrijk, duinrand];
export const divisionYears = [2024, 2025, 2026] as const;
export const currentDivision = 2026;

/** An area through the years: its codes, names and inhabitants. */
export interface Area {
  /** Name by which the rest of the seeds speak of it. */
  readonly key: string;
  /** Code per division year, in the order of `divisionYears`; one when it never changed. */
  readonly codes: readonly string[];
  /** Name per division year; one when it never changed. */
  readonly names: readonly string[];
  /** Indelingswijziging against the year before; absent: 1. */
  readonly changes?: readonly number[];
  readonly inhabitants: number;
  readonly urbanity: number;
  readonly buurten: readonly string[];
}

const area = (
  key: string,
  code: string | readonly string[],
  name: string | readonly string[],
  inhabitants: number,
  urbanity: number,
  buurten: readonly string[],
  changes?: readonly number[],
): Area => ({
  key,
  codes: typeof code === 'string' ? [code] : code,
  names: typeof name === 'string' ? [name] : name,
  inhabitants,
  urbanity,
  buurten,
  ...(changes ? { changes } : {}),
});

/** The wijken of Waterrijk. The first ten are lived in; values in indicators/ follow their order. */
export const wijken: readonly Area[] = [
  area('binnenstad', 'WK900101', 'Binnenstad', 6400, 2, ['Oude Markt', 'Grachtrand', 'Stadspoort']),
  area('havenkwartier', 'WK900102', 'Havenkwartier', 8900, 2, ['Kade', 'Touwbaan', 'Werfzijde']),
  area('sluiswijk', 'WK900103', 'Sluiswijk', 7300, 2, ['Hoge Flats', 'Lage Flats', 'Sluishof']),
  area('molenweide', 'WK900104', 'Molenweide', 9800, 3, ['Molenhoek', 'Korenveld', 'Villapark']),
  area('rietlanden', 'WK900105', 'Rietlanden', 11200, 3, ['Rietkraag', 'Lisdodde', 'Waterlelie']),
  area(
    'meeuwenweide',
    'WK900106',
    ['Vogelkwartier', 'Meeuwenweide', 'Meeuwenweide'],
    5600,
    3,
    ['Meeuwenhof', 'Sternplantsoen'],
    [1, 1, 1],
  ),
  area(
    'zuiderplas',
    'WK900107',
    'Zuiderplas',
    8100,
    4,
    ['Plasoever', 'Zuidrand', 'Nieuwe Strook'],
    [1, 3, 1],
  ),
  area('dijkzicht', 'WK900108', 'Dijkzicht', 4300, 4, ['Dijkdorp', 'Kerkebuurt']),
  area('oosterland', 'WK900109', 'Oosterland', 2700, 5, ['Oosterdorp', 'Buitengebied Oost']),
  area(
    'eilanden',
    ['WK900110', 'WK900110', 'WK9001AA'],
    'Nieuwe Eilanden',
    3900,
    3,
    ['Voorste Eiland', 'Achterste Eiland'],
    [1, 1, 2],
  ),
  area('sluispoort', 'WK900111', 'Bedrijvenpark Sluispoort', 60, 4, ['Sluispoort']),
  // Its new code was that of Nieuwe Eilanden the year before: a code that is used again.
  area(
    'rietmoeras',
    ['WK900112', 'WK900112', 'WK900110'],
    'Rietmoeras',
    0,
    5,
    ['Rietmoeras'],
    [1, 3, 2],
  ),
];

/** The wijken of Duinrand: a small neighbour, so that gemeenten can be told apart and compared. */
export const duinrandWijken: readonly Area[] = [
  area('duindorp', 'WK900201', 'Duindorp', 4100, 4, ['Duindorp Kern', 'Duindorp Rand']),
  area('helmduin', 'WK900202', 'Helmduin', 2900, 4, ['Helmduin']),
  area('strandwijk', 'WK900203', 'Strandwijk', 3300, 3, ['Strandwijk']),
  area('bosrand', 'WK900204', 'Bosrand', 2600, 4, ['Bosrand']),
  area('kerkeveld', 'WK900205', 'Kerkeveld', 3800, 3, ['Kerkeveld Noord', 'Kerkeveld Zuid']),
  area('noorderduin', 'WK900206', 'Noorderduin', 1900, 5, ['Noorderduin']),
  area('vuurbaak', 'WK900207', 'Vuurbaak', 2200, 4, ['Vuurbaak']),
  area('zandhoek', 'WK900208', 'Zandhoek', 1700, 5, ['Zandhoek']),
  area('meerzicht', 'WK900209', 'Meerzicht', 3100, 3, ['Meerzicht']),
];

export const wijkenOf = (gemeente: string): readonly Area[] =>
  gemeente === waterrijk ? wijken : duinrandWijken;

const at = <Value>(values: readonly Value[], year: number): Value => {
  const found = values[values.length === 1 ? 0 : divisionYears.indexOf(year as 2024)];
  if (found === undefined) throw new Error(`The invented towns have no division ${year}.`);
  return found;
};

/** Code of an area in a division year. */
export const codeOf = (wijk: Area, year: number = currentDivision): string => at(wijk.codes, year);

/** Code of a wijk by its key, in a division year. */
export function codeIn(key: string, year: number = currentDivision): string {
  const found = [...wijken, ...duinrandWijken].find((wijk) => wijk.key === key);
  if (!found) throw new Error(`No invented wijk is called ${key}.`);
  return codeOf(found, year);
}

/** A buurt of a wijk: its code in a division year and its share of the inhabitants. */
export function buurtenOf(wijk: Area, year: number) {
  const shares = wijk.buurten.map((_, index) => 1 / (index + 2));
  const total = shares.reduce((sum, share) => sum + share, 0);
  let left = wijk.inhabitants;
  return wijk.buurten.map((name, index) => {
    const isLast = index === wijk.buurten.length - 1;
    const part = Math.round((wijk.inhabitants * (shares[index] ?? 0)) / total / 5) * 5;
    const inhabitants = isLast ? left : part;
    left -= inhabitants;
    const number = String(index + 1).padStart(2, '0');
    return { code: `BU${codeOf(wijk, year).slice(2)}${number}`, name, inhabitants };
  });
}

/** The rows of a division as a file of CBS would give them. Duinrand is known from 2026 on. */
export function divisionRows(year: number): DivisionRow[] {
  const gemeenten = year === currentDivision ? [waterrijk, duinrand] : [waterrijk];
  return gemeenten.flatMap((code): DivisionRow[] => [
    { code, level: 'GEMEENTE', name: code === waterrijk ? 'Waterrijk' : 'Duinrand' },
    ...wijkenOf(code).flatMap((wijk): DivisionRow[] => {
      const changeCode = wijk.changes ? at(wijk.changes, year) : 1;
      const details = { changeCode, urbanity: wijk.urbanity };
      return [
        { code: codeOf(wijk, year), level: 'WIJK', name: at(wijk.names, year), ...details },
        ...buurtenOf(wijk, year).map(
          (buurt): DivisionRow => ({
            code: buurt.code,
            level: 'BUURT',
            name: buurt.name,
            ...details,
          }),
        ),
      ];
    }),
  ]);
}
