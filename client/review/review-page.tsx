// The review queue: what waits, one note at a time, and reactions beside it; it follows what others decide.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { noteKinds } from '../../server/codes/notes.ts';
import { themes } from '../../server/codes/themes.ts';
import { undo, useDelayed } from '../api/delayed.ts';
import { useLive } from '../api/live.ts';
import { useQuery } from '../api/use-query.ts';
import { pathTo } from '../app/paths.ts';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { OnlyFor } from '../components/only-for.tsx';
import { Page } from '../components/page.tsx';
import { usePlaceNames } from '../components/use-place-names.ts';
import { ReviewQueueChangedDocument, ReviewQueueDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { noteKey, type QueuedNote, reactionKey } from './decisions.ts';
import { NoteReview } from './note-review.tsx';
import { ReactionReview } from './reaction-review.tsx';
import { ShortcutHelp } from './shortcuts.tsx';
import { reviewWords } from './words.ts';
import './review.css';

/** For reviewers of the own gemeente. */
export function ReviewPage() {
  const say = useWords(reviewWords);
  return (
    <OnlyFor roles={['REVIEWER']} title={say('title')}>
      {({ gemeenteCode }) => <Queue within={gemeenteCode} />}
    </OnlyFor>
  );
}

function Queue({ within }: { within: string }) {
  const say = useWords(reviewWords);
  const { apiLanguage } = useLanguage();
  const { query } = useLocation();
  const { nameOf } = usePlaceNames(within);
  const variables = { within, language: apiLanguage };
  const { data, error, refresh } = useQuery(ReviewQueueDocument, variables);
  const { isTaken } = useDelayed();
  const [news, setNews] = useState('');
  useLive(ReviewQueueChangedDocument, { within }, (told) => {
    refresh();
    if (!told) return;
    const { waiting, waitingReactions } = told.reviewQueueChanged;
    setNews(say('waitingNow', { n: waiting, reactions: waitingReactions }));
  });
  const notes = (data?.reviewQueue.edges ?? [])
    .flatMap((edge) => (edge ? [edge.node] : []))
    .filter((note) => !isTaken(noteKey(note)));
  const reactions = (data?.reactionQueue.edges ?? [])
    .flatMap((edge) => (edge ? [edge.node] : []))
    .filter(({ id }) => !isTaken(reactionKey(id)));
  const isReactions = query.wat === 'reacties';
  const page = isReactions ? data?.reactionQueue.pageInfo : data?.reviewQueue.pageInfo;
  const tabs = [
    { address: pathTo('review'), word: say('notes', { n: notes.length }), isHere: !isReactions },
    {
      address: `${pathTo('review')}?wat=reacties`,
      word: say('reactions', { n: reactions.length }),
      isHere: isReactions,
    },
  ];
  return (
    <Page title={say('title')} lead={say('lead')}>
      <nav class="wb-tabs" aria-label={say('queues')}>
        <ul>
          {tabs.map(({ address, word, isHere }) => (
            <li key={address}>
              <a class="utrecht-link" href={address} aria-current={isHere ? 'page' : undefined}>
                {word}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="wb-only-read" role="status">
        {news}
      </p>
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && isReactions ? (
        <>
          {reactions.length === 0 ? (
            <p class="utrecht-paragraph">{say('nothingReactions')}</p>
          ) : null}
          {reactions.map((reaction) => (
            <ReactionReview
              key={reaction.id}
              reaction={reaction}
              placeName={nameOf(reaction.placeCode)}
            />
          ))}
        </>
      ) : null}
      {data && !isReactions ? <Notes notes={notes} nameOf={nameOf} /> : null}
      {page?.hasNextPage ? <p class="utrecht-paragraph">{say('more')}</p> : null}
    </Page>
  );
}

function Notes({
  notes,
  nameOf,
}: {
  notes: readonly QueuedNote[];
  nameOf: (code: string) => string;
}) {
  const say = useWords(reviewWords);
  const label = useNames();
  const { changes } = useDelayed();
  const [openId, setOpenId] = useState<string>();
  const [moves, setMoves] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const found = notes.findIndex(({ id }) => id === openId);
  const at = Math.max(0, found);
  const note = notes[at];
  const open = (id: string | undefined) => {
    setOpenId(id);
    setMoves((now) => now + 1);
  };
  const step = (by: number) => open(notes[Math.min(notes.length - 1, Math.max(0, at + by))]?.id);
  const undoLast = () => {
    const last = changes.findLast(
      ({ key, state }) => key.startsWith('note ') && state === 'WAITING',
    );
    if (!last) return;
    undo(last.key);
    open(last.key.split(' ')[1]);
  };
  // The note that opened gets the focus; not the first of a visit.
  useLayoutEffect(() => {
    if (moves > 0) place.current?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }, [moves]);
  if (!note)
    return (
      <div ref={place}>
        <p class="utrecht-paragraph" tabIndex={-1}>
          {say('nothing')}
        </p>
        <p class="utrecht-paragraph">{say('own')}</p>
      </div>
    );
  return (
    <div class="wb-queue">
      <details class="wb-queue__list" open={matchMedia('(min-width: 64rem)').matches}>
        <summary>{say('allNotes')}</summary>
        <ol>
          {notes.map(({ id, placeCode, theme, kind, screening }) => (
            <li key={id}>
              <button
                type="button"
                class="wb-queue__item"
                aria-current={id === note.id ? 'true' : undefined}
                onClick={() => open(id)}
              >
                <strong>{label(themes, theme)}</strong>
                <span>
                  {nameOf(placeCode)} · {label(noteKinds, kind)}
                  {screening.some(({ finding }) => finding.hard) ? ' · !' : ''}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </details>
      <div ref={place}>
        <NoteReview
          key={noteKey(note)}
          note={note}
          placeName={nameOf(note.placeCode)}
          position={say('position', { at: at + 1, of: notes.length })}
          onDecided={() => open((notes[at + 1] ?? notes[at - 1])?.id)}
          goNext={() => step(1)}
          goPrevious={() => step(-1)}
          undoLast={undoLast}
        />
        <div class="wb-buttons">
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            disabled={at === 0}
            onClick={() => step(-1)}
          >
            {say('previous')}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            disabled={at === notes.length - 1}
            onClick={() => step(1)}
          >
            {say('next')}
          </button>
        </div>
        <ShortcutHelp />
      </div>
    </div>
  );
}
