// Imports that run on the server now, with how far they are; asked again every few seconds.
import { useEffect } from 'preact/hooks';
import { importPhases } from '../../server/codes/figures.ts';
import { refreshAnswers, useQuery } from '../api/use-query.ts';
import { RunningImportsDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { adminWords } from './words.ts';

/** Milliseconds until the server is asked again: while one runs, and while none does. */
const pauses = { running: 2000, idle: 15_000 };

/** Nothing is drawn while none runs. When one ends, the list of imports below is asked anew. */
export function RunningImports() {
  const say = useWords(adminWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const { data, refresh } = useQuery(RunningImportsDocument, {});
  const running = data?.runningImports ?? [];
  const isBusy = running.some(({ isSilent }) => !isSilent);
  useEffect(() => {
    const timer = setInterval(refresh, isBusy ? pauses.running : pauses.idle);
    return () => {
      clearInterval(timer);
      if (isBusy) refreshAnswers();
    };
  }, [isBusy, refresh]);
  if (running.length === 0) return null;
  return (
    <section class="wb-panel">
      <h3 class="utrecht-heading-3">{say('running')}</h3>
      <ul class="wb-lines">
        {running.map(({ id, source, phase, done, total, startedAt, isSilent }) => (
          <li key={id}>
            <strong>{source}</strong> · {say('begun', { moment: formats.moment(startedAt) })}
            <br />
            {isSilent ? (
              say('silent')
            ) : (
              <>
                <progress
                  aria-label={`${source}: ${nameOf(importPhases, phase)}`}
                  value={total === null ? undefined : done}
                  max={total ?? undefined}
                />{' '}
                {nameOf(importPhases, phase)}:{' '}
                {total === null
                  ? formats.number(done)
                  : say('doneOf', { done: formats.number(done), total: formats.number(total) })}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
