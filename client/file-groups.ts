// Which modules come in one file: what is always loaded together is packed smaller in one than in ten. `npm run size`
// tells what a change of these does.

const anyOf = (folder: string, names: string) =>
  new RegExp(`/client/${folder}/(${names.trim().split(/\s+/).join('|')})\\.tsx?$`);

const oneOf = (...tests: readonly RegExp[]) =>
  new RegExp(tests.map(({ source }) => `(?:${source})`).join('|'));

export const fileGroups = [
  {
    name: 'frame',
    test: oneOf(
      /node_modules\/preact|vite\/preload-helper/,
      /\/client\/(?:app|words)\//,
      anyOf('api', 'request transport server-clock use-query'),
      anyOf('components', 'alert failure field loading page use-late words'),
      // Small, and of nearly every page: on a bad line each file of its own costs a round.
      /\/server\/codes\/(?:code-list|themes|note-kinds)\.ts$/,
    ),
  },
  {
    name: 'note-form',
    test: oneOf(
      anyOf('components', 'tiles error-summary check'),
      anyOf('outbox', 'use-draft'),
      anyOf(
        'log',
        `log-form wijk-choice theme-choice kind-choice words note-draft device-lists sentence danger-panel habits
        use-screening themes soft-hyphens`,
      ),
    ),
  },
  {
    name: 'outbox',
    test: oneOf(/node_modules\/idb/, anyOf('outbox', 'outbox use-outbox device-store item')),
  },
];
