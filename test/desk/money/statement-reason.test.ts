import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { afterEach, expect, it } from 'vitest'
import { statementLines, statements } from '../../../src/desk/money/tables-money.ts'
import { openStore } from '../../../src/desk/open-store.ts'
import { ito } from '../../domain/given.ts'
import { statementIn, zengin } from './statement-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaiji-reason-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The store as it was before the reason had a column of its own. */
const before = (file: string) => {
  const migrations = join(folder, 'migrations')
  cpSync(fileURLToPath(new URL('../../../migrations', import.meta.url)), migrations, { recursive: true })
  const journal = join(migrations, 'meta/_journal.json')
  const told = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { idx: number }[] }
  writeFileSync(journal, JSON.stringify({ ...told, entries: told.entries.filter(({ idx }) => idx < 7) }))
  const sqlite = new Sqlite(file)
  migrate(drizzle({ client: sqlite }), { migrationsFolder: migrations })
  return sqlite
}

it('a reason that was kept among the doubts of a file gets a place of its own, and stays evidence', async () => {
  const file = join(folder, 'old.db')
  const old = before(file)
  const doubts = JSON.stringify([
    { record: 3, position: 40, code: 'balance_gap', level: 'check', message: '' },
    { record: 0, position: 0, code: 'taken_despite', level: 'check', message: '銀行に照会中' },
  ])
  old.exec(
    "INSERT INTO bank_accounts(id, label, operators, active, created_at, by) VALUES ('A1', 'x', '[]', 1, '', '')",
  )
  const insert = old.prepare(
    "INSERT INTO statements(id, account, name, bytes, sha256, format, lines, added, issues, by, at) VALUES (?, 'A1', 'x', 1, 'x', 'x', 0, 0, ?, 'ito', '')",
  )
  insert.run('S1', doubts)
  insert.run('S2', '[]')
  old.close()
  const store = await openStore({ file, key: null })
  const rows = await store.read.select({ id: statements.id, despite: statements.despite }).from(statements)
  expect(rows).toEqual([
    { id: 'S1', despite: '銀行に照会中' },
    { id: 'S2', despite: null },
  ])
  expect(() => store.sqlite.write.exec("UPDATE statements SET despite = 'x'")).toThrow('a statement is evidence')
  await store.close()
})

it('cheques of other banks stand beside the amount of a line, and cannot be changed', async () => {
  const at = await statementIn()
  await at.account({ number: '1234567', bankCode: '0001', branchCode: '210', kind: '普通' })
  await at.bring(zengin({ movements: [{ in: 3300, uncleared: 1000 }, { in: 1100 }] }))
  const rows = await at.store.read.select().from(statementLines)
  expect(rows.map(row => [row.in, row.uncleared])).toEqual([
    [3300, 1000],
    [1100, null],
  ])
  expect((await at.desk.statements.lines({}, ito)).rows[0]?.uncleared).toBe(1000)
  expect(() => at.store.sqlite.write.exec('UPDATE statement_lines SET uncleared = 0')).toThrow('is evidence')
  await at.gone()
})
