// The look of the own gemeente: chosen here, seen at once, and taken back with one press.
import { useState } from 'preact/hooks';
import { useChange } from '../api/use-change.ts';
import { useQuery } from '../api/use-query.ts';
import { showLook } from '../app/look.ts';
import { useSession } from '../app/session.tsx';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { ChooseLookDocument, LookDocument } from '../generated/graphql.ts';
import { useWords } from '../words/words.ts';
import { adminWords } from './words.ts';

/** For administrators. */
export function LookChoice() {
  const say = useWords(adminWords);
  const { settings } = useSession();
  const { data, error, refresh } = useQuery(LookDocument, {});
  const { send, isBusy, error: refusal } = useChange(ChooseLookDocument);
  const [before, setBefore] = useState<{ readonly look: string | null }>();
  if (error) return <Failure error={error} retry={refresh} />;
  if (!data) return <Loading />;
  const { gemeenteCode, chosen, available } = data.look;
  const choose = async (look: string | null, last?: { readonly look: string | null }) => {
    if (!(await send({ look }))) return;
    setBefore(last);
    showLook(gemeenteCode, Date.now());
  };
  return (
    <section>
      <h3 class="utrecht-heading-3">{say('theme')}</h3>
      <p class="utrecht-paragraph">{say('lookHelp')}</p>
      <Field label={say('look')}>
        {(control) => (
          <select
            {...control}
            class="utrecht-select"
            value={chosen ?? ''}
            disabled={isBusy}
            onChange={(event) =>
              void choose(event.currentTarget.value || null, { look: chosen ?? null })
            }
          >
            <option value="">{say('lookOfOperator', { theme: settings.theme })}</option>
            {available.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {refusal ? <Failure error={refusal} /> : null}
      <p role="status">
        {before ? (
          <>
            {say('lookKept')}{' '}
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              disabled={isBusy}
              onClick={() => void choose(before.look)}
            >
              {say('undo')}
            </button>
          </>
        ) : null}
      </p>
    </section>
  );
}
