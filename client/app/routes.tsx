// The pages of the app in one table: address, what is loaded for it, and who finds it in the menu.

import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import { type PathName, paths } from './paths.ts';
import type { Me } from './session.tsx';
import type { shellWords } from './words.ts';

type Role = Me['role'];
type WordKey = keyof (typeof shellWords)['nl'];

export interface PageRoute {
  readonly name: PathName;
  readonly path: string;
  readonly page: ReturnType<typeof lazy<ComponentType>>;
  /** Word in the menu; absent: reached from another page only. */
  readonly menu?: WordKey;
  /** Roles that find it in the menu; absent: everyone, signed in or not. */
  readonly roles?: readonly Role[];
}

const route = (
  name: PathName,
  page: PageRoute['page'],
  menu?: WordKey,
  roles?: readonly Role[],
): PageRoute => ({
  name,
  path: paths[name],
  page,
  ...(menu ? { menu } : {}),
  ...(roles ? { roles } : {}),
});

/** Every page, in the order of the menu. */
export const routes: readonly PageRoute[] = [
  route(
    'home',
    lazy(() => import('../home/home-page.tsx').then((m) => m.HomePage)),
    'home',
  ),
  route(
    'log',
    lazy(() => import('../log/log-page.tsx').then((m) => m.LogPage)),
    'log',
    ['OBSERVER'],
  ),
  route(
    'logMonth',
    lazy(() => import('../log/month-page.tsx').then((m) => m.MonthPage)),
  ),
  route(
    'profile',
    lazy(() => import('../profile/profile-page.tsx').then((m) => m.ProfilePage)),
  ),
  route(
    'gemeente',
    lazy(() => import('../gemeente/gemeente-page.tsx').then((m) => m.GemeentePage)),
    'gemeente',
  ),
  route(
    'map',
    lazy(() => import('../map/map-page.tsx').then((m) => m.MapPage)),
    'map',
  ),
  route(
    'compare',
    lazy(() => import('../compare/compare-page.tsx').then((m) => m.ComparePage)),
    'compare',
  ),
  route(
    'changes',
    lazy(() => import('../changes/changes-page.tsx').then((m) => m.ChangesPage)),
    'changes',
  ),
  route(
    'publicPage',
    lazy(() => import('../public-page/public-page.tsx').then((m) => m.PublicPage)),
  ),
  route(
    'accessibility',
    lazy(() => import('../accessibility/accessibility-page.tsx').then((m) => m.AccessibilityPage)),
  ),
  route(
    'printAll',
    lazy(() => import('../profile/print-page.tsx').then((m) => m.PrintPage)),
  ),
  route(
    'search',
    lazy(() => import('../search/search-page.tsx').then((m) => m.SearchPage)),
  ),
  route(
    'myNotes',
    lazy(() => import('../my-notes/my-notes-page.tsx').then((m) => m.MyNotesPage)),
    'myNotes',
    ['OBSERVER'],
  ),
  route(
    'review',
    lazy(() => import('../review/review-page.tsx').then((m) => m.ReviewPage)),
    'review',
    ['REVIEWER'],
  ),
  route(
    'board',
    lazy(() => import('../board/board-page.tsx').then((m) => m.BoardPage)),
    'board',
    ['REVIEWER', 'POLICY', 'ANALYST'],
  ),
  route(
    'admin',
    lazy(() => import('../admin/admin-page.tsx').then((m) => m.AdminPage)),
    'admin',
    ['ADMIN', 'AUDITOR'],
  ),
  route(
    'keys',
    lazy(() => import('../keys/keys-page.tsx').then((m) => m.KeysPage)),
  ),
];

/** Loads the page of an address before it is drawn. */
export function preloadPage(pathname: string): void {
  const parts = pathname.split('/');
  const route = routes.find(({ path }) => {
    const own = path.split('/');
    return (
      own.length === parts.length && own.every((one, at) => one[0] === ':' || one === parts[at])
    );
  });
  route?.page.preload().catch(() => undefined);
}
