import { describe, expect, test } from 'vitest'
import {
  approved,
  drafted,
  type Given,
  hanako,
  logged,
  paid,
  promised,
  type Story,
  searched,
  sent,
  written,
} from './given.ts'

const agent = { family: '鈴木', given: '次郎' }
type Requester = Given<'logRequest'>['requester']

const by = (requester: Requester, more: object = {}) => logged('ims', { requester, agent, ...more })
const agentProved = (story: Story) =>
  story
    .do('receivePaper', { whose: 'agent', kind: 'driver_license', receivedOn: '2026-11-20', expiresOn: '2028-05-01' })
    .do('checkIdentity', { whose: 'agent' })
const proxy = (story: Story, issuedOn = '2026-11-01') =>
  story
    .do('receivePaper', { kind: 'power_of_attorney', as: 'original', receivedOn: '2026-11-20', issuedOn })
    .do('receivePaper', { kind: 'seal_certificate', as: 'original', receivedOn: '2026-11-20', issuedOn })

describe('an appointed agent', () => {
  test('acts as far as the power of attorney says', () => {
    const story = proxy(by('appointed')).do('checkAuthority', { powers: ['request', 'receive'] })
    expect(story.last).toEqual([
      { type: 'AuthorityChecked', papers: ['p1', 'p2'], powers: ['request', 'receive'], on: '2026-11-21' },
    ])
  })

  test('must have the power to ask, and every paper of the policy, not older than three months at arrival', () => {
    expect(proxy(by('appointed')).refusedAt('checkAuthority', { powers: ['receive'] })).toEqual([
      'authority_missing',
      'powers',
    ])
    expect(proxy(by('appointed')).refusedAt('checkAuthority', { papers: ['p1'], powers: ['request'] })).toEqual([
      'authority_missing',
      'papers',
    ])
    const aged = (issuedOn: string) =>
      proxy(by('appointed'), issuedOn).refusal('checkAuthority', { powers: ['request'] })
    expect(aged('2026-08-20')).toBeNull()
    expect(aged('2026-08-19')).toBe('authority_missing')
    expect(by('appointed').refusedAt('checkAuthority', { papers: ['p7'] })).toEqual(['unknown_document', 'papers'])
  })

  test('has no place in a request of one’s own', () => {
    expect(logged('ims').refusal('checkAuthority', {})).toBe('agent_not_expected')
    expect(by('appointed').refusal('recheckAuthority', {})).toBe('authority_missing')
    expect(by('appointed').refusal('endAuthority', { on: '2026-11-21', reason: '解任' })).toBe('authority_missing')
  })

  test('has papers masked before they are looked at', () => {
    const story = proxy(by('appointed')).do('receivePaper', {
      kind: 'residence_record',
      receivedOn: '2026-11-20',
      unmasked: ['my_number'],
    })
    expect(story.refusal('checkAuthority', { powers: ['request'] })).toBe('masking_owed')
  })
})

describe('a legal representative', () => {
  const parent = () =>
    by('parent', { subject: { ...hanako, bornOn: '2012-05-05' } }).do('receivePaper', {
      kind: 'family_register',
      as: 'original',
      receivedOn: '2026-11-20',
      issuedOn: '2026-10-01',
    })

  test('acts in everything on one proof', () => {
    expect(parent().do('checkAuthority', {}).kase.identity.authority?.powers).toEqual([
      'request',
      'receive',
      'fee',
      'correct',
    ])
  })

  test('loses the power on the birthday itself', () => {
    const story = parent().do('checkAuthority', {})
    expect(story.day('2030-05-04').refusal('recheckAuthority', {})).toBeNull()
    expect(story.day('2030-05-05').refusal('recheckAuthority', {})).toBe('authority_ended')
    expect(story.steps()).toContain('recheck_majority')
  })
})

describe('on the day of posting', () => {
  const ready = (powers: Given<'checkAuthority'>['powers'] = ['request', 'receive']) =>
    proxy(by('appointed'))
      .tell(agentProved)
      .do('checkAuthority', { powers })
      .do('confirmWithSubject', { on: '2026-11-21', how: '登録の電話に架電' })
      .tell(paid(), searched, drafted(), approved, written)
  const posting = (story: Story) =>
    story.refusal('postLetters', { letters: ['l1'], ...promised, postedOn: story.context().today })

  test('the answer goes to an agent with the power to receive', () => {
    expect(ready().tell(sent).kase.postings).toMatchObject([{ to: 'agent', reply: true }])
  })

  test('the power is looked at again', () => {
    const story = ready().day('2026-11-25')
    expect(posting(story)).toBe('authority_not_rechecked')
    expect(story.steps()).toContain('check_authority')
    expect(posting(story.do('recheckAuthority', {}))).toBeNull()
    expect(story.steps()).toContain('post_reply')
  })

  test('a revocation stops it, from its day on', () => {
    expect(ready().refusedAt('endAuthority', { on: '2026-11-22', reason: '解任届' })).toEqual(['date_in_future', 'on'])
    const story = ready().do('endAuthority', { on: '2026-11-21', reason: '解任届' })
    expect(posting(story)).toBe('authority_ended')
    expect(story.refusal('recheckAuthority', {})).toBe('authority_ended')
  })

  test('without the power to receive the answer goes to the person, who must be proved', () => {
    const story = ready(['request'])
    expect(story.kase.letters[0]?.to).toBe('subject')
    expect(posting(story)).toBe('identity_missing')
    story
      .do('receivePaper', { kind: 'passport', receivedOn: '2026-11-20', expiresOn: '2030-01-01' })
      .do('checkIdentity', { papers: ['p4'] })
    expect(posting(story)).toBeNull()
  })

  test('the person is told of an appointed agent first', () => {
    const silent = proxy(by('appointed'))
      .tell(agentProved)
      .do('checkAuthority', { powers: ['request', 'receive'] })
      .tell(paid(), searched, drafted(), approved, written)
    expect(posting(silent)).toBe('subject_not_confirmed')
    expect(silent.refusedAt('confirmWithSubject', { on: '2026-11-19', how: '電話' })).toEqual([
      'date_before_event',
      'on',
    ])
  })

  test('nothing is posted on the word of an agent whose power was never checked', () => {
    const story = by('appointed').tell(agentProved, paid(), searched, drafted(), approved, written)
    expect(posting(story)).toBe('authority_missing')
  })
})

test('the person takes over in their own name: the agent’s check and letter no longer serve', () => {
  const story = proxy(by('appointed'))
    .tell(agentProved)
    .do('checkAuthority', { powers: ['request', 'receive'] })
    .tell(paid(), searched, drafted(), approved, written)
    .do('letSubjectTakeOver', { on: '2026-11-21' })
  expect(story.kase.intake).toMatchObject({ requester: 'self' })
  expect(story.kase.intake.agent).toBeUndefined()
  expect(story.kase.identity.checks).toEqual([])
  story.do('receivePaper', { kind: 'passport', receivedOn: '2026-11-21', expiresOn: '2030-01-01' })
  story.do('checkIdentity', { papers: ['p4'] })
  expect(story.refusal('postLetters', { letters: ['l1'], ...promised, postedOn: '2026-11-21' })).toBe(
    'mistaken_addressee',
  )
  story.do('discardLetter', { letter: 'l1' }).tell(written, sent)
  expect(story.kase.postings).toMatchObject([{ to: 'subject', letters: ['l2'] }])
  expect(story.refusal('letSubjectTakeOver', { on: '2026-11-21' })).toBe('agent_not_expected')
})
