// A search as one types: what is on the device at once, then what the server found. Nothing typed is kept.
import { useEffect, useState } from 'preact/hooks';
import type { SearchKind } from '../../server/codes/search.ts';
import { type ApiError, ask } from '../api/request.ts';
import { asApiError } from '../api/use-change.ts';
import { type Me, useSession } from '../app/session.tsx';
import { SearchDocument, type SearchQuery } from '../generated/graphql.ts';
import { outboxView } from '../outbox/outbox.ts';
import type { Hit } from './hits.ts';
import { openOwnNotes } from './own-notes.ts';

export interface Found {
  /** Text that was searched; empty: nothing was. */
  readonly text: string;
  readonly hits: readonly Hit[];
  /** The server is still being asked. */
  readonly isLoading: boolean;
  /** The server could not be asked: these are the hits of the device alone. */
  readonly error: ApiError | undefined;
}

const nothing: Found = { text: '', hits: [], isLoading: false, error: undefined };

/** Milliseconds without a keystroke before the server is asked. */
const pause = 250;
const mostOnDevice = 60;
/** What only the server knows. */
const serverKinds: SearchKind[] = ['STATEMENT', 'FIELD_NOTE'];

const asHit = ({ fieldNote, ...node }: SearchQuery['search']['edges'][number]['node']): Hit =>
  fieldNote ? { ...node, note: fieldNote.isMine ? 'MINE' : 'OTHER' } : node;

/** Hits on the device, and whether the catalogue was there. */
async function findHere(text: string): Promise<{ hits: Hit[]; hasCatalogue: boolean }> {
  const device = await import('./on-device.ts');
  const opened = device.openUnsent(outboxView().items);
  const unsent = device.findOnDevice(opened, text, mostOnDevice, 'UNSENT');
  try {
    const known = device.findOnDevice(await device.openCatalogue(), text, mostOnDevice);
    return { hits: [...known, ...unsent], hasCatalogue: true };
  } catch {
    return { hits: unsent, hasCatalogue: false };
  }
}

/** Hits in what an observer sent before. */
async function findMine(text: string, me: Me | null): Promise<Hit[]> {
  if (me?.role !== 'OBSERVER') return [];
  const [device, opened] = await Promise.all([
    import('./on-device.ts'),
    openOwnNotes(me.deviceKey),
  ]);
  return device.findOnDevice(opened, text, mostOnDevice, 'MINE');
}

/** Searches what is typed; a next keystroke leaves the search before it. `round` asks anew. */
export function useSearch(typed: string, round = 0): Found {
  const [found, setFound] = useState(nothing);
  const { me } = useSession();
  const text = typed.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a round asks again.
  useEffect(() => {
    if (text === '') {
      setFound(nothing);
      return;
    }
    const stop = new AbortController();
    const show = (next: Found) => {
      if (!stop.signal.aborted) setFound(next);
    };
    void (async () => {
      setFound((now) => ({ ...now, isLoading: true, error: undefined }));
      const mine = findMine(text, me).catch(() => []);
      const here = await findHere(text).catch(() => ({ hits: [], hasCatalogue: false }));
      show({ text, hits: here.hits, isLoading: true, error: undefined });
      const onDevice = mine.then((own) => [...here.hits, ...own]);
      void onDevice.then((hits) => show({ text, hits, isLoading: true, error: undefined }));
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (stop.signal.aborted) return;
      try {
        const kinds = here.hasCatalogue ? serverKinds : null;
        const { search } = await ask(SearchDocument, { text, kinds }, { signal: stop.signal });
        const there = search.edges.map(({ node }) => asHit(node));
        show({ text, hits: [...(await onDevice), ...there], isLoading: false, error: undefined });
      } catch (failure) {
        show({ text, hits: await onDevice, isLoading: false, error: asApiError(failure) });
      }
    })();
    return () => stop.abort();
  }, [text, round, me?.deviceKey]);
  return found;
}
