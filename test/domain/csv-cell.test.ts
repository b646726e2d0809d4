import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvFile, guardedCell } from '../../src/domain/csv-cell.ts'

describe('a cell', () => {
  test.each([
    '=1+1',
    '+81-3-1234-5678',
    '+1',
    '-1+2',
    '-cmd',
    '--1',
    '@SUM(A1)',
    '＝1',
    '＋81',
    '－1',
    '＠a',
    '\t1',
    '\t',
    '\r1',
    ' =1',
    '\n=1',
    '=',
  ])('%j is only shown', text => {
    expect(guardedCell(text)).toBe(`'${text}`)
  })

  test.each(['', '0', '1500', '-1500', '-1,500', '-0.08', 'a=1', '山田 花子', '2026-11-22', '1-2', "'=1", '（＋）'])(
    '%j stays as it is',
    text => {
      expect(guardedCell(text)).toBe(text)
    },
  )

  test('that is a whole number stays one, whatever its sign', () => {
    fc.assert(fc.property(fc.integer(), amount => guardedCell(String(amount)) === String(amount)))
  })

  test('never begins as a formula does', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠')
    fc.assert(
      fc.property(start, fc.string({ unit: 'grapheme' }), (first, rest) =>
        /^(?:'|-[\d,.]+$)/.test(guardedCell(first + rest)),
      ),
    )
  })
})

describe('a file of cells', () => {
  test('begins with a mark, ends its lines as Windows does and quotes every cell', () => {
    expect(
      csvFile([
        ['名', '額'],
        ['い"ろ', '-1'],
        ['=1', ''],
      ]),
    ).toBe(`\uFEFF"名","額"\r\n"い""ろ","-1"\r\n"'=1",""\r\n`)
  })
})
