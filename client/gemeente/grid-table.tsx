// The table of wijken and themes: names stay in sight while it scrolls, and the arrow keys go from cell to cell.
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { concordanceOutcomes, coverageLevels, signalDisplays } from '../../server/codes/merge.ts';
import { themes } from '../../server/codes/themes.ts';
import { pathTo } from '../app/paths.ts';
import { WideTable } from '../components/wide-table.tsx';
import { grouped } from '../words/grouped.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import { type Cell, CellMark, codeIn, type View } from './cell.tsx';
import { gemeenteWords } from './words.ts';

interface GridTableProps {
  readonly cells: readonly Cell[];
  readonly view: View;
  readonly fits: (cell: Cell) => boolean;
}

const lists = { outcomes: concordanceOutcomes, signals: signalDisplays, coverage: coverageLevels };

/** Each cell leads to its theme on the profile; what does not fit the filter stays, faintly. */
export function GridTable({ cells, view, fits }: GridTableProps) {
  const say = useWords(gemeenteWords);
  const name = useNames();
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = [...new Set(cells.map((cell) => cell.theme))];
  const rows = grouped(cells, (cell) => cell.placeCode);
  const list = lists[view] as Readonly<Record<string, { nl: string; en: string }>>;
  return (
    <WideTable caption={say('caption')} class="wb-grid" isCaptionHidden>
      <thead>
        <tr>
          <th scope="col">{say('wijk')}</th>
          {columns.map((theme) => (
            <th key={theme} scope="col" class="wb-grid__theme">
              <span>{name(themes, theme)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={(event) => move(event, body)}>
        {[...rows].map(([code, own]) => (
          <tr key={code}>
            <th scope="row">
              <a class="utrecht-link" href={pathTo('profile', code)}>
                {own[0]?.placeName}
              </a>
            </th>
            {own.map((cell) => (
              <td key={cell.theme} class={fits(cell) ? '' : 'wb-grid__faint'}>
                <a
                  href={`${pathTo('profile', code)}#thema-${cell.theme}`}
                  title={`${cell.placeName}, ${name(themes, cell.theme)}: ${name(list, codeIn(cell, view))}`}
                >
                  <CellMark cell={cell} view={view} />
                  <span class="wb-only-read">{name(list, codeIn(cell, view))}</span>
                </a>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus to the link of the neighbouring cell; at the edge it stays. */
function move(event: KeyboardEvent, body: RefObject<HTMLTableSectionElement | null>): void {
  const step = steps[event.key];
  const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>('td, th');
  const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
  if (!step || !cell || !row || !body.current) return;
  const next = body.current.rows[row.sectionRowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
  const link = next?.querySelector('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
}
