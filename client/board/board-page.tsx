// The follow-up board: signals by phase, questions for a dialogue, and what moves.
import { useLocation } from 'preact-iso';
import { pathTo } from '../app/paths.ts';
import type { Me } from '../app/session.tsx';
import { OnlyFor } from '../components/only-for.tsx';
import { Page } from '../components/page.tsx';
import type { ThemeCode } from '../generated/graphql.ts';
import { useWords } from '../words/words.ts';
import { Moves } from './moves.tsx';
import { Questions } from './questions.tsx';
import { SignalPage } from './signal-page.tsx';
import { Signals } from './signals.tsx';
import { boardWords } from './words.ts';
import './board.css';

/** Who may read the board; who may change it is said by `mayHandle`. */
export const boardRoles: readonly Me['role'][] = ['REVIEWER', 'POLICY', 'ANALYST'];

/** The board of the own gemeente, or one signal of it (`?wijk=…&thema=…`). */
export function BoardPage() {
  const say = useWords(boardWords);
  const { query } = useLocation();
  return (
    <OnlyFor roles={boardRoles} title={say('title')}>
      {({ role, gemeenteCode }) =>
        query.wijk && query.thema ? (
          <SignalPage
            key={`${query.wijk} ${query.thema}`}
            code={query.wijk}
            theme={query.thema as ThemeCode}
            mayHandle={role !== 'ANALYST'}
          />
        ) : (
          <Board within={gemeenteCode} view={query.deel ?? ''} mayHandle={role !== 'ANALYST'} />
        )
      }
    </OnlyFor>
  );
}

function Board(props: { within: string; view: string; mayHandle: boolean }) {
  const { within, view, mayHandle } = props;
  const say = useWords(boardWords);
  const views = [
    { key: '', word: say('viewSignals') },
    { key: 'vragen', word: say('viewQuestions') },
    { key: 'veranderd', word: say('viewMoves') },
  ];
  return (
    <Page title={say('title')} lead={say('lead')}>
      {mayHandle ? null : <p class="utrecht-paragraph">{say('notYours')}</p>}
      <nav class="wb-tabs" aria-label={say('views')}>
        <ul>
          {views.map(({ key, word }) => (
            <li key={key}>
              <a
                class="utrecht-link"
                href={key === '' ? pathTo('board') : `${pathTo('board')}?deel=${key}`}
                aria-current={key === view ? 'page' : undefined}
              >
                {word}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {view === 'vragen' ? <Questions within={within} /> : null}
      {view === 'veranderd' ? <Moves within={within} /> : null}
      {view === '' ? <Signals gemeente={within} /> : null}
    </Page>
  );
}
