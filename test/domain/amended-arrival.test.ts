import { expect, test } from 'vitest'
import type { Operator, Policy } from '../../src/domain/operator.ts'
import { policyBook } from '../../src/domain/policy-of.ts'
import { operators, paid, requestFor, Story, sato } from './given.ts'

const ims = operators.get('ims') as Operator
const [terms] = ims.policies as [Policy, ...Policy[]]
const priced = (id: string, from: string, fee: object): Policy =>
  ({ ...terms, id, from, fee: { ...terms.fee, value: { ...terms.fee.value, ...fee } } }) as Policy
/** A request that arrived on 2026-11-20 by mistake, of an operator whose terms changed on that day. */
const taken = (before: object, after: object) =>
  new Story('2026-11-21', {
    policyOn: policyBook(
      new Map([
        ['ims', { ...ims, policies: [priced('old', '2010-01-01', before), priced('new', '2026-11-20', after)] }],
      ]),
    ),
  }).do('logRequest', requestFor('ims'))
const amended = (story: Story) =>
  story.as(sato).do('amendArrival', { arrivedOn: '2026-11-19', reason: '引受印の読み違い' })

test('the same price with another tax within is another due', () => {
  const story = amended(taken({ amount: 3300, basis: 'gross' }, { amount: 3000, basis: 'net' }))
  expect(story.last.map(event => event.type)).toEqual(['ArrivalAmended', 'FeeAsked'])
  expect(story.kase.fee.dues).toMatchObject([{ published: 3300, basis: 'gross', asked: 3300 }])
})

test('the tax rate of the day of arrival is taken over where the gross price is the same', () => {
  const story = new Story('2019-10-02', {
    policyOn: taken({ amount: 3300, basis: 'gross' }, {}).context().policyOn,
  }).do('logRequest', requestFor('ims', { arrivedOn: '2019-10-01', stampedOn: '2019-10-01' }))
  const before = story.kase.fee.dues[0]
  story.do('amendArrival', { arrivedOn: '2019-09-30', reason: '訂正' })
  expect([before?.rate, story.kase.fee.dues[0]?.rate]).toEqual([10, 8])
  expect([before?.tax, story.kase.fee.dues[0]?.tax]).toEqual([300, 244])
})

test('a day on which nothing is charged takes the due away, and what was paid goes back', () => {
  const story = amended(taken({ amount: 0 }, { amount: 3300, basis: 'gross' }).tell(paid()))
  expect(story.kase.fee.dues).toEqual([])
  expect(story.kase.feeSettledOn).toBe('2026-11-20')
  expect(story.steps()).not.toContain('request_fee')
  expect(story.steps()).toContain('decide_overpaid')
})

test('a fee that was asked for and is no longer charged ends the pause of the clock', () => {
  const story = amended(taken({ amount: 0 }, { amount: 3300 }).do('requestFee', {}))
  expect(story.kase.feeSettledOn).toBe('2026-11-21')
})

test('a due that stays as it is is not asked anew', () => {
  const story = amended(taken({ amount: 3300, basis: 'gross' }, { amount: 3300, basis: 'gross' }))
  expect(story.last.map(event => event.type)).toEqual(['ArrivalAmended'])
})
