// On every page: what is not sent yet, and whether a newer version of the app waits. Starts the outbox.

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { pathTo } from '../app/paths.ts';
import { useSession } from '../app/session.tsx';
import { Alert } from '../components/alert.tsx';
import { useWords } from '../words/words.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { sendFor } from './outbox.ts';
import { onUpdate } from './updates.ts';
import { useOutbox } from './use-outbox.ts';
import { outboxWords } from './words.ts';
import './outbox.css';

/** Draws nothing when there is nothing to say. */
export function DeviceBar() {
  const say = useWords(outboxWords);
  const { me } = useSession();
  const { path } = useLocation();
  const { items, end, isBroken } = useOutbox();
  const [update, setUpdate] = useState<() => void>();
  const owner = me?.deviceKey;
  useEffect(() => sendFor(owner), [owner]);
  useEffect(() => onUpdate((renew) => setUpdate(() => renew)), []);
  const parked = items.filter((item) => item.refusal).length;
  const waiting = items.length - parked;
  const isOnLog = path === pathTo('log');
  return (
    <>
      {owner ? <LeaveDialog owner={owner} key={owner} /> : null}
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
