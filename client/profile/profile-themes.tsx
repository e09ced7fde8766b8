// The themes of a profile in their fixed order, and the figures that belong to none.
import { OutcomeLegend } from '../components/outcome-mark.tsx';
import { useWords } from '../words/words.ts';
import { FigureTable } from './figure-table.tsx';
import { ThemeRow } from './theme-row.tsx';
import type { Profile } from './types.ts';
import { profileWords } from './words.ts';

/** Every theme as a row that opens; `isOpen` opens all of them. */
export function ProfileThemes({ profile, isOpen }: { profile: Profile; isOpen: boolean }) {
  const say = useWords(profileWords);
  return (
    <>
      <OutcomeLegend />
      {profile.themes.map((theme) => (
        <ThemeRow key={theme.theme.code} profile={profile} theme={theme} isOpen={isOpen} />
      ))}
      {profile.context.length > 0 ? (
        <>
          <h2 class="utrecht-heading-2">{say('context')}</h2>
          <p class="utrecht-paragraph">{say('contextText')}</p>
          <FigureTable
            caption={say('context')}
            figures={profile.context}
            wijk={profile.place.name}
          />
        </>
      ) : null}
    </>
  );
}
