import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../src/domain/case.ts'
import { MOST_ROWS } from '../../src/domain/schedule.ts'
import { approved, drafted, type Given, logged, type Story, searched, suzuki, takahashi } from './given.ts'

type Rows = Given<'setSchedule'>['rows']
const name = { system: '会員管理', item: '氏名', value: '山田花子' }
const score = {
  system: '与信',
  item: '与信の点数',
  value: '61',
  withheld: '33-2-2',
  facts: '算出方法が推知されるため',
} as const
const asked = () => logged('ims').tell(searched)
const listed = (rows: Rows = [name], story = asked()) => story.do('setSchedule', { rows })
const drafting = (story: Story, more: Partial<Given<'draftDecision'>>) =>
  story.refusedAt('draftDecision', { kind: 'disclosure', outcome: 'full', ...more })
const faults = (rows: unknown): string[] => {
  const parsed = ruleOf('setSchedule').body.safeParse({ rows })
  return parsed.success ? [] : parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`)
}

describe('the 別紙', () => {
  test('keeps its rows apart from the journal and tells only how many and on what grounds', () => {
    const [event] = listed([name, score, { ...score, item: '備考', facts: '' }]).last
    expect(event).toMatchObject({ type: 'ScheduleSet', items: 3, withheld: 2, unexplained: 1, grounds: ['33-2-2'] })
    expect(event).toMatchObject({ rows: { fresh: [name, score, { item: '備考' }] } })
  })

  test('waits for an inquiry that was answered', () => {
    expect(logged('ims').refusal('setSchedule', { rows: [name] })).toBe('search_missing')
  })

  test('belongs to a disclosure', () => {
    const story = logged('ims', { kinds: ['correction'] }).tell(searched)
    expect(story.refusal('setSchedule', { rows: [name] })).toBe('kind_not_asked')
  })

  test('stands still under a decision, and may be mended once that is sent back', () => {
    const story = listed().tell(drafted())
    expect(story.refusal('setSchedule', { rows: [name] })).toBe('decision_open')
    story.tell(approved)
    expect(story.refusal('setSchedule', { rows: [name] })).toBe('decision_open')
    story.as(suzuki).do('returnDecision', { decision: 'd1', reason: '項目が足りない' })
    expect(story.refusal('setSchedule', { rows: [name] })).toBeNull()
  })

  test('is not for the auditor', () => {
    expect(
      asked()
        .as(takahashi)
        .refusal('setSchedule', { rows: [name] }),
    ).toBe('not_allowed')
  })

  test('takes five thousand rows and no more', () => {
    const rows = Array.from({ length: MOST_ROWS }, (_, n) => ({ ...name, item: `項目${n}` }))
    expect(listed(rows).kase.schedule?.items).toBe(5_000)
    expect(faults([...rows, name])).toEqual(['rows too_many_rows'])
  })

  test.each([
    ['no rows', [], 'rows required'],
    ['no system', [{ ...name, system: ' ' }], 'rows.0.system required'],
    ['no item', [{ ...name, item: '' }], 'rows.0.item required'],
    ['nothing to disclose', [{ ...name, value: '' }], 'rows.0.value required'],
    ['an item too long', [{ ...name, item: 'あ'.repeat(201) }], 'rows.0.item too_long'],
    ['a value that turns the line round', [{ ...name, value: 'a\u202Eb' }], 'rows.0.value control_character'],
  ])('refuses %s', (_what, rows, fault) => {
    expect(faults(rows)).toEqual([fault])
  })

  test.each(['34-true', 'scope-deceased', '33-2-method', 'none'])('knows no ground %s for an item', ground => {
    expect(faults([{ ...name, withheld: ground }])).toHaveLength(1)
  })

  test('lets an item without a value be withheld', () => {
    expect(faults([{ system: '与信', item: '点数', withheld: '33-2-2' }])).toEqual([])
  })
})

describe('a decision by the 別紙', () => {
  test('needs no content of its own', () => {
    expect(drafting(asked(), {})).toEqual(['content_missing', 'content'])
    expect(drafting(listed(), {})).toBeNull()
  })

  test('cannot give all while an item is withheld', () => {
    expect(drafting(listed([name, score]), {})).toEqual(['schedule_withholds', 'outcome'])
  })

  test('takes grounds and facts from the items withheld', () => {
    expect(drafting(listed(), { outcome: 'part' })).toEqual(['ground_missing', 'grounds'])
    expect(drafting(listed([name, score]), { outcome: 'part' })).toBeNull()
  })

  test('asks for facts while an item withheld has none', () => {
    const bare = [name, score, { system: '与信', item: '備考', withheld: '33-2-1' as const }]
    expect(drafting(listed(bare), { outcome: 'part' })).toEqual(['facts_missing', 'facts'])
    expect(drafting(listed(bare), { outcome: 'part', facts: '第三者の評価のため' })).toBeNull()
  })

  test('that refuses all is not carried by it', () => {
    expect(drafting(listed([name, score]), { outcome: 'refused' })).toEqual(['ground_missing', 'grounds'])
  })

  test('sends it with the answer, before the forms of the policy', () => {
    const story = listed()
      .tell(drafted({ content: '' }), approved)
      .do('writeReply', { decision: 'd1' })
    expect(story.kase.letters[0]?.enclosures).toEqual([
      'disclosure-schedule',
      'request-correction',
      'request-suspension',
    ])
    const plain = asked().tell(drafted(), approved).do('writeReply', { decision: 'd1' })
    expect(plain.kase.letters[0]?.enclosures).not.toContain('disclosure-schedule')
  })
})
