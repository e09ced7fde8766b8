// A form that survives a crash, an update and a phone that rings: kept on the device half a second after each change.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { keep, recall } from './device-store.ts';

const pause = 500;

export interface KeptDraft<Draft> {
  /** Undefined while the device is being read. */
  readonly draft: Draft | undefined;
  readonly change: (changes: Partial<Draft>) => void;
  /** Begins anew; the kept draft is forgotten. */
  readonly replace: (draft: Draft) => void;
  /** Whether the draft was there before the page opened. */
  readonly isRestored: boolean;
}

/** The draft of a person under a name; `begin` makes a new one when there is none that is worth keeping. */
export function useDraft<Draft extends object>(
  owner: string,
  name: string,
  begin: () => Draft,
  isWorthKeeping: (draft: Draft) => boolean,
): KeptDraft<Draft> {
  const [draft, setDraft] = useState<Draft>();
  const [isRestored, setRestored] = useState(false);
  const unsaved = useRef<Draft | undefined>(undefined);
  const save = useCallback(() => {
    const latest = unsaved.current;
    unsaved.current = undefined;
    if (latest) {
      const value = isWorthKeeping(latest) ? latest : undefined;
      keep('drafts', owner, name, value).catch(() => {});
    }
  }, [owner, name, isWorthKeeping]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `begin` is asked once per person and form.
  useEffect(() => {
    let isOpen = true;
    void recall<Draft>('drafts', owner, name)
      .catch(() => undefined)
      .then((kept) => {
        if (!isOpen) return;
        setRestored(kept !== undefined);
        // What a newer version of the form asks too gets its default.
        setDraft(kept === undefined ? begin() : { ...begin(), ...kept });
      });
    return () => {
      isOpen = false;
      save();
    };
  }, [owner, name]);
  useEffect(() => {
    const timer = setInterval(save, pause);
    const onHide = () => save();
    addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [save]);
  const change = useCallback((changes: Partial<Draft>) => {
    setDraft((now) => {
      if (!now) return now;
      unsaved.current = { ...now, ...changes };
      return unsaved.current;
    });
  }, []);
  const replace = useCallback(
    (next: Draft) => {
      unsaved.current = undefined;
      setRestored(false);
      setDraft(next);
      keep('drafts', owner, name, isWorthKeeping(next) ? next : undefined).catch(() => {});
    },
    [owner, name, isWorthKeeping],
  );
  return { draft, change, replace, isRestored };
}
