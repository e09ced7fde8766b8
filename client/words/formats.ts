// Numbers and days as people here write them. Pure.
import type { Language } from './language.tsx';

export interface Formats {
  /** 1.234,5; at most `digits` after the comma, or exactly so many when `isExact`. */
  readonly number: (value: number, digits?: number, isExact?: boolean) => string;
  /** 22 november 2026, from an ISO day or moment. */
  readonly day: (iso: string) => string;
  /** november 2026. */
  readonly month: (iso: string) => string;
  /** 22-11-2026. */
  readonly shortDay: (iso: string) => string;
  /** 22 november 2026 om 14:05. */
  readonly moment: (iso: string) => string;
  /** Between two numbers an en dash: 44,1–52,3. */
  readonly range: (from: number, to: number, digits?: number) => string;
  /** Words joined by commas and "en". */
  readonly list: (items: readonly string[]) => string;
  /** Sorts names as a dictionary does. */
  readonly compare: (a: string, b: string) => number;
}

const timeZone = 'Europe/Amsterdam';

/** The formats of a language; days are those of Amsterdam. */
export function formatsOf(language: Language): Formats {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone });
  const shortDay = new Intl.DateTimeFormat(locale, {
    ...({ day: '2-digit', month: '2-digit', year: 'numeric' } as const),
    timeZone,
  });
  const moment = new Intl.DateTimeFormat(locale, {
    ...({ dateStyle: 'long', timeStyle: 'short' } as const),
    timeZone,
  });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const number = (value: number, digits = 1, isExact = false) =>
    new Intl.NumberFormat(locale, {
      maximumFractionDigits: digits,
      minimumFractionDigits: isExact ? digits : 0,
    }).format(value);
  return {
    number,
    day: (iso) => day.format(new Date(iso)),
    month: (iso) => month.format(new Date(iso)),
    shortDay: (iso) => shortDay.format(new Date(iso)),
    moment: (iso) => moment.format(new Date(iso)),
    range: (from, to, digits = 1) => `${number(from, digits)}–${number(to, digits)}`,
    list: (items) => list.format(items),
    compare: collator.compare,
  };
}
