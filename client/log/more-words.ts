// Words of what may be told beside the sentence.
import { words } from '../words/words.ts';

export const moreWords = words(
  {
    severity: 'Hoe ernstig is het?',
    urgentConfirm:
      'Direct gevaar voor een persoon meld ik bij 112, het meldpunt of Veilig Thuis. Niet hier.',
    people: 'Om hoeveel gaat het?',
    unit: 'Waarvan?',
    fewNotHere: 'niet bij jouw beroep',
    frequency: 'Hoe vaak?',
    when: 'Wanneer zag je dit?',
    today: 'Vandaag',
    yesterday: 'Gisteren',
    thisWeek: 'Deze week',
    evidence: 'Hoe weet je dit?',
    source: 'Bij welk contact?',
    notSaid: 'Zeg ik niet',
    groups: 'Over welke groepen?',
    reasons: 'Waarom staat dit niet in de cijfers?',
    meaning: 'Wat betekent het volgens jou?',
    meaningHint: 'Je mening staat los van wat je zag.',
    icpc: 'ICPC-hoofdstuk of Z-code',
    icpcHint: 'Alleen een letter, of Z01 tot Z29. Nooit een diagnose.',
  },
  {
    severity: 'How serious is it?',
    urgentConfirm:
      'I report direct danger to a person to 112, the contact point or Veilig Thuis. Not here.',
    people: 'How many is it about?',
    unit: 'Of what?',
    fewNotHere: 'not for your profession',
    frequency: 'How often?',
    when: 'When did you see this?',
    today: 'Today',
    yesterday: 'Yesterday',
    thisWeek: 'This week',
    evidence: 'How do you know?',
    source: 'On what occasion?',
    notSaid: 'I do not say',
    groups: 'About which groups?',
    reasons: 'Why is this not in the figures?',
    meaning: 'What does it mean, in your view?',
    meaningHint: 'Your view stands apart from what you saw.',
    icpc: 'ICPC chapter or Z code',
    icpcHint: 'Only a letter, or Z01 to Z29. Never a diagnosis.',
  },
);
