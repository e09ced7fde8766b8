// A choice of one out of few as tiles of at least 48 px on native radio buttons: arrow keys and screen readers work.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface Tile<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

interface TilesProps<Value extends string> {
  /** The question; hidden when `isLabelHidden`, because a heading says it already. */
  readonly label: ComponentChildren;
  readonly tiles: readonly Tile<Value>[];
  readonly value: Value | '';
  readonly onChoose: (value: Value) => void;
  /** Id of the group, for links from an error summary. */
  readonly id?: string;
  readonly error?: string | undefined;
  readonly children?: ComponentChildren;
}

/** Draws the question with its tiles; the message of an error stands between them. */
export function Tiles<Value extends string>(props: TilesProps<Value>) {
  const { label, tiles, value, onChoose, error, children } = props;
  const own = useId();
  const id = props.id ?? own;
  return (
    <fieldset
      class={`wb-choice${error ? ' wb-choice--invalid' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend class="utrecht-form-label">{label}</legend>
      {error ? (
        <p class="utrecht-form-field-error-message" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <div class="wb-tiles">
        {tiles.map((tile) => (
          <label
            key={tile.value}
            class={`wb-tile${tile.value === value ? ' wb-tile--chosen' : ''}${tile.isDisabled ? ' wb-tile--disabled' : ''}`}
          >
            <input
              type="radio"
              name={own}
              value={tile.value}
              checked={tile.value === value}
              disabled={tile.isDisabled}
              onChange={() => onChoose(tile.value)}
            />
            <span>
              {tile.label}
              {tile.hint ? <small>{tile.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
