// A page that belongs to some roles: others read who it is for, instead of a failure of the API.
import type { ComponentChildren } from 'preact';
import { type Me, useSession } from '../app/session.tsx';
import { useWords } from '../words/words.ts';
import { Alert } from './alert.tsx';
import { Page } from './page.tsx';
import { componentWords } from './words.ts';

interface OnlyForProps {
  readonly roles: readonly Me['role'][];
  readonly title: string;
  readonly children: (me: Me) => ComponentChildren;
}

/** Draws the page for these roles only. Rights are the server's; this only spares a useless question. */
export function OnlyFor({ roles, title, children }: OnlyForProps) {
  const say = useWords(componentWords);
  const { me } = useSession();
  if (me && roles.includes(me.role)) return <>{children(me)}</>;
  return (
    <Page title={title}>
      <Alert kind="info">
        <p class="utrecht-paragraph">{say(me ? 'forbidden' : 'signInFirst')}</p>
      </Alert>
    </Page>
  );
}
