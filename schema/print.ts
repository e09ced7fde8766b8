// `npm run schema:print` writes schema.graphql; with --check it fails when the file is not what the code says, and when
// something in it breaks what was released without a new version; with --release it becomes what was released.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index.ts';
import { asReleased, brokenPromises } from './released.ts';

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const file = fileOf('schema.graphql');
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
const { version } = JSON.parse(readFileSync(fileOf('../package.json'), 'utf8')) as {
  version: string;
};

if (process.argv.includes('--check')) {
  let committed = '';
  try {
    committed = readFileSync(file, 'utf8');
  } catch {
    // Absent counts as different.
  }
  if (committed !== printed) {
    console.error(
      'schema/schema.graphql is not current: run `npm run schema:print` and commit it.',
    );
    process.exitCode = 1;
  }
  const released = readFileSync(fileOf('released.graphql'), 'utf8');
  for (const broken of await brokenPromises(released, printed, version)) {
    console.error(`Breaks what was released: ${broken} Deprecate it, or raise the version.`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, printed);
  if (process.argv.includes('--release'))
    writeFileSync(fileOf('released.graphql'), asReleased(version, printed));
}
