import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/domain/rule.ts'
import { hanako, ito, sato, takahashi } from '../../domain/given.ts'
import { type SettlingDesk, settlingDesk, taro } from './settling-desk.ts'
import { lineIn } from './statement-cast.ts'

let at: SettlingDesk
beforeEach(async () => {
  at = await settlingDesk()
})
afterEach(() => at.gone())

const elsewhere: Actor = { id: 'tanaka', roles: ['cashier'], operators: ['iij'] }

describe('confirming', () => {
  it('books the line on its case, applies it and leaves the ledger sound', async () => {
    const number = await at.owing()
    const line = await at.paying(number)
    expect((await at.planned(line)).verdict.bucket).toBe('proposed')
    expect(await at.confirmed(line)).toMatchObject({
      ok: true,
      booked: [{ caseNumber: number, receipt: 'r1', amount: 3300 }],
    })
    expect(await at.feeOf(number)).toEqual(['r1 3300/3300'])
    expect(await at.restOf(line)).toBe(0)
    const plan = await at.desk.settling.plan({}, ito)
    expect([plan.lines, plan.open]).toEqual([[], { lines: 0, rest: 0 }])
    expect(plan.settled.map(({ row, allocations }) => [row.id, allocations[0]?.name])).toEqual([[line, '山田 花子']])
    await at.sound()
  })

  it('sent twice books once and says so', async () => {
    const number = await at.owing()
    const line = await at.paying(number)
    const { proof } = await at.planned(line)
    const first = await at.desk.settling.confirm([{ line, proof }], ito)
    const again = await at.desk.settling.confirm([{ line, proof }], ito)
    expect(again).toEqual([{ ...first[0], repeated: true }])
    expect(await at.feeOf(number)).toEqual(['r1 3300/3300'])
    await at.sound()
  })

  it('at two desks at once books once; the other is told who was quicker', async () => {
    const number = await at.owing()
    const line = await at.paying(number)
    const { proof } = await at.planned(line)
    const [one, other] = await Promise.all([
      at.desk.settling.confirm([{ line, proof }], ito),
      at.desk.settling.confirm([{ line, proof }], sato),
    ])
    expect(one[0]).toMatchObject({ ok: true })
    expect(other[0]).toMatchObject({ ok: false, no: 'already_settled', about: { by: 'ito' } })
    expect(await at.feeOf(number)).toEqual(['r1 3300/3300'])
    await at.sound()
  })

  it('books nothing once the world has moved', async () => {
    const number = await at.owing()
    const line = await at.paying(number)
    const { proof } = await at.planned(line)
    await at.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-20' }, ito)
    expect(await at.desk.settling.confirm([{ line, proof }], ito)).toMatchObject([{ ok: false, no: 'world_moved' }])
    expect(await at.restOf(line)).toBe(3300)
    await at.sound()
  })

  it('does not lose the other lines for one that moved', async () => {
    const [a, b] = [await at.owing(), await at.owing(taro)]
    const [first, second] = [await at.paying(a), await at.paying(b, 3300, 'ｽｽﾞｷ ﾀﾛｳ')]
    const asked = [
      { line: first, proof: 'seen on another day' },
      { line: second, proof: (await at.planned(second)).proof },
    ]
    expect((await at.desk.settling.confirm(asked, ito)).map(each => each.ok)).toEqual([false, true])
    expect([await at.feeOf(a), await at.feeOf(b)]).toEqual([[], ['r1 3300/3300']])
  })

  it('books many that were seen in one plan, each as it was shown', async () => {
    const subjects = [hanako, taro, { ...taro, family: '高橋', familyKana: 'タカハシ' }]
    const numbers = await Promise.all(subjects.map(subject => at.owing(subject)))
    const names = ['ﾔﾏﾀﾞ ﾊﾅｺ', 'ｽｽﾞｷ ﾀﾛｳ', 'ﾀｶﾊｼ ﾀﾛｳ']
    const lines: string[] = []
    for (const [nth, number] of numbers.entries()) lines.push(await at.paying(number, 3300, names[nth]))
    const seen = (await at.desk.settling.plan({}, ito)).lines.map(({ row, proof }) => ({ line: row.id, proof }))
    expect((await at.desk.settling.confirm(seen, ito)).map(each => each.ok)).toEqual([true, true, true])
    for (const number of numbers) expect(await at.feeOf(number)).toEqual(['r1 3300/3300'])
    for (const line of lines) expect(await at.restOf(line)).toBe(0)
    await at.sound()
  })

  it('looks again at a line that speaks of a case which an earlier one of the same form has paid', async () => {
    const number = await at.owing()
    const [first, second] = [await at.paying(number), await at.paying(number)]
    const seen = [first, second].map(async line => ({ line, proof: (await at.planned(line)).proof }))
    const answers = await at.desk.settling.confirm(await Promise.all(seen), ito)
    expect(answers.map(each => each.ok || each.no)).toEqual([true, 'world_moved'])
    expect([await at.feeOf(number), await at.restOf(second)]).toEqual([['r1 3300/3300'], 3300])
    await at.sound()
  })

  it('looks again at every line once somebody else has written in between', async () => {
    const [a, b] = [await at.owing(), await at.owing(taro)]
    const [first, second] = [await at.paying(a), await at.paying(b, 3300, 'ｽｽﾞｷ ﾀﾛｳ')]
    const asked = [first, second].map(async line => ({ line, proof: (await at.planned(line)).proof }))
    const confirming = at.desk.settling.confirm(await Promise.all(asked), ito)
    const paid = at.desk.perform(b, 'receiveFee', { means: 'cash', amount: '3300', receivedOn: '2026-11-20' }, ito)
    const answers = await confirming
    expect((await paid).ok).toBe(true)
    // Whoever comes first: no yen is applied twice.
    expect(answers[0]?.ok).toBe(true)
    const fees = await at.feeOf(b)
    expect(fees?.filter(each => each.endsWith('/3300'))).toHaveLength(1)
    await at.sound()
  })

  it('settles again where a name was learned on the way', async () => {
    const [a, b] = [await at.owing(), await at.owing(taro)]
    const [first, second] = [await at.paying(a, 3300, 'ﾔﾏﾀﾞ ｺｳｼﾞ'), await at.paying(b, 3300, 'ｽｽﾞｷ ﾀﾛｳ')]
    const asked = [first, second].map(async line => ({ line, proof: (await at.planned(line)).proof, learn: true }))
    expect((await at.desk.settling.confirm(await Promise.all(asked), ito)).map(each => each.ok)).toEqual([true, true])
    expect((await at.desk.settling.line(first, ito))?.aliases).toHaveLength(1)
    await at.sound()
  })

  it('proves a receipt that was booked by hand instead of booking it again', async () => {
    const number = await at.owing()
    await at.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-20' }, ito)
    const line = await at.paying(number)
    expect(await at.confirmed(line)).toMatchObject({ ok: true, booked: [{ receipt: 'r1', linked: true }] })
    expect(await at.feeOf(number)).toEqual(['r1 3300/3300'])
    expect(await at.restOf(line)).toBe(0)
    await at.sound()
    expect(await at.desk.settling.release(line, number, 'r1', '別の入金', ito)).toMatchObject({ ok: true })
    expect([await at.restOf(line), await at.feeOf(number)]).toEqual([3300, ['r1 3300/3300']])
    await at.sound()
  })

  it('books a sum on all of its cases at once', async () => {
    const [a, b] = [await at.owing(), await at.owing()]
    const line = await lineIn(at, { payer: 'ﾔﾏﾀﾞ ﾊﾅｺ', amount: 6600 })
    expect((await at.planned(line)).verdict.bucket).toBe('sum')
    expect(await at.confirmed(line)).toMatchObject({ ok: true, booked: [{ amount: 3300 }, { amount: 3300 }] })
    expect([await at.feeOf(a), await at.feeOf(b), await at.restOf(line)]).toEqual([
      ['r1 3300/3300'],
      ['r1 3300/3300'],
      0,
    ])
    await at.sound()
  })

  it('leaves ties and strangers to a person', async () => {
    await at.owing()
    await at.owing()
    const tied = await lineIn(at, { payer: 'ﾔﾏﾀﾞ ﾊﾅｺ', amount: 3300 })
    const unknown = await lineIn(at, { payer: 'ｻｲﾄｳ ｼﾞﾛｳ', amount: 3300 })
    expect([(await at.planned(tied)).decided, (await at.planned(unknown)).decided]).toEqual([false, false])
    expect(await at.confirmed(tied)).toMatchObject({ ok: false, no: 'not_decided' })
    expect(await at.confirmed(unknown)).toMatchObject({ ok: false, no: 'not_decided' })
  })

  it('is for cashiers; an auditor only reads', async () => {
    const line = await at.paying(await at.owing())
    expect((await at.planned(line, takahashi)).verdict.bucket).toBe('proposed')
    expect(await at.confirmed(line, takahashi)).toMatchObject({ ok: false, no: 'not_allowed' })
    expect(await at.desk.settling.allocate(line, [], takahashi)).toMatchObject({ no: 'not_allowed' })
    expect(await at.restOf(line)).toBe(3300)
  })

  it('shows lines and cases only to who serves them', async () => {
    const line = await at.paying(await at.owing())
    const { proof } = await at.planned(line)
    expect((await at.desk.settling.plan({}, elsewhere)).lines).toEqual([])
    expect(await at.desk.settling.line(line, elsewhere)).toBeNull()
    expect(await at.desk.settling.confirm([{ line, proof }], elsewhere)).toMatchObject([{ no: 'unknown_line' }])
  })
})
