// What the dimensions beside the place say of a row: segment, period, bound, category. Pure.
import { slugOf } from './columns.ts';
import type { DimensionDescription } from './descriptions/description.ts';
import { margins } from './descriptions/margins.ts';
import type { OpenedDimension } from './opened-table.ts';
import type { QuarantineReason } from './refusal.ts';

export type Bound = 'values' | 'lowers' | 'uppers';

interface RowMeaning {
  readonly segment: string;
  /** Undefined: the table has no periods. */
  readonly period: number | undefined;
  readonly bound: Bound;
  /** Number of the category whose own indicators the row holds; 0 without such a dimension. */
  readonly category: number;
  /** Letter of a known figure: O, or P and R where the period carries a mark. */
  readonly known: 'O' | 'P' | 'R';
}

/** A row that is not taken over: set aside with a reason, or left out because it is about part of a year. */
interface RowProblem {
  readonly problem: 'UNDESCRIBED' | 'NO_YEAR' | 'PART_OF_YEAR';
  readonly reason: QuarantineReason;
  readonly explanation: string;
}

export interface CubeDimension extends OpenedDimension {
  readonly description: DimensionDescription;
}

/** What the services call alike in every table. */
const implied: readonly DimensionDescription[] = [
  { name: /^Perioden$/, role: 'PERIOD', hasPartsOfYears: true },
  { name: /^Marges$/, role: 'BOUND', codes: margins },
];

/** Joins the dimensions of a table to their descriptions; one that is not described is a segment by its titles. */
export const describeDimensions = (
  dimensions: readonly OpenedDimension[],
  descriptions: readonly DimensionDescription[],
): CubeDimension[] =>
  dimensions.map((dimension) => ({
    ...dimension,
    description: [...descriptions, ...implied].find(({ name }) => name.test(dimension.name)) ?? {
      name: /./,
      role: 'SEGMENT',
    },
  }));

/** Titles of the categories whose measures are indicators of their own; one empty title without such a dimension. */
export function categoriesOf(dimensions: readonly CubeDimension[]): readonly string[] {
  const own = dimensions.find(({ description }) => description.role === 'INDICATOR');
  return own ? [...own.titles.values()] : [''];
}

/** Reads the codes of one row; `field` gives the trimmed code at a position. */
export function readMeaning(
  dimensions: readonly CubeDimension[],
  code: string,
  field: (at: number) => string,
): RowMeaning | RowProblem {
  const segments: string[] = [];
  let meaning: RowMeaning = {
    segment: '',
    period: undefined,
    bound: 'values',
    category: 0,
    known: 'O',
  };
  for (const dimension of dimensions) {
    const { role } = dimension.description;
    const key = field(dimension.at);
    if (role === 'SEGMENT') {
      const segment = segmentOf(dimension, key);
      if (segment === undefined) return undescribed(dimension, key, code);
      if (segment !== '') segments.push(segment);
    } else if (role === 'BOUND') {
      const bound = dimension.description.codes?.[key] as Bound | undefined;
      if (bound === undefined) return undescribed(dimension, key, code);
      meaning = { ...meaning, bound };
    } else if (role === 'INDICATOR') {
      const category = [...dimension.titles.keys()].indexOf(key);
      if (category < 0) return undescribed(dimension, key, code);
      meaning = { ...meaning, category };
    } else {
      const period = readPeriod(dimension, key, code);
      if ('problem' in period) return period;
      meaning = { ...meaning, ...period };
    }
  }
  return { ...meaning, segment: segments.join(';') };
}

function segmentOf({ name, titles, description }: CubeDimension, key: string): string | undefined {
  if (description.codes) return description.codes[key];
  const title = titles.get(key);
  if (title === undefined) return undefined;
  const isWhole = /^totaal( |$)/i.test(title) && !/excl/i.test(title);
  return isWhole ? '' : `${description.segment ?? slugOf(name)}=${slugOf(title)}`;
}

function readPeriod(
  { name, titles, description }: CubeDimension,
  key: string,
  code: string,
): Pick<RowMeaning, 'period' | 'known'> | RowProblem {
  const year = /^(\d{4})JJ00$/.exec(key)?.[1];
  if (year !== undefined) {
    const mark = /(\*{1,2})$/.exec(titles.get(key) ?? '')?.[1];
    const known = mark === undefined ? 'O' : mark === '*' ? 'P' : 'R';
    return { period: Number(year), known };
  }
  const isPart = description.hasPartsOfYears === true && /^\d{4}[A-Z]{2}\d\d$/.test(key);
  return {
    problem: isPart ? 'PART_OF_YEAR' : 'NO_YEAR',
    reason: 'UNKNOWN_CATEGORY',
    explanation: `${name} "${key}" of ${code} is not a year such as 2020JJ00.`,
  };
}

function undescribed({ name, description }: CubeDimension, key: string, code: string): RowProblem {
  const reasons: Readonly<Record<string, QuarantineReason>> = {
    BOUND: 'UNKNOWN_MARGIN',
    SEGMENT: description.segment === 'age' ? 'UNKNOWN_AGE_GROUP' : 'UNKNOWN_CATEGORY',
  };
  return {
    problem: 'UNDESCRIBED',
    reason: reasons[description.role] ?? 'UNKNOWN_CATEGORY',
    explanation: `${name} "${key}" of ${code} is not described.`,
  };
}
