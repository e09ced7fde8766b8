// Facts about the wijk as a whole, and as of when they are told.
import { professions } from '../../server/codes/people.ts';
import { Facts } from '../components/facts.tsx';
import { FigureValue } from '../components/figure-value.tsx';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { Profile } from './types.ts';
import { profileWords } from './words.ts';

/** Population, year and who has been looking. */
export function ProfileHeader({ profile }: { profile: Profile }) {
  const say = useWords(profileWords);
  const name = useNames();
  const { formats } = useLanguage();
  const { coverage, population, asOf, groundAsOf, year } = profile;
  const looked = [
    say(`coverage_${coverage.level}`),
    coverage.organisations ? say('organisations', { n: coverage.organisations }) : '',
    coverage.lastObserved ? say('lastSeen', { month: formats.month(coverage.lastObserved) }) : '',
  ].filter(Boolean);
  return (
    <>
      <Facts
        facts={[
          [
            say('inhabitants'),
            <>
              <FigureValue figure={population} unit="" decimals={0} /> ({population.period})
            </>,
          ],
          [say('year'), String(year)],
          [
            say('coverage'),
            <>
              {looked.join(', ')}
              {coverage.professions.length > 0 ? (
                <span class="wb-small">
                  :{' '}
                  {formats.list(
                    coverage.professions.map((one) => name(professions, one).toLowerCase()),
                  )}
                </span>
              ) : null}
            </>,
          ],
        ]}
      />
      <p class="wb-small">
        {say('asOf', { day: formats.day(asOf) })}{' '}
        {groundAsOf === asOf ? '' : say('groundAsOf', { day: formats.day(groundAsOf) })}{' '}
        {say('noRanking')}
      </p>
    </>
  );
}
