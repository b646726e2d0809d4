import { describe, expect, it } from 'vitest'
import { isMonth, lastOf, type Month } from '../../../src/domain/money/closing.ts'
import type { LedgerEntry } from '../../../src/domain/money/ledger-entry.ts'
import { isProved, monthSheet } from '../../../src/domain/money/month-sheet.ts'
import { ledgerText } from '../../../src/domain/money/month-sheet-text.ts'
import { entry } from './legal-ledger.ts'

const month = (text: string): Month => {
  if (!isMonth(text)) throw new RangeError(text)
  return text
}
const november = month('2026-11')
const faults = (entries: readonly LedgerEntry[], of = november) =>
  monthSheet(entries, { month: of })
    .proofs.filter(each => !each.holds)
    .map(each => each.proof)

/** A transfer of 3,300 yen that pays a fee, a surplus of 200 that waits, stamps that were sent back, a line nobody knows. */
const story: LedgerEntry[] = [
  entry({ seq: 1, on: '2026-10-30', amount: 3500, line: 'l1', account: 'b1', operator: null }),
  entry({
    seq: 2,
    on: '2026-11-02',
    kind: 'allocated',
    debit: 'unidentified',
    credit: 'held',
    amount: 3500,
    line: 'l1',
    caseNumber: '26000147',
    receipt: 'r1',
  }),
  entry({
    seq: 3,
    on: '2026-11-02',
    kind: 'applied',
    debit: 'held',
    credit: 'fees',
    caseNumber: '26000147',
    receipt: 'r1',
  }),
  entry({
    seq: 4,
    on: '2026-11-06',
    kind: 'received',
    debit: 'stamps',
    credit: 'held',
    amount: 1000,
    caseNumber: '26000155',
    receipt: 'r1',
  }),
  entry({
    seq: 5,
    on: '2026-11-10',
    kind: 'returned',
    debit: 'held',
    credit: 'stamps',
    amount: 1000,
    caseNumber: '26000155',
    receipt: 'r1',
  }),
  entry({ seq: 6, on: '2026-11-20', amount: 1100, line: 'l2', account: 'b1', operator: null }),
]

describe('手数料精算表', () => {
  it('shows a month by account, operator, bank, case, and what is still open with its age', () => {
    const sheet = monthSheet(story, { month: november })
    expect(sheet.proofs.filter(each => !each.holds)).toEqual([])
    expect(sheet.total).toEqual({
      brought: 3500,
      received: 2100,
      moved: 0,
      applied: 3300,
      kept: 0,
      notOurs: 0,
      returned: 1000,
      unidentified: 1100,
      held: 200,
      payable: 0,
    })
    expect(
      sheet.operators.map(({ operator, brought, received, moved }) => [operator, brought, received, moved]),
    ).toEqual([
      ['ims', 0, 1000, 3500],
      [null, 3500, 1100, -3500],
    ])
    expect(sheet.banks).toMatchObject([{ account: 'b1', brought: 3500, received: 1100, toCases: 3500, closing: 4600 }])
    expect(sheet.cases.map(each => [each.caseNumber, each.received, each.applied, each.returned, each.held])).toEqual([
      ['26000147', 3500, 3300, 0, 200],
      ['26000155', 1000, 0, 1000, 0],
    ])
    expect(sheet.open).toEqual([
      { account: 'unidentified', line: 'l2', bank: 'b1', operator: null, amount: 1100, since: '2026-11-20', days: 10 },
      { account: 'held', caseNumber: '26000147', operator: 'ims', amount: 200, since: '2026-11-02', days: 28 },
    ])
    expect(sheet.accounts.find(row => row.account === 'stamps')).toEqual({
      account: 'stamps',
      opening: 0,
      increase: 1000,
      decrease: 1000,
      closing: 0,
      movements: [
        { kind: 'received', amount: 1000 },
        { kind: 'returned', amount: -1000 },
      ],
    })
    expect(sheet.entries).toEqual({ inMonth: 5, first: 1, last: 6 })
  })

  it('begins a month with what the month before left', () => {
    const october = monthSheet(story, { month: month('2026-10') })
    const after = monthSheet(story, { month: november })
    expect(after.accounts.map(row => row.opening)).toEqual(october.accounts.map(row => row.closing))
    expect(monthSheet(story, { month: month('2026-12') }).total).toMatchObject({
      brought: 1300,
      received: 0,
      held: 200,
    })
  })

  it('counts a transfer once that was booked by hand and proved by a line later', () => {
    const caseNumber = '26000147'
    const sheet = monthSheet(
      [
        entry({ kind: 'received', debit: 'in_transit', credit: 'held', caseNumber, receipt: 'r1' }),
        entry({ seq: 2, line: 'l1', account: 'b1' }),
        entry({
          seq: 3,
          kind: 'linked',
          debit: 'unidentified',
          credit: 'in_transit',
          caseNumber,
          receipt: 'r1',
          line: 'l1',
        }),
      ],
      { month: november },
    )
    expect(sheet.total).toMatchObject({ received: 3300, held: 3300, unidentified: 0 })
    expect(isProved(sheet)).toBe(true)
    expect(sheet.open.map(row => row.account)).toEqual(['held'])
  })

  it('is empty and proved where nothing was booked', () => {
    const sheet = monthSheet([], { month: november })
    expect(isProved(sheet)).toBe(true)
    expect([...sheet.operators, ...sheet.banks, ...sheet.cases, ...sheet.open]).toEqual([])
    expect(sheet.accounts.every(row => row.closing === 0)).toBe(true)
  })

  it('reckons the age from the day since which something has been open without a break', () => {
    const caseNumber = '26000147'
    const sheet = monthSheet(
      [
        entry({ seq: 1, on: '2026-09-01', kind: 'received', debit: 'cash', credit: 'held', caseNumber }),
        entry({ seq: 2, on: '2026-09-02', kind: 'applied', debit: 'held', credit: 'fees', caseNumber }),
        entry({ seq: 3, on: '2026-11-10', kind: 'unapplied', debit: 'fees', credit: 'held', caseNumber, amount: 300 }),
        entry({ seq: 4, on: '2026-11-12', kind: 'returned', debit: 'held', credit: 'cash', caseNumber, amount: 100 }),
      ],
      { month: november },
    )
    expect(sheet.open).toMatchObject([{ amount: 200, since: '2026-11-10', days: 20 }])
  })

  it('sees a gap in the numbers, a kind that does not fit its accounts, and more given than came', () => {
    expect(faults(story.filter(each => each.seq !== 4))).toContain('sequence')
    expect(faults(story.map(each => (each.seq === 3 ? { ...each, credit: 'kept' as const } : each)))).toContain('kinds')
    const taken = entry({
      seq: 7,
      kind: 'returned',
      debit: 'held',
      credit: 'cash',
      caseNumber: '26000147',
      amount: 500,
    })
    expect(faults([...story, taken])).toEqual(['negative'])
  })

  it('lets a payment that was dated back be signed, but shows it', () => {
    const taken = entry({
      seq: 7,
      kind: 'returned',
      debit: 'held',
      credit: 'stamps',
      caseNumber: '26000147',
      amount: 500,
    })
    const sheet = monthSheet([...story, taken], { month: november })
    expect(isProved(sheet)).toBe(true)
    expect(sheet.proofs.filter(each => !each.holds)).toMatchObject([{ proof: 'negative' }])
  })
})

describe('the text that is signed', () => {
  it('does not ask in which order the entries, or their fields, were given', () => {
    const turned = story
      .toReversed()
      .map(each => Object.fromEntries(Object.entries(each).reverse()) as unknown as LedgerEntry)
    expect(ledgerText(turned, november)).toBe(ledgerText(story, november))
  })

  it('stays as it is when later months are booked', () => {
    const later = entry({ seq: 7, on: '2026-12-01', line: 'l3' })
    expect(ledgerText([...story, later], november)).toBe(ledgerText(story, november))
    expect(lastOf(november)).toBe('2026-11-30')
  })
})

describe('money that goes back', () => {
  it('is owed, then sent, then seen to leave: only what is on its way stands in 未達, below nothing', () => {
    const ids = { line: 'l1', account: 'b1' }
    const all = [
      entry({ seq: 1, ...ids }),
      entry({ seq: 2, kind: 'refund_owed', debit: 'unidentified', credit: 'refund_payable', ...ids }),
      entry({ seq: 3, kind: 'refund_paid', debit: 'refund_payable', credit: 'in_transit', ...ids }),
      entry({ seq: 4, kind: 'debit_explained', debit: 'in_transit', credit: 'bank', line: 'l9', account: 'b1' }),
    ]
    const owed = monthSheet(all.slice(0, 2), { month: november })
    expect(owed.open).toMatchObject([{ account: 'refund_payable', line: 'l1', amount: 3300 }])
    const sent = monthSheet(all.slice(0, 3), { month: november })
    expect(sent.open).toMatchObject([{ account: 'in_transit', amount: -3300 }])
    expect(sent.proofs.filter(each => !each.holds)).toEqual([])
    const left = monthSheet(all, { month: november })
    expect(left.open).toEqual([])
    expect(left.banks).toMatchObject([{ received: 3300, returned: 3300, out: 3300, closing: 0 }])
  })
  it('lets a month close in which the account also paid for another business, or the bank corrected itself', () => {
    const debit = { kind: 'debit_explained', debit: 'not_ours', credit: 'bank', account: 'b1' } as const
    const all = [
      entry({ seq: 1, line: 'l1', account: 'b1' }),
      entry({ seq: 2, kind: 'set_aside', debit: 'unidentified', credit: 'not_ours', line: 'l1', account: 'b1' }),
      entry({ seq: 3, line: 'l8', ...debit }),
      entry({ seq: 4, line: 'l9', amount: 500, ...debit }),
    ]
    const sheet = monthSheet(all, { month: november })
    expect(sheet.proofs.filter(each => !each.holds)).toEqual([])
    expect(sheet.total).toMatchObject({ received: 3300, notOurs: 3300 })
    expect(sheet.accounts.find(({ account }) => account === 'not_ours')).toMatchObject({ closing: -500 })
  })
})
