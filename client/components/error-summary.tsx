// What still has to be answered, above the form: announced, focused, with a link to each place.
import { useEffect, useRef } from 'preact/hooks';

interface ErrorSummaryProps {
  readonly title: string;
  readonly errors: readonly { readonly id: string; readonly message: string }[];
  /** Another number focuses it again. */
  readonly round: number;
}

/** Shown after a try to save; the links focus what they name. */
export function ErrorSummary({ title, errors, round }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try focuses the summary.
  useEffect(() => box.current?.focus(), [round]);
  return (
    <div class="utrecht-alert utrecht-alert--error" role="alert" tabIndex={-1} ref={box}>
      <div class="utrecht-alert__content">
        <p class="utrecht-heading-3">{title}</p>
        <ul>
          {errors.map(({ id, message }) => (
            <li key={id}>
              <a
                class="utrecht-link"
                href={`#${id}`}
                onClick={(event) => {
                  // Not by the address: the router would take it for another page.
                  event.preventDefault();
                  document.getElementById(id)?.focus();
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
