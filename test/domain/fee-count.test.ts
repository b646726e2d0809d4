import { describe, expect, test } from 'vitest'
import { heldMoney, outstanding } from '../../src/domain/fee.ts'
import { account, ito, logged, paid, sato, Story as Tale } from './given.ts'

const envelope = (amount = '3300') => logged('ims').tell(paid(amount, 'registered_cash'))
const count = (amount: string) => ({ receipt: 'r1', amount })

describe('an envelope of cash', () => {
  test('pays nothing until another person has counted it to the same sum', () => {
    const story = envelope()
    expect([outstanding(story.kase), heldMoney(story.kase)]).toEqual([3300, 3300])
    expect(story.steps()).toContain('recount_cash')
    expect(story.refusedAt('applyFee', count('3300'))).toEqual(['count_unconfirmed', undefined])
    expect(story.refusal('recountCash', count('3300'))).toBe('same_person')
    story.as(sato).do('recountCash', count('３，３００円'))
    expect(story.last).toEqual([
      { type: 'CashRecounted', receipt: 'r1' },
      { type: 'FeeApplied', receipt: 'r1', amount: 3300 },
    ])
    expect(story.kase.feeSettledOn).toBe('2026-11-20')
    expect(story.steps()).not.toContain('recount_cash')
    expect(story.refusal('recountCash', count('3300'))).toBe('unknown_receipt')
  })

  test('counted to another sum says so without either sum, and after two such counts is booked anew', () => {
    const story = envelope().as(sato).do('recountCash', count('3000'))
    expect(story.last).toEqual([{ type: 'CashMiscounted', receipt: 'r1' }])
    expect(story.steps()).toContain('recount_cash')
    story.do('recountCash', count('3200'))
    expect(story.steps()).toContain('rebook_cash')
    expect(story.try('recountCash', count('3300'))).toEqual({ refused: 'counts_differ' })
    story.as(ito).do('reverseFee', { receipt: 'r1', reason: '数え違い' }).tell(paid('3200', 'registered_cash'))
    story.as(sato).do('recountCash', { receipt: 'r2', amount: '3200' })
    expect([outstanding(story.kase), heldMoney(story.kase)]).toEqual([100, 0])
    expect(story.steps()).not.toContain('rebook_cash')
  })

  test('may be right on the second try', () => {
    const story = envelope().as(sato).do('recountCash', count('3000')).do('recountCash', count('3300'))
    expect(outstanding(story.kase)).toBe(0)
  })

  test('of an operator that takes none stays held when it is counted', () => {
    const story = logged('iij').tell(paid('1000', 'registered_cash')).as(sato).do('recountCash', count('1000'))
    expect(story.last).toEqual([{ type: 'CashRecounted', receipt: 'r1', held: 'means_not_accepted' }])
    expect(story.as(ito).refusal('applyFee', count('1000'))).toBeNull()
  })

  test('more than is owed pays the fee, and the rest is held', () => {
    const story = envelope('5000').as(sato).do('recountCash', count('5000'))
    expect([outstanding(story.kase), heldMoney(story.kase)]).toEqual([0, 1700])
  })

  test('that comes before the request is counted first and applied when the request arrives', () => {
    const early = new Tale().do('logFormRequest', {
      operator: 'ims',
      channel: 'phone',
      receivedOn: '2026-11-20',
      requester: { family: '山田', postcode: '860-0047', address: '熊本市', phone: '096-000-0000' },
    })
    early.tell(paid('3300', 'registered_cash')).as(sato)
    expect(early.steps()).toContain('recount_cash')
    early.do('recountCash', count('3300'))
    expect(early.kase.fee.receipts[0]?.held).toBe('fee_not_due')
  })
})

describe('money that one person alone has counted', () => {
  const refund = { receipt: 'r1', amount: '5000', means: 'cash', on: '2026-11-20', reason: '請求の取下げ' } as const

  test('is neither handed back nor asked to be sent back', () => {
    const story = envelope('5000')
    expect(story.refusal('refundFee', refund)).toBe('count_unconfirmed')
    const proposal = { receipt: 'r1', amount: '5000', payee: account, reason: '請求の取下げ' } as const
    expect(story.refusal('proposeRefund', proposal)).toBe('count_unconfirmed')
  })

  test('may go back what is left of it once another has counted', () => {
    const story = envelope('5000').as(sato).do('recountCash', count('5000'))
    expect(story.as(ito).refusal('refundFee', { ...refund, amount: '1700' })).toBeNull()
  })
})
