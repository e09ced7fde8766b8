// Which wijken stand beside this one, in the tables of figures and in their spread: chosen by the reader, not by us.
import { useState } from 'preact/hooks';
import { usePlaceNames } from '../components/use-place-names.ts';
import { useWords } from '../words/words.ts';
import type { Profile } from './types.ts';
import { profileWords } from './words.ts';

/** Boxes of the form around it; their names are asked for when it is opened. */
export function Beside({ profile, chosen }: { profile: Profile; chosen: readonly string[] }) {
  const say = useWords(profileWords);
  const [isOpen, setOpen] = useState(chosen.length > 0);
  const { wijken } = usePlaceNames(isOpen ? profile.place.gemeenteCode : undefined);
  return (
    <details
      class="wb-fold wb-beside"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{say('beside')}</summary>
      <fieldset>
        <legend class="wb-small">{say('besideHelp')}</legend>
        {wijken
          .filter(({ code }) => code !== profile.place.code)
          .map(({ code, name }) => (
            <label key={code} class="wb-choice__option">
              <input
                type="checkbox"
                class="utrecht-checkbox utrecht-checkbox--html-input"
                name="naast"
                value={code}
                defaultChecked={chosen.includes(code)}
              />
              <span>{name}</span>
            </label>
          ))}
      </fieldset>
    </details>
  );
}
