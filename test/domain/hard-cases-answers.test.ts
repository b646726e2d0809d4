import { expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { outstanding } from '../../src/domain/fee.ts'
import {
  approved,
  drafted,
  type Given,
  logged,
  packed,
  paid,
  promised,
  proved,
  readyToPost,
  requestFor,
  Story,
  searched,
  sent,
  suzuki,
  written,
} from './given.ts'

type Kind = Given<'draftDecision'>['kind']
const asked = (...kinds: Kind[]) => logged('ims', { kinds }).tell(proved, searched)
const form = (story: Story) => story.tell(approved, written).kase.letters.at(-1)?.form

test('case 9: there is no such data: an answer like any other, naming what was searched for which period', () => {
  const story = asked('disclosure').tell(paid(), drafted({ outcome: 'absent' }))
  expect(story.kase.decisions[0]?.searched).toEqual([
    { system: '会員管理', period: '全期間' },
    { system: '課金', period: '全期間' },
  ])
  expect(form(story)).toBe('reply-absent')
  expect(logged('ims').refusal('draftDecision', { kind: 'disclosure', outcome: 'absent' })).toBe('search_missing')
  story.tell(sent).do('recordDelivery', { posting: 's1', on: '2026-11-21' })
  expect(story.refusal('close', {})).toBeNull()
})

test('case 10: existence is not to be confirmed: the very letter of case 9, the reason in a restricted memo', () => {
  const secret = asked('disclosure').tell(drafted({ outcome: 'absent', memo: '不正利用対策の名簿に該当' }))
  const plain = asked('disclosure').tell(drafted({ outcome: 'absent' }))
  expect(secret.last).toMatchObject([{ memo: { fresh: '不正利用対策の名簿に該当' } }])
  expect(secret.kase).toEqual(plain.kase)
  expect(form(secret)).toBe(form(plain))
  const told = { kind: 'disclosure', outcome: 'absent', grounds: ['33-2-2'], facts: '名簿' } as const
  expect(asked('disclosure').refusal('draftDecision', told)).toBe('ground_not_for_kind')
})

test('case 11: a part is refused: item by item, each with its article, and the fee stays', () => {
  const withheld = [
    { item: '通話相手の番号', ground: '33-2-1', facts: '第三者の情報' },
    { item: '不正検知の点数', ground: '33-2-2', facts: '検知の仕組みが知られる' },
  ]
  const story = asked('disclosure').tell(
    drafted({ outcome: 'part', entries: [{ label: '氏名', text: '山田 花子' }], withheld }),
  )
  expect(story.kase.decisions[0]?.withheld).toEqual({ fresh: withheld })
  expect(form(story)).toBe('reply-disclosure-part')
  expect(outstanding(story.kase)).toBe(3300)
})

test('case 12: the method is too difficult, or the person changes their mind before or after dispatch', () => {
  const method = { outcome: 'other_method', grounds: ['33-2-method'], facts: '媒体の読取装置がない' } as const
  expect(form(asked('disclosure').tell(drafted({ ...method, content: '書面で交付' })))).toBe('reply-method-change')
  const before = readyToPost().as(suzuki).do('returnDecision', { decision: 'd1', reason: '電子データを希望' })
  expect(before.tell(drafted({ content: 'CD-R' })).kase.decisions.at(-1)?.state).toBe('waiting')
  const after = readyToPost().tell(sent).as(suzuki)
  expect(after.refusal('returnDecision', { decision: 'd1', reason: '電子データを希望' })).toBe('unknown_decision')
  const again = requestFor('ims', { linkedTo: caseNumber(2026, 1), relation: 'follow_up' })
  expect(new Story('2026-11-21', { number: caseNumber(2026, 2) }).refusal('logRequest', again)).toBeNull()
})

test('case 22: evaluation records: no disclosure that hinders the business, and opinions are not corrected', () => {
  const story = asked('disclosure', 'correction')
  const draft = { outcome: 'refused', facts: '採用選考の評点' } as const
  expect(story.refusal('draftDecision', { ...draft, kind: 'correction', grounds: ['33-2-2'] })).toBe(
    'ground_not_for_kind',
  )
  story.tell(drafted({ ...draft, grounds: ['33-2-2'] }))
  expect(form(story)).toBe('reply-disclosure-refusal')
  story.tell(drafted({ ...draft, kind: 'correction', grounds: ['34-opinion'] }))
  expect(form(story)).toBe('reply-correction-refusal')
})

test('case 23: a stop to advertising by telephone: free, at once, and the erasure as a second step', () => {
  const story = logged('ims', { kinds: ['suspension'], service: 'electronic' })
    .do('addNote', { way: 'phone_in', memo: '広告メールを止めてほしい' })
    .tell(proved, searched)
  expect(outstanding(story.kase)).toBe(0)
  const stopped = [{ label: '広告メールの送信', before: '送信中', text: '停止した', on: '2026-11-21' }]
  story.tell(drafted({ kind: 'suspension', outcome: 'full', entries: stopped }), approved, written, sent)
  expect(story.kase.letters[0]?.form).toBe('reply-suspension')
  const erase = requestFor('ims', { kinds: ['suspension'], linkedTo: caseNumber(2026, 1) })
  expect(new Story('2026-11-21', { number: caseNumber(2026, 2) }).do('logRequest', erase).kase.links).toHaveLength(1)
})

test('case 28: to whom was it given: records of third parties, not of what the register publishes', () => {
  const story = asked('third_party_records')
  const entries = [{ label: '株式会社日本レジストリサービス', before: '2019-04-01 同意', on: '2019-04-02' }]
  expect(outstanding(story.kase)).toBe(0)
  expect(form(story.tell(drafted({ kind: 'third_party_records', entries })))).toBe('reply-third-party-records')
  expect(form(asked('third_party_records').tell(drafted({ kind: 'third_party_records', outcome: 'absent' })))).toBe(
    'reply-absent',
  )
})

test('case 31: a correction granted: before and after in the letter, the recipients in a note, and no duty left open', () => {
  const entries = [{ label: '住所', before: '春日1丁目', text: '春日2丁目' }]
  const story = asked('correction')
    .tell(drafted({ kind: 'correction', entries }), approved, written)
    .do('addNote', { memo: '訂正前の住所を提供した先: 配送会社' })
    .tell(sent)
    .do('recordDelivery', { posting: 's1', on: '2026-11-21' })
  expect(story.kase.letters[0]?.form).toBe('reply-correction')
  expect(story.steps()).toContain('close')
})

test('case 32: disclosure, correction and stopping in one letter: three decisions, one envelope, one fee', () => {
  const kinds: Kind[] = ['disclosure', 'correction', 'suspension']
  const story = asked(...kinds)
  expect(story.kase.fee.dues).toMatchObject([{ kinds: ['disclosure'], asked: 3300 }])
  for (const kind of kinds) story.tell(drafted({ kind }), approved)
  story.tell(written)
  const all = { letters: ['l1', 'l2', 'l3'], ...promised, postedOn: '2026-11-21' } as const
  expect(story.refusal('postLetters', { ...all, letters: [...all.letters] })).toBe('fee_unsettled')
  story.tell(packed(['l2', 'l3']))
  expect(story.refusal('postLetters', { ...all, letters: ['l2', 'l3'] })).toBeNull()
  expect(story.tell(paid(), sent).kase.postings).toMatchObject([{ letters: ['l1', 'l2', 'l3'], reply: true }])
})

test('case 33: erasure while invoices run: stopped for advertising, kept for billing, and said why', () => {
  const draft: Partial<Given<'draftDecision'>> = {
    kind: 'suspension',
    outcome: 'part',
    entries: [{ label: '広告利用', text: '停止' }],
    withheld: [{ item: '請求情報の消去', ground: '35-retention', facts: '未払の請求と帳簿の保存' }],
  }
  const story = asked('suspension').tell(drafted(draft))
  expect(form(story)).toBe('reply-suspension')
  expect(asked('suspension').refusal('draftDecision', { kind: 'suspension', outcome: 'part', content: '停止' })).toBe(
    'ground_missing',
  )
})
