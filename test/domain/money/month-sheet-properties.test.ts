import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { isMonth, type Month, monthOf } from '../../../src/domain/money/closing.ts'
import { type LedgerEntry, ledgerAccounts, ledgerKinds } from '../../../src/domain/money/ledger-entry.ts'
import { monthSheet } from '../../../src/domain/money/month-sheet.ts'
import { bankSides } from '../../../src/domain/money/month-sheet-banks.ts'
import { caseSides } from '../../../src/domain/money/month-sheet-cases.ts'
import { sides } from '../../../src/domain/money/month-sheet-flows.ts'
import { ledgerText } from '../../../src/domain/money/month-sheet-text.ts'
import { entry, legalLedgers } from './legal-ledger.ts'

const month = (text: string): Month => {
  if (!isMonth(text)) throw new RangeError(text)
  return text
}
const november = month('2026-11')
const someMonth = fc.constantFrom('2026-09', '2026-10', '2026-11', '2026-12', '2027-01').map(month)
const faults = (entries: readonly LedgerEntry[], of = november) =>
  monthSheet(entries, { month: of })
    .proofs.filter(each => !each.holds)
    .map(each => each.proof)

describe('over random ledgers', () => {
  it('every sum agrees, in every month, whatever the desk booked', () => {
    fc.assert(
      fc.property(legalLedgers, someMonth, (entries, of) => {
        const sheet = monthSheet(entries, { month: of })
        expect(sheet.proofs.filter(each => !each.holds)).toEqual([])
        for (const flow of [sheet.total, ...sheet.operators]) expect(sides(flow).left).toBe(sides(flow).right)
        for (const flow of sheet.banks) {
          expect(bankSides(flow).left).toBe(bankSides(flow).right)
          const { opening, received, out, closing } = flow
          expect(opening + received - out).toBe(closing)
        }
        for (const flow of sheet.cases) expect(caseSides(flow).left).toBe(caseSides(flow).right)
      }),
      { numRuns: 400 },
    )
  })

  it('what came is reckoned independently of the accounts: all lines and all that was handed in, once', () => {
    fc.assert(
      fc.property(legalLedgers, entries => {
        const of = monthOf(day('2026-11-01'))
        const inMonth = entries.filter(each => monthOf(each.on) === of)
        const sum = (kind: LedgerEntry['kind']) =>
          inMonth.filter(each => each.kind === kind).reduce((total, each) => total + each.amount, 0)
        expect(monthSheet(entries, { month: of }).total.received).toBe(
          sum('line_in') + sum('received') - sum('reversed') - sum('linked'),
        )
      }),
    )
  })

  it('an entry removed is noticed, and one changed changes what was signed', () => {
    const change = fc.constantFrom<(one: LedgerEntry) => Partial<LedgerEntry>>(
      ({ amount }) => ({ amount: (amount + 1) as LedgerEntry['amount'] }),
      ({ on }) => ({ on: on === day('2026-09-20') ? day('2026-09-21') : day('2026-09-20') }),
      ({ caseNumber }) => ({ caseNumber: `${caseNumber}0` }),
      ({ credit }) => ({ credit: credit === 'kept' ? 'fees' : 'kept' }),
      ({ by }) => ({ by: `${by}x` }),
    )
    fc.assert(
      fc.property(legalLedgers, fc.nat(), change, (entries, at, changed) => {
        fc.pre(entries.length > 1)
        const which = at % entries.length
        const last = monthOf(entries.at(-1)?.on ?? day('2026-11-30'))
        const fewer = entries.filter((_, index) => index !== which)
        if (which < entries.length - 1) expect(faults(fewer, last)).toContain('sequence')
        const renumbered = fewer.map((each, index) => ({ ...each, seq: index + 1 }))
        const other = entries.map((each, index) => (index === which ? { ...each, ...changed(each) } : each))
        for (const wrong of [fewer, renumbered, other])
          expect(ledgerText(wrong, last)).not.toBe(ledgerText(entries, last))
      }),
    )
  })

  it('never stops at entries that no desk would book', () => {
    const any = fc.record({
      kind: fc.constantFrom(...ledgerKinds),
      debit: fc.constantFrom(...ledgerAccounts),
      credit: fc.constantFrom(...ledgerAccounts),
      amount: fc.nat(9_999_999_999),
      seq: fc.nat(50),
      line: fc.constantFrom('l1', 'l2'),
      on: fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), all => {
        const sheet = monthSheet(all.map(entry), { month: november })
        expect(sheet.proofs.find(each => each.proof === 'balance')?.holds).toBe(true)
      }),
    )
  })
})
