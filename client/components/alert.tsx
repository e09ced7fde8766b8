// A message that stands out; announced when it appears.
import type { ComponentChildren } from 'preact';

interface AlertProps {
  readonly kind: 'info' | 'ok' | 'warning' | 'error';
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** Errors interrupt a screen reader, everything else waits its turn. */
export function Alert({ kind, title, children }: AlertProps) {
  return (
    <div
      class={`utrecht-alert utrecht-alert--${kind}`}
      role={kind === 'error' ? 'alert' : 'status'}
    >
      <div class="utrecht-alert__content">
        {title ? <p class="utrecht-heading-3">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
