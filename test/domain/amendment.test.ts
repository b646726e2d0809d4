import { describe, expect, test } from 'vitest'
import { nextSteps } from '../../src/domain/next-steps.ts'
import { hanako, ito, logged, paid, proved, Story, sato, suzuki } from './given.ts'

describe('what was taken down wrongly', () => {
  test('a new address takes the place of the old one and leaves both in the journal', () => {
    const story = logged('ims')
    const before = story.kase.intake.subject
    story.do('amendPerson', {
      person: { ...hanako, address: '熊本県熊本市中央区下通一丁目3番8号' },
      reason: '転居の届出',
    })
    expect(story.kase.intake.subject).not.toEqual(before)
    expect(story.events.filter(event => event.type === 'PersonAmended')).toHaveLength(1)
  })

  test('an agent who does not exist cannot be amended', () => {
    expect(logged('ims').refusal('amendPerson', { whose: 'agent', person: hanako, reason: '訂正' })).toBe(
      'agent_not_expected',
    )
  })

  test('the method may change until the answer is written, and only to another one', () => {
    const story = logged('ims').do('changeMethod', { method: 'electronic', reason: '電話で申出' })
    expect(story.kase.intake.method).toBe('electronic')
    expect(story.refusal('changeMethod', { method: 'electronic', reason: '同じ' })).toBe('nothing_owed')
  })
})

describe('money of a case that is no longer wanted', () => {
  const withdrawnAfterPayment = () =>
    logged('ims').tell(proved, paid()).as(sato).do('withdraw', { on: '2026-11-21', how: 'letter' })

  test('an approver decides what happens to it before the case can close', () => {
    const story = withdrawnAfterPayment()
    expect(story.refusal('close', {})).toBe('ledger_not_zero')
    expect(nextSteps(story.kase, story.context()).map(step => step.code)).toContain('decide_overpaid')
    expect(story.refusal('keepFee', { reason: '規程により' })).toBe('not_allowed')
    story.as(suzuki).do('keepFee', { reason: '調査に着手した後の取下げのため' }).as(sato).do('close', {})
    expect(story.kase.closing.closedOn).toBe('2026-11-21')
  })

  test('or it is returned by the clerk, without an approver', () => {
    const story = withdrawnAfterPayment().as(ito)
    story.do('refundFee', { receipt: 'r1', amount: '3300', means: 'postal_order', on: '2026-11-21', reason: '取下げ' })
    expect(story.as(sato).refusal('close', {})).toBeNull()
  })

  test('a frozen case still takes and gives back money', () => {
    const story = logged('ims').do('freeze', { because: 'death' }).as(ito)
    expect(
      story.refusal('receiveFee', {
        means: 'transfer',
        amount: '3300',
        receivedOn: '2026-11-21',
        orders: [],
        stamps: [],
      }),
    ).toBeNull()
    expect(story.refusal('requestFee', {})).toBe('case_frozen')
  })
})

test('a proposed waiver can be declined, and then nothing waits for approval', () => {
  const story = logged('ims')
    .as(ito)
    .do('proposeWaiver', { reason: '生活保護' })
    .as(suzuki)
    .do('declineWaiver', { reason: '根拠なし' })
  expect(story.kase.fee.waiver).toBeUndefined()
  expect(story.refusal('approveWaiver', {})).toBe('nothing_owed')
})

test('さくら sends its form only to who gives 住所・氏名・電話', () => {
  const asked = (requester: object) =>
    new Story().refusedAt('logFormRequest', {
      operator: 'sakura',
      channel: 'email',
      receivedOn: '2026-11-21',
      kinds: [],
      requester: { family: '斎藤', ...requester },
    } as never)
  expect(asked({})).toEqual(['contact_missing', 'requester.address'])
  expect(asked({ address: '大阪市', postcode: '5300001' })).toEqual(['contact_missing', 'requester.phone'])
})
