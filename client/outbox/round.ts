// One round of sending, loaded after the page can be used.
import { deviceStore } from './device-store.ts';
import { type DrainEnd, drain } from './drain.ts';
import { forgetErased } from './erased.ts';
import { apiServer } from './send.ts';

/** Sends what is due of the person and forgets what was erased on the server. */
export async function drainOnce(person: string): Promise<DrainEnd> {
  const end = await drain(person, deviceStore, apiServer, { now: Date.now, random: Math.random });
  // Of no weight for what waits: it is asked again with a later round.
  if (end === 'EMPTY' || end === 'WAITING') await forgetErased(person).catch(() => {});
  return end;
}
