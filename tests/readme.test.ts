import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settings } from '../server/config.ts';
import { costPerRequest, limits } from '../server/limits/table.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

test('the table of settings is the settings', () => {
  for (const [name, { meaning }] of Object.entries(settings)) {
    expect(readme).toContain(`| \`${name}\` | ${meaning} |`);
  }
});

test('the table of limits is the limits', () => {
  for (const { most, what, why } of Object.values(limits)) {
    expect(readme).toContain(`| ${what} | ${most.toLocaleString('en')} | ${why} |`);
  }
  for (const cost of Object.values(costPerRequest)) {
    expect(readme).toContain(cost.toLocaleString('en'));
  }
});

test('every npm command that the README names exists', () => {
  const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('every production dependency has its reason, and all versions are exact', () => {
  const reasons = readme.slice(readme.indexOf('## Decisions'));
  const missing = Object.keys(manifest.dependencies).filter((name) => {
    const short = name.replace('@pothos/', '').replace('@electric-sql/', '');
    return !reasons.includes(short);
  });
  expect(missing).toEqual([]);
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
