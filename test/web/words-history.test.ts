import { expect, it } from 'vitest'
import type { CaseEvent } from '../../src/domain/case.ts'
import { daysLeft } from '../../src/words/dates.ts'
import { eventSentence } from '../../src/words/events.ts'
import { itemName } from '../../src/words/item-names.ts'
import { day, sampleEvents } from './events-sample.ts'

const events = Object.values(sampleEvents) as CaseEvent[]

it.each(events)('$type is told in plain sentences', event => {
  const sentence = eventSentence(event)
  expect(sentence).toMatch(/^[\p{L}\p{N}].*。$/u)
  expect(sentence).not.toMatch(/[A-Za-z_!！]|\[object|。。/)
})

it('tells no two kinds of event alike', () => {
  expect(new Set(events.map(eventSentence)).size).toBe(events.length)
})

it.each([
  ['RequestLogged', '2026年11月20日（金）に到達した弁護士等の代理人からの請求'],
  ['RequestLogged', '足りないものはご本人の確認書類、手数料です。'],
  ['FeeAsked', '3,300円（うち消費税10%、300円）'],
  ['FeeReceived', '定額小為替で1,000円を受け取り、入金1としました。'],
  ['FeeReceived', '発行から6か月を過ぎているため、預かりとしました。'],
  ['RequestLogged', '受付番号26-00001-'],
  ['DeadlineExtended', '2026年11月20日（金）から2026年12月4日（金）に'],
  ['DecisionDrafted', '「一部を開示する」とする案を決定1として'],
  ['LettersPosted', '一般書留（配達証明・本人限定受取）で送り、発送1としました。引受番号は131-12-38385-2です。'],
  ['PostReturned', '理由は転居です。'],
  ['DeemedWithdrawn', '手数料の入金が期限までになかったため'],
  ['NoteAdded', '責任者だけが見られます。'],
] as const)('%s tells its facts: %s', (type, part) => {
  expect(eventSentence(sampleEvents[type])).toContain(part)
})

it('leaves out what an event does not say', () => {
  const { trackingNumber: _number, ...posted } = sampleEvents.LettersPosted
  expect(eventSentence({ ...posted, options: [] })).toBe(
    '2026年11月20日（金）に文書1をご本人あてに一般書留で送り、発送1としました。',
  )
  expect(eventSentence({ ...sampleEvents.RequestLogged, missing: [] })).not.toContain('足りない')
  expect(eventSentence({ ...sampleEvents.NoteAdded, way: 'memo', restricted: false })).toBe('覚え書きを残しました。')
  expect(eventSentence({ ...sampleEvents.CaseClosed, undelivered: true })).toContain('配達できないまま')
  expect(eventSentence({ ...sampleEvents.SupplementReceived, items: [] })).toBe(
    '2026年11月20日（金）に補正への返答が届きました。',
  )
})

it('names what the case numbers, and nothing else', () => {
  expect(itemName('p1')).toBe('書類1')
  expect(itemName('s12')).toBe('発送12')
  expect(itemName('x1')).toBe('x1')
  expect(itemName('普通の言葉')).toBe('普通の言葉')
})

it.each([
  ['2026-11-20', '1日経過', 'past'],
  ['2026-11-21', '本日', 'today'],
  ['2026-11-22', 'あと1日', 'soon'],
  ['2026-11-24', 'あと3日', 'soon'],
  ['2026-11-25', 'あと4日', 'later'],
  ['2027-01-01', 'あと41日', 'later'],
] as const)('on 21 November, %s is %s with the shape %s', (due, words, shape) => {
  expect(daysLeft(day('2026-11-21'), day(due))).toEqual({ words, shape })
})
