import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  day,
  daysBetween,
  isDay,
  parseDay,
  todayIn,
  weekday,
} from '../../src/domain/day.ts'
import { longDay, shortWareki, wareki } from '../../src/domain/era.ts'

const anyDay = fc
  .integer({ min: 0, max: daysBetween(day('1873-01-01'), day('2100-12-31')) })
  .map(n => addDays(day('1873-01-01'), n))

describe('parseDay', () => {
  it.each([
    ['2026/11/21', '2026-11-21'],
    ['2026-11-21', '2026-11-21'],
    ['2026.11.21', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['2026年11月21日', '2026-11-21'],
    ['2026年 1月 5日', '2026-01-05'],
    ['２０２６／１１／２１', '2026-11-21'],
    ['２０２６ー１１ー２１', '2026-11-21'],
    [' 2026/1/5 ', '2026-01-05'],
    ['2026年11月21日（土）', '2026-11-21'],
    ['R8.11.21', '2026-11-21'],
    ['r8/11/21', '2026-11-21'],
    ['Ｒ８．１１．２１', '2026-11-21'],
    ['令和8年11月21日', '2026-11-21'],
    ['㋿8年11月21日', '2026-11-21'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和1年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['平成元年1月8日', '1989-01-08'],
    ['昭和64年1月7日', '1989-01-07'],
    ['S60.2.3', '1985-02-03'],
    ['昭和元年12月25日', '1926-12-25'],
    ['大正15年12月24日', '1926-12-24'],
    ['T1.7.30', '1912-07-30'],
    ['明治45年7月29日', '1912-07-29'],
    ['M6.1.1', '1873-01-01'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %s', (text, date) => {
    expect(parseDay(text)).toBe(date)
  })

  it.each([
    ['a day that is not in the month', '2026/2/29'],
    ['the century that is no leap year', '2100-02-29'],
    ['month 13', '2026-13-01'],
    ['day 0', '2026-01-00'],
    ['an era after its end', '平成31年5月1日'],
    ['an era before its start', '令和1年4月30日'],
    ['昭和 on the first day of 平成', '昭和64年1月8日'],
    ['大正 on the first day of 昭和', '大正15年12月25日'],
    ['an era year 0', '令和0年5月1日'],
    ['a lunisolar 明治 date', '明治5年12月2日'],
    ['a year typed as 7', '7/11/21'],
    ['a year typed as 26', '26-11-21'],
    ['a year long past', '1026-11-21'],
    ['a year too far', '2926-11-21'],
    ['separators that do not agree', '2026/11-21'],
    ['a wrong weekday', '2026年11月21日（日）'],
    ['digits torn apart by spaces', '2026  1  121'],
    ['month and day without a year', '11月21日'],
    ['a time after it', '2026-11-21T00:00:00Z'],
    ['nothing', ''],
    ['a very long text', '2'.repeat(100_000)],
  ])('refuses %s', (_why, text) => {
    expect(parseDay(text)).toBeNull()
  })

  it('reads back every day as we print it, in each of our formats', () => {
    fc.assert(
      fc.property(anyDay, d => {
        for (const text of [d, wareki(d), shortWareki(d), longDay(d), d.replaceAll('-', ''), d.replaceAll('-', '/')]) {
          expect(parseDay(text)).toBe(d)
        }
      }),
    )
  })

  it('gives only days that exist, whatever is typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789/-.年月日令和平成元RHS'), maxLength: 14 })
    fc.assert(fc.property(typed, text => [parseDay(text)].every(d => d === null || isDay(d))))
  })
})

describe('reckoning', () => {
  it('adds days over month, year and leap day', () => {
    expect(addDays(day('2026-12-18'), 14)).toBe('2027-01-01')
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(day('2026-03-01'), -1)).toBe('2026-02-28')
  })

  // reference/law.md §2.2
  it.each([
    ['2026-01-05', '2026-01-19'],
    ['2026-04-23', '2026-05-07'],
    ['2026-09-08', '2026-09-22'],
    ['2026-12-18', '2027-01-01'],
    ['2026-02-28', '2026-03-14'],
  ])('ends two weeks from %s on %s, the same weekday', (arrival, end) => {
    expect(addDays(day(arrival), 14)).toBe(end)
    expect(weekday(day(arrival))).toBe(weekday(day(end)))
  })

  it('undoes itself: the days between d and d + n are n', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (d, n) => {
        fc.pre(n >= 0 || d > '1874')
        return daysBetween(d, addDays(d, n)) === n
      }),
    )
  })

  it('clips months and years to the end of the month', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(day('2026-08-31'), 6)).toBe('2027-02-28')
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addMonths(day('2026-01-15'), -13)).toBe('2024-12-15')
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28')
    expect(addYears(day('2008-04-01'), 18)).toBe('2026-04-01')
  })

  it('knows the weekday', () => {
    expect(weekday(day('2026-11-21'))).toBe(6)
    expect(weekday(day('2026-11-22'))).toBe(0)
  })

  it('refuses to leave the calendar', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addYears(day('1873-01-01'), -1)).toThrow(RangeError)
    expect(() => day('2026-02-30')).toThrow(RangeError)
  })
})

describe('isDay', () => {
  it('takes the stored form only', () => {
    expect(isDay('2026-11-21')).toBe(true)
    for (const text of ['2026-11-31', '2026-1-1', '2026/11/21', '1872-12-31', '２０２６-11-21', '2026-11-21\n']) {
      expect(isDay(text)).toBe(false)
    }
  })
})

describe('todayIn', () => {
  it('turns the page at midnight in Tokyo', () => {
    expect(todayIn('2026-11-20T14:59:59.999Z')).toBe('2026-11-20')
    expect(todayIn('2026-11-20T15:00:00Z')).toBe('2026-11-21')
    expect(todayIn('2026-11-21T00:00:00+09:00')).toBe('2026-11-21')
  })

  it('refuses an instant that would be read in the machine’s own zone', () => {
    expect(() => todayIn('2026-11-21T00:00:00')).toThrow(RangeError)
  })
})
