// What the device keeps in IndexedDB: the outbox, drafts, and lists that make the form work without a connection.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxStore } from './drain.ts';
import { type NewChange, type OutboxItem, queued } from './item.ts';

interface KeptValue {
  readonly owner: string;
  readonly keptAt: number;
  readonly value: unknown;
}

interface DeviceSchema extends DBSchema {
  outbox: { key: string; value: OutboxItem };
  drafts: { key: string; value: KeptValue };
  kept: { key: string; value: KeptValue };
}

type KeptStore = 'drafts' | 'kept';

let opened: Promise<IDBPDatabase<DeviceSchema>> | undefined;

function open(): Promise<IDBPDatabase<DeviceSchema>> {
  opened ??= openDB<DeviceSchema>('wijkbeeld', 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'id' });
      db.createObjectStore('drafts');
      db.createObjectStore('kept');
    },
    // Another tab wants a newer layout, or the browser closed it: open anew at the next use.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    terminated() {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

// Strict: the promise is kept only when the words are on the disk, not in a buffer that a dead battery empties.
const strict = { durability: 'strict' } as const;

const byOrder = (one: OutboxItem, other: OutboxItem) => one.order - other.order;

/** The outbox in IndexedDB. */
export const deviceStore: OutboxStore = {
  list: async (owner) => (await listAll()).filter((item) => item.owner === owner).sort(byOrder),
  change: async (id, change) => {
    const tx = (await open()).transaction('outbox', 'readwrite', strict);
    const item = await tx.store.get(id);
    if (item) {
      const next = change(item);
      await (next ? tx.store.put(next) : tx.store.delete(id));
    }
    await tx.done;
  },
};

/** Everything that waits on this device, whoever wrote it. */
export const listAll = async (): Promise<OutboxItem[]> => (await open()).getAll('outbox');

/**
 * Puts changes at the end of the queue, all or none; they are on the disk when it resolves. The draft that they were
 * made from goes in the same step: a crash leaves the one or the other, never both.
 */
export async function enqueue(
  owner: string,
  changes: readonly NewChange[],
  now: number,
  draftName?: string,
): Promise<void> {
  const tx = (await open()).transaction(['outbox', 'drafts'], 'readwrite', strict);
  const outbox = tx.objectStore('outbox');
  for (const item of queued(await outbox.getAll(), changes, owner, now)) await outbox.add(item);
  if (draftName !== undefined) await tx.objectStore('drafts').delete(`${owner} ${draftName}`);
  await tx.done;
}

/** Keeps a value of a person under a name; undefined forgets it. */
export async function keep(
  store: KeptStore,
  owner: string,
  name: string,
  value: unknown,
): Promise<void> {
  const key = `${owner} ${name}`;
  const tx = (await open()).transaction(store, 'readwrite', strict);
  await (value === undefined
    ? tx.store.delete(key)
    : tx.store.put({ owner, keptAt: Date.now(), value }, key));
  await tx.done;
}

/** What was kept of this person under a name; undefined when nothing was. */
export async function recall<Value>(
  store: KeptStore,
  owner: string,
  name: string,
): Promise<Value | undefined> {
  return (await (await open()).get(store, `${owner} ${name}`))?.value as Value | undefined;
}

/** Forgets everything of a person, and what others left longer than `days` ago. */
export async function wipe(owner: string, now: number, days = 30): Promise<void> {
  const tx = (await open()).transaction(['outbox', 'drafts', 'kept'], 'readwrite', strict);
  const isPast = (at: number) => at < now - days * 86_400_000;
  for (const item of await tx.objectStore('outbox').getAll()) {
    if (item.owner === owner || isPast(item.queuedAt))
      await tx.objectStore('outbox').delete(item.id);
  }
  for (const name of ['drafts', 'kept'] as const) {
    const store = tx.objectStore(name);
    for (const key of await store.getAllKeys()) {
      const value = await store.get(key);
      if (value && (value.owner === owner || isPast(value.keptAt))) await store.delete(key);
    }
  }
  await tx.done;
}
