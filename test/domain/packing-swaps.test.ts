import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { approved, drafted, pagesFor, paid, promised, proved, requestFor, Story, searched, suzuki } from './given.ts'

/** Three people's answers lie on the packing table; the second has a receipt beside it that goes in an envelope of its own. */
const table = [1, 2, 3].map(serial => {
  const story = new Story('2026-11-21', { number: caseNumber(2026, serial) })
    .do('logRequest', requestFor('ims'))
    .tell(proved, paid(), searched, drafted(), approved)
    .do('writeReply', { decision: 'd1' })
    .do('printLetter', { letter: 'l1' })
  return serial === 2 ? story.do('writeLetter', { form: 'fee-receipt' }).do('printLetter', { letter: 'l2' }) : story
})
const [first] = table as [Story, ...Story[]]
const right = pagesFor(first)
const strays = [
  ...table.slice(1).flatMap(story => pagesFor(story)),
  'KD2:26000010:l1:0:reply-disclosure-full:3/3:00',
  '4912345678904',
]

/** What the office would see: packed by one, confirmed by another where it was accepted, then posted; null when it left. */
const leaves = (scans: readonly string[]): string | null => {
  const packedOrNot = first.try('packEnvelope', { letters: ['l1'], scans: [...scans] })
  const story = new Story('2026-11-21', { number: caseNumber(2026, 1) })
  story.kase = first.kase
  if (!isRefusal(packedOrNot)) {
    story.do('packEnvelope', { letters: ['l1'], scans: [...scans] })
    story.as(suzuki).do('confirmPacking', { envelope: 'e1' })
  }
  return story.refusal('postLetters', { letters: ['l1'], ...promised, postedOn: '2026-11-21' })
}

const at = fc.nat({ max: right.length - 1 })
const stray = fc.constantFrom(...strays)
const slip = fc.oneof(
  fc.record({ omit: at }),
  fc.record({ again: at }),
  fc.record({ add: stray }),
  fc.record({ swap: at, for: stray }),
)

describe('packing, whatever happens on the table', () => {
  test('lets no wrong set leave', () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.nat()), (slips, order) => {
        const scans: (string | undefined)[] = [...right]
        for (const one of slips) {
          if ('omit' in one) scans[one.omit] = undefined
          else if ('again' in one) scans.push(right[one.again])
          else if ('add' in one) scans.push(one.add)
          else scans[one.swap] = one.for
        }
        const read = shuffled(
          scans.filter(scan => scan !== undefined),
          order,
        )
        // An omission and a repetition of the same page undo each other.
        fc.pre([...read].sort().join() !== [...right].sort().join())
        expect(leaves(read)).toBe('not_packed')
      }),
      { numRuns: 500 },
    )
  })

  test('lets every right set leave, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(right, { minLength: right.length }), scans => {
        expect(leaves(scans)).toBeNull()
      }),
      { numRuns: 100 },
    )
  })

  test('is not fooled by the pages of one for the letters of another', () => {
    for (const story of table)
      for (const other of table)
        expect(isRefusal(story.try('packEnvelope', { letters: ['l1'], scans: pagesFor(other, ['l1']) }))).toBe(
          story !== other,
        )
  })
})

const shuffled = <T>(list: readonly T[], order: fc.Stream<number>): T[] =>
  list
    .map(each => ({ each, by: order.next().value ?? 0 }))
    .sort((a, b) => a.by - b.by)
    .map(({ each }) => each)
