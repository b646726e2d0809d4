import fc from 'fast-check'
import { expect, it } from 'vitest'
import { touches } from '../../src/domain/settlement/touching.ts'
import { settle } from '../../src/domain/settlement.ts'
import { due, line, no } from './settled.ts'
import { desks } from './settlement-desks.ts'

const verdictOn = (payer: string, dues = [due(1, 'ヤマダ タロウ'), due(2, 'サトウ ハナコ')]) => {
  const [verdict] = settle([line(payer)], dues).lines
  if (verdict === undefined) throw new Error('no verdict')
  return verdict
}

it('a verdict is touched by what becomes of the case that it proposes', () => {
  const verdict = verdictOn(`${no(1)} ﾔﾏﾀﾞ ﾀﾛｳ`)
  expect(touches(verdict, new Set([no(1)]))).toBe(true)
  expect(touches(verdict, new Set([no(2)]))).toBe(false)
  expect(touches(verdict, new Set())).toBe(false)
})

it('a verdict is touched by what becomes of a case that it only names', () => {
  const verdict = verdictOn(`${no(1)} ﾔﾏﾀﾞ ﾀﾛｳ`)
  const other = { code: 'number_of_other', about: { number: no(2) } } as const
  const [proposal] = verdict.proposals
  if (proposal === undefined) throw new Error('nothing is proposed')
  expect(touches({ ...verdict, notes: [other] }, new Set([no(2)]))).toBe(true)
  expect(touches({ ...verdict, proposals: [{ ...proposal, contradictions: [other] }] }, new Set([no(2)]))).toBe(true)
  expect(touches({ ...verdict, notes: [other] }, new Set([no(3)]))).toBe(false)
})

it('whatever the desk, every case that would get money touches its own line', () => {
  fc.assert(
    fc.property(desks, ({ lines, dues }) => {
      for (const verdict of settle(lines, dues).lines)
        for (const { caseNumber } of verdict.proposals) expect(touches(verdict, new Set([caseNumber]))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
