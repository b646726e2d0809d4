import { describe, expect, test } from 'vitest'
import { outcomesOf, requestKindNames } from '../../src/domain/kinds.ts'
import { replyFormOf, replyForms } from '../../src/domain/letter.ts'
import { approved, drafted, type Given, logged, readyToPost, searched, sent, written } from './given.ts'

describe('the paper that answers an outcome', () => {
  test.each([
    ['purpose', 'full', 'reply-purpose'],
    ['purpose', 'refused', 'reply-purpose-refusal'],
    ['purpose', 'absent', 'reply-absent'],
    ['disclosure', 'full', 'reply-disclosure-full'],
    ['disclosure', 'part', 'reply-disclosure-part'],
    ['disclosure', 'refused', 'reply-disclosure-refusal'],
    ['disclosure', 'other_method', 'reply-method-change'],
    ['disclosure', 'out_of_scope', 'reply-out-of-scope'],
    ['third_party_records', 'part', 'reply-third-party-records'],
    ['third_party_records', 'refused', 'reply-disclosure-refusal'],
    ['correction', 'part', 'reply-correction'],
    ['correction', 'refused', 'reply-correction-refusal'],
    ['suspension', 'full', 'reply-suspension'],
    ['suspension', 'refused', 'reply-suspension-refusal'],
    ['third_party_stop', 'substitute', 'reply-suspension-substitute'],
    ['foreign_transfer', 'refused', 'reply-foreign'],
    ['held_information', 'full', 'reply-held-information'],
  ] as const)('%s %s: %s', (kind, outcome, form) => {
    expect(replyFormOf(kind, outcome)).toBe(form)
  })

  test('there is one for every outcome of every kind, and every paper is used', () => {
    const used = requestKindNames.flatMap(kind => outcomesOf[kind].map(outcome => replyFormOf(kind, outcome)))
    expect([...new Set(used)].sort()).toEqual([...replyForms].sort())
  })
})

describe('a reply', () => {
  const decided = () => logged('ims').tell(searched, drafted())

  test('is written for an approved decision only', () => {
    expect(decided().refusal('writeReply', { decision: 'd1' })).toBe('decision_missing')
    const story = decided().tell(approved)
    expect(story.refusedAt('writeReply', { decision: 'd9' })).toEqual(['unknown_decision', 'decision'])
    story.do('writeReply', { decision: 'd1' })
    expect(story.last).toEqual([
      {
        type: 'LetterDrafted',
        id: 'l1',
        form: 'reply-disclosure-full',
        decision: 'd1',
        enclosures: ['request-correction', 'request-suspension'],
        to: 'subject',
        on: '2026-11-21',
      },
    ])
    expect(story.refusal('writeReply', { decision: 'd1' })).toBe('decision_missing')
  })

  test.each([
    ['a refusal', { outcome: 'refused', grounds: ['33-2-2'], facts: 'x' }, 2],
    ['a change of method', { outcome: 'other_method', grounds: ['33-2-method'], facts: 'x' }, 2],
    ['that nothing is held', { outcome: 'absent' }, 0],
    ['what lies outside the Act', { outcome: 'out_of_scope', grounds: ['scope-deceased'], facts: 'x' }, 0],
  ] satisfies [string, Partial<Given<'draftDecision'>>, number][])(
    'carries the forms for correction and stopping that the policy promises: %s',
    (_, decision, forms) => {
      const story = logged('ims').tell(searched, drafted(decision), approved, written)
      expect(story.kase.letters[0]?.enclosures).toHaveLength(forms)
    },
  )

  test('carries no forms where the policy promises none', () => {
    const sakura = logged('sakura').tell(searched, drafted(), approved, written)
    expect(sakura.kase.letters[0]?.enclosures).toEqual([])
  })

  test('that is discarded is written anew under its own number', () => {
    const story = decided().tell(approved).do('writeReply', { decision: 'd1' }).do('discardLetter', { letter: 'l1' })
    expect(story.refusal('printLetter', { letter: 'l1' })).toBe('unknown_letter')
    expect(story.do('writeReply', { decision: 'd1' }).kase.letters.map(each => each.id)).toEqual(['l1', 'l2'])
    expect(story.refusedAt('printLetter', { letter: 'l1' })).toEqual(['unknown_letter', 'letter'])
  })
})

describe('printing and discarding', () => {
  test('every print is counted', () => {
    const story = logged('ims').do('writeLetter', { form: 'reception-slip' })
    story.do('printLetter', { letter: 'l1' }).do('printLetter', { letter: 'l1', why: 'faulty' })
    expect(story.kase.letters[0]?.printed).toBe(2)
  })

  test('a first print needs no reason, a second one is not logged without', () => {
    const story = logged('ims').do('writeLetter', { form: 'reception-slip' })
    story.do('printLetter', { letter: 'l1', why: 'lost' })
    expect(story.last).toEqual([{ type: 'LetterPrinted', letter: 'l1', pages: [2] }])
    expect(story.refusedAt('printLetter', { letter: 'l1' })).toEqual(['reprint_reason_missing', 'why'])
    expect(story.refusedAt('printLetter', { letter: 'l1', why: '' as never })).toEqual([
      'reprint_reason_missing',
      'why',
    ])
    story.do('printLetter', { letter: 'l1', why: 'lost' })
    expect(story.last).toEqual([{ type: 'LetterPrinted', letter: 'l1', pages: [2], why: 'lost' }])
  })

  test('what was posted is not discarded', () => {
    expect(readyToPost().tell(sent).refusedAt('discardLetter', { letter: 'l1' })).toEqual(['letter_posted', 'letter'])
  })

  test('there must be a letter', () => {
    expect(logged('ims').refusal('printLetter', { letter: 'l1' })).toBe('unknown_letter')
    expect(logged('ims').refusal('discardLetter', { letter: 'l1' })).toBe('unknown_letter')
  })
})

test('notices go to the agent who acts, the notice about the agent to the person', () => {
  const agent = { family: '鈴木', given: '次郎' }
  const story = logged('ims', { requester: 'appointed', agent })
    .do('requestFee', {})
    .do('writeLetter', { form: 'fee-notice' })
    .do('writeLetter', { form: 'subject-notice' })
  expect(story.kase.letters.map(each => each.to)).toEqual(['agent', 'subject'])
})
