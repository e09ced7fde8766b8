import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files in which no database answers, or only a browser looks: on PostgreSQL they would say what they said before. */
const withoutDatabase = [
  ...['concordance', 'concordance.properties', 'early-warning', 'import-packing', 'import-states'],
  ...['naming', 'near-duplicates', 'offline', 'readme', 'schema', 'screening', 'screening-command'],
  ...['sandbox', 'simulation', 'statistics', 'themes'],
  ...['accessibility', 'log-app', 'pages', 'profile-app', 'web-app', 'work-app'],
].map((name) => `tests/${name}.test.ts`);

export default defineConfig({
  root,
  // graphql 16 would load twice (its CommonJS and its module form) and then not know its own types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: process.env.TEST_DATABASE_URL ? withoutDatabase : [],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Files share loaded modules: nothing here keeps state of its own but by database.
    isolate: false,
    // Two workers on two cores: helpers that collect garbage for the one would take from the other.
    execArgv: ['--single-threaded-gc'],
    // What was made of a source is kept between runs, by its content: from the second run on the start takes half as long.
    experimental: { fsModuleCache: true },
    server: { deps: { inline: [/@graphql-yoga|graphql-yoga|@pothos|@envelop|graphql-jit/] } },
  },
});
