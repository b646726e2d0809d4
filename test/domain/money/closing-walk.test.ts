import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, day } from '../../../src/domain/day.ts'
import {
  barsPreparing,
  barsSigning,
  booksFrom,
  firstOf,
  lastOf,
  type Month,
  type MonthClosing,
  type MonthFacts,
  type MonthRefusal,
  monthAfter,
  monthOf,
  monthsFrom,
} from '../../../src/domain/money/closing.ts'
import { bookedOn } from '../../../src/domain/money/ledger-entry.ts'
import type { Actor } from '../../../src/domain/rule.ts'

const person = (id: string, ...roles: Actor['roles']) => ({ id, roles, operators: 'all' }) as const
const kei = person('kei', 'cashier')
const both = person('both', 'cashier', 'approver')
const sekinin = person('sekinin', 'approver')
const kansa = person('kansa', 'auditor')
const kanri = person('kanri', 'admin')
const partly = { ...both, id: 'partly', operators: ['ims'] } as const
const october = monthOf(day('2026-10-31'))
const prepared = { month: october, prepared: { by: 'kei', at: '2026-11-04T01:00:00.000Z' }, hash: 'abc' }
const signed: MonthClosing = { ...prepared, signed: { by: 'sekinin', at: '2026-11-05T01:00:00.000Z' } }
const facts = (over: Partial<MonthFacts>): MonthFacts => ({
  today: day('2026-11-22'),
  by: kei,
  next: october,
  closing: prepared,
  hash: 'abc',
  proved: true,
  ...over,
})

describe('who may do what with October', () => {
  it.each<[string, Actor, MonthRefusal | null, MonthRefusal | null]>([
    ['経理', kei, null, 'not_allowed'],
    ['責任者', sekinin, null, null],
    ['経理 who also decides', both, null, null],
    ['管理者', kanri, null, 'not_allowed'],
    ['監査', kansa, 'not_allowed', 'not_allowed'],
    ['one of some operators', partly, 'not_allowed', 'not_allowed'],
  ])('%s', (_who, by, preparing, signing) => {
    expect([barsPreparing(october, facts({ by })), barsSigning(october, facts({ by }))]).toEqual([preparing, signing])
  })

  it.each<[string, Partial<MonthFacts>, MonthRefusal | null, MonthRefusal | null]>([
    ['prepared by another, unchanged', {}, null, null],
    ['not prepared', { closing: null }, null, 'month_not_prepared'],
    [
      'prepared by the very person',
      { closing: { ...prepared, prepared: { by: 'both', at: '' } } },
      null,
      'same_person',
    ],
    ['changed since', { hash: 'abd' }, null, 'sheet_moved'],
    ['not adding up', { proved: false }, 'sheet_not_proved', 'sheet_not_proved'],
    ['signed', { closing: signed }, 'month_signed', 'month_signed'],
    ['signed, and not adding up', { closing: signed, proved: false }, 'month_signed', 'month_signed'],
    ['after a month that is open', { next: monthOf(day('2026-09-01')) }, 'month_not_next', 'month_not_next'],
    ['of an empty ledger', { next: null }, 'month_not_next', 'month_not_next'],
    ['on its last day', { today: day('2026-10-31') }, 'month_running', 'month_running'],
    ['on the first day after it', { today: day('2026-11-01') }, null, null],
  ])('by one who may both: %s', (_what, over, preparing, signing) => {
    const now = facts({ by: both, ...over })
    expect([barsPreparing(october, now), barsSigning(october, now)]).toEqual([preparing, signing])
  })
})

describe('the days of months', () => {
  const someDay = fc.integer({ min: 0, max: 40_000 }).map(days => addDays(day('1995-01-01'), days))

  it('follow one another without a gap, and every day is in its own month', () => {
    fc.assert(
      fc.property(someDay, on => {
        const month = monthOf(on)
        expect(firstOf(month) <= on && on <= lastOf(month)).toBe(true)
        expect(addDays(lastOf(month), 1)).toBe(firstOf(monthAfter(month)))
      }),
    )
  })

  it('are counted from the first to the last, each once', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 40 }), (on, more) => {
        const first = monthOf(on)
        const last = monthOf(addMonths(firstOf(first), more))
        const months = monthsFrom(first, last)
        expect([months.length, months[0], months.at(-1)]).toEqual([more + 1, first, last])
        for (const [at, month] of months.slice(1).entries()) expect(month).toBe(monthAfter(months[at] ?? month))
      }),
    )
  })

  it.each([
    ['2026-11-22', '2025-11-01'],
    ['2026-01-31', '2025-01-01'],
    ['2028-02-29', '2027-02-01'],
  ])('a desk whose first account was registered on %s has books from %s', (registered, from) => {
    expect(booksFrom(day(registered))).toBe(from)
  })

  it.each([
    ['2026-10-31', null, '2026-10-31'],
    ['2026-10-31', '2026-11-01', '2026-11-01'],
    ['2026-11-01', '2026-11-01', '2026-11-01'],
    ['2026-11-02', '2026-11-01', '2026-11-02'],
  ])('what is of %s is booked, with %s the first open day, on %s', (on, open, booked) => {
    expect(bookedOn(day(on), open === null ? null : day(open))).toBe(booked)
  })
})

describe('whoever tries to close whatever, whenever', () => {
  const deed = fc.record({
    sign: fc.boolean(),
    by: fc.constantFrom(kei, sekinin, both, kansa, partly),
    month: fc.constantFrom('2026-08', '2026-09', '2026-10', '2026-11') as fc.Arbitrary<Month>,
    booked: fc.boolean(),
    days: fc.integer({ min: 0, max: 12 }),
  })

  it('months are signed in their order, over, as they were prepared, and by somebody else', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60, size: 'max' }), deeds => {
        const closings = new Map<Month, MonthClosing>()
        const order: Month[] = []
        let [today, writes] = [day('2026-09-01'), 0]
        for (const { sign, by, month, booked, days } of deeds) {
          today = addDays(today, days)
          if (booked) writes += 1
          const last = order.at(-1)
          const next = last === undefined ? ('2026-08' as Month) : monthAfter(last)
          const closing = closings.get(month) ?? null
          const now = { today, by, next, closing, hash: String(writes), proved: true }
          if (!sign && barsPreparing(month, now) === null)
            closings.set(month, { month, prepared: { by: by.id, at: '' }, hash: now.hash })
          if (!sign || closing === null || barsSigning(month, now) !== null) continue
          expect(closing.hash).toBe(now.hash)
          closings.set(month, { ...closing, signed: { by: by.id, at: '' } })
          order.push(month)
          expect(lastOf(month) < today).toBe(true)
        }
        expect(order).toEqual(['2026-08', '2026-09', '2026-10', '2026-11'].slice(0, order.length))
        for (const { prepared: made, signed: done } of closings.values()) expect(done?.by).not.toBe(made.by)
      }),
      { numRuns: 300 },
    )
  })
})
