import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/domain/rule.ts'
import { ito, requestFor, sato, takahashi } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'
import { accountIn, lineIn } from './statement-cast.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
  await accountIn(at)
})
afterEach(() => at.gone())

const elsewhere: Actor = { id: 'tanaka', roles: ['cashier'], operators: ['iij'] }
const closed = async () => {
  const number = await at.do(null, 'logRequest', requestFor('ims'), sato)
  await at.do(number, 'withdraw', { on: '2026-11-21', how: 'phone' }, sato)
  await at.do(number, 'close', {}, sato)
  return number
}
const late = async (by: Actor = ito) =>
  (await at.desk.settling.late(by)).map(({ caseNumber, amount, line }) => [caseNumber, amount, line?.id])

describe('money for a closed case', () => {
  it('is told to a cashier as soon as a line names the case', async () => {
    const number = await closed()
    const line = await lineIn(at, { payer: `${number} ﾔﾏﾀﾞ ﾊﾅｺ`, amount: 3300 })
    await lineIn(at, { payer: 'ｻﾄｳ ｼｽﾞｶ', amount: 3300 })
    expect(await late()).toEqual([[number, 3300, line]])
    expect(await late(takahashi)).toEqual([])
    expect(await late(elsewhere)).toEqual([])
  })

  it('stays told while the case holds it, and is gone once it was returned or given up', async () => {
    const number = await closed()
    const line = await lineIn(at, { payer: `${number} ﾔﾏﾀﾞ ﾊﾅｺ`, amount: 3300 })
    const part = { caseNumber: number, amount: 3300, hold: true }
    expect(await at.desk.settling.allocate(line, [part], ito)).toMatchObject({ ok: true })
    expect(await late()).toEqual([[number, 3300, undefined]])
    await at.do(number, 'giveUpRefund', { receipt: 'r1', how: '電話' }, ito)
    expect(await late()).toEqual([])
  })

  it('is not told of open cases, nor of lines that the bank took back', async () => {
    const open = await at.do(null, 'logRequest', requestFor('ims'), sato)
    await lineIn(at, { payer: `${open} ﾔﾏﾀﾞ ﾊﾅｺ`, amount: 3300 })
    const number = await closed()
    await lineIn(at, { payer: `${number} ﾔﾏﾀﾞ ﾊﾅｺ`, amount: 3300, more: { cancelledBy: 'L9' } })
    expect(await late()).toEqual([])
  })
})
