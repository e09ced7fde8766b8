// Signals by phase: columns where there is room, groups below each other on a phone. No dragging: the phase is changed
// on the page of the signal.
import { useState } from 'preact/hooks';
import { codesOf } from '../../server/codes/code-list.ts';
import { countBands } from '../../server/codes/merge.ts';
import { severities, signalStages } from '../../server/codes/notes.ts';
import { themes } from '../../server/codes/themes.ts';
import { useQuery } from '../api/use-query.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { usePlaceNames } from '../components/use-place-names.ts';
import { FollowUpStatisticsDocument, type SignalStage } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { signalAddress } from './addresses.ts';
import { isOverdue, useDueWords } from './due.ts';
import { type BoardSignal, useSignals } from './use-signals.ts';
import { boardWords } from './words.ts';

const groups = [
  { word: 'groupNew', stages: ['NOTICED', 'SCREENING'] },
  { word: 'groupGather', stages: ['COLLECTED', 'BUNDLED'] },
  { word: 'groupAnalyse', stages: ['ANALYSED', 'REPORTED'] },
  { word: 'groupAct', stages: ['DECIDED', 'ACTED'] },
  { word: 'groupDone', stages: ['FED_BACK', 'DROPPED'] },
] as const satisfies readonly { word: string; stages: readonly SignalStage[] }[];

const overdueOnly = 'OVERDUE';

/** The board of a gemeente, with filters for wijk and phase. */
export function Signals({ gemeente }: { gemeente: string }) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const { wijken } = usePlaceNames(gemeente);
  const [within, setWithin] = useState(gemeente);
  const [phase, setPhase] = useState('');
  const { signals, isReady, error, hasMore, refresh } = useSignals(within);
  const shown = signals.filter(({ stage, dueOn }) => {
    if (phase === '') return true;
    return phase === overdueOnly ? isOverdue(dueOn, new Date()) : stage === phase;
  });
  return (
    <>
      <Statistics within={within} />
      <div class="wb-filters">
        <Field label={say('wijk')}>
          {(control) => (
            <select
              {...control}
              class="utrecht-select"
              value={within}
              onChange={(event) => setWithin(event.currentTarget.value)}
            >
              <option value={gemeente}>{say('allWijken')}</option>
              {wijken.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('phase')}>
          {(control) => (
            <select
              {...control}
              class="utrecht-select"
              value={phase}
              onChange={(event) => setPhase(event.currentTarget.value)}
            >
              <option value="">{say('allPhases')}</option>
              <option value={overdueOnly}>{say('overdueOnly')}</option>
              {codesOf(signalStages).map((code) => (
                <option key={code} value={code}>
                  {nameOf(signalStages, code)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!isReady && !error ? <Loading /> : null}
      {isReady && shown.length === 0 ? <p class="utrecht-paragraph">{say('none')}</p> : null}
      <div class={phase === '' ? 'wb-board' : 'wb-board wb-board--list'}>
        {groups.map(({ word, stages }) => {
          const own = shown.filter(({ stage }) => (stages as readonly string[]).includes(stage));
          if (!isReady || (phase !== '' && own.length === 0)) return null;
          return <Group key={word} title={say(word)} signals={own} />;
        })}
      </div>
      {hasMore ? <p class="utrecht-paragraph">{say('tooMany')}</p> : null}
    </>
  );
}

/** How many cards of a group are shown at first. */
const fewCards = 8;

function Group({ title, signals }: { title: string; signals: readonly BoardSignal[] }) {
  const say = useWords(boardWords);
  const [isOpen, setOpen] = useState(false);
  // What is due first comes first; what has no date after that.
  const sorted = [...signals].sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
  return (
    <section class="wb-board__group">
      <h2 class="utrecht-heading-3">
        {title} ({signals.length})
      </h2>
      <ul class="wb-cards">
        {(isOpen ? sorted : sorted.slice(0, fewCards)).map((signal) => (
          <Card key={`${signal.place.code} ${signal.theme.code}`} signal={signal} />
        ))}
      </ul>
      {!isOpen && sorted.length > fewCards ? (
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => setOpen(true)}
        >
          {say('showAll', { n: sorted.length })}
        </button>
      ) : null}
    </section>
  );
}

function Card({ signal }: { signal: BoardSignal }) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const dueWords = useDueWords();
  const { place, theme, stage, owner, dueOn, voices, highestSeverity } = signal;
  const isHandled = owner !== null || dueOn !== null;
  return (
    <li class={`wb-card${isOverdue(dueOn, new Date()) ? ' wb-card--late' : ''}`}>
      <a class="utrecht-link" href={signalAddress(place.code, theme.code)}>
        {say('detailTitle', { theme: nameOf(themes, theme.code), place: place.name })}
      </a>
      <p>{nameOf(signalStages, stage)}</p>
      {voices ? (
        <p>
          {say('voices')}: {nameOf(countBands, voices)}
          {highestSeverity ? ` · ${nameOf(severities, highestSeverity)}` : ''}
        </p>
      ) : null}
      {isHandled ? (
        <>
          <p>{owner ?? say('nobody')}</p>
          {stage === 'FED_BACK' || stage === 'DROPPED' ? null : (
            <p class="wb-card__due">{dueWords(dueOn)}</p>
          )}
        </>
      ) : null}
    </li>
  );
}

function Statistics({ within }: { within: string }) {
  const say = useWords(boardWords);
  const { formats } = useLanguage();
  const { data } = useQuery(FollowUpStatisticsDocument, { within });
  const found = data?.followUpStatistics;
  if (found?.signals == null || found.open == null || found.overdue == null) return null;
  const { signals, open, overdue, shareWithFeedback, medianDaysToFeedback } = found;
  const days = medianDaysToFeedback;
  return (
    <p class="utrecht-paragraph">
      {say('statsLine', { signals, open, overdue })}{' '}
      {shareWithFeedback == null
        ? null
        : say('statsShare', { share: formats.number(shareWithFeedback * 100, 0) })}{' '}
      {days == null ? null : say('statsMedian', { days: formats.number(days, 0) })}
    </p>
  );
}
