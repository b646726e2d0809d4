import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ledgerOf } from '../../../src/desk/money/ledger.ts'
import { permitted } from '../../../src/domain/case.ts'
import { addDays, day } from '../../../src/domain/day.ts'
import { monthOf, monthsFrom } from '../../../src/domain/money/closing.ts'
import { monthSheet } from '../../../src/domain/money/month-sheet.ts'
import { ito, requestFor, sato, suzuki } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'
import { bodyFor } from '../walk-bodies.ts'

/** Verbs that move money, and those without which none would have to go back. */
const moneyVerbs = /Fee|Refund|Cash|Line|withdraw$|Waiver/
const people = [ito, suzuki, sato] as const

const step = async (at: DeskIn, number: string, what: number, today: string): Promise<void> => {
  const by = people[what % 3] ?? ito
  const opened = await at.desk.kase(number, by)
  if (opened === null) return
  const may = permitted(opened.kase, opened.context).filter(verb => moneyVerbs.test(verb))
  const verb = may[Math.floor(what / 3) % Math.max(1, may.length)]
  if (verb !== undefined) await at.desk.perform(number, verb, bodyFor(verb, opened.kase, today, what), by)
}

it('whatever cases do with their money over half a year, every month adds up to the yen', async () => {
  const steps = fc.array(fc.nat(10_000), { minLength: 120, maxLength: 160, size: 'max' })
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(steps, async all => {
      const at = await deskIn()
      try {
        let today = day('2026-11-21')
        const numbers: string[] = []
        for (const operator of ['ims', 'iij', 'sakura'])
          numbers.push(await at.do(null, 'logRequest', requestFor(operator)))
        for (const what of all) {
          await step(at, numbers[what % 3] ?? '', what, today)
          if (what % 7 === 0) today = addDays(today, 9)
          at.at(today)
        }
        const entries = await ledgerOf(at.store.read).read()
        for (const each of entries) kinds.add(each.kind)
        for (const month of monthsFrom(monthOf(day('2026-10-01')), monthOf(today))) {
          const wrong = monthSheet(entries, { month }).proofs.filter(each => !each.holds && each.proof !== 'negative')
          expect(wrong).toEqual([])
        }
      } finally {
        await at.gone()
      }
    }),
    { numRuns: 4, seed: 20261121 },
  )
  expect([...kinds]).toEqual(expect.arrayContaining(['received', 'applied', 'unapplied', 'reversed', 'returned']))
}, 120_000)
