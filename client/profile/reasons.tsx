// How an outcome came about: every rule that was applied, what it looked at, what it found and against what limit.
import {
  coverageLevels,
  groundPositions,
  monitorPositions,
  signalDisplays,
} from '../../server/codes/merge.ts';
import { severities } from '../../server/codes/notes.ts';
import { Around, gap } from '../components/around.tsx';
import { WideTable } from '../components/wide-table.tsx';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { Theme } from './types.ts';
import { profileWords } from './words.ts';

type Reason = Theme['concordance']['reasons'][number];
type WordKey = keyof (typeof profileWords)['nl'];

const ruleWords: ReadonlySet<string> = new Set(Object.keys(profileWords.nl));

/** Values of rules that are codes of a list or fixed words of the rules. */
const lists = [
  signalDisplays,
  coverageLevels,
  severities,
  monitorPositions,
  groundPositions,
] as const;
const fixed: Readonly<Record<string, WordKey>> = {
  '2 or more': 'twoOrMore',
  'less than 2': 'lessThanTwo',
  none: 'none',
  NONE: 'none',
  ALL: 'all_',
  SOME: 'some',
  PART: 'some',
  opposite: 'opposite',
  changed: 'changed',
  COUNTRY: 'theCountry',
  GEMEENTE: 'gemeente',
};

/** Folded: for who wants to check it. */
export function Reasons({ theme }: { theme: Theme }) {
  const say = useWords(profileWords);
  const { formats, language } = useLanguage();
  const titles = new Map(theme.figures.map(({ indicator }) => [indicator.key, indicator.title]));
  const value = (text: string, rule: string): string => {
    if (rule.startsWith('C'))
      return text
        .split(' x ')
        .map((code) => value(code, 'code'))
        .join(' × ');
    const number = /^(±?)(-?\d+(?:\.\d+)?)$/.exec(text);
    if (number) return `${number[1]}${formats.number(Number(number[2]), 2)}`;
    // Of the ground NONE is a state of its own; of the rules that weaken it means "no such figure".
    const isFixed = text in fixed && !(rule.startsWith('S') && text === 'NONE');
    if (isFixed) return say(fixed[text] ?? 'none');
    for (const list of lists) {
      const label = (list as Readonly<Record<string, { nl: string; en: string }>>)[text];
      if (label) return label[language].toLowerCase();
    }
    return text;
  };
  return (
    <details class="wb-fold">
      <summary>{say('how')}</summary>
      <p class="utrecht-paragraph">{say('howText')}</p>
      <WideTable caption={say('how')} isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">{say('rule')}</th>
            <th scope="col">{say('fact')}</th>
            <th scope="col">{say('found')}</th>
            <th scope="col">{say('limit')}</th>
          </tr>
        </thead>
        <tbody>
          {theme.concordance.reasons.map((reason, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the reasons of an answer do not move.
            <tr key={at}>
              <td>{reason.rule}</td>
              <th scope="row">
                <Fact {...reason} titles={titles} />
              </th>
              <td>{value(reason.value, reason.rule)}</td>
              <td>{reason.threshold ? value(reason.threshold, reason.rule) : ''}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </details>
  );
}

function Fact({ rule, input, titles }: Reason & { titles: ReadonlyMap<string, string> }) {
  const say = useWords(profileWords);
  const key = rule.startsWith('C') ? 'C' : rule;
  if (!ruleWords.has(key)) return <>{input}</>;
  return (
    <Around text={say(key as WordKey, { input: gap })}>
      {rule === 'M1' ? <span lang="nl">{titles.get(input) ?? input}</span> : null}
    </Around>
  );
}
