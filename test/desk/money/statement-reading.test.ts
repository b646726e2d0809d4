import { describe, expect, test } from 'vitest'
import { readFile } from '../../../src/desk/money/statement-reading.ts'
import { day } from '../../../src/domain/day.ts'

const quiet = () => {}
const table = Buffer.from('日付,摘要,出金,入金,残高\n')
/** Columns as nobody can have said them: whoever reads them breaks. */
const breaking = new Proxy([], {
  get: () => {
    throw new Error('山田花子')
  },
})

describe('reading a bank’s file', () => {
  test.each([
    ['small', table],
    ['large', Buffer.concat([table, Buffer.alloc(300 * 1024, 0)])],
  ])('a %s one that is no statement is unreadable, with an issue', async (_size, bytes) => {
    const read = await readFile(bytes, { importedOn: day('2026-11-22') }, quiet)
    expect(read.issues.length).toBeGreaterThan(0)
    expect(read.accounts.flatMap(account => account.lines)).toEqual([])
  })

  test('a small one that breaks its reader is unreadable too, and nobody hears with what', async () => {
    const read = await readFile(table, { importedOn: day('2026-11-22'), layouts: breaking }, quiet)
    expect(read).toMatchObject({ format: 'unknown', accounts: [], issues: [{ code: 'not_a_statement' }] })
    expect(JSON.stringify(read)).not.toContain('山田')
  })
})
