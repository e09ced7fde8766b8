// News between server processes: the database tells every process which gemeente, wijk and theme changed (ids only),
// by triggers on what signals are made of. News that came while a connection was down is lost, so after each
// reconnect the listeners are told to look again.
import type { PoolClient } from 'pg';
import type { Logger } from 'pino';
import type { ActingPool } from './db/acting.ts';
import { badInput } from './errors.ts';

/** What changed: something a signal is made of, what waits for a reviewer, or which editions are live. */
export type Subject = 'SIGNAL' | 'REVIEW' | 'PUBLICATION';

export interface Change {
  /** Null: both, perhaps. */
  readonly subject: Subject | null;
  /** Null: look at everything again. */
  readonly gemeenteCode: string | null;
  readonly placeCode: string | null;
}

/** Changes as they come; `return` ends it at once, also while one is waited for. */
export type Heard = AsyncIterableIterator<Change, void> & {
  readonly return: () => Promise<IteratorResult<Change, void>>;
};

export interface News {
  /** Changes from now on, until the caller stops asking. */
  listen(): Heard;
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
  wijkbeeld_publications: 'PUBLICATION',
};
const retryMs = 1000;

interface Listener {
  readonly tell: (change: Change) => void;
  readonly close: () => void;
}

/** Listens on a connection of its own; on the embedded database the one connection is shared. */
export async function openNews(pool: ActingPool, isEmbedded: boolean, log: Logger): Promise<News> {
  const listeners = new Set<Listener>();
  let client: PoolClient | undefined;
  let isClosed = false;

  const tell = (change: Change) => {
    for (const listener of listeners) listener.tell(change);
  };
  const hear = ({ channel: name, payload }: { channel: string; payload?: string | undefined }) => {
    const subject = channels[name];
    if (subject) tell(readChange(subject, payload ?? ''));
  };
  const connect = async (): Promise<void> => {
    const opened = await pool.connect();
    opened.on('notification', hear);
    try {
      for (const channel of Object.keys(channels)) await opened.query(`listen ${channel}`);
    } catch (error) {
      opened.release(true);
      throw error;
    }
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
    listen: () => listenOn(listeners, isClosed),
    close: async () => {
      isClosed = true;
      for (const listener of listeners) listener.close();
      client?.release(true);
    },
  };
}

function readChange(subject: Subject, payload: string): Change {
  const [scope = null, placeCode = null] = payload.split(' ');
  // An edition of the country is news of every gemeente.
  return { subject, gemeenteCode: scope === 'NL00' ? null : scope, placeCode };
}

/** What is heard from the call on, one after another; ends when the news is closed or the caller returns. */
function listenOn(listeners: Set<Listener>, isClosed: boolean): Heard {
  const waiting: Change[] = [];
  const asking: ((found: IteratorResult<Change, void>) => void)[] = [];
  const end: IteratorResult<Change, void> = { done: true, value: undefined };
  let isOver = isClosed;
  const listener: Listener = {
    tell: (change) => {
      const answer = asking.shift();
      if (answer) answer({ done: false, value: change });
      else waiting.push(change);
    },
    close: () => {
      isOver = true;
      listeners.delete(listener);
      for (const answer of asking.splice(0)) answer(end);
    },
  };
  if (!isOver) listeners.add(listener);
  const heard: Heard = {
    next: async () => {
      const change = waiting.shift();
      if (change) return { done: false, value: change };
      return isOver ? end : new Promise((resolve) => asking.push(resolve));
    },
    return: async () => {
      waiting.length = 0;
      listener.close();
      return end;
    },
    [Symbol.asyncIterator]: () => heard,
  };
  return heard;
}
