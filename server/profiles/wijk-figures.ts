// What the figures say of one wijk in the year asked: the same for every reader. Pure.
import type { Edition, Indicator } from '../figures/catalogue.ts';
import type { ComparedWijk } from '../figures/comparison.ts';
import type { Figure } from '../figures/figure.ts';
import { figuresOfPlace, type IndicatorFigure } from '../figures/indicator-figures.ts';
import type { BenchmarkRow, FigureRow } from '../figures/rows.ts';
import { once } from '../once.ts';
import { type Chain, type ChainSpan, isThisWijk } from './chains.ts';
import { inhabitantsIn } from './positions.ts';

export interface WijkFigures {
  /** Those of a theme, and the population. */
  readonly figures: readonly IndicatorFigure[];
  readonly population: Figure;
  /** In the year asked; null when unknown. */
  readonly inhabitants: number | null;
  /** The latest, whatever year is asked: whether a cell may be shown rests on these, the same cell, the same answer. */
  readonly latestInhabitants: number | null;
  /** Figures that belong to no theme: worked out only when asked for. */
  readonly context: () => readonly IndicatorFigure[];
  readonly sources: readonly Edition[];
}

export interface WijkFigureParts {
  readonly chain: Chain;
  /** Of the wijk, its gemeente and the country. */
  readonly rows: readonly FigureRow[];
  readonly benchmarks: readonly BenchmarkRow[];
  readonly editions: ReadonlyMap<number, Edition>;
  /** Wijken that the reader chose to compare with. */
  readonly compared: readonly ComparedWijk[];
}

/** The figures of the wijk; sensitive ones are left out. */
export function wijkFiguresOf(parts: WijkFigureParts): WijkFigures {
  const { place } = parts.chain;
  const figuresWhere = (isWanted: (indicator: Indicator) => boolean, year = place.year) =>
    figuresOfPlace({
      ...parts,
      isWanted,
      gemeenteCode: place.gemeenteCode,
      year,
      urbanity: { urbanity: place.urbanity, catalogueVersion: place.catalogueVersion },
      borderBreaks: place.borderBreaks,
      isThisPlace: (code, divisionYear) => isThisWijk(parts.chain, code, divisionYear),
    });
  const figures = figuresWhere(({ theme, key }) => theme !== null || key === 'population');
  const latest = figuresWhere(({ key }) => key === 'population', endOfTime);
  return {
    figures,
    population: populationOf(figures, place),
    inhabitants: inhabitantsIn(figures),
    latestInhabitants: inhabitantsIn(latest),
    context: once(() => figuresWhere((indicator) => indicator.theme === null)),
    sources: sourcesOf(parts),
  };
}

/** Later than any period. */
const endOfTime = 9999;

/** Inhabitants of the wijk; a figure without edition says that no source has delivered it. */
function populationOf(figures: readonly IndicatorFigure[], place: ChainSpan): Figure {
  const found = figures.find(
    (f) => f.indicator.key === 'population' && f.segment === '' && f.current.part === '',
  );
  return (
    found?.current ?? {
      ...{ value: null, state: 'MISSING' },
      cell: { state: 'MISSING', value: null, reason: null, basis: 'RULE' },
      placeCode: place.code,
      ...{ period: place.year, part: '' },
      unit: 'aantal',
      provenance: 'MEASURED',
      columnKey: '',
      derivation: '',
      edition: null,
      at: null,
    }
  );
}

function sourcesOf({ rows, editions }: WijkFigureParts): Edition[] {
  const used = new Set(rows.map((row) => row.editionId));
  return [...used].sort((a, b) => a - b).flatMap((id) => editions.get(id) ?? []);
}
