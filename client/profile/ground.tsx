// What professionals see on a theme: how broadly, in which words, what goes well, and who was not heard.
import { populationGroups } from '../../server/codes/groups.ts';
import { corroborations, countBands } from '../../server/codes/merge.ts';
import { noteTrends } from '../../server/codes/notes.ts';
import { professions } from '../../server/codes/people.ts';
import { Facts } from '../components/facts.tsx';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { thresholdNumbers } from '../words/thresholds.ts';
import { useWords } from '../words/words.ts';
import type { Profile, Theme } from './types.ts';
import { profileWords } from './words.ts';

type Excerpt = Theme['signal']['excerpts'][number];

interface GroundProps {
  readonly theme: Theme;
  readonly thresholds: Profile['thresholds'];
}

/** Says why nothing is shown where nothing is. */
export function Ground({ theme: { signal, coverage }, thresholds }: GroundProps) {
  const say = useWords(profileWords);
  const name = useNames();
  const { formats } = useLanguage();
  const { display, corroboration, trend, lastObserved, strengthVoices } = signal;
  const isStricter = thresholds.some(({ least, product }) => least > product);
  const professionsOf = (codes: readonly (keyof typeof professions)[]) =>
    formats.list(codes.map((code) => name(professions, code).toLowerCase()));
  return (
    <>
      <h4 class="wb-heading-4">{say('ground')}</h4>
      {display === 'SHOWN' ? (
        <>
          <Facts
            facts={[
              [say('corroboration'), corroboration ? name(corroborations, corroboration) : ''],
              [say('trend'), trend ? name(noteTrends, trend) : ''],
              [say('last'), lastObserved ? formats.month(lastObserved) : ''],
              [say('professions'), professionsOf(signal.professions)],
              [
                say('groups'),
                formats.list(signal.groups.map((group) => name(populationGroups, group))),
              ],
            ]}
          />
          <h5 class="wb-heading-5">{say('excerpts')}</h5>
          {signal.excerpts.length === 0 ? (
            <p class="utrecht-paragraph">{say('noExcerpts')}</p>
          ) : null}
          <Excerpts excerpts={signal.excerpts} />
        </>
      ) : (
        <p class="utrecht-paragraph">
          <strong>{say(`display_${display}`)}.</strong>{' '}
          {say(`display_${display}_why`, thresholdNumbers(thresholds))}{' '}
          {display === 'TOO_FEW' && isStricter ? say('stricterHere') : null}
        </p>
      )}
      {signal.strengths.length > 0 || strengthVoices ? (
        <>
          <h5 class="wb-heading-5">{say('strengths')}</h5>
          {strengthVoices ? (
            <p class="utrecht-paragraph">
              {say(strengthVoices === 'N1' ? 'strengthVoices_N1' : 'strengthVoices', {
                band: name(countBands, strengthVoices),
              })}
            </p>
          ) : null}
          <Excerpts excerpts={signal.strengths} />
        </>
      ) : null}
      <h5 class="wb-heading-5">{say('coverage')}</h5>
      <p class="utrecht-paragraph">
        {coverage.level === 'NONE' ? say('onThemeNobody') : null}{' '}
        {coverage.professions.length > 0
          ? say('heard', { professions: professionsOf(coverage.professions) })
          : ''}{' '}
        {coverage.missingProfessions.length > 0
          ? say('notHeard', { professions: professionsOf(coverage.missingProfessions) })
          : ''}
      </p>
    </>
  );
}

function Excerpts({ excerpts }: { excerpts: readonly Excerpt[] }) {
  const say = useWords(profileWords);
  const name = useNames();
  return (
    <ul class="wb-excerpts">
      {excerpts.map(({ noteId, words, profession, level }) => (
        <li key={noteId}>
          <q lang="nl">{words}</q>{' '}
          <span class="wb-small">
            {[profession ? name(professions, profession) : '', say(`level_${level}`)]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
