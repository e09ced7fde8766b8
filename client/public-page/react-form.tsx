// A reaction to what is said about a theme: handed in once, read by a reviewer before anyone else.
import { useRef, useState } from 'preact/hooks';
import { ApiError, type ApiFailure, ask } from '../api/request.ts';
import { useSession } from '../app/session.tsx';
import { Alert } from '../components/alert.tsx';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { AddReactionDocument, type ThemeCode } from '../generated/graphql.ts';
import { useWords } from '../words/words.ts';
import { publicWords } from './words.ts';

interface ReactFormProps {
  readonly placeCode: string;
  readonly gemeenteCode: string;
  readonly theme: ThemeCode;
}

const longest = 600;

/** Folded; whoever may not react is told how to. */
export function ReactForm({ placeCode, gemeenteCode, theme }: ReactFormProps) {
  const say = useWords(publicWords);
  const { me, settings } = useSession();
  const mayReact = me?.gemeenteCode === gemeenteCode && me.scopes.includes('REACT');
  if (!mayReact && (me || settings.signIn === 'NONE')) return null;
  return (
    <details class="wb-fold wb-no-print">
      <summary>{say('react')}</summary>
      {mayReact ? (
        <Form statement={`signal:${placeCode}:${theme}`} />
      ) : (
        <p class="utrecht-paragraph">{say('reactSignIn')}</p>
      )}
    </details>
  );
}

function Form({ statement }: { statement: string }) {
  const say = useWords(publicWords);
  // One id for one reaction: sending again after a lost answer does not make two.
  const id = useRef(crypto.randomUUID());
  const [state, setState] = useState<'open' | 'busy' | 'sent'>('open');
  const [failure, setFailure] = useState<ApiFailure>();
  const send = async (form: HTMLFormElement) => {
    const text = String(new FormData(form).get('text') ?? '').trim();
    setState('busy');
    setFailure(undefined);
    try {
      await ask(AddReactionDocument, { input: { id: id.current, statement, text } });
      setState('sent');
    } catch (reason) {
      setFailure(reason instanceof ApiError ? reason : new ApiError('NETWORK', '', {}));
      setState('open');
    }
  };
  if (state === 'sent') return <Alert kind="ok">{say('sent')}</Alert>;
  const isRefused = failure?.code === 'BAD_USER_INPUT';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <Field
        label={say('reactLabel')}
        description={say('reactHelp')}
        error={isRefused ? say('refusedText') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            class="utrecht-textarea"
            name="text"
            rows={3}
            maxLength={longest}
            required
          />
        )}
      </Field>
      {failure && !isRefused ? <Failure error={failure} /> : null}
      <button
        type="submit"
        class="utrecht-button utrecht-button--primary-action"
        disabled={state === 'busy'}
      >
        {say('send')}
      </button>
    </form>
  );
}
