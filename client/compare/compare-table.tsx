// The table of compared wijken: a group of rows per theme.

import {
  concordanceOutcomes,
  countBands,
  coverageLevels,
  signalDisplays,
} from '../../server/codes/merge.ts';
import { severities } from '../../server/codes/notes.ts';
import { themes } from '../../server/codes/themes.ts';
import { pathTo } from '../app/paths.ts';
import { FigureValue } from '../components/figure-value.tsx';
import { OutcomeMark } from '../components/outcome-mark.tsx';
import { periodText } from '../components/period-text.ts';
import { WideTable } from '../components/wide-table.tsx';
import type { CompareWijkQuery } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { segmentText } from '../words/values.ts';
import { useWords } from '../words/words.ts';
import { compareWords } from './words.ts';

type Compared = NonNullable<CompareWijkQuery['wijkProfile']>;
type Theme = Compared['themes'][number];
type Figure = Theme['figures'][number];

/** A month stands in another row than a year, or another month. */
const rowOf = ({ indicator, segment, current }: Figure) =>
  `${indicator.key} ${segment} ${current.part ?? ''}`;

/** Every indicator that one of the wijken has; counts are left out, because they are not compared. */
export function CompareTable({ wijken }: { wijken: readonly Compared[] }) {
  const say = useWords(compareWords);
  const name = useNames();
  const columns = wijken.length + 2;
  return (
    <WideTable caption={say('caption')} class="wb-compare" isCaptionHidden>
      <thead>
        <tr>
          <th scope="col">{say('what')}</th>
          {wijken.map(({ place }) => (
            <th key={place.code} scope="col">
              <a class="utrecht-link" href={pathTo('profile', place.code)}>
                {place.name}
              </a>
            </th>
          ))}
          <th scope="col">{say('gemeente')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say('inhabitants')}</th>
          {wijken.map(({ place, population }) => (
            <td key={place.code}>
              <FigureValue figure={population} unit="" decimals={0} />
            </td>
          ))}
          <td />
        </tr>
        <tr>
          <th scope="row">{say('coverage')}</th>
          {wijken.map(({ place, coverage }) => (
            <td key={place.code}>{name(coverageLevels, coverage.level)}</td>
          ))}
          <td />
        </tr>
      </tbody>
      {(wijken[0]?.themes ?? []).map(({ theme }) => (
        <tbody key={theme.code}>
          <tr>
            <th scope="rowgroup" colSpan={columns} class="wb-compare__theme">
              {name(themes, theme.code)}
            </th>
          </tr>
          <ThemeRows
            parts={wijken.map((wijk) => wijk.themes.find((one) => one.theme.code === theme.code))}
          />
        </tbody>
      ))}
    </WideTable>
  );
}

function ThemeRows({ parts }: { parts: readonly (Theme | undefined)[] }) {
  const say = useWords(compareWords);
  const name = useNames();
  const { language } = useLanguage();
  const keys = new Map<string, Figure>();
  for (const part of parts)
    for (const figure of part?.figures ?? [])
      if (figure.indicator.measureKind !== 'COUNT') keys.set(rowOf(figure), figure);
  return (
    <>
      <tr>
        <th scope="row">{say('outcome')}</th>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one column per wijk.
          <td key={at}>
            {part ? (
              <>
                <OutcomeMark outcome={part.concordance.outcome} />{' '}
                {name(concordanceOutcomes, part.concordance.outcome)}
              </>
            ) : null}
          </td>
        ))}
        <td />
      </tr>
      <tr>
        <th scope="row">{say('signal')}</th>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <td key={at}>{part ? <SignalText signal={part.signal} /> : null}</td>
        ))}
        <td />
      </tr>
      {[...keys].map(([key, { indicator, segment, benchmark }]) => (
        <tr key={key}>
          <th scope="row">
            <span lang="nl">{indicator.title}</span>
            {segment === '' ? '' : ` (${segmentText(segment, language)})`}
          </th>
          {parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <td key={at}>
              <FigureCell figure={part?.figures.find((one) => rowOf(one) === key)} />
            </td>
          ))}
          <td>
            {benchmark.gemeente ? (
              <FigureValue
                figure={benchmark.gemeente}
                unit={indicator.unit}
                decimals={indicator.decimals}
              />
            ) : null}
          </td>
        </tr>
      ))}
    </>
  );
}

function SignalText({ signal: { display, voices, highestSeverity } }: { signal: Theme['signal'] }) {
  const say = useWords(compareWords);
  const name = useNames();
  if (display !== 'SHOWN' || !voices) return <>{name(signalDisplays, display)}</>;
  const severity = highestSeverity
    ? `, ${say('severity', { severity: name(severities, highestSeverity).toLowerCase() })}`
    : '';
  return (
    <>
      {say('voices', { band: name(countBands, voices) })}
      {severity}
    </>
  );
}

function FigureCell({ figure }: { figure: Figure | undefined }) {
  const say = useWords(compareWords);
  const { formats, language } = useLanguage();
  if (!figure) return <>–</>;
  const { current, indicator } = figure;
  const { lower, upper } = current;
  return (
    <>
      <FigureValue figure={current} unit={indicator.unit} decimals={indicator.decimals} />
      <span class="wb-line wb-small">
        {typeof lower === 'number' && typeof upper === 'number'
          ? `${say('margin', { range: formats.range(lower, upper, indicator.decimals) })}, `
          : ''}
        {say('otherYear', { period: periodText(current, language) })}
      </span>
    </>
  );
}
