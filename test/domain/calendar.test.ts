import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBusinessDays,
  lastBusinessDayOnOrBefore,
  makeCalendar,
  nextBusinessDayOnOrAfter,
} from '../../src/domain/calendar.ts'
import { addDays, day, type PlainDate } from '../../src/domain/day.ts'

const holidays = new Map([
  ['2026-09-21', '敬老の日'],
  ['2026-09-22', '国民の休日'],
  ['2026-09-23', '秋分の日'],
  ['2026-11-23', '勤労感謝の日'],
  ['2027-01-01', '元日'],
])
const closures = new Map([
  ['2026-12-29', '年末年始休業'],
  ['2026-12-30', '年末年始休業'],
  ['2026-12-31', ''],
  ['2026-11-28', '棚卸し'],
])
const opened = new Set(['2026-11-29', '2026-11-28'])
const cal = makeCalendar({ holidays, closures, opened })

describe('why the desk is closed', () => {
  it.each([
    ['2026-11-20', null],
    ['2026-11-21', '土曜日'],
    ['2026-11-22', '日曜日'],
    ['2026-11-23', '勤労感謝の日'],
    ['2026-12-29', '年末年始休業'],
    ['2026-12-31', '会社休業日'],
    ['2026-11-29', null],
    ['2026-11-28', '棚卸し'],
  ])('%s: %s', (d, why) => {
    expect(cal.why(day(d))).toBe(why)
    expect(cal.isBusinessDay(day(d))).toBe(why === null)
  })

  it('lets the administrator open a holiday', () => {
    const open = makeCalendar({ holidays, closures, opened: new Set(['2026-11-23']) })
    expect(open.isBusinessDay(day('2026-11-23'))).toBe(true)
  })
})

describe('business days', () => {
  it('does not count the first day', () => {
    expect(addBusinessDays(cal, day('2026-11-16'), 1)).toBe('2026-11-17')
    expect(addBusinessDays(cal, day('2026-11-20'), 1)).toBe('2026-11-24')
    expect(addBusinessDays(cal, day('2026-11-21'), 1)).toBe('2026-11-24')
    expect(addBusinessDays(cal, day('2026-12-28'), 1)).toBe('2027-01-04')
  })

  it('stays where it is for none', () => {
    expect(addBusinessDays(cal, day('2026-11-21'), 0)).toBe('2026-11-21')
  })

  it('refuses a count that is no count', () => {
    expect(() => addBusinessDays(cal, day('2026-11-21'), -1)).toThrow(RangeError)
    expect(() => addBusinessDays(cal, day('2026-11-21'), 1.5)).toThrow(RangeError)
  })

  it('pulls back over 国民の休日 and over the year’s end', () => {
    expect(lastBusinessDayOnOrBefore(cal, day('2026-09-22'))).toBe('2026-09-18')
    expect(lastBusinessDayOnOrBefore(cal, day('2027-01-01'))).toBe('2026-12-28')
    expect(lastBusinessDayOnOrBefore(cal, day('2026-11-20'))).toBe('2026-11-20')
  })

  it('moves on to the next open day', () => {
    expect(nextBusinessDayOnOrAfter(cal, day('2026-09-19'))).toBe('2026-09-24')
    expect(nextBusinessDayOnOrAfter(cal, day('2026-11-24'))).toBe('2026-11-24')
  })

  it('lands on the nth open day and passes n − 1 others', () => {
    const start = fc.integer({ min: 0, max: 200 }).map(n => addDays(day('2026-08-01'), n))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const end = addBusinessDays(cal, from, n)
        const open: PlainDate[] = []
        for (let d = addDays(from, 1); d <= end; d = addDays(d, 1)) if (cal.isBusinessDay(d)) open.push(d)
        expect(open).toHaveLength(n)
        expect(open.at(-1)).toBe(end)
      }),
    )
  })
})
