import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import { settle } from '../../src/domain/settlement.ts'
import { yen } from '../../src/domain/yen.ts'
import { byHand, codes, due, line, no, told, verdictOn } from './settled.ts'

const name = 'ﾔﾏﾀﾞ ﾀﾛｳ'
const paid = (payer = `${no(1)} ${name}`, more = {}) => line(payer, more)

describe('the amount alone', () => {
  it('matches nothing, though only one case owes it', () => {
    expect(told(verdictOn(line('ﾀﾅｶ ｲﾁﾛｳ', { amount: 1415 }), [due(1, undefined, { outstanding: 1415 })]))).toBe(
      'unknown',
    )
    expect(told(verdictOn(line('', { amount: 1415 }), [due(1, undefined, { outstanding: 1415 })]))).toBe('unknown')
  })
})

describe('the amount against what is owed', () => {
  it.each([
    ['exact', 3300, 'proposed', 3300, 0, ['amount_exact']],
    ['less a transfer fee', 2860, 'short', 2860, 0, ['short_by_fee']],
    ['less something else', 3000, 'short', 3000, 0, ['short_by']],
    ['more', 4000, 'over', 3300, 700, ['over_by']],
  ] as const)('%s', (_, amount, bucket, takes, rest, said) => {
    const verdict = verdictOn(paid(undefined, { amount }), [due(1)])
    expect([verdict.bucket, verdict.proposals[0]?.amount, verdict.rest]).toEqual([bucket, takes, rest])
    expect(codes(verdict)).toEqual(['number_in', 'name_strict', ...said])
  })
  it('the fees that may be missing are terms', () => {
    expect(codes(verdictOn(paid(undefined, { amount: 3000 }), [due(1)], { shortBy: [300] }))).toContain('short_by_fee')
    expect(codes(verdictOn(paid(undefined, { amount: 2860 }), [due(1)], { shortBy: [] }))).toContain('short_by')
  })
  it('without a number a weak name needs an amount that fits', () => {
    const ono = due(1, 'オオノ ユウコ')
    expect(verdictOn(line('ｵﾉ ﾕｳｺ', { amount: 3000 }), [ono]).bucket).toBe('unknown')
    expect(verdictOn(line('ｵﾉ ﾕｳｺ', { amount: 2860 }), [ono]).bucket).toBe('short')
    expect(verdictOn(line('ｵｵﾉ ﾕｳｺ', { amount: 3000 }), [ono]).bucket).toBe('short')
  })
})

describe('two cases of one name', () => {
  it('are told apart by the amount, and the other is told', () => {
    const verdict = verdictOn(line(name), [due(1), due(2, undefined, { outstanding: 1100 })])
    expect([told(verdict), codes(verdict)]).toEqual([`likely ${no(1)}`, expect.arrayContaining(['same_name'])])
  })
  it('that owe the same are never picked from', () => {
    const plan = settle([line(name)], [due(2), due(1)])
    expect(plan.lines.map(told)).toEqual([`ambiguous ${no(1)} ${no(2)}`])
    expect(plan.lines[0]?.rest).toBe(3300)
    expect(plan.dues.map(each => each.bucket)).toEqual(['ambiguous', 'ambiguous'])
  })
  it('more than can be shown are counted', () => {
    const many = Array.from({ length: 60 }, (_, n) => due(n + 1))
    const plan = settle([line(name)], many)
    expect(plan.lines[0]?.proposals).toHaveLength(50)
    expect(plan.lines[0]?.notes).toEqual([{ code: 'tied', about: { cases: 60 } }])
    expect(plan.dues.filter(each => each.bucket === 'ambiguous')).toHaveLength(60)
  })
})

describe('many cases of one name', () => {
  it('without the amount: some are shown, and all are counted', () => {
    const many = Array.from({ length: 60 }, (_, n) => due(n + 1))
    const plan = settle([line(name, { amount: 1000 }), line(name, { amount: 2860 })], many)
    expect(plan.lines.map(each => [each.bucket, each.proposals.length, each.notes])).toEqual([
      ['ambiguous', 50, [{ code: 'tied', about: { cases: 60 } }]],
      ['ambiguous', 50, [{ code: 'tied', about: { cases: 60 } }]],
    ])
    expect(plan.dues.filter(each => each.lines.length === 2)).toHaveLength(50)
  })
  it('that are paid: the one whose fee this was', () => {
    const closed = [1, 2].map(n => due(n, undefined, { state: 'closed', asked: n * 1100 }))
    expect(told(verdictOn(line(name, { amount: 2200 }), closed))).toBe(`closed_case ${no(2)}`)
    expect(verdictOn(line(name, { amount: 500 }), closed).bucket).toBe('ambiguous')
  })
})

describe('several cases in one transfer', () => {
  const group = [
    due(1, 'ヤマダ タロウ', { group: 'g', outstanding: 3300 }),
    due(2, 'ヤマダ タロウ', { group: 'g', outstanding: 1100 }),
    due(3, 'ヤマダ ハナコ', { group: 'g', outstanding: 1415 }),
  ]
  it('are found inside one group when just one choice adds up', () => {
    const verdict = verdictOn(line(name, { amount: 4400 }), group)
    expect([told(verdict), verdict.proposals.map(each => each.amount), verdict.rest]).toEqual([
      `sum ${no(1)} ${no(2)}`,
      [3300, 1100],
      0,
    ])
    expect(told(verdictOn(line(name, { amount: 5815 }), group))).toBe(`sum ${no(1)} ${no(2)} ${no(3)}`)
  })
  it('the number of one of them is enough', () => {
    expect(told(verdictOn(paid(undefined, { amount: 4715 }), group))).toBe(`sum ${no(1)} ${no(3)}`)
  })
  it('are asked about when two choices add up', () => {
    const equal = [1, 2, 3].map(n => due(n, undefined, { group: 'g' }))
    const verdict = verdictOn(line(name, { amount: 6600 }), equal)
    expect([verdict.bucket, codes(verdict)]).toEqual(['ambiguous', expect.arrayContaining(['sums_tied'])])
    expect(verdictOn(line(name, { amount: 9900 }), equal).bucket).toBe('sum')
  })
  it('are not looked for across groups or in a very large one', () => {
    const apart = group.map((each, n) => ({ ...each, group: `g${n}` }))
    expect(verdictOn(paid(undefined, { amount: 4715 }), apart).bucket).toBe('over')
    const large = Array.from({ length: 21 }, (_, n) =>
      due(n + 1, undefined, { group: 'g', outstanding: 100 * (n + 1) }),
    )
    expect(codes(verdictOn(line(name, { amount: 200_000 }), large))).toContain('group_too_large')
  })
  it('one of which another line pays: nothing is picked for the sum, and the other is not ticked', () => {
    const plan = settle([line(name, { amount: 4400 }), paid()], group)
    expect(plan.lines.map(each => each.bucket).sort()).toEqual(['ambiguous', 'likely'])
  })
})

describe('several lines for one case', () => {
  it('on one day: the second is a duplicate, and the first is not ticked', () => {
    const [first, second] = [paid(), paid()]
    const plan = settle([second, first], [due(1)])
    expect(plan.lines.map(each => [each.line, each.bucket, each.proposals[0]?.amount])).toEqual([
      [first.id, 'likely', 3300],
      [second.id, 'duplicate', 3300],
    ])
    expect(plan.lines.map(codes)).toEqual([
      expect.arrayContaining(['claimed_twice']),
      expect.arrayContaining(['same_due_as']),
    ])
    expect(plan.dues).toEqual([{ caseNumber: no(1), bucket: 'likely', lines: [first.id, second.id] }])
  })
  it('the one with the number goes before an earlier one with the name', () => {
    const [early, late] = [line(name, { date: '2026-11-03' }), paid()]
    expect(settle([early, late], [due(1)]).lines.map(each => [each.line, each.bucket])).toEqual([
      [early.id, 'duplicate'],
      [late.id, 'likely'],
    ])
  })
  it('that together pay no more than the fee are instalments', () => {
    const plan = settle([paid(undefined, { amount: 2000 }), paid(undefined, { amount: 1300 })], [due(1)])
    expect(plan.lines.map(each => each.bucket)).toEqual(['short', 'short'])
    expect(plan.lines.every(each => codes(each).includes('together_exact'))).toBe(true)
  })
  it('a third that is too much is the duplicate', () => {
    const lines = [2000, 1300, 500].map(amount => paid(undefined, { amount }))
    expect(settle(lines, [due(1)]).lines.map(each => each.bucket)).toEqual(['short', 'short', 'duplicate'])
  })
})

describe('a case that owes nothing', () => {
  it.each([
    ['withdrawn', 'state_withdrawn'],
    ['closed', 'state_closed'],
    ['not_charged', 'state_not_charged'],
  ] as const)('%s: for a closed case', (state, code) => {
    const verdict = verdictOn(paid(), [due(1, undefined, { state })])
    expect([told(verdict), verdict.rest, codes(verdict)]).toEqual([
      `closed_case ${no(1)}`,
      0,
      expect.arrayContaining([code]),
    ])
    expect(verdictOn(line(name), [due(1, undefined, { state })]).bucket).toBe('closed_case')
  })
  it('paid already: a duplicate', () => {
    expect(codes(verdictOn(paid(), [due(1, undefined, { outstanding: 0 })]))).toContain('paid_already')
    expect(verdictOn(line(name), [due(1, undefined, { outstanding: 0 })]).bucket).toBe('duplicate')
  })
  it('booked by hand before the statement came: the line is that receipt', () => {
    const hand = due(1, undefined, { outstanding: 0, booked: [byHand('r1', 3300)] })
    for (const payer of [paid(), line(name)]) {
      const verdict = verdictOn(payer, [hand])
      expect([verdict.bucket, verdict.proposals[0]?.already]).toEqual(['duplicate', 'r1'])
    }
    const closed = due(1, undefined, { state: 'closed', booked: [byHand('r1', 3300)] })
    expect(verdictOn(paid(), [closed])).toMatchObject({ bucket: 'closed_case', proposals: [{ already: 'r1' }] })
  })
  it('booked by hand once and paid twice: the line of that day is the receipt, of two equal ones neither', () => {
    const hand = due(1, undefined, { outstanding: 0, booked: [byHand('r1', 3300, '2026-11-10')] })
    const plan = settle([paid(), paid(undefined, { date: '2026-11-12' })], [hand])
    expect(plan.lines.map(each => each.proposals[0]?.already)).toEqual(['r1', undefined])
    expect(settle([paid(), paid()], [hand]).lines.map(each => each.proposals[0]?.already)).toEqual([
      undefined,
      undefined,
    ])
  })
  it('booked by hand in part: the line of just that part is no second payment', () => {
    const part = due(1, undefined, { outstanding: 300, booked: [byHand('r1', 3000)] })
    expect(verdictOn(paid(undefined, { amount: 3000 }), [part]).proposals[0]?.already).toBe('r1')
    expect(verdictOn(paid(undefined, { amount: 300 }), [part]).bucket).toBe('proposed')
    const half = due(1, undefined, { outstanding: 1650, booked: [byHand('r1', 1650)] })
    expect(verdictOn(paid(undefined, { amount: 1650 }), [half]).bucket).toBe('likely')
  })
  it('what a booked line left over belongs to the case that was overpaid', () => {
    const booked = { receipt: 'r1', amount: yen(3300), receivedOn: day('2026-11-10'), line: 'rest', byHand: false }
    const verdict = verdictOn(paid(undefined, { id: 'rest', amount: 700 }), [
      due(1, undefined, { outstanding: 0, booked: [booked] }),
    ])
    expect([verdict.bucket, verdict.proposals[0]?.amount, verdict.rest]).toEqual(['over', 0, 700])
  })
})

describe('what is told and decides nothing', () => {
  it('a payment before the request arrived, and one after the day that was asked for', () => {
    const open = due(1, undefined, { dueOn: day('2026-11-20') })
    expect(verdictOn(paid(undefined, { date: '2026-10-30' }), [open])).toMatchObject({
      bucket: 'proposed',
      notes: [{ code: 'before_arrival' }],
    })
    expect(verdictOn(paid(undefined, { date: '2026-11-21' }), [open]).notes).toMatchObject([{ code: 'after_due' }])
  })
  it('a cancelling line is never proposed, and the line it may take back is not ticked', () => {
    const plan = settle([paid(), paid(undefined, { cancels: true, date: '2026-11-11' })], [due(1)])
    expect(plan.lines.map(each => each.bucket)).toEqual(['likely', 'unknown'])
    expect(plan.lines.map(codes)).toEqual([expect.arrayContaining(['cancelled_by']), ['cancels']])
  })
  it('a line with nothing left', () => {
    expect(codes(verdictOn(paid(undefined, { amount: 0 }), [due(1)]))).toEqual(['nothing_left'])
  })
})
