// Accessibility of the main page of each part of the web app, on a phone, and its width on a phone and a desk. Short form of
// `npm run accessibility`, which looks at every page in every state; journeys look at the states they pass themselves.
import { expect, test } from 'vitest';
import { type Screen, screens } from './screens/screens.ts';
import { onScreen, overflowOf } from './screens/town.ts';
import { violationsOn } from './support/axe.ts';
import { chromiumPath } from './support/browser.ts';
import { openTown } from './support/web-app.ts';

const town = chromiumPath ? await openTown() : undefined;
const inShort = [
  ...['profile-theme', 'gemeente', 'map-figure', 'compare', 'changes', 'public'],
  ...['review', 'board', 'my-notes', 'admin'],
];
const chosen = inShort.map((name) => {
  const screen = screens.find((one) => one.name === name);
  if (!screen) throw new Error(`There is no screen ${name}.`);
  return [name, screen] as const;
});

test.skipIf(!town).each<readonly [string, Screen]>(chosen)(
  '%s: nothing for axe to find, and nothing runs off a phone',
  async (_name, screen) => {
    if (!town) throw new Error('There is no browser.');
    await onScreen(town.browser, town.url, screen, 320, async (page) => {
      expect(await overflowOf(page)).toBe(0);
      expect(await violationsOn(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await overflowOf(page)).toBe(0);
    });
  },
);
