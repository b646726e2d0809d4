import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import {
  barsPreparing,
  barsSigning,
  firstOf,
  isMonth,
  lastOf,
  type Month,
  type MonthFacts,
  monthAfter,
  monthOf,
  monthsFrom,
} from '../../../src/domain/money/closing.ts'

const october = monthOf(day('2026-10-31'))
const cashier = { id: 'kei', roles: ['cashier'], operators: 'all' } as const
const approver = { id: 'sekinin', roles: ['approver'], operators: 'all' } as const
const closing = { month: october, prepared: { by: 'kei', at: '2026-11-04T01:00:00.000Z' }, hash: 'abc' }
const facts = (over: Partial<MonthFacts>): MonthFacts => ({
  today: day('2026-11-22'),
  by: cashier,
  next: october,
  closing: null,
  hash: 'abc',
  proved: true,
  ...over,
})

describe('a month', () => {
  it('knows its days and its neighbours', () => {
    const february = monthOf(day('2028-02-10'))
    expect([firstOf(february), lastOf(february), monthAfter(february)]).toEqual(['2028-02-01', '2028-02-29', '2028-03'])
    expect(monthAfter(monthOf(day('2026-12-31')))).toBe('2027-01')
    expect(monthsFrom(monthOf(day('2026-11-01')), monthOf(day('2027-01-05')))).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
    ])
    expect(monthsFrom(monthAfter(october), october)).toEqual([])
    expect(['2026-00', '2026-13', '2026-1', '202611', ''].filter(isMonth)).toEqual([])
  })
})

describe('preparing a month', () => {
  it('is for a cashier who serves every operator, once the month is over and the one before is signed', () => {
    expect(barsPreparing(october, facts({}))).toBeNull()
    expect(barsPreparing(october, facts({ closing }))).toBeNull()
    expect(barsPreparing(october, facts({ by: { ...cashier, operators: ['ims'] } }))).toBe('not_allowed')
    expect(barsPreparing(october, facts({ by: { ...cashier, roles: ['auditor'] } }))).toBe('not_allowed')
    expect(barsPreparing(october, facts({ next: monthOf(day('2026-09-01')) }))).toBe('month_not_next')
    expect(barsPreparing(monthAfter(october), facts({ next: monthAfter(october) }))).toBe('month_running')
    expect(barsPreparing('2027-03' as Month, facts({ next: '2027-03' as Month }))).toBe('month_running')
    expect(barsPreparing(october, facts({ proved: false }))).toBe('sheet_not_proved')
    const signed = { ...closing, signed: { by: 'sekinin', at: '2026-11-05T01:00:00.000Z' } }
    expect(barsPreparing(october, facts({ closing: signed }))).toBe('month_signed')
  })
})

describe('signing a month', () => {
  it('is for an approver who is somebody else, on the very sheet that was prepared', () => {
    expect(barsSigning(october, facts({ by: approver, closing }))).toBeNull()
    expect(barsSigning(october, facts({ by: cashier, closing }))).toBe('not_allowed')
    expect(barsSigning(october, facts({ by: approver }))).toBe('month_not_prepared')
    expect(barsSigning(october, facts({ by: { ...approver, id: 'kei' }, closing }))).toBe('same_person')
    expect(barsSigning(october, facts({ by: approver, closing, hash: 'abd' }))).toBe('sheet_moved')
    expect(barsSigning(october, facts({ by: approver, closing, proved: false }))).toBe('sheet_not_proved')
  })
})
