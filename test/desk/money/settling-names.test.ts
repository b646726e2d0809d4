import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/domain/rule.ts'
import { ito, kanri, takahashi } from '../../domain/given.ts'
import { type SettlingDesk, settlingDesk, taro } from './settling-desk.ts'
import { lineIn } from './statement-cast.ts'

let at: SettlingDesk
beforeEach(async () => {
  at = await settlingDesk()
})
afterEach(() => at.gone())

const elsewhere: Actor = { id: 'tanaka', roles: ['cashier'], operators: ['iij'] }

describe('a learned name', () => {
  const mother = 'ﾜﾀﾅﾍﾞ ﾖｼｺ'
  const bucketOf = async (number: string) => {
    const line = await at.paying(number, 3300, mother)
    const { verdict } = await at.planned(line)
    return [verdict.bucket, verdict.proposals[0]?.reasons.some(each => each.code === 'name_alias')]
  }

  it('counts for the same person the next time, and not before a person has said so', async () => {
    const first = await at.owing()
    const line = await at.paying(first, 3300, mother)
    expect((await at.planned(line)).verdict.bucket).toBe('likely')
    expect(await at.confirmed(line, ito, true)).toMatchObject({ ok: true })
    expect(await bucketOf(await at.owing())).toEqual(['proposed', true])
    expect((await bucketOf(await at.owing(taro)))[1]).toBe(false)
  })

  it('is forgotten when asked', async () => {
    const first = await at.owing()
    const line = await at.paying(first, 3300, mother)
    await at.confirmed(line, ito, true)
    const [alias] = (await at.desk.settling.line(line, ito))?.aliases ?? []
    expect(alias?.kana).toBe('ワタナベ ヨシコ')
    expect(await at.desk.settling.forgetAlias(alias?.id ?? '', takahashi)).toBe(false)
    expect(await at.desk.settling.forgetAlias(alias?.id ?? '', elsewhere)).toBe(false)
    expect(await at.desk.settling.forgetAlias(alias?.id ?? '', ito)).toBe(true)
    expect(await bucketOf(await at.owing())).toEqual(['likely', false])
  })

  it('goes with the case that it was learned on', async () => {
    const first = await at.owing()
    const line = await at.paying(first, 3300, mother)
    await at.confirmed(line, ito, true)
    await at.desk.settling.release(line, first, 'r1', null, ito)
    await at.do(first, 'withdraw', { on: '2026-11-21', how: 'phone' })
    await at.do(first, 'close', {})
    at.at('2034-11-22')
    await at.do(first, 'erase', {}, kanri)
    expect(await at.store.read.all(sql`SELECT * FROM payer_aliases`)).toEqual([])
    await at.sound()
  })
})

describe('looking for something', () => {
  it('finds lines and cases by name, kana, amount and number, on both sides', async () => {
    const [a, b] = [await at.owing(), await at.owing(taro)]
    const [first, second] = [await at.paying(a, 3000), await lineIn(at, { payer: 'ｻｲﾄｳ', amount: 1234 })]
    const lines = async (q: string) => (await at.desk.settling.plan({ q }, ito)).lines.map(each => each.row.id)
    expect(await lines('山田')).toEqual([first])
    expect(await lines('やまだ')).toEqual([first])
    expect(await lines('１，２３４')).toEqual([second])
    expect(await lines(`${a.slice(0, 2)}-${a.slice(2, 7)}-${a.slice(7)}`)).toEqual([first])
    expect((await at.desk.settling.dues({ q: '鈴木' }, ito, 9)).map(each => each.caseNumber)).toEqual([b])
    expect((await at.desk.settling.plan({ q: 'スズキ' }, ito)).unpaid.map(each => each.caseNumber)).toEqual([b])
  })

  it('finds a case by its number however long ago it ended', async () => {
    const number = await at.owing()
    await at.do(number, 'withdraw', { on: '2026-11-21', how: 'phone' })
    await at.do(number, 'close', {})
    at.at('2027-11-22')
    const named = await lineIn(at, { payer: `${number} ﾔﾏﾀﾞ ﾊﾅｺ`, amount: 3300, date: '2027-11-20' })
    const unnamed = await lineIn(at, { payer: 'ﾔﾏﾀﾞ ﾊﾅｺ', amount: 3000, date: '2027-11-20' })
    expect((await at.planned(named)).verdict.bucket).toBe('closed_case')
    expect(await at.confirmed(named)).toMatchObject({ ok: true, booked: [{ caseNumber: number }] })
    expect(await at.feeOf(number)).toEqual(['r1 3300/0'])
    expect((await at.planned(unnamed)).verdict.bucket).toBe('unknown')
    await at.sound()
  })

  it('lists 仮受金 with its age and what to do about it', async () => {
    const number = await at.owing()
    await at.paying(number)
    await lineIn(at, { payer: 'ｻｲﾄｳ', amount: 500, date: '2026-09-01' })
    const rows = await at.desk.settling.suspense({}, ito)
    expect(rows.map(({ age, step }) => [age, step])).toEqual([
      [81, 'ask_bank'],
      [1, 'confirm'],
    ])
    expect(await at.desk.settling.suspense({}, elsewhere)).toEqual([])
  })
})
