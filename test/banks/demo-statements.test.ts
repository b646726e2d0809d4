import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { readStatement } from '../../src/banks/read-statement.ts'
import { day } from '../../src/domain/day.ts'
import { demoStatements, folder } from './demo-statements.ts'

const read = (name: string) => readStatement(readFileSync(join(folder, name)), { importedOn: day('2026-11-21') })
const seen = (name: string) => {
  const { format, accounts, issues } = read(name)
  return {
    format,
    lines: accounts.map(account => account.lines.length),
    issues: issues.map(({ code, record, amount }) => (amount === undefined ? [code, record] : [code, record, amount])),
  }
}

describe("the demo desk's month", () => {
  it('lies on disk as its writer writes it', () => {
    expect(
      readdirSync(folder)
        .filter(name => name !== 'README.md')
        .sort(),
    ).toEqual(Object.keys(demoStatements).sort())
    for (const [name, bytes] of Object.entries(demoStatements))
      expect(readFileSync(join(folder, name)).equals(bytes), name).toBe(true)
  })

  test.each([
    ['zengin03-202611.txt', { format: 'zengin-03', lines: [16, 2], issues: [] }],
    ['zengin01-202611.txt', { format: 'zengin-01', lines: [4], issues: [] }],
    ['yucho-202611.csv', { format: 'yucho-direct', lines: [4], issues: [] }],
    ['sbi-net-202611.csv', { format: 'sbi-net', lines: [5], issues: [['balance_gap', 4, 3300]] }],
    ['anser-202611.csv', { format: 'anser', lines: [4], issues: [['number_skipped', 4]] }],
    ['camt054-202611.xml', { format: 'camt.054', lines: [3], issues: [['cancellation_unmatched', 3]] }],
  ])('%s is read with exactly the doubts it was given', (name, expected) => {
    expect(seen(name)).toEqual(expected)
  })

  it('keeps two equal payments of one day as two, and a name cut by the field', () => {
    const lines = read('zengin03-202611.txt').accounts[0]?.lines ?? []
    expect(lines.filter(line => line.date === '2026-11-06' && line.payer === 'ﾔﾏﾀﾞ ﾀﾛｳ')).toHaveLength(2)
    expect(lines[3]?.payer.length).toBeLessThanOrEqual(48)
  })

  it('ties what was taken back to what it takes back', () => {
    const cancelled = ['zengin03-202611.txt', 'zengin01-202611.txt', 'anser-202611.csv'].map(name =>
      read(name)
        .accounts.flatMap(account => account.lines.filter(line => line.cancels))
        .map(line => [line.cancels?.why, line.cancels?.record]),
    )
    expect(cancelled).toEqual([[['corrected', 14]], [['cancelled', 3]], [['cancelled', 3]]])
  })
})
