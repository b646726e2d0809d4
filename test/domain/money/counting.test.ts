import { describe, expect, it } from 'vitest'
import { Safe } from './instrument-story.ts'

const book = { operator: 'ims', with: 'sato' }
const cash = (counted: string, more: object = {}) => ['countCash', { ...book, counted, ...more }] as const
const stamps = (face: number, count: number, more: object = {}) =>
  ['countStamps', { ...book, stamps: [{ face, count }], ...more }] as const
const full = () => new Safe().cash(3300).stamps('26000014', { face: 110, count: 10 })
const last = (safe: Safe) => {
  const { kind, debit, credit, amount, body } = safe.entries.at(-1) ?? {}
  return [kind, debit, credit, amount, body?.reason]
}

describe('a count of two people, over 3,300円 in cash and ten stamps of 110円', () => {
  it.each([
    [cash('3300'), ['cash_counted', 'cash', 'difference', 0, undefined]],
    [cash('3301', { reason: 'surplus' }), ['cash_counted', 'cash', 'difference', 1, 'surplus']],
    [cash('3299', { reason: 'missing' }), ['cash_counted', 'difference', 'cash', 1, 'missing']],
    [cash('0', { reason: 'misbooked' }), ['cash_counted', 'difference', 'cash', 3300, 'misbooked']],
    [stamps(110, 10), ['stamps_counted', 'stamps', 'difference', 0, undefined]],
    [stamps(110, 11, { reason: 'surplus' }), ['stamps_counted', 'stamps', 'difference', 110, 'surplus']],
    [stamps(110, 9, { reason: 'damaged' }), ['stamps_counted', 'difference', 'stamps', 110, 'damaged']],
    [stamps(100, 11, { reason: 'misbooked' }), ['stamps_counted', 'stamps', 'difference', 0, 'misbooked']],
  ])('%j books %j', ([act, input], booked) => {
    expect(last(full().do(act, input))).toEqual(booked)
  })

  it.each([
    [cash('3299'), ['difference_unexplained', 'reason']],
    [stamps(110, 9), ['difference_unexplained', 'reason']],
    [cash('3300', { with: 'ito' }), ['counter_same_person', 'with']],
    [stamps(110, 10, { with: 'ito' }), ['counter_same_person', 'with']],
    [cash('3300', { with: 'nobody' }), ['unknown_counter', 'with']],
    [cash('3300', { operator: 'nobody' }), ['unknown_operator', 'operator']],
    [stamps(110, 10, { operator: 'nobody', with: 'ito' }), ['unknown_operator', 'operator']],
  ])('%j is refused with %j', ([act, input], no) => {
    expect(full().no(act, input)).toEqual(no)
  })

  it('needs no reason for stamps that came without their faces, where the known faces are all there', () => {
    const safe = full().book({ kind: 'received', debit: 'stamps', credit: 'held', amount: 300 })
    expect(safe.no(...stamps(110, 10))).toBeNull()
    expect(last(safe.do(...stamps(110, 10)))).toEqual(['stamps_counted', 'difference', 'stamps', 300, undefined])
  })
})
