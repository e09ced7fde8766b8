// On every page: what is not sent yet, and whether a newer version of the app waits. Starts the outbox.

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { pathTo } from '../app/paths.ts';
import { onSignOut, useSession } from '../app/session.tsx';
import { Alert } from '../components/alert.tsx';
import { useLate } from '../components/use-late.ts';
import { useWords } from '../words/words.ts';
import { barWords } from './bar-words.ts';
import { onLeave } from './leave.ts';
import { sendFor } from './outbox.ts';
import { onUpdate, registerWorker } from './updates.ts';
import { useOutbox } from './use-outbox.ts';

import './outbox.css';

void registerWorker().catch(() => {});

/** Draws nothing when there is nothing to say. */
export function DeviceBar() {
  const say = useWords(barWords);
  const { me } = useSession();
  const { path } = useLocation();
  const { items, end, isBroken } = useOutbox();
  const [update, setUpdate] = useState<() => void>();
  const owner = me?.deviceKey;
  const [answer, setAnswer] = useState<(mayLeave: boolean) => void>();
  const Dialog = useLate(
    () => import('./leave-dialog.tsx').then((m) => m.LeaveDialog),
    answer !== undefined,
  );
  useEffect(() => sendFor(owner), [owner]);
  useEffect(() => {
    if (owner === undefined) return;
    const askPerson = async () => {
      const mayLeave = await new Promise<boolean>((resolve) => setAnswer(() => resolve));
      setAnswer(undefined);
      return mayLeave;
    };
    return onSignOut(() => onLeave(owner, askPerson));
  }, [owner]);
  useEffect(() => onUpdate((renew) => setUpdate(() => renew)), []);
  const parked = items.filter((item) => item.refusal).length;
  const waiting = items.length - parked;
  const isOnLog = path === pathTo('log');
  return (
    <>
      {Dialog && answer ? <Dialog onAnswer={answer} /> : null}
      {isBroken ? <Alert kind="error">{say('broken')}</Alert> : null}
      {update ? (
        <Alert kind="info">
          <p>{say('updateReady')}</p>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={update}
          >
            {say('update')}
          </button>
        </Alert>
      ) : null}
      <p class="wb-waiting" role="status">
        {items.length > 0 && !isOnLog ? (
          <>
            {waiting > 0 ? `${say('unsent', { n: waiting })}. ` : ''}
            {parked > 0 ? `${say('parked', { n: parked })}. ` : ''}
            {end === 'SIGN_IN' ? `${say('waitSignIn')} ` : ''}
            <a class="utrecht-link" href={pathTo('log')}>
              {say('look')}
            </a>
          </>
        ) : null}
      </p>
    </>
  );
}
