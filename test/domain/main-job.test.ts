import { expect, test } from 'vitest'
import { outstanding } from '../../src/domain/fee.ts'
import { nextSteps } from '../../src/domain/next-steps.ts'
import { ito, pagesFor, requestFor, Story, sato, suzuki } from './given.ts'

const answered = () =>
  new Story()
    .do('logRequest', requestFor('ims'))
    .do('receivePaper', {
      kind: 'driver_license',
      expiresOn: '2028-05-01',
      receivedOn: '2026-11-20',
      whose: 'subject',
      as: 'copy',
      unmasked: [],
      place: '金庫',
    })
    .do('checkIdentity', { whose: 'subject', papers: [], sendTo: 'papers' })
    .as(ito)
    .do('receiveFee', { means: 'transfer', amount: '3,300円', receivedOn: '2026-11-21', orders: [], stamps: [] })
    .as(sato)
    .do('openInquiry', { department: '顧客管理部', systems: '会員管理、課金', period: '全期間' })
    .do('answerInquiry', { inquiry: 'i1', finding: 'found', answer: '契約者情報1件' })
    .do('draftDecision', {
      kind: 'disclosure',
      outcome: 'full',
      grounds: [],
      content: '別紙のとおり',
      withheld: [],
      entries: [{ label: '氏名', text: '山田 花子' }],
    })
    .as(suzuki)
    .do('approveDecision', { decision: 'd1' })
    .as(sato)
    .do('writeReply', { decision: 'd1' })
    .do('printLetter', { letter: 'l1' })

test('a disclosure goes from the envelope to the delivered answer', () => {
  const story = answered()
  story
    .do('packEnvelope', { letters: ['l1'], scans: pagesFor(story) })
    .as(ito)
    .do('confirmPacking', { envelope: 'e1' })
    .do('postLetters', {
      letters: ['l1'],
      service: 'general_registered',
      options: ['delivery_certificate', 'addressee_only'],
      trackingNumber: '131-12-38385-2',
      postedOn: '2026-11-21',
    })
    .do('recordDelivery', { posting: 's1', on: '2026-11-21' })
    .do('receiveCertificate', { posting: 's1', on: '2026-11-21' })
    .do('close', { undelivered: false })
  expect(outstanding(story.kase)).toBe(0)
  expect(story.kase.closing.closedOn).toBe('2026-11-21')
  expect(nextSteps(story.kase, story.context())[0].code).toBe('clear_papers')
})

test('what the policy promises its readers is kept: no plain registered letter for IMS', () => {
  expect(
    answered().refusal('postLetters', {
      letters: ['l1'],
      service: 'simple_registered',
      options: [],
      trackingNumber: '131-12-38385-2',
      postedOn: '2026-11-21',
    }),
  ).toBe('service_not_promised')
})
