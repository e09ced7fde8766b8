// Words of finding the wijk by the place of the phone.
import { words } from '../words/words.ts';

export const locateWords = words(
  {
    locate: 'Gebruik mijn plek',
    locating: 'Je plek wordt gezocht …',
    located: 'Je bent in {wijk}. Je plek blijft op dit toestel.',
    locatedBorder: 'Je bent vlak bij een grens. Kies zelf de wijk.',
    locatedOutside: 'Je plek ligt niet duidelijk in een wijk. Kies zelf.',
    locateDenied: 'Je toestel geeft je plek niet. Kies zelf.',
  },
  {
    locate: 'Use my location',
    locating: 'Looking up your location …',
    located: 'You are in {wijk}. Your location stays on this device.',
    locatedBorder: 'You are close to a border. Choose the wijk yourself.',
    locatedOutside: 'Your location is not clearly in a wijk. Choose yourself.',
    locateDenied: 'Your device does not give your location. Choose yourself.',
  },
);
