import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { InstrumentAct } from '../../../src/domain/money/instrument-acts.ts'
import { overdrawn } from '../../../src/domain/money/instruments.ts'
import { isLegal } from '../../../src/domain/money/month-sheet-kinds.ts'
import { stampsWorth } from '../../../src/domain/money/stamp-book.ts'
import { isRefusal } from '../../../src/domain/refusal.ts'
import { takahashi } from '../given.ts'
import { balance, cashing, key, Safe } from './instrument-story.ts'

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
