// News between server processes: the database tells every process which gemeente, wijk and theme changed (ids only),
// by triggers on what signals are made of. News that came while a connection was down is lost, so after each
// reconnect the listeners are told to look again.
import type { PoolClient } from 'pg';
import type { Logger } from 'pino';
import type { ActingPool } from './db/acting.ts';
import { badInput } from './errors.ts';

/** What changed: something a signal is made of, or what waits for a reviewer. */
export type Subject = 'SIGNAL' | 'REVIEW';

export interface Change {
  /** Null: both, perhaps. */
  readonly subject: Subject | null;
  /** Null: look at everything again. */
  readonly gemeenteCode: string | null;
  readonly placeCode: string | null;
}

export interface News {
  /** Changes from now on, until the caller stops asking. */
  listen(): AsyncGenerator<Change, void, void>;
  close(): Promise<void>;
}

/** The news of this process; refuses where the server was put together without. */
export function requireNews(news: News | undefined): News {
  if (!news) throw badInput([{ field: 'subscription', message: 'This server sends no news.' }]);
  return news;
}

const channels: Readonly<Record<string, Subject>> = {
  wijkbeeld_signals: 'SIGNAL',
  wijkbeeld_reviews: 'REVIEW',
};
const retryMs = 1000;

interface Listener {
  readonly waiting: Change[];
  wake: () => void;
  isClosed: boolean;
}

/** Listens on a connection of its own; on the embedded database the one connection is shared. */
export async function openNews(pool: ActingPool, isEmbedded: boolean, log: Logger): Promise<News> {
  const listeners = new Set<Listener>();
  let client: PoolClient | undefined;
  let isClosed = false;

  const tell = (change: Change) => {
    for (const listener of listeners) {
      listener.waiting.push(change);
      listener.wake();
    }
  };
  const hear = ({ channel: name, payload }: { channel: string; payload?: string | undefined }) => {
    const subject = channels[name];
    if (subject) tell(readChange(subject, payload ?? ''));
  };
  const connect = async (): Promise<void> => {
    const opened = await pool.connect();
    opened.on('notification', hear);
    for (const channel of Object.keys(channels)) await opened.query(`listen ${channel}`);
    if (isEmbedded) {
      // The pool takes a new client after a failed statement; the session behind it goes on listening.
      pool.on('connect', (next) => next.on('notification', hear));
      opened.release();
      return;
    }
    client = opened;
    opened.once('error', () => {
      opened.release(true);
      client = undefined;
      void reconnect();
    });
  };
  const reconnect = async (): Promise<void> => {
    while (!isClosed) {
      await new Promise((resolve) => setTimeout(resolve, retryMs));
      try {
        await connect();
        tell({ subject: null, gemeenteCode: null, placeCode: null });
        return;
      } catch {
        log.warn('the connection for news is down; trying again');
      }
    }
  };
  await connect();
  return {
    listen: () => listenOn(listeners),
    close: async () => {
      isClosed = true;
      for (const listener of listeners) {
        listener.isClosed = true;
        listener.wake();
      }
      client?.release(true);
    },
  };
}

function readChange(subject: Subject, payload: string): Change {
  const [gemeenteCode = null, placeCode = null] = payload.split(' ');
  return { subject, gemeenteCode, placeCode };
}

async function* listenOn(listeners: Set<Listener>): AsyncGenerator<Change, void, void> {
  const listener: Listener = { waiting: [], wake: () => {}, isClosed: false };
  listeners.add(listener);
  try {
    while (!listener.isClosed) {
      const next = listener.waiting.shift();
      if (next) {
        yield next;
        continue;
      }
      await new Promise<void>((resolve) => {
        listener.wake = resolve;
      });
    }
  } finally {
    listeners.delete(listener);
  }
}
