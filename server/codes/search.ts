// What a search can find.
import { codeList } from './code-list.ts';

/** In the order in which equally good hits stand. */
export const searchKinds = codeList({
  PLACE: ['Plaats', 'A gemeente, wijk or buurt'],
  THEME: ['Thema', 'A theme'],
  INDICATOR: ['Indicator', 'What is measured'],
  SOURCE: ['Bron', 'A monitor'],
  STATEMENT: ['Uitspraak', 'An approved excerpt, or a sentence that is public'],
  FIELD_NOTE: ['Signaal', 'A field note whose words may be read'],
});
export type SearchKind = keyof typeof searchKinds;
