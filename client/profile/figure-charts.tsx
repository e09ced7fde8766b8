// One figure drawn: over the years, and among the wijken of the gemeente. Asked for when it is opened.

import { useState } from 'preact/hooks';
import { useQuery } from '../api/use-query.ts';
import { DistributionStrip } from '../charts/distribution-strip.tsx';
import { TrendChart } from '../charts/trend-chart.tsx';
import { Around, gap } from '../components/around.tsx';
import { Loading } from '../components/loading.tsx';
import { periodText } from '../components/period-text.ts';
import { usePrinting } from '../components/use-printing.ts';
import { SpreadDocument } from '../generated/graphql.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { FigureName } from './figure-name.tsx';
import type { Figure, Profile } from './types.ts';
import { profileWords } from './words.ts';

/** Folded; on paper the course over the years only, because that needs no further question. */
export function FigureCharts({ profile, figure }: { profile: Profile; figure: Figure }) {
  const say = useWords(profileWords);
  const [isOpen, setOpen] = useState(false);
  const isPrinting = usePrinting();
  const { indicator, series, gemeenteSeries, trend } = figure;
  const fileName = `${profile.place.code}-${indicator.key}${figure.current.part ?? ''}.csv`;
  return (
    <details
      class="wb-fold"
      open={isOpen || isPrinting}
      onToggle={(event) => {
        if (!isPrinting) setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <Around text={say('chart', { title: gap })}>
          <FigureName figure={figure} />
        </Around>
      </summary>
      {isOpen || isPrinting ? (
        <>
          {indicator.definition || indicator.population ? (
            <p class="utrecht-paragraph wb-small">
              <span lang="nl">{indicator.definition}</span>{' '}
              {indicator.population ? (
                <Around text={say('about', { population: gap })}>
                  <span lang="nl">{indicator.population}</span>
                </Around>
              ) : null}
            </p>
          ) : null}
          <TrendChart
            title={indicator.title}
            fileName={fileName}
            unit={indicator.unit}
            decimals={indicator.decimals}
            series={series}
            gemeente={indicator.measureKind === 'COUNT' ? [] : gemeenteSeries}
            breaks={trend.breaks}
            test={trend}
          />
          {isOpen && figure.segment === '' && indicator.measureKind !== 'COUNT' ? (
            <Spread profile={profile} figure={figure} />
          ) : null}
        </>
      ) : null}
    </details>
  );
}

function Spread({ profile, figure }: { profile: Profile; figure: Figure }) {
  const { indicator, current, benchmark } = figure;
  const { place, gemeenteName } = profile;
  const { language } = useLanguage();
  const { data, error } = useQuery(SpreadDocument, {
    indicator: indicator.key,
    within: place.gemeenteCode,
    period: current.period,
    part: current.part ?? null,
  });
  if (error) return null;
  if (!data) return <Loading />;
  return (
    <DistributionStrip
      title={indicator.title}
      fileName={`${place.gemeenteCode}-${indicator.key}-${current.period}${current.part ?? ''}.csv`}
      unit={indicator.unit}
      decimals={indicator.decimals}
      period={periodText(current, language)}
      gemeente={gemeenteName}
      own={current.placeCode}
      beside={benchmark.comparison.map(({ placeCode }) => placeCode)}
      wijken={data.indicatorMap.map(({ placeCode, name, figure }) => ({
        code: placeCode,
        name,
        figure,
      }))}
    />
  );
}
