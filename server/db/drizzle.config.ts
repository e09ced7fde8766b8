import { defineConfig } from 'drizzle-kit';

// `npm run db:generate` writes the next migration from the tables; run it from the project's root.
export default defineConfig({
  dialect: 'postgresql',
  schema: './server/db/tables.ts',
  out: './server/db/migrations',
  casing: 'snake_case',
});
