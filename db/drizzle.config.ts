import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/*.ts',
  // `npm run check` generates into a copy, to see whether schema and migrations agree.
  out: process.env['MIGRATIONS_DIR'] ?? './db/migrations',
})
