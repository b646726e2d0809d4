import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { depositsFor, mayProve } from '../../../src/domain/money/deposits.ts'
import { yen } from '../../../src/domain/yen.ts'
import { balance, cashing, key, Safe } from './instrument-story.ts'

const banked = (seq: number, amount: number, on = '2026-11-20', account = 'a1') => ({
  seq,
  account,
  amount: yen(amount),
  on: day(on),
})
const line = { account: 'a1', rest: 3300, date: day('2026-11-21') }

describe('what was paid into the bank', () => {
  it.each([
    ['of the same account and amount', banked(1, 3300), true],
    ['that is less than what the line has left', banked(1, 1000), true],
    ['that is more', banked(1, 3301), false],
    ['into another account', banked(1, 3300, '2026-11-20', 'a2'), false],
    ['a week after the line', banked(1, 3300, '2026-11-28'), true],
    ['more than a week after the line', banked(1, 3300, '2026-11-29'), false],
    ['long before the line', banked(1, 3300, '2026-06-01'), true],
  ])('%s', (_what, deposit, may) => expect(mayProve(deposit, line)).toBe(may))

  it('is offered by the exact amount, then by the nearest day, then as it was written', () => {
    const some = [
      banked(1, 1000, '2026-11-21'),
      banked(2, 3300, '2026-11-01'),
      banked(3, 3300, '2026-11-22'),
      banked(4, 9000, '2026-11-21'),
      banked(5, 3300, '2026-11-20'),
    ]
    expect(depositsFor(line, some).map(({ seq }) => seq)).toEqual([3, 5, 2, 1])
  })
})

it('a link that was taken off is not taken off again when another line proves the deposit', () => {
  const safe = new Safe().orders('26000014', { face: 1000 }).do('cashOrders', { ...cashing(key(1)), into: 'a1' })
  const proving = (id: string) => ({ id, rest: 1000, account: 'a1', date: day('2026-11-21') })
  safe.line = proving('l1')
  safe.do('proveBanked', { entry: '2', line: 'l1' }).do('takeBackEntry', { entry: '3' })
  safe.line = proving('l2')
  safe.do('proveBanked', { entry: '2', line: 'l2' })
  expect(safe.no('takeBackEntry', { entry: '3' })).toEqual(['unknown_entry', 'entry'])
  expect(balance(safe.entries, 'in_transit')).toBe(0)
  safe.do('takeBackEntry', { entry: '5' })
  expect(safe.now.banked).toHaveLength(1)
  expect(balance(safe.entries, 'in_transit')).toBe(1000)
})
