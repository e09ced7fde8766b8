// One subject on the public page: figures, what people see, what is done, and a place to react.

import { themes } from '../../server/codes/themes.ts';
import { Around, gap } from '../components/around.tsx';
import { FigureValue } from '../components/figure-value.tsx';
import { periodText } from '../components/period-text.ts';
import type { PublicWijkQuery } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { segmentText, valueText } from '../words/values.ts';
import { useWords } from '../words/words.ts';
import { ReactForm } from './react-form.tsx';
import { publicWords } from './words.ts';

export type PublicThemeData = NonNullable<PublicWijkQuery['wijkProfile']>['themes'][number];
type Figure = PublicThemeData['figures'][number];

interface PublicThemeProps {
  readonly theme: PublicThemeData;
  readonly placeCode: string;
  readonly gemeenteCode: string;
  readonly gemeente: string;
  readonly asOf: string;
}

const mostFigures = 2;

/** At most two figures, those that differ most from other wijken; the profile has all. */
export function PublicTheme({ theme, placeCode, gemeenteCode, gemeente, asOf }: PublicThemeProps) {
  const say = useWords(publicWords);
  const name = useNames();
  const { formats } = useLanguage();
  const { signal, followUps, concordance, interpretations, reactions } = theme;
  const figures = theme.figures
    .filter(({ segment }) => segment === '')
    .sort((a, b) => Math.abs(b.position.signedZ ?? 0) - Math.abs(a.position.signedZ ?? 0))
    .slice(0, mostFigures);
  const isConcern =
    concordance.outcome !== 'FIGURE_ABOVE_SIGNAL' && concordance.outcome !== 'NO_CONCERN';
  const { display } = signal;
  return (
    <article class="wb-public__theme" aria-labelledby={`onderwerp-${theme.theme.code}`}>
      <h3 class="utrecht-heading-3" id={`onderwerp-${theme.theme.code}`}>
        {name(themes, theme.theme.code)}
      </h3>
      <h4 class="wb-heading-4">{say('figuresSay')}</h4>
      {figures.length === 0 ? <p class="utrecht-paragraph">{say('noFigures')}</p> : null}
      {figures.map((figure) => (
        <FigureSentence key={figure.indicator.key} figure={figure} gemeente={gemeente} />
      ))}
      <h4 class="wb-heading-4">{say('peopleSee')}</h4>
      <p class="utrecht-paragraph">
        {say(display === 'SHOWN' && !isConcern ? 'display_SHOWN_quiet' : `display_${display}`)}
      </p>
      <Quotes quotes={signal.excerpts} />
      {interpretations.map(({ id, explanation }) => (
        <p key={id} class="utrecht-paragraph" lang="nl">
          {explanation}
        </p>
      ))}
      {signal.strengths.length > 0 ? (
        <>
          <h4 class="wb-heading-4">{say('strengths')}</h4>
          <Quotes quotes={signal.strengths} />
        </>
      ) : null}
      <h4 class="wb-heading-4">{say('doing')}</h4>
      {followUps.length === 0 ? (
        <p class="utrecht-paragraph">{say('noAction', { day: formats.day(asOf) })}</p>
      ) : null}
      {followUps.map(({ id, publicSentence, action, owner, result, dueOn }) => (
        <p key={id} class="utrecht-paragraph">
          <span lang="nl">{publicSentence ? withoutQuestion(publicSentence) : action}</span>{' '}
          {result ? '' : dueOn ? say('planned', { day: formats.day(dueOn) }) : ''}{' '}
          <span class="wb-small">
            <Around text={say('by', { owner: gap })}>
              <span lang="nl">{owner}</span>
            </Around>
          </span>
        </p>
      ))}
      {reactions.length > 0 ? (
        <>
          <h4 class="wb-heading-4">{say('reactions')}</h4>
          <ul>
            {reactions.map(({ id, text, voice, publishedOn }) => (
              <li key={id}>
                <q lang="nl">{text}</q>{' '}
                <span class="wb-small">
                  {say(voice === 'RESIDENT' ? 'byResident' : 'byProfessional')},{' '}
                  {formats.month(publishedOn)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <ReactForm placeCode={placeCode} gemeenteCode={gemeenteCode} theme={theme.theme.code} />
    </article>
  );
}

/** Follow-ups often begin with the question that stands above them already. */
const withoutQuestion = (sentence: string) => sentence.replace(/^Wat doen we ermee\?\s*/, '');

function FigureSentence({ figure, gemeente }: { figure: Figure; gemeente: string }) {
  const say = useWords(publicWords);
  const { formats, language } = useLanguage();
  const { indicator, current, benchmark, segment } = figure;
  const look = { unit: indicator.unit, decimals: indicator.decimals };
  const beside = benchmark.gemeente?.value;
  return (
    <p class="utrecht-paragraph">
      <span lang="nl">{indicator.title}</span>
      {segment === '' ? '' : ` (${segmentText(segment, language)})`}:{' '}
      <strong>
        <FigureValue figure={current} {...look} isExplained={current.state !== 'OK'} />
      </strong>{' '}
      ({periodText(current, language)}).{' '}
      {typeof beside === 'number' && typeof current.value === 'number'
        ? say('figureBeside', { gemeente, value: valueText(beside, look, formats, language) })
        : null}{' '}
      <span class="wb-small">
        {current.source ? (
          <Around text={say('source', { source: gap })}>
            <span lang="nl">{current.source.attribution.replace(/\.$/, '')}</span>
          </Around>
        ) : null}
      </span>
    </p>
  );
}

const firstQuotes = 3;

/** The latest few; the rest is folded. */
function Quotes({ quotes }: { quotes: readonly Quote[] }) {
  const say = useWords(publicWords);
  const rest = quotes.slice(firstQuotes);
  return (
    <>
      {quotes.slice(0, firstQuotes).map(quoted)}
      {rest.length > 0 ? (
        <details class="wb-fold">
          <summary>{say('moreQuotes', { n: rest.length })}</summary>
          {rest.map(quoted)}
        </details>
      ) : null}
    </>
  );
}

interface Quote {
  readonly noteId: string;
  readonly words: string;
}

const quoted = ({ noteId, words }: Quote) => (
  <blockquote key={noteId} class="wb-public__quote" lang="nl">
    {words}
  </blockquote>
);
