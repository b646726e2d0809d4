import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineActNames } from '../../../src/domain/money/line-acts.ts'
import { isRefusal } from '../../../src/domain/refusal.ts'
import { yen } from '../../../src/domain/yen.ts'
import { ito, suzuki } from '../given.ts'
import { allocated, another, credited, debited, type LineStory } from './line-story.ts'

const lastOf = (line: LineStory) => line.entries.at(-1)

describe('a refund of a line', () => {
  test.each([
    ['0', 'line_used_up'],
    ['1', null],
    ['3300', null],
    ['3301', 'line_used_up'],
  ])('of %s yen out of 3,300', (amount, code) => {
    expect(credited().refusal('proposeLineRefund', ito, { amount })?.refused ?? null).toBe(code)
  })

  test('is at most what no case has', () => {
    const line = allocated(credited(), 3000)
    expect(line.refusal('proposeLineRefund', ito, { amount: '301' })).toEqual({
      refused: 'line_used_up',
      field: 'amount',
      about: { rest: 300 },
    })
    expect(line.refusal('proposeLineRefund', ito, { amount: '300' })).toBeNull()
  })

  test('is looked at again when it is approved: meanwhile a case may have got the money', () => {
    const line = allocated(credited().do('proposeLineRefund'), 1)
    expect(line.refusal('approveLineRefund', suzuki)).toMatchObject({ refused: 'line_used_up', about: { rest: 3299 } })
  })

  test('is never approved by who proposed it, whatever roles they have', () => {
    expect(credited().do('proposeLineRefund', suzuki).refusal('approveLineRefund', suzuki)).toEqual({
      refused: 'same_person',
    })
  })

  test('moves 仮受金 to 未払返金 only when it is approved, and back when it is withdrawn', () => {
    const line = credited().do('proposeLineRefund', ito, { amount: '1000' })
    expect(lastOf(line)).toMatchObject({ kind: 'refund_proposed', amount: 0 })
    line.do('approveLineRefund', suzuki)
    expect(lastOf(line)).toMatchObject({ debit: 'unidentified', credit: 'refund_payable', amount: 1000 })
    line.do('withdrawLineRefund')
    expect(lastOf(line)).toMatchObject({ debit: 'refund_payable', credit: 'unidentified', amount: 1000 })
    expect(line.state()).toMatchObject({ rest: 3300 })
    expect(line.state().refund).toBeUndefined()
  })
})

describe('a recall by the payer’s bank (組戻し)', () => {
  test.each([
    ['2026-11-19', 'date_before_event'],
    ['2026-11-20', null],
    ['2026-11-21', null],
    ['2026-11-22', 'date_in_future'],
  ])('of %s, for a line of the 20th, told on the 21st', (day, code) => {
    expect(credited().refusal('requestRecall', ito, { on: day })?.refused ?? null).toBe(code)
  })

  test.each([
    ['0', 'exceeds_balance'],
    ['3300', null],
    ['3301', 'exceeds_balance'],
  ])('over %s yen', (amount, code) => {
    expect(credited().refusal('requestRecall', ito, { amount })?.refused ?? null).toBe(code)
  })

  test('may ask for what a case already has, but is agreed to only once the case has given it back', () => {
    const line = allocated(credited()).do('requestRecall')
    expect(line.refusal('agreeToRecall', suzuki)).toEqual({ refused: 'recall_allocated' })
    line.moved({ kind: 'released', debit: 'held', credit: 'unidentified', amount: yen(3300) })
    expect(line.refusal('agreeToRecall', suzuki)).toBeNull()
  })

  test('moves no money by itself: the debit line does', () => {
    const line = credited().do('requestRecall').do('agreeToRecall', suzuki)
    expect(line.entries.slice(1).map(each => each.amount)).toEqual([0, 0])
    expect(line.state()).toMatchObject({ rest: 3300, recall: { amount: 3300, state: 'agreed' } })
  })
})

describe('a debit that is none of a case', () => {
  test.each([
    ['bank_fee', 'bank_charge'],
    ['other_business', 'not_ours'],
    ['own_transfer', 'not_ours'],
    ['other', 'not_ours'],
  ])('%s goes to %s, and comes back from there', (reason, account) => {
    const line = debited(330).do('setDebitAside', ito, { reason })
    expect(lastOf(line)).toMatchObject({ debit: account, credit: 'bank', amount: 330, body: { reason } })
    line.do('takeDebitBack')
    expect(lastOf(line)).toMatchObject({ debit: 'bank', credit: account, amount: 330 })
    expect(line.state()).toMatchObject({ unexplained: 330, aside: 0 })
  })
})

test('whatever people do with a line, its yen are somewhere, once', () => {
  const step = fc.record({
    act: fc.constantFrom(...lineActNames),
    by: fc.constantFrom(ito, suzuki, another),
    amount: fc.constantFrom('1', '1000', '3300'),
  })
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 25 }), (credit, steps) => {
      const line = credit ? credited() : debited()
      for (const { act, by, amount } of steps) {
        const more = act === 'proposeLineRefund' || act === 'requestRecall' ? { amount } : {}
        if (!isRefusal(line.try(act, by, more))) line.do(act, by, more)
        const { rest, aside, refund, unexplained } = line.state()
        const owed = refund?.approved ? refund.amount : 0
        expect(rest + unexplained + aside + owed).toBe(3300)
        expect(Math.min(rest, unexplained, aside)).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 300 },
  )
})
