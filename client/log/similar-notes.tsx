// Notes that say the same of the same wijk: a tap confirms one, which counts as a voice without a copy.
import { useState } from 'preact/hooks';
import { type NoteKind, noteKinds } from '../../server/codes/note-kinds.ts';
import { queue } from '../outbox/outbox.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { NearbyNote } from './device-lists.ts';
import { similarWords } from './similar-words.ts';

interface SimilarNotesProps {
  readonly notes: readonly NearbyNote[];
  readonly placeCode: string;
  readonly theme: string;
  readonly kind: NoteKind | '';
}

/** Published notes of others on the wijk and theme, those of the same kind first; nothing when there are none. */
export function SimilarNotes({ notes, placeCode, theme, kind }: SimilarNotesProps) {
  const say = useWords(similarWords);
  const { language } = useLanguage();
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const similar = notes
    .filter((note) => note.placeCode === placeCode && note.theme === theme)
    .filter((note) => !note.isMine && note.status === 'PUBLISHED')
    .filter((note) => (note.shownWords ?? note.observationText) !== null)
    .sort((a, b) => Number(b.kind === kind) - Number(a.kind === kind))
    .slice(0, 5);
  if (similar.length === 0) return null;
  const confirm = async (noteId: string) => {
    const id = crypto.randomUUID();
    await queue([{ id, kind: 'CONFIRM', input: { id, noteId } }]);
    setConfirmed((now) => [...now, noteId]);
  };
  return (
    <details class="wb-fold wb-similar">
      <summary>{say('similar', { n: similar.length })}</summary>
      <p class="wb-hint">{say('similarHint')}</p>
      <ul>
        {similar.map((note) => (
          <li key={note.id}>
            <p>
              <strong>{noteKinds[note.kind][language]}</strong>:{' '}
              {note.shownWords ?? note.observationText}
            </p>
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              disabled={confirmed.includes(note.id)}
              onClick={() => void confirm(note.id)}
            >
              {say(confirmed.includes(note.id) ? 'plusOned' : 'plusOne')}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{confirmed.length > 0 ? say('plusOneSaved') : ''}</p>
    </details>
  );
}
