// The frame: skip link, header with menu, language and person, the page, footer.
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Alert } from '../components/alert.tsx';
import { useLate } from '../components/use-late.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { showLook } from './look.ts';
import { pathTo } from './paths.ts';
import { type PageRoute, routes } from './routes.tsx';
import { onSignOut, type Session, useSession } from './session.tsx';
import { WhoIsHere } from './who-is-here.tsx';
import { shellWords } from './words.ts';

/** Pages of a gemeente need one: the own, or the one this server serves. */
const addressOf = ({ name, path }: PageRoute, { me, settings }: Session): string | undefined => {
  if (!path.includes(':code')) return path;
  const gemeente = me?.gemeenteCode ?? settings.gemeente;
  return gemeente === null ? undefined : pathTo(name, gemeente);
};

/** Draws the frame around the page that is open. */
export function Shell({ children }: { children: ComponentChildren }) {
  const say = useWords(shellWords);
  const session = useSession();
  const { path } = useLocation();
  const { language, choose } = useLanguage();
  const [isMenuOpen, openMenu] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu of a phone.
  useEffect(() => openMenu(false), [path]);
  const DeviceBar = useLate(
    () => import('../outbox/device-bar.tsx').then((m) => m.DeviceBar),
    true,
  );
  const SearchBox = useLate(
    () => import('../search/search-box.tsx').then((m) => m.SearchBox),
    true,
  );
  const reveal = useCallback(() => openMenu(true), []);
  const DelayedChanges = useLate(
    () => import('../components/delayed-changes.tsx').then((m) => m.DelayedChanges),
    true,
  );
  // Who signs out waits for the parts that save and wipe: they register their own work when they are drawn.
  const isLoading = DeviceBar === undefined || DelayedChanges === undefined;
  const goOn = useRef<() => void>(undefined);
  useEffect(() => {
    if (!isLoading) return goOn.current?.();
    return onSignOut(async () => {
      await new Promise<void>((resolve) => {
        goOn.current = resolve;
      });
      return true;
    });
  }, [isLoading]);
  const own = session.me?.gemeenteCode ?? null;
  const ofServer = session.settings.gemeente;
  useEffect(() => showLook(own === ofServer ? null : own), [own, ofServer]);
  const items = routes.flatMap((route) => {
    const address = addressOf(route, session);
    const isFor = !route.roles || (session.me !== null && route.roles.includes(session.me.role));
    return route.menu && address && isFor ? [{ word: route.menu, address }] : [];
  });
  return (
    <div class="wb-shell">
      <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
        {say('skip')}
      </a>
      <header class="wb-header">
        <a class="wb-brand" href={pathTo('home')}>
          Wijkbeeld
        </a>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action wb-menu-button"
          aria-expanded={isMenuOpen}
          aria-controls="menu"
          onClick={() => openMenu(!isMenuOpen)}
        >
          {say('menu')}
        </button>
        <div class={`wb-search${isMenuOpen ? ' wb-search--open' : ''}`}>
          {SearchBox ? <SearchBox reveal={reveal} /> : null}
        </div>
        <div class="wb-header__tools">
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            lang={language === 'nl' ? 'en' : 'nl'}
            onClick={() => choose(language === 'nl' ? 'en' : 'nl')}
          >
            {say('otherLanguage')}
          </button>
          <WhoIsHere />
        </div>
        <nav
          id="menu"
          class={`wb-menu${isMenuOpen ? ' wb-menu--open' : ''}`}
          aria-label={say('menu')}
        >
          <ul>
            {items.map(({ word, address }) => (
              <li key={word}>
                <a
                  class="utrecht-link"
                  href={address}
                  aria-current={path === address ? 'page' : undefined}
                >
                  {say(word)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main class="wb-main" id="inhoud">
        {DeviceBar ? <DeviceBar /> : null}
        {session.isOffline ? <Alert kind="warning">{say('offline')}</Alert> : null}
        {children}
      </main>
      {DelayedChanges ? <DelayedChanges /> : null}
      <footer class="wb-footer">
        {session.settings.people.length > 0 ? <p>{say('demo')}</p> : null}
        <p>{say('aboutPrivacy')}</p>
        <p>
          <a class="utrecht-link" href={pathTo('accessibility')}>
            {say('accessibility')}
          </a>{' '}
          <a class="utrecht-link" href="/graphiql/">
            {say('api')}
          </a>{' '}
          {session.me ? (
            <a class="utrecht-link" href={pathTo('keys')}>
              {say('keys')}
            </a>
          ) : null}
        </p>
      </footer>
    </div>
  );
}
