// The only way tests talk to the API: a query, variables, and as whom. Everyone who reads `ask(bram, …)`
// knows that bram may not write.
import pino from 'pino';
import { schema } from '../../schema/index.ts';
import { createApp } from '../../server/app.ts';
import type { Database } from '../../server/db/client.ts';

/** Logs field notes for the wijkteam in Waterrijk. */
export const noor = 'demo:OBSERVER:GM9001:wijkteam-noord:WIJKTEAM_WORKER';
/** General practitioner who logs patterns. */
export const amira = 'demo:OBSERVER:GM9001:huisartsen-kade:GP';
/** Debt counsellor of another organisation. */
export const joris = 'demo:OBSERVER:GM9001:schuldhulp:DEBT_COUNSELLOR';
/** Reviews and publishes. */
export const esra = 'demo:REVIEWER:GM9001:gemeente';
/** Reads only. */
export const bram = 'demo:ANALYST:GM9001';
/** Administrator: no note texts. */
export const ilse = 'demo:ADMIN:GM9001';
/** Reviews in another gemeente. */
export const otto = 'demo:REVIEWER:GM9002:gemeente';
/** Not signed in. */
export const nobody = null;

export interface Answer<Data> {
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly field?: string; [key: string]: unknown };
  }[];
  readonly status: number;
}

export type Ask = <Data = Record<string, never>>(
  as: string | null,
  query: string,
  variables?: Record<string, unknown>,
) => Promise<Answer<Data>>;

/** The API over a test database, standing on a given day when `now` is passed. */
export function askOn(database: Pick<Database, 'as' | 'readAs'>, now?: () => Date): Ask {
  const { yoga } = createApp({
    schema,
    database,
    log: pino({ level: 'silent' }),
    demoTokens: true,
    ...(now ? { now } : {}),
  });
  return async (as, query, variables) => {
    const response = await yoga.fetch('http://wijkbeeld.test/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(as ? { authorization: `Bearer ${as}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Omit<Answer<never>, 'status'>;
    return { ...body, status: response.status };
  };
}
