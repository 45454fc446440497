import { defineConfig } from 'drizzle-kit';

/** `npm run migration -- --name=<what>` writes the next migration from the declarations of all tables. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './server/src/**/*.tables.ts',
  out: './server/migrations',
});
