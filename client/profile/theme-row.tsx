// One theme at a glance: figures, signal, coverage and the sentence that joins them; folded below it all the rest.

import { useEffect, useRef, useState } from 'preact/hooks';
import { concordanceOutcomes, countBands } from '../../server/codes/merge.ts';
import { severities } from '../../server/codes/notes.ts';
import { themes } from '../../server/codes/themes.ts';
import { IntervalPlot } from '../charts/interval-plot.tsx';
import { FigureValue } from '../components/figure-value.tsx';
import { OutcomeMark } from '../components/outcome-mark.tsx';
import { periodText } from '../components/period-text.ts';
import { usePrinting } from '../components/use-printing.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { valueText } from '../words/values.ts';
import { useWords } from '../words/words.ts';
import { FigureName } from './figure-name.tsx';
import { ThemeDetails } from './theme-details.tsx';
import type { Figure, Profile, Theme } from './types.ts';
import { profileWords } from './words.ts';

interface ThemeRowProps {
  readonly profile: Profile;
  readonly theme: Theme;
  /** Opens or closes it from outside. */
  readonly isOpen: boolean;
}

/** Loads what is folded only once it is opened or printed. */
export function ThemeRow({ profile, theme, isOpen }: ThemeRowProps) {
  const say = useWords(profileWords);
  const name = useNames();
  const isPrinting = usePrinting();
  const { code } = theme.theme;
  const anchor = `thema-${code}`;
  const isMeant = location.hash === `#${anchor}`;
  const [isUnfolded, setUnfolded] = useState(isOpen || isMeant);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current !== isOpen) setUnfolded(isOpen);
    wasOpen.current = isOpen;
  }, [isOpen]);
  useEffect(() => {
    // Whoever came by a link to this theme is brought to it: it was not there yet when the page opened.
    if (isMeant) document.getElementById(anchor)?.scrollIntoView();
  }, [isMeant, anchor]);
  const { outcome, sentence } = theme.concordance;
  const label = name(themes, code);
  return (
    <article class="wb-theme" aria-labelledby={anchor} data-theme={code} data-outcome={outcome}>
      <header class="wb-theme__head">
        <h3 class="utrecht-heading-3" id={anchor}>
          {label}
        </h3>
        <p class="wb-theme__outcome">
          <OutcomeMark outcome={outcome} /> {name(concordanceOutcomes, outcome)}
        </p>
      </header>
      <p class="wb-theme__sentence">{withoutTheme(sentence, label)}</p>
      <dl class="wb-theme__sides">
        <div>
          <dt>{say('figures')}</dt>
          <dd>
            <MonitorSide theme={theme} />
          </dd>
        </div>
        <div>
          <dt>{say('ground')}</dt>
          <dd>
            <GroundSide theme={theme} />
          </dd>
        </div>
        <div>
          <dt>{say('looked')}</dt>
          <dd>
            <strong>{say(`coverage_${profile.coverage.level}`)}</strong>
            <span class="wb-line wb-small">
              {theme.coverage.organisations
                ? say('onTheme', { n: theme.coverage.organisations })
                : say(theme.coverage.level === 'NONE' ? 'onThemeNobody' : 'onThemeSome')}
            </span>
          </dd>
        </div>
      </dl>
      <details
        class="wb-fold wb-theme__more"
        open={isUnfolded || isPrinting}
        onToggle={(event) => {
          if (!isPrinting) setUnfolded(event.currentTarget.open);
        }}
      >
        <summary>{say('more', { theme: label })}</summary>
        {isUnfolded || isPrinting ? <ThemeDetails profile={profile} theme={theme} /> : null}
      </details>
    </article>
  );
}

/** The sentence begins with its theme, for readers of the API; here the heading says it already. */
const withoutTheme = (sentence: string, theme: string) =>
  sentence.startsWith(`${theme}: `) ? sentence.slice(theme.length + 2) : sentence;

/** The figure that differs most from the other wijken; without any, the first one. */
function leadOf(figures: readonly Figure[]): Figure | undefined {
  const strength = ({ position: { signedZ } }: Figure) =>
    typeof signedZ === 'number' ? Math.abs(signedZ) : -1;
  return figures.reduce<Figure | undefined>(
    (lead, figure) => (!lead || strength(figure) > strength(lead) ? figure : lead),
    undefined,
  );
}

function MonitorSide({ theme: { figures, monitor } }: { theme: Theme }) {
  const say = useWords(profileWords);
  const { formats, language } = useLanguage();
  const lead = leadOf(figures);
  if (!lead) return <strong>{say('noFigure')}</strong>;
  const { current, benchmark, indicator } = lead;
  const { value, lower, upper } = current;
  const look = { unit: indicator.unit, decimals: indicator.decimals };
  const other = benchmark.gemeente?.value;
  const beside = [
    typeof lower === 'number' && typeof upper === 'number'
      ? say('margin', { range: formats.range(lower, upper, indicator.decimals) })
      : '',
    typeof other === 'number'
      ? say('gemeenteHas', { value: valueText(other, look, formats, language) })
      : '',
    periodText(current, language),
  ].filter(Boolean);
  return (
    <>
      <strong>{say(`monitor_${monitor.position}`)}</strong>
      {monitor.isMixed ? <span class="wb-line wb-small">{say('mixed')}</span> : null}
      <span class="wb-line">
        <FigureName figure={lead} />: <FigureValue figure={current} {...look} />
      </span>
      {typeof value === 'number' ? (
        <IntervalPlot value={value} lower={lower} upper={upper} benchmark={other} />
      ) : null}
      <span class="wb-line wb-small">{beside.join(', ')}</span>
    </>
  );
}

function GroundSide({ theme: { signal } }: { theme: Theme }) {
  const say = useWords(profileWords);
  const name = useNames();
  const { display, voices, highestSeverity } = signal;
  if (display !== 'SHOWN') return <strong>{say(`display_${display}`)}</strong>;
  return (
    <>
      <strong>
        {voices
          ? say(voices === 'N1' ? 'voices_N1' : 'voices', { band: name(countBands, voices) })
          : say('display_SHOWN')}
      </strong>
      {highestSeverity ? (
        <span class="wb-line">
          {say('severity', { severity: name(severities, highestSeverity).toLowerCase() })}
        </span>
      ) : null}
      {signal.excerpts[0] ? (
        <q class="wb-line wb-small wb-theme__quote" lang="nl">
          {signal.excerpts[0].words}
        </q>
      ) : null}
    </>
  );
}
