import { describe, expect, test } from 'vitest'
import { requestKindNames } from '../../src/domain/kinds.ts'
import { fee } from '../../src/domain/policy-terms.ts'
import { stations } from './case-in-state.ts'
import { ito, kanri, logged, paid, proved, recounted, Story, sato, suzuki } from './given.ts'

/** The last that is allowed and the first that is not; each was found alive by a mutation run. */
describe('a fee may be charged (38条)', () => {
  const charging = (...chargedFor: string[]) => fee.safeParse({ amount: 3000, basis: 'net', chargedFor }).success

  test.each(requestKindNames)('for %s only where the law names it', kind => {
    expect(charging(kind)).toBe(['purpose', 'disclosure', 'third_party_records'].includes(kind))
  })

  test('not for a free kind beside a charged one', () => {
    expect(charging('disclosure', 'purpose')).toBe(true)
    expect(charging('disclosure', 'correction')).toBe(false)
    expect(charging('correction', 'disclosure')).toBe(false)
  })

  test('in whole yen, from nought', () => {
    const of = (amount: unknown) => fee.safeParse({ amount, basis: 'gross', chargedFor: ['disclosure'] }).success
    expect([0, 1, 3150].map(of)).toEqual([true, true, true])
    expect([-1, 1.5, '3000', null, 1e21].map(of)).toEqual([false, false, false, false, false])
  })
})

describe('a withdrawal', () => {
  const both = () => logged('ims', { kinds: ['disclosure', 'correction'] })
  const back = (kinds: ('disclosure' | 'correction' | 'suspension')[], on = '2026-11-21') =>
    ({ kinds, on, how: 'phone' }) as const

  test('of a kind that was asked for and one that was not takes neither back', () => {
    expect(both().refusedAt('withdraw', back(['disclosure', 'suspension']))).toEqual(['kind_not_open', 'kinds'])
    expect(both().refusedAt('withdraw', back(['suspension', 'disclosure']))).toEqual(['kind_not_open', 'kinds'])
  })

  test('of a kind that is back already', () => {
    const story = both().do('withdraw', back(['correction']))
    expect(story.refusal('withdraw', back(['correction', 'disclosure']))).toBe('kind_not_open')
    expect(story.refusal('withdraw', back(['disclosure']))).toBeNull()
  })

  test.each([
    ['2026-11-19', 'date_before_event'],
    ['2026-11-20', null],
    ['2026-11-21', null],
    ['2026-11-22', 'date_in_future'],
  ])('on %s of a request of the 20th, told on the 21st', (on, code) => {
    expect(both().refusal('withdraw', back([], on))).toBe(code)
  })
})

describe('erasure', () => {
  test('waits for the last paper, not for the first', () => {
    const story = stations.delivered().as(sato)
    story.do('receivePaper', { kind: 'pension_book', receivedOn: '2026-11-20' }).do('close', {})
    story.do('returnPaper', { paper: 'p1', on: '2026-11-21' }).day('2034-12-01').as(kanri)
    expect(story.refusal('erase', {})).toBe('papers_open')
    story.as(sato).do('shredPaper', { paper: 'p2', on: '2034-12-01', witness: 'ito' }).as(kanri)
    expect(story.refusal('erase', {})).toBeNull()
  })
})

describe('on a blank case', () => {
  test('nothing is posted or packed: there is none', () => {
    const blank = new Story().as(ito)
    const how = { service: 'ordinary', options: [], postedOn: '2026-11-21' } as const
    expect(blank.refusal('postLetters', { letters: ['l1'], ...how })).toBe('not_opened')
    expect(blank.refusal('packEnvelope', { letters: ['l1'], scans: [] })).toBe('not_opened')
  })
})

describe('money', () => {
  const order = (issuedOn: string) =>
    ({ means: 'postal_order', amount: '1000', receivedOn: '2026-11-20', orders: [{ face: 1000, issuedOn }] }) as const

  test.each([
    ['2026-11-19', null],
    ['2026-11-20', null],
    ['2026-11-21', 'date_before_event'],
  ])('an order issued on %s, that came on the 20th', (issuedOn, code) => {
    expect(logged('kinki-telecom').as(ito).refusal('receiveFee', order(issuedOn))).toBe(code)
  })

  test('that two persons have not counted the same is applied by nobody', () => {
    const story = logged('cloud-walker').tell(paid('3150', 'registered_cash'))
    expect(story.refusal('applyFee', { receipt: 'r1', amount: '3150' })).toBe('count_unconfirmed')
    story.as(sato).do('recountCash', { receipt: 'r1', amount: '3000' }).as(ito)
    expect(story.refusal('applyFee', { receipt: 'r1', amount: '3150' })).toBe('count_unconfirmed')
  })

  test('miscounted twice is not counted a third time, though another envelope still waits', () => {
    const story = logged('cloud-walker').tell(paid('3150', 'registered_cash'), paid('500', 'registered_cash')).as(sato)
    for (const amount of ['3000', '3100']) story.do('recountCash', { receipt: 'r1', amount })
    expect(story.refusedAt('recountCash', { receipt: 'r1', amount: '3150' })).toEqual(['counts_differ', 'receipt'])
    expect(story.refusal('recountCash', { receipt: 'r2', amount: '500' })).toBeNull()
  })

  test('counted by two persons pays at once', () => {
    expect(logged('cloud-walker').tell(recounted('3150')).kase.feeSettledOn).toBe('2026-11-20')
  })

  test('the same person does not count twice', () => {
    const story = logged('cloud-walker').tell(paid('3150', 'registered_cash')).as(ito)
    expect(story.refusal('recountCash', { receipt: 'r1', amount: '3150' })).toBe('same_person')
  })

  test('a waiver that nobody proposed is neither approved nor declined', () => {
    const story = logged('ims').as(suzuki)
    expect(story.refusal('approveWaiver', {})).toBe('nothing_owed')
    expect(story.refusal('declineWaiver', { reason: '理由がない' })).toBe('nothing_owed')
    expect(story.tell(proved, paid()).as(ito).refusal('proposeWaiver', { reason: '事情' })).toBe('fee_already_settled')
  })
})
