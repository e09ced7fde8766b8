// What is done about a signal: open actions, with the form that closes one, and what became of earlier ones.
import { useState } from 'preact/hooks';
import { followUpResults } from '../../server/codes/notes.ts';
import { useChange } from '../api/use-change.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { ScreenedText } from '../components/screened-text.tsx';
import { RecordFollowUpDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { CloseForm } from './close-form.tsx';
import { useDueWords } from './due.ts';
import type { Handled, SignalKey } from './signal-page.tsx';
import { boardWords } from './words.ts';

interface ActionsProps {
  readonly signal: SignalKey;
  readonly followUps: Handled['followUps'];
  readonly mayHandle: boolean;
}

/** Open actions first. */
export function Actions({ signal, followUps, mayHandle }: ActionsProps) {
  const say = useWords(boardWords);
  const open = followUps.filter(({ result }) => result === null);
  const closed = followUps.filter(({ result }) => result !== null);
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('actions')}</h2>
      {followUps.length === 0 ? <p class="utrecht-paragraph">{say('noActions')}</p> : null}
      <ul class="wb-cards wb-cards--wide">
        {[...open, ...closed].map((one) => (
          <Action key={one.id} action={one} mayHandle={mayHandle} />
        ))}
      </ul>
      {mayHandle ? (
        <details open={followUps.length === 0}>
          <summary>{say('newAction')}</summary>
          <NewAction key={followUps.length} signal={signal} />
        </details>
      ) : null}
    </section>
  );
}

function Action({
  action,
  mayHandle,
}: {
  action: Handled['followUps'][number];
  mayHandle: boolean;
}) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const dueWords = useDueWords();
  const [isClosing, setClosing] = useState(false);
  const { id, owner, dueOn, recordedAt, result, publicSentence, fedBackAt } = action;
  return (
    <li class="wb-card">
      <h3 class="utrecht-heading-3">{action.action}</h3>
      <p>
        {say('owner')}: {owner}
      </p>
      {result ? (
        <>
          <p>
            <strong>{nameOf(followUpResults, result)}</strong>
            {fedBackAt ? ` · ${say('toldOn', { day: formats.day(fedBackAt) })}` : ''}
          </p>
          {publicSentence ? <p>{publicSentence}</p> : null}
        </>
      ) : (
        <>
          <p>{say('openSince', { day: formats.day(recordedAt) })}</p>
          <p class="wb-card__due">{dueWords(dueOn)}</p>
          {mayHandle && !isClosing ? (
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={() => setClosing(true)}
            >
              {say('close')}
            </button>
          ) : null}
          {isClosing ? <CloseForm id={id} onCancel={() => setClosing(false)} /> : null}
        </>
      )}
    </li>
  );
}

const longestAction = 300;

function NewAction({ signal }: { signal: SignalKey }) {
  const say = useWords(boardWords);
  // Made once: pressing twice, or again after a lost answer, records one action.
  const [id] = useState(() => crypto.randomUUID());
  const [action, setAction] = useState('');
  const [owner, setOwner] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { send, isBusy, error } = useChange(RecordFollowUpDocument);
  const missing = (text: string) =>
    isChecked && text.trim() === '' ? say('textMissing') : undefined;
  const fieldError = (field: string) =>
    error?.field === `input.${field}` ? error.message : undefined;
  const isAtField = ['input.action', 'input.owner', 'input.dueOn'].includes(error?.field ?? '');
  return (
    <form
      class="wb-panel"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (action.trim() === '' || owner.trim() === '') return;
        void send({ input: { id, ...signal, action, owner, ...(dueOn ? { dueOn } : {}) } });
      }}
    >
      <ScreenedText
        label={say('action')}
        description={say('actionHelp', { n: action.length })}
        error={missing(action) ?? fieldError('action')}
        longest={longestAction}
        rows={3}
        value={action}
        onChange={setAction}
      />
      <Field
        label={say('owner')}
        description={say('ownerHelp')}
        error={missing(owner) ?? fieldError('owner')}
      >
        {(control) => (
          <input
            {...control}
            class="utrecht-textbox utrecht-textbox--html-input"
            maxLength={100}
            value={owner}
            onInput={(event) => setOwner(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={say('due')} description={say('dueHelp')} error={fieldError('dueOn')}>
        {(control) => (
          <input
            {...control}
            type="date"
            class="utrecht-textbox utrecht-textbox--html-input wb-date"
            value={dueOn}
            onInput={(event) => setDueOn(event.currentTarget.value)}
          />
        )}
      </Field>
      {error && !isAtField ? <Failure error={error} /> : null}
      <div class="wb-buttons">
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          disabled={isBusy}
        >
          {say('addAction')}
        </button>
      </div>
    </form>
  );
}
