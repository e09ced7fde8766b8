// Words of the start page.
import { words } from '../words/words.ts';

export const homeWords = words(
  {
    title: 'Cijfers en signalen uit de wijk',
    lead: 'Wijkbeeld zet per wijk bij elkaar wat monitors meten en wat professionals zien. Je ziet waar die twee overeenkomen, waar ze verschillen en waar niemand kijkt.',
    wijken: 'De wijken van {gemeente}',
    noGemeente: 'Log in om de wijken van je gemeente te zien.',
    noWijken: 'Er zijn nog geen wijken ingelezen.',
  },
  {
    title: 'Figures and signals from the wijk',
    lead: 'Wijkbeeld puts together, for each wijk, what monitors measure and what professionals see. You see where the two agree, where they differ and where nobody is looking.',
    wijken: 'The wijken of {gemeente}',
    noGemeente: 'Sign in to see the wijken of your gemeente.',
    noWijken: 'No wijken have been imported yet.',
  },
);
