import { expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { hanako, logged, packed, requestFor, Story } from './given.ts'

const asked = (more: object = {}) =>
  new Story().do('logFormRequest', {
    operator: 'sakura',
    channel: 'phone',
    receivedOn: '2026-11-20',
    requester: { ...hanako, phone: '090-1234-5678' },
    kinds: ['disclosure', 'correction'],
    ...more,
  })

test('asking for a form opens a case without a legal clock', () => {
  const story = asked()
  expect(story.last).toMatchObject([
    { type: 'FormRequestLogged', number: caseNumber(2026, 1), operator: 'sakura', policy: 'sakura-after' },
  ])
  expect(story.kase.intake.arrivedOn).toBeUndefined()
  expect(story.steps()).toEqual(['send_forms'])
})

test('the forms of the kinds wanted go out with the power of attorney, then the form is awaited', () => {
  const story = asked()
    .do('writeLetter', { form: 'form-cover' })
    .do('printLetter', { letter: 'l1' })
    .tell(packed())
    .do('postLetters', { letters: ['l1'], service: 'ordinary', postedOn: '2026-11-21' })
    .do('sendForms', { on: '2026-11-21', by: 'post' })
  expect(story.kase.letters[0]?.enclosures).toEqual(['request-disclosure', 'request-correction', 'power-of-attorney'])
  expect(story.kase.postings[0]?.reply).toBe(false)
  expect(story.kase.formRequest?.sentOn).toBe('2026-11-21')
  expect(story.steps()).toEqual(['await_form'])
})

test('where no kind was named the form for disclosure goes', () => {
  const story = asked({ kinds: [] }).do('writeLetter', { form: 'form-cover' })
  expect(story.kase.letters[0]?.enclosures).toEqual(['request-disclosure', 'power-of-attorney'])
})

test.each([
  ['received tomorrow', { receivedOn: '2026-11-22' }, 'date_in_future', 'receivedOn'],
  ['of an operator nobody knows', { operator: 'nobody' }, 'unknown_operator', 'operator'],
  ['before the first terms', { receivedOn: '2005-03-31' }, 'no_policy', 'receivedOn'],
])('refused: %s', (_what, more, code, field) => {
  const body = { operator: 'sakura', channel: 'email', receivedOn: '2026-11-20', requester: hanako, ...more } as const
  expect(new Story().refusedAt('logFormRequest', body)).toEqual([code, field])
})

test('forms cannot have been sent before they were asked for, nor tomorrow', () => {
  expect(asked().refusedAt('sendForms', { on: '2026-11-19' })).toEqual(['date_before_event', 'on'])
  expect(asked().refusedAt('sendForms', { on: '2026-11-22' })).toEqual(['date_in_future', 'on'])
  expect(asked().refusal('sendForms', { on: '2026-11-20' })).toBeNull()
})

test('once the request itself is there, no form is sent any more', () => {
  expect(asked().do('logRequest', requestFor('sakura')).refusal('sendForms', { on: '2026-11-21' })).toBe(
    'not_a_form_request',
  )
  expect(logged('ims').refusal('sendForms', { on: '2026-11-21' })).toBe('not_a_form_request')
  expect(
    logged('ims').refusal('logFormRequest', {
      operator: 'ims',
      channel: 'web',
      receivedOn: '2026-11-20',
      requester: hanako,
    }),
  ).toBe('already_opened')
})

test('nothing but opening is possible on a blank case, and a form request bears no decision', () => {
  expect(new Story().refusal('addNote', { memo: 'x' })).toBe('not_opened')
  expect(new Story().refusal('sendForms', { on: '2026-11-21' })).toBe('not_opened')
  expect(asked().refusal('openInquiry', { department: '営業', systems: '会員', period: '全期間' })).toBe('not_opened')
})

test('who never sends the form back is closed without a letter', () => {
  const story = asked().do('sendForms', { on: '2026-11-20' }).do('close', {})
  expect(story.kase.closing.closedOn).toBe('2026-11-21')
  expect(story.steps()).toEqual(['nothing'])
})

test('a cover letter in the house cannot have gone by post without its envelope', () => {
  const story = asked().do('writeLetter', { form: 'form-cover' }).do('printLetter', { letter: 'l1' })
  expect(story.refusedAt('sendForms', { on: '2026-11-21', by: 'post' })).toEqual(['not_packed', 'by'])
  expect(story.refusal('sendForms', { on: '2026-11-21', by: 'email' })).toBeNull()
})
