// Words that every page shares.
import { words } from '../words/words.ts';

export const componentWords = words(
  {
    loading: 'Even geduld …',
    retry: 'Probeer opnieuw',
    network:
      'Er is geen verbinding met Wijkbeeld. Kijk of je internet hebt en probeer het opnieuw.',
    signInFirst: 'Log eerst in. Daarna kun je dit zien.',
    forbidden: 'Dit hoort niet bij jouw rol. Vraag de beheerder als je dit nodig hebt.',
    rateLimited: 'Het is te druk met jouw vragen. Probeer het over {seconds} seconden opnieuw.',
    unexpected: 'Er ging iets mis bij ons. Noem dit nummer bij de beheerder: {id}',
    mustGo: 'Moet weg.',
    lookAtThis: 'Let op.',
    more: 'Toon meer',
    notNow: 'Toch niet',
  },
  {
    loading: 'One moment …',
    retry: 'Try again',
    network: 'Wijkbeeld cannot be reached. Check your connection and try again.',
    signInFirst: 'Sign in first. Then you can see this.',
    forbidden: 'This is not part of your role. Ask the administrator if you need it.',
    rateLimited: 'You asked too much in a short time. Try again in {seconds} seconds.',
    unexpected: 'Something went wrong on our side. Name this number to the administrator: {id}',
    mustGo: 'Must go.',
    lookAtThis: 'Look at this.',
    more: 'Show more',
    notNow: 'Not now',
  },
);
