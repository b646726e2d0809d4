import { describe, expect, test } from 'vitest'
import { heldMoney, orderFaces, outstanding, owed, paid as paidIn, unassigned } from '../../src/domain/fee.ts'
import { type Given, ito, logged, paid, type Story } from './given.ts'

const receive = (more: Partial<Given<'receiveFee'>> = {}): Given<'receiveFee'> => ({
  means: 'transfer',
  amount: '3300',
  receivedOn: '2026-11-20',
  ...more,
})
const books = ({ kase }: Story) => ({
  owed: owed(kase),
  paid: paidIn(kase),
  outstanding: outstanding(kase),
  held: heldMoney(kase),
})

describe('what is owed', () => {
  test.each([
    ['ims', ['disclosure'], 3300],
    ['kinki-telecom', ['disclosure'], 1100],
    ['cloud-walker', ['disclosure'], 3150],
    ['iij', ['purpose', 'disclosure'], 1000],
    ['sakura', ['purpose'], 1415],
    ['ims', ['purpose'], 0],
    ['ims', ['correction', 'suspension', 'third_party_stop'], 0],
    ['ims', ['disclosure', 'correction', 'suspension'], 3300],
    ['sakura', ['foreign_transfer', 'held_information'], 0],
  ] as const)('%s, %j: %i yen', (operator, kinds, yen) => {
    expect(owed(logged(operator, { kinds: [...kinds] }).kase)).toBe(yen)
  })

  test.each([
    ['2014-03-31', 3150],
    ['2014-04-01', 3240],
    ['2019-09-30', 3240],
    ['2019-10-01', 3300],
  ])('for IMS a request that arrives %s costs %i yen', (arrivedOn, yen) => {
    expect(owed(logged('ims', { arrivedOn, stampedOn: arrivedOn }).kase)).toBe(yen)
  })

  test('is nothing once every charged kind is withdrawn', () => {
    const story = logged('ims', { kinds: ['disclosure', 'correction'] })
    story.do('withdraw', { kinds: ['disclosure'], on: '2026-11-21', how: 'phone' })
    expect(owed(story.kase)).toBe(0)
  })
})

describe('what comes', () => {
  test('pays the due and no more; the rest is held', () => {
    const story = logged('ims')
      .as(ito)
      .do('receiveFee', receive({ amount: '5,000円' }))
    expect(story.last).toMatchObject([
      { type: 'FeeReceived', receipt: 'r1', amount: 5000 },
      { type: 'FeeApplied', receipt: 'r1', amount: 3300 },
    ])
    expect(books(story)).toEqual({ owed: 3300, paid: 3300, outstanding: 0, held: 1700 })
    expect(story.steps()).toContain('assign_money')
  })

  test('in two parts pays in two parts, each on its own receipt', () => {
    const story = logged('ims').tell(paid('3000'))
    expect(books(story).outstanding).toBe(300)
    story.tell(paid('300'))
    expect(books(story)).toEqual({ owed: 3300, paid: 3300, outstanding: 0, held: 0 })
  })

  test.each([
    ['ims', 'transfer', undefined],
    ['ims', 'postal_order', undefined],
    ['ims', 'registered_cash', 'count_unconfirmed'],
    ['ims', 'cash', 'means_not_accepted'],
    ['ims', 'stamps', 'means_not_accepted'],
    ['ims', 'postal_transfer', 'means_not_accepted'],
    ['iij', 'stamps', undefined],
    ['iij', 'transfer', 'means_not_accepted'],
    ['sakura', 'transfer', undefined],
    ['sakura', 'stamps', 'means_not_accepted'],
  ] as const)('%s by %s is booked, held: %s', (operator, means, held) => {
    const story = logged(operator).tell(paid('500', means))
    expect(story.kase.fee.receipts[0]?.held).toBe(held)
    expect(paidIn(story.kase)).toBe(held === undefined ? 500 : 0)
    expect(story.kase.fee.receipts[0]?.amount).toBe(500)
  })

  test('for a free request is held and cannot be applied', () => {
    const story = logged('ims', { kinds: ['correction'] }).tell(paid('1000'))
    expect(story.kase.fee.receipts[0]).toMatchObject({ held: 'fee_not_due', applied: 0 })
    expect(story.refusal('applyFee', { receipt: 'r1', amount: '1000' })).toBe('nothing_owed')
    expect(story.refusal('close', {})).toBe('ledger_not_zero')
  })

  test('cannot come tomorrow, nor be nothing', () => {
    expect(logged('ims').refusedAt('receiveFee', receive({ receivedOn: '2026-11-22' }))).toEqual([
      'date_in_future',
      'receivedOn',
    ])
    expect(logged('ims').refusedAt('receiveFee', receive({ amount: '0' }))).toEqual(['amounts_differ', 'amount'])
  })
})

describe('postal orders', () => {
  const orders = (...faces: number[]) => faces.map(face => ({ face, issuedOn: '2026-11-01' }))
  const by = (amount: string, list: unknown[], receivedOn = '2026-11-20') =>
    receive({ means: 'postal_order', amount, orders: list, receivedOn })

  test('come in twelve values', () => {
    expect(orderFaces).toHaveLength(12)
    expect(logged('ims').refusal('receiveFee', by('3300', orders(1000, 1000, 1000, 300)))).toBeNull()
    expect(logged('ims').refusedAt('receiveFee', by('3300', orders(1000, 1000, 1000, 100, 200)))).toBeNull()
    expect(logged('ims').refusedAt('receiveFee', by('600', orders(600)))).toEqual(['face_value_unknown', 'orders'])
  })

  test('must add up to the amount', () => {
    expect(logged('ims').refusedAt('receiveFee', by('3300', orders(1000, 1000, 1000)))).toEqual([
      'amounts_differ',
      'amount',
    ])
  })

  test.each([
    ['2026-05-20', undefined],
    ['2026-05-19', 'order_expired'],
  ])('issued %s and received 2026-11-20: held %s', (issuedOn, held) => {
    const story = logged('ims').do('receiveFee', by('1000', [{ face: '1000', issuedOn }]))
    expect(story.kase.fee.receipts[0]?.held).toBe(held)
  })

  test('that have expired are never applied, not even by hand', () => {
    const story = logged('ims').do('receiveFee', by('1000', [{ face: 1000, issuedOn: '2026-01-10' }]))
    expect(story.refusedAt('applyFee', { receipt: 'r1', amount: '1000' })).toEqual(['order_expired', undefined])
  })

  test('cannot have been issued after they came', () => {
    expect(logged('ims').refusedAt('receiveFee', by('1000', [{ face: 1000, issuedOn: '2026-11-21' }]))).toEqual([
      'date_before_event',
      'receivedOn',
    ])
  })
})

describe('stamps for IIJ', () => {
  const stamps = (amount: string, ...list: { face: number; count: number }[]) =>
    receive({ means: 'stamps', amount, stamps: list })

  test('may have any face, as long as they add up', () => {
    const odd = stamps('1000', { face: 84, count: 11 }, { face: 63, count: 1 }, { face: 13, count: 1 })
    expect(books(logged('iij').do('receiveFee', odd)).outstanding).toBe(0)
    expect(logged('iij').refusedAt('receiveFee', stamps('1000', { face: 84, count: 12 }))).toEqual([
      'amounts_differ',
      'amount',
    ])
  })

  test('too many pay the fee, the odd yen are held', () => {
    expect(books(logged('iij').do('receiveFee', stamps('1008', { face: 84, count: 12 })))).toMatchObject({
      paid: 1000,
      held: 8,
    })
  })
})

describe('applying by hand', () => {
  test('takes what was held for its means, up to what is owed and what is there', () => {
    const story = logged('ims').tell(paid('5000', 'cash'))
    expect(story.refusedAt('applyFee', { receipt: 'r1', amount: '3301' })).toEqual(['exceeds_balance', 'amount'])
    expect(story.refusedAt('applyFee', { receipt: 'r1', amount: '0' })).toEqual(['exceeds_balance', 'amount'])
    expect(story.refusedAt('applyFee', { receipt: 'r2', amount: '1' })).toEqual(['unknown_receipt', 'receipt'])
    story.do('applyFee', { receipt: 'r1', amount: '3300' })
    expect(unassigned(story.kase.fee.receipts[0] as never)).toBe(1700)
    expect(story.refusal('applyFee', { receipt: 'r1', amount: '1' })).toBe('nothing_owed')
  })
})

describe('asking for the fee', () => {
  test('sets a day, by default the wait of the policy, and keeps the first asking', () => {
    const story = logged('ims').as(ito).do('requestFee', {})
    expect(story.kase.fee).toMatchObject({ requestedOn: '2026-11-21', dueOn: '2026-12-21' })
    story.day('2026-11-25').do('requestFee', { dueOn: '2026-12-31' })
    expect(story.kase.fee).toMatchObject({ requestedOn: '2026-11-21', dueOn: '2026-12-31' })
    expect(story.refusedAt('requestFee', { dueOn: '2026-11-25' })).toEqual(['date_before_event', 'dueOn'])
  })

  test('is refused where nothing is owed', () => {
    expect(logged('ims', { kinds: ['correction'] }).refusal('requestFee', {})).toBe('fee_not_due')
    expect(logged('ims').tell(paid()).refusal('requestFee', {})).toBe('fee_not_due')
  })

  test('goes from asking over waiting to the lapse', () => {
    const story = logged('ims')
    expect(story.steps()).toContain('request_fee')
    expect(story.do('requestFee', { dueOn: '2026-12-01' }).day('2026-12-01').steps()).toContain('await_fee')
    expect(story.day('2026-12-02').steps()).toContain('remind_fee')
    expect(story.do('remindFee', { dueOn: '2026-12-09' }).day('2026-12-09').steps()).toContain('await_fee')
    expect(story.day('2026-12-10').steps()).toContain('deem_withdrawn_fee')
  })
})
