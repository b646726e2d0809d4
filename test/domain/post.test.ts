import { describe, expect, test } from 'vitest'
import {
  approved,
  drafted,
  type Given,
  logged,
  packed,
  paid,
  promised,
  proved,
  readyToPost,
  type Story,
  sato,
  searched,
  sent,
  suzuki,
  written,
} from './given.ts'

const post = (more: Partial<Given<'postLetters'>> = {}): Given<'postLetters'> => ({
  letters: ['l1'],
  ...promised,
  options: [...promised.options],
  postedOn: '2026-11-21',
  ...more,
})
const at = (story: Story, more: Partial<Given<'postLetters'>> = {}) => story.refusedAt('postLetters', post(more))
const answer = (...stretches: ((story: Story) => Story)[]) =>
  logged('ims').tell(...stretches, searched, drafted(), approved, written)

describe('the gate', () => {
  test('lets a proved, paid and approved answer pass', () => {
    expect(readyToPost().do('postLetters', post({ grams: '48' })).last).toMatchObject([
      {
        type: 'LettersPosted',
        id: 's1',
        letters: ['l1'],
        to: 'subject',
        trackingNumber: '13112383852',
        reply: true,
        grams: 48,
      },
    ])
  })

  test('stops an answer to one who is not proved', () => {
    expect(at(answer(paid()))).toEqual(['identity_missing', undefined])
    const undone = readyToPost().as(sato).do('refuseIdentity', { reason: '別人の届出' })
    expect(at(undone)).toEqual(['identity_missing', undefined])
  })

  test('stops an answer that is not paid for, and lets it pass when the fee is waived', () => {
    const story = answer(proved)
    expect(at(story)).toEqual(['fee_unsettled', undefined])
    story.do('proposeWaiver', { reason: 'x' }).as(suzuki).do('approveWaiver', {}).as(sato)
    expect(at(story)).toBeNull()
  })

  test('asks no fee of a free kind beside one that is charged', () => {
    const story = logged('ims', { kinds: ['disclosure', 'correction'] }).tell(
      proved,
      searched,
      drafted({ kind: 'correction' }),
      approved,
      written,
    )
    expect(story.steps()).toContain('draft_decision')
    expect(at(story)).toBeNull()
    story.tell(drafted(), approved, written)
    expect(at(story, { letters: ['l1', 'l2'] })).toEqual(['fee_unsettled', undefined])
    expect(at(story, { letters: ['l2'] })).toEqual(['fee_unsettled', undefined])
  })

  test('stops what was taken back after it was approved', () => {
    const story = logged('ims', { kinds: ['disclosure', 'correction'] })
      .tell(proved, paid(), searched, drafted(), approved, written)
      .do('withdraw', { kinds: ['disclosure'], on: '2026-11-21', how: 'phone' })
    expect(at(story)).toEqual(['case_withdrawn', undefined])
  })

  test('asks neither proof nor fee where the request is outside the Act', () => {
    const outside = drafted({ outcome: 'out_of_scope', grounds: ['scope-deceased'], facts: '死亡' })
    const story = logged('ims').tell(outside, approved, written)
    expect(story.steps()).toContain('post_reply')
    expect(at(story, { service: 'simple_registered', options: [] })).toBeNull()
  })

  test('is shut while the case is frozen, and for answers once it is closed', () => {
    expect(at(readyToPost().do('freeze', { because: 'death' }))).toEqual(['case_frozen', undefined])
    const closed = readyToPost()
      .tell(sent)
      .do('recordReturn', { posting: 's1', on: '2026-11-21', reason: 'moved' })
      .do('close', { undelivered: true })
    expect(at(closed)).toEqual(['case_closed', undefined])
    closed.as(suzuki).do('reopen', { reason: '新住所の住民票が届いた' }).as(sato).tell(packed())
    expect(at(closed)).toBeNull()
  })
})

describe('the envelope', () => {
  test('holds letters that are there, printed, and not out already', () => {
    expect(at(readyToPost(), { letters: [] })).toEqual(['unknown_letter', 'letters'])
    expect(at(readyToPost(), { letters: ['l9'] })).toEqual(['unknown_letter', 'letters'])
    expect(at(readyToPost().do('writeLetter', { form: 'fee-receipt' }), { letters: ['l1', 'l2'] })).toEqual([
      'letter_not_printed',
      'letters',
    ])
    expect(at(readyToPost().tell(sent))).toEqual(['letter_posted', 'letters'])
    expect(at(logged('ims'))).toEqual(['letter_missing', undefined])
  })

  test('goes to one person', () => {
    const story = logged('ims', { requester: 'appointed', agent: { family: '鈴木' } }).do('requestFee', {})
    for (const form of ['fee-notice', 'subject-notice'] as const)
      story.do('writeLetter', { form }).do('printLetter', { letter: `l${story.kase.letters.length}` })
    expect(at(story, { letters: ['l1', 'l2'] })).toEqual(['mistaken_addressee', 'letters'])
  })

  test('carries certificate and addressee-only on general registered mail alone', () => {
    for (const service of ['simple_registered', 'specified_record', 'ordinary', 'letter_pack'] as const)
      expect(at(readyToPost(), { service })).toEqual(['service_cannot_carry', 'options'])
  })

  test('has a number where the service gives one', () => {
    const bare = {
      letters: ['l1'],
      service: 'general_registered',
      options: [...promised.options],
      postedOn: '2026-11-21',
    } as const
    expect(readyToPost().refusedAt('postLetters', bare)).toEqual(['tracking_number_missing', 'trackingNumber'])
    const notice = logged('ims')
      .do('requestFee', {})
      .do('writeLetter', { form: 'fee-notice' })
      .do('printLetter', { letter: 'l1' })
      .tell(packed())
    expect(notice.refusedAt('postLetters', { ...bare, service: 'ordinary', options: [] })).toBeNull()
  })

  test('goes as the policy promised: not by less, with more if one likes', () => {
    expect(at(readyToPost(), { service: 'simple_registered', options: [] })).toEqual([
      'service_not_promised',
      'service',
    ])
    expect(at(readyToPost(), { options: ['delivery_certificate'] })).toEqual(['service_not_promised', 'service'])
    expect(at(readyToPost(), { options: [...promised.options, 'no_forwarding'] })).toBeNull()
  })

  test('goes as the person chose, where the policy leaves the choice', () => {
    const asked = logged('iij').do('changeMethod', { method: 'electronic', reason: '電話で申出' })
    for (const [story, service] of [
      [logged('iij'), 'ordinary'],
      [asked, 'electronic'],
    ] as const) {
      story.tell(proved, paid('1000', 'stamps'), searched, drafted(), approved, written)
      expect(at(story, { service, options: [] })).toBeNull()
    }
  })

  test('leaves not before it was written and not tomorrow', () => {
    expect(at(readyToPost(), { postedOn: '2026-11-20' })).toEqual(['date_before_event', 'postedOn'])
    expect(at(readyToPost(), { postedOn: '2026-11-22' })).toEqual(['date_in_future', 'postedOn'])
  })
})
