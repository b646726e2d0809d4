import { describe, expect, it } from 'vitest'
import { addDays, day, ERAS } from '../../src/domain/day.ts'
import { longDay, shortWareki, wareki } from '../../src/domain/era.ts'

const icu = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
})

describe('和暦', () => {
  it.each([
    ['2026-11-21', '令和8年11月21日', 'R8.11.21'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30'],
    ['1989-01-08', '平成元年1月8日', 'H1.1.8'],
    ['1989-01-07', '昭和64年1月7日', 'S64.1.7'],
    ['1926-12-25', '昭和元年12月25日', 'S1.12.25'],
    ['1912-07-29', '明治45年7月29日', 'M45.7.29'],
    ['1873-01-01', '明治6年1月1日', 'M6.1.1'],
  ])('writes %s as %s and %s', (d, long, short) => {
    expect(wareki(day(d))).toBe(long)
    expect(shortWareki(day(d))).toBe(short)
  })

  it('agrees with ICU around every change of era', () => {
    for (const { from } of ERAS.filter(era => era.from > '1873')) {
      for (let n = -400; n <= 400; n += 1) {
        const d = addDays(day(from), n)
        expect(wareki(d)).toBe(icu.format(new Date(`${d}T00:00:00Z`)))
      }
    }
  })
})

describe('longDay', () => {
  it('adds the weekday in full-width brackets', () => {
    expect(longDay(day('2026-11-21'))).toBe('2026年11月21日（土）')
    expect(longDay(day('2026-01-05'))).toBe('2026年1月5日（月）')
  })
})
