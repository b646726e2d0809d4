import { describe, expect, it } from 'vitest'
import { envelopeFor, letterBulk, sheetsIn } from '../../src/domain/letter-bulk.ts'
import { facePage, type pageSet } from '../../src/domain/page-set.ts'

type Pages = ReturnType<typeof pageSet>
const pages = (letter: string, counts: readonly number[]): Pages =>
  counts.flatMap((of, sheet) =>
    Array.from({ length: of }, (_, at) => ({ number: '26000014', letter, sheet, form: 'x', page: at + 1, pages: of })),
  )

describe('what a letter weighs and goes in', () => {
  it.each([
    [[1], 1, 1],
    [[3, 1, 1], 4, 5],
    [[4, 2], 3, 6],
    [[271], 136, 271],
  ])('of pages %j has %i sheets printed on both sides, %i on one', (counts, both, one) => {
    const set = [...pages('l1', counts), facePage('26000014', { id: 'l1' })]
    expect([sheetsIn(set, true), sheetsIn(set, false)]).toEqual([both, one])
  })

  it('begins a new sheet for each letter', () => {
    expect(sheetsIn([...pages('l1', [1]), ...pages('l2', [1])], true)).toBe(2)
  })

  it.each([
    [1, { envelope: '長3', grams: 12, size: 'standard' }],
    [6, { envelope: '長3', grams: 32, size: 'standard' }],
    [7, { envelope: '角2', grams: 48, size: 'within' }],
    [137, { envelope: '角2', grams: 568, size: 'within' }],
    [245, { envelope: '角2', grams: 1000, size: 'within' }],
    [246, { envelope: '角2', grams: 1004, size: 'beyond' }],
    [1000, { envelope: '角2', grams: 4020, size: null }],
  ])('of %i sheets is %o', (sheets, bulk) => {
    expect(letterBulk(sheets)).toEqual({ sheets, ...bulk })
  })

  it('folds six sheets and no more', () => {
    expect([envelopeFor(6), envelopeFor(7)]).toEqual(['長3', '角2'])
  })
})
