// The themes as tiles: the own recent ones first, then always the same order. Pure.
import { isCode } from '../../server/codes/code-list.ts';
import { type ThemeCode, themes } from '../../server/codes/themes.ts';

/** The tiles that are there before anyone has a habit: what is most often logged. */
const firstTiles: readonly ThemeCode[] = [
  'LIVELIHOOD',
  'SOCIAL_NETWORK',
  'MENTAL_HEALTH',
  'HOUSING',
  'FAMILY_PARENTING',
  'SELF_RELIANCE',
  'LIVING_ENVIRONMENT',
  'ACCESS_TO_SERVICES',
];

export const allThemes = Object.keys(themes) as ThemeCode[];

/** Eight tiles: the own recent ones in front (at most three), then always the same order. */
export function tilesFor(recent: readonly ThemeCode[]): ThemeCode[] {
  const own = recent.slice(0, 3);
  return [...own, ...firstTiles.filter((theme) => !own.includes(theme))].slice(0, 8);
}

/** The theme that a link means, by its code; undefined when there is none. */
export function themeOfLink(text: string | undefined): ThemeCode | undefined {
  const code = (text ?? '').trim().toUpperCase().replaceAll('-', '_');
  return isCode(themes, code) ? code : undefined;
}
