import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Performed } from '../../src/desk/desk.ts'
import { permitted, type Verb } from '../../src/domain/case.ts'
import { addDays, day } from '../../src/domain/day.ts'
import { blankCase, fold } from '../../src/domain/evolve.ts'
import type { Actor } from '../../src/domain/rule.ts'
import { ito, kanri, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'
import { bodyFor } from './walk-bodies.ts'

const people: readonly Actor[] = [sato, ito, suzuki, kanri]
/** They end a case, or lead off its way: taken one time in five, or few cases would get far. */
const rare: readonly Verb[] = [
  'erase',
  'freeze',
  'withdraw',
  'deemWithdrawn',
  'close',
  'refuseIdentity',
  'returnDecision',
  'discardLetter',
]

interface Stride {
  readonly who: number
  readonly what: number
  readonly later: number
  readonly opens: boolean
}
const stride: fc.Arbitrary<Stride> = fc.record({
  who: fc.nat(people.length - 1),
  what: fc.nat(10_000),
  later: fc.nat(12).map(n => Math.max(0, n - 9)),
  opens: fc.nat(30).map(n => n === 0),
})

/** One step of somebody on some case, whatever it is that the rules permit now. */
const step = async (at: DeskIn, numbers: string[], { who, what, opens }: Stride, today: string): Promise<Performed> => {
  const by = people[who] ?? sato
  const number = opens || numbers.length === 0 ? null : (numbers[what % numbers.length] ?? null)
  const opened = number === null ? null : await at.desk.kase(number, by)
  const kase = opened?.kase ?? blankCase
  const may = permitted(kase, opened?.context ?? (await at.desk.context(by)))
  const often = may.filter(verb => what % 5 === 0 || !rare.includes(verb))
  const verb = (often.length === 0 ? may : often)[Math.floor(what / 7) % Math.max(1, often.length || may.length)]
  if (verb === undefined) return { ok: false, issues: [] }
  return at.desk.perform(number, verb, bodyFor(verb, kase, today, what), by)
}

describe('after any walk of permitted commands', () => {
  it('the projections and chains agree with the journal, and nothing of a refusal stays', async () => {
    const done = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(stride, { minLength: 150, maxLength: 250 }), async strides => {
        const at = await deskIn()
        try {
          const numbers: string[] = []
          let today = day('2026-11-21')
          let entries = 0
          for (const next of strides) {
            today = addDays(today, next.later)
            at.at(today)
            const performed = await step(at, numbers, next, today)
            if (!performed.ok) continue
            entries += performed.events.length
            for (const event of performed.events) done.add(event.type)
            if (!numbers.includes(performed.number)) numbers.push(performed.number)
            const folded = fold(await at.desk.history(performed.number, sato))
            expect(JSON.parse(JSON.stringify(performed.kase))).toEqual(JSON.parse(JSON.stringify(folded)))
          }
          await at.desk.today(sato)
          expect(await at.desk.verify()).toMatchObject({ journals: numbers.length, entries, faults: [] })
        } finally {
          await at.gone()
        }
      }),
      { numRuns: 8, seed: 20261121, endOnFailure: true },
    )
    expect([...done].length).toBeGreaterThan(30)
  }, 120_000)
})
