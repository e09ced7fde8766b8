// Signing in and out; on a demo server, the choice of a person to act as.

import { useWords } from '../words/words.ts';
import { demoToken } from './demo-token.ts';
import { useSession } from './session.tsx';
import type { AppSettings } from './settings.ts';
import { shellWords } from './words.ts';

/** A development server knows demo tokens of any gemeente, also of people that it has no name for. */
const isStranger = (token: string, { people }: AppSettings) =>
  token !== '' && !people.some((one) => one.token === token);

/** One control, by how this server lets people in. */
export function WhoIsHere() {
  const say = useWords(shellWords);
  const { settings, me, actAs, signIn, signOut } = useSession();
  if (settings.signIn === 'DEMO') {
    return (
      <label class="wb-act-as">
        <span>{say('actAs')}</span>{' '}
        <select
          class="utrecht-select"
          value={demoToken()}
          onChange={(event) => void actAs(event.currentTarget.value)}
        >
          <option value="">{say('nobody')}</option>
          {isStranger(demoToken(), settings) ? (
            <option value={demoToken()}>{demoToken().split(':').slice(1).join(' ')}</option>
          ) : null}
          {settings.people.map(({ label, token }) => (
            <option key={token} value={token}>
              {label}
            </option>
          ))}
        </select>
      </label>
    );
  }
  if (settings.signIn === 'NONE') return null;
  return me ? (
    <button
      type="button"
      class="utrecht-button utrecht-button--secondary-action"
      onClick={() => void signOut()}
    >
      {say('signOut')}
    </button>
  ) : (
    <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={signIn}>
      {say('signIn')}
    </button>
  );
}
