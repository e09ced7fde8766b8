// A profile as lines: its figures through the years beside those of gemeente and country, and what is said per theme. It is
// made of a profile that was loaded for someone, so what may not be shown to that someone is not in it. Pure.
import { themes } from '../codes/themes.ts';
import type { Figure } from '../figures/figure.ts';
import type { IndicatorFigure } from '../figures/indicator-figures.ts';
import type { Profile } from '../profiles/profile.ts';
import { sentenceOf } from '../sentences.ts';
import { type Observation, observationOf } from './observations.ts';

/** What is said of one theme: outcomes and bands, never a count of notes or a word of one. */
export interface ThemeLine {
  readonly place: string;
  readonly year: number;
  readonly theme: string;
  readonly label: string;
  readonly outcome: string;
  readonly monitor: string;
  readonly ground: string;
  readonly rule: string;
  readonly signal: string;
  readonly voices: string | null;
  readonly corroboration: string | null;
  readonly severity: string | null;
  readonly trend: string | null;
  readonly coverage: string;
  readonly stage: string;
  readonly sentence: string;
  readonly groundAsOf: string;
}

/** The columns of the lines per theme, each explained. */
export const themeColumns: readonly { name: keyof ThemeLine; description: string }[] = [
  { name: 'place', description: 'Code van de wijk' },
  { name: 'year', description: 'Indelingsjaar van het profiel' },
  { name: 'theme', description: 'Thema' },
  { name: 'label', description: 'Naam van het thema' },
  { name: 'outcome', description: 'Uitkomst van de vergelijking' },
  { name: 'monitor', description: 'Positie volgens de cijfers' },
  { name: 'ground', description: 'Positie volgens de signalen' },
  { name: 'rule', description: 'Regel van de gepubliceerde tabel' },
  { name: 'signal', description: 'SHOWN, TOO_FEW, NONE of NOBODY_LOOKING' },
  {
    name: 'voices',
    description: 'Organisaties, als klasse; leeg als het signaal niet getoond wordt',
  },
  {
    name: 'corroboration',
    description: 'Hoe breed gesteund; leeg als het signaal niet getoond wordt',
  },
  { name: 'severity', description: 'Hoogste ernst; leeg als het signaal niet getoond wordt' },
  {
    name: 'trend',
    description: 'Richting die professionals zien; leeg als het signaal niet getoond wordt',
  },
  { name: 'coverage', description: 'Of er genoeg is meegekeken' },
  { name: 'stage', description: 'Fase van de opvolging' },
  { name: 'sentence', description: 'De uitkomst in een zin' },
  { name: 'groundAsOf', description: 'Laatste dag van wat over niet getoonde signalen is gezegd' },
];

export interface ProfileExport {
  readonly observations: readonly Observation[];
  readonly themes: readonly ThemeLine[];
}

/** The lines of a profile, themes in their fixed order, then context. */
export function exportProfile(profile: Profile): ProfileExport {
  const { place } = profile;
  const nameOf = (figure: Figure) => {
    if (figure.placeCode === 'NL00') return 'Nederland';
    return figure.placeCode === place.gemeenteCode ? place.gemeenteName : place.name;
  };
  const all = [...profile.themes.flatMap(({ figures }) => figures), ...profile.context()];
  return {
    observations: all.flatMap((one) =>
      figuresOf(one).map((figure) =>
        observationOf(one.indicator, one.segment, figure, nameOf(figure)),
      ),
    ),
    themes: profile.themes.map(({ theme, concordance, signal, coverage, sentence }) => ({
      ...{ place: place.code, year: profile.year, theme, label: themes[theme].nl },
      ...{ outcome: concordance.outcome, rule: concordance.rule },
      ...{ monitor: concordance.monitor.code, ground: concordance.ground.code },
      ...{ signal: signal.display, voices: signal.voices, corroboration: signal.corroboration },
      ...{ severity: signal.highestSeverity, trend: signal.trend, stage: signal.stage },
      ...{ coverage: coverage.level, sentence: sentenceOf(sentence, 'nl') },
      groundAsOf: profile.groundAsOf,
    })),
  };
}

const figuresOf = ({ series, benchmark }: IndicatorFigure): readonly Figure[] => [
  ...series,
  ...(benchmark.gemeente ? [benchmark.gemeente] : []),
  ...(benchmark.country ? [benchmark.country] : []),
];
