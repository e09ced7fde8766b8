// Words of the statement on accessibility: what was tested and how, and what was not. It claims no conformance.
import { words } from '../words/words.ts';

export const accessibilityWords = words(
  {
    title: 'Toegankelijkheid',
    lead: 'Iedereen moet Wijkbeeld kunnen gebruiken. Hier lees je wat we doen en wat nog niet getest is.',
    target: 'Wat we willen',
    targetText:
      'Wij bouwen naar WCAG 2.2, niveau AA. Een onafhankelijk onderzoek is nog niet gedaan. We zeggen daarom niet dat we aan alle eisen voldoen.',
    done: 'Wat we bij elke wijziging testen',
    doneAxe:
      'Een programma (axe-core) zoekt op elke pagina naar fouten, op telefoon en op een groot scherm.',
    doneKeyboard:
      'Je kunt alles met het toetsenbord doen. De kaart en de grote tabel hebben pijltjestoetsen.',
    doneZoom:
      'Bij 400% vergroten hoef je de pagina niet opzij te schuiven. Brede tabellen schuiven in hun eigen vak.',
    doneColour:
      'Kleur is nooit het enige verschil. Elke kaart en grafiek staat er ook als tabel en in woorden.',
    doneMotion: 'Wie minder beweging wil, krijgt die niet.',
    gaps: 'Wat nog niet getest is',
    gapsReader: 'Voorleessoftware met echte gebruikers.',
    gapsPhone: 'Safari op iPhone en iPad.',
    gapsTitles:
      'Namen van cijfers en teksten van mensen zijn in het Nederlands, ook op de Engelse pagina.',
    gapsPdf: 'De PDF die je browser maakt bij afdrukken.',
    contact: 'Werkt iets niet?',
    contactText:
      'Laat het weten aan de gemeente die Wijkbeeld aanbiedt. Noem de pagina en wat je wilde doen. Je krijgt dan hulp of de gegevens in een andere vorm.',
  },
  {
    title: 'Accessibility',
    lead: 'Everyone must be able to use Wijkbeeld. Here you read what we do and what was not tested yet.',
    target: 'What we aim for',
    targetText:
      'We build towards WCAG 2.2, level AA. No independent audit has been done yet. So we do not say that we meet all requirements.',
    done: 'What we test at every change',
    doneAxe:
      'A program (axe-core) looks for faults on each page, on a phone and on a large screen.',
    doneKeyboard: 'You can do everything by keyboard. The map and the large table have arrow keys.',
    doneZoom:
      'At 400% zoom the page does not scroll sideways. Wide tables scroll inside their own box.',
    doneColour:
      'Colour is never the only difference. Every map and chart is there as a table and in words too.',
    doneMotion: 'Who asks for less motion gets none.',
    gaps: 'What was not tested yet',
    gapsReader: 'Screen readers with real users.',
    gapsPhone: 'Safari on iPhone and iPad.',
    gapsTitles: 'Names of figures and texts of people are in Dutch, also on the English page.',
    gapsPdf: 'The PDF that your browser makes when printing.',
    contact: 'Does something not work?',
    contactText:
      'Tell the gemeente that offers Wijkbeeld. Name the page and what you wanted to do. You then get help, or the data in another form.',
  },
);
