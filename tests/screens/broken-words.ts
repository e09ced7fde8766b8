// Short words that a screen breaks without a hyphen, such as a name in a cell that is too narrow; codes may be
// broken anywhere.
import type { Page } from 'playwright-core';

/** At most five words of three to eighteen letters whose letters stand on more than one line. */
export const brokenWordsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node && found.length < 5; node = texts.nextNode()) {
      const of = node.parentElement;
      if (!of?.checkVisibility() || of.closest('svg, select, textarea, script, code, pre'))
        continue;
      const { hyphens, overflowWrap } = getComputedStyle(of);
      if (hyphens === 'auto' || overflowWrap === 'anywhere') continue;
      for (const word of (node.textContent ?? '').matchAll(/[\p{L}\u00ad]{3,18}/gu)) {
        if (word[0].includes('\u00ad')) continue;
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
        if (lines.size > 1) found.push(`"${word[0]}" is broken`);
      }
    }
    return found;
  });
