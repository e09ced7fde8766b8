// What a figure is about: a year, or a half-year, quarter or month of it, by the period codes of CBS (domain 6.1). A part
// of a year is compared with the same part of other years only, because seasons differ. Pure.
import { isCode } from '../codes/code-list.ts';
import { type PartOfYear, partsOfYear } from '../codes/parts-of-year.ts';

/** Empty for a whole year. */
export type YearOrPart = PartOfYear | '';

export interface Period {
  readonly year: number;
  readonly part: YearOrPart;
}

/** `2024JJ00`, `2024HJ02`, `2024KW03` or `2024MM12`; undefined for anything else, such as a school year. */
export function readPeriod(code: string): Period | undefined {
  const [, year, part = ''] = /^((?:19|20)\d\d)([A-Z]{2}\d\d)$/.exec(code) ?? [];
  if (year === undefined) return undefined;
  if (part === 'JJ00') return { year: Number(year), part: '' };
  return isCode(partsOfYear, part) ? { year: Number(year), part } : undefined;
}

/** The same, or a year alone: what people write. */
export const readPeriodText = (text: string): Period | undefined =>
  readPeriod(/^\d{4}$/.test(text) ? `${text}JJ00` : text);

/** The code of CBS for a period. */
export const periodCode = ({ year, part }: Period): string => `${year}${part || 'JJ00'}`;

const perYear: Readonly<Record<string, number>> = { HJ: 2, KW: 4, MM: 12 };

/** When a period ends, in years: what is newer than what. A year ends with its last month. */
export const endOf = ({ year, part }: Period): number =>
  year + (part === '' ? 1 : Number(part.slice(2)) / (perYear[part.slice(0, 2)] ?? 1));

/** As readers say it: `2024`, `3e kwartaal 2024`, `March 2024`. */
export const periodName = ({ year, part }: Period, language: 'nl' | 'en'): string =>
  part === '' ? String(year) : `${partsOfYear[part][language]} ${year}`;
