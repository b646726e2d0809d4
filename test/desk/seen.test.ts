import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseNumber } from '../../src/domain/case-number.ts'
import { requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let inn: DeskIn
let number: string

beforeAll(async () => {
  inn = await deskIn()
})
afterAll(() => inn.gone())
beforeEach(async () => {
  number = await inn.do(null, 'logRequest', requestFor('ims'))
})

const nowhere = caseNumber(2026, 99_999)
const note = { memo: '電話あり' }
const seq = async () => (await inn.desk.kase(number, sato))?.kase.seq ?? 0

describe('a command from somebody who looked at the case', () => {
  test('is carried out while the case is as they saw it', async () => {
    expect(await inn.desk.perform(number, 'addNote', note, sato, { seen: await seq() })).toMatchObject({ ok: true })
  })

  test('is refused once another command came between, and writes nothing', async () => {
    const seen = await seq()
    await inn.do(number, 'addNote', note)
    const answer = await inn.desk.perform(number, 'addNote', note, sato, { seen })
    expect(answer).toEqual({ ok: false, refusal: { refused: 'stale' } })
    expect(await seq()).toBe(seen + 1)
  })

  test('gives its first result when it is repeated, for the case moved on by itself', async () => {
    const how = { seen: await seq(), once: 'twice' }
    await inn.desk.perform(number, 'addNote', note, sato, how)
    expect(await inn.desk.perform(number, 'addNote', note, sato, how)).toMatchObject({ ok: true, repeated: true })
  })

  test('of two at the same moment one is carried out', async () => {
    const how = { seen: await seq() }
    const both = await Promise.all([1, 2].map(() => inn.desk.perform(number, 'addNote', note, sato, how)))
    expect(both.map(each => each.ok).sort()).toEqual([false, true])
  })

  test('who may not do it anyway is told so, not that the case has moved', async () => {
    const stranger = { ...sato, operators: ['iij'] }
    expect(await inn.desk.perform(number, 'addNote', note, stranger, { seen: 0 })).toMatchObject({
      refusal: { refused: 'not_this_operator' },
    })
    expect(await inn.desk.perform(number, 'approveDecision', { decision: 'd1' }, sato, { seen: 0 })).toMatchObject({
      refusal: { refused: 'not_allowed' },
    })
  })
})

describe('a link', () => {
  test('to a case that is there is made', async () => {
    const other = await inn.do(null, 'logRequest', requestFor('ims'))
    expect(await inn.desk.perform(number, 'linkCase', { other, relation: 'joint' }, sato)).toMatchObject({ ok: true })
  })

  test('to a case that is not there, or not for this person, is refused at its field', async () => {
    const iij = await inn.do(null, 'logRequest', requestFor('iij'))
    const only = { ...sato, operators: ['ims'] }
    for (const [other, by] of [
      [nowhere, sato],
      [iij, only],
    ] as const)
      expect(await inn.desk.perform(number, 'linkCase', { other, relation: 'joint' }, by)).toEqual({
        ok: false,
        refusal: { refused: 'unknown_case', field: 'other' },
      })
  })

  test('from the opening desk to no case opens none', async () => {
    const { total } = await inn.desk.list({}, sato)
    const body = { ...requestFor('ims'), linkedTo: nowhere, relation: 'follow_up' }
    expect(await inn.desk.perform(null, 'logRequest', body, sato)).toEqual({
      ok: false,
      refusal: { refused: 'unknown_case', field: 'linkedTo' },
    })
    expect((await inn.desk.list({}, sato)).total).toBe(total)
  })
})

describe('the answer before it is written', () => {
  const drafted = async () => {
    await inn.do(number, 'openInquiry', { department: '会員管理課', systems: '会員管理', period: '全期間' })
    await inn.do(number, 'answerInquiry', { inquiry: 'i1', finding: 'found', answer: '1件' })
    await inn.do(number, 'draftDecision', {
      kind: 'disclosure',
      outcome: 'full',
      entries: [{ label: '氏名', text: '山田 花子' }],
    })
  }

  test('is set for the person who decides, and nothing is kept', async () => {
    await drafted()
    const before = await seq()
    const previewed = await inn.desk.previewReply(number, 'd1', suzuki)
    expect(previewed.ok && previewed.pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect([await seq(), await inn.desk.letters(number, suzuki)]).toEqual([before, []])
  })

  test('is refused where there is no such draft, or the case is not theirs', async () => {
    await drafted()
    expect(await inn.desk.previewReply(number, 'd9', suzuki)).toMatchObject({ ok: false })
    expect(await inn.desk.previewReply(number, 'd1', { ...suzuki, operators: ['iij'] })).toMatchObject({
      refusal: { refused: 'not_opened' },
    })
  })
})
