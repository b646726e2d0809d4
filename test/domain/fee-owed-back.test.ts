import { describe, expect, it } from 'vitest'
import { owedBack } from '../../src/domain/fee-owed-back.ts'
import { account, type Given, ito, logged, paid, sato, type Story, suzuki } from './given.ts'

const back = (story: Story) => owedBack(story.kase).map(({ receipt, amount }) => [receipt.id, amount])

describe('what is to go back of a case', () => {
  it('is nothing while the fee is owed, or paid to the yen', () => {
    expect(back(logged('ims'))).toEqual([])
    expect(back(logged('ims').tell(paid()))).toEqual([])
  })

  it('is what was paid over, and the whole fee once nothing is owed', () => {
    expect(back(logged('ims').tell(paid('5000')))).toEqual([['r1', 1700]])
    const withdrawn = logged('ims').tell(paid()).as(sato).do('withdraw', { on: '2026-11-21', how: 'phone' })
    expect(back(withdrawn)).toEqual([['r1', 3300]])
  })

  it('is not asked for a second time while its refund is under way', () => {
    const story = logged('ims').tell(paid('5000')).as(ito)
    story.do('proposeRefund', { receipt: 'r1', amount: '1700', payee: account, reason: '過払い' })
    expect(back(story)).toEqual([])
  })
})

describe('定額小為替 that go back', () => {
  const order = (face: number, number: string) => ({ face, issuedOn: '2026-11-01', number })
  const orders = [order(1000, '1'), order(1000, '2'), order(300, '3')]
  const free = () =>
    logged('ims', { kinds: ['correction'] })
      .as(ito)
      .do('receiveFee', { means: 'postal_order', amount: '2300', orders, receivedOn: '2026-11-20' })
  const refund = (amount: string, more: Partial<Given<'refundFee'>> = {}): Given<'refundFee'> => ({
    receipt: 'r1',
    amount,
    means: 'postal_order',
    on: '2026-11-21',
    reason: '手数料のかからない請求',
    ...more,
  })

  it('are named, and the event says which', () => {
    const story = free()
      .as(suzuki)
      .do('refundFee', refund('1300', { orders: ['r1-2', 'r1-3'] }))
    expect(story.events.at(-1)).toMatchObject({ type: 'FeeRefunded', amount: 1300, orders: [2, 3] })
  })

  it('add up to the amount, are there, and go back as what they are', () => {
    const story = free().as(suzuki)
    expect(story.refusedAt('refundFee', refund('1000', { orders: ['r1-2', 'r1-3'] }))).toEqual([
      'amounts_differ',
      'amount',
    ])
    expect(story.refusedAt('refundFee', refund('1000', { orders: ['r1-4'] }))).toEqual(['order_not_held', 'orders'])
    expect(story.refusedAt('refundFee', refund('1000', { orders: ['r2-1'] }))).toEqual(['order_not_held', 'orders'])
    expect(story.refusal('refundFee', refund('1000', { orders: ['r1-1', 'r1-1'] }))).toBe('order_not_held')
    expect(story.refusedAt('refundFee', refund('1000', { means: 'cash', orders: ['r1-1'] }))).toEqual([
      'order_not_held',
      'orders',
    ])
  })
})
