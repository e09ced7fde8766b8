// The mark of a display state of a signal or a level of coverage: fuller where there is more, dotted where nobody looked.
import './outcome-mark.css';

type Shape = 'full' | 'half' | 'empty' | 'unknown';

const displays: Readonly<Record<string, Shape>> = { SHOWN: 'full', TOO_FEW: 'half', NONE: 'empty' };
const levels: Readonly<Record<string, Shape>> = { SUFFICIENT: 'full', THIN: 'half' };

/** Hidden from screen readers: its name stands beside it. */
export function StateMark({ code, isCoverage }: { code: string; isCoverage: boolean }) {
  const shape = (isCoverage ? levels : displays)[code] ?? 'unknown';
  return (
    <svg class="wb-outcome" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <circle
        class={shape === 'half' ? 'wb-outcome--empty' : `wb-outcome--${shape}`}
        cx="9"
        cy="9"
        r="7"
      />
      {shape === 'half' ? <path class="wb-outcome--part" d="M2 9a7 7 0 0 0 14 0z" /> : null}
    </svg>
  );
}
