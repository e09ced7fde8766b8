// Words of notes that look alike.
import { words } from '../words/words.ts';

export const similarWords = words(
  {
    similar: '{n} notities lijken hierop',
    similar_one: '1 notitie lijkt hierop',
    similarHint: 'Zie jij dit ook? Dan hoef je niets te schrijven.',
    plusOne: 'Dit zie ik ook (+1)',
    plusOned: 'Bevestigd',
    plusOneSaved: 'Je bevestiging is opgeslagen op dit toestel.',
  },
  {
    similar: '{n} notes look like this',
    similar_one: '1 note looks like this',
    similarHint: 'Do you see this too? Then you need not write anything.',
    plusOne: 'I see this too (+1)',
    plusOned: 'Confirmed',
    plusOneSaved: 'Your confirmation is saved on this device.',
  },
);
