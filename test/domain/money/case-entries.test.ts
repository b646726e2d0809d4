import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Case, decide, ruleOf, type Verb } from '../../../src/domain/case.ts'
import { evolve } from '../../../src/domain/evolve.ts'
import { heldMoney, paid } from '../../../src/domain/fee.ts'
import { movementsOf } from '../../../src/domain/money/case-entries.ts'
import type { LedgerAccount, Movement } from '../../../src/domain/money/ledger-entry.ts'
import { isLegal } from '../../../src/domain/money/month-sheet-kinds.ts'
import { isRefusal } from '../../../src/domain/refusal.ts'
import { stripped } from '../../../src/domain/rule.ts'
import { Dice, guesses } from '../dice.ts'
import { contextOn, ito, logged, suzuki } from '../given.ts'

const verbs: readonly Verb[] = [
  'receiveFee',
  'receiveLine',
  'applyFee',
  'reverseFee',
  'releaseLine',
  'linkLine',
  'refundFee',
  'proposeRefund',
  'approveRefund',
  'refundSent',
  'refundUnsent',
  'withdrawRefund',
  'giveUpRefund',
  'recountCash',
  'proposeWaiver',
  'approveWaiver',
  'withdraw',
]

/** Credits less debits. */
const balance = (movements: readonly Movement[], account: LedgerAccount): number =>
  movements.reduce(
    (sum, { debit, credit, amount }) => sum + (credit === account ? amount : 0) - (debit === account ? amount : 0),
    0,
  )

const walk = (throws: readonly (readonly number[])[]) => {
  let kase: Case = logged('ims').kase
  const moved: Movement[] = []
  const ctx = contextOn('2026-11-21')
  for (const each of throws) {
    const dice = new Dice(each)
    const verb = dice.one(verbs) ?? 'receiveFee'
    const guess = guesses[verb](dice, kase, ctx.today)
    const cash = verb === 'refundFee' && dice.often(50) ? { means: 'cash', on: ctx.today } : {}
    const parsed = ruleOf(verb).body.safeParse({ ...guess, ...cash })
    if (!parsed.success) continue
    const by = { ...(dice.often(50) ? ito : suzuki), roles: ['cashier', 'approver', 'reception'] as const }
    const entry = { seq: kase.seq + 1, at: ctx.now, by: by.id }
    const decided = decide(kase, verb, stripped(parsed.data as Record<string, unknown>), { ...ctx, by })
    if (isRefusal(decided)) continue
    moved.push(...movementsOf(kase, decided, ctx.today, (so, event) => evolve(so, event, entry)))
    kase = decided.reduce((so, event) => evolve(so, event, entry), kase)
  }
  return { kase, moved }
}

const throws = fc.array(fc.nat({ max: 9999 }), { minLength: 24, maxLength: 24 })

describe('the ledger of a case', () => {
  const seen = new Set<string>()

  test('says the same as the case, whatever was done with its money', () => {
    fc.assert(
      fc.property(fc.noBias(fc.array(throws, { minLength: 40, maxLength: 40 })), list => {
        const { kase, moved } = walk(list)
        const good = kase.fee.receipts.filter(receipt => !receipt.reversed)
        const sum = (of: (receipt: (typeof good)[number]) => number) =>
          good.reduce((total, each) => total + of(each), 0)
        expect(balance(moved, 'held')).toBe(heldMoney(kase))
        expect(balance(moved, 'fees')).toBe(paid(kase))
        expect(balance(moved, 'refund_payable')).toBe(sum(each => each.refundDue ?? 0))
        expect(balance(moved, 'kept')).toBe(sum(each => each.givenUp))
        for (const movement of moved) {
          seen.add(movement.kind)
          expect(isLegal({ ...movement, seq: 1, at: '', by: '' })).toBe(true)
          expect(movement.amount).toBeGreaterThan(0)
        }
      }),
      { numRuns: 1500, seed: 20261122 },
    )
  })

  test('and every kind of movement has really been there', () => {
    expect([...seen].sort()).toEqual([
      'allocated',
      'applied',
      'debit_explained',
      'debit_unexplained',
      'given_up',
      'linked',
      'received',
      'refund_owed',
      'refund_paid',
      'refund_unpaid',
      'released',
      'returned',
      'reversed',
      'unapplied',
      'unlinked',
    ])
  })
})
