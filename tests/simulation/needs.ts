// The planted truth of a town: its wijken, and per wijk x theme whether there is a raised need, why a figure
// would or would not show it, and how severe it is. Nothing here knows a rule or a threshold of the product.
import { codesOf } from '../../server/codes/code-list.ts';
import { type PopulationGroup, populationGroups } from '../../server/codes/groups.ts';
import { type ThemeCode, themes } from '../../server/codes/themes.ts';
import {
  chance,
  integer,
  normal,
  pick,
  type Random,
  randomFrom,
  uniform,
  weighted,
} from './random.ts';
import type { Settings } from './settings.ts';

export const themeCodes: readonly ThemeCode[] = codesOf(themes);

export interface Wijk {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly inhabitants: number;
  /** Demographic disadvantage in standard deviations: what a model based on composition knows. */
  readonly deprivation: number;
  /** Few organisations work here. */
  readonly isGap: boolean;
  readonly neighbours: readonly number[];
}

/**
 * Cause of a raised need: STRUCTURAL follows composition, so measured and modelled figures show it; LOCAL only
 * measurement shows; PART concerns a part of the wijk, averages hide it; HIDDEN a group that no monitor sees;
 * RECENT began in the last 18 months, figures of an earlier period cannot show it.
 */
export type Need = 'NONE' | 'STRUCTURAL' | 'LOCAL' | 'PART' | 'HIDDEN' | 'RECENT';

/** What raises a figure without a need: COMPOSITION deceives a model, REGISTRATION a count. */
export type Artefact = 'NONE' | 'COMPOSITION' | 'REGISTRATION';

export interface LatentCell {
  readonly wijk: number;
  readonly theme: ThemeCode;
  readonly need: Need;
  /** Shift in ordinary standard deviations, of the need or of the artefact; 0 for neither. */
  readonly shift: number;
  /** 0 mild to 1 grave; 0 without need. */
  readonly severity: number;
  /** Months before today in which the need began; null when it was always there or is not. */
  readonly monthsSinceOnset: number | null;
  readonly artefact: Artefact;
  /** Group behind the need, null for all residents. */
  readonly group: PopulationGroup | null;
  /** Something goes well here: seen by professionals, no need. */
  readonly hasStrength: boolean;
  /** Ordinary difference between wijken on this theme, shared by its indicators. */
  readonly ordinary: number;
}

const wijkNames = 'Noord,Zuid,Oost,West,Haven,Kade,Linde,Polder,Centrum,Molen,Vaart,Duin'.split(
  ',',
);

/** 10 to 40 wijken, in one of eight towns 4 to 7; one in thirty wijken has under 100 inhabitants. */
export function makeWijken(seed: number): Wijk[] {
  const random = randomFrom(seed, 'wijken');
  const count = chance(random, 1 / 8) ? integer(random, 4, 7) : integer(random, 10, 40);
  const points = Array.from({ length: count }, () => [random(), random()] as const);
  const neighbours = gabrielNeighbours(points);
  return points.map((_, index) => ({
    index,
    code: `WK9${String(seed % 1000).padStart(3, '0')}${String(index).padStart(2, '0')}`,
    name: `${wijkNames[index % wijkNames.length]} ${1 + Math.floor(index / wijkNames.length)}`,
    inhabitants: chance(random, 1 / 30)
      ? integer(random, 0, 99)
      : Math.round(Math.exp(normal(random, Math.log(5000), 0.8))),
    deprivation: normal(random),
    isGap: chance(random, 0.15),
    neighbours: neighbours[index] ?? [],
  }));
}

type Point = readonly [x: number, y: number];

/** Gabriel & Sokal (1969): two points are neighbours when no third lies in the circle between them. */
function gabrielNeighbours(points: readonly Point[]): number[][] {
  const squared = ([ax, ay]: Point, [bx, by]: Point) => (ax - bx) ** 2 + (ay - by) ** 2;
  return points.map((one, i) =>
    points.flatMap((other, j) => {
      const isFree = points.every(
        (third, k) =>
          k === i || k === j || squared(one, third) + squared(other, third) >= squared(one, other),
      );
      return i !== j && isFree ? [j] : [];
    }),
  );
}

const groups = codesOf(populationGroups).filter((group) => group !== 'ALL_RESIDENTS');

/** Every wijk x theme, wijk by wijk, themes in their fixed order. */
export function plantNeeds(
  seed: number,
  wijken: readonly Wijk[],
  settings: Settings,
): LatentCell[] {
  const random = randomFrom(seed, 'needs');
  return wijken.flatMap((wijk) =>
    themeCodes.map((theme) => {
      const need = needOf(random, wijk, settings);
      const artefact = need === 'NONE' ? artefactOf(random, settings) : 'NONE';
      const isShifted = need !== 'NONE' || artefact !== 'NONE';
      const strength = random();
      const [low, high] = settings.effect;
      return {
        wijk: wijk.index,
        theme,
        need,
        artefact,
        shift: isShifted ? low + (high - low) * strength : 0,
        severity: need === 'NONE' ? 0 : 0.7 * strength + 0.3 * random(),
        monthsSinceOnset: need === 'RECENT' ? uniform(random, 6, 15) : null,
        group: groupOf(random, need),
        hasStrength: chance(random, 0.12),
        ordinary: normal(random),
      };
    }),
  );
}

/** The cell of a wijk and a theme in the list of plantNeeds. */
export function cellAt(cells: readonly LatentCell[], wijk: number, theme: ThemeCode): LatentCell {
  const cell = cells[wijk * themeCodes.length + themeCodes.indexOf(theme)];
  if (!cell) throw new Error(`No cell for wijk ${wijk} and ${theme}.`);
  return cell;
}

/** More needs in deprived wijken, and there more of the structural kind. */
function needOf(random: Random, { deprivation }: Wijk, { raisedShare, causes }: Settings): Need {
  const odds = (raisedShare / (1 - raisedShare)) * Math.exp(0.5 * deprivation);
  if (!chance(random, odds / (1 + odds))) return 'NONE';
  return weighted(random, {
    ...causes,
    STRUCTURAL: causes.STRUCTURAL * Math.exp(0.5 * deprivation),
  });
}

function artefactOf(random: Random, { artefactShare, modelledShare }: Settings): Artefact {
  if (!chance(random, artefactShare)) return 'NONE';
  return chance(random, modelledShare) ? 'COMPOSITION' : 'REGISTRATION';
}

function groupOf(random: Random, need: Need): PopulationGroup | null {
  if (need === 'HIDDEN') return pick(random, groups);
  return need !== 'NONE' && chance(random, 0.3) ? pick(random, groups) : null;
}
