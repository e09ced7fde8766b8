// Changes an own note: its words and how it was weighed. Place, theme and kind stay: others confirmed those.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type CodeList, codesOf } from '../../server/codes/code-list.ts';
import { frequencies, noteTrends, scaleBands, severities } from '../../server/codes/notes.ts';
import { isCode } from '../api/request.ts';
import { useChange } from '../api/use-change.ts';
import { refreshAnswers } from '../api/use-query.ts';
import { Alert } from '../components/alert.tsx';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { ScreenedText } from '../components/screened-text.tsx';
import { ReviseFieldNoteDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import type { OwnNote } from './my-notes-page.tsx';
import { myNotesWords } from './words.ts';

const longest = { observation: 600, interpretation: 400 } as const;

/** Takes the focus when it opens. */
export function ReviseForm({ note, onDone }: { note: OwnNote; onDone: () => void }) {
  const say = useWords(myNotesWords);
  const [observationText, setObservation] = useState(note.observationText ?? '');
  const [interpretationText, setInterpretation] = useState(note.interpretationText ?? '');
  const [severity, setSeverity] = useState(note.severity);
  const [scaleBand, setScale] = useState(note.scaleBand);
  const [frequency, setFrequency] = useState(note.frequency);
  const [trend, setTrend] = useState(note.trend);
  const [isMissing, setMissing] = useState(false);
  const { send, isBusy, error } = useChange(ReviseFieldNoteDocument);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const isOutdated = isCode(error, 'CONFLICT');
  useEffect(() => {
    if (isOutdated) refreshAnswers();
  }, [isOutdated]);
  const save = async () => {
    setMissing(observationText.trim() === '');
    if (observationText.trim() === '') return;
    const interpretation = interpretationText.trim() === '' ? null : interpretationText;
    const words = { observationText, interpretationText: interpretation };
    const weight = { scaleBand, frequency, trend, ...(severity ? { severity } : {}) };
    const input = { id: note.id, version: note.version, ...words, ...weight };
    if (await send({ input })) onDone();
  };
  const fieldError = (field: string) =>
    error?.field === `input.${field}` ? error.message : undefined;
  const isAtField = ['input.observationText', 'input.interpretationText'].includes(
    error?.field ?? '',
  );
  return (
    <form
      class="wb-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {note.status === 'PUBLISHED' ? (
        <Alert kind="warning">
          <p class="utrecht-paragraph">{say('publishedWarning')}</p>
        </Alert>
      ) : null}
      <ScreenedText
        label={say('observation')}
        description={say('observationHelp', { n: observationText.length })}
        error={isMissing ? say('textMissing') : fieldError('observationText')}
        longest={longest.observation}
        box={first}
        value={observationText}
        onChange={setObservation}
      />
      <ScreenedText
        label={say('interpretation')}
        description={say('interpretationHelp', { n: interpretationText.length })}
        error={fieldError('interpretationText')}
        longest={longest.interpretation}
        rows={3}
        value={interpretationText}
        onChange={setInterpretation}
      />
      <div class="wb-filters">
        {severity ? (
          <Codes
            label={say('severity')}
            list={severities}
            value={severity}
            onChange={setSeverity}
            // Urgent asks for a confirmation, which belongs to logging.
            without={note.severity === 'URGENT' ? [] : ['URGENT']}
          />
        ) : null}
        <Codes label={say('scale')} list={scaleBands} value={scaleBand} onChange={setScale} />
        <Codes
          label={say('frequency')}
          list={frequencies}
          value={frequency}
          onChange={setFrequency}
        />
        <Codes label={say('trend')} list={noteTrends} value={trend} onChange={setTrend} />
      </div>
      {isOutdated ? (
        <Alert kind="warning">
          <p class="utrecht-paragraph">{say('conflictKept')}</p>
        </Alert>
      ) : error && !isAtField ? (
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
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={onDone}
        >
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}

interface CodesProps<Code extends string> {
  readonly label: string;
  readonly list: CodeList<Code>;
  readonly value: Code;
  readonly onChange: (code: Code) => void;
  readonly without?: readonly Code[];
}

function Codes<Code extends string>({ label, list, value, onChange, without }: CodesProps<Code>) {
  const nameOf = useNames();
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          class="utrecht-select"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value as Code)}
        >
          {codesOf(list)
            .filter((code) => !without?.includes(code))
            .map((code) => (
              <option key={code} value={code}>
                {nameOf(list, code)}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}
