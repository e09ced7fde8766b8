// What screening found in a text, each with the words to put instead: one tap.
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { Screened } from './use-screening.ts';
import { logWords } from './words.ts';

interface FindingsProps {
  readonly screened: Screened;
  readonly onReplace: (text: string) => void;
}

/** Draws nothing when nothing was found; what appears is announced. */
export function Findings({ screened, onReplace }: FindingsProps) {
  const say = useWords(logWords);
  const { language } = useLanguage();
  const { text, findings, rules } = screened;
  const hasHard = findings.some(({ hard }) => hard);
  return (
    <div role="status">
      {findings.length > 0 && rules ? (
        <div class={`wb-findings${hasHard ? ' wb-findings--hard' : ''}`}>
          <p>
            <strong>{say('found')}.</strong> {say(hasHard ? 'foundHard' : 'foundSoft')}
          </p>
          <ul>
            {findings.map((finding) => (
              <li key={finding.start}>
                <span>
                  <mark>{text.slice(finding.start, finding.end)}</mark>{' '}
                  {rules.findingExplanations[finding.type][language]}
                </span>
                <button
                  type="button"
                  class="utrecht-button utrecht-button--secondary-action"
                  onClick={() => onReplace(rules.maskText(text, [finding]))}
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
              onClick={() => onReplace(rules.maskText(text, findings))}
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
