import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/store/schema',
  out: './drizzle',
  casing: 'snake_case',
});
