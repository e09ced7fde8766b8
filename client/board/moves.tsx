// What changed since a day, and what may be rising.
import { useMemo, useState } from 'preact/hooks';
import { concordanceOutcomes } from '../../server/codes/merge.ts';
import { themes } from '../../server/codes/themes.ts';
import { useQuery } from '../api/use-query.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { WhatMovesDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { signalAddress } from './addresses.ts';
import { boardWords } from './words.ts';

const spans = ['30', '90', '365'] as const;

/** Digest and early warnings of a gemeente. */
export function Moves({ within }: { within: string }) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const [days, setDays] = useState<(typeof spans)[number]>('30');
  const since = useMemo(
    () => new Date(Date.now() - Number(days) * 86_400_000).toISOString().slice(0, 10),
    [days],
  );
  const { data, error, refresh } = useQuery(WhatMovesDocument, { within, since });
  const changes = data?.digest.changes ?? [];
  const rising = data?.digest.earlyWarnings;
  const titleOf = (theme: keyof typeof themes, place: string) =>
    say('detailTitle', { theme: nameOf(themes, theme), place });
  return (
    <>
      <div class="wb-filters">
        <Field label={say('moves')}>
          {(control) => (
            <select
              {...control}
              class="utrecht-select"
              value={days}
              onChange={(event) => setDays(event.currentTarget.value as typeof days)}
            >
              {spans.map((span) => (
                <option key={span} value={span}>
                  {say(`days${span}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!data && !error ? <Loading /> : null}
      {rising ? (
        <section>
          <h2 class="utrecht-heading-2">{say('warnings')}</h2>
          <p class="utrecht-paragraph">
            {rising.warnings.length === 0
              ? say('noWarnings')
              : say('warningsHelp', { n: rising.falseAlertsPerHundredWijkMonths })}
          </p>
          <ul>
            {rising.warnings.map(({ places, theme, ratio, since: from }) => (
              <li key={`${theme} ${places.map(({ placeCode }) => placeCode).join()}`}>
                {say('warningLine', {
                  theme: nameOf(themes, theme),
                  places: formats.list(places.map(({ name }) => name)),
                  ratio,
                  day: formats.day(from),
                })}
              </li>
            ))}
          </ul>
          {rising.refusedThemes.length > 0 ? (
            <p class="utrecht-paragraph wb-quiet">
              {say('refused', {
                themes: formats.list(rising.refusedThemes.map((one) => nameOf(themes, one))),
              })}
            </p>
          ) : null}
        </section>
      ) : null}
      {data ? (
        <section>
          <h2 class="utrecht-heading-2">{say('changes')}</h2>
          {changes.length === 0 ? <p class="utrecht-paragraph">{say('noChanges')}</p> : null}
          <ul class="wb-lines">
            {changes.map(({ placeCode, placeName, theme, kind, outcomeBefore, outcomeNow }) => (
              <li key={`${placeCode} ${theme} ${kind}`}>
                <strong>{say(`kind${kind}`)}</strong>{' '}
                <a class="utrecht-link" href={signalAddress(placeCode, theme)}>
                  {titleOf(theme, placeName)}
                </a>
                {outcomeBefore === outcomeNow
                  ? null
                  : `, ${say('outcomeFromTo', {
                      before: nameOf(concordanceOutcomes, outcomeBefore),
                      now: nameOf(concordanceOutcomes, outcomeNow),
                    })}`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
