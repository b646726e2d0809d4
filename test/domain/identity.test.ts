import { describe, expect, test } from 'vitest'
import { identityPassed } from '../../src/domain/identity.ts'
import { type Given, logged, proved, Story } from './given.ts'

const paper = (more: Partial<Given<'receivePaper'>> = {}): Given<'receivePaper'> => ({
  kind: 'driver_license',
  receivedOn: '2026-11-20',
  expiresOn: '2028-05-01',
  ...more,
})
const having = (...papers: Given<'receivePaper'>[]) =>
  papers.reduce((story, each) => story.do('receivePaper', each), logged('ims'))

describe('papers', () => {
  test('get a number within the case and a place', () => {
    const story = having(paper(), paper({ kind: 'pension_book', place: '金庫2段目' }))
    expect(story.kase.identity.papers).toMatchObject([
      { id: 'p1', whose: 'subject', as: 'copy', place: '案件ファイル', unmasked: [] },
      { id: 'p2', kind: 'pension_book', place: '金庫2段目' },
    ])
  })

  test('cannot come tomorrow or bear a date to come', () => {
    expect(logged('ims').refusedAt('receivePaper', paper({ receivedOn: '2026-11-22' }))).toEqual([
      'date_in_future',
      'receivedOn',
    ])
    expect(logged('ims').refusedAt('receivePaper', paper({ issuedOn: '2026-11-22' }))).toEqual([
      'date_in_future',
      'issuedOn',
    ])
  })

  test('of an agent are strange in a request of one’s own', () => {
    expect(logged('ims').refusedAt('receivePaper', paper({ whose: 'agent' }))).toEqual(['agent_not_expected', 'whose'])
  })

  test('need a request that has arrived', () => {
    expect(new Story().refusal('receivePaper', paper())).toBe('not_opened')
  })
})

describe('the check', () => {
  test('takes one paper with a photograph and notes who, when and where to', () => {
    const story = having(paper()).do('checkIdentity', { sendTo: 'file', nameOnPaper: '山田 花子' })
    expect(story.last).toMatchObject([{ type: 'IdentityChecked', papers: ['p1'], sendTo: 'file', on: '2026-11-21' }])
    expect(story.kase.identity.checks).toMatchObject([{ whose: 'subject', by: 'sato' }])
    expect(identityPassed(story.kase)).toBe(true)
  })

  test('takes two without a photograph, and only those that prove something', () => {
    const one = having(paper({ kind: 'pension_book' }))
    expect(one.refusedAt('checkIdentity', {})).toEqual(['identity_insufficient', 'papers'])
    const two = one
      .do('receivePaper', paper({ kind: 'utility_bill', issuedOn: '2026-11-01' }))
      .do('receivePaper', paper({ kind: 'qualification_certificate' }))
      .do('checkIdentity', {})
    expect(two.kase.identity.checks[0]?.papers).toEqual(['p1', 'p3'])
  })

  test.each([
    ['expired the day before arrival', { expiresOn: '2026-11-19' }, 'identity_insufficient'],
    ['expiring on the day of arrival', { expiresOn: '2026-11-20' }, null],
  ])('a licence %s', (_what, more, code) => {
    expect(having(paper(more)).refusal('checkIdentity', {})).toBe(code)
  })

  test.each([
    ['three months and a day old', '2026-08-19', 'identity_insufficient'],
    ['three months old to the day', '2026-08-20', null],
    ['fresh but received with the supplement', '2026-11-21', null],
  ])('a certificate of residence %s', (_what, issuedOn, code) => {
    const record = paper({ kind: 'residence_record', as: 'original', issuedOn, receivedOn: '2026-11-21' })
    expect(having(record, paper({ kind: 'pension_book' })).refusal('checkIdentity', {})).toBe(code)
  })

  test('says at the field which papers fall short', () => {
    const refusal = having(paper({ expiresOn: '2020-01-01' })).try('checkIdentity', {})
    expect(refusal).toEqual({
      refused: 'identity_insufficient',
      field: 'papers',
      about: { problems: 'expired,too_few' },
    })
  })

  test('does not know papers that are not there or are gone', () => {
    const story = having(paper())
    expect(story.refusedAt('checkIdentity', { papers: ['p9'] })).toEqual(['unknown_document', 'papers'])
    story.do('returnPaper', { paper: 'p1', on: '2026-11-21' })
    expect(story.refusedAt('checkIdentity', { papers: ['p1'] })).toEqual(['unknown_document', 'papers'])
  })

  test('never sends to an address that stands only in the request', () => {
    expect(having(paper()).refusedAt('checkIdentity', { sendTo: 'request' })).toEqual([
      'address_only_in_request',
      'sendTo',
    ])
  })

  test('is undone by a later refusal, and replaced by a later check', () => {
    const story = logged('ims').tell(proved).do('refuseIdentity', { reason: '写真が別人' })
    expect(story.kase.identity.checks).toEqual([])
    story.do('checkIdentity', {}).do('checkIdentity', { sendTo: 'file' })
    expect(story.kase.identity.checks).toMatchObject([{ sendTo: 'file' }])
  })
})

describe('masking', () => {
  const unmasked = () => having(paper({ kind: 'my_number_card', unmasked: ['my_number'] }))

  test('comes before everything else', () => {
    expect(unmasked().steps()[0]).toBe('mask_paper')
    expect(unmasked().refusedAt('checkIdentity', {})).toEqual(['masking_owed', 'papers'])
    expect(unmasked().do('maskPaper', { paper: 'p1', on: '2026-11-21' }).refusal('checkIdentity', {})).toBeNull()
  })

  test('is noted once, for a paper that needs it, on a day between arrival and today', () => {
    expect(having(paper()).refusal('maskPaper', { paper: 'p1', on: '2026-11-21' })).toBe('nothing_owed')
    const story = unmasked().do('receivePaper', paper())
    expect(story.refusedAt('maskPaper', { paper: 'p9', on: '2026-11-21' })).toEqual(['unknown_document', 'paper'])
    expect(story.refusedAt('maskPaper', { paper: 'p2', on: '2026-11-21' })).toEqual(['nothing_owed', 'paper'])
    expect(story.refusedAt('maskPaper', { paper: 'p1', on: '2026-11-19' })).toEqual(['date_before_event', 'on'])
    expect(story.refusedAt('maskPaper', { paper: 'p1', on: '2026-11-22' })).toEqual(['date_in_future', 'on'])
    story.do('maskPaper', { paper: 'p1', on: '2026-11-20' })
    expect(story.refusal('maskPaper', { paper: 'p1', on: '2026-11-21' })).toBe('nothing_owed')
  })
})
