import { describe, expect, test } from 'vitest'
import { searched as searchedIn } from '../../src/domain/inquiry.ts'
import { logged, proved, searched } from './given.ts'

const open = () =>
  logged('ims').tell(proved).do('openInquiry', {
    department: '営業部',
    systems: '会員管理、課金\n監視',
    period: '2020年以降',
    names: '旧姓 佐藤',
  })

describe('inquiries', () => {
  test('split the systems named and remember what was asked when', () => {
    expect(open().kase.inquiries).toEqual([
      {
        id: 'i1',
        department: { fresh: '営業部' },
        systems: ['会員管理', '課金', '監視'],
        period: '2020年以降',
        openedOn: '2026-11-21',
      },
    ])
  })

  test('are answered once, with what was really searched', () => {
    const story = open().do('answerInquiry', {
      inquiry: 'i1',
      finding: 'none',
      systems: '会員管理',
      period: '2021年以降',
      answer: '該当なし',
    })
    expect(searchedIn(story.kase)).toEqual([{ system: '会員管理', period: '2021年以降' }])
    expect(story.refusal('answerInquiry', { inquiry: 'i1', finding: 'none', answer: 'x' })).toBe('unknown_inquiry')
    story.do('openInquiry', { department: '経理部', systems: '請求', period: '全期間' })
    expect(story.refusedAt('answerInquiry', { inquiry: 'i1', finding: 'none', answer: 'x' })).toEqual([
      'inquiry_answered',
      'inquiry',
    ])
    expect(story.refusedAt('answerInquiry', { inquiry: 'i7', finding: 'none', answer: 'x' })).toEqual([
      'unknown_inquiry',
      'inquiry',
    ])
  })

  test('unanswered ones hold up the decision', () => {
    expect(open().refusal('draftDecision', { kind: 'disclosure', outcome: 'full', content: 'x' })).toBe('inquiry_open')
    expect(open().steps()).toContain('await_inquiry')
  })
})

describe('several customers fit', () => {
  const several = () => open().do('answerInquiry', { inquiry: 'i1', finding: 'several', answer: '2名' })
  const draft = { kind: 'disclosure', outcome: 'full', content: 'x' } as const

  test('nothing is decided until the person is told apart', () => {
    expect(several().refusal('draftDecision', draft)).toBe('subject_ambiguous')
    expect(several().steps()).toContain('identify_subject')
    expect(several().do('identifySubject', { how: '会員番号の申告' }).refusal('draftDecision', draft)).toBeNull()
  })

  test('a later search that finds several asks again', () => {
    const story = several()
      .do('identifySubject', { how: '会員番号' })
      .do('openInquiry', { department: '経理部', systems: '請求', period: '全期間' })
      .do('answerInquiry', { inquiry: 'i2', finding: 'several', answer: '父子同名' })
    expect(story.refusal('draftDecision', draft)).toBe('subject_ambiguous')
  })

  test('where one was found there is nothing to tell apart', () => {
    expect(logged('ims').tell(searched).refusal('identifySubject', { how: 'x' })).toBe('nothing_owed')
  })
})
