// The switch of keys of one letter or sign, beside whatever has such keys.
import { useState } from 'preact/hooks';
import { areLetterKeysOn, switchLetterKeys } from './letter-keys.ts';

/** Keeps the choice on this device; `label` says which keys these are. */
export function LetterKeysSwitch({ label }: { label: string }) {
  const [isOn, setOn] = useState(areLetterKeysOn);
  return (
    <label class="wb-choice__option">
      <input
        type="checkbox"
        class="utrecht-checkbox utrecht-checkbox--html-input"
        checked={isOn}
        onChange={(event) => {
          switchLetterKeys(event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
      <span>{label}</span>
    </label>
  );
}
