import { describe, expect, test } from 'vitest'
import { approved, drafted, type Given, logged, paid, promised, type Story, searched, written } from './given.ts'

type Powers = Given<'checkAuthority'>['powers']

const agent = { family: '鈴木', given: '次郎' }
const paper = (kind: 'power_of_attorney' | 'seal_certificate') =>
  ({ kind, as: 'original', receivedOn: '2026-11-20', issuedOn: '2026-11-01' }) as const

/** An answer written to an appointed agent, all else done. */
const toAgent = (): Story =>
  logged('ims', { requester: 'appointed', agent })
    .do('receivePaper', paper('power_of_attorney'))
    .do('receivePaper', paper('seal_certificate'))
    .do('receivePaper', { whose: 'agent', kind: 'driver_license', receivedOn: '2026-11-20', expiresOn: '2028-05-01' })
    .do('checkIdentity', { whose: 'agent' })
    .do('checkAuthority', { powers: ['request', 'receive'] })
    .do('confirmWithSubject', { on: '2026-11-21', how: '登録の電話に架電' })
    .tell(paid(), searched, drafted(), approved, written)

const posting = (story: Story) =>
  story.refusedAt('postLetters', { letters: ['l1'], ...promised, postedOn: story.context().today })

describe('an answer that was written to an agent', () => {
  test('is posted while the agent may receive it', () => {
    const story = toAgent()
    expect(story.kase.letters[0]?.to).toBe('agent')
    expect(posting(story)).toBeNull()
  })

  test.each<[string, Powers]>([
    ['asks only', ['request']],
    ['may pay, but not receive', ['request', 'fee']],
    ['may correct, but not receive', ['request', 'correct']],
  ])('stays in the house when a look at the papers shows that the agent %s', (_what, powers) => {
    const story = toAgent().do('checkAuthority', { powers })
    expect(posting(story)).toEqual(['receive_power_missing', 'letters'])
  })

  test('goes out again once the power to receive is seen to be there', () => {
    const story = toAgent().do('checkAuthority', { powers: ['request'] })
    expect(posting(story)).toEqual(['receive_power_missing', 'letters'])
    story.do('checkAuthority', { powers: ['request', 'receive'] })
    expect(posting(story)).toBeNull()
  })

  test('is written anew to the person, whose letter needs the person’s own papers', () => {
    const story = toAgent()
      .do('checkAuthority', { powers: ['request'] })
      .do('discardLetter', { letter: 'l1' })
    story.do('writeReply', { decision: 'd1' })
    expect(story.kase.letters.at(-1)).toMatchObject({ id: 'l2', to: 'subject' })
  })
})
