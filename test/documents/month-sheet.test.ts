import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/day.ts'
import { isMonth, type Month } from '../../src/domain/money/closing.ts'
import type { LedgerEntry } from '../../src/domain/money/ledger-entry.ts'
import { monthSheet } from '../../src/domain/money/month-sheet.ts'
import { monthSheetValues, type SheetTold } from '../../src/letters/month-sheet.ts'
import { entry } from '../domain/money/legal-ledger.ts'
import { runsOf, squeeze } from './pdf.ts'
import { definitionOf, print } from './sheets.ts'

const november: Month = isMonth('2026-11') ? ('2026-11' as Month) : (undefined as never)
const long = '株式会社長い名前の事業者ホールディングス　個人情報ご相談窓口'
const names = {
  operator: (id: string | null) => (id === null ? '未定' : `${long}${id}`),
  bank: () => 'みずほ銀行 本店 普通 1234567',
}

const printed = async (entries: readonly LedgerEntry[], more: Partial<SheetTold> = {}) => {
  const sheet = monthSheet(entries, { month: november })
  return runsOf(await print(definitionOf('month-sheet'), monthSheetValues({ sheet, names, ...more }), ''))
}
const textOf = (pages: Awaited<ReturnType<typeof printed>>) =>
  squeeze(
    pages
      .flat()
      .map(run => run.text)
      .join(''),
  )

describe('手数料精算表 on paper', () => {
  it('holds a hundred open lines of five operators, every page numbered, no amount lost', async () => {
    const entries = Array.from({ length: 100 }, (_, at) =>
      entry({
        seq: at + 1,
        on: addDays(day('2026-08-20'), at),
        line: `${40_000 + at}`,
        account: 'b1',
        operator: `o${at % 5}`,
        amount: 1001 + at,
      }),
    )
    const pages = await printed(entries)
    expect(pages.length).toBeGreaterThan(3)
    pages.forEach((page, at) => {
      expect(page.map(run => run.text).join('')).toContain(`${at + 1}/${pages.length}`)
    })
    const text = textOf(pages)
    for (const { amount, line } of entries) {
      expect(text).toContain(squeeze(`明細 ${line}`))
      expect(text).toContain(amount.toLocaleString('en-US'))
    }
    expect(text).toContain('100件')
  })

  it('sets amounts against the right edge of their column', async () => {
    const pages = await printed([
      entry({ seq: 1, line: '1', account: 'b1' }),
      entry({ seq: 2, line: '2', account: 'b1', amount: 50 }),
    ])
    const right = (text: string) => {
      const runs = pages.flat().filter(run => run.text.trim() === text)
      return runs.map(run => Math.round(run.x + run.width))
    }
    const column = right('3,300').filter(x => right('50').includes(x))
    expect(column.length).toBeGreaterThan(0)
  })

  it('says of an empty month that there is nothing, and leaves the approval blank', async () => {
    const text = textOf(await printed([], { prepared: { name: '経理　花子', on: day('2026-12-02') } }))
    expect(text).toContain('記帳なし')
    expect(text).toContain('仮受金、預り金、未払返金、未達の振込は残っていません。')
    expect(text).toContain('作成経理花子令和8年12月2日')
    expect(text).toContain('承認印')
    expect(text).toContain('差（ア－イ）0一致')
  })

  it('shows a difference where the ledger does not add up', async () => {
    const wrong = entry({
      seq: 2,
      kind: 'returned',
      debit: 'fees',
      credit: 'bank',
      caseNumber: '26000147',
      amount: 700,
    })
    const text = textOf(await printed([entry({ seq: 1, line: '1', account: 'b1' }), wrong]))
    expect(text).toMatch(/取引の種類と科目が合う（合わない件数）10差1/)
  })

  it('writes what is below nothing with a triangle', async () => {
    const ids = { line: '1', account: 'b1' }
    const text = textOf(
      await printed([
        entry({ seq: 1, ...ids }),
        entry({ seq: 2, kind: 'refund_owed', debit: 'unidentified', credit: 'refund_payable', ...ids }),
        entry({ seq: 3, kind: 'refund_paid', debit: 'refund_payable', credit: 'in_transit', ...ids }),
      ]),
    )
    expect(text).toContain('△3,300')
  })
})
