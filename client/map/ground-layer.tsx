// Outcome, signal display or coverage of one theme as a layer. The mark says what it is; the shade only helps to see it.
import { codesOf } from '../../server/codes/code-list.ts';
import { concordanceOutcomes, coverageLevels, signalDisplays } from '../../server/codes/merge.ts';
import { type ThemeCode, themes } from '../../server/codes/themes.ts';
import { OutcomeMark } from '../components/outcome-mark.tsx';
import { StateMark } from '../components/state-mark.tsx';
import type { ConcordanceOutcome, GridQuery } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { Layer } from './layer.ts';
import { mapWords } from './words.ts';

export type GroundView = 'outcome' | 'signal' | 'coverage';
type Cell = GridQuery['concordanceGrid'][number];

const views = {
  outcome: {
    list: concordanceOutcomes,
    codeOf: (cell: Cell): string => cell.outcome,
    steps: {
      CONFIRMED: 4,
      SIGNAL_ABOVE_FIGURE: 3,
      SIGNAL_WITHOUT_FIGURE: 3,
      FIGURE_ABOVE_SIGNAL: 2,
      NO_CONCERN: 0,
    } as Readonly<Record<string, number>>,
  },
  signal: {
    list: signalDisplays,
    codeOf: (cell: Cell): string => cell.display,
    steps: { SHOWN: 4, TOO_FEW: 2, NONE: 0 } as Readonly<Record<string, number>>,
  },
  coverage: {
    list: coverageLevels,
    codeOf: (cell: Cell): string => cell.coverage,
    steps: { SUFFICIENT: 4, THIN: 2 } as Readonly<Record<string, number>>,
  },
} as const;

/** The layer of one theme. */
export function useGroundLayer(
  view: GroundView,
  theme: ThemeCode,
  data: GridQuery | undefined,
): Layer | undefined {
  const say = useWords(mapWords);
  const name = useNames();
  const { formats } = useLanguage();
  if (!data) return undefined;
  const { list, codeOf, steps } = views[view];
  const labels = list as Readonly<Record<string, { nl: string; en: string }>>;
  const markOf = (code: string) =>
    view === 'outcome' ? (
      <OutcomeMark outcome={code as ConcordanceOutcome} />
    ) : (
      <StateMark code={code} isCoverage={view === 'coverage'} />
    );
  const codes = codesOf(labels);
  return {
    title: `${name(themes, theme)}: ${say(view).toLowerCase()}`,
    isDutch: false,
    markWidth: view === 'outcome' ? 40 : 18,
    wijken: data.concordanceGrid
      .filter((cell) => cell.theme === theme)
      .map((cell) => {
        const code = codeOf(cell);
        return {
          code: cell.placeCode,
          name: cell.placeName,
          step: steps[code] ?? null,
          text: name(labels, code),
          cell: (
            <>
              {markOf(code)} {name(labels, code)}
            </>
          ),
          mark: markOf(code),
          order: codes.indexOf(code),
        };
      })
      .sort((a, b) => formats.compare(a.name, b.name)),
    legend: codes.map((code) => ({
      step: steps[code] ?? null,
      text: name(labels, code),
      mark: markOf(code),
    })),
  };
}
