import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseNumber, damm, formatCaseNumber, parseCaseNumber } from '../../src/domain/case-number.ts'

const anyNumber = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 99_999 }))
  .map(([year, serial]) => caseNumber(year, serial))

describe('受付番号', () => {
  it('is the year, the serial and a Damm digit', () => {
    expect(damm('572')).toBe(4)
    expect(caseNumber(2026, 1)).toMatch(/^2600001\d$/)
    expect(damm(caseNumber(2026, 1))).toBe(0)
  })

  it('is read back however it was typed', () => {
    fc.assert(
      fc.property(anyNumber, number => {
        const printed = formatCaseNumber(number)
        const wide = printed.replace(/./g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
        expect(printed).toMatch(/^\d{2}-\d{5}-\d$/)
        for (const text of [
          number,
          printed,
          wide,
          ` ${number} `,
          printed.replaceAll('-', ' '),
          printed.replaceAll('-', 'ー'),
        ]) {
          expect(parseCaseNumber(text)).toBe(number)
        }
      }),
    )
  })

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(7), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digit = (Number(number[at]) + by) % 10
        return parseCaseNumber(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`) === null
      }),
    )
  })

  it('catches every pair of neighbours exchanged', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(6), (number, at) => {
        const [a, b] = [number.charAt(at), number.charAt(at + 1)]
        fc.pre(a !== b)
        return parseCaseNumber(`${number.slice(0, at)}${b}${a}${number.slice(at + 2)}`) === null
      }),
    )
  })

  it.each(['', '2600001', '260000100', '00000000', '26-ABCDE-1', '2600001x'])('refuses %j', text => {
    expect(parseCaseNumber(text)).toBeNull()
  })

  it('has no number outside its century or after the last serial', () => {
    for (const [year, serial] of [
      [1999, 1],
      [2100, 1],
      [26, 1],
      [2026, 0],
      [2026, 100_000],
      [2026, 1.5],
    ] as const) {
      expect(() => caseNumber(year, serial)).toThrow(RangeError)
    }
  })
})
