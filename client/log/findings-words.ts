// Words of what screening finds.
import { words } from '../words/words.ts';

export const findingWords = words(
  {
    found: 'Dit lijkt over een persoon te gaan',
    foundHard: 'Haal dit weg. Anders kun je niet opslaan.',
    foundSoft: 'Kijk of dit naar één persoon wijst.',
    replace: 'Vervang door {word}',
    replaceAll: 'Vervang alles',
    screeningNotComplete: 'We vinden niet alles. Lees je zin nog eens na.',
  },
  {
    found: 'This seems to be about a person',
    foundHard: 'Take this out. Otherwise you cannot save.',
    foundSoft: 'Check whether this points to one person.',
    replace: 'Replace with {word}',
    replaceAll: 'Replace all',
    screeningNotComplete: 'We do not find everything. Read your sentence once more.',
  },
);
