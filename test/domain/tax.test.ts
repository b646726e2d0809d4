import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { askedFee, consumptionTaxRate, staleGross, taxWithin } from '../../src/domain/tax.ts'
import { yen } from '../../src/domain/yen.ts'

const today = day('2026-11-21')
const net = (amount: number) => ({ amount: yen(amount), basis: 'net' as const })
const gross = (amount: number) => ({ amount: yen(amount), basis: 'gross' as const })

describe('consumptionTaxRate', () => {
  it.each([
    ['1989-04-01', 3],
    ['1997-03-31', 3],
    ['1997-04-01', 5],
    ['2014-03-31', 5],
    ['2014-04-01', 8],
    ['2019-09-30', 8],
    ['2019-10-01', 10],
    ['2026-11-21', 10],
  ])('on %s: %d %%', (on, rate) => {
    expect(consumptionTaxRate(day(on))).toBe(rate)
  })

  it('knows none before there was one', () => {
    expect(() => consumptionTaxRate(day('1989-03-31'))).toThrow(RangeError)
  })
})

describe('askedFee', () => {
  // reference/law.md §5.3
  it.each([
    [3000, '2014-03-31', 3150],
    [3000, '2014-04-01', 3240],
    [3000, '2026-11-21', 3300],
    [1000, '2014-03-31', 1050],
    [1000, '2019-09-30', 1080],
    [1000, '2019-10-01', 1100],
    [999, '2026-11-21', 1098],
  ])('asks for %d円 税別 on %s: %d円', (amount, on, asked) => {
    expect(askedFee(net(amount), day(on))).toMatchObject({ asked, tax: asked - amount })
  })

  it.each([
    [3150, 286],
    [1000, 90],
    [1415, 128],
  ])('asks %d円 税込 as printed, %d円 of it tax', (amount, tax) => {
    expect(askedFee(gross(amount), today)).toEqual({ published: gross(amount), rate: 10, asked: amount, tax })
  })

  it.each([
    ['floor', 1000, 90],
    ['round', 1000, 91],
    ['ceil', 1000, 91],
    ['round', 1415, 129],
    ['floor', 1415, 128],
    ['round', 1220, 111],
    ['ceil', 1220, 111],
    ['ceil', 3300, 300],
    ['ceil', 1213, 111],
    ['round', 1213, 110],
  ] as const)('rounds the tax by %s: %d円 税込 has %d円', (rounding, amount, tax) => {
    expect(askedFee({ ...gross(amount), rounding }, today).tax).toBe(tax)
    expect(taxWithin(amount, 10, rounding)).toBe(tax)
  })

  it.each([
    ['floor', 99],
    ['round', 100],
    ['ceil', 100],
  ] as const)('rounds the tax that is added by %s', (rounding, tax) => {
    expect(askedFee({ ...net(997), rounding }, today)).toMatchObject({ tax, asked: 997 + tax })
  })

  it('holds for gross what net made: the tax of the sum is the tax added', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom('2013-01-01', '2015-01-01', '2026-11-21'),
        (n, on) => {
          const asked = askedFee(net(n), day(on))
          expect(askedFee(gross(asked.asked), day(on)).tax).toBe(asked.tax)
        },
      ),
    )
  })
})

describe('staleGross', () => {
  it('sees a round price at an older rate', () => {
    expect(staleGross(gross(3150), today)).toEqual({ rate: 5, net: 3000 })
    expect(staleGross(gross(1050), today)).toEqual({ rate: 5, net: 1000 })
    expect(staleGross(gross(1080), today)).toEqual({ rate: 8, net: 1000 })
    expect(staleGross(gross(1030), today)).toEqual({ rate: 3, net: 1000 })
  })

  it('leaves alone a price that is round at today’s rate, at none, or 税別', () => {
    for (const amount of [1000, 1415, 3300, 1100, 0]) expect(staleGross(gross(amount), today)).toBeNull()
    expect(staleGross(net(3150), today)).toBeNull()
  })

  it('found nothing wrong with 3,150円 while the rate was 5 %', () => {
    expect(staleGross(gross(3150), day('2014-03-31'))).toBeNull()
    expect(staleGross(gross(3240), day('2014-03-31'))).toBeNull()
  })
})
