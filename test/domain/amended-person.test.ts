import { describe, expect, test } from 'vitest'
import { fold } from '../../src/domain/evolve.ts'
import { identityPassed } from '../../src/domain/identity.ts'
import {
  approved,
  drafted,
  hanako,
  logged,
  paid,
  promised,
  proved,
  readyToPost,
  requestFor,
  Story,
  searched,
  sent,
} from './given.ts'

const stranger = { ...hanako, family: '別人', given: '次郎', address: '東京都千代田区外神田二丁目1番1号' }
const amend = (story: Story, person: object = stranger, whose: 'subject' | 'agent' = 'subject') =>
  story.do('amendPerson', { whose, person: person as typeof hanako, reason: '訂正' })

describe('a person amended after the papers were checked', () => {
  test('an approved answer does not leave to another name until the papers are checked again', () => {
    const story = amend(logged('ims').tell(proved, paid(), searched, drafted(), approved))
    expect(identityPassed(story.kase)).toBe(false)
    expect(story.steps()[0]).toBe('check_identity_again')
    story.do('writeReply', { decision: 'd1' }).do('printLetter', { letter: 'l1' })
    const post = { letters: ['l1'], ...promised, options: [...promised.options], postedOn: '2026-11-21' }
    expect(story.refusal('postLetters', post)).toBe('identity_missing')
    story.do('checkIdentity', {})
    expect(identityPassed(story.kase)).toBe(true)
    expect(story.kase.identity.amended).toBeUndefined()
    expect(story.steps()[0]).toBe('pack_letter')
  })

  test.each([
    ['name', { family: '山口' }],
    ['address', { address: '熊本県熊本市中央区下通一丁目3番8号' }],
    ['building', { building: '201号室' }],
    ['postcode', { postcode: '8600807' }],
    ['birthday', { bornOn: '1985-04-30' }],
  ])('another %s takes the check away', (_what, change) => {
    expect(identityPassed(amend(logged('ims').tell(proved), { ...hanako, ...change }).kase)).toBe(false)
  })

  test.each([
    ['kana', { familyKana: 'ヤマタ' }],
    ['telephone', { phone: '096-111-1111' }],
    ['mail', { email: 'hanako@example.jp' }],
    ['customer number', { customerNumber: 'K-100' }],
    ['width and spaces', { address: '熊本県熊本市西区春日１丁目１４−２'.replace('−', '-'), family: ' 山田' }],
  ])('a correction of %s alone leaves it standing', (_what, change) => {
    const story = amend(logged('ims').tell(proved), { ...hanako, ...change })
    expect(identityPassed(story.kase)).toBe(true)
    expect(story.last).toEqual([expect.not.objectContaining({ unproved: true })])
  })

  test('where the person of before is no longer known, the papers are checked again', () => {
    const story = new Story('2026-11-21', { personOf: () => null }).do('logRequest', requestFor('ims')).tell(proved)
    expect(identityPassed(amend(story, hanako).kase)).toBe(false)
  })

  test('papers that went back have to come again', () => {
    const story = logged('ims').tell(proved)
    story.do('returnPaper', { paper: 'p1', on: '2026-11-21' } as never)
    expect(amend(story).steps()[0]).toBe('receive_papers')
  })

  test('after the answer left nothing is owed, but an answer that came back waits for it', () => {
    const story = sent(readyToPost())
    amend(story)
    expect(story.steps()).not.toContain('check_identity_again')
    story.do('recordReturn', { posting: story.kase.postings[0]?.id ?? '', on: '2026-11-21', reason: 'moved' } as never)
    expect(story.steps()).toContain('check_identity_again')
  })
})

describe('a person for whom an agent asks', () => {
  const byAgent = () =>
    logged('ims', {
      requester: 'appointed',
      enclosed: ['subject_identity', 'agent_identity', 'power_of_attorney', 'seal_certificate'],
      agent: { family: '鈴木', given: '一郎' } as never,
    })
      .do('receivePaper', { whose: 'agent', kind: 'driver_license', receivedOn: '2026-11-20', expiresOn: '2028-05-01' })
      .do('receivePaper', {
        kind: 'power_of_attorney',
        as: 'original',
        receivedOn: '2026-11-20',
        issuedOn: '2026-11-01',
      })
      .do('receivePaper', {
        kind: 'seal_certificate',
        as: 'original',
        receivedOn: '2026-11-20',
        issuedOn: '2026-11-01',
      })
      .do('checkIdentity', { whose: 'agent', papers: ['p1'] })
      .do('checkAuthority', { papers: ['p2', 'p3'], powers: ['request', 'receive'] })

  test('the power that names them is checked again, the papers of the agent stand', () => {
    const story = amend(byAgent())
    expect(identityPassed(story.kase)).toBe(true)
    expect(story.kase.identity.authority).toBeUndefined()
    expect(story.steps()[0]).toBe('check_authority')
  })

  test('an agent who is another takes both away', () => {
    const story = amend(byAgent(), { family: '佐々木' }, 'agent')
    expect(identityPassed(story.kase)).toBe(false)
    expect(story.kase.identity.authority).toBeUndefined()
  })
})

test('an amendment of before this rule folds as it did then', () => {
  const story = amend(logged('ims').tell(proved))
  const old = story.events.map((event, at) => {
    const { unproved: _unproved, ...before } = event as typeof event & { unproved?: true }
    return { event: before as typeof event, seq: at + 1, at: '2026-11-21T03:00:00.000Z', by: 'sato' }
  })
  expect(identityPassed(fold(old))).toBe(true)
})
