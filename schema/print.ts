// `npm run schema:print` writes schema.graphql; with --check it fails when the file is not what the code says.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './index.ts';

const file = fileURLToPath(new URL('schema.graphql', import.meta.url));
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;

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
} else {
  writeFileSync(file, printed);
}
