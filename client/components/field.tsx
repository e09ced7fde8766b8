// One field of a form: label, explanation and error, tied to the control for screen readers.
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  /** Id of the control; made up when absent. */
  readonly id?: string;
  readonly label: string;
  readonly description?: ComponentChildren;
  /** What is wrong and what to do. */
  readonly error?: string | undefined;
  /** Draws the control with the attributes that tie it to its label. */
  readonly children: (control: ControlAttributes) => JSX.Element;
}

export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** Draws a labelled control; the message of an error stands under it. */
export function Field({ label, description, error, children, ...given }: FieldProps) {
  const own = useId();
  const id = given.id ?? own;
  const described = [description ? `${id}-what` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div
      class={`utrecht-form-field utrecht-form-field--text${error ? ' utrecht-form-field--invalid' : ''}`}
    >
      <label class="utrecht-form-label" for={id}>
        {label}
      </label>
      {description ? (
        <div class="utrecht-form-field-description" id={`${id}-what`}>
          {description}
        </div>
      ) : null}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <div class="utrecht-form-field-error-message" id={`${id}-error`}>
          {error}
        </div>
      ) : null}
    </div>
  );
}
