// The figures of a theme as a table: value or reason, margin, gemeente, country, year and source.

import { provenances } from '../../server/codes/figures.ts';
import { FigureValue } from '../components/figure-value.tsx';
import { periodText } from '../components/period-text.ts';
import { WideTable } from '../components/wide-table.tsx';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { FigureName } from './figure-name.tsx';
import { sourceAnchor } from './sources.tsx';
import type { Figure } from './types.ts';
import { profileWords } from './words.ts';

interface FigureTableProps {
  readonly caption: string;
  readonly figures: readonly Figure[];
  readonly wijk: string;
}

/** One row per figure; a column that would be empty is left out. */
export function FigureTable({ caption, figures, wijk }: FigureTableProps) {
  const say = useWords(profileWords);
  const beside = figures[0]?.benchmark.comparison ?? [];
  const hasCountry = figures.some((figure) => figure.benchmark.country);
  return (
    <WideTable caption={caption} class="wb-figures">
      <thead>
        <tr>
          <th scope="col">{say('what')}</th>
          <th scope="col">{wijk}</th>
          {beside.map(({ placeCode, name }) => (
            <th key={placeCode} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">{say('gemeente')}</th>
          {hasCountry ? <th scope="col">{say('country')}</th> : null}
          <th scope="col">{say('period')}</th>
          <th scope="col">{say('source')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <FigureRow
            key={`${figure.indicator.key} ${figure.segment} ${figure.current.part ?? ''}`}
            figure={figure}
            hasCountry={hasCountry}
          />
        ))}
      </tbody>
    </WideTable>
  );
}

/** From this p on a difference may be chance (after false-discovery control; as in the published rules). */
const level = 0.05;

function FigureRow({ figure, hasCountry }: { figure: Figure; hasCountry: boolean }) {
  const say = useWords(profileWords);
  const name = useNames();
  const { formats, language } = useLanguage();
  const { current, benchmark, indicator, position } = figure;
  const look = { unit: indicator.unit, decimals: indicator.decimals };
  const { lower, upper, source } = current;
  const hasMargin = typeof lower === 'number' && typeof upper === 'number';
  const p = position.adjustedP;
  return (
    <tr>
      <th scope="row">
        <FigureName figure={figure} />
      </th>
      <td>
        <FigureValue figure={current} {...look} isExplained />
        {hasMargin ? (
          <span class="wb-small wb-line">
            {' '}
            {say('margin', { range: formats.range(lower, upper, indicator.decimals) })}
          </span>
        ) : null}
        {hasMargin && typeof p === 'number' ? (
          <span class="wb-small wb-line"> {say(p <= level ? 'differs' : 'noDifference')}</span>
        ) : null}
      </td>
      {benchmark.comparison.map(({ placeCode, figure: other }) => (
        <td key={placeCode}>{other ? <FigureValue figure={other} {...look} /> : '–'}</td>
      ))}
      <td>{benchmark.gemeente ? <FigureValue figure={benchmark.gemeente} {...look} /> : '–'}</td>
      {hasCountry ? (
        <td>{benchmark.country ? <FigureValue figure={benchmark.country} {...look} /> : '–'}</td>
      ) : null}
      <td>{periodText(current, language)}</td>
      <td>
        {source ? (
          <a
            class="utrecht-link"
            href={`#${sourceAnchor(source)}`}
            aria-label={say('sourceOf', { table: source.table })}
          >
            {source.table}
          </a>
        ) : (
          say('unknownSource')
        )}
        <span class="wb-small wb-line"> {name(provenances, current.provenance).toLowerCase()}</span>
      </td>
    </tr>
  );
}
