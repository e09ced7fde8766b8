// The look of a municipality: the published EUPL base theme, with the tokens that a municipality sets otherwise, cut
// down to what our style sheets ask for. Refuses unknown tokens and colours that cannot be read.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { contrast } from './contrast.ts';

const require = createRequire(import.meta.url);
const baseTheme = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';

type Tokens = ReadonlyMap<string, string>;

/** Tokens of the base theme by name, without the dashes in front. */
function readTokens(css: string): Tokens {
  return new Map(
    [...css.matchAll(/^\s*--([\w-]+):\s*(.+);$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

const namesIn = (text: string) =>
  [...text.matchAll(/var\(\s*--([\w-]+)/g)].map(([, name = '']) => name);

/** The tokens that a style sheet needs, with those that they point at. */
function tokensInUse(css: string, tokens: Tokens): string[] {
  const found = new Set<string>();
  const open = namesIn(css);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const value = tokens.get(name);
    if (value === undefined || found.has(name)) continue;
    found.add(name);
    open.push(...namesIn(value));
  }
  return [...found].sort();
}

/** The value that a token comes down to; undefined when it is not in the theme. */
function resolve(name: string, tokens: Tokens): string | undefined {
  const value = tokens.get(name);
  const next = value?.match(/^var\(--([\w-]+)\)$/)?.[1];
  return next === undefined ? value : resolve(next, tokens);
}

/** What everything stands on. */
const page = 'basis-color-default-bg-document';

/** Pairs that are read on each other, and the contrast WCAG 2.2 asks (1.4.3 text 4.5, 1.4.11 controls 3). */
const pairs: readonly (readonly [front: string, back: string, least: number])[] = [
  ...[
    'basis-color-default-color-document',
    'utrecht-link-color',
    'utrecht-link-hover-color',
    'utrecht-heading-1-color',
    'utrecht-heading-2-color',
    'utrecht-heading-3-color',
    'utrecht-form-label-color',
    'utrecht-form-field-description-color',
    'utrecht-form-field-error-message-color',
    'utrecht-button-secondary-action-color',
    'utrecht-button-subtle-color',
  ].map((front) => [front, page, 4.5] as const),
  ['utrecht-button-primary-action-color', 'utrecht-button-primary-action-background-color', 4.5],
  [
    'utrecht-button-primary-action-hover-color',
    'utrecht-button-primary-action-hover-background-color',
    4.5,
  ],
  ...['info', 'ok', 'warning', 'error'].map(
    (kind) =>
      [`utrecht-alert-${kind}-color`, `utrecht-alert-${kind}-background-color`, 4.5] as const,
  ),
  ['utrecht-textbox-color', 'utrecht-textbox-background-color', 4.5],
  ['utrecht-textbox-border-color', page, 3],
  ['utrecht-select-border-color', page, 3],
  ['utrecht-button-secondary-action-border-color', page, 3],
];

/**
 * The style sheet of a theme: `css` says which tokens are needed, `own` sets tokens of the base theme otherwise.
 * Refuses a token that the base theme does not know and a pair of colours below its contrast, by name.
 */
export function themeSheet(css: string, own: Readonly<Record<string, string>>): string {
  const base = readTokens(readFileSync(require.resolve(baseTheme), 'utf8'));
  const unknown = Object.keys(own).filter((name) => !base.has(name));
  if (unknown.length > 0) throw new Error(`Unknown tokens: ${unknown.join(', ')}.`);
  const tokens: Tokens = new Map([...base, ...Object.entries(own)]);
  const faint = pairs.flatMap(([front, back, least]) => {
    const [a, b] = [resolve(front, tokens), resolve(back, tokens)];
    // A colour that comes down to nothing would pass unseen.
    if (!a?.startsWith('#') || !b?.startsWith('#'))
      return [`${front} on ${back} is no pair of colours`];
    const found = contrast(a, b);
    return found < least ? [`${front} on ${back} is ${found.toFixed(2)}, needs ${least}`] : [];
  });
  if (faint.length > 0) throw new Error(`Colours that cannot be read: ${faint.join('; ')}.`);
  const lines = tokensInUse(css, tokens).map((name) => `--${name}:${tokens.get(name)}`);
  return `:root{${lines.join(';')}}\n`;
}
