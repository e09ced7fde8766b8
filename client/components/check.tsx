// One box to tick, with its sentence as a target of at least 48 px.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface CheckProps {
  readonly label: ComponentChildren;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** Id of the box, for links from an error summary. */
  readonly id?: string;
  readonly error?: string | undefined;
}

/** Draws the box before its sentence. */
export function Check({ label, isChecked, onChange, error, ...given }: CheckProps) {
  const own = useId();
  const id = given.id ?? own;
  return (
    <div class={error ? 'wb-choice--invalid' : undefined}>
      {error ? (
        <p class="utrecht-form-field-error-message" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <label class="wb-check">
        <input
          type="checkbox"
          id={id}
          checked={isChecked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}
