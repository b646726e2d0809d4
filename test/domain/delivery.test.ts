import { describe, expect, test } from 'vitest'
import { heldUntil } from '../../src/domain/delivery.ts'
import { packed, readyToPost, sent } from './given.ts'

const out = (today = '2026-11-30') => readyToPost().tell(sent).day(today)
const delivered = () => out().do('recordDelivery', { posting: 's1', on: '2026-11-24' })

describe('under way', () => {
  test('addressee-only mail is held ten days, other mail seven', () => {
    const { postings } = out().do('recordHeld', { posting: 's1', since: '2026-11-24' }).kase
    expect(postings.map(heldUntil)).toEqual(['2026-12-04'])
    expect(postings.map(each => heldUntil({ ...each, options: [] }))).toEqual(['2026-12-01'])
    expect(out().kase.postings.map(heldUntil)).toEqual([null])
  })

  test.each(['recordHeld', 'recordDelivery', 'recordReturn'] as const)('%s: not before posting, not tomorrow', verb => {
    const at = (day: string) => out().refusedAt(verb, { posting: 's1', on: day, since: day, reason: 'moved' })
    const field = verb === 'recordHeld' ? 'since' : 'on'
    expect(at('2026-11-20')).toEqual(['date_before_event', field])
    expect(at('2026-12-01')).toEqual(['date_in_future', field])
    expect(at('2026-11-21')).toBeNull()
    expect(at('2026-11-30')).toBeNull()
  })

  test('ends once', () => {
    expect(delivered().refusal('recordReturn', { posting: 's1', on: '2026-11-25', reason: 'moved' })).toBe(
      'unknown_posting',
    )
    expect(out().refusedAt('recordDelivery', { posting: 's4', on: '2026-11-25' })).toEqual([
      'unknown_posting',
      'posting',
    ])
    const notice = delivered().do('writeLetter', { form: 'fee-receipt' }).do('printLetter', { letter: 'l2' })
    notice.tell(packed(['l2'])).do('postLetters', { letters: ['l2'], service: 'ordinary', postedOn: '2026-11-30' })
    expect(notice.refusedAt('recordDelivery', { posting: 's1', on: '2026-11-25' })).toEqual([
      'posting_not_open',
      'posting',
    ])
  })
})

describe('what came back', () => {
  const back = () => out('2026-12-10').do('recordReturn', { posting: 's1', on: '2026-12-08', reason: 'unclaimed' })

  test('is noted with its reason, is no answer, and brings no certificate', () => {
    const story = back()
    expect(story.kase.postings[0]).toMatchObject({ returnedOn: '2026-12-08', returnReason: 'unclaimed' })
    expect(story.steps()).toContain('repost')
    expect(story.refusal('close', {})).toBe('not_delivered')
    expect(story.refusal('receiveCertificate', { posting: 's1', on: '2026-12-09' })).toBe('certificate_not_expected')
  })

  test('goes out again in a posting of its own', () => {
    const story = back().tell(sent)
    expect(story.kase.postings.map(each => each.id)).toEqual(['s1', 's2'])
    expect(story.steps()).toContain('await_delivery')
    story.do('recordDelivery', { posting: 's2', on: '2026-12-10' })
    expect(story.refusal('close', {})).toBeNull()
  })

  test('is closed as undelivered when it cannot be sent again', () => {
    expect(back().do('close', { undelivered: true }).kase.closing).toMatchObject({
      closedOn: '2026-12-10',
      undelivered: true,
    })
    expect(out().refusal('close', { undelivered: true })).toBe('not_delivered')
  })
})

describe('the certificate', () => {
  test('comes after delivery, once', () => {
    expect(out().refusal('receiveCertificate', { posting: 's1', on: '2026-11-24' })).toBe('certificate_not_expected')
    expect(delivered().refusedAt('receiveCertificate', { posting: 's1', on: '2026-11-23' })).toEqual([
      'date_before_event',
      'on',
    ])
    expect(delivered().refusedAt('receiveCertificate', { posting: 's3', on: '2026-11-24' })).toEqual([
      'unknown_posting',
      'posting',
    ])
    const story = delivered().do('receiveCertificate', { posting: 's1', on: '2026-11-27' })
    expect(story.kase.postings[0]?.certificateOn).toBe('2026-11-27')
    expect(story.refusal('receiveCertificate', { posting: 's1', on: '2026-11-27' })).toBe('certificate_not_expected')
  })

  test('that is lost can be asked for to the day one year after posting', () => {
    const ask = (day: string) =>
      delivered().day('2027-12-31').refusedAt('askForCertificate', { posting: 's1', on: day })
    expect(ask('2027-11-21')).toBeNull()
    expect(ask('2027-11-22')).toEqual(['certificate_window_over', 'on'])
    const asked = delivered().do('askForCertificate', { posting: 's1', on: '2026-11-30' })
    expect(asked.kase.postings[0]?.certificateAskedOn).toBe('2026-11-30')
    expect(asked.refusal('receiveCertificate', { posting: 's1', on: '2026-11-30' })).toBeNull()
  })

  test('is awaited two weeks and does not hold up the closing', () => {
    expect(delivered().steps()).toContain('await_certificate')
    expect(delivered().refusal('close', {})).toBeNull()
  })
})
