// What lies over each other on a screen: axe does not see it.
import type { Page } from 'playwright-core';

/**
 * Lines of text and controls that lie over each other, each with the words of both: at most five. What floats above the
 * page on purpose (menus, sticky bars), charts and what only screen readers read are left out.
 */
export const overlapsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // Parents come before their children.
    const floating = new Set<Element>();
    for (const element of document.body.querySelectorAll('*')) {
      const { position, clipPath, visibility, opacity } = getComputedStyle(element);
      const floats =
        element.tagName === 'svg' ||
        ['absolute', 'fixed', 'sticky'].includes(position) ||
        clipPath !== 'none' ||
        visibility === 'hidden' ||
        opacity === '0';
      const isShut = !element.checkVisibility({ contentVisibilityAuto: true });
      if (floats || isShut || (element.parentElement && floating.has(element.parentElement)))
        floating.add(element);
    }
    const boxes: { of: Element; rect: DOMRect; words: string }[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const of = node.parentElement;
      if (!of || !node.textContent?.trim() || of.closest('select, textarea, script')) continue;
      if (floating.has(of)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // Lines that are clamped away lie under the edge of their own box.
      const edge =
        getComputedStyle(of).overflowY === 'visible'
          ? Number.POSITIVE_INFINITY
          : of.getBoundingClientRect().bottom;
      for (const rect of [...range.getClientRects()].filter(({ top }) => top < edge))
        boxes.push({ of, rect, words: node.textContent.trim().slice(0, 40) });
    }
    for (const of of document.querySelectorAll('button, input, select, textarea')) {
      if (floating.has(of)) continue;
      boxes.push({
        of,
        rect: of.getBoundingClientRect(),
        words: of.textContent?.trim().slice(0, 40) || of.tagName,
      });
    }
    const seen = boxes
      .filter(({ rect }) => rect.width > 2 && rect.height > 2)
      .sort((a, b) => a.rect.top - b.rect.top);
    const slack = 4;
    const found: string[] = [];
    for (const [at, one] of seen.entries()) {
      for (const other of seen.slice(at + 1)) {
        if (other.rect.top > one.rect.bottom - slack) break;
        const wide =
          Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const high =
          Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        if (wide <= slack || high <= slack) continue;
        if (one.of.contains(other.of) || other.of.contains(one.of)) continue;
        found.push(`"${one.words}" and "${other.words}" lie over each other`);
      }
    }
    return found.slice(0, 5);
  });
