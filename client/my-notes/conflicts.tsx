// Changes that two devices made of the same version: both are kept until the writer chooses.
import { useChange } from '../api/use-change.ts';
import { Failure } from '../components/failure.tsx';
import { ReviseFieldNoteDocument } from '../generated/graphql.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { OwnNote } from './my-notes-page.tsx';
import { myNotesWords } from './words.ts';

/** Taking a kept version revises the note to its words. Nothing while there is no choice to make. */
export function Conflicts({ note }: { note: OwnNote }) {
  const say = useWords(myNotesWords);
  const { formats } = useLanguage();
  const { send, isBusy, error } = useChange(ReviseFieldNoteDocument);
  if (note.conflicts.length === 0) return null;
  return (
    <div class="wb-panel">
      <p class="wb-small-heading">{say('conflictTitle')}</p>
      <p>{say('conflictHelp')}</p>
      {note.conflicts.map(({ revision, receivedAt, observationText, interpretationText }) => (
        <div key={revision}>
          <p>{say('conflictOn', { moment: formats.moment(receivedAt) })}</p>
          <blockquote class="wb-quote">{observationText ?? note.observationText}</blockquote>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            disabled={isBusy}
            onClick={() =>
              void send({
                input: {
                  id: note.id,
                  version: note.version,
                  ...(observationText === null ? {} : { observationText }),
                  ...(interpretationText === null ? {} : { interpretationText }),
                },
              })
            }
          >
            {say('conflictTake')}
          </button>
        </div>
      ))}
      {error ? <Failure error={error} /> : null}
    </div>
  );
}
