// Which place a line is about, by the columns that tell it; they must not contradict each other. Pure.
import type { PlaceLevel } from '../codes/figures.ts';
import { checkPlaceCode, tidyPlaceCode } from '../places/codes.ts';
import type { QuarantineReason } from './refusal.ts';

/** Positions in a line; -1 when the file lacks one. */
interface PlacePositions {
  readonly codeAt: number;
  /** The code once more. */
  readonly secondCodeAt?: number;
  readonly typeAt: number;
  readonly nameAt: number;
}

type LinePlace =
  | { readonly code: string; readonly level: PlaceLevel; readonly problem?: never }
  | { readonly code: string; readonly problem: readonly [QuarantineReason, string] };

const levelOfType: Readonly<Record<string, PlaceLevel>> = {
  land: 'COUNTRY',
  gemeente: 'GEMEENTE',
  wijk: 'WIJK',
  buurt: 'BUURT',
};

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : String(value ?? ''));

/** The place of a line with its level, or why the line is set aside: an unknown type or code, or two places. */
export function readLinePlace(fields: readonly unknown[], at: PlacePositions): LinePlace {
  const field = (position = -1) => (position < 0 ? '' : text(fields[position]));
  const code = tidyPlaceCode(field(at.codeAt));
  const level = checkPlaceCode(code);
  const type = field(at.typeAt);
  const levelByType = levelOfType[type.toLowerCase()];
  const setAside = (reason: QuarantineReason, why: string): LinePlace => ({
    code,
    problem: [reason, why],
  });
  if (type !== '' && levelByType === undefined) {
    const why = `Region type "${type}" (code ${code}) is none of Land, Gemeente, Wijk, Buurt.`;
    return setAside('UNKNOWN_REGION_TYPE', why);
  }
  if (level === undefined) {
    const name = field(at.nameAt);
    const why =
      code === '' && name !== ''
        ? `"${name}" has no place code. Names are not unique, so the row cannot be placed.`
        : `"${code}" is not a code of the country, a gemeente, a wijk or a buurt.`;
    return setAside('UNKNOWN_REGION_CODE', why);
  }
  const second = tidyPlaceCode(field(at.secondCodeAt));
  if (second !== '' && second !== code) {
    const why = `The row is of ${code} by one column and of ${second} by another.`;
    return setAside('UNKNOWN_REGION_CODE', why);
  }
  if (levelByType !== undefined && levelByType !== level) {
    const why = `${code} is called a ${type}, which its code contradicts.`;
    return setAside('UNKNOWN_REGION_TYPE', why);
  }
  return { code, level };
}
