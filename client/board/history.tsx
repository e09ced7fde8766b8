// The steps of a signal, latest first.
import { signalStages } from '../../server/codes/notes.ts';
import type { HandledSignalQuery } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { boardWords } from './words.ts';

/** Nothing while nobody touched the signal. */
export function History({ steps }: { steps: HandledSignalQuery['signalHistory'] }) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  if (steps.length === 0) return null;
  return (
    <details>
      <summary>{say('history')}</summary>
      <ol class="wb-lines">
        {[...steps]
          .sort((a, b) => b.version - a.version)
          .map(({ version, changedAt, stage, owner, reason }) => (
            <li key={version}>
              {say('historyLine', {
                day: formats.day(changedAt),
                stage: nameOf(signalStages, stage),
              })}
              {owner ? ` · ${owner}` : ''}
              {reason ? ` · ${reason}` : ''}
            </li>
          ))}
      </ol>
    </details>
  );
}
