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
  accessibility: '/toegankelijkheid',
} as const;
export type PathName = keyof typeof paths;

/** First parts of the addresses: everything below them is the app's, everything else the server's. */
export const firstParts: readonly string[] = [
  ...new Set(Object.values(paths).map((path) => path.split('/')[1] ?? '')),
];

/** The address of a page, with its code filled in. */
export const pathTo = (name: PathName, code = ''): string =>
  paths[name].replace(':code', encodeURIComponent(code));
