// Words of a text that is screened while it is written.
import { words } from '../words/words.ts';

export const screenedWords = words(
  {
    screeningFound: 'De controle vond dit',
    mask: 'Vervang alles wat gevonden is',
  },
  {
    screeningFound: 'Screening found this',
    mask: 'Replace everything that was found',
  },
);
