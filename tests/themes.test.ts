// The look of a municipality: every theme that is delivered can be read, and one that cannot is refused by name.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contrast } from '../client/themes/contrast.ts';
import { themeSheet } from '../client/themes/theme.ts';

const folder = fileURLToPath(new URL('../client/themes/', import.meta.url));
const css = 'a{color:var(--utrecht-link-color)}h1{color:var(--utrecht-heading-1-color)}';
const themes = readdirSync(folder).filter((file) => file.endsWith('.json'));

test.each(themes)('%s can be read and sets only known tokens', (file) => {
  const own = JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));
  const sheet = themeSheet(css, own);
  expect(sheet).toContain('--utrecht-link-color:');
  // Only what is asked for: the base theme has thousands of tokens.
  expect(sheet.length).toBeLessThan(1000);
});

test('a theme shows its own colour through the tokens that point at it', () => {
  const sheet = themeSheet(css, { 'basis-color-action-2-color-default': '#0a5c57' });
  expect(sheet).toContain('--basis-color-action-2-color-default:#0a5c57');
});

test.each([
  ['links', 'basis-color-action-2-color-default', 'utrecht-link-color'],
  ['headings', 'basis-heading-color', 'utrecht-heading-2-color'],
  ['quiet buttons', 'basis-color-action-1-color-default', 'utrecht-button-subtle-color'],
  ['borders of fields', 'utrecht-textbox-border-color', 'utrecht-textbox-border-color'],
  ['errors', 'basis-color-negative-color-document', 'utrecht-alert-error-color'],
])('too faint %s are refused by name', (_what, token, named) => {
  expect(() => themeSheet(css, { [token]: '#d9e2ea' })).toThrow(named);
});

test('an unknown token is refused by name', () => {
  expect(() => themeSheet(css, { 'basis-kleur': '#123456' })).toThrow('basis-kleur');
});

test('contrast is that of WCAG', () => {
  expect(contrast('#000', '#fff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
