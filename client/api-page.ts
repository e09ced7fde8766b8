// The API page: GraphiQL with its libraries, our example operations and the demo persons, from our own origin.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoPeople } from '../seeds/guide.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

const libraries: readonly (readonly [packageName: string, file: string])[] = [
  ['graphiql', 'graphiql.min.js'],
  ['graphiql', 'graphiql.min.css'],
  ['react', 'umd/react.production.min.js'],
  ['react-dom', 'umd/react-dom.production.min.js'],
];

/** The example operations in the order of the three uses, with their variables. */
export function exampleOperations(): { name: string; query: string; variables: string }[] {
  const folder = join(here, 'operations');
  return ['read-wijk-profile', 'log-field-note', 'review-queue', 'integrate-places'].map(
    (name) => ({
      name,
      query: readFileSync(join(folder, `${name}.graphql`), 'utf8'),
      variables: readFileSync(join(folder, `${name}.json`), 'utf8'),
    }),
  );
}

/** Writes the page and schema.graphql into a folder of built pages. */
export function buildApiPage(out: string): void {
  const graphiql = join(out, 'graphiql');
  mkdirSync(graphiql, { recursive: true });
  for (const [packageName, file] of libraries) {
    const folder = dirname(require.resolve(`${packageName}/package.json`));
    copyFileSync(join(folder, file), join(graphiql, file.split('/').at(-1) ?? file));
  }
  for (const file of readdirSync(join(here, 'graphiql'))) {
    copyFileSync(join(here, 'graphiql', file), join(graphiql, file));
  }
  const operations = exampleOperations().map(({ query, variables }) => ({ query, variables }));
  const people = [
    { label: 'Nobody (public)', token: '', may: 'Reads what is public.' },
    ...demoPeople,
  ];
  writeFileSync(
    join(graphiql, 'operations.js'),
    `const wijkbeeldOperations = ${JSON.stringify(operations)};\nconst wijkbeeldPeople = ${JSON.stringify(people)};\n`,
  );
  copyFileSync(join(here, '../schema/schema.graphql'), join(out, 'schema.graphql'));
}
