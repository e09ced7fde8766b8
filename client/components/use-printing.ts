// Whether the page is being printed: what is folded is opened at once, before the browser lays out the paper.
import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Draws a change at once instead of at the next tick: the browser does not wait for us before it prints. */
function atOnce(change: () => void): void {
  const usual = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  change();
  if (usual) options.debounceRendering = usual;
  else delete options.debounceRendering;
}

/** For what is first drawn while printing: it missed the beginning. */
let isNow = false;

/** True from just before printing until it is over. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(() => isNow || matchMedia('print').matches);
  useEffect(() => {
    const paper = matchMedia('print');
    const begin = () => {
      isNow = true;
      atOnce(() => setPrinting(true));
    };
    const end = () => {
      isNow = false;
      setPrinting(false);
    };
    const follow = () => (paper.matches ? begin() : end());
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    paper.addEventListener('change', follow);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      paper.removeEventListener('change', follow);
    };
  }, []);
  return isPrinting;
}
