// Browsers in which one is signed in by the login service, each with a way to end it.
import { roles } from '../../server/codes/people.ts';
import { useChange } from '../api/use-change.ts';
import { useQuery } from '../api/use-query.ts';
import { useSession } from '../app/session.tsx';
import { Failure } from '../components/failure.tsx';
import {
  EndSessionDocument,
  MyFeedbackDocument,
  SignOutEverywhereDocument,
} from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { myNotesWords } from './words.ts';

/** Ending the session of this browser leaves the page as the public sees it. */
export function Sessions() {
  const say = useWords(myNotesWords);
  const label = useNames();
  const { formats } = useLanguage();
  const { refresh } = useSession();
  const { data } = useQuery(MyFeedbackDocument, {});
  const one = useChange(EndSessionDocument);
  const all = useChange(SignOutEverywhereDocument);
  const sessions = data?.mySessions ?? [];
  const error = one.error ?? all.error;
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('sessions')}</h2>
      {data && sessions.length === 0 ? <p class="utrecht-paragraph">{say('noSessions')}</p> : null}
      <ul class="wb-lines">
        {sessions.map(({ id, startedAt, lastSeenAt, role, isCurrent }) => (
          <li key={id}>
            {say('sessionLine', {
              start: formats.moment(startedAt),
              seen: formats.moment(lastSeenAt),
            })}{' '}
            · {label(roles, role)}
            {isCurrent ? ` · ${say('thisOne')}` : ''}
            <div class="wb-buttons">
              <button
                type="button"
                class="utrecht-button utrecht-button--secondary-action"
                aria-label={`${say('end')}: ${formats.moment(startedAt)}`}
                disabled={one.isBusy}
                onClick={async () => {
                  await one.send({ id });
                  if (isCurrent) await refresh();
                }}
              >
                {say('end')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {error ? <Failure error={error} /> : null}
      {sessions.length > 1 ? (
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          disabled={all.isBusy}
          onClick={async () => {
            await all.send({});
            await refresh();
          }}
        >
          {say('endAll')}
        </button>
      ) : null}
    </section>
  );
}
