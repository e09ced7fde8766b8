// One wijk x theme, and how it is shown in each view of the grid.
import { OutcomeMark } from '../components/outcome-mark.tsx';
import { StateMark } from '../components/state-mark.tsx';
import type { GridQuery } from '../generated/graphql.ts';

export type Cell = GridQuery['concordanceGrid'][number];
export type View = 'outcomes' | 'signals' | 'coverage';

/** What a cell says in a view, as the code that a filter chooses by. */
export const codeIn = (cell: Cell, view: View): string =>
  view === 'outcomes' ? cell.outcome : view === 'signals' ? cell.display : cell.coverage;

/** The mark of a cell in a view. */
export function CellMark({ cell, view }: { cell: Cell; view: View }) {
  return view === 'outcomes' ? (
    <OutcomeMark outcome={cell.outcome} />
  ) : (
    <StateMark code={codeIn(cell, view)} isCoverage={view === 'coverage'} />
  );
}
