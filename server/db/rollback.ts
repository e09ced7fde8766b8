// Drizzle rolls back when something failed, and when that fails too it throws only what the rollback said: on a connection
// that is gone nobody would learn why.
import type pg from 'pg';

type Query = (...words: unknown[]) => Promise<unknown>;

const patient = new WeakSet<pg.PoolClient>();

const isRollback = (asked: unknown) =>
  /^rollback\b/i.test(
    typeof asked === 'string' ? asked : String((asked as { text?: unknown }).text),
  );

/** What PostgreSQL itself answers, on a connection that goes on. */
const isAnswer = (error: unknown) => (error as { severity?: unknown })?.severity === 'ERROR';

/**
 * Passes over a rollback that fails because its connection is gone, so that the error it was asked for is the one that is
 * thrown; PostgreSQL takes the transaction back by itself, and the connection is given to nobody else.
 */
export function passOverLostRollback(client: pg.PoolClient): void {
  if (patient.has(client)) return;
  patient.add(client);
  const query = client.query.bind(client) as Query;
  const passing: Query = (asked, ...rest) => {
    const answer = query(asked, ...rest);
    if (!isRollback(asked)) return answer;
    return answer.catch((error: unknown) => {
      if (isAnswer(error)) throw error;
      const { release } = client;
      client.release = () => release(true);
      return { rows: [] };
    });
  };
  client.query = passing as typeof client.query;
}
