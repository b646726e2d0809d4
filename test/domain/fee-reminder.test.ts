import { describe, expect, test } from 'vitest'
import { feeLapsed, ito, logged, paid, suzuki } from './given.ts'

const asked = (operator = 'ims') => logged(operator).as(ito).do('requestFee', { dueOn: '2026-12-01' })

describe('a fee that has not come', () => {
  test('is asked for again on the day after, with a letter and a new day by the wait of the policy', () => {
    const story = asked().day('2026-12-01')
    expect(story.try('remindFee', {})).toEqual({ refused: 'fee_day_open', about: { day: '2026-12-01' } })
    story.day('2026-12-02').do('remindFee', {})
    expect(story.last).toMatchObject([
      { type: 'FeeReminded', on: '2026-12-02', dueOn: '2027-01-01' },
      { type: 'LetterDrafted', id: 'l1', form: 'fee-reminder' },
    ])
    expect(story.kase.fee).toMatchObject({ requestedOn: '2026-11-21', dueOn: '2027-01-01', reminders: ['2026-12-02'] })
  })

  test('in part is asked for like one that has not come at all', () => {
    expect(asked().tell(paid('3000')).day('2026-12-02').steps()).toContain('remind_fee')
    expect(asked().tell(paid()).day('2026-12-02').refusal('remindFee', {})).toBe('fee_not_due')
    expect(logged('ims').as(ito).refusal('remindFee', {})).toBe('fee_not_due')
  })

  test('is asked for twice at most', () => {
    const story = asked().tell(feeLapsed('2026-12-11', '2026-12-01')).do('remindFee', { dueOn: '2026-12-20' })
    expect(story.day('2026-12-21').refusal('remindFee', {})).toBe('reminded_twice')
    expect(story.steps()).toContain('deem_withdrawn_fee')
    expect(story.as(suzuki).do('deemWithdrawn', { because: 'fee' }).kase.closing.deemed).toBe('fee')
  })

  test('needs a day that is still to come', () => {
    expect(asked().day('2026-12-02').refusedAt('remindFee', { dueOn: '2026-12-02' })).toEqual([
      'date_before_event',
      'dueOn',
    ])
  })
})
