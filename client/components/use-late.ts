// A part of a page that is loaded when it is needed, so that the page itself can be used sooner.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds before a part that could not be had is asked for again. */
const retryAfter = 5_000;

/** The component once it is loaded; undefined before, and for as long as it is not needed. */
export function useLate<Props>(
  load: () => Promise<ComponentType<Props>>,
  isNeeded: boolean,
): ComponentType<Props> | undefined {
  const [found, setFound] = useState<{ readonly component: ComponentType<Props> }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is loaded stays the same.
  useEffect(() => {
    if (!isNeeded || found) return;
    let isGone = false;
    const tryLoading = () => {
      if (isGone) return;
      load().then(
        (component) => setFound({ component }),
        () => setTimeout(tryLoading, retryAfter),
      );
    };
    tryLoading();
    return () => {
      isGone = true;
    };
  }, [isNeeded]);
  return found?.component;
}
