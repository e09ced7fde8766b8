// The documentation for integrators: every page is there and readable as it is, every link leads somewhere, and every
// query and script in it runs from where it stands.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import pino from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { anchorOf, markdownHtml } from '../client/docs-site/markdown.ts';
import { pageHtml, pages } from '../client/docs-site/site.ts';
import { schema } from '../schema/index.ts';
import { errorCodes } from '../server/errors.ts';
import { limits } from '../server/limits/table.ts';
import { openNews } from '../server/news.ts';
import { askOn } from './support/ask.ts';
import { testDatabase } from './support/database.ts';
import { makePlaces } from './support/make.ts';
import { makeEdition } from './support/make-edition.ts';
import { started } from './support/started.ts';

const database = await testDatabase();
const doc = (name: string) => readFileSync(new URL(`../docs/${name}.md`, import.meta.url), 'utf8');
const html = new Map(pages.map((page) => [`${page.name}.html`, pageHtml(page)]));

beforeAll(async () => {
  await makePlaces(database);
  await makeEdition(database, { year: 2025, figures: { population: { WK900101: 4000 } } });
});

test('Markdown becomes plain HTML, and nothing in it becomes more', () => {
  const text =
    '# A <b>\n\nOne `x < y` **two** [three](rest.md#limits).\n\n* a\n  b\n* c\n\n| h |\n|---|\n| `d` |\n';
  expect(markdownHtml(text)).toBe(
    '<h1 id="a-b">A &lt;b&gt;</h1>\n' +
      '<p>One <code>x &lt; y</code> <strong>two</strong> <a href="rest.html#limits">three</a>.</p>\n' +
      '<ul>\n<li>a b</li>\n<li>c</li>\n</ul>\n' +
      '<div class="wide" tabindex="0"><table>\n<thead><tr><th>h</th></tr></thead>\n<tbody>\n' +
      '<tr><td><code>d</code></td></tr>\n</tbody>\n</table></div>',
  );
  expect(markdownHtml('```js\n<script>\n```')).toContain('&lt;script&gt;');
});

test('no page needs a script or anything from elsewhere', () => {
  expect(html.size).toBeGreaterThan(8);
  for (const [name, page] of html) {
    expect(page, name).not.toMatch(/<script|style=|src="http|onclick/);
    expect(page.match(/<h1/g), name).toHaveLength(1);
  }
});

test('every link between the pages leads to a place that is there', () => {
  const broken = [...html].flatMap(([name, page]) =>
    [...page.matchAll(/href="([^"]+)"/g)]
      .map((match) => match[1] ?? '')
      .filter((to) => !/^(https?:|\/|docs\.css|\.\/$)/.test(to))
      .filter((to) => {
        const [file = '', place] = to.split('#');
        const target = html.get(file === '' ? name : file);
        return !target || (place && !target.includes(`id="${place}"`));
      })
      .map((to) => `${name}: ${to}`),
  );
  expect(broken).toEqual([]);
});

test('every type, field, error code and limit stands in the pages', () => {
  const reference = html.get('reference.html') ?? '';
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const missing = types.flatMap((type) => {
    const fields = 'getFields' in type ? Object.keys(type.getFields()) : [];
    return fields
      .map((field) => `${type.name}.${field}`)
      .filter((id) => !reference.includes(`id="${id}"`));
  });
  expect(missing).toEqual([]);
  for (const code of errorCodes)
    expect(html.get('errors.html')).toContain(`id="${anchorOf(code)}"`);
  for (const { what } of Object.values(limits)) expect(html.get('limits.html')).toContain(what);
});

const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

test('the tasks of the cookbook run as they stand', async () => {
  const ask = askOn(database);
  const tasks = [...doc('cookbook').matchAll(/```graphql\n# as (\S+)\n([\s\S]*?)```/g)];
  expect(tasks).toHaveLength(12);
  for (const [, as = '', query = ''] of tasks) {
    const answer = await ask(as === 'nobody' ? null : as, query.replace('$IN_A_MONTH', inAMonth));
    expect(answer.errors, query).toBeUndefined();
    expect(Object.values(answer.data)[0], query).not.toBeNull();
  }
});

test('a stranger with the documentation logs, reviews, reads and is told', async () => {
  const script = /```js\n([\s\S]*?)```/.exec(doc('quick-start'))?.[1] ?? '';
  const log = pino({ level: 'silent' });
  const news = await openNews(database.pool, database.kind === 'embedded', log);
  const url = await started({ database, news });
  const child = spawn(process.execPath, ['--input-type=module'], {
    env: { ...process.env, WIJKBEELD_URL: url },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  child.stderr.on('data', (chunk) => (printed += chunk));
  child.stdin.end(script);
  const code = await new Promise((resolve) => child.once('close', resolve));
  await news.close();
  expect(printed).toMatch(/^20 notes logged\.\n20 notes published\.\nSignal: SHOWN, N2_4 org/);
  expect(printed).toContain('Changed: SOCIAL_NETWORK.');
  expect(code).toBe(0);
});
