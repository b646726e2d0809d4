import { expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { reckonCase } from '../../src/domain/clock.ts'
import { outstanding } from '../../src/domain/fee.ts'
import {
  approved,
  drafted,
  feeLapsed,
  hanako,
  ito,
  logged,
  packed,
  paid,
  readyToPost,
  requestFor,
  Story,
  sato,
  sent,
  suzuki,
  written,
} from './given.ts'

const suit = (story: Story) => reckonCase(story.kase, story.context())?.suitPossibleFrom
const anew = (more: Parameters<typeof requestFor>[1], today = '2026-11-21') =>
  new Story(today, { number: caseNumber(2026, 2) }).do('logRequest', requestFor('ims', more))

/** A request that another law or another company answers: told so, without proof, search or fee. */
const elsewhere = (ground: 'scope-sender' | 'scope-official' | 'scope-transferred') => {
  const story = logged('ims').tell(
    drafted({ outcome: 'out_of_scope', grounds: [ground], facts: '対象外' }),
    approved,
    written,
  )
  const posted = {
    letters: ['l1'],
    service: 'specified_record',
    trackingNumber: '13112383852',
    postedOn: '2026-11-21',
  } as const
  return story
    .do('postLetters', { ...posted, letters: ['l1'] })
    .do('recordDelivery', { posting: 's1', on: '2026-11-21' })
}

test('case 18: withdrawn, confirmed by letter, nothing decided; taken up again as a new case with its own day', () => {
  const story = logged('ims')
    .do('withdraw', { on: '2026-11-21', how: 'phone', returnPapers: true })
    .do('writeLetter', { form: 'withdrawal-confirmation' })
    .do('printLetter', { letter: 'l1' })
  expect(story.refusal('openInquiry', { department: '営業', systems: '会員', period: '全期間' })).toBe('case_withdrawn')
  const posted = { letters: ['l1'], service: 'ordinary', postedOn: '2026-11-21' } as const
  story.tell(packed())
  expect(story.do('close', {}).refusal('postLetters', { ...posted, letters: ['l1'] })).toBeNull()
  expect(story.as(suzuki).refusal('reopen', { reason: 'やはり請求する' })).toBe('case_withdrawn')
  const day = { arrivedOn: '2026-12-10', stampedOn: '2026-12-10' }
  const again = anew({ ...day, linkedTo: caseNumber(2026, 1), relation: 'reactivated' }, '2026-12-10')
  expect(again.kase.links).toEqual([{ other: caseNumber(2026, 1), relation: 'reactivated' }])
  expect([suit(story), suit(again)]).toEqual(['2026-12-05', '2026-12-25'])
})

test('case 18: what lapsed for want of a supplement can be reopened, its first day kept', () => {
  const story = logged('ims', { onForm: false }).do('requestSupplement', { dueOn: '2026-12-01' }).day('2026-12-02')
  story.as(suzuki).do('deemWithdrawn', { because: 'supplement' })
  story.do('writeLetter', { form: 'deemed-withdrawal' }).do('close', {}).do('reopen', { reason: '書類の到着' })
  expect(suit(story)).toBe('2026-12-05')
  expect(story.refusal('receiveSupplement', { items: ['request-disclosure'], receivedOn: '2026-12-02' })).toBeNull()
})

test('case 19: the same letter by fax and by mail: linked as a duplicate, the earliest arrival kept', () => {
  const mail = logged('ims').do('linkCase', { other: caseNumber(2026, 2), relation: 'duplicate' })
  mail.do('amendArrival', { arrivedOn: '2026-11-17', reason: '同じ書面がファクシミリで到達' })
  expect(suit(mail)).toBe('2026-12-02')
  const fax = anew({
    arrivedOn: '2026-11-17',
    stampedOn: '2026-11-17',
    linkedTo: caseNumber(2026, 1),
    relation: 'duplicate',
  })
  // One of the two lives on: the other is taken back, closes without an answer, and owes nothing.
  fax.do('withdraw', { on: '2026-11-21', how: 'phone', memo: '重複' }).do('close', {})
  expect(outstanding(fax.kase)).toBe(0)
})

test('case 19: asking again next month is lawful: a new case is opened as any other', () => {
  const again = anew({ linkedTo: caseNumber(2026, 1), relation: 'follow_up' })
  expect(again.kase.intake.kinds).toEqual(['disclosure'])
  expect(again.steps()).toContain('open_inquiry')
})

test('case 20: on a holiday, at a branch, without a form: the first day counts, the form is asked for', () => {
  const story = logged(
    'ims',
    {
      postedOn: '2026-11-21',
      firstAttemptOn: '2026-11-22',
      arrivedOn: '2026-11-22',
      stampedOn: '2026-11-24',
      arrivedAt: '本社総務部',
      onForm: false,
    },
    '2026-11-24',
  )
  expect(story.last[0]).toMatchObject({ firstAttemptOn: '2026-11-22', arrivedAt: { fresh: '本社総務部' } })
  expect(suit(story)).toBe('2026-12-07')
  expect(story.kase.intake.missing).toEqual(['request-disclosure'])
  expect(reckonCase(story.kase, story.context())?.days[1]?.why).toBe('1日目・勤労感謝の日（社内期限では数えません）')
})

test('case 21: disclosure of a sender belongs to another law and another desk', () => {
  expect(elsewhere('scope-sender').kase.letters[0]?.form).toBe('reply-out-of-scope')
  expect(elsewhere('scope-sender').refusal('close', {})).toBeNull()
})

test('case 27: an inquiry of the police or a court is no request of the person', () => {
  const story = elsewhere('scope-official')
  expect(outstanding(story.kase)).toBe(0)
  expect(story.kase.identity.checks).toEqual([])
  expect(story.do('close', {}).kase.closing.closedOn).toBe('2026-11-21')
})

test('case 34: the service went to another company: told who answers now', () => {
  expect(elsewhere('scope-transferred').refusal('close', {})).toBeNull()
})

test('case 30: one who will not pay and means to sue: the day stands, and a refusal opens the suit at once', () => {
  const unpaid = logged('ims').as(ito).do('requestFee', { dueOn: '2026-12-05' }).day('2026-12-06').as(suzuki)
  expect(suit(unpaid)).toBe('2026-12-05')
  const lapsed = unpaid.tell(feeLapsed('2026-12-16', '2026-12-05')).do('deemWithdrawn', { because: 'fee' })
  expect(suit(lapsed)).toBe('2026-12-05')
  const refusal = { outcome: 'refused', grounds: ['33-2-2'], facts: '同一の請求の反復' } as const
  const refused = readyToPost().as(suzuki).do('returnDecision', { decision: 'd1', reason: '再検討' })
  refused.as(sato).do('discardLetter', { letter: 'l1' }).tell(drafted(refusal), approved, written)
  expect(suit(refused)).toBe('2026-12-05')
  expect(suit(refused.tell(sent))).toBe('2026-11-21')
})

test('case 30: a form asked for is not yet a request, so that no day runs', () => {
  const story = new Story().do('logFormRequest', {
    operator: 'sakura',
    channel: 'email',
    receivedOn: '2026-11-20',
    requester: hanako,
  })
  expect(suit(story.tell(paid('1415')))).toBeUndefined()
})
