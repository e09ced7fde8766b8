// CSV by RFC 4180 in UTF-8, and beside it the metadata that CSV on the Web asks for (W3C, 2015). Pure.
import { type Observation, observationColumns } from './observations.ts';
import { type ThemeLine, themeColumns } from './profile.ts';

type Cell = string | number | null;

/** One line; a field is quoted where it must be. */
const lineOf = (cells: readonly Cell[]) => cells.map(cellOf).join(',');

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export const observationHeader = lineOf(observationColumns.map(({ name }) => name));

/** One line of figures, in the order of the header. */
export const observationLine = (one: Observation) =>
  lineOf(observationColumns.map(({ name }) => one[name]));

/** The lines per theme with their header. */
export const themesCsv = (lines: readonly ThemeLine[]) =>
  [
    lineOf(themeColumns.map(({ name }) => name)),
    ...lines.map((line) => lineOf(themeColumns.map(({ name }) => line[name]))),
  ].join('\n');

export interface CsvFile {
  /** Name of the file, beside the metadata. */
  readonly name: string;
  readonly kind: 'FIGURES' | 'THEMES';
}

export interface CsvDescription {
  readonly title: string;
  /** When it was made. */
  readonly madeAt: Date;
  /** Words to print beside it, one per source. */
  readonly attributions: readonly string[];
}

const keys = {
  FIGURES: ['indicator', 'segment', 'place', 'periodCode'],
  THEMES: ['place', 'theme'],
};

/** The document `<first file>-metadata.json`. An empty value is never "no": `state` says why. */
export function csvMetadata(files: readonly CsvFile[], about: CsvDescription) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    'dc:title': about.title,
    'dc:created': about.madeAt.toISOString(),
    'dc:source': [...about.attributions],
    'dc:description':
      'Een leeg veld value is geen nul: state zegt waarom er geen waarde is. Kleine aantallen zijn afgeschermd. Geen rangorde.',
    dialect: { delimiter: ',', quoteChar: '"', header: true, encoding: 'utf-8' },
    tables: files.map(({ name, kind }) => ({
      url: name,
      tableSchema: {
        columns: kind === 'FIGURES' ? figureColumns : themeLineColumns,
        primaryKey: keys[kind],
      },
    })),
  };
}

const figureColumns = observationColumns.map(({ name, datatype, description }) => ({
  ...{ name, titles: name, datatype, 'dc:description': description },
  required: ['indicator', 'place', 'period', 'state', 'periodCode'].includes(name),
}));

const themeLineColumns = themeColumns.map(({ name, description }) => ({
  ...{ name, titles: name, datatype: name === 'year' ? 'gYear' : 'string' },
  'dc:description': description,
}));
