// Words about what waits on the device, for the line on every page.
import { words } from '../words/words.ts';

export const barWords = words(
  {
    unsent: '{n} notities zijn nog niet verzonden',
    unsent_one: '1 notitie is nog niet verzonden',
    parked: '{n} notities hebben je hulp nodig',
    parked_one: '1 notitie heeft je hulp nodig',
    look: 'Bekijk',
    waitSignIn: 'Log in met jouw account om ze te verzenden.',
    updateReady: 'Er is een nieuwe versie. Je concept blijft staan.',
    update: 'Nu vernieuwen',
    broken: 'Dit toestel kan nu niets bewaren. Sluit een privévenster, of maak ruimte vrij.',
  },
  {
    unsent: '{n} notes have not been sent yet',
    unsent_one: '1 note has not been sent yet',
    parked: '{n} notes need your help',
    parked_one: '1 note needs your help',
    look: 'Look',
    waitSignIn: 'Sign in with your account to send them.',
    updateReady: 'There is a new version. Your draft stays.',
    update: 'Renew now',
    broken: 'This device cannot keep anything now. Close a private window, or free some space.',
  },
);
