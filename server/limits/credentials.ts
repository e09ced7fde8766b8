// Whether a request says who it is, before anyone has looked whether that is true. Pure.
import { sessionCookie } from '../access/cookies.ts';

/** True when a token or a session was sent; whoever sends unknown ones is counted and shut out (budgets.ts). */
export const hasCredentials = (headers: Pick<Headers, 'get'>): boolean =>
  headers.get('authorization') !== null ||
  (headers.get('cookie')?.includes(`${sessionCookie}=`) ?? false);

/** True when many notes are handed in at once by someone with a token or session, by the text of body or query. */
export const isBulk = (text: unknown, headers: Pick<Headers, 'get'>): boolean =>
  typeof text === 'string' && hasCredentials(headers) && text.includes('logFieldNotes');
