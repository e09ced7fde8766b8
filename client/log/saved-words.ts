// Words after saving a note.
import { words } from '../words/words.ts';

export const savedWords = words(
  {
    saved: 'Opgeslagen op dit toestel',
    sent: 'Verzonden. De signaalbeheerder leest je notitie eerst.',
    notSent: 'Nog niet verzonden. Dat gaat vanzelf zodra er verbinding is.',
    undo: 'Ongedaan maken',
    undone: 'De notitie is teruggenomen.',
    another: 'Nog een in {wijk}',
    toMyNotes: 'Naar mijn notities',
  },
  {
    saved: 'Saved on this device',
    sent: 'Sent. The reviewer reads your note first.',
    notSent: 'Not sent yet. That happens by itself as soon as there is a connection.',
    undo: 'Undo',
    undone: 'The note was taken back.',
    another: 'Another one in {wijk}',
    toMyNotes: 'To my notes',
  },
);
