import { describe, expect, test } from 'vitest'
import { heldMoney, outstanding, unassigned } from '../../src/domain/fee.ts'
import { account, type Given, ito, logged, paid, refundApproved, refunded, type Story, sato, suzuki } from './given.ts'

const over = () => logged('ims').tell(paid('5000'))
const proposal = (amount = '1700', more: Partial<Given<'proposeRefund'>> = {}): Given<'proposeRefund'> => ({
  receipt: 'r1',
  amount,
  payee: account,
  reason: '過払い',
  ...more,
})
const proposed = (amount = '1700') => over().do('proposeRefund', proposal(amount))
const transfer = (amount: string): Given<'refundFee'> => ({
  receipt: 'r1',
  amount,
  means: 'transfer',
  on: '2026-11-21',
  reason: '過払い',
})
const receiptOf = ({ kase }: Story) => kase.fee.receipts[0]

describe('a refund by transfer', () => {
  test('is proposed with an account, which is written as the bank writes it and kept apart', () => {
    const story = proposed()
    expect(story.last).toMatchObject([
      { type: 'RefundProposed', amount: 1700, payee: { fresh: { number: '1234567', holder: 'ヤマダ ハナコ' } } },
    ])
    expect(story.steps()).toContain('approve_refund')
    expect(story.steps()).not.toContain('assign_money')
    expect(story.refusedAt('proposeRefund', proposal('100'))).toEqual(['refund_open', 'receipt'])
  })

  test.each([
    ['number', '12345678'],
    ['number', '口座'],
    ['holder', '山田花子'],
    ['holder', ''],
    ['bank', ''],
  ])('with %s %j is not read', (field, value) => {
    expect(() => proposalWith({ [field]: value })).toThrow()
  })

  test('is approved by another person and leaves what may be used', () => {
    const story = proposed().as({ ...suzuki, id: 'ito', roles: ['approver', 'cashier'] })
    expect(story.refusal('approveRefund', { receipt: 'r1' })).toBe('same_person')
    story.as(suzuki).do('approveRefund', { receipt: 'r1' })
    expect(story.last).toEqual([{ type: 'RefundApproved', receipt: 'r1', amount: 1700 }])
    expect(receiptOf(story)).toMatchObject({ refundDue: 1700, refunded: 0 })
    expect(heldMoney(story.kase)).toBe(0)
    expect(story.steps()).toContain('send_refund')
    expect(story.as(ito).refusal('giveUpRefund', { receipt: 'r1', how: 'x' })).toBe('nothing_owed')
    expect(story.refusal('reverseFee', { receipt: 'r1', reason: 'x' })).toBe('refund_open')
    expect(story.refusal('refundFee', { ...transfer('1'), means: 'cash' })).toBe('exceeds_balance')
  })

  test('is done when the debit line is matched, to the yen', () => {
    const story = over().tell(refundApproved('1700'))
    const sent = { receipt: 'r1', on: '2026-11-21', line: 'n9' }
    expect(story.refusedAt('refundSent', { ...sent, amount: '1699' })).toEqual(['refund_not_approved', 'amount'])
    story.do('refundSent', { ...sent, amount: '1700' })
    expect(story.last).toEqual([{ type: 'FeeRefunded', means: 'transfer', ...sent, amount: 1700 }])
    expect(receiptOf(story)).toMatchObject({ refunded: 1700, sent: [{ amount: 1700, line: 'n9', by: 'ito' }] })
    expect(receiptOf(story)).not.toHaveProperty('refundDue')
    expect(story.steps()).not.toContain('send_refund')
    expect(story.refusal('refundSent', { ...sent, amount: '1700' })).toBe('nothing_owed')
  })

  test('cannot be booked by hand past the second person', () => {
    expect(over().refusedAt('refundFee', transfer('1700'))).toEqual(['refund_not_approved', 'means'])
    expect(over().as(suzuki).refusedAt('refundFee', transfer('1700'))).toEqual(['refund_not_approved', 'means'])
    expect(proposed().refusal('refundFee', transfer('1700'))).toBe('refund_not_approved')
    const story = over().tell(refundApproved('1700'))
    expect(story.try('refundFee', transfer('1000'))).toEqual({
      refused: 'refund_not_approved',
      field: 'amount',
      about: { due: 1700 },
    })
    expect(receiptOf(story.do('refundFee', transfer('1700')))).toMatchObject({ refunded: 1700, sent: [{ by: 'ito' }] })
  })

  test('of what was applied makes the fee owed again, as the approver decides', () => {
    const story = logged('ims').tell(paid(), refundApproved('3300'))
    expect(story.last).toEqual([
      { type: 'FeeUnapplied', receipt: 'r1', amount: 3300 },
      { type: 'RefundApproved', receipt: 'r1', amount: 3300 },
    ])
    expect(outstanding(story.kase)).toBe(3300)
  })

  test('cannot be more than came, and is looked at again when it is approved', () => {
    expect(over().refusedAt('proposeRefund', proposal('5001'))).toEqual(['exceeds_balance', 'amount'])
    expect(over().refusedAt('proposeRefund', proposal('0'))).toEqual(['exceeds_balance', 'amount'])
    expect(over().refusedAt('proposeRefund', proposal('1', { receipt: 'r2' }))).toEqual(['unknown_receipt', 'receipt'])
    const story = proposed('5000').do('refundFee', { ...transfer('1700'), means: 'cash' })
    expect(story.as(suzuki).refusedAt('approveRefund', { receipt: 'r1' })).toEqual(['exceeds_balance', 'receipt'])
  })

  test('declined or withdrawn is held money again', () => {
    const no = proposed().as(suzuki).do('declineRefund', { receipt: 'r1', reason: '口座が違う' })
    expect(heldMoney(no.kase)).toBe(1700)
    expect(no.steps()).toContain('assign_money')
    const back = over().tell(refundApproved('1700')).do('withdrawRefund', { receipt: 'r1', reason: '口座なし' })
    expect(back.last).toMatchObject([{ type: 'RefundWithdrawn', amount: 1700 }])
    expect(heldMoney(back.kase)).toBe(1700)
    expect(back.refusal('withdrawRefund', { receipt: 'r1', reason: 'x' })).toBe('nothing_owed')
  })

  test('that bounced is held money again; one whose line was only un-matched waits to be sent', () => {
    const sent = () =>
      over()
        .tell(refundApproved('1700'))
        .do('refundSent', { receipt: 'r1', amount: '1700', on: '2026-11-21', line: 'n9' })
    const bounced = sent().do('refundUnsent', { receipt: 'r1', line: 'n9', bounced: true })
    expect(receiptOf(bounced)).toMatchObject({ refunded: 0, sent: [] })
    expect(heldMoney(bounced.kase)).toBe(1700)
    const unmatched = sent().do('refundUnsent', { receipt: 'r1', line: 'n9' })
    expect(receiptOf(unmatched)).toMatchObject({ refunded: 0, refundDue: 1700, refund: { by: 'ito' } })
    expect(heldMoney(unmatched.kase)).toBe(0)
    expect(sent().refusal('refundUnsent', { receipt: 'r1', line: 'n8' })).toBe('unknown_receipt')
    const byHand = over().tell(refunded('1700')).do('withdrawRefund', { receipt: 'r1', reason: '振込不能' })
    expect(byHand.last).toMatchObject([{ type: 'RefundUnsent', amount: 1700, bounced: true }])
    expect(heldMoney(byHand.kase)).toBe(1700)
  })

  test('keeps the case open, proposed or approved, until it is sent', () => {
    const story = proposed().as(sato).do('withdraw', { on: '2026-11-21', how: 'phone' })
    expect(story.refusal('close', {})).toBe('refund_open')
    story.as(suzuki).do('approveRefund', { receipt: 'r1' }).do('keepFee', { reason: '調査に着手した後' })
    expect(story.refusal('close', {})).toBe('refund_open')
    story.as(ito).do('refundFee', transfer('1700'))
    expect(story.as(sato).refusal('close', {})).toBeNull()
  })
})

const proposalWith = (more: object) => over().do('proposeRefund', proposal('1700', { payee: { ...account, ...more } }))

test('change in stamps is counted piece by piece', () => {
  const story = logged('iij')
    .as(ito)
    .do('receiveFee', { means: 'stamps', amount: '1040', receivedOn: '2026-11-20', stamps: [{ face: 104, count: 10 }] })
  const change = { receipt: 'r1', amount: '40', means: 'stamps', on: '2026-11-21', reason: '過払い' } as const
  expect(story.refusedAt('refundFee', { ...change, stamps: [{ face: 10, count: 3 }] })).toEqual([
    'amounts_differ',
    'amount',
  ])
  story.do('refundFee', { ...change, stamps: [{ face: 10, count: 4 }] })
  expect(story.last).toMatchObject([{ type: 'FeeRefunded', stamps: [{ face: 10, count: 4 }] }])
  expect(unassigned(story.kase.fee.receipts[0] as never)).toBe(0)
})
