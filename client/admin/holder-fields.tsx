// In which role somebody or something acts: role, and for observers organisation and profession.
import { codesOf } from '../../server/codes/code-list.ts';
import { professions, roles } from '../../server/codes/people.ts';
import { Field } from '../components/field.tsx';
import type { Profession, Role } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { adminWords } from './words.ts';

export interface Holder {
  readonly role: Role;
  readonly organisation: string;
  readonly profession: Profession | '';
}

/** What is sent: only observers have an organisation and a profession. */
export const holderInput = ({ role, organisation, profession }: Holder) => ({
  role,
  ...(role === 'OBSERVER' && organisation.trim() ? { organisation: organisation.trim() } : {}),
  ...(role === 'OBSERVER' && profession ? { profession } : {}),
});

interface HolderFieldsProps {
  readonly value: Holder;
  readonly onChange: (value: Holder) => void;
  readonly errorOf: (field: string) => string | undefined;
  /** Roles to choose from. */
  readonly among: readonly Role[];
}

/** Asks for organisation and profession only where they belong. */
export function HolderFields({ value, onChange, errorOf, among }: HolderFieldsProps) {
  const say = useWords(adminWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const all = codesOf(professions)
    .map((code) => ({ code, name: nameOf(professions, code) }))
    .sort((a, b) => formats.compare(a.name, b.name));
  return (
    <>
      <Field label={say('role')} error={errorOf('role')}>
        {(control) => (
          <select
            {...control}
            class="utrecht-select"
            value={value.role}
            onChange={(event) => onChange({ ...value, role: event.currentTarget.value as Role })}
          >
            {among.map((code) => (
              <option key={code} value={code}>
                {nameOf(roles, code)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {value.role === 'OBSERVER' ? (
        <>
          <Field
            label={say('organisation')}
            description={say('organisationHelp')}
            error={errorOf('organisation')}
          >
            {(control) => (
              <input
                {...control}
                class="utrecht-textbox utrecht-textbox--html-input"
                value={value.organisation}
                onInput={(event) => onChange({ ...value, organisation: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={say('profession')} error={errorOf('profession')}>
            {(control) => (
              <select
                {...control}
                class="utrecht-select"
                value={value.profession}
                onChange={(event) =>
                  onChange({ ...value, profession: event.currentTarget.value as Profession | '' })
                }
              >
                <option value="">{say('noProfession')}</option>
                {all.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      ) : null}
    </>
  );
}
