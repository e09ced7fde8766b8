// Words of what is enough to show small numbers.
import { words } from '../words/words.ts';

export const thresholdWords = words(
  {
    title: 'Vanaf hoeveel laten we iets zien?',
    help: 'Kleine aantallen kunnen naar een persoon wijzen. Daarom laat Wijkbeeld ze niet zien. Je gemeente kan strenger zijn, nooit soepeler. Een wijziging geldt meteen, overal en ook voor eerdere dagen. Wie notities beoordeelt, blijft alles lezen.',
    protects_NOTES:
      'Bij weinig notities kan iemand raden over wie het gaat. Bij minder notities laten we een signaal niet zien. Van één organisatie tellen er hooguit drie mee.',
    protects_ORGANISATIONS:
      'Zo is niet te zien welke organisatie iets meldde. Ook een beroep noemen we pas als zo veel organisaties het hebben.',
    protects_INHABITANTS:
      'In een kleine wijk herken je mensen snel. In een wijk met minder inwoners laten we geen signalen zien.',
    protects_GROUP_NOTES:
      'Een kleine groep is snel te herkennen. We noemen een groep pas als zo veel notities erover gaan. Van één organisatie tellen er hooguit drie mee.',
    product: 'Wijkbeeld vraagt',
    holds: 'Hier geldt',
    own: '{n}, door je gemeente gekozen',
    notOwn: '{n}, zoals Wijkbeeld vraagt',
    newValue: 'Nieuwe drempel',
    range: 'Een getal van {least} tot en met {most}.',
    tooLow:
      '{value} kan niet: kies een getal van {least} tot en met {most}. Minder dan {least} mag nooit.',
    same: '{value} geldt al. Kies een ander getal.',
    look: 'Kijk wat er verdwijnt',
    set: 'Stel in',
    signals: 'Signalen die te zien zijn: nu {now}, dan {later}.',
    groups: 'Groepen die genoemd worden: nu {now}, dan {later}.',
    asOf: 'Geteld tot en met {day}.',
    nothing: 'Er verdwijnt niets.',
    done: 'Ingesteld. De drempel is nu {n}.',
    undone: 'Ongedaan gemaakt. De drempel is nu {n}.',
    undo: 'Maak de laatste wijziging ongedaan',
    changes: 'Wat is er gewijzigd?',
    noChanges: 'Je gemeente heeft nog niets gewijzigd. Overal geldt wat Wijkbeeld vraagt.',
    kind: 'Drempel',
    value: 'Werd',
    asProduct: 'Wat Wijkbeeld vraagt',
    by: 'Door',
    operator: 'Systeembeheerder',
    when: 'Wanneer',
  },
  {
    title: 'From how many do we show something?',
    help: 'Small numbers can point to a person. That is why Wijkbeeld does not show them. Your gemeente can be stricter, never looser. A change holds at once, everywhere and for earlier days too. Those who review notes go on reading everything.',
    protects_NOTES:
      'With few notes somebody can guess whom it is about. With fewer notes a signal is not shown. Of one organisation three at most count.',
    protects_ORGANISATIONS:
      'So nobody sees which organisation reported something. A profession too is named only when so many organisations have it.',
    protects_INHABITANTS:
      'In a small wijk people are soon recognised. In a wijk with fewer inhabitants no signals are shown.',
    protects_GROUP_NOTES:
      'A small group is soon recognised. A group is named only when so many notes speak of it. Of one organisation three at most count.',
    product: 'Wijkbeeld asks',
    holds: 'Holds here',
    own: '{n}, chosen by your gemeente',
    notOwn: '{n}, as Wijkbeeld asks',
    newValue: 'New threshold',
    range: 'A number from {least} to {most}.',
    tooLow:
      '{value} is not possible: choose a number from {least} to {most}. Less than {least} is never allowed.',
    same: '{value} holds already. Choose another number.',
    look: 'See what disappears',
    set: 'Set',
    signals: 'Signals that are shown: {now} now, {later} then.',
    groups: 'Groups that are named: {now} now, {later} then.',
    asOf: 'Counted up to and including {day}.',
    nothing: 'Nothing disappears.',
    done: 'Set. The threshold is {n} now.',
    undone: 'Undone. The threshold is {n} now.',
    undo: 'Undo the last change',
    changes: 'What was changed?',
    noChanges: 'Your gemeente has not changed anything yet. What Wijkbeeld asks holds everywhere.',
    kind: 'Threshold',
    value: 'Became',
    asProduct: 'What Wijkbeeld asks',
    by: 'By',
    operator: 'Operator',
    when: 'When',
  },
);
