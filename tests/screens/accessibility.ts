// `npm run accessibility`: axe-core (WCAG 2.2 AA) on every page of the web app in every state of the table, on a phone and
// wide. Words given are names of pages, or the beginning of one. SCREENS_URL: a demo server that runs.
import { violationsOn } from '../support/axe.ts';
import { walkScreens } from './walk.ts';

await walkScreens([320, 1280], violationsOn);
