// Values with their unit as people here write them: 36%, 0,7 km, 74 per 1.000 inwoners. Pure.
import type { Formats } from './formats.ts';
import type { Language } from './language.tsx';

/** Units of the sources that are no Dutch sentence in themselves, and how each is read in a line. */
const units: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '%': { nl: '%', en: '%' },
  aantal: { nl: '', en: '' },
  km: { nl: ' km', en: ' km' },
  'x 1 000 euro': { nl: ' × 1.000 euro', en: ' × 1,000 euro' },
  'per 1 000 inwoners': { nl: ' per 1.000 inwoners', en: ' per 1,000 inhabitants' },
  'per 10 000 inwoners': { nl: ' per 10.000 inwoners', en: ' per 10,000 inhabitants' },
};

/** The unit after a number, with its space; a unit that is not known stands as the source gives it. */
export const unitText = (unit: string, language: Language): string =>
  units[unit]?.[language] ?? (unit === '' ? '' : ` ${unit}`);

/** A value with its unit; never for what has no value. */
export const valueText = (
  value: number,
  { unit, decimals }: { readonly unit: string; readonly decimals: number },
  formats: Formats,
  language: Language,
): string => `${formats.number(value, decimals, true)}${unitText(unit, language)}`;

/** A part of the population as the API names it, such as `age=65+`, in words; empty for the whole. */
export function segmentText(segment: string, language: Language): string {
  const [, from, to] = /^age=(\d+)(?:\+|-(\d+))$/.exec(segment) ?? [];
  if (from && to)
    return language === 'nl' ? `${from} tot en met ${to} jaar` : `aged ${from} to ${to}`;
  if (from) return language === 'nl' ? `${from} jaar en ouder` : `aged ${from} and over`;
  return segment;
}
