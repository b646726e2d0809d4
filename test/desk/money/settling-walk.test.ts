import { expect, it } from 'vitest'
import { ledgerOf } from '../../../src/desk/money/ledger.ts'
import { Dice } from '../../domain/dice.ts'
import { hanako, ito, requestFor, sato } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'
import { accountIn, lineIn } from './statement-cast.ts'

const families = ['ヤマダ', 'スズキ', 'サトウ'] as const

/** A small linear congruence: the same walk every time. */
const throws = (seed: number, count: number): number[] => {
  let at = seed
  return Array.from({ length: count }, () => {
    at = (at * 1_103_515_245 + 12_345) % 2_147_483_648
    return at >> 8
  })
}

/** Every yen that came lies in exactly one place. */
const conserved = async (at: DeskIn, lines: readonly string[], came: number) => {
  let found = 0
  for (const line of lines) {
    const view = await at.desk.settling.line(line, ito)
    const { rest, in: amount } = view?.file.row ?? {}
    const given = view?.allocations.reduce((sum, each) => sum + each.amount, 0) ?? 0
    expect((rest ?? 0) + given, line).toBe(amount)
    found += (rest ?? 0) + given
  }
  expect(found).toBe(came)
}

it.each([1, 2, 3])('loses no yen on a random walk of confirming, splitting and taking back (%i)', async seed => {
  const dice = new Dice(throws(seed, 600))
  const at = await deskIn()
  await accountIn(at)
  const [cases, lines]: [string[], string[]] = [[], []]
  let came = 0
  for (let n = 0; n < 6; n += 1)
    cases.push(
      await at.do(
        null,
        'logRequest',
        requestFor('ims', { subject: { ...hanako, familyKana: dice.one(families) } }),
        sato,
      ),
    )
  for (let step = 0; step < 40; step += 1) {
    const { settling } = at.desk
    const deed = dice.below(5)
    const line = dice.one(lines) ?? ''
    if (deed === 0 || lines.length < 4) {
      const amount = dice.one([3300, 6600, 2970, 5000, 1])
      const number = dice.often(60) ? `${dice.one(cases)} ` : ''
      lines.push(await lineIn(at, { payer: `${number}${dice.one(families)} ハナコ`, amount }))
      came += amount
    } else if (deed === 1) {
      const plan = await settling.plan({}, ito)
      const asked = plan.lines.filter(() => dice.often(50)).map(each => ({ line: each.row.id, proof: each.proof }))
      await settling.confirm(asked, ito)
    } else if (deed === 2) {
      const parts = cases
        .filter(() => dice.often(40))
        .map(caseNumber => ({ caseNumber, amount: dice.below(4000), hold: dice.often(70) }))
      await settling.allocate(line, parts, ito, { learn: dice.often(30) })
    } else if (deed === 3) {
      const part = dice.one((await settling.line(line, ito))?.allocations ?? [])
      if (part) await settling.release(line, part.caseNumber, part.receipt, null, ito)
    } else {
      const body = { means: 'transfer', amount: '3300', receivedOn: '2026-11-20' } as const
      await at.desk.perform(dice.one(cases) ?? '', 'receiveFee', body, ito)
    }
    await conserved(at, lines, came)
  }
  expect((await at.desk.verify()).faults).toEqual([])
  const kinds = new Set((await ledgerOf(at.store.read).read()).map(each => each.kind))
  expect([...kinds]).toEqual(expect.arrayContaining(['allocated', 'released']))
  await at.gone()
})
