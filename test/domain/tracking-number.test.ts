import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTrackingNumber, readTrackingNumber } from '../../src/domain/tracking-number.ts'

describe('お問い合わせ番号', () => {
  // reference/law.md §7.5
  it.each([
    '131-12-38385-2',
    '13112383852',
    '１３１－１２－３８３８５－２',
    '131 12 38385 2',
    'A13112383852A',
    'd13112383852b',
  ])('reads %s', text => {
    expect(readTrackingNumber(text)).toEqual({ number: '13112383852', valid: true, digits: 11, kindHint: '一般書留' })
  })

  it('reads twelve digits, without a hint at the kind', () => {
    expect(readTrackingNumber('4055-4842-4886')).toEqual({ number: '405548424886', valid: true, digits: 12 })
  })

  it('says which check digit it expected, and does not refuse', () => {
    expect(readTrackingNumber('131-12-38385-3')).toEqual({
      number: '13112383853',
      valid: false,
      digits: 11,
      expected: 2,
      kindHint: '一般書留',
    })
  })

  it.each([
    ['1', '一般書留'],
    ['2', '現金書留'],
    ['3', '簡易書留'],
    ['4', '簡易書留'],
    ['5', '特定記録'],
    ['6', '特定記録'],
    ['7', '代金引換'],
    ['8', '代金引換'],
    ['9', undefined],
    ['0', undefined],
  ])('takes a first digit %s for %s', (first, kind) => {
    expect(readTrackingNumber(`${first}0000000000`)?.kindHint).toBe(kind)
  })

  it.each(['', '1311238385', '1311238385212', 'AA123456785JP', 'E13112383852E', '131_12_38385_2'])(
    'is not %j',
    text => {
      expect(readTrackingNumber(text)).toBeNull()
    },
  )

  it('holds every number whose last digit is the rest by 7', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999n }), fc.constantFrom(10, 11), (n, length) => {
        const body = String(n).padStart(11, '0').slice(-length)
        const check = Number(BigInt(body) % 7n)
        expect(readTrackingNumber(`${body}${check}`)).toMatchObject({ valid: true, digits: length + 1 })
        expect(readTrackingNumber(`${body}${(check + 1) % 7}`)).toMatchObject({ valid: false, expected: check })
      }),
    )
  })

  it('reads back what it prints', () => {
    expect(formatTrackingNumber('13112383852')).toBe('131-12-38385-2')
    expect(formatTrackingNumber('405548424886')).toBe('4055-4842-4886')
    expect(formatTrackingNumber('AA123456785JP')).toBe('AA123456785JP')
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11,12}$/), n => readTrackingNumber(formatTrackingNumber(n))?.number === n),
    )
  })
})
