// What was found, from this device and from the server, in groups that each lead to a page. Pure.
import type { SearchKind } from '../../server/codes/search.ts';
import { type ThemeCode, themes } from '../../server/codes/themes.ts';
import { pathTo } from '../app/paths.ts';
import { grouped } from '../words/grouped.ts';
import type { Language } from '../words/language.tsx';

export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

export interface Hit {
  readonly id: string;
  readonly kind: SearchKind;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly placeCode: string | null;
  readonly theme: ThemeCode | null;
  readonly snippet: readonly SnippetPart[];
  /** A note of whoever searches; UNSENT: it is on this device only. */
  readonly note?: 'MINE' | 'UNSENT' | 'OTHER';
}

export interface HitGroup {
  readonly kind: SearchKind;
  readonly hits: readonly Hit[];
}

/** Groups in the order in which people look for them; what has no page of its own is in none. */
const order: readonly SearchKind[] = ['PLACE', 'INDICATOR', 'THEME', 'STATEMENT', 'FIELD_NOTE'];

/** Hits in their groups, each hit once, the best first in each; at most `most` per group. */
export function groupsOf(hits: readonly Hit[], most: number): HitGroup[] {
  const unique = new Map<string, Hit>();
  for (const hit of hits) if (!unique.has(hit.id)) unique.set(hit.id, hit);
  const byKind = grouped([...unique.values()], ({ kind }) => kind);
  return order.flatMap((kind) => {
    const own = byKind.get(kind);
    return own ? [{ kind, hits: own.slice(0, most) }] : [];
  });
}

const asWijk = (buurt: string) => `WK${buurt.slice(2, 8)}`;

/** The page of a place; a buurt is on that of its wijk. Undefined: it has none. */
function placePage(code: string, anchor = ''): string | undefined {
  if (code.startsWith('GM')) return pathTo('gemeente', code);
  if (code.startsWith('WK')) return pathTo('profile', code) + anchor;
  return code.startsWith('BU') ? pathTo('profile', asWijk(code)) + anchor : undefined;
}

/** Where a hit leads; `gemeente` is the own one, or the one this server opens with. */
export function hrefOf(hit: Hit, gemeente: string | null): string {
  const { kind, code, placeCode, theme } = hit;
  const map = gemeente === null ? undefined : pathTo('map', gemeente);
  if (hit.note === 'UNSENT') return `${pathTo('log')}#op-dit-toestel`;
  if (hit.note === 'MINE') return `${pathTo('myNotes')}#notitie-${code}`;
  if (kind === 'INDICATOR' && map) return `${map}?indicator=${encodeURIComponent(code)}`;
  if (kind === 'THEME' && map) return `${map}?thema=${encodeURIComponent(code)}`;
  const page = placeCode ? placePage(placeCode, theme ? `#thema-${theme}` : '') : undefined;
  return page ?? pathTo('home');
}

/** Its name in the language of the page; titles of sources and places have one language. */
export const titleOf = ({ kind, theme, title }: Hit, language: Language): string =>
  theme && kind !== 'INDICATOR' ? themes[theme][language] : title;
