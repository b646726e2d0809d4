import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { isRefusal } from '../../src/domain/refusal.ts'
import { approved, drafted, pagesFor, paid, promised, proved, requestFor, Story, searched, suzuki } from './given.ts'

interface Making {
  readonly attached: number
  /** pages were chosen anew before it, not only made again */
  readonly chosen: boolean
}

/** Its 開示資料 is made so often, and printed each time: gives the codes of every print, the last one's last. */
const printsOf = (story: Story, makings: readonly Making[]): string[][] =>
  makings.map(({ attached, chosen }, nth) => {
    if (chosen || nth === 0) story.do('choosePackage', { letter: 'l1', choice: { parts: [] } })
    const made = { letter: 'l1', file: `f${nth}`, sha256: 'a'.repeat(64), pages: 4 + attached, attached, masked: 0 }
    story.do('recordPackage', { ...made, edition: nth + 1 }).do('printLetter', { letter: 'l1' })
    return pagesFor(story, ['l1'])
  })

const answered = (serial: number): Story =>
  new Story('2026-11-21', { number: caseNumber(2026, serial) })
    .do('logRequest', requestFor('ims'))
    .tell(proved, paid(), searched, drafted(), approved)
    .do('writeReply', { decision: 'd1' })
    .do('printLetter', { letter: 'l1' })

/**
 * Three people's answers lie on the packing table; the second has a receipt beside it that goes in an envelope of its own; the
 * first and the third have a 開示資料, the first one's made anew twice, with the paper of every print still about.
 */
const [first, second, third] = [answered(1), answered(2), answered(3)]
const before = pagesFor(first)
second.do('writeLetter', { form: 'fee-receipt' }).do('printLetter', { letter: 'l2' })
printsOf(third, [{ attached: 2, chosen: true }])
const prints = printsOf(first, [
  { attached: 2, chosen: true },
  { attached: 2, chosen: false },
  { attached: 2, chosen: true },
])
const table = [first, second, third]
const right = pagesFor(first)
const outdated = [...before, ...prints.flat()].filter(code => !right.includes(code))
const strays = [
  ...outdated,
  ...table.slice(1).flatMap(story => pagesFor(story)),
  'KD2:26000010:l1:0:reply-disclosure-full:3/3:00',
  '4912345678904',
]

/** What the office would see: packed by one, confirmed by another where it was accepted, then posted; null when it left. */
const leaves = (scans: readonly string[], of = first): string | null => {
  const packedOrNot = of.try('packEnvelope', { letters: ['l1'], scans: [...scans] })
  const story = new Story('2026-11-21', { number: caseNumber(2026, 1) })
  story.kase = of.kase
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

  test('lets no page of an earlier making leave, however often and with how many pages it was made', () => {
    const making = fc.record({ attached: fc.integer({ min: 0, max: 4 }), chosen: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(making, { minLength: 2, maxLength: 4 }),
        fc.nat(),
        fc.infiniteStream(fc.nat()),
        (makings, which, order) => {
          const story = answered(1)
          const all = [pagesFor(story), ...printsOf(story, makings)]
          const now = all.at(-1) ?? []
          const old = all[which % (all.length - 1)] ?? []
          // Whole, and page by page in the place of the right ones.
          expect(leaves(shuffled(old, order), story)).toBe(old.join() === now.join() ? null : 'not_packed')
          for (const [nth, page] of old.entries())
            if (!now.includes(page))
              expect(leaves([...now.slice(0, nth), page, ...now.slice(nth + 1)], story)).toBe('not_packed')
          expect(leaves(shuffled(now, order), story)).toBeNull()
        },
      ),
      { numRuns: 100 },
    )
  })

  test('wants the paper printed again once the 開示資料 is made anew', () => {
    const story = answered(1)
    const codes = printsOf(story, [{ attached: 2, chosen: true }])[0] ?? []
    story.do('recordPackage', {
      letter: 'l1',
      file: 'f9',
      sha256: 'b'.repeat(64),
      pages: 6,
      attached: 2,
      masked: 1,
      edition: 2,
    })
    expect(story.refusal('packEnvelope', { letters: ['l1'], scans: codes })).toBe('letter_missing')
    expect(story.refusal('postLetters', { letters: ['l1'], ...promised, postedOn: '2026-11-21' })).toBe(
      'letter_not_printed',
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
