// Changes that two devices made of the same version: both are kept, side by side, until the writer keeps one or joins them.
import { useEffect, useRef, useState } from 'preact/hooks';
import { severities } from '../../server/codes/notes.ts';
import { useChange } from '../api/use-change.ts';
import { Failure } from '../components/failure.tsx';
import { ScreenedText } from '../components/screened-text.tsx';
import { ReviseFieldNoteDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { OwnNote } from './my-notes-page.tsx';
import { myNotesWords } from './words.ts';

type Conflict = OwnNote['conflicts'][number];

interface Version {
  readonly observationText: string;
  readonly interpretationText: string | null;
  readonly severity: OwnNote['severity'];
}

/** A kept change as a whole note: what it left alone is as it stands. */
const asVersion = (kept: Conflict, note: OwnNote): Version => ({
  observationText: kept.observationText ?? note.observationText ?? '',
  interpretationText: kept.interpretationText ?? note.interpretationText,
  severity: kept.severity,
});

/** Nothing while there is no choice to make; one choice at a time, the oldest change first. */
export function Conflicts({ note }: { note: OwnNote }) {
  const [kept] = note.conflicts;
  return kept ? <Choice key={kept.revision} note={note} kept={kept} /> : null;
}

function Choice({ note, kept }: { note: OwnNote; kept: Conflict }) {
  const say = useWords(myNotesWords);
  const { formats } = useLanguage();
  const { send, isBusy, error } = useChange(ReviseFieldNoteDocument);
  const [isJoining, setJoining] = useState(false);
  const standing: Version = { ...note, observationText: note.observationText ?? '' };
  const other = asVersion(kept, note);
  const keep = ({ severity, ...words }: Version) =>
    void send({
      input: { id: note.id, version: note.version, ...words, ...(severity ? { severity } : {}) },
    });
  const sides = [
    { title: say('conflictStands'), version: standing, button: say('conflictKeep') },
    {
      title: say('conflictOn', { moment: formats.moment(kept.receivedAt) }),
      version: other,
      button: say('conflictTake'),
    },
  ];
  return (
    <section class="wb-panel" aria-label={say('conflictTitle')}>
      <h4 class="wb-small-heading">{say('conflictTitle')}</h4>
      <p>{say('conflictHelp')}</p>
      <div class="wb-sides">
        {sides.map(({ title, version, button }) => (
          <section key={button} aria-label={title}>
            <h5 class="wb-small-heading">{title}</h5>
            <Words version={version} />
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              disabled={isBusy}
              onClick={() => keep(version)}
            >
              {button}
            </button>
          </section>
        ))}
      </div>
      {isJoining ? (
        <Join
          versions={[standing, other]}
          isBusy={isBusy}
          onSave={keep}
          onCancel={() => setJoining(false)}
        />
      ) : (
        <button
          type="button"
          class="utrecht-button utrecht-button--subtle"
          onClick={() => setJoining(true)}
        >
          {say('conflictJoin')}
        </button>
      )}
      {error ? <Failure error={error} /> : null}
    </section>
  );
}

function Words({ version }: { version: Version }) {
  const nameOf = useNames();
  const { observationText, interpretationText, severity } = version;
  return (
    <>
      <blockquote class="wb-quote" lang="nl">
        {observationText}
      </blockquote>
      {interpretationText ? (
        <blockquote class="wb-quote" lang="nl">
          {interpretationText}
        </blockquote>
      ) : null}
      {severity ? <p>{nameOf(severities, severity)}</p> : null}
    </>
  );
}

/** Both texts, one after the other; a text that both have once. */
const joined = (texts: readonly (string | null)[]): string =>
  [...new Set(texts.flatMap((text) => (text ? [text.trim()] : [])))].join('\n');

const longest = { observation: 600, interpretation: 400 } as const;

interface JoinProps {
  readonly versions: readonly [Version, Version];
  readonly isBusy: boolean;
  readonly onSave: (version: Version) => void;
  readonly onCancel: () => void;
}

/** Takes the focus when it opens; refuses a text that is too long, so that nothing is cut off unseen. */
function Join({ versions, isBusy, onSave, onCancel }: JoinProps) {
  const say = useWords(myNotesWords);
  const [observationText, setObservation] = useState(
    joined(versions.map((one) => one.observationText)),
  );
  const [interpretationText, setInterpretation] = useState(
    joined(versions.map((one) => one.interpretationText)),
  );
  const [isTried, setTried] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const tooLong = (text: string, most: number) =>
    isTried && text.length > most ? say('conflictTooLong', { n: text.length, most }) : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const isFitting =
          observationText.length <= longest.observation &&
          interpretationText.length <= longest.interpretation;
        if (isFitting && observationText.trim() !== '') {
          const severity = versions[1].severity ?? versions[0].severity;
          onSave({ observationText, interpretationText: interpretationText || null, severity });
        }
      }}
    >
      <ScreenedText
        label={say('observation')}
        description={say('observationHelp', { n: observationText.length })}
        error={
          isTried && observationText.trim() === ''
            ? say('textMissing')
            : tooLong(observationText, longest.observation)
        }
        longest={longest.observation}
        box={first}
        value={observationText}
        onChange={setObservation}
      />
      <ScreenedText
        label={say('interpretation')}
        description={say('interpretationHelp', { n: interpretationText.length })}
        error={tooLong(interpretationText, longest.interpretation)}
        longest={longest.interpretation}
        rows={3}
        value={interpretationText}
        onChange={setInterpretation}
      />
      <div class="wb-buttons">
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          disabled={isBusy}
        >
          {say('conflictSave')}
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
