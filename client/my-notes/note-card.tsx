// One own note: how it stands, why it came back, what was done about it, and changing or withdrawing it.
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  followUpResults,
  noteKinds,
  noteStatuses,
  publicationLevels,
  reviewReasons,
} from '../../server/codes/notes.ts';
import { themes } from '../../server/codes/themes.ts';
import { sendLater } from '../api/delayed.ts';
import { ask } from '../api/request.ts';
import { useChange } from '../api/use-change.ts';
import { Failure } from '../components/failure.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { SubmitFieldNoteDocument, WithdrawFieldNoteDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { Conflicts } from './conflicts.tsx';
import type { OwnNote } from './my-notes-page.tsx';
import { ReviseForm } from './revise-form.tsx';
import { myNotesWords } from './words.ts';

export const withdrawalKey = (id: string) => `withdraw ${id}`;

const mayRevise: readonly OwnNote['status'][] = ['SUBMITTED', 'RETURNED', 'PUBLISHED'];

/** Buttons are there only for what the status allows. */
export function NoteCard({ note, placeName }: { note: OwnNote; placeName: string }) {
  const say = useWords(myNotesWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const [doing, setDoing] = useState<'REVISE' | 'WITHDRAW'>();
  const again = useChange(SubmitFieldNoteDocument);
  const { id, status, theme, kind, observationText, interpretationText, screening } = note;
  const anchor = `notitie-${id}`;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Whoever came by a link to this note is brought to it: it was not there yet when the page opened.
    if (location.hash === `#${anchor}`) card.current?.scrollIntoView();
  }, [anchor]);
  const title = say('noteTitle', { theme: nameOf(themes, theme), place: placeName });
  const marksIn = (text: 'OBSERVATION' | 'INTERPRETATION') =>
    screening.flatMap((one) => (one.text === text ? [one.finding] : []));
  const withdraw = () => {
    setDoing(undefined);
    sendLater({
      key: withdrawalKey(id),
      title: say('willWithdraw', { what: title }),
      send: (keepalive) => ask(WithdrawFieldNoteDocument, { input: { id } }, { keepalive }),
    });
  };
  return (
    <li class="wb-card" id={anchor} ref={card}>
      <h3 class="utrecht-heading-3">{title}</h3>
      <p>
        <strong>{nameOf(noteStatuses, status)}</strong> · {nameOf(noteKinds, kind)} ·{' '}
        {say('recorded', { day: formats.day(note.recordedAt) })}
      </p>
      <Standing note={note} />
      {observationText === null ? (
        <p>{say('noText')}</p>
      ) : (
        <MarkedText
          text={observationText}
          marks={status === 'RETURNED' ? marksIn('OBSERVATION') : []}
        />
      )}
      {interpretationText ? (
        <MarkedText
          text={interpretationText}
          marks={status === 'RETURNED' ? marksIn('INTERPRETATION') : []}
        />
      ) : null}
      {note.excerpt && note.excerpt !== observationText ? (
        <>
          <p class="wb-small-heading">{say('everyoneReads')}</p>
          <blockquote class="wb-quote">{note.excerpt}</blockquote>
        </>
      ) : null}
      {note.whatHappened.map(({ followUpId, result, feedback, publicSentence, toldOn }) => (
        <div class="wb-panel" key={followUpId}>
          <p class="wb-small-heading">
            {say('whatHappened')}: {nameOf(followUpResults, result)}
          </p>
          <p>{feedback}</p>
          <p>{publicSentence}</p>
          <p>{say('toldOn', { day: formats.day(toldOn) })}</p>
        </div>
      ))}
      <Conflicts note={note} />
      {doing === 'REVISE' ? <ReviseForm note={note} onDone={() => setDoing(undefined)} /> : null}
      {doing === 'WITHDRAW' ? (
        <div class="wb-panel">
          <p role="status">{say('withdrawAsk')}</p>
          <div class="wb-buttons">
            <button
              type="button"
              class="utrecht-button utrecht-button--primary-action utrecht-button--danger"
              onClick={withdraw}
            >
              {say('withdrawYes')}
            </button>
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={() => setDoing(undefined)}
            >
              {say('cancel')}
            </button>
          </div>
        </div>
      ) : null}
      {again.error ? <Failure error={again.error} /> : null}
      {doing || !mayRevise.includes(status) ? null : (
        <div class="wb-buttons">
          <button
            type="button"
            class={`utrecht-button utrecht-button--${status === 'RETURNED' ? 'primary' : 'secondary'}-action`}
            aria-label={`${say(status === 'RETURNED' ? 'improve' : 'revise')}: ${title}`}
            onClick={() => setDoing('REVISE')}
          >
            {say(status === 'RETURNED' ? 'improve' : 'revise')}
          </button>
          {status === 'RETURNED' ? (
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              disabled={again.isBusy}
              onClick={() => void again.send({ id })}
            >
              {say('resend')}
            </button>
          ) : null}
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            aria-label={`${say('withdraw')}: ${title}`}
            onClick={() => setDoing('WITHDRAW')}
          >
            {say('withdraw')}
          </button>
        </div>
      )}
    </li>
  );
}

/** What the status means for this note, in sentences. */
function Standing({ note }: { note: OwnNote }) {
  const say = useWords(myNotesWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const last = note.reviews.at(-1);
  const reason = last?.reason ? nameOf(reviewReasons, last.reason).toLowerCase() : '';
  if (note.status === 'RETURNED' && last) {
    return (
      <p>
        {say('returnedOn', { day: formats.day(last.reviewedOn) })}{' '}
        <strong>{say('whyReturned', { reason })}</strong>
      </p>
    );
  }
  if (note.status === 'REJECTED' && last)
    return <p>{say('rejectedOn', { day: formats.day(last.reviewedOn), reason })}</p>;
  if (note.status !== 'PUBLISHED' || !note.publishedOn) return null;
  const level = note.publicationLevel
    ? ` · ${nameOf(publicationLevels, note.publicationLevel)}`
    : '';
  return (
    <>
      <p>
        {say('published', { day: formats.day(note.publishedOn) })}
        {level} · {say('until', { day: formats.day(note.validUntil) })}
      </p>
      {note.confirmationCount ? <p>{say('confirmed', { n: note.confirmationCount })}</p> : null}
    </>
  );
}
