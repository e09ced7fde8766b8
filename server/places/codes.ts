// Place codes of CBS (domain chapter 3): checked here once, never parsed as numbers. Letters occur.
import type { PlaceLevel } from '../codes/figures.ts';

const patterns: readonly (readonly [PlaceLevel, RegExp])[] = [
  ['BUURT', /^BU[0-9]{4}[0-9A-Z]{4}$/],
  ['WIJK', /^WK[0-9]{4}[0-9A-Z]{2}$/],
  ['GEMEENTE', /^GM[0-9]{4}$/],
  ['COUNTRY', /^NL0[01]$/],
];

/** Level of a well-formed code; undefined for anything else. Says nothing about whether it exists. */
export function checkPlaceCode(text: string): PlaceLevel | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Code without the padding of sources, and the country under the one code that is stored (NL00). */
export function tidyPlaceCode(text: string): string {
  const code = text.trim();
  return code === 'NL01' ? 'NL00' : code;
}

/** Tenant of a well-formed code: its gemeente, or NL00 for the country. */
export function gemeenteOf(code: string): string {
  return code.startsWith('NL') ? 'NL00' : `GM${code.slice(2, 6)}`;
}

/** Wijk that a wijk or buurt code lies in; null for gemeente and country. */
export function wijkOf(code: string): string | null {
  return /^(WK|BU)/.test(code) ? `WK${code.slice(2, 8)}` : null;
}

/** Code one level up; null for the country. */
export function parentOf(code: string): string | null {
  if (code.startsWith('BU')) return `WK${code.slice(2, 8)}`;
  if (code.startsWith('WK')) return `GM${code.slice(2, 6)}`;
  return code.startsWith('GM') ? 'NL00' : null;
}
