import { describe, expect, test } from 'vitest'
import { standing } from '../../src/domain/decision.ts'
import { outcomes, outcomesOf, requestKindNames } from '../../src/domain/kinds.ts'
import {
  approved,
  drafted,
  type Given,
  logged,
  readyToPost,
  type Story,
  searched,
  sent,
  suzuki,
  written,
} from './given.ts'

type Draft = Given<'draftDecision'>
const asked = (...kinds: Draft['kind'][]) =>
  logged('ims', { kinds: kinds.length ? kinds : ['disclosure'] }).tell(searched)
const refused = (more: Partial<Draft>, story = asked()) =>
  story.refusedAt('draftDecision', { kind: 'disclosure', outcome: 'refused', ...more })

describe('a draft', () => {
  test('stands for its kind, with the systems searched, and waits', () => {
    const story = asked().tell(drafted())
    expect(standing(story.kase, 'disclosure')).toMatchObject({
      id: 'd1',
      outcome: 'full',
      state: 'waiting',
      draftedBy: 'sato',
      searched: [
        { system: '会員管理', period: '全期間' },
        { system: '課金', period: '全期間' },
      ],
    })
    expect(story.refusal('draftDecision', { kind: 'disclosure', outcome: 'absent' })).toBe('decision_open')
  })

  test('keeps no empty lists', () => {
    const [event] = asked().tell(drafted()).last
    expect(Object.keys(event ?? {})).not.toContain('entries')
    expect(Object.keys(event ?? {})).not.toContain('withheld')
  })

  test('is for a kind that was asked for and not taken back', () => {
    expect(refused({ kind: 'correction' })).toEqual(['kind_not_asked', 'kind'])
    const both = asked('disclosure', 'correction').do('withdraw', {
      kinds: ['correction'],
      on: '2026-11-21',
      how: 'phone',
    })
    expect(refused({ kind: 'correction' }, both)).toEqual(['kind_not_asked', 'kind'])
    expect(refused({}, asked('disclosure', 'correction').tell(drafted()))).toEqual(['decision_open', 'kind'])
  })

  test.each(requestKindNames)('%s knows its outcomes only', kind => {
    const not = outcomes.filter(outcome => !outcomesOf[kind].includes(outcome))
    for (const outcome of not)
      expect(refused({ kind, outcome, facts: 'x', content: 'x' }, asked(kind))).toEqual([
        'outcome_not_for_kind',
        'outcome',
      ])
    expect(not.length).toBeGreaterThan(0)
  })
})

describe('giving less than was asked', () => {
  test.each(['part', 'refused', 'other_method', 'out_of_scope'] as const)('%s needs an article and facts', outcome => {
    const ground = outcome === 'out_of_scope' ? 'scope-deceased' : '33-2-1'
    expect(refused({ outcome, facts: 'x', content: 'x' })).toEqual(['ground_missing', 'grounds'])
    expect(refused({ outcome, grounds: [ground], content: 'x' })).toEqual(['facts_missing', 'facts'])
    expect(refused({ outcome, grounds: [ground], facts: '第三者の住所を含む', content: 'x' })).toBeNull()
  })

  test('item by item is enough', () => {
    const withheld = [{ item: '通話相手の番号', ground: '33-2-1', facts: '第三者の情報' }]
    expect(refused({ outcome: 'part', withheld, entries: [{ label: '氏名', text: '山田 花子' }] })).toBeNull()
    expect(refused({ outcome: 'part', withheld })).toEqual(['content_missing', 'content'])
  })

  test.each([
    ['disclosure', '34-true'],
    ['correction', '33-2-1'],
    ['suspension', '35-unfounded-3'],
    ['third_party_stop', '35-unfounded-1'],
    ['purpose', '33-2-2'],
    ['third_party_records', '33-4'],
    ['disclosure', 'scope-deceased'],
  ] as const)('%s cannot be refused by %s', (kind, ground) => {
    expect(refused({ kind, grounds: [ground], facts: 'x' }, asked(kind))).toEqual(['ground_not_for_kind', 'grounds'])
  })

  test('what lies outside the Act is said by an article of scope', () => {
    expect(refused({ outcome: 'out_of_scope', grounds: ['33-2-1'], facts: 'x' })).toEqual([
      'ground_not_for_kind',
      'grounds',
    ])
  })

  test('a substitute measure is described', () => {
    const draft = { kind: 'suspension', outcome: 'substitute', grounds: ['35-difficult'], facts: 'x' } as const
    expect(refused(draft, asked('suspension'))).toEqual(['content_missing', 'content'])
    expect(refused({ ...draft, content: '配信対象から除外' }, asked('suspension'))).toBeNull()
  })
})

test('a purpose is told with its text, or in one sentence for all', () => {
  const full = (more: object) => refused({ kind: 'purpose', outcome: 'full', ...more } as never, asked('purpose'))
  expect(full({ entries: [{ label: '氏名' }] })).toEqual(['content_missing', 'entries'])
  expect(full({ entries: [{ label: '氏名', text: '料金の請求' }] })).toBeNull()
  expect(full({ content: '料金の請求のため' })).toBeNull()
})

describe('giving all, or nothing because there is nothing', () => {
  test('a full answer has a content and names no article', () => {
    expect(refused({ outcome: 'full' })).toEqual(['content_missing', 'content'])
    expect(refused({ outcome: 'full', entries: [{ label: '氏名' }] })).toBeNull()
    expect(refused({ outcome: 'full', content: 'x', grounds: ['33-2-1'] })).toEqual(['ground_not_for_kind', 'grounds'])
  })

  test('absence needs a search, and names no article', () => {
    expect(refused({ outcome: 'absent' }, logged('ims'))).toEqual(['search_missing', 'outcome'])
    expect(refused({ outcome: 'absent' })).toBeNull()
    expect(refused({ outcome: 'absent', grounds: ['33-2-2'], facts: 'x' })).toEqual(['ground_not_for_kind', 'grounds'])
  })

  test('what is outside the Act needs no search', () => {
    const draft = { outcome: 'out_of_scope', grounds: ['scope-deceased'], facts: '2020年死亡' } as const
    expect(refused(draft, logged('ims'))).toBeNull()
  })
})

describe('the second person', () => {
  const waiting = () => asked().tell(drafted()).as(suzuki)

  test('approves what another drafted', () => {
    const story = waiting().do('approveDecision', { decision: 'd1' })
    expect(story.kase.decisions).toMatchObject([{ state: 'approved', draftedBy: 'sato', approvedBy: 'suzuki' }])
    expect(story.refusal('approveDecision', { decision: 'd1' })).toBe('unknown_decision')
  })

  test('is never the drafter, whatever roles the drafter has', () => {
    const own = (story: Story) => story.as({ ...suzuki, id: 'sato' })
    expect(own(waiting()).refusedAt('approveDecision', { decision: 'd1' })).toEqual(['same_person', 'decision'])
    expect(own(waiting()).refusedAt('returnDecision', { decision: 'd1', reason: 'x' })).toEqual([
      'same_person',
      'decision',
    ])
    expect(
      own(waiting().do('approveDecision', { decision: 'd1' })).refusal('returnDecision', {
        decision: 'd1',
        reason: 'x',
      }),
    ).not.toBeNull()
  })

  test('sends back with a reason, and a new draft takes its place', () => {
    const story = waiting().do('returnDecision', { decision: 'd1', reason: '根拠が不足' })
    expect(standing(story.kase, 'disclosure')).toBeUndefined()
    expect(story.steps()).toContain('draft_decision')
    story.tell(drafted()).as(suzuki)
    expect(story.refusedAt('approveDecision', { decision: 'd1' })).toEqual(['decision_not_waiting', 'decision'])
    expect(story.refusedAt('approveDecision', { decision: 'd7' })).toEqual(['unknown_decision', 'decision'])
    expect(story.refusal('approveDecision', { decision: 'd2' })).toBeNull()
  })

  test('takes an approval back while the answer is in the house, never after', () => {
    const story = readyToPost().as(suzuki).do('returnDecision', { decision: 'd1', reason: '開示方法の変更の申出' })
    expect(story.refusal('postLetters', { letters: ['l1'], service: 'ordinary', postedOn: '2026-11-21' })).toBe(
      'decision_missing',
    )
    story.tell(drafted(), approved, written)
    expect(story.kase.letters[1]).toMatchObject({ id: 'l2', decision: 'd2' })
    story.do('discardLetter', { letter: 'l1' }).tell(sent).as(suzuki)
    expect(story.refusal('returnDecision', { decision: 'd2', reason: 'x' })).toBe('unknown_decision')
  })
})
