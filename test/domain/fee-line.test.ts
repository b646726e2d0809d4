import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../src/domain/case.ts'
import { heldMoney, outstanding } from '../../src/domain/fee.ts'
import { ito, logged, paid, recounted, refundApproved, refunded } from './given.ts'

const line = (amount = '3300', id = 'n1') => ({ amount, receivedOn: '2026-11-20', payer: 'ﾔﾏﾀﾞ ﾊﾅｺ', line: id })
const matched = (operator = 'ims', amount = '3300') => logged(operator).as(ito).do('receiveLine', line(amount))

test.each(['receiveLine', 'releaseLine', 'linkLine', 'refundSent', 'refundUnsent'] as const)(
  '%s is never sent in from outside',
  verb => {
    expect(ruleOf(verb).inner).toBe(true)
  },
)

describe('a line of a statement', () => {
  test('is a transfer that pays what is owed, and knows its line', () => {
    const story = matched('ims', '5000')
    expect(story.last).toMatchObject([
      { type: 'FeeReceived', receipt: 'r1', means: 'transfer', amount: 5000, line: 'n1', orders: [], stamps: [] },
      { type: 'FeeApplied', receipt: 'r1', amount: 3300 },
    ])
    expect(story.kase.fee.receipts[0]?.line).toBe('n1')
    expect(heldMoney(story.kase)).toBe(1700)
  })

  test('of an operator that takes no transfers is held like any other', () => {
    expect(matched('iij', '1000').kase.fee.receipts[0]?.held).toBe('means_not_accepted')
  })

  test('is booked on a case once', () => {
    expect(matched().refusedAt('receiveLine', line())).toEqual(['receipt_of_line', 'line'])
    expect(matched().do('releaseLine', { receipt: 'r1' }).refusal('receiveLine', line())).toBeNull()
  })

  test('that was un-matched is taken out of the books, as long as nothing of it went back', () => {
    const story = matched().do('releaseLine', { receipt: 'r1', reason: '別の方の振込' })
    expect(story.last).toMatchObject([{ type: 'FeeReversed', receipt: 'r1' }])
    expect(outstanding(story.kase)).toBe(3300)
    const gone = matched('ims', '5000').tell(refunded('1700'))
    expect(gone.refusedAt('releaseLine', { receipt: 'r1' })).toEqual(['exceeds_balance', 'receipt'])
    const going = matched('ims', '5000').tell(refundApproved('1700'))
    expect(going.refusedAt('releaseLine', { receipt: 'r1' })).toEqual(['refund_open', 'receipt'])
  })

  test('is not reversed by hand, for its match would stay', () => {
    expect(matched().refusedAt('reverseFee', { receipt: 'r1', reason: 'x' })).toEqual(['receipt_of_line', 'receipt'])
  })
})

describe('a line that comes after the transfer was booked by hand', () => {
  const linked = () => logged('ims').tell(paid()).do('linkLine', { receipt: 'r1', line: 'n7' })

  test('proves the receipt and books nothing', () => {
    const story = linked()
    expect(story.last).toEqual([{ type: 'FeeLineLinked', receipt: 'r1', line: 'n7' }])
    expect(story.kase.fee.receipts).toMatchObject([{ line: 'n7', linked: true, applied: 3300 }])
    expect(story.refusedAt('linkLine', { receipt: 'r1', line: 'n8' })).toEqual(['receipt_of_line', 'receipt'])
    expect(story.refusedAt('reverseFee', { receipt: 'r1', reason: 'x' })).toEqual(['receipt_of_line', 'receipt'])
  })

  test('un-matched leaves the receipt as it was', () => {
    const story = linked().do('releaseLine', { receipt: 'r1' })
    expect(story.last).toEqual([{ type: 'FeeLineUnlinked', receipt: 'r1', line: 'n7' }])
    expect(story.kase.fee.receipts).toEqual(logged('ims').tell(paid()).kase.fee.receipts)
    expect(story.refusal('releaseLine', { receipt: 'r1' })).toBe('unknown_receipt')
  })

  test('proves no cash', () => {
    expect(logged('ims').tell(recounted('3300')).refusal('linkLine', { receipt: 'r1', line: 'n7' })).toBe(
      'unknown_receipt',
    )
    expect(
      logged('ims').tell(paid('3300', 'postal_transfer')).refusal('linkLine', { receipt: 'r1', line: 'n7' }),
    ).toBeNull()
  })
})
