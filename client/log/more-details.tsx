// Everything that may be told beside the three answers and the sentence; folded, with sensible defaults.
import type { CodeList } from '../../server/codes/code-list.ts';
import { populationGroups, visibilityReasons } from '../../server/codes/groups.ts';
import {
  evidenceBases,
  frequencies,
  type NoteSourceType,
  noteSourceTypes,
  scaleBands,
  scaleUnits,
  severities,
} from '../../server/codes/notes.ts';
import { type Profession, regimeOfProfession } from '../../server/codes/people.ts';
import { Check } from '../components/check.tsx';
import { Field } from '../components/field.tsx';
import { Tiles } from '../components/tiles.tsx';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { moreWords } from './more-words.ts';
import { hasSeverity, meaningLimit, type NoteDraft } from './note-draft.ts';
import { useScreening } from './use-screening.ts';

interface MoreDetailsProps {
  readonly draft: NoteDraft;
  readonly change: (changes: Partial<NoteDraft>) => void;
  readonly profession: Profession;
  readonly urgentError: string | undefined;
}

/** Occasions that a medical note may name: patterns over several contacts (chapter 16). */
const medicalSources: readonly NoteSourceType[] = [
  'CONTACT_PATTERN',
  'HOME_VISIT_PATTERN',
  'WIJK_MEETING',
  'DIALOGUE',
  'OWN_COUNT',
];

/** Draws the folded part; what the secrecy of the profession forbids cannot be chosen. */
export function MoreDetails({ draft, change, profession, urgentError }: MoreDetailsProps) {
  const regime = regimeOfProfession(profession);
  const say = useWords(moreWords);
  const { language } = useLanguage();
  const screened = useScreening(draft.meaning);
  const Findings = screened.rules?.Findings;
  const tilesOf = <Code extends string>(list: CodeList<Code>) =>
    (Object.keys(list) as Code[]).map((value) => ({ value, label: list[value][language] }));
  const isSecret = regime === 'MEDICAL' || regime === 'YOUTH';
  const select = <Code extends string>(
    label: string,
    list: CodeList<Code>,
    value: Code | '',
    onChoose: (code: Code | '') => void,
    isAllowed: (code: Code) => boolean = () => true,
    hasNone = true,
  ) => (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          class="utrecht-select"
          value={value}
          onChange={(event) => onChoose(event.currentTarget.value as Code | '')}
        >
          {hasNone ? <option value="">{say('notSaid')}</option> : null}
          {tilesOf(list)
            .filter((tile) => isAllowed(tile.value))
            .map((tile) => (
              <option key={tile.value} value={tile.value}>
                {tile.label}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
  return (
    <>
      {hasSeverity(draft.kind) ? (
        <>
          <Tiles
            label={say('severity')}
            tiles={tilesOf(severities)}
            value={draft.severity}
            onChoose={(severity) => change({ severity, isUrgentConfirmed: false })}
          />
          {draft.severity === 'URGENT' ? (
            <Check
              id="urgent"
              label={say('urgentConfirm')}
              isChecked={draft.isUrgentConfirmed}
              onChange={(isUrgentConfirmed) => change({ isUrgentConfirmed })}
              error={urgentError}
            />
          ) : null}
        </>
      ) : null}
      {draft.days ? null : (
        <Tiles
          label={say('when')}
          tiles={[
            { value: 'TODAY', label: say('today') },
            { value: 'YESTERDAY', label: say('yesterday') },
            { value: 'THIS_WEEK', label: say('thisWeek') },
          ]}
          value={draft.seen}
          onChoose={(seen) => change({ seen })}
        />
      )}
      <Tiles
        label={say('people')}
        tiles={tilesOf(scaleBands).map((tile) =>
          tile.value === 'FEW' && isSecret
            ? { ...tile, hint: say('fewNotHere'), isDisabled: true }
            : tile,
        )}
        value={draft.scaleBand}
        onChoose={(scaleBand) => change({ scaleBand })}
      />
      <div class="wb-columns">
        {select(
          say('unit'),
          scaleUnits,
          draft.scaleUnit,
          (unit) => unit && change({ scaleUnit: unit }),
          undefined,
          false,
        )}
        {select(
          say('frequency'),
          frequencies,
          draft.frequency,
          (frequency) => frequency && change({ frequency }),
          undefined,
          false,
        )}
        {select(
          say('evidence'),
          evidenceBases,
          draft.evidenceBasis,
          (evidenceBasis) => change({ evidenceBasis }),
          (code) => regime !== 'POLICE' || code !== 'OWN_REGISTRATION',
        )}
        {select(
          say('source'),
          noteSourceTypes,
          draft.sourceType,
          (sourceType) => change({ sourceType }),
          (code) => regime !== 'MEDICAL' || medicalSources.includes(code),
        )}
      </div>
      <Many
        label={say('groups')}
        list={populationGroups}
        chosen={draft.groups}
        onChange={(groups) => change({ groups })}
      />
      <Many
        label={say('reasons')}
        list={visibilityReasons}
        chosen={draft.reasons}
        onChange={(reasons) => change({ reasons })}
      />
      <Field label={say('meaning')} description={say('meaningHint')}>
        {(control) => (
          <textarea
            {...control}
            class="utrecht-textarea utrecht-textarea--html-textarea"
            rows={2}
            maxLength={meaningLimit}
            value={draft.meaning}
            onInput={(event) => change({ meaning: event.currentTarget.value })}
          />
        )}
      </Field>
      {Findings ? (
        <Findings screened={screened} onReplace={(meaning) => change({ meaning })} />
      ) : null}
      {regime === 'MEDICAL' ? (
        <Field label={say('icpc')} description={say('icpcHint')}>
          {(control) => (
            <input
              {...control}
              class="utrecht-textbox utrecht-textbox--html-input"
              autocomplete="off"
              value={draft.icpc}
              onInput={(event) => change({ icpc: event.currentTarget.value })}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

interface ManyProps<Code extends string> {
  readonly label: string;
  readonly list: CodeList<Code>;
  readonly chosen: readonly Code[];
  readonly onChange: (chosen: Code[]) => void;
}

/** Any number of codes, folded: what was chosen shows in the line. */
function Many<Code extends string>({ label, list, chosen, onChange }: ManyProps<Code>) {
  const { language, formats } = useLanguage();
  return (
    <details class="wb-many">
      <summary>
        {label}
        {chosen.length > 0 ? `: ${formats.list(chosen.map((code) => list[code][language]))}` : ''}
      </summary>
      {(Object.keys(list) as Code[]).map((code) => (
        <Check
          key={code}
          label={list[code][language]}
          isChecked={chosen.includes(code)}
          onChange={(isChecked) =>
            onChange(isChecked ? [...chosen, code] : chosen.filter((one) => one !== code))
          }
        />
      ))}
    </details>
  );
}
