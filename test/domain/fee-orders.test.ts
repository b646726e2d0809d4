import { describe, expect, test } from 'vitest'
import { orderLastDay } from '../../src/domain/fee.ts'
import { type Given, ito, logged, on, type Story } from './given.ts'

const order = (number: string, issuedOn = '2026-11-01', face = 1000) => ({ face, issuedOn, number })
const by = (
  orders: Given<'receiveFee'>['orders'],
  amount = '1000',
  receivedOn = '2026-11-20',
): Given<'receiveFee'> => ({
  means: 'postal_order',
  amount,
  orders,
  receivedOn,
})
const free = () => logged('ims', { kinds: ['correction'] }).as(ito)
const codes = (story: Story, day: string) => story.day(day).steps()

test('an order can be cashed for six months, to the day of the month or the last there is', () => {
  expect(orderLastDay({ issuedOn: on('2026-05-20') })).toBe('2026-11-20')
  expect(orderLastDay({ issuedOn: on('2026-08-31') })).toBe('2027-02-28')
})

describe('the number of an order', () => {
  test('is kept with it, half width; it may be missing', () => {
    const story = free().do(
      'receiveFee',
      by([order('１２３４５-000123'), { face: 300, issuedOn: '2026-11-01' }], '1300'),
    )
    expect(story.kase.fee.receipts[0]?.orders).toEqual([
      { face: 1000, issuedOn: '2026-11-01', number: '12345-000123' },
      { face: 300, issuedOn: '2026-11-01' },
    ])
  })

  test('comes once, in one envelope and on one case', () => {
    expect(free().try('receiveFee', by([order('7'), order('７')], '2000'))).toEqual({
      refused: 'order_number_twice',
      field: 'orders',
      about: { number: '7' },
    })
    const story = free().do('receiveFee', by([order('7')]))
    expect(story.refusedAt('receiveFee', by([order('7')]))).toEqual(['order_number_twice', 'orders'])
    expect(story.refusal('receiveFee', by([order('8')]))).toBeNull()
    story.do('reverseFee', { receipt: 'r1', reason: '別の案件' })
    expect(story.refusal('receiveFee', by([order('7')]))).toBeNull()
  })
})

describe('an order that is neither applied nor sent back', () => {
  const waiting = () => free().do('receiveFee', by([order('1', '2026-06-10'), order('2', '2026-07-01')], '2000'))

  test.each([
    ['2026-11-21', true],
    ['2026-12-10', true],
    ['2026-12-11', true],
    ['2027-01-01', true],
    ['2027-01-02', false],
  ])('is warned of on %s: %s', (day, warned) => {
    expect(codes(waiting(), day).includes('cash_order')).toBe(warned)
  })

  test('is not warned of 31 days before, and then by its own last day', () => {
    const young = free().do('receiveFee', by([order('1', '2026-06-30')]))
    expect(codes(young, '2026-11-29')).not.toContain('cash_order')
    expect(codes(young, '2026-11-30')).toContain('cash_order')
  })

  test('is no more warned of once it went back', () => {
    const story = waiting()
    story.do('refundFee', { receipt: 'r1', amount: '2000', means: 'postal_order', on: '2026-11-21', reason: '返還' })
    expect(codes(story, '2026-11-22')).not.toContain('cash_order')
  })
})

test('one that pays the fee is the ledger’s to cash', () => {
  const story = logged('iij').as(ito)
  const paid = logged('ims')
    .as(ito)
    .do('receiveFee', by([order('1', '2026-06-10')]))
  expect(paid.steps()).not.toContain('cash_order')
  expect(story.do('receiveFee', by([order('1', '2026-06-10')])).steps()).toContain('cash_order')
})
