// Words of what is about to be sent.
import { words } from '../words/words.ts';

export const delayedWords = words(
  {
    delayed: 'Wordt zo verstuurd',
    sentSoon: 'Dit gaat over {seconds} seconden weg.',
    sending: 'Wordt verstuurd …',
    notSent: 'Dit is niet gelukt.',
    undo: 'Ongedaan maken',
    letGo: 'Laat maar',
  },
  {
    delayed: 'About to be sent',
    sentSoon: 'This will be sent in {seconds} seconds.',
    sending: 'Sending …',
    notSent: 'This did not succeed.',
    undo: 'Undo',
    letGo: 'Let go',
  },
);
