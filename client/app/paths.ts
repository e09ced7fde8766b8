// The addresses of the web app, as plain data: the build writes their first parts down, so that the server answers
// these with the app and all others with 404.

export const paths = {
  home: '/',
  log: '/log',
  logMonth: '/log/maand',
  myNotes: '/mijn',
  profile: '/wijk/:code',
  publicPage: '/openbaar/:code',
  gemeente: '/gemeente/:code',
  printAll: '/afdrukken/:code',
  map: '/kaart/:code',
  compare: '/vergelijk',
  changes: '/veranderd/:code',
  search: '/zoeken',
  review: '/beoordelen',
  board: '/opvolging',
  admin: '/beheer',
  keys: '/sleutels',
  accessibility: '/toegankelijkheid',
} as const;
export type PathName = keyof typeof paths;

/** Module of each page, so that a browser is told its files before it asks for them. */
export const pageModules: Readonly<Record<PathName, string>> = {
  home: 'home/home-page.tsx',
  log: 'log/log-page.tsx',
  logMonth: 'log/month-page.tsx',
  myNotes: 'my-notes/my-notes-page.tsx',
  profile: 'profile/profile-page.tsx',
  publicPage: 'public-page/public-page.tsx',
  gemeente: 'gemeente/gemeente-page.tsx',
  printAll: 'profile/print-page.tsx',
  map: 'map/map-page.tsx',
  compare: 'compare/compare-page.tsx',
  changes: 'changes/changes-page.tsx',
  search: 'search/search-page.tsx',
  review: 'review/review-page.tsx',
  board: 'board/board-page.tsx',
  admin: 'admin/admin-page.tsx',
  keys: 'keys/keys-page.tsx',
  accessibility: 'accessibility/accessibility-page.tsx',
};

/** First parts of the addresses: everything below them is the app's, everything else the server's. */
export const firstParts: readonly string[] = [
  ...new Set(Object.values(paths).map((path) => path.split('/')[1] ?? '')),
];

/** The address of a page, with its code filled in. */
export const pathTo = (name: PathName, code = ''): string =>
  paths[name].replace(':code', encodeURIComponent(code));
