import { describe, expect, test } from 'vitest'
import { openRound } from '../../src/domain/supplement.ts'
import { logged, suzuki } from './given.ts'

const lacking = () => logged('ims', { onForm: false, enclosed: [] })

describe('asking for what is missing', () => {
  test('takes the open items and the wait of the policy when nothing else is said', () => {
    expect(lacking().do('requestSupplement', {}).last).toEqual([
      {
        type: 'SupplementRequested',
        items: ['request-disclosure', 'subject_identity'],
        requestedOn: '2026-11-21',
        dueOn: '2026-12-21',
      },
    ])
  })

  test('adds what was found missing later', () => {
    const story = lacking().do('noteMissing', { items: ['subject_identity', 'seal_certificate'] })
    expect(story.kase.intake.missing).toEqual(['request-disclosure', 'subject_identity', 'seal_certificate'])
  })

  test('is refused when nothing is missing, a round is open, or the day is past', () => {
    expect(logged('ims').refusedAt('requestSupplement', {})).toEqual(['nothing_missing', 'items'])
    expect(logged('ims').refusal('requestSupplement', { more: '契約の時期をお知らせください' })).toBeNull()
    expect(lacking().do('requestSupplement', {}).refusal('requestSupplement', {})).toBe('supplement_open')
    expect(lacking().refusedAt('requestSupplement', { dueOn: '2026-11-21' })).toEqual(['date_before_event', 'dueOn'])
    expect(lacking().refusal('requestSupplement', { dueOn: '2026-11-22' })).toBeNull()
    expect(logged('ims').refusedAt('noteMissing', {})).toEqual(['nothing_missing', 'items'])
  })
})

describe('what comes in', () => {
  const asked = () => lacking().do('requestSupplement', {}).day('2026-11-30')

  test('a part leaves the round open, the rest ends it on the day it came', () => {
    const story = asked().do('receiveSupplement', { items: ['request-disclosure'], receivedOn: '2026-11-25' })
    expect(openRound(story.kase.supplements)?.dueOn).toBe('2026-12-21')
    expect(story.kase.intake).toMatchObject({ missing: ['subject_identity'], enclosed: ['request-disclosure'] })
    story.do('receiveSupplement', { items: ['subject_identity'], receivedOn: '2026-11-27' })
    expect(story.kase.supplements).toMatchObject([{ requestedOn: '2026-11-21', endedOn: '2026-11-27' }])
    expect(story.refusal('receiveSupplement', { receivedOn: '2026-11-27' })).toBe('nothing_missing')
  })

  test('cannot have come before the request or tomorrow', () => {
    expect(asked().refusedAt('receiveSupplement', { receivedOn: '2026-11-19' })).toEqual([
      'date_before_event',
      'receivedOn',
    ])
    expect(asked().refusedAt('receiveSupplement', { receivedOn: '2026-12-01' })).toEqual([
      'date_in_future',
      'receivedOn',
    ])
  })

  test('a question in words alone is answered by anything that comes', () => {
    const story = logged('ims').do('requestSupplement', { more: '対象の期間をお知らせください' })
    expect(story.steps()[0]).toBe('await_supplement')
    story.do('receiveSupplement', { receivedOn: '2026-11-21' })
    expect(openRound(story.kase.supplements)).toBeUndefined()
  })
})

describe('silence', () => {
  const due = () => lacking().do('requestSupplement', { dueOn: '2026-12-01' }).as(suzuki)

  test('lapses the request on the day after the last, not on it', () => {
    expect(due().day('2026-12-01').refusedAt('deemWithdrawn', { because: 'supplement' })).toEqual([
      'supplement_not_due',
      'because',
    ])
    const story = due().day('2026-12-02').do('deemWithdrawn', { because: 'supplement' })
    expect(story.last).toEqual([
      { type: 'DeemedWithdrawn', because: 'supplement', kinds: ['disclosure'], on: '2026-12-02' },
    ])
    expect(story.refusal('requestSupplement', {})).toBe('case_withdrawn')
  })

  test('after reopening a new round with a new day can be opened', () => {
    const story = due()
      .day('2026-12-02')
      .do('deemWithdrawn', { because: 'supplement' })
      .do('reopen', { reason: '書類が届いた' })
      .do('requestSupplement', {})
    expect(story.kase.supplements).toMatchObject([{ endedOn: '2026-12-02' }, { dueOn: '2027-01-01' }])
    expect(story.kase.closing).toEqual({ withdrawnKinds: [], frozen: false })
  })

  test('the steps name the clerk first and the approver after the last day', () => {
    expect(lacking().steps()[0]).toBe('request_supplement')
    expect(due().day('2026-12-01').steps()[0]).toBe('await_supplement')
    expect(due().day('2026-12-02').steps()[0]).toBe('deem_withdrawn_supplement')
  })
})
