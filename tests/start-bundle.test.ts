// Server and commands start from a bundle of the sources: never from one of others.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emptyFolder } from './support/process.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A program of two files beside the real starter. */
function smallProgram(greeting: string) {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'server'));
  for (const name of ['start.js', 'bundle.js']) {
    cpSync(join(root, 'server', name), join(folder, 'server', name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'package-lock.json'), '{}');
  const greet = (words: string) =>
    writeFileSync(
      join(folder, 'server/greeting.ts'),
      `export const greeting: string = '${words}';\nexport const here = import.meta.url;`,
    );
  greet(greeting);
  writeFileSync(
    join(folder, 'server/main.ts'),
    `import { greeting, here } from './greeting.ts';\nconsole.log(greeting, process.argv[2], here.endsWith('greeting.ts'));`,
  );
  const start = () => spawnSync(process.execPath, ['server/start.js', 'word'], { cwd: folder });
  return { folder, greet, start: () => start().stdout.toString().trim() };
}

test('the bundle is made once, and again when a source has changed', () => {
  const { folder, greet, start } = smallProgram('one');
  const listing = () => readFileSync(join(folder, 'dist/server/bundle.json'), 'utf8');
  expect(start()).toBe('one word true');
  const first = listing();
  expect(start()).toBe('one word true');
  expect(listing()).toBe(first);
  greet('two');
  expect(start()).toBe('two word true');
  expect(listing()).not.toBe(first);
  // Files of an archive keep their own times: these are older than the bundle, and others all the same.
  greet('six');
  utimesSync(join(folder, 'server/greeting.ts'), new Date('2026-01-01'), new Date('2026-01-01'));
  expect(start()).toBe('six word true');
});

test('where nothing can be written it starts from the sources', () => {
  const { folder, start } = smallProgram('unwritten');
  writeFileSync(join(folder, 'dist'), 'a file, where the folder would be');
  expect(start()).toBe('unwritten word true');
});
