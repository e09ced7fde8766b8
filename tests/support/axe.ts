// Accessibility of the page as it stands: axe-core in the page itself, by the rules of WCAG 2.2 AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly {
      readonly target: readonly string[];
      readonly failureSummary?: string;
    }[];
  }[];
}

/** What axe finds wrong, a line per element; expected to be empty. */
export async function violationsOn(page: Page): Promise<string[]> {
  // By the debugger, past the policy that lets no script of others run.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  // What a bar at the edge of the window covers comes out from under it by scrolling: meanwhile it stands still.
  const hold = (position: string) =>
    page.evaluate((to) => {
      for (const bar of document.querySelectorAll<HTMLElement>('.wb-save, .wb-delayed')) {
        bar.style.position = to;
      }
    }, position);
  await hold('static');
  const found = (await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'], preload: false })`,
  )) as Found;
  await hold('');
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}
