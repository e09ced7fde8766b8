// What every export is made of: one line per figure, with its state, margins, provenance and source. The names of the
// fields are the columns of the csv and the properties of the other forms. Pure.

import type { Edition, Indicator } from '../figures/catalogue.ts';
import { type Figure, marginsOfFigure } from '../figures/figure.ts';
import { periodCode } from '../figures/periods.ts';
import { checkPlaceCode } from '../places/codes.ts';

/** One figure of one place; null where there is nothing to say, never for an unknown value without its state. */
export interface Observation {
  readonly indicator: string;
  readonly title: string;
  readonly theme: string | null;
  readonly segment: string;
  readonly place: string;
  readonly placeName: string;
  readonly level: string;
  readonly divisionYear: number | null;
  readonly period: number;
  readonly value: number | null;
  readonly state: string;
  readonly stateReason: string | null;
  readonly stateBasis: string;
  readonly releaseStatus: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly marginMethod: string | null;
  readonly unit: string;
  readonly measureKind: string;
  readonly provenance: string;
  readonly derivation: string;
  readonly source: string | null;
  readonly table: string | null;
  readonly column: string;
  readonly publisher: string | null;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly retrievedAt: string | null;
  readonly periodCode: string;
}

interface ObservationColumn {
  readonly name: keyof Observation;
  /** Datatype of CSV on the Web. */
  readonly datatype: 'string' | 'double' | 'gYear' | 'dateTime';
  readonly description: string;
}

/** The columns in their order, each explained. */
export const observationColumns: readonly ObservationColumn[] = [
  { name: 'indicator', datatype: 'string', description: 'Sleutel van de indicator' },
  { name: 'title', datatype: 'string', description: 'Titel van de indicator' },
  { name: 'theme', datatype: 'string', description: 'Thema; leeg voor context' },
  {
    name: 'segment',
    datatype: 'string',
    description: 'Deel van de populatie; leeg voor het geheel',
  },
  { name: 'place', datatype: 'string', description: 'Code van de plaats in het indelingsjaar' },
  { name: 'placeName', datatype: 'string', description: 'Naam van de plaats' },
  { name: 'level', datatype: 'string', description: 'Land, gemeente, wijk of buurt' },
  { name: 'divisionYear', datatype: 'gYear', description: 'Indelingsjaar van de code' },
  { name: 'period', datatype: 'gYear', description: 'Jaar waarover het cijfer gaat' },
  { name: 'value', datatype: 'double', description: 'Waarde; alleen leeg als state niet OK is' },
  {
    name: 'state',
    datatype: 'string',
    description:
      'OK, SUPPRESSED (geheim), MISSING (ontbreekt), NOT_YET, DISCONTINUED of NOT_DELIVERED',
  },
  { name: 'stateReason', datatype: 'string', description: 'Waarom er geen waarde is' },
  {
    name: 'stateBasis',
    datatype: 'string',
    description: 'SOURCE: de bron zegt het; RULE: afgeleid',
  },
  {
    name: 'releaseStatus',
    datatype: 'string',
    description: 'DEFINITIVE, PROVISIONAL of REVISED_PROVISIONAL',
  },
  { name: 'lower', datatype: 'double', description: 'Ondergrens van het 95%-interval' },
  { name: 'upper', datatype: 'double', description: 'Bovengrens van het 95%-interval' },
  {
    name: 'marginMethod',
    datatype: 'string',
    description: 'SOURCE, WILSON, BYAR of POISSON_EXACT',
  },
  { name: 'unit', datatype: 'string', description: 'Eenheid' },
  { name: 'measureKind', datatype: 'string', description: 'Soort maat' },
  {
    name: 'provenance',
    datatype: 'string',
    description: 'MEASURED (gemeten), MODELLED (gemodelleerd) of ESTIMATED (berekend)',
  },
  {
    name: 'derivation',
    datatype: 'string',
    description: 'Hoe het is berekend; leeg zoals geleverd',
  },
  { name: 'source', datatype: 'string', description: 'Bron' },
  { name: 'table', datatype: 'string', description: 'Tabel van de bron' },
  { name: 'column', datatype: 'string', description: 'Kolom in het bronbestand' },
  { name: 'publisher', datatype: 'string', description: 'Uitgever' },
  { name: 'licence', datatype: 'string', description: 'Licentie van de bron' },
  { name: 'attribution', datatype: 'string', description: 'Bronvermelding' },
  { name: 'retrievedAt', datatype: 'dateTime', description: 'Wanneer het is opgehaald' },
  {
    name: 'periodCode',
    datatype: 'string',
    description: 'Periode als code van CBS: jaar (2024JJ00), halfjaar, kwartaal of maand',
  },
];

/** One line of an export. */
export function observationOf(
  indicator: Pick<Indicator, 'key' | 'title' | 'theme' | 'measureKind'>,
  segment: string,
  figure: Figure,
  placeName: string,
): Observation {
  const { cell, edition, placeCode } = figure;
  const margins = marginsOfFigure(figure);
  const known = margins.refused === null ? margins : null;
  const isKnown = cell.state === 'OK';
  // Written out: a country has millions of these, and spreading an object costs several times as much.
  return {
    indicator: indicator.key,
    title: indicator.title,
    theme: indicator.theme,
    segment,
    place: placeCode,
    placeName,
    level: checkPlaceCode(placeCode) ?? '',
    divisionYear: edition?.divisionYear ?? null,
    period: figure.period,
    value: cell.value,
    state: cell.state,
    stateReason: isKnown ? null : cell.reason,
    stateBasis: isKnown ? 'SOURCE' : cell.basis,
    releaseStatus: isKnown ? cell.releaseStatus : null,
    lower: known?.lower ?? null,
    upper: known?.upper ?? null,
    marginMethod: known?.method ?? null,
    unit: figure.unit,
    measureKind: indicator.measureKind,
    provenance: figure.provenance,
    derivation: figure.derivation,
    source: edition?.source.key ?? null,
    table: edition?.tableId ?? null,
    column: figure.columnKey,
    publisher: edition?.source.publisher ?? null,
    licence: edition?.source.licence ?? null,
    attribution: edition?.source.attribution ?? null,
    retrievedAt: edition ? momentOf(edition) : null,
    periodCode: periodCode({ year: figure.period, part: figure.part }),
  };
}

const moments = new WeakMap<Edition, string>();

/** Worked out once per edition. */
function momentOf(edition: Edition): string {
  const known = moments.get(edition);
  if (known !== undefined) return known;
  const moment = new Date(edition.retrievedAt).toISOString();
  moments.set(edition, moment);
  return moment;
}
