import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './src/desk/tables.ts',
    './src/desk/tables-work.ts',
    './src/desk/money/tables-money.ts',
    './src/desk/print/tables-print.ts',
  ],
  out: './migrations',
})
