import { describe, expect, test } from 'vitest'
import { permitted } from '../../src/domain/case.ts'
import { everyRole } from './case-in-state.ts'
import {
  approved,
  drafted,
  feeLapsed,
  ito,
  logged,
  packed,
  paid,
  proved,
  readyToPost,
  refunded,
  type Story,
  sato,
  searched,
  sent,
  suzuki,
  written,
} from './given.ts'

/** Most cases have one of each; what holds for one must hold where there are several. */
const offered = (story: Story) => permitted(story.kase, { ...story.context(), by: everyRole })
const both = (operator = 'ims', more = {}) => logged(operator, { kinds: ['disclosure', 'correction'], ...more })

describe('two letters', () => {
  const oneIsOut = () =>
    readyToPost().tell(sent).as(sato).do('writeLetter', { form: 'reception-slip' }).do('printLetter', { letter: 'l2' })

  test('of which one is out go into no envelope together', () => {
    const story = oneIsOut()
    expect(story.refusal('packEnvelope', { letters: ['l1', 'l2'], scans: [] })).toBe('letter_posted')
    expect(story.refusal('packEnvelope', { letters: ['l2', 'l1'], scans: [] })).toBe('letter_posted')
  })

  test('of which one is out are not posted together, in whatever order they are named', () => {
    const how = { service: 'ordinary', options: [], postedOn: '2026-11-21' } as const
    expect(oneIsOut().refusal('postLetters', { letters: ['l1', 'l2'], ...how })).toBe('letter_posted')
    expect(oneIsOut().refusal('postLetters', { letters: ['l2', 'l1'], ...how })).toBe('letter_posted')
  })

  test('that went out together stay out, each of them', () => {
    const story = readyToPost().as(sato).do('writeLetter', { form: 'reception-slip' })
    story
      .do('printLetter', { letter: 'l2' })
      .tell(packed(['l1', 'l2']), sent)
      .as(sato)
    for (const letters of [['l1'], ['l2']]) {
      expect(story.refusal('packEnvelope', { letters, scans: [] })).toBe('letter_missing')
      expect(story.refusal('postLetters', { ...how, letters })).toBe('letter_posted')
    }
  })

  test('of which one is not there, or named twice', () => {
    expect(oneIsOut().refusal('packEnvelope', { letters: ['l2', 'l9'], scans: [] })).toBe('unknown_letter')
    const twice = readyToPost().refusal('packEnvelope', { letters: ['l1', 'l1'], scans: [] })
    expect(twice).toBe(readyToPost().refusal('packEnvelope', { letters: ['l1'], scans: [] }))
  })

  test('of which one is not printed wait for it', () => {
    const story = readyToPost().as(sato).do('writeLetter', { form: 'reception-slip' })
    expect(story.refusal('packEnvelope', { letters: ['l1', 'l2'], scans: [] })).toBe('letter_not_printed')
  })
})

describe('two decisions', () => {
  const oneIsOut = () =>
    both()
      .tell(proved, paid(), searched, drafted(), approved, written, sent)
      .as(sato)
      .do('draftDecision', { kind: 'correction', outcome: 'full', content: '訂正しました' })

  test('of which one is out: the other is sent back, that one not', () => {
    const story = oneIsOut().as(suzuki)
    expect(offered(story)).toContain('returnDecision')
    expect(story.refusal('returnDecision', { decision: 'd2', reason: '誤り' })).toBeNull()
    expect(story.refusal('returnDecision', { decision: 'd1', reason: '誤り' })).toBe('decision_not_waiting')
  })

  test('of which one waits: the approver is asked, and nothing else is said about answers', () => {
    expect(oneIsOut().steps()).toContain('approve_decision')
    expect(oneIsOut().steps()).not.toContain('write_reply')
  })

  test('are approved one by one', () => {
    const story = both().tell(proved, searched, drafted()).as(sato)
    story.do('draftDecision', { kind: 'correction', outcome: 'full', content: '訂正しました' })
    story.as(suzuki).do('approveDecision', { decision: 'd2' })
    expect(story.kase.decisions.map(each => each.state)).toEqual(['waiting', 'approved'])
    expect(story.refusal('approveDecision', { decision: 'd2' })).toBe('decision_not_waiting')
    expect(story.refusal('approveDecision', { decision: 'd3' })).toBe('unknown_decision')
  })

  test('of one kind cannot stand beside each other', () => {
    const story = both().tell(proved, paid(), searched, drafted()).as(sato)
    expect(story.refusal('draftDecision', { kind: 'disclosure', outcome: 'full', content: 'x' })).toBe('decision_open')
    story.as(suzuki).do('returnDecision', { decision: 'd1', reason: '項目が足りない' }).as(sato)
    expect(story.refusal('draftDecision', { kind: 'disclosure', outcome: 'full', content: 'x' })).toBeNull()
  })
})

describe('two inquiries', () => {
  const two = () =>
    logged('ims')
      .tell(proved, paid(), searched)
      .do('openInquiry', { department: '法務部', systems: '契約台帳', period: '全期間' })

  test('of which one is not answered: it is waited for, and nothing is decided', () => {
    expect(two().steps()).toContain('await_inquiry')
    expect(two().refusal('draftDecision', { kind: 'disclosure', outcome: 'full', content: 'x' })).toBe('inquiry_open')
  })

  test('of which one finds several people: they are told apart first', () => {
    const story = two().do('answerInquiry', { inquiry: 'i2', finding: 'several', answer: '同姓同名2件' })
    expect(story.steps()).toContain('identify_subject')
    expect(story.refusal('draftDecision', { kind: 'disclosure', outcome: 'full', content: 'x' })).toBe(
      'subject_ambiguous',
    )
  })

  test('are answered by their names', () => {
    expect(two().refusedAt('answerInquiry', { inquiry: 'i1', finding: 'found', answer: 'x' })?.[0]).toBe(
      'inquiry_answered',
    )
    expect(two().refusedAt('answerInquiry', { inquiry: 'i3', finding: 'found', answer: 'x' })?.[0]).toBe(
      'unknown_inquiry',
    )
  })
})

describe('two papers', () => {
  const two = () => logged('ims').tell(proved).do('receivePaper', { kind: 'pension_book', receivedOn: '2026-11-20' })

  test('of which one went back: a closed file still holds the other', () => {
    const story = two().tell(paid(), searched, drafted(), approved, written, sent)
    const posting = story.kase.postings.at(-1)?.id ?? ''
    story.as(sato).do('recordDelivery', { posting, on: '2026-11-21' }).do('close', {})
    story.do('returnPaper', { paper: 'p1', on: '2026-11-21' })
    expect(story.steps()).toEqual(['clear_papers'])
    story.do('shredPaper', { paper: 'p2', on: '2026-11-21', witness: 'ito' })
    expect(story.steps()).toEqual(['nothing'])
  })

  test('are each gone only once', () => {
    const story = two().do('returnPaper', { paper: 'p1', on: '2026-11-21' })
    expect(story.refusal('returnPaper', { paper: 'p1', on: '2026-11-21' })).toBe('document_gone')
    expect(story.refusal('returnPaper', { paper: 'p2', on: '2026-11-21' })).toBeNull()
  })
})

describe('two sums of money', () => {
  test('are each given back to their last yen, and then no refund is offered', () => {
    const story = logged('ims').tell(paid('3300'), paid('500'))
    expect(story.refusal('proposeRefund', { receipt: 'r2', amount: '501', payee: account, reason: '過払い' })).toBe(
      'exceeds_balance',
    )
    story.tell(refunded('500', 'r2'))
    expect(story.refusal('proposeRefund', { receipt: 'r2', amount: '1', payee: account, reason: '過払い' })).toBe(
      'exceeds_balance',
    )
    expect(offered(story)).toContain('proposeRefund')
    story.tell(refunded('3300', 'r1'))
    expect(offered(story)).not.toContain('proposeRefund')
  })

  test('of which one waits for its refund: the other may be given back beside it', () => {
    const story = logged('ims').tell(paid('3300'), paid('500')).as(ito)
    story.do('proposeRefund', { receipt: 'r2', amount: '500', payee: account, reason: '過払い' })
    expect(story.refusal('proposeRefund', { receipt: 'r2', amount: '1', payee: account, reason: '過払い' })).toBe(
      'refund_open',
    )
    expect(story.refusal('proposeRefund', { receipt: 'r1', amount: '1', payee: account, reason: '過払い' })).toBeNull()
  })
})

const account = {
  bank: '○○銀行',
  branch: '熊本支店',
  kind: 'ordinary',
  number: '1234567',
  holder: 'ヤマダ ハナコ',
} as const

describe('several kinds in one envelope', () => {
  test('what lapses for want of a fee is all that it was asked for, and nothing else', () => {
    const story = logged('sakura', { kinds: ['purpose', 'disclosure', 'correction'] })
    story.tell(feeLapsed('2026-12-20', '2026-12-05')).as(suzuki)
    story.do('deemWithdrawn', { because: 'fee' })
    expect(story.last).toMatchObject([{ type: 'DeemedWithdrawn', kinds: ['purpose', 'disclosure'] }])
  })

  test('the free one goes out while the other waits for its fee', () => {
    const story = both().tell(proved, searched).as(sato)
    story.do('draftDecision', { kind: 'correction', outcome: 'full', content: '訂正しました' })
    story.tell(approved, drafted(), approved, written)
    expect(story.steps()).toContain('post_reply')
    expect(story.refusal('postLetters', { ...how, letters: ['l1', 'l2'] })).toBe('fee_unsettled')
    expect(story.tell(packed(['l1'])).refusal('postLetters', { ...how, letters: ['l1'] })).toBeNull()
  })

  test('only what is missing and named is asked for', () => {
    const story = logged('ims', { enclosed: [] })
    const [first = '', ...others] = story.kase.intake.missing
    story.do('requestSupplement', { items: [first] })
    expect(story.last).toMatchObject([{ items: [first] }])
    const all = logged('ims', { enclosed: [] }).do('requestSupplement', {})
    expect(all.last).toMatchObject([{ items: [first, ...others] }])
  })
})

const how = {
  service: 'general_registered',
  options: ['delivery_certificate', 'addressee_only'],
  trackingNumber: '131-12-38385-2',
  postedOn: '2026-11-21',
} as const
