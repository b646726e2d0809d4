import { describe, expect, test } from 'vitest'
import type { Notice } from '../../src/domain/letter.ts'
import {
  feeLapsed,
  type Given,
  hanako,
  logged,
  packed,
  paid,
  proved,
  readyToPost,
  refunded,
  type Story,
  sent,
  suzuki,
  Story as Tale,
} from './given.ts'

const agent = { family: '鈴木', given: '次郎' }
const asked = () =>
  new Tale().do('logFormRequest', {
    operator: 'sakura',
    channel: 'phone',
    receivedOn: '2026-11-20',
    requester: hanako,
    kinds: ['disclosure'],
  })
const two = () => logged('ims', { kinds: ['disclosure', 'correction'] })
const lacking = () => logged('ims', { enclosed: [] })

/** A story in which the letter has nothing to speak of, and one in which it has. */
const cases: readonly [Notice, () => Story, () => Story][] = [
  ['reception-slip', asked, () => logged('ims')],
  ['acknowledgement', asked, () => logged('ims')],
  ['reckoning', asked, () => logged('ims')],
  ['supplement-request', lacking, () => lacking().do('requestSupplement', {})],
  ['fee-notice', () => logged('ims'), () => logged('ims').do('requestFee', {})],
  [
    'fee-reminder',
    () => logged('ims').do('requestFee', {}),
    () => logged('ims').tell(feeLapsed('2026-12-16', '2026-12-05')),
  ],
  ['counter-slip', () => logged('ims').tell(paid()), () => logged('ims').tell(paid('3300', 'cash'))],
  ['fee-receipt', () => logged('ims'), () => logged('ims').tell(paid())],
  ['fee-return', () => logged('ims').tell(paid('4000')), () => logged('ims').tell(paid('4000'), refunded('700'))],
  ['withdrawal-form', asked, () => logged('ims')],
  [
    'withdrawal-confirmation',
    two,
    () => two().do('withdraw', { kinds: ['correction'], on: '2026-11-21', how: 'phone' }),
  ],
  ['deemed-withdrawal', () => lacking().do('requestSupplement', {}), lapsed],
  [
    'extension-notice',
    () => logged('ims'),
    () => logged('ims').do('extendDeadline', { until: '2026-12-25', reason: '調査' }),
  ],
  ['cover-letter', () => logged('ims').do('writeLetter', { form: 'reception-slip' }), () => readyToPost()],
  ['returned-notice', () => readyToPost().tell(sent), () => cameBack('unclaimed')],
  [
    'password-notice',
    () => readyToPost(),
    () =>
      readyToPost()
        .do('choosePackage', { letter: 'l1', choice: { parts: [] } })
        .do('recordPackage', {
          letter: 'l1',
          file: 'f',
          sha256: 'a'.repeat(64),
          pages: 2,
          attached: 0,
          masked: 0,
          edition: 1,
        })
        .do('recordLocked', { letter: 'l1', file: 'g', password: 'p' }),
  ],
  ['subject-notice', () => logged('ims'), () => logged('ims', { requester: 'appointed', agent })],
]

function cameBack(reason: 'unclaimed' | 'deceased'): Story {
  return readyToPost().tell(sent).do('recordReturn', { posting: 's1', on: '2026-11-21', reason })
}

function lapsed(): Story {
  return lacking()
    .do('requestSupplement', {})
    .day('2027-01-04')
    .as(suzuki)
    .do('deemWithdrawn', { because: 'supplement' })
}

describe('a notice is written when the case has what it speaks of', () => {
  test.each(cases)('%s', (form, without, having) => {
    const body: Given<'writeLetter'> = { form }
    expect(without().try('writeLetter', body)).toEqual({
      refused: 'letter_not_called_for',
      field: 'form',
      about: { form },
    })
    expect(having().do('writeLetter', body).kase.letters.at(-1)?.form).toBe(form)
  })

  test.each(['form-cover', 'request-disclosure', 'power-of-attorney'] as const)('%s: always', form => {
    for (const story of [asked(), logged('ims')]) expect(story.refusal('writeLetter', { form })).toBeNull()
  })
})

test('a withdrawal that was only deemed is not confirmed as one that was told', () => {
  expect(lapsed().refusal('writeLetter', { form: 'withdrawal-confirmation' })).toBe('letter_not_called_for')
})

test('to one who has died nothing is written, and an answer that went out again has not come back', () => {
  expect(cameBack('deceased').refusal('writeLetter', { form: 'returned-notice' })).toBe('letter_not_called_for')
  const again = cameBack('unclaimed').tell(packed(['l1']), sent)
  expect(again.refusal('writeLetter', { form: 'returned-notice' })).toBe('letter_not_called_for')
})

test('a cover goes to the reader of the answer that it covers, and is not called for once that is out', () => {
  const story = readyToPost()
  expect(story.do('writeLetter', { form: 'cover-letter' }).kase.letters.map(letter => letter.to)).toEqual([
    'subject',
    'subject',
  ])
  expect(readyToPost().tell(sent).refusal('writeLetter', { form: 'cover-letter' })).toBe('letter_not_called_for')
})

test('a receipt is not written for money that was only taken into custody', () => {
  expect(logged('ims').tell(paid('3300', 'cash')).refusal('writeLetter', { form: 'fee-receipt' })).toBe(
    'letter_not_called_for',
  )
})

test('papers that go back have a letter of their own', () => {
  const story = logged('ims').tell(proved).do('returnPaper', { paper: 'p1', on: '2026-11-21' })
  expect(story.refusal('writeLetter', { form: 'fee-return' })).toBeNull()
})

describe('what a notice says to be enclosed', () => {
  const enclosures = (story: Story, form: Notice) => story.do('writeLetter', { form }).kase.letters.at(-1)?.enclosures

  test('the papers that a 補正 asks to be filled in', () => {
    const story = logged('ims', { onForm: false, requester: 'appointed', agent, enclosed: ['agent_identity'] })
    expect(story.kase.intake.missing).toContain('power_of_attorney')
    expect(enclosures(story.do('requestSupplement', {}), 'supplement-request')).toEqual([
      'request-disclosure',
      'power-of-attorney',
      'supplement-reply',
    ])
  })

  test('only the slip for the papers where only proofs are missing', () => {
    expect(enclosures(lacking().do('requestSupplement', {}), 'supplement-request')).toEqual(['supplement-reply'])
  })
})
