// What a key may be used for, as checkboxes.
import { accessScopes } from '../../server/codes/people.ts';
import type { AccessScope } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import { keyWords } from './words.ts';

interface ScopeChoiceProps {
  readonly among: readonly AccessScope[];
  readonly value: readonly AccessScope[];
  readonly onChange: (value: readonly AccessScope[]) => void;
  /** Says that none is chosen. */
  readonly isMissing: boolean;
}

/** One or more of them. */
export function ScopeChoice({ among, value, onChange, isMissing }: ScopeChoiceProps) {
  const say = useWords(keyWords);
  const nameOf = useNames();
  return (
    <fieldset class="wb-choice">
      <legend class="utrecht-form-label">{say('scopesLegend')}</legend>
      {isMissing ? (
        <div class="utrecht-form-field-error-message" role="alert">
          {say('scopesMissing')}
        </div>
      ) : null}
      {among.map((code) => (
        <label class="wb-choice__option" key={code}>
          <input
            type="checkbox"
            class="utrecht-checkbox utrecht-checkbox--html-input"
            checked={value.includes(code)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...value, code]
                  : value.filter((one) => one !== code),
              )
            }
          />
          <span>{nameOf(accessScopes, code)}</span>
        </label>
      ))}
    </fieldset>
  );
}
