// A choice of one out of a few, as native radio buttons in a fieldset.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: ComponentChildren;
  readonly disabled?: boolean;
}

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  /** What is wrong and what to do. */
  readonly error?: string | undefined;
}

/** Draws the options below each other, each with a target of 44 pixels. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, options, value, onChange, error } = props;
  const id = useId();
  return (
    <fieldset
      class={`wb-choice${error ? ' utrecht-form-field--invalid' : ''}`}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend class="utrecht-form-label">{legend}</legend>
      {options.map((option) => (
        <label class="wb-choice__option" key={option.value}>
          <input
            type="radio"
            class="utrecht-radio-button utrecht-radio-button--html-input"
            name={id}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.description ? <small>{option.description}</small> : null}
          </span>
        </label>
      ))}
      {error ? (
        <div class="utrecht-form-field-error-message" id={`${id}-error`} role="alert">
          {error}
        </div>
      ) : null}
    </fieldset>
  );
}
