// The sentence beside an outcome, in plain Dutch (B1) and English. Its words follow the evidence: no causal
// verbs, no "rises" without a test, and what weakens the statement is said (chapters 14.4 and 20.12).
import type { Label } from './codes/code-list.ts';
import type { ConcordanceOutcome, CoverageLevel, SignalDisplay } from './codes/merge.ts';
import { type ThemeCode, themes } from './codes/themes.ts';
import type { Weakness } from './weaknesses.ts';

export type Language = keyof Label;

export interface SentenceFacts {
  readonly theme: ThemeCode;
  readonly outcome: ConcordanceOutcome;
  readonly coverage: CoverageLevel;
  /** What may be shown of the signal: one that is hidden is not "nothing". */
  readonly display: SignalDisplay;
  readonly isMixed: boolean;
  /** Raised figures that stand alone and do not stand out clearly (M6). */
  readonly isSlight: boolean;
  /** A figure that is unfavourable stands out from the gemeente after false-discovery control. */
  readonly isTested: boolean;
  readonly weaknesses: readonly Weakness[];
}

/** How surely an unfavourable figure is told. */
const certainties = {
  TESTED: { nl: 'zijn hier duidelijk ongunstiger', en: 'are clearly less favourable here' },
  PLAIN: { nl: 'zijn hier ongunstiger', en: 'are less favourable here' },
  WEAK: { nl: 'lijken hier ongunstiger', en: 'seem less favourable here' },
} as const satisfies Record<string, Label>;

const outcomes: Record<ConcordanceOutcome, Label> = {
  CONFIRMED: {
    nl: 'De cijfers {ARE} dan in de meeste wijken, en professionals zien dat ook.',
    en: 'The figures {ARE} than in most wijken, and professionals see this too.',
  },
  SIGNAL_ABOVE_FIGURE: {
    nl: 'Professionals zien zorgen die niet uit de cijfers blijken.',
    en: 'Professionals see concerns that the figures do not show.',
  },
  SIGNAL_WITHOUT_FIGURE: {
    nl: 'Professionals zien zorgen, en er is geen cijfer om dat mee te vergelijken.',
    en: 'Professionals see concerns, and there is no figure to compare them with.',
  },
  FIGURE_ABOVE_SIGNAL: {
    nl: 'De cijfers {ARE} dan in de meeste wijken, maar professionals melden dit niet.',
    en: 'The figures {ARE} than in most wijken, but professionals do not report it.',
  },
  NO_CONCERN: {
    nl: 'Cijfers en professionals laten hier geen zorg zien.',
    en: 'Neither figures nor professionals show a concern here.',
  },
  INSUFFICIENT_COVERAGE: {
    nl: 'Er zijn cijfers, maar te weinig professionals keken mee om te vergelijken.',
    en: 'There are figures, but too few professionals were looking to compare.',
  },
  NO_DATA: {
    nl: 'Er zijn te weinig gegevens om iets te zeggen.',
    en: 'There is too little to say anything.',
  },
};

/** NO_CONCERN beside figures that are raised, but not clearly. */
const slight: Readonly<Record<'OPEN' | 'HIDDEN', Label>> = {
  OPEN: {
    nl: 'De cijfers {ARE} dan in de meeste wijken, maar het verschil is niet groot. Professionals melden geen zorg.',
    en: 'The figures {ARE} than in most wijken, but the difference is not large. Professionals report no concern.',
  },
  HIDDEN: {
    nl: 'De cijfers {ARE} dan in de meeste wijken, maar het verschil is niet groot. Er zijn signalen, maar te weinig om te tonen.',
    en: 'The figures {ARE} than in most wijken, but the difference is not large. There are signals, but too few to show.',
  },
};

/** For outcomes whose usual sentence would deny a signal that is there but may not be shown. */
const tooFew: Partial<Record<ConcordanceOutcome, Label>> = {
  NO_CONCERN: {
    nl: 'De cijfers laten geen zorg zien. Er zijn signalen, maar te weinig om te tonen.',
    en: 'The figures show no concern. There are signals, but too few to show.',
  },
  FIGURE_ABOVE_SIGNAL: {
    nl: 'De cijfers {ARE} dan in de meeste wijken. Er zijn signalen, maar te weinig om te tonen.',
    en: 'The figures {ARE} than in most wijken. There are signals, but too few to show.',
  },
};

/** One to seven short sentences: the theme and the outcome, then what weakens them. */
export function sentenceOf(facts: SentenceFacts, language: Language): string {
  const certainty = certainties[certaintyOf(facts)][language];
  const told = wordsOf(facts)[language].replace('{ARE}', certainty);
  const mixed = {
    nl: 'De cijfers spreken elkaar tegen.',
    en: 'The figures contradict each other.',
  };
  return [
    `${themes[facts.theme][language]}: ${told}`,
    ...(facts.isMixed ? [mixed[language]] : []),
    ...facts.weaknesses.map((weakness) => weakness.words[language]),
  ].join(' ');
}

function wordsOf({ outcome, display, isSlight }: SentenceFacts): Label {
  const isHidden = display === 'TOO_FEW';
  if (isSlight) return slight[isHidden ? 'HIDDEN' : 'OPEN'];
  return (isHidden ? tooFew[outcome] : undefined) ?? outcomes[outcome];
}

/** What is not large is never told as clear, even when the difference is no chance. */
function certaintyOf({ weaknesses, isTested, isSlight }: SentenceFacts): keyof typeof certainties {
  if (weaknesses.some((weakness) => weakness.isSerious)) return 'WEAK';
  return isTested && !isSlight ? 'TESTED' : 'PLAIN';
}
