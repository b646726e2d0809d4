import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buckets, type Due, type PayerLine, proofOf, reasonCodes, settle } from '../../src/domain/settlement.ts'
import { bucketSentences, bucketWords, dueBucketWords, reasonSentence } from '../../src/words/settlement.ts'
import { due, line, no } from './settled.ts'
import { broken, desks } from './settlement-desks.ts'

const shuffled = <T>(list: readonly T[], by: number): T[] =>
  list
    .map((each, at) => [each, (at * 7919 + by) % (list.length + 1)] as const)
    .sort((a, b) => a[1] - b[1])
    .map(([each]) => each)

describe('any lines and any cases', () => {
  it('keep every law of the plan', () => {
    fc.assert(
      fc.property(desks, ({ lines, dues }) => {
        expect(broken(lines, dues)).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })
  it('give the same plan in any order', () => {
    fc.assert(
      fc.property(desks, fc.nat(), ({ lines, dues }, by) => {
        const plan = settle(lines, dues)
        expect(settle(shuffled(lines, by), shuffled(dues, by + 1))).toEqual(plan)
        expect(settle(lines.toReversed(), dues.toReversed())).toEqual(plan)
      }),
      { numRuns: 1000 },
    )
  })
  it('leave what they were given as it was', () => {
    fc.assert(
      fc.property(desks, ({ lines, dues }) => {
        const before = JSON.stringify({ lines, dues })
        settle(lines, dues)
        expect(JSON.stringify({ lines, dues })).toBe(before)
      }),
      { numRuns: 300 },
    )
  })
  it('say every reason in Japanese, with its figures', () => {
    fc.assert(
      fc.property(desks, ({ lines, dues }) => {
        for (const { proposals, notes } of settle(lines, dues).lines)
          for (const reason of [...notes, ...proposals.flatMap(each => [...each.reasons, ...each.contradictions])])
            expect(reasonSentence(reason)).toMatch(/^(?!.*(undefined|NaN|いくつか|その額|その日)).+。$/s)
      }),
      { numRuns: 1000 },
    )
  })
  it('a confirmed alias makes a stranger with number and amount a proposal', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ア-ン]{3,8} [ア-ン]{2,8}$/), kana => {
        const payer = line(`${no(1)} ${kana}`)
        const learned = due(1, [
          { kana: 'ヤマダ タロウ', role: 'subject' },
          { kana, role: 'alias' },
        ])
        expect(settle([payer], [learned]).lines[0]?.bucket).toBe('proposed')
      }),
    )
  })
})

describe('what is written on the line', () => {
  it('may be anything', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(anything, anything, anything, (payer, edi, kana) => {
        const lines: PayerLine[] = [line(payer, { edi, payerCode: kana, description: payer })]
        const dues: Due[] = [due(1, kana), due(2, [{ kana: payer, name: edi, role: 'agent' }])]
        expect(broken(lines, dues)).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })
  it('may be very long', () => {
    const long = `${'ｶ)'.repeat(3000)}${'9'.repeat(9000)} ${'ﾔﾏﾀﾞ '.repeat(3000)}`
    expect(broken([line(long)], [due(1, long)])).toEqual([])
  })
})

describe('the proof of a proposal', () => {
  const [verdict] = settle([line(`${no(1)} ﾔﾏﾀﾞ ﾀﾛｳ`, { id: 'a' })], [due(1)]).lines
  if (verdict === undefined) throw new Error('no verdict')
  const again = (more: Parameters<typeof line>[1], other: Due = due(1)) => {
    const [found] = settle([line(`${no(1)} ﾔﾏﾀﾞ ﾀﾛｳ`, { id: 'a', ...more })], [other]).lines
    return found && proofOf(found)
  }
  it('is the same for the same meaning', () => {
    expect(again({})).toBe(proofOf(verdict))
    expect(proofOf(JSON.parse(JSON.stringify(verdict)))).toBe(proofOf(verdict))
    expect(settle([line('x')], [due(3)]).fingerprint).toMatch(/^[0-9a-f]{32}$/)
  })
  it.each([
    ['the amount', { amount: 3400 }, due(1)],
    ['the line', { id: 'b' }, due(1)],
    ['what is owed', {}, due(1, undefined, { outstanding: 3000 })],
    ['the name', {}, due(1, 'サトウ ハナコ')],
    ['the state', {}, due(1, undefined, { state: 'withdrawn' })],
  ] as const)('is another when %s has changed', (_, more, other) => {
    expect(again(more, other)).not.toBe(proofOf(verdict))
  })
  it('a second line for the case changes the proof and the fingerprint', () => {
    const first = line(`${no(1)} ﾔﾏﾀﾞ ﾀﾛｳ`, { id: 'a' })
    const before = settle([first], [due(1)])
    const after = settle([first, line(`${no(1)} ﾔﾏﾀﾞ ﾀﾛｳ`, { id: 'b' })], [due(1)])
    expect(after.lines[0] && proofOf(after.lines[0])).not.toBe(proofOf(verdict))
    expect(after.fingerprint).not.toBe(before.fingerprint)
  })
})

describe('the words', () => {
  it('say every code and every bucket', () => {
    for (const code of reasonCodes) expect(reasonSentence({ code })).toMatch(/。$/)
    for (const bucket of buckets) expect(bucketSentences[bucket]).toMatch(/。$/)
    const named = buckets.map(bucket => bucketWords[bucket])
    expect(new Set([...named, ...Object.values(dueBucketWords)]).size).toBe(buckets.length * 2 + 1)
  })
})
