// Closes an action: how it ended, what the observers are told, and a sentence for everyone; shown as they will read it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { codesOf } from '../../server/codes/code-list.ts';
import { followUpResults } from '../../server/codes/notes.ts';
import { useChange } from '../api/use-change.ts';
import { Choice } from '../components/choice.tsx';
import { Failure } from '../components/failure.tsx';
import { ScreenedText } from '../components/screened-text.tsx';
import { CloseFollowUpDocument, type FollowUpResult } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import { boardWords } from './words.ts';

const longest = { feedback: 600, publicSentence: 300 } as const;

/** Takes the focus when it opens. The same closing sent twice closes once. */
export function CloseForm({ id, onCancel }: { id: string; onCancel: () => void }) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const [result, setResult] = useState<FollowUpResult>();
  const [feedback, setFeedback] = useState('');
  const [publicSentence, setPublicSentence] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { send, isBusy, error } = useChange(CloseFollowUpDocument);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const missing = (text: string) =>
    isChecked && text.trim() === '' ? say('textMissing') : undefined;
  const fieldError = (field: string) =>
    error?.field === `input.${field}` ? error.message : undefined;
  const isAtField = ['input.feedback', 'input.publicSentence'].includes(error?.field ?? '');
  return (
    <form
      class="wb-panel"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!result || feedback.trim() === '' || publicSentence.trim() === '') return;
        void send({ input: { id, result, feedback, publicSentence } });
      }}
    >
      <Choice
        legend={say('result')}
        value={result}
        onChange={setResult}
        options={codesOf(followUpResults).map((value) => ({
          value,
          label: nameOf(followUpResults, value),
        }))}
        error={isChecked && !result ? say('resultMissing') : undefined}
      />
      <ScreenedText
        label={say('feedback')}
        description={say('feedbackHelp', { n: feedback.length })}
        error={missing(feedback) ?? fieldError('feedback')}
        longest={longest.feedback}
        value={feedback}
        onChange={setFeedback}
      />
      <ScreenedText
        label={say('publicSentence')}
        description={say('publicSentenceHelp', { n: publicSentence.length })}
        error={missing(publicSentence) ?? fieldError('publicSentence')}
        longest={longest.publicSentence}
        rows={3}
        value={publicSentence}
        onChange={setPublicSentence}
      />
      {result && (feedback || publicSentence) ? (
        <div class="wb-previews">
          <div>
            <p class="wb-small-heading">{say('previewObservers')}</p>
            <blockquote class="wb-quote">
              <strong>{nameOf(followUpResults, result)}</strong>
              {'\n'}
              {feedback}
              {'\n'}
              {publicSentence}
            </blockquote>
          </div>
          <div>
            <p class="wb-small-heading">{say('previewPublic')}</p>
            <blockquote class="wb-quote">{publicSentence}</blockquote>
          </div>
        </div>
      ) : null}
      {error && !isAtField ? <Failure error={error} /> : null}
      <p class="utrecht-paragraph">{say('closeFinal')}</p>
      <div class="wb-buttons">
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          disabled={isBusy}
        >
          {say('closeNow')}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={onCancel}
        >
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}
