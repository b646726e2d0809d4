import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InstrumentAct } from '../../../src/domain/money/instrument-acts.ts'
import { isRefusal } from '../../../src/domain/refusal.ts'
import { balance, cashing, key, Safe } from './instrument-story.ts'

/** What every walk begins with: two orders, stamps of two faces, and coins. */
const filled = () =>
  new Safe().orders('26000014', { face: 1000 }, { face: 450 }).stamps('26000014', { face: 110, count: 10 }).cash(2000)

const pile = fc.array(fc.record({ face: fc.constantFrom(10, 110), count: fc.integer({ min: 1, max: 4 }) }), {
  minLength: 1,
  maxLength: 2,
})
const deed: fc.Arbitrary<readonly [InstrumentAct, Record<string, unknown>]> = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('cash', 'a1')).map(([nth, into]) => {
    return ['cashOrders', { ...cashing(key(nth)), into }] as const
  }),
  fc
    .tuple(pile, fc.constantFrom('postage', 'sold'))
    .map(([stamps, purpose]) => ['useStamps', { stamps, purpose }] as const),
  fc.tuple(pile, pile).map(([stamps, got]) => ['exchangeStamps', { stamps, got }] as const),
  fc.integer({ min: 1, max: 2500 }).map(amount => ['bankCash', { amount: String(amount), into: 'a1' }] as const),
)

/** Tries it; gives the number of what was booked, or null where it was refused. */
const attempted = (safe: Safe, act: InstrumentAct, input: Record<string, unknown>): number | null => {
  const decided = safe.try(act, { operator: 'ims', on: '2026-11-21', ...input })
  if (isRefusal(decided)) return null
  safe.book(...decided)
  return safe.entries.length
}

/** What lies there, without how it came to lie there. */
const there = ({ pool, now }: Safe) => ({
  faces: pool.stamps.faces,
  cash: pool.cash.yen,
  orders: now.orders.map(({ nth, state }) => [nth, state]),
  banked: now.banked.length,
})

describe('what was cashed, used and paid in by mistake', () => {
  it('is all there again once it has been taken back, the latest first', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 15 }), deeds => {
        const safe = filled()
        const done = deeds.flatMap(([act, input]) => attempted(safe, act, input) ?? [])
        for (const entry of done.toReversed()) expect(attempted(safe, 'takeBackEntry', { entry })).not.toBeNull()
        expect(there(safe)).toEqual(there(filled()))
        for (const account of ['postage', 'in_transit', 'difference'] as const)
          expect(balance(safe.entries, account)).toBe(0)
      }),
    )
  })

  it('is taken back once, in whatever order it is tried', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { maxLength: 10 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 30 }),
        (deeds, tries) => {
          const safe = filled()
          for (const [act, input] of deeds) attempted(safe, act, input)
          for (const entry of tries) attempted(safe, 'takeBackEntry', { entry })
          const back = safe.entries.flatMap(({ body }) => (body?.takesBack === undefined ? [] : [body.takesBack]))
          expect(new Set(back).size).toBe(back.length)
        },
      ),
    )
  })
})

describe('定額小為替 of a refund that names none', () => {
  const faces = fc.array(fc.constantFrom(50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 750, 1000), {
    minLength: 1,
    maxLength: 8,
  })
  /** Every sum that some of them make, by trying all. */
  const sums = (orders: readonly number[]): Set<number> => {
    const made = new Set([0])
    for (const face of orders) for (const sum of [...made]) made.add(sum + face)
    return made
  }

  it('are some whose faces make the sum, wherever there are such', () => {
    fc.assert(
      fc.property(faces, fc.integer({ min: 1, max: 80 }), (orders, fifties) => {
        const amount = fifties * 50
        const safe = new Safe().orders('26000014', ...orders.map(face => ({ face }))).back('postal_orders', amount)
        const gone = safe.now.orders.filter(({ state }) => state === 'returned')
        const worth = gone.reduce((sum, { face }) => sum + face, 0)
        expect(worth).toBe(sums(orders).has(amount) ? amount : 0)
        expect(safe.pool.orders.unknown).toBe(worth - amount)
      }),
    )
  })
})
