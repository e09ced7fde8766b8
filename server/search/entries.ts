// What is searched: one line per place, theme, indicator, source or statement. Plain data, so that it travels to the
// worker and to the browser.
import type { SearchKind } from '../codes/search.ts';
import type { ThemeCode } from '../codes/themes.ts';

export interface Entry {
  /** Unique among all entries: its kind and code. */
  readonly id: string;
  readonly kind: SearchKind;
  /** Code or key by which the rest of the API knows it. */
  readonly code: string;
  /** What is shown as the hit. */
  readonly title: string;
  /** Beside it: the gemeente of a wijk, the theme of an indicator; empty when there is nothing to say. */
  readonly detail: string;
  /** Place that it is or is about; absent: the whole country. */
  readonly place?: string;
  readonly theme?: ThemeCode;
  /** Other names it is known by: aliases, older names, synonyms. */
  readonly names?: readonly string[];
  /** Other codes it is or was known by. */
  readonly codes?: readonly string[];
  /** Other words for its detail: what people call the gemeente of a wijk. */
  readonly around?: readonly string[];
  /** Its words: a definition, a statement. */
  readonly text?: string;
}

/** Id of an entry. */
export const entryId = (kind: SearchKind, code: string) => `${kind}:${code}`;
