// A gemeente at a glance: every wijk x theme with its outcome, signal or coverage; by name, never in order of concern.

import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { codesOf } from '../../server/codes/code-list.ts';
import { concordanceOutcomes, coverageLevels, signalDisplays } from '../../server/codes/merge.ts';
import { type ThemeCode, themes } from '../../server/codes/themes.ts';
import { useQuery } from '../api/use-query.ts';
import { pathTo } from '../app/paths.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { OutcomeLegend } from '../components/outcome-mark.tsx';
import { Page } from '../components/page.tsx';
import { StateMark } from '../components/state-mark.tsx';
import { GridDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import { type Cell, codeIn, type View } from './cell.tsx';
import { GridTable } from './grid-table.tsx';
import { gemeenteWords } from './words.ts';
import './gemeente.css';

const views: readonly View[] = ['outcomes', 'signals', 'coverage'];

const listOf = {
  outcomes: concordanceOutcomes,
  signals: signalDisplays,
  coverage: coverageLevels,
} as const satisfies Record<View, unknown>;

/** /gemeente/GM9001 */
export function GemeentePage() {
  const say = useWords(gemeenteWords);
  const within = useRoute().params.code ?? '';
  const { data, error, refresh } = useQuery(GridDocument, { within });
  const gemeente = data?.place?.name;
  return (
    <Page
      key={within}
      title={gemeente ? say('title', { gemeente }) : say('loading')}
      lead={say('lead')}
    >
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Whole cells={data.concordanceGrid} within={within} /> : null}
    </Page>
  );
}

function Whole({ cells, within }: { cells: readonly Cell[]; within: string }) {
  const say = useWords(gemeenteWords);
  const name = useNames();
  const [view, setView] = useState<View>('outcomes');
  const [only, setOnly] = useState('');
  const [theme, setTheme] = useState<ThemeCode | ''>('');
  if (cells.length === 0) return <p class="utrecht-paragraph">{say('empty')}</p>;
  const list = listOf[view] as Readonly<Record<string, { nl: string; en: string }>>;
  const fits = (cell: Cell) => only === '' || codeIn(cell, view) === only;
  const shown = cells.filter((cell) => theme === '' || cell.theme === theme);
  return (
    <>
      <ul class="wb-links wb-no-print">
        {(['map', 'changes', 'printAll'] as const).map((page) => (
          <li key={page}>
            <a class="utrecht-link" href={pathTo(page, within)}>
              {say(page === 'printAll' ? 'print' : page)}
            </a>
          </li>
        ))}
        <li>
          <a class="utrecht-link" href={pathTo('compare')}>
            {say('compare')}
          </a>
        </li>
      </ul>
      <div class="wb-grid-choice wb-no-print">
        <Field label={say('show')}>
          {(control) => (
            <select
              {...control}
              class="utrecht-select"
              value={view}
              onChange={(event) => {
                setView(event.currentTarget.value as View);
                setOnly('');
              }}
            >
              {views.map((one) => (
                <option key={one} value={one}>
                  {say(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('only')}>
          {(control) => (
            <select
              {...control}
              class="utrecht-select"
              value={only}
              onChange={(event) => setOnly(event.currentTarget.value)}
            >
              <option value="">{say('everything')}</option>
              {codesOf(list).map((code) => (
                <option key={code} value={code}>
                  {name(list, code)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('themesToShow')}>
          {(control) => (
            <select
              {...control}
              class="utrecht-select"
              value={theme}
              onChange={(event) => setTheme(event.currentTarget.value as ThemeCode | '')}
            >
              <option value="">{say('allThemes')}</option>
              {codesOf(themes).map((code) => (
                <option key={code} value={code}>
                  {name(themes, code)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p role="status">{only ? say('found', { n: shown.filter(fits).length }) : ''}</p>
      <GridTable cells={shown} view={view} fits={fits} />
      {view === 'outcomes' ? (
        <OutcomeLegend />
      ) : (
        <ul class="wb-legend">
          {codesOf(list).map((code) => (
            <li key={code}>
              <StateMark code={code} isCoverage={view === 'coverage'} /> {name(list, code)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
