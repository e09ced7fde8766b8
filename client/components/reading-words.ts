// Words of the parts that every reading page shares: states of figures, outcomes, sources.
import { words } from '../words/words.ts';

export const readingWords = words(
  {
    SUPPRESSED: 'Geheim',
    SUPPRESSED_why:
      'Het aantal is zo klein dat het iets over personen kan zeggen. Daarom is het niet te zien.',
    MISSING: 'Ontbreekt',
    MISSING_why: 'De bron heeft hier geen waarde voor.',
    NOT_YET: 'Nog niet bekend',
    NOT_YET_why: 'De bron komt later met dit cijfer.',
    DISCONTINUED: 'Gestopt',
    DISCONTINUED_why: 'De bron publiceert dit cijfer niet meer.',
    NOT_DELIVERED: 'Niet geleverd',
    NOT_DELIVERED_why: 'De gemeente heeft dit cijfer niet aan de bron geleverd.',
    zero: 'nul',
    zero_why: 'Dit is een echte nul, geen ontbrekend cijfer.',
    provisional: 'voorlopig',
    reason: 'Reden: {reason}.',
    outcomeLegend: 'Wat betekenen de tekens?',
    outcomeHow:
      'Het vierkant staat voor de cijfers, de cirkel voor wat professionals zien. Gevuld: er is een zorg. Leeg: geen zorg. Gestippeld: onbekend. Half: wel een cijfer, maar vergelijken kan niet.',
    scrollTable: '{caption}. Deze tabel kan opzij schuiven.',
  },
  {
    SUPPRESSED: 'Withheld',
    SUPPRESSED_why:
      'The number is so small that it could say something about persons. That is why it is not shown.',
    MISSING: 'Missing',
    MISSING_why: 'The source has no value for this.',
    NOT_YET: 'Not known yet',
    NOT_YET_why: 'The source will publish this figure later.',
    DISCONTINUED: 'Stopped',
    DISCONTINUED_why: 'The source no longer publishes this figure.',
    NOT_DELIVERED: 'Not delivered',
    NOT_DELIVERED_why: 'The municipality did not deliver this figure to the source.',
    zero: 'zero',
    zero_why: 'This is a real zero, not a missing figure.',
    provisional: 'provisional',
    reason: 'Reason: {reason}.',
    outcomeLegend: 'What do the marks mean?',
    outcomeHow:
      'The square stands for the figures, the circle for what professionals see. Filled: there is a concern. Empty: no concern. Dotted: unknown. Half: there is a figure, but nothing to compare it with.',
    scrollTable: '{caption}. This table can be scrolled sideways.',
  },
);
