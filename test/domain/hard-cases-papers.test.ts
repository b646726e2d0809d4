import { expect, test } from 'vitest'
import {
  approved,
  drafted,
  type Given,
  hanako,
  logged,
  paid,
  promised,
  type Story,
  sato,
  searched,
  sent,
  written,
} from './given.ts'

const paper = (
  kind: Given<'receivePaper'>['kind'],
  more: Partial<Given<'receivePaper'>> = {},
): Given<'receivePaper'> => ({
  kind,
  receivedOn: '2026-11-20',
  ...more,
})

test('case 24: an unmasked card arrives: the company masks, notes who and when, and keeps no number', () => {
  const story = logged('ims').do('receivePaper', paper('my_number_card', { unmasked: ['my_number', 'organ_donation'] }))
  expect(story.steps()[0]).toBe('mask_paper')
  expect(story.refusal('checkIdentity', {})).toBe('masking_owed')
  story.do('maskPaper', { paper: 'p1', on: '2026-11-21' })
  expect(story.last).toEqual([{ type: 'PaperMasked', paper: 'p1', on: '2026-11-21' }])
  expect(story.refusal('checkIdentity', {})).toBeNull()
  expect(Object.keys(story.kase.identity.papers[0] ?? {}).filter(key => /number/i.test(key))).toEqual([])
})

test('case 25: a health insurance card proves nothing from 2 December 2025; its successor does', () => {
  const cards = (arrivedOn: string, kind: 'health_insurance_card' | 'qualification_certificate') =>
    logged('ims', { arrivedOn, stampedOn: arrivedOn })
      .do('receivePaper', paper(kind, { expiresOn: '2030-01-01' }))
      .do('receivePaper', paper('pension_book'))
      .refusal('checkIdentity', {})
  expect(cards('2025-12-01', 'health_insurance_card')).toBeNull()
  expect(cards('2025-12-02', 'health_insurance_card')).toBe('identity_insufficient')
  expect(cards('2025-12-02', 'qualification_certificate')).toBeNull()
  const story = logged('ims').do('receivePaper', paper('health_insurance_card', { expiresOn: '2030-01-01' }))
  story.do('noteMissing', { items: ['subject_identity'] })
  expect(story.do('requestSupplement', {}).last).toMatchObject([{ items: ['subject_identity'] }])
})

test('case 26: a lawyer is proved by the registration, but the power of attorney is still asked for', () => {
  const lawyer = () =>
    logged('ims', { requester: 'lawyer', agent: { family: '弁護士', given: '一' }, enclosed: ['bar_registration'] })
      .do('receivePaper', paper('bar_registration', { whose: 'agent' }))
      .do('checkIdentity', { whose: 'agent' })
  expect(lawyer().kase.intake.missing).toEqual(['power_of_attorney', 'seal_certificate'])
  expect(lawyer().refusal('checkAuthority', { powers: ['request', 'receive'] })).toBe('authority_missing')
  const story = lawyer()
    .do('receivePaper', paper('power_of_attorney', { as: 'original', issuedOn: '2026-11-01' }))
    .do('receivePaper', paper('seal_certificate', { as: 'original', issuedOn: '2026-11-01' }))
    .do('checkAuthority', { powers: ['request', 'receive'] })
    .tell(paid(), searched, drafted(), approved, written, sent)
  expect(story.kase.postings).toMatchObject([{ to: 'agent', reply: true }])
})

test('case 29: a foreigner without certificate of residence: one name in roman letters, proved and addressed as on the card', () => {
  const subject = {
    family: 'NGUYEN THI LAN',
    familyKana: 'グエン ティ ラン',
    postcode: hanako.postcode,
    address: hanako.address,
  }
  const story: Story = logged('ims', { subject })
    .do('receivePaper', paper('residence_card', { expiresOn: '2027-03-31', issuer: '出入国在留管理庁' }))
    .do('checkIdentity', { nameOnPaper: 'NGUYEN THI LAN' })
    .tell(paid(), searched, drafted(), approved, written)
  expect(story.kase.identity.checks).toMatchObject([{ nameOnPaper: { fresh: 'NGUYEN THI LAN' } }])
  const posted = { letters: ['l1'], ...promised, postedOn: '2026-11-21' }
  expect(story.as(sato).refusal('postLetters', posted)).toBeNull()
  // Not handed over where the register's kana stood on the cover: noted, and sent again.
  story.tell(sent).do('recordReturn', { posting: 's1', on: '2026-11-21', reason: 'name_mismatch' })
  expect(story.steps()).toEqual(['repost', 'notify_return'])
})
