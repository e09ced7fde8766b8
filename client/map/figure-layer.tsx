// One indicator as a layer: five classes of as many wijken each; what has no value is hatched and says why.

import { quantile } from 'd3-array';
import { scaleQuantile } from 'd3-scale';
import { FigureValue } from '../components/figure-value.tsx';
import { periodText } from '../components/period-text.ts';
import { readingWords } from '../components/reading-words.ts';
import type { MapFiguresQuery, MapIndicatorsQuery } from '../generated/graphql.ts';
import { useLanguage } from '../words/language.tsx';
import { valueText } from '../words/values.ts';
import { useWords } from '../words/words.ts';
import type { Layer, LegendStep } from './layer.ts';
import { mapWords } from './words.ts';

export type MapIndicator = MapIndicatorsQuery['indicators']['edges'][number]['node'];

const classes = [0, 1, 2, 3, 4];

/** The layer of the figures; fewer classes where fewer values differ. */
export function useFigureLayer(
  indicator: MapIndicator | undefined,
  data: MapFiguresQuery | undefined,
): Layer | undefined {
  const say = useWords(mapWords);
  const sayState = useWords(readingWords);
  const { formats, language } = useLanguage();
  if (!indicator || !data) return undefined;
  const look = { unit: indicator.unit, decimals: indicator.decimals };
  const text = (value: number) => valueText(value, look, formats, language);
  const values = data.indicatorMap.flatMap(({ figure }) =>
    typeof figure.value === 'number' ? [figure.value] : [],
  );
  const steps = scaleQuantile(values, classes);
  const legend = classes.flatMap((step): LegendStep[] => {
    const own = values.filter((value) => steps(value) === step);
    const [least, most] = [quantile(own, 0), quantile(own, 1)];
    if (least === undefined || most === undefined) return [];
    return [{ step, text: least === most ? text(least) : `${text(least)} – ${text(most)}` }];
  });
  const first = data.indicatorMap[0]?.figure;
  const source = first?.source?.attribution;
  return {
    title: say('year', {
      title: indicator.title,
      period: first ? periodText(first, language) : '',
    }),
    isDutch: true,
    wijken: data.indicatorMap
      .map(({ placeCode, name, figure }) => {
        const { value, state } = figure;
        const isKnown = typeof value === 'number';
        return {
          code: placeCode,
          name,
          step: isKnown ? steps(value) : null,
          text: isKnown ? text(value) : state === 'OK' ? '' : sayState(state).toLowerCase(),
          cell: <FigureValue figure={figure} {...look} isExplained={!isKnown} />,
          order: isKnown ? value : null,
        };
      })
      .sort((a, b) => formats.compare(a.name, b.name)),
    legend:
      values.length < data.indicatorMap.length
        ? [...legend, { step: null, text: say('unknown') }]
        : legend,
    ...(source ? { source } : {}),
  };
}
