// What every chart is: a plain sentence, the drawing with the same sentence as its label, the numbers as a table, and
// the same table as a file.
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePrinting } from '../components/use-printing.ts';
import { WideTable } from '../components/wide-table.tsx';
import { useWords } from '../words/words.ts';
import { csvOf, download } from './csv.ts';
import { chartWords } from './words.ts';
import './charts.css';

type Cell = string | number | null | undefined;

export interface ChartTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** As read on the page. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** As computers read it, with the same head. */
  readonly plain: readonly (readonly Cell[])[];
  readonly fileName: string;
}

interface ChartFigureProps {
  readonly sentence: string;
  readonly table: ChartTable;
  /** Draws the chart for the width there is, in CSS pixels. */
  readonly draw: (width: number) => ComponentChildren;
  readonly height: number;
}

/** Sentence, drawing, table, file. */
export function ChartFigure({ sentence, table, draw, height }: ChartFigureProps) {
  const say = useWords(chartWords);
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const isPrinting = usePrinting();
  return (
    <figure class="wb-chart" ref={box}>
      <figcaption>{sentence}</figcaption>
      <svg
        role="img"
        aria-label={sentence}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        {draw(width)}
      </svg>
      <details class="wb-fold" open={isPrinting || undefined}>
        <summary>{say('asTable')}</summary>
        <WideTable caption={table.caption}>
          <thead>
            <tr>
              {table.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([first, ...rest], row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a chart do not move.
              <tr key={row}>
                <th scope="row">{first}</th>
                {rest.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </WideTable>
        <button
          type="button"
          class="utrecht-button utrecht-button--subtle wb-no-print"
          onClick={() => download(table.fileName, csvOf([table.head, ...table.plain]))}
        >
          {say('csv')}
        </button>
      </details>
    </figure>
  );
}

const widest = 620;
const narrowest = 240;

/** The width that the figure has, so that letters keep their size on a phone. */
function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(narrowest);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setWidth(Math.max(narrowest, Math.min(widest, Math.floor(element.clientWidth || widest))));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return width;
}
