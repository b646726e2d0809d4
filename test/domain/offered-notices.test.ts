import { describe, expect, test } from 'vitest'
import { nextSteps } from '../../src/domain/next-steps.ts'
import {
  approved,
  drafted,
  ito,
  logged,
  pagesFor,
  paid,
  proved,
  readyToPost,
  type Story,
  sato,
  searched,
  sent,
} from './given.ts'

const codes = (story: Story) => story.steps()
const step = (story: Story, code: string) => nextSteps(story.kase, story.context()).find(each => each.code === code)

describe('受付通知', () => {
  test('is offered from its day on, behind all that waits', () => {
    const story = logged('ims')
    expect(codes(story)).not.toContain('acknowledge')
    expect(codes(story.day('2026-11-26'))).toContain('acknowledge')
    expect(codes(story).at(-1)).toBe('acknowledge')
    expect(step(story, 'acknowledge')).toEqual({
      code: 'acknowledge',
      by: 'reception',
      verb: 'writeLetter',
      dueOn: '2026-11-26',
    })
  })

  test('is offered no more once it is written, and again when that was discarded', () => {
    const story = logged('ims').day('2026-11-26').do('writeLetter', { form: 'acknowledgement' })
    expect(codes(story)).not.toContain('acknowledge')
    expect(codes(story.do('discardLetter', { letter: 'l1' }))).toContain('acknowledge')
  })

  test('is not offered to one who has the answer, or has heard of the request by another letter', () => {
    const answered = logged('ims').tell(proved, paid(), searched, drafted(), approved).as(sato)
    expect(codes(answered.do('writeReply', { decision: 'd1' }).day('2026-11-30'))).not.toContain('acknowledge')
    expect(codes(readyToPost().tell(sent).day('2026-11-30'))).not.toContain('acknowledge')
  })

  test('stands in the way of nothing', () => {
    const story = logged('ims').day('2026-11-30')
    expect(story.refusal('receivePaper', { kind: 'driver_license', receivedOn: '2026-11-30' })).toBeNull()
    expect(codes(story)[0]).not.toBe('acknowledge')
    expect(codes(story.do('withdraw', { kinds: [], on: '2026-11-30', how: 'phone' }))).not.toContain('acknowledge')
  })
})

describe('返戻のお知らせ', () => {
  const back = (reason: 'unclaimed' | 'deceased', on = '2026-11-21') =>
    readyToPost().tell(sent).do('recordReturn', { posting: 's1', on, reason })

  test('is offered beside the second posting, which comes first', () => {
    expect(codes(back('unclaimed'))).toEqual(['repost', 'notify_return'])
    expect(codes(back('unclaimed').do('writeLetter', { form: 'returned-notice' }))).toEqual(['repost'])
  })

  test('is not offered for one who has died', () => {
    expect(codes(back('deceased'))).not.toContain('notify_return')
  })
})

describe('送付状', () => {
  const covered = () =>
    logged('ims')
      .as(ito)
      .do('requestFee', {})
      .do('writeLetter', { form: 'fee-notice' })
      .do('writeLetter', { form: 'cover-letter' })
  const outdated = (story: Story) => story.kase.letters.find(({ form }) => form === 'cover-letter')?.outdated === true
  const anew = (story: Story) =>
    story.do('discardLetter', { letter: 'l2' }).do('writeLetter', { form: 'cover-letter' }).kase.letters.at(-1)

  test('stays right while what it lists stays', () => {
    const story = covered().do('printLetter', { letter: 'l1' }).do('printLetter', { letter: 'l2' })
    expect(outdated(story)).toBe(false)
    expect(outdated(story.do('writeLetter', { form: 'reception-slip' }))).toBe(false)
    expect(story.kase.letters[1]?.covers).toEqual(['l1'])
  })

  test('is to be written anew when a letter is added, and the new one lists both', () => {
    const story = covered().do('writeLetter', { form: 'acknowledgement' })
    expect(outdated(story)).toBe(true)
    expect(story.refusedAt('printLetter', { letter: 'l2' })).toEqual(['letter_outdated', 'letter'])
    expect(anew(story)).toMatchObject({ covers: ['l1', 'l3'] })
    expect(story.refusal('printLetter', { letter: 'l4' })).toBeNull()
  })

  test('is to be written anew when a letter of it is discarded', () => {
    expect(outdated(covered().do('writeLetter', { form: 'acknowledgement' }))).toBe(true)
    expect(outdated(covered().do('discardLetter', { letter: 'l1' }))).toBe(true)
  })

  test('opens the envelope that it was packed in', () => {
    const story = covered().do('printLetter', { letter: 'l1' }).do('printLetter', { letter: 'l2' })
    story.do('packEnvelope', { letters: ['l1', 'l2'], scans: pagesFor(story) })
    story.do('writeLetter', { form: 'acknowledgement' })
    expect(story.kase.envelopes.map(({ gone }) => gone)).toEqual(['opened'])
  })

  test('that has left with its letters is not touched by what comes later, and stays right when it comes back', () => {
    const story = covered().do('printLetter', { letter: 'l1' }).do('printLetter', { letter: 'l2' })
    story.do('packEnvelope', { letters: ['l1', 'l2'], scans: pagesFor(story) })
    story.as(sato).do('postLetters', { letters: ['l1', 'l2'], service: 'ordinary', postedOn: '2026-11-21' })
    expect(outdated(story)).toBe(false)
    story.do('recordReturn', { posting: 's1', on: '2026-11-21', reason: 'unclaimed' })
    expect(outdated(story)).toBe(false)
    expect(outdated(story.do('writeLetter', { form: 'acknowledgement' }))).toBe(true)
  })

  test('is packed with all that it lists, and not with part of it', () => {
    const story = logged('ims').as(ito).do('requestFee', {}).do('writeLetter', { form: 'fee-notice' })
    story.do('writeLetter', { form: 'acknowledgement' }).do('writeLetter', { form: 'cover-letter' })
    for (const letter of ['l1', 'l2', 'l3']) story.do('printLetter', { letter })
    const pack = (letters: string[]) => story.refusedAt('packEnvelope', { letters, scans: pagesFor(story, letters) })
    expect(pack(['l1', 'l3'])).toEqual(['cover_differs', 'letters'])
    expect(pack(['l3'])).toEqual(['cover_differs', 'letters'])
    expect(pack(['l1', 'l2', 'l3'])).toBeNull()
    expect(pack(['l1', 'l2'])).toBeNull()
  })

  test('is to be written anew when its letter left without it', () => {
    const story = covered().do('printLetter', { letter: 'l1' })
    story.do('packEnvelope', { letters: ['l1'], scans: pagesFor(story, ['l1']) })
    story.as(sato).do('postLetters', { letters: ['l1'], service: 'ordinary', postedOn: '2026-11-21' })
    expect(outdated(story)).toBe(true)
  })
})
