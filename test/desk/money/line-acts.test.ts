import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ito, sato, suzuki, takahashi } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'
import { owingCase, people } from './settling-story.ts'
import { accountIn, debitIn, lineIn } from './statement-cast.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
  await accountIn(at)
})
afterEach(() => at.gone())

const payee = { bank: 'みずほ銀行', branch: '本店', kind: 'ordinary' as const, number: '1234567', holder: 'ﾔﾏﾀﾞ ﾊﾅｺ' }
const acted = async (line: string, act: Parameters<typeof at.desk.lines.lineAct>[1], body: unknown, by = ito) => {
  const answer = await at.desk.lines.lineAct(line, act, body, by)
  return answer.ok
    ? 'ok'
    : 'refusal' in answer
      ? answer.refusal.refused
      : answer.issues.map(each => `${each.path} ${each.code}`)
}
const stateOf = async (line: string) => (await at.desk.lines.lineFile(line, ito))?.state
const whole = async () => expect((await at.desk.verify()).faults).toEqual([])

describe('money of a line that no case has', () => {
  it('goes back with two people and the debit line that proves it', async () => {
    const line = await lineIn(at, { payer: 'ｲﾁｶﾜ ﾊﾙｺ', amount: 3300 })
    const debit = await debitIn(at, { payer: 'ｲﾁｶﾜ ﾊﾙｺ', amount: 3300 })
    expect(await acted(line, 'proposeLineRefund', { amount: '3,300円', payee, why: '該当する請求がない' })).toBe('ok')
    expect(await acted(line, 'approveLineRefund', {}, ito)).toBe('not_allowed')
    expect(await acted(line, 'approveLineRefund', {}, suzuki)).toBe('ok')
    expect(await at.desk.debits.leaving(ito)).toMatchObject([{ what: 'refund', line, amount: 3300 }])
    expect(await at.desk.debits.explain(debit, { line }, ito)).toEqual({ ok: true })
    expect(await at.desk.debits.leaving(ito)).toEqual([])
    expect(await at.desk.debits.open(ito)).toEqual([])
    await whole()
    expect(await at.desk.debits.unexplain(debit, ito)).toEqual({ ok: true })
    expect(await at.desk.debits.leaving(ito)).toMatchObject([{ what: 'refund', line }])
    await whole()
  })

  it('shows the approver to whom it goes, and keeps the account out of the ledger', async () => {
    const line = await lineIn(at, { payer: 'ｲﾁｶﾜ ﾊﾙｺ', amount: 3300 })
    await acted(line, 'proposeLineRefund', { amount: '3300', payee, why: '該当なし' })
    const file = await at.desk.lines.lineFile(line, suzuki)
    expect(file?.words.find(each => each.field === 'payee')?.value).toMatchObject({
      number: '1234567',
      holder: 'ヤマダ ハナコ',
    })
    expect(JSON.stringify(file?.entries)).not.toContain('1234567')
  })

  it('is recalled only when it is free, and leaves by its debit line', async () => {
    const line = await lineIn(at, { payer: 'ｲﾁｶﾜ ﾊﾙｺ', amount: 3300 })
    const debit = await debitIn(at, { payer: 'ｸﾐﾓﾄﾞｼ', amount: 3300 })
    const number = await owingCase(at, people.hanako, sato)
    await at.desk.settling.allocate(line, [{ caseNumber: number, amount: 3300 as never, hold: false }], ito)
    expect(await acted(line, 'requestRecall', { on: '2026-11-21', amount: '3300', why: '誤振込' })).toBe('ok')
    expect(await acted(line, 'agreeToRecall', {}, suzuki)).toBe('recall_allocated')
    await at.desk.settling.release(line, number, 'r1', '組戻し', ito)
    expect(await acted(line, 'agreeToRecall', {}, suzuki)).toBe('ok')
    expect(await at.desk.debits.explain(debit, { line }, ito)).toEqual({ ok: true })
    expect(await stateOf(line)).toMatchObject({ rest: 0 })
    await whole()
  })

  it('that is another business is set aside, and comes back', async () => {
    const line = await lineIn(at, { payer: 'ｶ)ﾋｶﾞｼﾆﾎﾝ', amount: 118000 })
    expect(await acted(line, 'setAside', { reason: 'nothing' })).toEqual(['reason choose_one'])
    expect(await acted(line, 'setAside', { reason: 'other_business' })).toBe('ok')
    expect((await at.desk.settling.plan({}, ito)).lines).toEqual([])
    expect(await acted(line, 'takeBack', {})).toBe('ok')
    expect((await at.desk.settling.plan({}, ito)).lines).toHaveLength(1)
    await whole()
  })
})

describe('a debit', () => {
  it('of the bank’s own fee is no refund', async () => {
    const debit = await debitIn(at, { payer: '', amount: 440 })
    expect(await acted(debit, 'setAside', { reason: 'other' })).toBe('line_is_debit')
    expect(await acted(debit, 'setDebitAside', { reason: 'bank_fee' })).toBe('ok')
    expect(await at.desk.debits.open(ito)).toEqual([])
    expect(await acted(debit, 'takeDebitBack', {})).toBe('ok')
    expect(await at.desk.debits.open(ito)).toHaveLength(1)
    await whole()
  })

  it('proves the refund of a case, and only one of its own amount', async () => {
    const number = await owingCase(at, people.hanako, sato)
    const line = await lineIn(at, { payer: `${number} ﾔﾏﾀﾞ ﾊﾅｺ`, amount: 5000 })
    await at.desk.settling.allocate(line, [{ caseNumber: number, amount: 5000 as never, hold: true }], ito)
    await at.do(number, 'proposeRefund', { receipt: 'r1', amount: '1700', payee, reason: '払い過ぎ' }, ito)
    await at.do(number, 'approveRefund', { receipt: 'r1' }, suzuki)
    const [wrong, right] = [
      await debitIn(at, { payer: 'X', amount: 1699 }),
      await debitIn(at, { payer: 'X', amount: 1700 }),
    ]
    const target = { caseNumber: number, receipt: 'r1' }
    expect(await at.desk.debits.explain(wrong, target, ito)).toMatchObject({
      refusal: { refused: 'refund_not_approved' },
    })
    expect(await at.desk.debits.explain(right, target, ito)).toEqual({ ok: true })
    await whole()
    expect(await at.desk.debits.unexplain(right, ito)).toEqual({ ok: true })
    expect(await at.desk.debits.leaving(ito)).toMatchObject([{ what: 'case_refund', caseNumber: number, amount: 1700 }])
    await whole()
  })
})

describe('an error of the bank', () => {
  const error = async () => {
    const line = await lineIn(at, { payer: 'ｺﾞﾆｭｳｷﾝ', amount: 3300 })
    const cancels = JSON.stringify({ why: 'corrected', line })
    return { line, debit: await debitIn(at, { payer: 'ｺﾞﾆｭｳｷﾝ', amount: 3300, more: { cancels } }) }
  }

  it('leaves by the debit that names it, and comes back when the two are parted', async () => {
    const { line, debit } = await error()
    expect(await at.desk.debits.open(ito)).toMatchObject([{ row: { id: debit }, corrects: line }])
    expect(await at.desk.debits.explain(debit, { line }, takahashi)).toMatchObject({
      refusal: { refused: 'not_allowed' },
    })
    expect(await at.desk.debits.explain(debit, { line }, ito, { once: 'k1' })).toEqual({ ok: true })
    expect(await at.desk.debits.explain(debit, { line }, ito, { once: 'k1' })).toEqual({ ok: true, repeated: true })
    expect(await at.desk.debits.open(ito)).toEqual([])
    expect(await stateOf(line)).toMatchObject({ rest: 0 })
    await whole()
    expect(await at.desk.debits.unexplain(debit, ito)).toEqual({ ok: true })
    expect(await stateOf(line)).toMatchObject({ rest: 3300 })
    expect(await at.desk.debits.open(ito)).toHaveLength(1)
    await whole()
  })

  it('that a case was given before is first taken from the case', async () => {
    const number = await owingCase(at, people.hanako, sato)
    const line = await lineIn(at, { payer: 'ｺﾞﾆｭｳｷﾝ', amount: 3300 })
    await at.desk.settling.allocate(line, [{ caseNumber: number, amount: 3300 as never, hold: false }], ito)
    const cancels = JSON.stringify({ why: 'cancelled', line })
    const debit = await debitIn(at, { payer: 'ｺﾞﾆｭｳｷﾝ', amount: 3300, more: { cancels } })
    expect(await at.desk.debits.explain(debit, { line }, ito)).toMatchObject({ refusal: { refused: 'line_used_up' } })
    expect(await at.desk.debits.explain(debit, { caseNumber: number, receipt: 'r1' }, ito)).toMatchObject({
      refusal: { refused: 'nothing_to_explain' },
    })
    await at.desk.settling.release(line, number, 'r1', '銀行の誤入金', ito)
    expect(await at.desk.debits.explain(debit, { line }, ito)).toEqual({ ok: true })
    await whole()
  })
})

describe('a line', () => {
  it('of somebody else’s account is not there, and the auditor only reads', async () => {
    const line = await lineIn(at, { payer: 'ｲﾁｶﾜ ﾊﾙｺ', amount: 3300 })
    expect(await acted(line, 'noteLine', { note: 'x' }, { ...ito, operators: ['sakura'] })).toBe('unknown_line')
    expect(await acted(line, 'noteLine', { note: 'x' }, takahashi)).toBe('not_allowed')
    expect(await at.desk.lines.lineFile(line, takahashi)).not.toBeNull()
  })

  it('refuses who looked at an older state', async () => {
    const line = await lineIn(at, { payer: 'ｲﾁｶﾜ ﾊﾙｺ', amount: 3300 })
    await acted(line, 'noteLine', { note: '銀行に照会中' })
    expect(await at.desk.lines.lineAct(line, 'setAside', { reason: 'other' }, ito, { seen: 1 })).toMatchObject({
      refusal: { refused: 'stale' },
    })
  })
})
