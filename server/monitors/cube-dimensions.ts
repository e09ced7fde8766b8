// What the dimensions beside the place say of a row: segment, period, bound, category. Pure.
import { endOf, type Period, readPeriod } from '../figures/periods.ts';
import { type SourceColumn, slugOf } from './columns.ts';
import type { DimensionDescription } from './descriptions/description.ts';
import { margins } from './descriptions/margins.ts';
import type { OpenedDimension } from './opened-table.ts';
import type { QuarantineReason } from './refusal.ts';

export type Bound = 'values' | 'lowers' | 'uppers';

interface RowMeaning {
  readonly segment: string;
  /** Undefined: the table has no periods. */
  readonly period: Period | undefined;
  readonly bound: Bound;
  /** Number of the category whose own indicators the row holds; 0 without such a dimension. */
  readonly category: number;
  /** Letter of a known figure: O, or P and R where the period carries a mark. */
  readonly known: 'O' | 'P' | 'R';
}

/** A row that is not taken over: set aside with a reason, refused, or left out because of the period it is about. */
interface RowProblem {
  readonly problem: 'UNDESCRIBED' | 'NO_YEAR' | 'OTHER_PERIOD' | 'OLD_PART';
  readonly reason: QuarantineReason;
  readonly explanation: string;
}

export interface CubeDimension extends OpenedDimension {
  readonly description: DimensionDescription;
  /** Codes of parts of years that are taken over; undefined: all. */
  readonly newest?: ReadonlySet<string> | undefined;
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
  dimensions.map((dimension) => {
    const description = [...descriptions, ...implied].find(({ name }) =>
      name.test(dimension.name),
    ) ?? { name: /./, role: 'SEGMENT' as const };
    return { ...dimension, description, newest: newestParts(dimension, description) };
  });

/** The newest parts of years among the codes of the table, as many as the description wants. */
function newestParts(
  { titles }: OpenedDimension,
  { newestParts: wanted }: DimensionDescription,
): ReadonlySet<string> | undefined {
  if (wanted === undefined || titles.size === 0) return undefined;
  const parts = [...titles.keys()].flatMap((code) => {
    const period = readPeriod(code);
    return period && period.part !== '' ? [{ code, end: endOf(period) }] : [];
  });
  const newest = parts.sort((a, b) => b.end - a.end).slice(0, wanted);
  return new Set(newest.map(({ code }) => code));
}

/** Titles of the categories whose measures are indicators of their own; one empty title without such a dimension. */
export function categoriesOf(dimensions: readonly CubeDimension[]): readonly string[] {
  const own = dimensions.find(({ description }) => description.role === 'INDICATOR');
  return own ? [...own.titles.values()] : [''];
}

/** Figures of a category are indicators of their own: the category leads their path. */
export const crossColumns = <Column extends SourceColumn>(
  columns: readonly Column[],
  categories: readonly string[],
): Column[] =>
  categories.flatMap((category) =>
    columns.map((column) => ({
      ...column,
      groups: category === '' ? column.groups : [category, ...column.groups],
    })),
  );

/** The title of a period with the mark of the portal for what a service says in words: Voorlopig, NaderVoorlopig. */
export function markTitle(title: string, status: string): string {
  const word = status.toLowerCase().replace(/\s/g, '');
  const mark = word === 'voorlopig' ? '*' : word.startsWith('nader') ? '**' : '';
  return mark === '' ? title : title.replace(/\*+$/, '') + mark;
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
      const period = readPeriodOf(dimension, key, code);
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

function readPeriodOf(
  { name, titles, description, newest }: CubeDimension,
  key: string,
  code: string,
): Pick<RowMeaning, 'period' | 'known'> | RowProblem {
  const period = readPeriod(key);
  const mayBe = description.hasPartsOfYears === true || period?.part === '';
  if (period && mayBe && (period.part === '' || (newest?.has(key) ?? true))) {
    const mark = /(\*{1,2})$/.exec(titles.get(key) ?? '')?.[1];
    const known = mark === undefined ? 'O' : mark === '*' ? 'P' : 'R';
    return { period, known };
  }
  const problem = { reason: 'UNKNOWN_CATEGORY' } as const;
  if (period && mayBe) return { ...problem, problem: 'OLD_PART', explanation: key };
  // A school year, a week, a sum over years: nothing here could compare it.
  if (description.hasPartsOfYears === true && /^\d{4}[A-Z]\w\d\d$/.test(key))
    return { ...problem, problem: 'OTHER_PERIOD', explanation: key };
  const explanation = `${name} "${key}" of ${code} is not a year such as 2020JJ00.`;
  return { ...problem, problem: 'NO_YEAR', explanation };
}

function undescribed(
  { name, titles, description }: CubeDimension,
  key: string,
  code: string,
): RowProblem {
  const reasons: Readonly<Record<string, QuarantineReason>> = {
    BOUND: 'UNKNOWN_MARGIN',
    SEGMENT: description.segment === 'age' ? 'UNKNOWN_AGE_GROUP' : 'UNKNOWN_CATEGORY',
  };
  return {
    problem: 'UNDESCRIBED',
    reason: reasons[description.role] ?? 'UNKNOWN_CATEGORY',
    explanation:
      titles.size === 0 && description.codes === undefined
        ? `${name} "${key}" of ${code} is in no list of codes: put ${name}.json of the same table beside the file.`
        : `${name} "${key}" of ${code} is not described.`,
  };
}
