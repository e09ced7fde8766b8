// All that is known of a theme: figures as a table first, then drawn; the ground in its own words; what is done.
import { themes } from '../../server/codes/themes.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import { FigureCharts } from './figure-charts.tsx';
import { FigureTable } from './figure-table.tsx';
import { FollowUps } from './follow-ups.tsx';
import { Ground } from './ground.tsx';
import { Reasons } from './reasons.tsx';
import type { Profile, Theme } from './types.ts';
import { profileWords } from './words.ts';

/** Shown when a theme is opened, and on paper. */
export function ThemeDetails({ profile, theme }: { profile: Profile; theme: Theme }) {
  const say = useWords(profileWords);
  const name = useNames();
  const label = name(themes, theme.theme.code);
  return (
    <div class="wb-details">
      <h4 class="wb-heading-4">{say('figures')}</h4>
      {theme.figures.length === 0 ? (
        <p class="utrecht-paragraph">{say('noFigure')}</p>
      ) : (
        <>
          <FigureTable
            caption={say('tableCaption', { theme: label })}
            figures={theme.figures}
            wijk={profile.place.name}
          />
          {theme.figures.map((figure) => (
            <FigureCharts
              key={`${figure.indicator.key} ${figure.segment} ${figure.current.part ?? ''}`}
              profile={profile}
              figure={figure}
            />
          ))}
        </>
      )}
      <Ground theme={theme} thresholds={profile.thresholds} />
      <FollowUps profile={profile} theme={theme} />
      <Reasons theme={theme} />
    </div>
  );
}
