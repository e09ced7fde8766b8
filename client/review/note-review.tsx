// One note before a reviewer: the words with what screening found, beside what will be published; then the decision.
import { useRef, useState } from 'preact/hooks';
import { publicationLevels } from '../../server/codes/notes.ts';
import { themes } from '../../server/codes/themes.ts';
import { Choice } from '../components/choice.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { ScreenedText } from '../components/screened-text.tsx';
import { useScreening } from '../components/use-screening.ts';
import type { PublicationLevel, ReviewDecision, ReviewReason } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import { judgeNote, type QueuedNote } from './decisions.ts';
import { NoteFacts } from './note-facts.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useShortcuts } from './shortcuts.tsx';
import { reviewWords } from './words.ts';

interface NoteReviewProps {
  readonly note: QueuedNote;
  readonly placeName: string;
  /** Where it stands in the queue, such as "Notitie 2 van 5". */
  readonly position: string;
  readonly onDecided: () => void;
  readonly goNext: () => void;
  readonly goPrevious: () => void;
  readonly undoLast: () => void;
}

const longestExcerpt = 600;

/** Nothing is chosen beforehand that would open more than the circle. */
export function NoteReview(props: NoteReviewProps) {
  const { note, placeName, position, onDecided, goNext, goPrevious, undoLast } = props;
  const say = useWords(reviewWords);
  const nameOf = useNames();
  const region = useRef<HTMLElement>(null);
  const excerptBox = useRef<HTMLTextAreaElement>(null);
  const [level, setLevel] = useState<PublicationLevel>('CIRCLE');
  const [excerpt, setExcerpt] = useState(note.observationText ?? '');
  const [asking, setAsking] = useState<'RETURN' | 'REJECT'>();
  const [excerptError, setExcerptError] = useState<string>();
  const screened = useScreening(excerpt);
  const title = say('noteTitle', { theme: nameOf(themes, note.theme), place: placeName });

  const decide = (decision: ReviewDecision, reason?: ReviewReason) => {
    const { id, version } = note;
    const publication =
      decision === 'PUBLISH'
        ? {
            publicationLevel: level,
            ...(level === 'PUBLIC' ? { excerpt: excerpt.trim() } : {}),
          }
        : {};
    const input = { id, version, decision, ...(reason ? { reason } : {}), ...publication };
    judgeNote(input, say(`will${decision}`, { what: title }));
    onDecided();
  };
  const publish = () => {
    if (level === 'PUBLIC') {
      const problem =
        excerpt.trim() === ''
          ? say('excerptEmpty')
          : screened?.marks.some(({ hard }) => hard)
            ? say('excerptHard')
            : undefined;
      setExcerptError(problem);
      if (problem) {
        excerptBox.current?.focus();
        return;
      }
    }
    decide('PUBLISH');
  };
  const openExcerpt = () => {
    if (note.mayBePublic === false) return;
    setLevel('PUBLIC');
    // After the box has been drawn.
    setTimeout(() => excerptBox.current?.focus());
  };
  useShortcuts(region, {
    p: publish,
    t: () => setAsking('RETURN'),
    a: () => setAsking('REJECT'),
    f: openExcerpt,
    j: goNext,
    k: goPrevious,
    z: undoLast,
  });
  const marksIn = (text: 'OBSERVATION' | 'INTERPRETATION') =>
    note.screening.flatMap((one) => (one.text === text ? [one.finding] : []));
  return (
    <article class="wb-review" ref={region} aria-labelledby="note-title">
      <p class="wb-review__position">{position}</p>
      <h2 class="utrecht-heading-2" id="note-title" tabIndex={-1}>
        {title}
      </h2>
      <div class="wb-review__sides">
        <section aria-labelledby="original-title">
          <h3 class="utrecht-heading-3" id="original-title">
            {say('original')}
          </h3>
          <h4 class="wb-small-heading">{say('observation')}</h4>
          <MarkedText text={note.observationText ?? ''} marks={marksIn('OBSERVATION')} />
          {note.interpretationText ? (
            <>
              <h4 class="wb-small-heading">{say('interpretation')}</h4>
              <MarkedText text={note.interpretationText} marks={marksIn('INTERPRETATION')} />
            </>
          ) : null}
          {note.screening.length === 0 ? (
            <p class="utrecht-paragraph wb-quiet">{say('noFindings')}</p>
          ) : null}
          <details>
            <summary>{say('facts')}</summary>
            <NoteFacts note={note} />
          </details>
        </section>
        <section aria-labelledby="publish-title">
          <h3 class="utrecht-heading-3" id="publish-title">
            {say('toPublish')}
          </h3>
          <Choice
            legend={say('level')}
            value={level}
            onChange={setLevel}
            options={(['SEALED', 'CIRCLE', 'PUBLIC'] as const).map((value) => {
              const isRefused = value === 'PUBLIC' && note.mayBePublic === false;
              return {
                value,
                label: nameOf(publicationLevels, value),
                description: say(isRefused ? 'levelRefused' : `level${value}`),
                disabled: isRefused,
              };
            })}
          />
          {level === 'PUBLIC' ? (
            <ScreenedText
              label={say('excerpt')}
              description={say('excerptHelp', { n: excerpt.length })}
              error={excerptError}
              longest={longestExcerpt}
              rows={5}
              box={excerptBox}
              value={excerpt}
              onChange={(text) => {
                setExcerpt(text);
                setExcerptError(undefined);
              }}
            />
          ) : null}
        </section>
      </div>
      {asking ? (
        <ReasonForm
          key={asking}
          legend={say(asking === 'RETURN' ? 'reasonReturn' : 'reasonReject')}
          help={say(asking === 'RETURN' ? 'returnHelp' : 'rejectHelp')}
          confirm={say(asking === 'RETURN' ? 'confirmReturn' : 'confirmReject')}
          isFinal={asking === 'REJECT'}
          onReason={(reason) => decide(asking, reason)}
          onCancel={() => setAsking(undefined)}
        />
      ) : (
        <div class="wb-buttons wb-review__decide">
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            onClick={publish}
          >
            {say('publish')}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => setAsking('RETURN')}
          >
            {say('return')}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => setAsking('REJECT')}
          >
            {say('reject')}
          </button>
        </div>
      )}
    </article>
  );
}
