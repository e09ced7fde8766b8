// How dialogues explain the difference between figures and signals, and the form that adds an explanation.
import { useState } from 'preact/hooks';
import { codesOf } from '../../server/codes/code-list.ts';
import { publicationLevels } from '../../server/codes/notes.ts';
import { professions } from '../../server/codes/people.ts';
import { useChange } from '../api/use-change.ts';
import { Choice } from '../components/choice.tsx';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { ScreenedText } from '../components/screened-text.tsx';
import {
  AddInterpretationDocument,
  type ConcordanceOutcome,
  type Profession,
  type PublicationLevel,
} from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { Handled, SignalKey } from './signal-page.tsx';
import { boardWords } from './words.ts';

interface InterpretationsProps {
  readonly signal: SignalKey;
  readonly outcome: ConcordanceOutcome;
  readonly interpretations: Handled['interpretations'];
  readonly mayHandle: boolean;
}

/** Explanations, latest first. */
export function Interpretations(props: InterpretationsProps) {
  const { signal, outcome, interpretations, mayHandle } = props;
  const say = useWords(boardWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('interpretations')}</h2>
      {interpretations.length === 0 ? (
        <p class="utrecht-paragraph">{say('noInterpretations')}</p>
      ) : null}
      {interpretations.map(({ id, explanation, heldOn, professions: who }) => (
        <blockquote class="wb-quote" key={id}>
          {explanation}
          <footer>
            {say('heldOn', {
              day: formats.day(heldOn),
              who: formats.list(who.map((one) => nameOf(professions, one).toLowerCase())),
            })}
          </footer>
        </blockquote>
      ))}
      {mayHandle ? (
        <details>
          <summary>{say('newInterpretation')}</summary>
          <NewInterpretation key={interpretations.length} signal={signal} outcome={outcome} />
        </details>
      ) : null}
    </section>
  );
}

const longestExplanation = 600;

function NewInterpretation({
  signal,
  outcome,
}: {
  signal: SignalKey;
  outcome: ConcordanceOutcome;
}) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const [id] = useState(() => crypto.randomUUID());
  const [heldOn, setHeldOn] = useState('');
  const [explanation, setExplanation] = useState('');
  const [who, setWho] = useState<readonly Profession[]>([]);
  const [level, setLevel] = useState<PublicationLevel>('CIRCLE');
  const [isChecked, setChecked] = useState(false);
  const { send, isBusy, error } = useChange(AddInterpretationDocument);
  const missing = (text: string) =>
    isChecked && text.trim() === '' ? say('textMissing') : undefined;
  const fieldError = (field: string) =>
    error?.field === `input.${field}` ? error.message : undefined;
  const isAtField = ['input.heldOn', 'input.explanation'].includes(error?.field ?? '');
  const all = codesOf(professions)
    .map((code) => ({ code, name: nameOf(professions, code) }))
    .sort((a, b) => formats.compare(a.name, b.name));
  return (
    <form
      class="wb-panel"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (heldOn === '' || explanation.trim() === '' || who.length === 0) return;
        const input = { id, ...signal, heldOn, explanation, professions: [...who], outcome };
        void send({ input: { ...input, publicationLevel: level } });
      }}
    >
      <Field label={say('day')} error={missing(heldOn) ?? fieldError('heldOn')}>
        {(control) => (
          <input
            {...control}
            type="date"
            class="utrecht-textbox utrecht-textbox--html-input wb-date"
            value={heldOn}
            onInput={(event) => setHeldOn(event.currentTarget.value)}
          />
        )}
      </Field>
      <ScreenedText
        label={say('explanation')}
        description={say('explanationHelp', { n: explanation.length })}
        error={missing(explanation) ?? fieldError('explanation')}
        longest={longestExplanation}
        value={explanation}
        onChange={setExplanation}
      />
      <fieldset class="wb-choice">
        <legend class="utrecht-form-label">{say('who')}</legend>
        {isChecked && who.length === 0 ? (
          <div class="utrecht-form-field-error-message" role="alert">
            {say('whoMissing')}
          </div>
        ) : null}
        <div class="wb-many">
          {all.map(({ code, name }) => (
            <label class="wb-choice__option" key={code}>
              <input
                type="checkbox"
                class="utrecht-checkbox utrecht-checkbox--html-input"
                checked={who.includes(code)}
                onChange={(event) =>
                  setWho(
                    event.currentTarget.checked
                      ? [...who, code]
                      : who.filter((one) => one !== code),
                  )
                }
              />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Choice
        legend={say('level')}
        value={level}
        onChange={setLevel}
        options={(['CIRCLE', 'PUBLIC'] as const).map((value) => ({
          value,
          label: nameOf(publicationLevels, value),
        }))}
      />
      {error && !isAtField ? <Failure error={error} /> : null}
      <div class="wb-buttons">
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          disabled={isBusy}
        >
          {say('addInterpretation')}
        </button>
      </div>
    </form>
  );
}
