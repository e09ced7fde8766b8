// What screening found in a text, each with the words to put instead: one tap.
import { findingExplanations, maskText } from '../../server/privacy/screening.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { findingWords } from './findings-words.ts';
import type { Screened } from './use-screening.ts';

interface FindingsProps {
  readonly screened: Pick<Screened, 'text' | 'findings'>;
  readonly onReplace: (text: string) => void;
}

/** Draws nothing when nothing was found; what appears is announced. */
export function Findings({ screened, onReplace }: FindingsProps) {
  const say = useWords(findingWords);
  const { language } = useLanguage();
  const { text, findings } = screened;
  const hasHard = findings.some(({ hard }) => hard);
  return (
    <div role="status">
      {findings.length > 0 ? (
        <div class={`wb-findings${hasHard ? ' wb-findings--hard' : ''}`}>
          <p>
            <strong>{say('found')}.</strong> {say(hasHard ? 'foundHard' : 'foundSoft')}
          </p>
          <ul>
            {findings.map((finding) => (
              <li key={finding.start}>
                <span>
                  <mark>{text.slice(finding.start, finding.end)}</mark>{' '}
                  {findingExplanations[finding.type][language]}
                </span>
                <button
                  type="button"
                  class="utrecht-button utrecht-button--secondary-action"
                  onClick={() => onReplace(maskText(text, [finding]))}
                >
                  {say('replace', { word: finding.suggestion })}
                </button>
              </li>
            ))}
          </ul>
          {findings.length > 1 ? (
            <button
              type="button"
              class="utrecht-button utrecht-button--primary-action"
              onClick={() => onReplace(maskText(text, findings))}
            >
              {say('replaceAll')}
            </button>
          ) : null}
          <p class="wb-hint">{say('screeningNotComplete')}</p>
        </div>
      ) : null}
    </div>
  );
}
