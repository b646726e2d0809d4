import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StatementLine } from '../../../src/banks/statement.ts'
import { type StoredLine, sortLines } from '../../../src/desk/money/statement-sameness.ts'
import { day } from '../../../src/domain/day.ts'
import type { Book03 } from '../../banks/zengin-writer.ts'
import { statementIn, zengin } from './statement-in.ts'

const names = ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ｻﾄｳ ﾊﾅｺ', 'ｽｽﾞｷ']
const movement = fc.record({
  on: fc.integer({ min: 1, max: 20 }),
  yen: fc.constantFrom(1100, 3300, 3300, 5000),
  payer: fc.constantFrom(...names),
  paid: fc.integer({ min: 0, max: 4 }).map(n => n === 0),
})
const month = fc.array(movement, { minLength: 1, maxLength: 25 }).map(all => all.toSorted((a, b) => a.on - b.on))
const periods = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 5 })
  .map(all => all.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const))

type Movement = { on: number; yen: number; payer: string; paid: boolean }
const signed = ({ yen, paid }: Movement) => (paid ? -yen : yen)
const code = (n: number) => `0811${String(n).padStart(2, '0')}`
const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0)

/** The bank's file of some days of the month, with the balance before them. */
const fileOf = (all: readonly Movement[], from: number, to: number) =>
  zengin({
    from: code(from),
    to: code(to),
    opening: 10_000_000 + sum(all.filter(each => each.on < from).map(signed)),
    movements: all
      .filter(each => each.on >= from && each.on <= to)
      .map(({ on, yen, payer, paid }): Book03['movements'][number] => ({
        on: code(on),
        payer,
        ...(paid ? { out: yen } : { in: yen }),
      })),
  })

it('every line of a month comes in exactly once, however its files overlap and in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(month, periods, async (all, some) => {
      const at = await statementIn()
      try {
        await at.account({ number: '1234567' })
        for (const [from, to] of some) await at.bring(fileOf(all, from, to))
        // The rest of the month, so that all of it has been in some file.
        const whole = await at.bring(fileOf(all, 1, 20))
        expect(whole.codes.filter(each => each !== 'nothing_new')).toEqual([])
        const lines = await at.lines({ limit: 1000 })
        const told = (each: { date: string; in: number | null; out: number | null; payer: string }) =>
          `${each.date} ${each.in ?? -(each.out ?? 0)} ${each.payer}`
        const wanted = all.map(each => `2026-11-${String(each.on).padStart(2, '0')} ${signed(each)} ${each.payer}`)
        expect(lines.map(told).toSorted()).toEqual(wanted.toSorted())
        expect(await at.banked()).toBe(sum(all.filter(each => !each.paid).map(each => each.yen)))
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
        expect((await at.desk.verify()).faults).toEqual([])
        const next = zengin({
          from: code(21),
          to: code(21),
          opening: 10_000_000 + sum(all.map(signed)),
          movements: [{ on: code(21), in: 1 }],
        })
        expect((await at.bring(next, { look: true })).preview?.accounts[0]?.gaps).toEqual([])
      } finally {
        await at.gone()
      }
    }),
    { numRuns: 12 },
  )
})

const line = (record: number, balance?: number): StatementLine => ({
  record,
  position: 0,
  date: day('2026-11-05'),
  in: 3300,
  payer: 'ﾔﾏﾀﾞ',
  payerRead: 'ヤマダ',
  kind: '振込',
  balance,
})
const balances = fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), { maxLength: 8 })
const take = (lines: readonly StatementLine[], stored: readonly StoredLine[]): StoredLine[] => [
  ...stored,
  ...sortLines(lines, stored).flatMap(({ known, sameness }, nth) =>
    known === null ? [{ id: `${stored.length + nth}`, sameness }] : [],
  ),
]

it('equal lines are counted: a file adds what it has more of, and nothing the second time', () => {
  fc.assert(
    fc.property(balances, balances, (first, second) => {
      const [a, b] = [first, second].map(all => all.map((balance, nth) => line(nth + 1, balance)))
      const stored = take(a ?? [], [])
      expect(stored).toHaveLength(first.length)
      const both = take(b ?? [], stored)
      expect(both.length).toBeGreaterThanOrEqual(Math.max(first.length, second.length))
      expect(both.length).toBeLessThanOrEqual(first.length + second.length)
      expect(take(b ?? [], both)).toHaveLength(both.length)
      expect(take(a ?? [], both)).toHaveLength(both.length)
      expect(new Set(both.map(({ sameness }) => sameness)).size).toBe(both.length)
    }),
    { numRuns: 500 },
  )
})
