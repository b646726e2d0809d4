import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { overdrawn, poolOf } from '../../../src/domain/money/instruments.ts'
import { dyingOrders, orderText, readOrderText } from '../../../src/domain/money/order-book.ts'
import { balance, cashing, key, Safe } from './instrument-story.ts'

describe('the book of 定額小為替', () => {
  it('knows of each order where it came from and the last day on which it is paid', () => {
    const { orders } = new Safe().orders('26000014', { face: 1000, issuedOn: '2026-08-31', number: '123-45' }).now
    expect(orders).toMatchObject([
      {
        caseNumber: '26000014',
        receipt: 'r1',
        nth: 1,
        face: 1000,
        number: '123-45',
        lastDay: '2027-02-28',
        state: 'held',
      },
    ])
  })

  it('puts those first that die first, and warns from thirty days before', () => {
    const safe = new Safe().orders(
      '26000014',
      { face: 450, issuedOn: '2026-11-01' },
      { face: 1000, issuedOn: '2026-06-01' },
    )
    expect(safe.now.orders.map(({ face }) => face)).toEqual([1000, 450])
    expect(dyingOrders(safe.now.orders, day('2026-10-31'))).toEqual([])
    expect(dyingOrders(safe.now.orders, day('2026-11-01'))).toMatchObject([{ lastDay: '2026-12-01' }])
    expect(dyingOrders(safe.now.orders, day('2026-12-02'))).toHaveLength(1)
  })

  it('cashes several at once into the box', () => {
    const safe = new Safe().orders('26000014', { face: 1000 }, { face: 150 }).orders('26000022', { face: 500 })
    safe.do('cashOrders', cashing(key(1), key(1, '26000022')))
    expect(safe.now.orders.map(({ state, where, into }) => [state, where, into])).toEqual([
      ['cashed', '新宿郵便局', 'cash'],
      ['held', undefined, undefined],
      ['cashed', '新宿郵便局', 'cash'],
    ])
    expect(safe.pool).toMatchObject({ orders: { held: 150, unknown: 0 }, cash: { yen: 1500 } })
  })

  it('books what goes into an account as under way until the bank proves it', () => {
    const safe = new Safe().orders('26000014', { face: 1000 }).do('cashOrders', { ...cashing(key(1)), into: 'a1' })
    expect(safe.entries.at(-1)).toMatchObject({ debit: 'in_transit', account: 'a1', amount: 1000 })
    expect(safe.now.banked).toHaveLength(1)
    safe.line = { id: 'l1', rest: 1000, account: 'a1', date: day('2026-11-21') }
    safe.do('proveBanked', { entry: '2', line: 'l1' })
    expect(safe.entries.at(-1)).toMatchObject({ kind: 'linked', debit: 'unidentified', line: 'l1', body: { of: 2 } })
    expect(safe.now.banked).toEqual([])
    expect(safe.no('proveBanked', { entry: '2', line: 'l1' })).toEqual(['entry_settled', 'entry'])
    expect(safe.no('takeBackEntry', { entry: '2' })).toEqual(['entry_settled', 'entry'])
    safe.do('takeBackEntry', { entry: '3' }).do('takeBackEntry', { entry: '2' })
    expect(safe.now.orders).toMatchObject([{ state: 'held' }])
    expect(balance(safe.entries, 'in_transit')).toBe(0)
  })

  it.each([
    ['an order twice', cashing(key(1), key(1)), ['order_not_held', 'orders']],
    ['an order that is not there', cashing(key(3)), ['order_not_held', 'orders']],
    ['one that has died', cashing(key(2)), ['order_expired', 'orders']],
    ['a day to come', { ...cashing(key(1)), on: '2026-11-22' }, ['date_in_future', 'on']],
    ['a day before it came', { ...cashing(key(1)), on: '2026-11-20' }, ['date_before_event', 'on']],
    ['the account of somebody else', { ...cashing(key(1)), into: 'a2' }, ['unknown_account', 'into']],
  ])('does not cash %s', (_what, input, no) => {
    const safe = new Safe().orders('26000014', { face: 1000 }, { face: 450, issuedOn: '2026-05-20' })
    expect(safe.no('cashOrders', input)).toEqual(no)
  })

  it('cashes on the last day itself', () => {
    const safe = new Safe().orders('26000014', { face: 1000, issuedOn: '2026-05-21' })
    expect(safe.no('cashOrders', cashing(key(1)))).toBeNull()
  })

  it('gives back the faces that add up to the refund', () => {
    const safe = new Safe().orders('26000014', { face: 1000 }, { face: 450 }, { face: 150 }).back('postal_orders', 600)
    expect(safe.now.orders.map(({ face, state }) => [face, state])).toEqual([
      [1000, 'held'],
      [450, 'returned'],
      [150, 'returned'],
    ])
    expect(overdrawn(safe.pool)).toBeNull()
  })

  it('shows a refund that no faces add up to as more than there was', () => {
    const safe = new Safe().orders('26000014', { face: 1000 }).back('postal_orders', 300)
    expect(safe.pool.orders).toEqual({ held: 1000, unknown: -300 })
    expect(overdrawn(safe.pool)).toBe('postal_orders')
  })

  it('takes an order out when its receipt is reversed', () => {
    const safe = new Safe().orders('26000014', { face: 1000 })
    const side = { debit: 'held', credit: 'postal_orders', caseNumber: '26000014', receipt: 'r1' } as const
    expect(safe.book({ kind: 'reversed', ...side, amount: 1000 }).now.orders).toMatchObject([{ state: 'reversed' }])
  })

  it('is named in a form by case, receipt and place', () => {
    expect(readOrderText(orderText({ caseNumber: '26000014', receipt: 'r12', nth: 3 }))).toEqual({
      caseNumber: '26000014',
      receipt: 'r12',
      nth: 3,
    })
    for (const text of ['', '26000014-r1', '26000014-x1-1', '1-r1-1']) expect(readOrderText(text)).toBeNull()
  })
})

describe('the stamp book', () => {
  const full = () => new Safe().stamps('26000014', { face: 110, count: 10 }, { face: 84, count: 5 })
  const use = (face: number, count: number) => ({
    operator: 'ims',
    stamps: [{ face: String(face), count: String(count) }],
    on: '2026-11-21',
    purpose: 'postage',
  })
  const count = (rows: readonly (readonly [number, number])[], more: object = {}) => ({
    operator: 'ims',
    stamps: rows.map(([face, n]) => ({ face, count: n })),
    with: 'sato',
    ...more,
  })

  it('has what came face by face, the dearest first', () => {
    expect(full().stamps('26000022', { face: 84, count: 2 }).pool.stamps).toMatchObject({
      faces: [
        { face: 110, count: 10 },
        { face: 84, count: 7 },
      ],
      unknown: 0,
      yen: 1688,
    })
  })

  it('keeps stamps without their faces apart, and never mixes two operators', () => {
    const safe = full()
    safe.book({ kind: 'received', debit: 'stamps', credit: 'held', amount: 300, operator: 'iij' })
    expect(poolOf(safe.now, 'iij').stamps).toMatchObject({ faces: [], unknown: 300, yen: 300 })
    expect(safe.no('useStamps', { ...use(110, 1), operator: 'iij' })).toEqual(['stamps_not_held', 'stamps'])
  })

  it('uses what is there as postage of a case', () => {
    const safe = full().do('useStamps', { ...use(110, 9), caseNumber: '26000014' })
    expect(safe.entries.at(-1)).toMatchObject({ debit: 'postage', amount: 990, caseNumber: '26000014' })
    expect(safe.pool.stamps.faces[0]).toEqual({ face: 110, count: 1 })
    expect(safe.no('useStamps', use(110, 2))).toEqual(['stamps_not_held', 'stamps'])
    expect(safe.no('useStamps', { ...use(84, 1), caseNumber: '26000022' })).toEqual(['unknown_case', 'caseNumber'])
    expect(safe.no('useStamps', { ...use(84, 1), on: '2026-11-22' })).toEqual(['date_in_future', 'on'])
    expect(safe.no('useStamps', use(84, 0))).toEqual(['stamps_not_held', 'stamps'])
  })

  it('adds up a face that is written in two rows', () => {
    const rows = [1, 2].map(() => ({ face: '84', count: '3' }))
    expect(full().no('useStamps', { ...use(84, 1), stamps: rows })).toEqual(['stamps_not_held', 'stamps'])
  })

  it('takes cash for stamps at their face', () => {
    const safe = full().do('useStamps', { ...use(84, 5), purpose: 'sold' })
    expect(safe.pool).toMatchObject({ cash: { yen: 420 }, stamps: { yen: 1100 } })
  })

  it('exchanges faces and books the charge as postage', () => {
    const exchange = {
      operator: 'ims',
      stamps: [{ face: 84, count: 5 }],
      got: [{ face: 10, count: 39 }],
      on: '2026-11-21',
    }
    const safe = full().do('exchangeStamps', exchange)
    expect(safe.pool.stamps).toMatchObject({ yen: 1490, unknown: 0 })
    expect(safe.pool.stamps.faces.at(-1)).toEqual({ face: 10, count: 39 })
    expect(full().no('exchangeStamps', { ...exchange, got: [{ face: 500, count: 1 }] })).toEqual([
      'exchange_gains',
      'got',
    ])
    safe.do('takeBackEntry', { entry: '2' })
    expect(safe.pool.stamps.faces).toEqual(full().pool.stamps.faces)
  })

  it('does not take an exchange back once the new faces are used', () => {
    const exchange = { operator: 'ims', stamps: [{ face: 84, count: 5 }], got: [{ face: 10, count: 39 }] }
    const safe = full()
      .do('exchangeStamps', { ...exchange, on: '2026-11-21' })
      .do('useStamps', use(10, 30))
    expect(safe.no('takeBackEntry', { entry: '2' })).toEqual(['stamps_not_held', 'entry'])
  })

  it('takes a use back once, and shows that it was', () => {
    const safe = full().do('useStamps', use(84, 5)).do('takeBackEntry', { entry: '2' })
    expect(safe.pool.stamps.faces).toEqual(full().pool.stamps.faces)
    expect(safe.pool.stamps.moves[1]).toMatchObject({ seq: 2, takenBack: true })
    expect(safe.no('takeBackEntry', { entry: '2' })).toEqual(['entry_settled', 'entry'])
    expect(safe.no('takeBackEntry', { entry: '3' })).toEqual(['unknown_entry', 'entry'])
    expect(safe.no('takeBackEntry', { entry: '1' })).toEqual(['unknown_entry', 'entry'])
  })

  it('follows the count of two people and says what was missing', () => {
    const safe = full()
    expect(
      safe.no(
        'countStamps',
        count([
          [110, 9],
          [84, 5],
        ]),
      ),
    ).toEqual(['difference_unexplained', 'reason'])
    safe.do(
      'countStamps',
      count(
        [
          [110, 9],
          [84, 5],
        ],
        { reason: 'missing' },
      ),
    )
    expect(safe.entries.at(-1)).toMatchObject({ debit: 'difference', credit: 'stamps', amount: 110 })
    expect(safe.pool.stamps).toMatchObject({ unknown: 0, yen: 1410 })
    expect(safe.pool.stamps.moves.at(-1)).toMatchObject({ out: [{ face: 110, count: 1 }], in: [] })
  })

  it('learns the faces of stamps that came without them, at no difference', () => {
    const safe = new Safe().book({ kind: 'received', debit: 'stamps', credit: 'held', amount: 300 })
    safe.do('countStamps', count([[100, 3]], { reason: 'misbooked' }))
    expect(safe.entries.at(-1)).toMatchObject({ amount: 0 })
    expect(safe.pool.stamps).toMatchObject({ faces: [{ face: 100, count: 3 }], unknown: 0 })
  })

  it('believes no count of one person alone, nor of a stranger', () => {
    const same = [
      [110, 10],
      [84, 5],
    ] as const
    expect(full().no('countStamps', count(same, { with: 'ito' }))).toEqual(['counter_same_person', 'with'])
    expect(full().no('countStamps', count(same, { with: 'nobody' }))).toEqual(['unknown_counter', 'with'])
    expect(full().no('countStamps', count(same))).toBeNull()
  })

  it('gives a whole receipt back as it came, and change by its faces', () => {
    expect(full().back('stamps', 1520).pool.stamps).toMatchObject({ faces: [], unknown: 0 })
    const change = full().back('stamps', 168, { stamps: [{ face: 84, count: 2 }] })
    expect(change.pool.stamps.faces[1]).toEqual({ face: 84, count: 3 })
    expect(full().back('stamps', 100).pool.stamps).toMatchObject({ unknown: -100, yen: 1420 })
  })

  it('shows more faces gone than there were', () => {
    const gone = full().back('stamps', 220, { stamps: [{ face: 220, count: 1 }] })
    expect(overdrawn(gone.pool)).toBe('stamps')
    expect(overdrawn(full().pool)).toBeNull()
  })
})
