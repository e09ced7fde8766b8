// What waits on this device, for pages.
import { useEffect, useState } from 'preact/hooks';
import { type OutboxView, outboxView, watchOutbox } from './outbox.ts';

/** The outbox as it stands; draws the page again when it changes. */
export function useOutbox(): OutboxView {
  const [view, setView] = useState(outboxView);
  useEffect(() => {
    setView(outboxView());
    return watchOutbox(() => setView(outboxView()));
  }, []);
  return view;
}
