// One signal: what is seen, its phase and owner, what is done about it, and how dialogues explain it.
import { countBands, signalDisplays } from '../../server/codes/merge.ts';
import { noteTrends, severities } from '../../server/codes/notes.ts';
import { professions } from '../../server/codes/people.ts';
import { themes } from '../../server/codes/themes.ts';
import { useQuery } from '../api/use-query.ts';
import { pathTo } from '../app/paths.ts';
import { Facts } from '../components/facts.tsx';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import {
  HandledSignalDocument,
  type HandledSignalQuery,
  type ThemeCode,
} from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { Actions } from './actions.tsx';
import { AssignForm } from './assign-form.tsx';
import { History } from './history.tsx';
import { Interpretations } from './interpretations.tsx';
import { boardWords } from './words.ts';

export type Handled = NonNullable<HandledSignalQuery['wijkProfile']>['themes'][number];

/** Which signal. */
export interface SignalKey {
  readonly placeCode: string;
  readonly theme: ThemeCode;
}

interface SignalPageProps {
  readonly code: string;
  readonly theme: ThemeCode;
  readonly mayHandle: boolean;
}

/** The page of one signal on the board. */
export function SignalPage({ code, theme, mayHandle }: SignalPageProps) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const { apiLanguage } = useLanguage();
  const { data, error, refresh } = useQuery(
    HandledSignalDocument,
    theme in themes ? { code, theme, language: apiLanguage } : undefined,
  );
  const found = data?.wijkProfile?.themes.find((one) => one.theme.code === theme);
  const title =
    theme in themes
      ? say('detailTitle', {
          theme: nameOf(themes, theme),
          place: data?.wijkProfile?.place.name ?? code,
        })
      : say('title');
  const key = { placeCode: code, theme };
  const isMissing = !(theme in themes) || (data !== undefined && !found);
  return (
    <Page title={title}>
      <p class="utrecht-paragraph">
        <a class="utrecht-link" href={pathTo('board')}>
          {say('back')}
        </a>
      </p>
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!data && !error && !isMissing ? <Loading /> : null}
      {isMissing ? <p class="utrecht-paragraph">{say('gone')}</p> : null}
      {found ? (
        <div class="wb-handled">
          <Seen found={found} code={code} />
          {mayHandle ? <AssignForm signal={key} now={found.signal} /> : null}
          <Actions signal={key} followUps={found.followUps} mayHandle={mayHandle} />
          <Interpretations
            signal={key}
            outcome={found.concordance.outcome}
            interpretations={found.interpretations}
            mayHandle={mayHandle}
          />
          <History steps={data?.signalHistory ?? []} />
        </div>
      ) : null}
    </Page>
  );
}

/** How many excerpts are shown at first. */
const fewExcerpts = 4;

function Seen({ found, code }: { found: Handled; code: string }) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const { signal, concordance } = found;
  const few = signal.excerpts.slice(0, fewExcerpts);
  const rest = signal.excerpts.slice(fewExcerpts);
  const draw = ({ noteId, words, profession }: Handled['signal']['excerpts'][number]) => (
    <blockquote class="wb-quote" key={noteId}>
      {words}
      {profession ? <footer>{nameOf(professions, profession)}</footer> : null}
    </blockquote>
  );
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('said')}</h2>
      <p class="utrecht-paragraph">{concordance.sentence}</p>
      <Facts
        facts={[
          [say('voices'), signal.voices && nameOf(countBands, signal.voices)],
          [say('severity'), signal.highestSeverity && nameOf(severities, signal.highestSeverity)],
          [say('trend'), signal.trend && nameOf(noteTrends, signal.trend)],
          [say('display'), nameOf(signalDisplays, signal.display)],
        ]}
      />
      {signal.excerpts.length === 0 ? <p class="utrecht-paragraph">{say('noWords')}</p> : null}
      {few.map(draw)}
      {rest.length > 0 ? (
        <details>
          <summary>{say('moreWords', { n: rest.length })}</summary>
          {rest.map(draw)}
        </details>
      ) : null}
      <p class="utrecht-paragraph">
        <a class="utrecht-link" href={pathTo('profile', code)}>
          {say('seeProfile')}
        </a>
      </p>
    </section>
  );
}
