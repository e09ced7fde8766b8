// A gemeente on the map: an indicator, or the outcome, signal or coverage of a theme; the table beside it says the same.

import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { codesOf } from '../../server/codes/code-list.ts';
import { type ThemeCode, themes } from '../../server/codes/themes.ts';
import { useQuery } from '../api/use-query.ts';
import { useSession } from '../app/session.tsx';
import { Alert } from '../components/alert.tsx';
import { Around, gap } from '../components/around.tsx';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import {
  BordersDocument,
  GridDocument,
  MapFiguresDocument,
  MapIndicatorsDocument,
} from '../generated/graphql.ts';
import { grouped } from '../words/grouped.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import { type MapIndicator, useFigureLayer } from './figure-layer.tsx';
import { type GroundView, useGroundLayer } from './ground-layer.tsx';
import type { Layer } from './layer.ts';
import { LayerTable } from './layer-table.tsx';
import { classOf, WijkMap } from './wijk-map.tsx';
import { mapWords } from './words.ts';
import './map.css';

type View = 'figure' | GroundView;
const views: readonly View[] = ['figure', 'outcome', 'signal', 'coverage'];

/** /kaart/GM9001 */
export function MapPage() {
  const say = useWords(mapWords);
  const name = useNames();
  const { params, query } = useRoute();
  const within = params.code ?? '';
  const asked = codesOf(themes).find((code) => code === query.thema);
  const [view, setView] = useState<View>(asked ? 'outcome' : 'figure');
  const [theme, setTheme] = useState<ThemeCode>(asked ?? 'LIVELIHOOD');
  const [chosen, setChosen] = useState(query.indicator ?? '');
  // A link to another figure while the map is open.
  useEffect(() => {
    if (query.indicator) {
      setChosen(query.indicator);
      setView('figure');
    }
    if (asked) {
      setTheme(asked);
      setView('outcome');
    }
  }, [query.indicator, asked]);
  const grid = useQuery(GridDocument, { within });
  const borders = useQuery(BordersDocument, { within });
  const catalogue = useQuery(MapIndicatorsDocument, { after: null });
  const indicators = (catalogue.data?.indicators.edges ?? [])
    .map((edge) => edge.node)
    // Counts are never compared between places; sensitive ones are on no map.
    .filter(({ measureKind, isSensitive }) => measureKind !== 'COUNT' && !isSensitive);
  const isOnMap = indicators.some(({ key }) => key === chosen);
  const indicator =
    indicators.find(({ key }) => key === chosen) ?? indicators.find(({ theme: on }) => on);
  const figures = useQuery(
    MapFiguresDocument,
    view === 'figure' && indicator ? { indicator: indicator.key, within } : undefined,
  );
  const figureLayer = useFigureLayer(indicator, figures.data);
  const groundLayer = useGroundLayer(view === 'figure' ? 'outcome' : view, theme, grid.data);
  const layer = view === 'figure' ? figureLayer : groundLayer;
  const error = grid.error ?? borders.error ?? catalogue.error ?? figures.error;
  const gemeente = grid.data?.place?.name;
  return (
    <Page
      key={within}
      title={gemeente ? say('title', { gemeente }) : say('loading')}
      lead={say('lead')}
    >
      <div class="wb-map-choice">
        <Field label={say('show')}>
          {(control) => (
            <select
              {...control}
              class="utrecht-select"
              value={view}
              onChange={(event) => setView(event.currentTarget.value as View)}
            >
              {views.map((one) => (
                <option key={one} value={one}>
                  {say(one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {view === 'figure' ? (
          <Field label={say('indicator')}>
            {(control) => (
              <select
                {...control}
                class="utrecht-select"
                value={indicator?.key ?? ''}
                onChange={(event) => setChosen(event.currentTarget.value)}
              >
                <IndicatorOptions indicators={indicators} />
              </select>
            )}
          </Field>
        ) : (
          <Field label={say('theme')}>
            {(control) => (
              <select
                {...control}
                class="utrecht-select"
                value={theme}
                onChange={(event) => setTheme(event.currentTarget.value as ThemeCode)}
              >
                {codesOf(themes).map((code) => (
                  <option key={code} value={code}>
                    {name(themes, code)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {error ? <Failure error={error} retry={grid.refresh} /> : null}
      {view === 'figure' &&
      catalogue.data &&
      query.indicator &&
      query.indicator === chosen &&
      !isOnMap ? (
        <Alert kind="info">{say('notOnMap')}</Alert>
      ) : null}
      {catalogue.data && indicators.length === 0 && view === 'figure' ? (
        <p class="utrecht-paragraph">{say('noIndicators')}</p>
      ) : null}
      {!layer && !error && (indicators.length > 0 || !catalogue.data) ? <Loading /> : null}
      {layer ? <Both layer={layer} borders={borders.data?.placeShapes} /> : null}
    </Page>
  );
}

function Both({
  layer,
  borders,
}: {
  layer: Layer;
  borders: Parameters<typeof WijkMap>[0]['borders'] | undefined;
}) {
  const say = useWords(mapWords);
  const { settings } = useSession();
  return (
    <>
      <h2 class="utrecht-heading-2" lang={layer.isDutch ? 'nl' : undefined}>
        {layer.title}
      </h2>
      <div class="wb-map-both">
        <div>
          {borders && borders.length === 0 ? (
            <p class="utrecht-paragraph">{say('noBorders')}</p>
          ) : null}
          {borders && borders.length > 0 ? (
            <>
              <WijkMap borders={borders} layer={layer} background={settings.backgroundMap} />
              <h3 class="utrecht-heading-3">{say('legend')}</h3>
              <ul class="wb-legend">
                {layer.legend.map(({ step, text, mark }) => (
                  <li key={text}>
                    <svg class="wb-map__key" width="26" height="16" aria-hidden="true">
                      <rect class={classOf(step)} x="0.5" y="0.5" width="25" height="15" />
                    </svg>{' '}
                    {mark} {text}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {layer.source ? (
            <p class="wb-small">
              <Around text={say('source', { source: gap })}>
                <span lang="nl">{layer.source.replace(/\.$/, '')}</span>
              </Around>
            </p>
          ) : null}
        </div>
        <LayerTable layer={layer} />
      </div>
    </>
  );
}

/** Indicators under their themes; titles in the words of their source. */
function IndicatorOptions({ indicators }: { indicators: readonly MapIndicator[] }) {
  const say = useWords(mapWords);
  const name = useNames();
  const groups = grouped(indicators, ({ theme }) => theme?.code);
  const known = codesOf(themes).filter((code) => groups.has(code));
  return (
    <>
      {[...known, undefined].map((code) => {
        const own = groups.get(code);
        if (!own) return null;
        return (
          <optgroup key={code ?? ''} label={code ? name(themes, code) : say('noTheme')}>
            {own.map(({ key, title }) => (
              <option key={key} value={key} lang="nl">
                {title}
              </option>
            ))}
          </optgroup>
        );
      })}
    </>
  );
}
