// Lists that the form needs and keeps on the device, so that it works without a connection: the wijken with their
// borders, and the notes of the last two weeks. Read from the device at once, then renewed from the server.
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api/request.ts';
import {
  LogBordersDocument,
  LogPlacesDocument,
  NotesNearbyDocument,
  type NotesNearbyQuery,
} from '../generated/graphql.ts';
import { keep, recall } from '../outbox/device-store.ts';
import type { WijkShape } from './which-wijk.ts';

export interface WijkName {
  readonly code: string;
  readonly name: string;
  readonly year: number;
}

export interface WijkList {
  readonly gemeente: WijkName | undefined;
  readonly wijken: readonly WijkName[];
}

export type NearbyNote = NotesNearbyQuery['fieldNotes']['edges'][number]['node'];

/** What is known, and whether the device had nothing and the server could not be reached. */
export interface DeviceList<Value> {
  readonly value: Value | undefined;
  readonly isMissing: boolean;
}

/** A list by name: the kept one first, then a fresh one. `fetchList` is asked once per owner. */
function useDeviceList<Value>(
  owner: string,
  name: string,
  fetchList: () => Promise<Value>,
): DeviceList<Value> {
  const [list, setList] = useState<DeviceList<Value>>({ value: undefined, isMissing: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the owner and the name stand for what is fetched.
  useEffect(() => {
    let isOpen = true;
    const show = (next: DeviceList<Value>) => {
      if (isOpen) setList(next);
    };
    void (async () => {
      const kept = await recall<Value>('kept', owner, name).catch(() => undefined);
      if (kept !== undefined) show({ value: kept, isMissing: false });
      try {
        const fresh = await fetchList();
        show({ value: fresh, isMissing: false });
        await keep('kept', owner, name, fresh).catch(() => {});
      } catch {
        if (kept === undefined) show({ value: undefined, isMissing: true });
      }
    })();
    return () => {
      isOpen = false;
    };
  }, [owner, name]);
  return list;
}

/** The wijken of the gemeente. */
export const useWijken = (owner: string, within: string): DeviceList<WijkList> =>
  useDeviceList(owner, `wijken ${within}`, async () => {
    const wijken: WijkName[] = [];
    let gemeente: WijkName | undefined;
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof askPlaces>> = await askPlaces(within, after);
      gemeente ??= page.place ?? undefined;
      wijken.push(...page.places.edges.map(({ node }) => node));
      after = page.places.pageInfo.hasNextPage ? (page.places.pageInfo.endCursor ?? null) : null;
    } while (after !== null);
    return { gemeente, wijken };
  });

const askPlaces = (within: string, after: string | null) =>
  ask(LogPlacesDocument, { within, after });

/** The borders of the wijken; empty when none were imported. */
export const useBorders = (owner: string, within: string): DeviceList<readonly WijkShape[]> =>
  useDeviceList(owner, `borders ${within}`, async () => {
    const { placeShapes } = await ask(LogBordersDocument, { within });
    return placeShapes as WijkShape[];
  });

/** Notes of the gemeente of the last two weeks that this person may read. */
export const useNearbyNotes = (owner: string, within: string): DeviceList<readonly NearbyNote[]> =>
  useDeviceList(owner, `nearby ${within}`, async () => {
    const since = new Date(Date.now() - 14 * 86_400_000).toISOString().slice(0, 10);
    const { fieldNotes } = await ask(NotesNearbyDocument, { within, since });
    return fieldNotes.edges.map(({ node }) => node);
  });
