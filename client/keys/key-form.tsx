// What every new key asks: what it is for, what it may do, and until when.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiError } from '../api/request.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import type { AccessScope } from '../generated/graphql.ts';
import { useWords } from '../words/words.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { keyWords } from './words.ts';

export interface KeyDraft {
  /** Made once: pressing again after a lost answer makes no second key. */
  readonly id: string;
  readonly label: string;
  readonly scopes: AccessScope[];
  readonly expiresOn: string;
}

interface KeyFormProps {
  /** What the key may be given. */
  readonly among: readonly AccessScope[];
  /** Days from now that are filled in. */
  readonly days: number;
  readonly expiresHelp: string;
  readonly isBusy: boolean;
  readonly error: ApiError | undefined;
  readonly onSave: (draft: KeyDraft) => void;
  /** Questions in between. */
  readonly children?: ComponentChildren;
}

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Saves only what is filled in; says what is missing. */
export function KeyForm(props: KeyFormProps) {
  const { among, days, expiresHelp, isBusy, error, onSave, children } = props;
  const say = useWords(keyWords);
  const [id] = useState(() => crypto.randomUUID());
  const [label, setLabel] = useState('');
  const [expiresOn, setExpiresOn] = useState(() => dayIn(days));
  const [ticked, setTicked] = useState<readonly AccessScope[]>([]);
  const [isChecked, setChecked] = useState(false);
  const scopes = ticked.filter((one) => among.includes(one));
  const isUnnamed = label.trim() === '';
  const errorOf = (field: string) => (error?.field?.endsWith(field) ? error.message : undefined);
  return (
    <form
      class="wb-panel wb-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!isUnnamed && scopes.length > 0) onSave({ id, label, scopes, expiresOn });
      }}
    >
      <Field
        label={say('label')}
        description={say('labelHelp')}
        error={isChecked && isUnnamed ? say('labelMissing') : errorOf('label')}
      >
        {(control) => (
          <input
            {...control}
            class="utrecht-textbox utrecht-textbox--html-input"
            maxLength={100}
            value={label}
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
        )}
      </Field>
      {children}
      <ScopeChoice
        among={among}
        value={scopes}
        onChange={setTicked}
        isMissing={isChecked && scopes.length === 0}
      />
      <Field label={say('expires')} description={expiresHelp} error={errorOf('expiresOn')}>
        {(control) => (
          <input
            {...control}
            type="date"
            class="utrecht-textbox utrecht-textbox--html-input wb-date"
            value={expiresOn}
            onInput={(event) => setExpiresOn(event.currentTarget.value)}
          />
        )}
      </Field>
      {error ? <Failure error={error} /> : null}
      <button type="submit" class="utrecht-button utrecht-button--primary-action" disabled={isBusy}>
        {say('addKey')}
      </button>
    </form>
  );
}
