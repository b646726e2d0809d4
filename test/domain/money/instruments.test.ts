import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { decideInstrument, type InstrumentAct, instrumentRuleOf } from '../../../src/domain/money/instrument-acts.ts'
import type { InstrumentContext } from '../../../src/domain/money/instrument-rule.ts'
import { type Instruments, instrumentsOf, overdrawn, poolOf } from '../../../src/domain/money/instruments.ts'
import type { LedgerAccount, LedgerEntry, Movement } from '../../../src/domain/money/ledger-entry.ts'
import { isLegal } from '../../../src/domain/money/month-sheet-kinds.ts'
import { dyingOrders, orderText, readOrderText } from '../../../src/domain/money/order-book.ts'
import { stampsWorth } from '../../../src/domain/money/stamp-book.ts'
import { isRefusal, type Refusal } from '../../../src/domain/refusal.ts'
import { stripped } from '../../../src/domain/rule.ts'
import { yen } from '../../../src/domain/yen.ts'
import { ito, takahashi } from '../given.ts'

const balance = (entries: readonly LedgerEntry[], account: LedgerAccount, operator?: string) =>
  entries
    .filter(entry => operator === undefined || entry.operator === operator)
    .reduce(
      (sum, each) => sum + (each.debit === account ? each.amount : 0) - (each.credit === account ? each.amount : 0),
      0,
    )

/** A ledger that is written as the desk writes it. */
class Safe {
  readonly entries: LedgerEntry[] = []
  today = '2026-11-21'
  line: InstrumentContext['line']

  book(
    ...movements: (Omit<Movement, 'on' | 'amount' | 'operator'> &
      Partial<Pick<Movement, 'operator'>> & { amount: number; on?: string })[]
  ): this {
    for (const { on = this.today, amount, ...rest } of movements)
      this.entries.push({
        operator: 'ims',
        ...rest,
        on: day(on),
        amount: yen(amount),
        seq: this.entries.length + 1,
        at: `${this.today}T03:00:00.000Z`,
        by: 'ito',
      })
    return this
  }
  orders(caseNumber: string, ...orders: readonly { face: number; issuedOn?: string; number?: string }[]): this {
    const pieces = orders.map(({ issuedOn = '2026-11-01', ...order }) => ({ ...order, issuedOn }))
    return this.book({
      kind: 'received',
      debit: 'postal_orders',
      credit: 'held',
      amount: pieces.reduce((sum, { face }) => sum + face, 0),
      caseNumber,
      receipt: 'r1',
      body: { orders: pieces },
    })
  }
  stamps(caseNumber: string, ...stamps: readonly { face: number; count: number }[]): this {
    const amount = stampsWorth(stamps)
    return this.book({
      kind: 'received',
      debit: 'stamps',
      credit: 'held',
      amount,
      caseNumber,
      receipt: 'r1',
      body: { stamps },
    })
  }
  cash(amount: number): this {
    return this.book({ kind: 'received', debit: 'cash', credit: 'held', amount, caseNumber: '26000014', receipt: 'r1' })
  }
  back(account: 'stamps' | 'postal_orders' | 'cash', amount: number, body?: Record<string, unknown>): this {
    const side = { debit: 'held', credit: account, caseNumber: '26000014', receipt: 'r1' } as const
    return this.book({ kind: 'returned', ...side, amount, ...(body && { body }) })
  }
  get now(): Instruments {
    return instrumentsOf(this.entries)
  }
  get pool() {
    return poolOf(this.now, 'ims')
  }
  try(act: InstrumentAct, input: Record<string, unknown>, by = ito): readonly Movement[] | Refusal {
    const body = stripped(instrumentRuleOf(act).body.parse(input) as Record<string, unknown>)
    const entry = this.entries.find(({ seq }) => seq === body.entry)
    return decideInstrument(act, body, {
      today: day(this.today),
      by,
      book: this.now,
      ...(entry && { entry }),
      ...(this.line && { line: this.line }),
      accountsOf: operator => (operator === 'ims' ? ['a1'] : []),
      countersOf: () => ['ito', 'sato'],
      knowsOperator: operator => ['ims', 'iij'].includes(operator),
      operatorOf: number => (number === '26000014' ? 'ims' : null),
    })
  }
  do(act: InstrumentAct, input: Record<string, unknown>): this {
    const decided = this.try(act, input)
    if (isRefusal(decided)) throw new Error(`${act} was refused: ${JSON.stringify(decided)}`)
    return this.book(...decided)
  }
  no(act: InstrumentAct, input: Record<string, unknown>, by = ito): [string, string | undefined] | null {
    const decided = this.try(act, input, by)
    return isRefusal(decided) ? [decided.refused, decided.field] : null
  }
}

const key = (nth: number, caseNumber = '26000014') => ({ caseNumber, receipt: 'r1', nth: String(nth) })
const cashing = (...orders: ReturnType<typeof key>[]) => ({
  orders,
  on: '2026-11-21',
  where: '新宿郵便局',
  into: 'cash',
})

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

describe('the cash box', () => {
  const bank = (amount: string) => ({ operator: 'ims', amount, on: '2026-11-21', into: 'a1' })

  it('pays into the bank no more than is there', () => {
    const safe = new Safe().cash(3300).do('bankCash', bank('３，０００'))
    expect(safe.pool.cash).toMatchObject({ yen: 300 })
    expect(safe.pool.cash.moves.map(({ amount, balance: after }) => [amount, after])).toEqual([
      [3300, 3300],
      [-3000, 300],
    ])
    expect(safe.no('bankCash', bank('301'))).toEqual(['cash_not_held', 'amount'])
    expect(safe.no('bankCash', bank('0'))).toEqual(['cash_not_held', 'amount'])
    expect(safe.no('bankCash', { ...bank('1'), into: 'cash' })).toEqual(['unknown_account', 'into'])
    expect(safe.no('bankCash', { ...bank('1'), operator: 'nobody' })).toEqual(['unknown_operator', 'operator'])
  })

  it('is proved by a line of the same account that has as much left', () => {
    const safe = new Safe().cash(3300).do('bankCash', bank('3300'))
    const line = { id: 'l1', account: 'a1', rest: 3300, date: day('2026-11-20') }
    expect(safe.no('proveBanked', { entry: '2', line: 'l1' })).toEqual(['unknown_line', 'line'])
    safe.line = { ...line, account: 'a2' }
    expect(safe.no('proveBanked', { entry: '2', line: 'l1' })).toEqual(['unknown_line', 'line'])
    safe.line = { ...line, rest: 3299 }
    expect(safe.no('proveBanked', { entry: '2', line: 'l1' })).toEqual(['line_used_up', 'line'])
    expect(safe.no('proveBanked', { entry: '1', line: 'l1' })).toEqual(['unknown_entry', 'entry'])
  })

  it('is counted by two, with a reason where it differs', () => {
    const safe = new Safe().cash(3300)
    const count = { operator: 'ims', counted: '3,310', with: 'sato' }
    expect(safe.no('countCash', count)).toEqual(['difference_unexplained', 'reason'])
    expect(safe.no('countCash', { ...count, counted: '3300' })).toBeNull()
    safe.do('countCash', { ...count, reason: 'surplus' })
    expect(safe.entries.at(-1)).toMatchObject({ debit: 'cash', credit: 'difference', amount: 10 })
  })

  it('does not take back a cashing whose money is no longer there', () => {
    const safe = new Safe()
      .orders('26000014', { face: 1000 })
      .do('cashOrders', cashing(key(1)))
      .do('bankCash', bank('1000'))
    expect(safe.no('takeBackEntry', { entry: '2' })).toEqual(['cash_not_held', 'entry'])
  })
})

it('is closed to those who only read', () => {
  expect(new Safe().no('countCash', { operator: 'ims', counted: '0', with: 'sato' }, takahashi)).toEqual([
    'not_allowed',
    undefined,
  ])
})

describe('whatever is done in whatever order', () => {
  const face = fc.constantFrom(10, 84, 110, 500)
  const piles = fc.array(fc.record({ face, count: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 3 })
  const orders = fc.array(fc.constantFrom(50, 150, 450, 1000), { minLength: 1, maxLength: 4 })
  const deed = fc.oneof(
    fc.record({ what: fc.constant('orders' as const), orders }),
    fc.record({ what: fc.constant('stamps' as const), piles }),
    fc.record({ what: fc.constant('cash' as const), amount: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({
      what: fc.constant('cashOrders' as const),
      nth: fc.integer({ min: 1, max: 4 }),
      of: fc.nat(9),
      bank: fc.boolean(),
    }),
    fc.record({ what: fc.constant('useStamps' as const), piles, sold: fc.boolean() }),
    fc.record({ what: fc.constant('exchangeStamps' as const), piles, got: piles }),
    fc.record({ what: fc.constant('countStamps' as const), piles }),
    fc.record({ what: fc.constant('bankCash' as const), amount: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({ what: fc.constant('countCash' as const), amount: fc.integer({ min: 0, max: 5000 }) }),
    fc.record({ what: fc.constant('takeBackEntry' as const), entry: fc.integer({ min: 1, max: 40 }) }),
  )

  it('the books equal the ledger and nothing is ever below zero', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40, size: 'max' }), deeds => {
        const safe = new Safe()
        const attempt = (act: InstrumentAct, input: Record<string, unknown>) => {
          const decided = safe.try(act, {
            operator: 'ims',
            on: '2026-11-21',
            with: 'sato',
            reason: 'missing',
            ...input,
          })
          if (!isRefusal(decided)) safe.book(...decided)
        }
        for (const [at, each] of deeds.entries()) {
          const number = `26${String(at).padStart(6, '0')}`
          if (each.what === 'orders') safe.orders(number, ...each.orders.map(one => ({ face: one })))
          else if (each.what === 'stamps') safe.stamps(number, ...each.piles)
          else if (each.what === 'cash') safe.cash(each.amount)
          else if (each.what === 'cashOrders')
            attempt('cashOrders', {
              ...cashing(key(each.nth, `26${String(each.of).padStart(6, '0')}`)),
              into: each.bank ? 'a1' : 'cash',
            })
          else if (each.what === 'useStamps')
            attempt('useStamps', { stamps: each.piles, purpose: each.sold ? 'sold' : 'postage' })
          else if (each.what === 'exchangeStamps') attempt('exchangeStamps', { stamps: each.piles, got: each.got })
          else if (each.what === 'countStamps') attempt('countStamps', { stamps: each.piles })
          else if (each.what === 'bankCash') attempt('bankCash', { amount: String(each.amount), into: 'a1' })
          else if (each.what === 'countCash') attempt('countCash', { counted: String(each.amount) })
          else attempt('takeBackEntry', { entry: each.entry })

          const { pool } = safe
          expect(pool.orders).toEqual({ held: balance(safe.entries, 'postal_orders'), unknown: 0 })
          expect(pool.stamps.yen).toBe(balance(safe.entries, 'stamps'))
          expect(stampsWorth(pool.stamps.faces) + pool.stamps.unknown).toBe(pool.stamps.yen)
          expect(pool.cash.yen).toBe(balance(safe.entries, 'cash'))
          expect(overdrawn(pool)).toBeNull()
          expect(pool.cash.yen).toBeGreaterThanOrEqual(0)
        }
        expect(safe.entries.filter(entry => !isLegal(entry))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
