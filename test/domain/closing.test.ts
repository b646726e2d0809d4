import { describe, expect, test } from 'vitest'
import { answerIsOut } from '../../src/domain/closing.ts'
import { openKinds } from '../../src/domain/rule.ts'
import {
  approved,
  drafted,
  feeLapsed,
  ito,
  kanri,
  logged,
  paid,
  promised,
  proved,
  readyToPost,
  sato,
  searched,
  sent,
  suzuki,
  written,
} from './given.ts'

const answered = () => readyToPost().tell(sent).do('recordDelivery', { posting: 's1', on: '2026-11-21' })
const mixed = () => logged('ims', { kinds: ['disclosure', 'correction'] })

describe('withdrawal', () => {
  const back = { on: '2026-11-21', how: 'letter' } as const

  test('takes back all, or the kinds named', () => {
    expect(openKinds(mixed().do('withdraw', back).kase)).toEqual([])
    const story = mixed().do('withdraw', { ...back, kinds: ['disclosure'] })
    expect(openKinds(story.kase)).toEqual(['correction'])
    expect(story.refusedAt('withdraw', { ...back, kinds: ['disclosure'] })).toEqual(['kind_not_open', 'kinds'])
  })

  test('comes too late for what has been answered, and cannot be of tomorrow', () => {
    expect(answered().refusedAt('withdraw', back)).toEqual(['letter_posted', 'kinds'])
    expect(mixed().refusedAt('withdraw', { ...back, on: '2026-11-22' })).toEqual(['date_in_future', 'on'])
    expect(mixed().refusedAt('withdraw', { ...back, on: '2026-11-19' })).toEqual(['date_before_event', 'on'])
  })

  test('leaves nothing to decide, and the case to close', () => {
    const story = logged('ims').do('withdraw', back)
    expect(story.refusal('draftDecision', { kind: 'disclosure', outcome: 'full', content: 'x' })).toBe('case_withdrawn')
    expect(story.steps()).toEqual(['close'])
    expect(story.refusal('close', {})).toBeNull()
  })
})

describe('what is deemed withdrawn', () => {
  const unpaid = (kinds: ('disclosure' | 'correction')[] = ['disclosure']) =>
    logged('ims', { kinds }).as(ito).do('requestFee', { dueOn: '2026-12-01' }).as(suzuki)
  const lapsed = feeLapsed('2026-12-11', '2026-12-01')

  test('waits for a reminder and the day after its last day of payment', () => {
    expect(unpaid().day('2026-12-01').refusal('deemWithdrawn', { because: 'fee' })).toBe('supplement_not_due')
    expect(unpaid().day('2026-12-02').refusal('deemWithdrawn', { because: 'fee' })).toBe('fee_not_reminded')
    const reminded = unpaid().tell(lapsed)
    expect(reminded.day('2026-12-10').refusal('deemWithdrawn', { because: 'fee' })).toBe('supplement_not_due')
    const story = reminded.day('2026-12-11').do('deemWithdrawn', { because: 'fee' })
    expect(story.kase.closing).toMatchObject({
      deemed: 'fee',
      withdrawnKinds: ['disclosure'],
      withdrawnOn: '2026-12-11',
    })
  })

  test('takes only what the fee was asked for', () => {
    const story = unpaid(['disclosure', 'correction']).tell(lapsed).do('deemWithdrawn', { because: 'fee' })
    expect(openKinds(story.kase)).toEqual(['correction'])
    expect(story.refusal('openInquiry', { department: '営業', systems: '会員', period: '全期間' })).toBeNull()
  })

  test('spares what is answered already', () => {
    const story = mixed()
      .tell(proved, searched, drafted({ kind: 'correction' }), approved, written)
      .do('postLetters', { letters: ['l1'], ...promised, postedOn: '2026-11-21' })
      .do('requestSupplement', { more: '対象の期間', dueOn: '2026-12-01' })
      .day('2026-12-02')
      .as(suzuki)
      .do('deemWithdrawn', { because: 'supplement' })
    expect(openKinds(story.kase)).toEqual(['correction'])
    expect(answerIsOut(story.kase, 'correction')).toBe(true)
  })

  test('needs something that is still owed', () => {
    expect(logged('ims').as(suzuki).refusal('deemWithdrawn', { because: 'fee' })).toBe('supplement_not_due')
    expect(unpaid().tell(paid()).day('2026-12-02').as(suzuki).refusedAt('deemWithdrawn', { because: 'fee' })).toEqual([
      'nothing_owed',
      'because',
    ])
    expect(unpaid().day('2026-12-02').refusedAt('deemWithdrawn', { because: 'supplement' })).toEqual([
      'nothing_owed',
      'because',
    ])
  })

  test('comes back by reopening; what the person took back does not', () => {
    const story = unpaid(['disclosure', 'correction'])
      .do('withdraw', { kinds: ['correction'], on: '2026-11-21', how: 'phone' })
      .tell(lapsed)
      .do('deemWithdrawn', { because: 'fee' })
      .do('close', {})
      .do('reopen', { reason: '入金があった' })
    expect(openKinds(story.kase)).toEqual(['disclosure'])
    expect(story.kase.closing.closedOn).toBeUndefined()
    expect(story.refusal('requestFee', {})).toBeNull()
  })
})

describe('closing', () => {
  test('needs every kind answered and delivered', () => {
    const story = mixed().tell(proved, paid(), searched, drafted(), approved, written)
    expect(story.try('close', {})).toEqual({ refused: 'reply_not_posted', about: { kind: 'disclosure' } })
    story.tell(sent).do('recordDelivery', { posting: 's1', on: '2026-11-21' })
    expect(story.try('close', {})).toEqual({ refused: 'reply_not_posted', about: { kind: 'correction' } })
    expect(readyToPost().tell(sent).refusal('close', {})).toBe('not_delivered')
    expect(answered().refusal('close', {})).toBeNull()
  })

  test('needs a ledger at zero and papers masked', () => {
    expect(answered().tell(paid('100')).refusal('close', {})).toBe('ledger_not_zero')
    const bare = answered().do('receivePaper', {
      kind: 'passport',
      receivedOn: '2026-11-21',
      unmasked: ['registered_domicile'],
    })
    expect(bare.refusal('close', {})).toBe('masking_owed')
  })

  test('ends the work: only notes, papers, prints and late money remain', () => {
    const story = answered().do('close', {})
    expect(story.refusal('close', {})).toBe('case_closed')
    expect(story.refusal('applyFee', { receipt: 'r1', amount: '1' })).toBe('case_closed')
    for (const [verb, body] of [
      ['addNote', { memo: '受領の電話' }],
      ['printLetter', { letter: 'l1', why: 'copy' }],
      ['movePaper', { paper: 'p1', place: '書庫' }],
    ] as const)
      expect(story.refusal(verb, body as never)).toBeNull()
  })
})

describe('reopening', () => {
  test('is for cases that were closed or lapsed', () => {
    expect(answered().as(suzuki).refusal('reopen', { reason: 'x' })).toBe('not_closed')
    expect(answered().do('close', {}).as(suzuki).refusal('reopen', { reason: 'x' })).toBeNull()
  })

  test('is not for what the person took back: that comes as a new case', () => {
    const story = logged('ims').do('withdraw', { on: '2026-11-21', how: 'phone' }).do('close', {}).as(suzuki)
    expect(story.refusal('reopen', { reason: 'x' })).toBe('case_withdrawn')
  })
})

describe('freezing', () => {
  test('stops everything but notes until an approver thaws it', () => {
    const story = readyToPost().do('freeze', { because: 'dispute' })
    expect(story.refusal('freeze', { because: 'death' })).toBe('case_frozen')
    expect(story.refusal('close', {})).toBe('case_frozen')
    expect(story.refusal('openInquiry', { department: '営業', systems: '会員', period: '全期間' })).toBe('case_frozen')
    expect(story.refusal('addNote', { memo: '弁護士から連絡', restricted: true })).toBeNull()
    expect(story.steps()).toEqual(['unfreeze'])
    story.as(suzuki).do('unfreeze', { reason: '和解' }).as(sato)
    expect(story.refusal('unfreeze', { reason: 'x' })).toBe('not_allowed')
    expect(story.as(suzuki).refusal('unfreeze', { reason: 'x' })).toBe('not_frozen')
  })
})

describe('erasure', () => {
  const closed = (story = answered()) =>
    story.do('shredPaper', { paper: 'p1', on: '2026-11-21', witness: 'ito' }).do('close', {}).as(kanri)

  test('waits five years for the file, seven where there are vouchers, to the day', () => {
    expect(closed().day('2033-11-21').try('erase', {})).toEqual({
      refused: 'retention_running',
      about: { day: '2033-11-21' },
    })
    expect(closed().day('2033-11-22').refusal('erase', {})).toBeNull()
    const free = () => logged('ims').tell(proved).do('withdraw', { on: '2026-11-21', how: 'phone' })
    expect(closed(free()).day('2031-11-21').refusal('erase', {})).toBe('retention_running')
    expect(closed(free()).day('2031-11-22').refusal('erase', {})).toBeNull()
  })

  test('is only of closed cases', () => {
    expect(answered().as(kanri).refusal('erase', {})).toBe('not_closed')
  })

  test('is the end: nothing is done to the tombstone', () => {
    const story = closed().day('2034-01-01').do('erase', {})
    expect(story.kase.closing.erasedOn).toBe('2034-01-01')
    expect(story.steps()).toEqual(['nothing'])
    expect(story.refusal('erase', {})).toBe('already_erased')
    story.as(suzuki)
    expect(story.refusal('reopen', { reason: 'x' })).toBe('already_erased')
    expect(story.refusal('printLetter', { letter: 'l1' })).toBe('already_erased')
    expect(story.refusal('addNote', { memo: 'x' })).toBe('already_erased')
    expect(story.refusal('movePaper', { paper: 'p1', place: 'x' })).toBe('already_erased')
    expect(story.refusal('receiveCertificate', { posting: 's1', on: '2026-12-01' })).toBe('already_erased')
    expect(story.refusal('recordDelivery', { posting: 's1', on: '2026-12-01' })).toBe('already_erased')
  })
})
