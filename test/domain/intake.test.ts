import { describe, expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { hanako, logged, requestFor, Story, sato } from './given.ts'

const child = (bornOn: string) => ({ ...hanako, given: '一郎', bornOn })
const father = { family: '山田', given: '太郎' }

describe('logging an envelope', () => {
  test('fixes number, terms, kinds and the fee of the day it arrived', () => {
    const [request, fee] = logged('ims').last
    expect(request).toMatchObject({
      type: 'RequestLogged',
      number: caseNumber(2026, 1),
      operator: 'ims',
      policy: 'ims-2013',
      arrivedOn: '2026-11-20',
      incoming: 'simple_registered',
      missing: [],
    })
    expect(fee).toMatchObject({
      type: 'FeeAsked',
      kinds: ['disclosure'],
      published: 3000,
      rate: 10,
      asked: 3300,
      tax: 300,
    })
  })

  test('stamps the day of logging when no stamp is given', () => {
    const { stampedOn: _stamp, ...rest } = requestFor('ims')
    expect(new Story().do('logRequest', rest).kase.intake.stampedOn).toBe('2026-11-21')
  })

  test('lists what the checklist of the operator misses', () => {
    expect(logged('ims', { onForm: false, enclosed: [] }).kase.intake.missing).toEqual([
      'request-disclosure',
      'subject_identity',
    ])
  })

  test('goes on with the number of the form request it follows', () => {
    const story = new Story('2026-11-10', { number: caseNumber(2026, 7) })
      .do('logFormRequest', { operator: 'sakura', channel: 'phone', receivedOn: '2026-11-10', requester: hanako })
      .day('2026-11-21')
      .do('logRequest', requestFor('sakura'))
    expect(story.kase.number).toBe(caseNumber(2026, 7))
    expect(story.kase.formRequest?.channel).toBe('phone')
  })

  test('keeps the link to an older case', () => {
    const other = caseNumber(2025, 9)
    expect(logged('ims', { linkedTo: other }).kase.links).toEqual([{ other, relation: 'follow_up' }])
  })
})

describe('an envelope is refused', () => {
  const at = (more: object) => new Story().refusedAt('logRequest', requestFor('ims', more))
  test.each([
    ['arrived tomorrow', { arrivedOn: '2026-11-22', stampedOn: '2026-11-22' }, 'date_in_future', 'arrivedOn'],
    ['posted tomorrow', { postedOn: '2026-11-22' }, 'date_in_future', 'postedOn'],
    ['stamped tomorrow', { stampedOn: '2026-11-22' }, 'date_in_future', 'stampedOn'],
    ['arrived before it was posted', { postedOn: '2026-11-21' }, 'date_before_posting', 'arrivedOn'],
    [
      'brought to the door before it was posted',
      { postedOn: '2026-11-19', firstAttemptOn: '2026-11-18' },
      'date_before_posting',
      'firstAttemptOn',
    ],
    ['arrived before it was brought', { firstAttemptOn: '2026-11-21' }, 'date_before_event', 'arrivedOn'],
    ['stamped before it arrived', { stampedOn: '2026-11-19' }, 'date_before_arrival', 'stampedOn'],
    ['an agent in a request of one’s own', { agent: father }, 'agent_not_expected', 'agent'],
    ['a parent without a name', { requester: 'parent' }, 'agent_missing', 'agent'],
    [
      'a parent of a child without a birthday',
      { requester: 'parent', agent: father, subject: { family: '山田' } },
      'born_on_missing',
      'subject.bornOn',
    ],
    ['an operator nobody knows', { operator: 'nobody' }, 'unknown_operator', 'operator'],
    ['before the first terms', { arrivedOn: '2012-12-31' }, 'no_policy', 'arrivedOn'],
    ['no kind ticked', { kinds: [] }, 'kind_missing', 'kinds'],
    ['a price on the form that was never published', { shownFee: '2000' }, 'fee_not_published', 'shownFee'],
  ])('%s', (_what, more, code, field) => {
    expect(at(more)).toEqual([code, field])
  })

  test('a second time in the same case', () => {
    expect(logged('ims').refusal('logRequest', requestFor('ims'))).toBe('already_opened')
  })

  test('for another operator than the form was asked of', () => {
    const story = new Story().do('logFormRequest', {
      operator: 'sakura',
      channel: 'email',
      receivedOn: '2026-11-20',
      requester: hanako,
    })
    expect(story.refusedAt('logRequest', requestFor('ims'))).toEqual(['not_this_operator', 'operator'])
  })

  test('into a form request that was closed', () => {
    const story = new Story()
      .do('logFormRequest', { operator: 'ims', channel: 'email', receivedOn: '2026-11-20', requester: hanako })
      .do('close', {})
    expect(story.refusal('logRequest', requestFor('ims'))).toBe('case_closed')
  })
})

describe('the day of arrival', () => {
  test('may equal posting, first attempt, stamp and today', () => {
    const same = {
      arrivedOn: '2026-11-21',
      stampedOn: '2026-11-21',
      postedOn: '2026-11-21',
      firstAttemptOn: '2026-11-21',
    }
    expect(logged('ims', same).kase.intake.arrivedOn).toBe('2026-11-21')
  })

  test('is amended with its reason', () => {
    const story = logged('ims').do('amendArrival', { arrivedOn: '2026-11-19', reason: '不在票の日付' })
    expect(story.last).toMatchObject([{ type: 'ArrivalAmended', arrivedOn: '2026-11-19', policy: 'ims-2013' }])
    expect(story.kase.intake.arrivedOn).toBe('2026-11-19')
  })

  test('cannot be amended to a day before posting, after the stamp or to come', () => {
    const story = logged('ims', { postedOn: '2026-11-18' })
    const at = (arrivedOn: string) => story.refusedAt('amendArrival', { arrivedOn, reason: '訂正' })
    expect(at('2026-11-17')).toEqual(['date_before_posting', 'arrivedOn'])
    expect(at('2026-11-21')).toEqual(['date_before_arrival', 'arrivedOn'])
    expect(at('2026-11-22')).toEqual(['date_in_future', 'arrivedOn'])
  })

  test('takes the fee along when the tax rate was another on that day', () => {
    const story = logged('ims', { arrivedOn: '2019-10-01', stampedOn: '2019-10-01' }, '2019-10-01').do('amendArrival', {
      arrivedOn: '2019-09-30',
      reason: '最初の配達日',
    })
    expect(story.last[1]).toMatchObject({ type: 'FeeAsked', asked: 3240, rate: 8 })
    expect(story.kase.fee.dues).toMatchObject([{ id: 'f1', asked: 3240 }])
  })

  test('leaves the accepted price of an older form alone', () => {
    const story = logged('ims', { shownFee: '3,150円' }).do('amendArrival', { arrivedOn: '2026-11-19', reason: '訂正' })
    expect(story.kase.fee.dues).toMatchObject([{ asked: 3150, olderForm: true }])
  })
})

describe('coming of age', () => {
  const majority = (requester: 'parent' | 'guardian', bornOn: string) =>
    logged('ims', { requester, agent: father, subject: child(bornOn) }).kase.intake.majorityOn

  test.each([
    ['parent', '2008-11-22', '2026-11-22'],
    ['parent', '2010-02-28', '2028-02-28'],
    ['parent', '2012-02-29', '2030-03-01'],
    ['guardian', '2010-04-01', '2028-04-01'],
  ] as const)('%s of a person born %s: %s is the first day of majority', (who, bornOn, first) => {
    expect(majority(who, bornOn)).toBe(first)
  })

  test('is no matter for the guardian of an adult', () => {
    expect(majority('guardian', '1940-04-01')).toBeUndefined()
  })
})

describe('links', () => {
  test('a case is linked to another, not to itself', () => {
    const story = logged('ims')
    expect(story.refusedAt('linkCase', { other: caseNumber(2026, 1), relation: 'duplicate' })).toEqual([
      'mistaken_scope',
      'other',
    ])
    expect(story.do('linkCase', { other: caseNumber(2026, 2), relation: 'joint' }).kase.links).toEqual([
      { other: caseNumber(2026, 2), relation: 'joint' },
    ])
  })

  test('a clerk of another operator may not touch the case', () => {
    const other = { ...sato, operators: ['sakura'] }
    expect(logged('ims').as(other).refusal('addNote', { memo: '電話' })).toBe('not_this_operator')
  })
})
