// Builds the documentation for integrators: plain pages from docs/ and the schema, readable without JavaScript.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { limitsPage } from './limits.ts';
import { escapeHtml, markdownHtml } from './markdown.ts';
import { referenceHtml } from './reference.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Page {
  /** Name of its file, without the end. */
  readonly name: string;
  readonly title: string;
  readonly html: () => string;
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const fromDocs = (name: string, title: string, file = name): Page => ({
  name,
  title,
  html: () => markdownHtml(read(`docs/${file}.md`)),
});

/** In the order in which they are offered. */
export const pages: readonly Page[] = [
  fromDocs('index', 'Quick start', 'quick-start'),
  fromDocs('concepts', 'Concepts'),
  fromDocs('cookbook', 'Cookbook'),
  { name: 'reference', title: 'Types and fields', html: () => referenceHtml(readSchema()) },
  fromDocs('rest', 'REST'),
  fromDocs('webhooks', 'Webhooks'),
  fromDocs('typed-client', 'Typed client'),
  fromDocs('errors', 'Errors'),
  { name: 'limits', title: 'Limits', html: () => markdownHtml(limitsPage()) },
  fromDocs('api-conventions', 'Conventions'),
  fromDocs('changelog', 'Changelog'),
];

const readSchema = () => buildSchema(read('schema/schema.graphql'));

/** One page as it is served. */
export function pageHtml({ name, title, html }: Page): string {
  const links = pages.map((page) => {
    const here = page.name === name ? ' aria-current="page"' : '';
    const to = page.name === 'index' ? './' : `${page.name}.html`;
    return `<li><a href="${to}"${here}>${escapeHtml(page.title)}</a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Wijkbeeld for integrators</title>
<link rel="stylesheet" href="docs.css">
</head>
<body>
<a class="skip" href="#main">To the text</a>
<header><nav aria-label="Documentation"><ul>
${links.join('\n')}
</ul></nav></header>
<main id="main">
${html()}
</main>
</body>
</html>
`;
}

/** Writes all pages into `docs/` of a folder of built pages. */
export function buildDocs(out: string): void {
  const folder = join(out, 'docs');
  mkdirSync(folder, { recursive: true });
  for (const page of pages) writeFileSync(join(folder, `${page.name}.html`), pageHtml(page));
  copyFileSync(join(root, 'client/docs-site/docs.css'), join(folder, 'docs.css'));
}
