import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/domain/case.ts'
import { heldMoney, outstanding, owed, paid as paidIn, unassigned } from '../../src/domain/fee.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { account, type Given, ito, logged, paid, type Story, suzuki } from './given.ts'

const refund = (amount: string, more: Partial<Given<'refundFee'>> = {}): Given<'refundFee'> => ({
  receipt: 'r1',
  amount,
  means: 'postal_order',
  on: '2026-11-21',
  reason: '過払い',
  ...more,
})

describe('waiver', () => {
  test('takes two persons', () => {
    const both = { ...suzuki, roles: ['approver', 'cashier'] as const }
    const story = logged('ims').as(both).do('proposeWaiver', { reason: '当社の誤案内' })
    expect(story.refusal('approveWaiver', {})).toBe('same_person')
    expect(story.steps()[0]).toBe('approve_waiver')
    story.as({ ...suzuki, id: 'kato' }).do('approveWaiver', {})
    expect(story.last).toEqual([{ type: 'FeeWaived', amount: 3300 }])
    expect(owed(story.kase)).toBe(0)
    expect(story.refusal('approveWaiver', {})).toBe('nothing_owed')
  })

  test('covers what is short, after a part was paid', () => {
    const story = logged('ims').tell(paid('3000')).do('proposeWaiver', { reason: '少額' }).as(suzuki)
    expect(story.do('approveWaiver', {}).last).toEqual([{ type: 'FeeWaived', amount: 300 }])
    expect(outstanding(story.kase)).toBe(0)
  })

  test('never covers more than was proposed', () => {
    const story = logged('ims').tell(paid('3000')).do('proposeWaiver', { reason: '少額' })
    story.do('reverseFee', { receipt: 'r1', reason: '別件の入金' }).as(suzuki).do('approveWaiver', {})
    expect(outstanding(story.kase)).toBe(3000)
  })

  test('is moot once the fee is paid', () => {
    const story = logged('ims').as(ito).do('proposeWaiver', { reason: 'x' }).tell(paid())
    expect(story.as(suzuki).refusal('approveWaiver', {})).toBe('nothing_owed')
    expect(story.as(ito).refusal('proposeWaiver', { reason: 'x' })).toBe('fee_already_settled')
  })
})

describe('refund', () => {
  test('a clerk returns what was paid too much, not what was applied', () => {
    const story = logged('ims').tell(paid('5000'))
    expect(story.refusedAt('refundFee', refund('1701'))).toEqual(['exceeds_balance', 'amount'])
    expect(story.refusedAt('refundFee', refund('0'))).toEqual(['exceeds_balance', 'amount'])
    story.do('refundFee', refund('1700'))
    expect(story.last.map(event => event.type)).toEqual(['FeeRefunded'])
    expect(heldMoney(story.kase)).toBe(0)
  })

  test('an approver may return the fee itself; it is then owed again until waived', () => {
    const story = logged('ims').tell(paid()).as(suzuki).do('refundFee', refund('3300'))
    expect(story.last).toMatchObject([
      { type: 'FeeUnapplied', amount: 3300 },
      { type: 'FeeRefunded', amount: 3300 },
    ])
    expect(outstanding(story.kase)).toBe(3300)
    story.as(ito).do('proposeWaiver', { reason: '返金のため' }).as(suzuki).do('approveWaiver', {})
    expect(outstanding(story.kase)).toBe(0)
  })

  test('after withdrawal a clerk returns the fee, since nothing is owed any more', () => {
    const story = logged('ims', { kinds: ['disclosure', 'correction'] }).tell(paid())
    story.as(suzuki).do('withdraw', { kinds: ['disclosure'], on: '2026-11-21', how: 'letter' })
    expect(story.as(ito).refusal('refundFee', refund('3300'))).toBeNull()
  })

  test('goes back on a day between receipt and today, on a receipt that is there', () => {
    const story = logged('ims').tell(paid('5000'))
    expect(story.refusedAt('refundFee', refund('100', { on: '2026-11-19' }))).toEqual(['date_before_event', 'on'])
    expect(story.refusedAt('refundFee', refund('100', { on: '2026-11-22' }))).toEqual(['date_in_future', 'on'])
    expect(story.refusedAt('refundFee', refund('100', { receipt: 'r2' }))).toEqual(['unknown_receipt', 'receipt'])
    expect(logged('ims').refusal('refundFee', refund('100'))).toBe('unknown_receipt')
  })
})

test('who does not want the rest back gives it up, and the ledger is at zero', () => {
  const story = logged('ims').tell(paid('3310')).do('giveUpRefund', { receipt: 'r1', how: '電話で申出' })
  expect(story.last).toMatchObject([{ type: 'RefundGivenUp', amount: 10 }])
  expect(heldMoney(story.kase)).toBe(0)
  expect(story.refusal('giveUpRefund', { receipt: 'r1', how: 'x' })).toBe('nothing_owed')
})

describe('reversal', () => {
  test('takes a receipt out of the books, which owe again', () => {
    const story = logged('ims').tell(paid()).do('reverseFee', { receipt: 'r1', reason: '別の受付番号の入金' })
    expect(outstanding(story.kase)).toBe(3300)
    expect(story.kase.feeSettledOn).toBeUndefined()
    expect(story.refusal('reverseFee', { receipt: 'r1', reason: 'x' })).toBe('unknown_receipt')
    expect(story.tell(paid()).refusedAt('reverseFee', { receipt: 'r1', reason: 'x' })).toEqual([
      'unknown_receipt',
      'receipt',
    ])
  })

  test('is too late once money went back', () => {
    const story = logged('ims').tell(paid('5000')).do('refundFee', refund('100'))
    expect(story.refusedAt('reverseFee', { receipt: 'r1', reason: 'x' })).toEqual(['exceeds_balance', 'receipt'])
  })
})

const amount = fc.constantFrom('0', '1', '300', '3000', '3300', '5000')
const receipt = fc.constantFrom('r1', 'r1', 'r2', 'r3')
const x = fc.constant('x')
const today = fc.constant('2026-11-21')
const means = fc.constantFrom('transfer', 'transfer', 'cash', 'registered_cash')
const line = fc.constantFrom('n1', 'n2')
const of = (verb: string, more: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ verb: fc.constant(verb), ...more })
const move = fc.oneof(
  { weight: 12, arbitrary: of('receiveFee', { means, amount, receivedOn: fc.constant('2026-11-20') }) },
  { weight: 4, arbitrary: of('applyFee', { receipt, amount }) },
  { weight: 4, arbitrary: of('refundFee', { receipt, amount, means, on: today, reason: x }) },
  { weight: 6, arbitrary: of('proposeRefund', { receipt, amount, payee: fc.constant(account), reason: x }) },
  { weight: 6, arbitrary: of('approveRefund', { receipt }) },
  { weight: 1, arbitrary: of('declineRefund', { receipt, reason: x }) },
  { weight: 1, arbitrary: of('withdrawRefund', { receipt, reason: x }) },
  { weight: 6, arbitrary: of('refundSent', { receipt, amount, on: today, line }) },
  { weight: 2, arbitrary: of('refundUnsent', { receipt, line, bounced: fc.boolean() }) },
  { weight: 4, arbitrary: of('recountCash', { receipt, amount }) },
  { weight: 3, arbitrary: of('receiveLine', { amount, receivedOn: fc.constant('2026-11-20'), line }) },
  { weight: 1, arbitrary: of('releaseLine', { receipt }) },
  { weight: 1, arbitrary: of('linkLine', { receipt, line }) },
  { weight: 2, arbitrary: of('giveUpRefund', { receipt, how: x }) },
  { weight: 2, arbitrary: of('reverseFee', { receipt, reason: x }) },
  { weight: 2, arbitrary: of('proposeWaiver', { reason: x }) },
  { weight: 2, arbitrary: of('approveWaiver', {}) },
  { weight: 1, arbitrary: of('withdraw', { kinds: fc.constant('disclosure'), on: today, how: fc.constant('phone') }) },
)

/** A blind shot would hardly ever approve what is proposed, nor send the sum that was approved. */
const aimed = (kase: Case, verb: string): object => {
  const refund = kase.fee.receipts.find(each => each.refund !== undefined)
  if (refund === undefined) return {}
  if (verb === 'approveRefund') return { receipt: refund.id }
  const sends = verb === 'refundSent' || verb === 'refundFee'
  return sends && refund.refundDue !== undefined ? { receipt: refund.id, amount: String(refund.refundDue) } : {}
}

const inBalance = (kase: Case) =>
  kase.fee.receipts
    .filter(each => !each.reversed)
    .every(
      each =>
        unassigned(each) >= 0 &&
        each.refunded >= 0 &&
        each.amount === each.applied + each.refunded + each.givenUp + (each.refundDue ?? 0) + unassigned(each) &&
        each.refunded >= (each.sent ?? []).reduce((sum, { amount }) => sum + amount, 0),
    )

test('whatever is done, every yen is in one place and the fee is never taken twice', () => {
  let settled = 0
  let sent = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(move, fc.constantFrom(ito, suzuki)), { maxLength: 40, size: 'max' }), moves => {
      const story = logged('ims', { kinds: ['disclosure', 'correction'] })
      let most = owed(story.kase)
      for (const [{ verb, ...given }, by] of moves) {
        const body = { ...given, ...aimed(story.kase, verb) }
        const decided = story.as(verb === 'approveRefund' ? suzuki : by).try(verb as 'applyFee', body as never)
        if (!isRefusal(decided)) story.do(verb as 'applyFee', body as never)
        expect(inBalance(story.kase)).toBe(true)
        most = Math.max(most, owed(story.kase))
        expect(paidIn(story.kase)).toBeLessThanOrEqual(most)
        if (decidedOf(decided).includes('FeeApplied')) expect(paidIn(story.kase)).toBeLessThanOrEqual(owed(story.kase))
      }
      if (story.kase.fee.receipts.some(each => each.sent?.length)) sent += 1
      if (paidIn(story.kase) > 0 && outstanding(story.kase) === 0) settled += 1
    }),
    { numRuns: 800 },
  )
  expect(settled).toBeGreaterThan(40)
  expect(sent).toBeGreaterThan(5)
})

const decidedOf = (decided: ReturnType<Story['try']>): string[] =>
  isRefusal(decided) ? [] : decided.map(event => event.type)
