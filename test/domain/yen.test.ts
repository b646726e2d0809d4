import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatYen, parseYen, yen } from '../../src/domain/yen.ts'

describe('parseYen', () => {
  it.each([
    ['3,300', 3300],
    ['３，３００円', 3300],
    ['¥3,300', 3300],
    ['￥3300', 3300],
    ['\\3300', 3300],
    [' 3300 円 ', 3300],
    ['0', 0],
    ['9,999,999,999', 9_999_999_999],
  ])('reads %s', (text, amount) => {
    expect(parseYen(text)).toBe(amount)
  })

  it.each([
    '-3300',
    '−3,300',
    '△3300',
    '3300.5',
    '3.300',
    '10,000,000,000',
    '33,00',
    '3,3000',
    ',300',
    '1e3',
    '',
    '円',
    '三千円',
    '3300円円',
  ])('refuses %j', text => {
    expect(parseYen(text)).toBeNull()
  })

  it('reads back every amount as we print it', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), n => parseYen(formatYen(yen(n))) === n))
  })
})

describe('yen', () => {
  it('stops an amount that the program must never make', () => {
    for (const n of [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => yen(n)).toThrow(RangeError)
    }
  })
})

describe('formatYen', () => {
  it('writes the sum of a large account', () => {
    expect(formatYen(yen(1_234_567_890_123))).toBe('1,234,567,890,123円')
  })

  it('groups by three', () => {
    expect([0, 999, 1000, 3300, 1234567].map(n => formatYen(yen(n)))).toEqual([
      '0円',
      '999円',
      '1,000円',
      '3,300円',
      '1,234,567円',
    ])
  })
})
