// Who is using the app: the choice of a demo person, or the session cookie of the login service.

import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { ask, isCode } from '../api/request.ts';
import { forgetAnswers } from '../api/use-query.ts';
import { MeDocument, type MeQuery } from '../generated/graphql.ts';
import { demoToken, keepDemoToken } from './demo-token.ts';
import { type AppSettings, readSettings } from './settings.ts';

export type Me = NonNullable<MeQuery['me']>;

export interface Session {
  readonly settings: AppSettings;
  /** Null: the public. */
  readonly me: Me | null;
  /** True when the server could not be reached and `me` is the last one known. */
  readonly isOffline: boolean;
  /** Acts as a demo person; an empty token is the public. */
  readonly actAs: (token: string) => Promise<void>;
  readonly signIn: () => void;
  readonly signOut: () => Promise<void>;
  /** Asks the server again who this is. */
  readonly refresh: () => Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** The session of the page; only inside SessionProvider. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside SessionProvider.');
  return session;
}

type Found = Pick<Session, 'settings' | 'me' | 'isOffline'>;

const lastMeKey = 'wijkbeeld.me';

/** Who the server says this is; when it cannot be reached, who it was last. */
async function findMe(): Promise<Pick<Session, 'me' | 'isOffline'>> {
  try {
    const { me } = await ask(MeDocument, {});
    localStorage.setItem(lastMeKey, JSON.stringify(me ?? null));
    return { me: me ?? null, isOffline: false };
  } catch (failure) {
    if (isCode(failure, 'UNAUTHENTICATED')) {
      localStorage.removeItem(lastMeKey);
      return { me: null, isOffline: false };
    }
    const known = localStorage.getItem(lastMeKey);
    return { me: known ? (JSON.parse(known) as Me | null) : null, isOffline: true };
  }
}

/** Side by side: on a bad line each of them takes its time. */
const askBoth = () => Promise.all([readSettings(), findMe()]);

let begun: ReturnType<typeof askBoth> | undefined;

/** Asks for the settings and the person before there is anything to draw. */
export function beginSession(): void {
  begun = askBoth();
  // What goes wrong is said where the answer is waited for.
  begun.catch(() => undefined);
}

/** Work to be done before the device forgets who it was, such as wiping notes; may refuse by returning false. */
type BeforeSignOut = () => Promise<boolean>;
const beforeSignOut = new Set<BeforeSignOut>();

/** Registers work to be done before signing out; returns how to take it back. */
export function onSignOut(work: BeforeSignOut): () => void {
  beforeSignOut.add(work);
  return () => beforeSignOut.delete(work);
}

async function mayLeave(): Promise<boolean> {
  for (const work of beforeSignOut) if (!(await work())) return false;
  return true;
}

/** Finds the settings and the person before anything else is shown. */
export function SessionProvider(props: {
  children: ComponentChildren;
  loading: ComponentChildren;
  failed: (retry: () => void) => ComponentChildren;
}) {
  const [found, setFound] = useState<Found>();
  const [hasFailed, setFailed] = useState(false);
  const find = useCallback(async () => {
    setFailed(false);
    try {
      const asked = begun ?? askBoth();
      begun = undefined;
      const [settings, who] = await asked;
      setFound({ settings, ...who });
    } catch {
      setFailed(true);
    }
  }, []);
  useEffect(() => void find(), [find]);
  const refresh = useCallback(async () => {
    const next = await findMe();
    setFound((now) => now && { ...now, ...next });
  }, []);
  const actAs = useCallback(
    async (token: string) => {
      if (demoToken() !== '' && !(await mayLeave())) return;
      keepDemoToken(token);
      forgetAnswers();
      await refresh();
    },
    [refresh],
  );
  const signOut = useCallback(async () => {
    if (!(await mayLeave())) return;
    localStorage.removeItem(lastMeKey);
    forgetAnswers();
    if (demoToken() !== '') {
      keepDemoToken('');
      await refresh();
      return;
    }
    const response = await fetch('/logout', {
      method: 'POST',
      headers: { 'x-wijkbeeld-request': '1' },
    });
    const { location: next } = (await response.json()) as { location: string };
    location.assign(next);
  }, [refresh]);
  const session = useMemo(
    () => found && { ...found, actAs, signIn, signOut, refresh },
    [found, actAs, signOut, refresh],
  );
  if (hasFailed) return <>{props.failed(find)}</>;
  if (!session) return <>{props.loading}</>;
  return <SessionContext.Provider value={session}>{props.children}</SessionContext.Provider>;
}

function signIn(): void {
  const here = `${location.pathname}${location.search}`;
  location.assign(`/login?returnTo=${encodeURIComponent(here)}`);
}
