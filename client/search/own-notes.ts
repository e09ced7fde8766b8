// The latest notes of an observer, for search as one types: asked for when somebody begins to search, and held by this page
// only, never stored.
import type { Opened } from '../../server/search/build.ts';
import { ask } from '../api/request.ts';
import { OwnNotesDocument } from '../generated/graphql.ts';

/** Notes of one page that are asked for. */
const most = 100;
/** Milliseconds after which a search asks anew. */
const freshFor = 60_000;

interface Held {
  readonly person: string;
  readonly at: number;
  readonly opened: Promise<Opened>;
}
let held: Held | undefined;

/**
 * Own notes of the person of this device key, ready to be searched. Without a line: those asked for before; throws when
 * there are none. Those of somebody else are forgotten.
 */
export async function openOwnNotes(person: string): Promise<Opened> {
  const before = held?.person === person ? held : undefined;
  if (before && Date.now() - before.at < freshFor) return before.opened;
  const next: Held = { person, at: Date.now(), opened: read() };
  held = next;
  try {
    return await next.opened;
  } catch (failure) {
    if (held === next) held = before;
    if (before) return before.opened;
    throw failure;
  }
}

async function read(): Promise<Opened> {
  const [{ openNotes }, { fieldNotes }] = await Promise.all([
    import('./on-device.ts'),
    ask(OwnNotesDocument, { first: most }),
  ]);
  return openNotes(fieldNotes.edges.flatMap((edge) => (edge ? [edge.node] : [])));
}
