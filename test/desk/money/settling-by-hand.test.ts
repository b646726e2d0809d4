import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lineActing } from '../../../src/desk/money/line-acts.ts'
import { ito, requestFor, takahashi } from '../../domain/given.ts'
import { type SettlingDesk, settlingDesk, taro } from './settling-desk.ts'
import { lineIn } from './statement-cast.ts'

let at: SettlingDesk
beforeEach(async () => {
  at = await settlingDesk()
})
afterEach(() => at.gone())

describe('by hand', () => {
  it('splits a line over several cases, all of it or nothing', async () => {
    const [a, b] = [await at.owing(), await at.owing(taro)]
    const line = await lineIn(at, { payer: 'ｶ)ﾔﾏﾀﾞｼﾖｳﾃﾝ', amount: 7000 })
    const part = (caseNumber: string, amount: number) => ({ caseNumber, amount })
    expect(await at.desk.settling.allocate(line, [part(a, 3300), part(b, 4000)], ito)).toMatchObject({
      no: 'exceeds_owed',
      about: { case: b, owes: 3300 },
    })
    expect([await at.feeOf(a), await at.restOf(line)]).toEqual([[], 7000])
    expect(
      await at.desk.settling.allocate(line, [part(a, 3300), part(b, 3300)], ito, { note: '親子の分' }),
    ).toMatchObject({ ok: true })
    expect([await at.feeOf(a), await at.feeOf(b), await at.restOf(line)]).toEqual([
      ['r1 3300/3300'],
      ['r1 3300/3300'],
      400,
    ])
    expect((await at.desk.settling.line(line, ito))?.file.words).toMatchObject([{ field: 'note', value: '親子の分' }])
    await at.sound()
  })

  it('holds what a case does not owe only where a person says so', async () => {
    const number = await at.owing()
    const line = await lineIn(at, { payer: 'ﾔﾏﾀﾞ ﾊﾅｺ', amount: 5000 })
    const part = { caseNumber: number, amount: 5000 }
    expect(await at.desk.settling.allocate(line, [part], ito)).toMatchObject({ no: 'exceeds_owed' })
    expect(await at.desk.settling.allocate(line, [{ ...part, hold: true }], ito)).toMatchObject({ ok: true })
    expect(await at.feeOf(number)).toEqual(['r1 5000/3300'])
    await at.sound()
  })

  it.each([
    ['more than the line holds', [3000, 1000], 'exceeds_line'],
    ['nothing', [0], 'amount_wrong'],
    ['less than nothing', [-100], 'amount_wrong'],
    ['parts of a yen', [0.5], 'amount_wrong'],
    ['no part at all', [], 'no_parts'],
  ])('refuses %s', async (_what, amounts, no) => {
    const cases = [await at.owing(), await at.owing(taro)]
    const line = await lineIn(at, { payer: 'ﾔﾏﾀﾞ', amount: 3300 })
    const parts = amounts.map((amount, nth) => ({ caseNumber: cases[nth] ?? '', amount }))
    expect(await at.desk.settling.allocate(line, parts, ito)).toMatchObject({ ok: false, no })
    expect(await at.restOf(line)).toBe(3300)
  })

  it('refuses cases that the account does not serve, strangers, and one case twice', async () => {
    const iij = await at.do(null, 'logRequest', requestFor('iij'))
    const number = await at.owing()
    const line = await lineIn(at, { payer: 'ﾔﾏﾀﾞ', amount: 3300 })
    const allocate = (...numbers: string[]) =>
      at.desk.settling.allocate(
        line,
        numbers.map(caseNumber => ({ caseNumber, amount: 100 })),
        ito,
      )
    expect(await allocate(iij)).toMatchObject({ no: 'other_operator' })
    expect(await allocate('26999999')).toMatchObject({ no: 'unknown_case' })
    expect(await allocate(number, number)).toMatchObject({ no: 'case_twice' })
  })

  it('gives nothing of a line whose refund waits for approval, nor of one that was cancelled', async () => {
    const number = await at.owing()
    const line = await at.paying(number)
    const payee = { bank: '○○銀行', branch: '本店', kind: 'ordinary', number: '1234567', holder: 'ﾔﾏﾀﾞ ﾊﾅｺ' }
    const acted = await lineActing(at).lineAct(line, 'proposeLineRefund', { amount: '3300', payee, why: '誤入金' }, ito)
    expect(acted).toMatchObject({ ok: true })
    const part = [{ caseNumber: number, amount: 3300 }]
    expect(await at.desk.settling.allocate(line, part, ito)).toMatchObject({ no: 'line_waits' })
    expect((await at.desk.settling.plan({}, ito)).lines).toEqual([])
    const cancelled = await lineIn(at, { payer: 'ﾔﾏﾀﾞ', amount: 3300, more: { cancelledBy: line } })
    expect(await at.desk.settling.allocate(cancelled, part, ito)).toMatchObject({ no: 'line_cancelled' })
  })
})

describe('taking back', () => {
  it('reverses by new entries; the line waits again and may be confirmed again', async () => {
    const number = await at.owing()
    const line = await at.paying(number)
    const done = await at.confirmed(line)
    if (!done.ok) throw new Error(done.no)
    expect(await at.desk.settling.undo(line, done.booked, ito)).toMatchObject({ ok: true })
    expect([await at.feeOf(number), await at.restOf(line)]).toEqual([['r1 3300/0 reversed'], 3300])
    expect(await at.confirmed(line)).toMatchObject({ ok: true, booked: [{ receipt: 'r2' }] })
    await at.sound()
  })

  it('takes nothing back that this line did not book', async () => {
    const number = await at.owing()
    const [line, other] = [await at.paying(number), await lineIn(at, { payer: 'ﾔﾏﾀﾞ', amount: 500 })]
    await at.confirmed(line)
    const { release } = at.desk.settling
    expect(await release(other, number, 'r1', null, ito)).toMatchObject({ no: 'unknown_allocation' })
    expect(await release(line, number, 'r1', null, takahashi)).toMatchObject({ no: 'not_allowed' })
    expect(await at.feeOf(number)).toEqual(['r1 3300/3300'])
  })

  it('tells what the case says against it', async () => {
    const number = await at.owing()
    const line = await lineIn(at, { payer: 'ﾔﾏﾀﾞ', amount: 5000 })
    await at.desk.settling.allocate(line, [{ caseNumber: number, amount: 5000, hold: true }], ito)
    const refund = { receipt: 'r1', amount: '1700', means: 'cash', on: '2026-11-21', reason: '払い過ぎ' } as const
    await at.do(number, 'refundFee', refund, ito)
    expect(await at.desk.settling.release(line, number, 'r1', null, ito)).toMatchObject({
      no: 'case_refused',
      refusal: { refused: 'exceeds_balance' },
    })
  })
})
