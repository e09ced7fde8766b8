// Before a person signs out here: send what can be sent, ask about the rest, and wipe what is of this person.
import { wipe } from './device-store.ts';
import { outboxView, sendNow } from './outbox.ts';

/** False: the person stays. `askPerson` is asked only when something would be lost. */
export async function onLeave(owner: string, askPerson: () => Promise<boolean>): Promise<boolean> {
  if (outboxView().items.length > 0) await sendNow(true);
  if (outboxView().items.length > 0 && !(await askPerson())) return false;
  // A device that keeps nothing has nothing to wipe.
  await wipe(owner, Date.now()).catch(() => {});
  return true;
}
