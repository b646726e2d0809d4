import { expect, test } from 'vitest'
import { approved, drafted, hanako, packed, paid, promised, proved, requestFor, Story, searched } from './given.ts'

const ready = (): Story =>
  new Story('2026-11-21')
    .do('logRequest', requestFor('ims'))
    .tell(proved, paid(), searched, drafted(), approved)
    .do('writeReply', { decision: 'd1' })
    .do('printLetter', { letter: 'l1' })
    .tell(packed())
const moved = (story: Story): Story =>
  story.do('amendPerson', {
    whose: 'subject',
    person: { ...hanako, address: '東京都千代田区外神田二丁目1番1号' },
    reason: '転居の届け',
  })
const post = (story: Story, letter = 'l1') =>
  story.refusedAt('postLetters', {
    letters: [letter],
    ...promised,
    options: [...promised.options],
    postedOn: '2026-11-21',
  })

test('given a packed answer, when the address is amended, then the envelope is opened and the letter does not leave', () => {
  expect(post(ready())).toBeNull()
  const story = moved(ready())
  expect(story.kase.envelopes.map(each => each.gone)).toEqual(['opened'])
  expect(post(story)).toEqual(['letter_outdated', 'letters'])
  expect(story.refusedAt('packEnvelope', { letters: ['l1'], scans: [] })).toEqual(['letter_outdated', 'letters'])
})

test('given the old letter discarded, when it is written anew, then it may be packed', () => {
  const story = moved(ready())
    .do('discardLetter', { letter: 'l1' })
    .do('checkIdentity', {})
    .do('writeReply', { decision: 'd1' })
    .do('printLetter', { letter: 'l2' })
    .tell(packed(['l2']))
  expect(post(story, 'l2')).toBeNull()
})

test('what was posted before stays as it was', () => {
  const story = ready().do('postLetters', {
    letters: ['l1'],
    ...promised,
    options: [...promised.options],
    postedOn: '2026-11-21',
  })
  expect(moved(story).kase.letters[0]?.outdated).toBeUndefined()
})
