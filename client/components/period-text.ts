// The period of a figure in words. Pure.
import type { PartOfYear } from '../../server/codes/parts-of-year.ts';
import { periodName } from '../../server/figures/periods.ts';
import type { Language } from '../words/language.tsx';

/** What a figure is about: `2024`, or `3e kwartaal 2024`. */
export const periodText = (
  { period, part }: { readonly period: number; readonly part?: PartOfYear | null | undefined },
  language: Language,
): string => periodName({ year: period, part: part ?? '' }, language);
