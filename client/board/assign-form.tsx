// Phase, owner and due date of a signal, on the version that was read.
import { useEffect, useState } from 'preact/hooks';
import { signalStages } from '../../server/codes/notes.ts';
import { assignableFrom, findStep, needsReason } from '../../server/follow-ups/stages.ts';
import { isCode } from '../api/request.ts';
import { useChange } from '../api/use-change.ts';
import { refreshAnswers } from '../api/use-query.ts';
import { Alert } from '../components/alert.tsx';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { AssignSignalDocument, type SignalStage } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import type { Handled, SignalKey } from './signal-page.tsx';
import { boardWords } from './words.ts';

/** When a colleague was first, what stands now is fetched and the own words stay in the form. */
export function AssignForm({ signal, now }: { signal: SignalKey; now: Handled['signal'] }) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const [stage, setStage] = useState<SignalStage>(now.stage);
  const [owner, setOwner] = useState(now.owner ?? '');
  const [dueOn, setDueOn] = useState(now.dueOn ?? '');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { send, isBusy, error } = useChange(AssignSignalDocument);
  const isOutdated = isCode(error, 'CONFLICT');
  // What the colleague made of it is shown, with the own words still in the form.
  useEffect(() => {
    if (isOutdated) refreshAnswers();
  }, [isOutdated]);
  const step = findStep(now.stage, stage);
  const asksReason = step !== undefined && needsReason(step);
  const save = async () => {
    setMissing(asksReason && reason.trim() === '');
    if (asksReason && reason.trim() === '') return;
    await send({
      input: {
        ...signal,
        version: now.version,
        stage,
        owner: owner.trim() === '' ? null : owner,
        dueOn: dueOn === '' ? null : dueOn,
        ...(asksReason ? { reason } : {}),
      },
    });
  };
  const fieldError = (field: string) =>
    error?.field === `input.${field}` ? error.message : undefined;
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('state')}</h2>
      <form
        class="wb-panel"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={say('phase')} description={say('toFeedBack')}>
          {(control) => (
            <select
              {...control}
              class="utrecht-select"
              value={stage}
              onChange={(event) => setStage(event.currentTarget.value as SignalStage)}
            >
              <option value={now.stage}>
                {say('stay', { stage: nameOf(signalStages, now.stage) })}
              </option>
              {assignableFrom(now.stage).map((to) => (
                <option key={to} value={to}>
                  {nameOf(signalStages, to)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {asksReason ? (
          <Field
            label={say('reason')}
            description={say('reasonHelp')}
            error={missing ? say('textMissing') : fieldError('reason')}
          >
            {(control) => (
              <input
                {...control}
                class="utrecht-textbox utrecht-textbox--html-input"
                maxLength={300}
                value={reason}
                onInput={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </Field>
        ) : null}
        <Field label={say('owner')} description={say('ownerHelp')} error={fieldError('owner')}>
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
        {isOutdated ? (
          <Alert kind="warning">
            <p class="utrecht-paragraph">{say('changedMeanwhile')}</p>
          </Alert>
        ) : error && !['input.owner', 'input.dueOn', 'input.reason'].includes(error.field ?? '') ? (
          <Failure error={error} />
        ) : null}
        <div class="wb-buttons">
          <button
            type="submit"
            class="utrecht-button utrecht-button--primary-action"
            disabled={isBusy}
          >
            {say('save')}
          </button>
        </div>
      </form>
    </section>
  );
}
