// What weakens a comparison of monitor and ground, as reasons beside those that led to the outcome (chapters 14 and
// 20.12): it changes no outcome, it changes how surely the outcome is told. Pure.
import type { Label } from './codes/code-list.ts';
import type { Reason } from './concordance.ts';

export interface Evidence {
  /** How many of the figures behind the position are estimates of a model. */
  readonly modelled: 'NONE' | 'SOME' | 'ALL';
  /** Latest period of those figures; null without figures. */
  readonly period: number | null;
  /** Year of the profile. */
  readonly year: number;
  /** None of the figures had margins, so no difference could be tested. */
  readonly isUntested: boolean;
  /** Inhabitants of the wijk; null when unknown. */
  readonly inhabitants: number | null;
  /** A border changed within the years known. */
  readonly hasBorderBreak: boolean;
  /** Some figure was held against the wijken of the country: the gemeente has too few. */
  readonly isAgainstCountry: boolean;
}

/** Age in years from which figures are called old. Product default. */
const oldFrom = 3;
/**
 * Inhabitants below which a wijk is called small: with 1,000 people a share of 20% moves 2.5 points either way by
 * chance alone (Wilson, 95%), and with fewer more. Product default.
 */
const smallBelow = 1000;

export interface Weakness extends Reason {
  readonly rule: 'W1' | 'W2' | 'W3' | 'W4' | 'W5' | 'W6';
  /** The same in plain words. */
  readonly words: Label;
  /** Whether an unfavourable figure then only "seems" so. */
  readonly isSerious: boolean;
}

/** Every weakness of a comparison, in the order in which it is told. */
export function weaknessesOf(evidence: Evidence): Weakness[] {
  const { period } = evidence;
  return [
    ...(period === null ? [] : ofFigures(evidence, period)),
    ...(evidence.hasBorderBreak ? [borderBreak] : []),
  ];
}

function ofFigures(evidence: Evidence, period: number): Weakness[] {
  const { modelled, year, inhabitants } = evidence;
  const found: Weakness[] = [];
  if (modelled !== 'NONE') {
    const words =
      modelled === 'ALL'
        ? { nl: 'De cijfers zijn schattingen.', en: 'The figures are estimates of a model.' }
        : {
            nl: 'Een deel van de cijfers is een schatting.',
            en: 'Some of the figures are estimates of a model.',
          };
    const fact = { input: 'modelled figures', value: modelled, threshold: 'NONE' };
    found.push({ rule: 'W1', ...fact, words, isSerious: modelled === 'ALL' });
  }
  if (year - period >= oldFrom) {
    const fact = { input: 'age in years', value: `${year - period}`, threshold: `${oldFrom}` };
    const words = {
      nl: `De cijfers zijn van ${period}.`,
      en: `The figures are from ${period}.`,
    };
    found.push({ rule: 'W2', ...fact, words, isSerious: true });
  }
  if (evidence.isUntested) found.push(untested);
  if (inhabitants !== null && inhabitants < smallBelow) {
    const fact = { input: 'inhabitants', value: `${inhabitants}`, threshold: `${smallBelow}` };
    const words = {
      nl: 'Er wonen hier weinig mensen. Het toeval telt dan zwaarder in de cijfers.',
      en: 'Few people live here, so chance weighs more in the figures.',
    };
    found.push({ rule: 'W4', ...fact, words, isSerious: true });
  }
  if (evidence.isAgainstCountry) found.push(againstCountry);
  return found;
}

const untested: Weakness = {
  ...{ rule: 'W3', input: 'margins', value: 'none', threshold: null, isSerious: false },
  words: {
    nl: 'Of het verschil toeval is, is niet getoetst.',
    en: 'Whether the difference is chance has not been tested.',
  },
};

const borderBreak: Weakness = {
  ...{ rule: 'W5', input: 'border', value: 'changed', threshold: null, isSerious: false },
  words: {
    nl: 'De grens van de wijk is veranderd. Oudere cijfers en signalen gaan over een ander gebied.',
    en: 'The border of the wijk has changed. Older figures and signals are about another area.',
  },
};

const againstCountry: Weakness = {
  ...{ rule: 'W6', input: 'compared with', value: 'COUNTRY', threshold: 'GEMEENTE' },
  isSerious: false,
  words: {
    nl: 'De wijk is vergeleken met wijken in heel Nederland.',
    en: 'The wijk is compared with wijken of the whole country.',
  },
};
