import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lineActing } from '../../../src/desk/money/line-acts.ts'
import type { Settled } from '../../../src/desk/money/settled.ts'
import type { Actor } from '../../../src/domain/rule.ts'
import { hanako, ito, kanri, requestFor, sato, takahashi } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'
import { accountIn, lineIn } from './statement-cast.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
  await accountIn(at)
})
afterEach(() => at.gone())

const elsewhere: Actor = { id: 'tanaka', roles: ['cashier'], operators: ['iij'] }
const taro = { ...hanako, family: '鈴木', given: '太郎', familyKana: 'スズキ', givenKana: 'タロウ' }

/** A case of IMS that owes 3,300円. */
const owing = (subject: typeof hanako = hanako) => at.do(null, 'logRequest', requestFor('ims', { subject }))
const paying = (number: string, amount = 3300, name = 'ﾔﾏﾀﾞ ﾊﾅｺ') => lineIn(at, { payer: `${number} ${name}`, amount })
const planned = async (line: string, by: Actor = ito) => {
  const found = (await at.desk.settling.plan({}, by)).lines.find(each => each.row.id === line)
  if (found === undefined) throw new Error(`${line} is not in the plan`)
  return found
}
const confirmed = async (line: string, by: Actor = ito, learn = false): Promise<Settled> => {
  const { proof } = await planned(line)
  const [answer] = await at.desk.settling.confirm([{ line, proof, learn }], by)
  if (answer === undefined) throw new Error('no answer')
  return answer
}
const feeOf = async (number: string) => {
  const fee = (await at.desk.kase(number, sato))?.kase.fee
  return fee?.receipts.map(each => `${each.id} ${each.amount}/${each.applied}${each.reversed ? ' reversed' : ''}`)
}
const restOf = async (line: string) => (await at.desk.settling.line(line, ito))?.file.row.rest
const sound = async () => expect((await at.desk.verify()).faults).toEqual([])

describe('confirming', () => {
  it('books the line on its case, applies it and leaves the ledger sound', async () => {
    const number = await owing()
    const line = await paying(number)
    expect((await planned(line)).verdict.bucket).toBe('proposed')
    expect(await confirmed(line)).toMatchObject({
      ok: true,
      booked: [{ caseNumber: number, receipt: 'r1', amount: 3300 }],
    })
    expect(await feeOf(number)).toEqual(['r1 3300/3300'])
    expect(await restOf(line)).toBe(0)
    const plan = await at.desk.settling.plan({}, ito)
    expect([plan.lines, plan.open]).toEqual([[], { lines: 0, rest: 0 }])
    expect(plan.settled.map(({ row, allocations }) => [row.id, allocations[0]?.name])).toEqual([[line, '山田 花子']])
    await sound()
  })

  it('sent twice books once and says so', async () => {
    const number = await owing()
    const line = await paying(number)
    const { proof } = await planned(line)
    const first = await at.desk.settling.confirm([{ line, proof }], ito)
    const again = await at.desk.settling.confirm([{ line, proof }], ito)
    expect(again).toEqual([{ ...first[0], repeated: true }])
    expect(await feeOf(number)).toEqual(['r1 3300/3300'])
    await sound()
  })

  it('at two desks at once books once; the other is told who was quicker', async () => {
    const number = await owing()
    const line = await paying(number)
    const { proof } = await planned(line)
    const [one, other] = await Promise.all([
      at.desk.settling.confirm([{ line, proof }], ito),
      at.desk.settling.confirm([{ line, proof }], sato),
    ])
    expect(one[0]).toMatchObject({ ok: true })
    expect(other[0]).toMatchObject({ ok: false, no: 'already_settled', about: { by: 'ito' } })
    expect(await feeOf(number)).toEqual(['r1 3300/3300'])
    await sound()
  })

  it('books nothing once the world has moved', async () => {
    const number = await owing()
    const line = await paying(number)
    const { proof } = await planned(line)
    await at.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-20' }, ito)
    expect(await at.desk.settling.confirm([{ line, proof }], ito)).toMatchObject([{ ok: false, no: 'world_moved' }])
    expect(await restOf(line)).toBe(3300)
    await sound()
  })

  it('does not lose the other lines for one that moved', async () => {
    const [a, b] = [await owing(), await owing(taro)]
    const [first, second] = [await paying(a), await paying(b, 3300, 'ｽｽﾞｷ ﾀﾛｳ')]
    const asked = [
      { line: first, proof: 'seen on another day' },
      { line: second, proof: (await planned(second)).proof },
    ]
    expect((await at.desk.settling.confirm(asked, ito)).map(each => each.ok)).toEqual([false, true])
    expect([await feeOf(a), await feeOf(b)]).toEqual([[], ['r1 3300/3300']])
  })

  it('books many that were seen in one plan, each as it was shown', async () => {
    const subjects = [hanako, taro, { ...taro, family: '高橋', familyKana: 'タカハシ' }]
    const numbers = await Promise.all(subjects.map(subject => owing(subject)))
    const names = ['ﾔﾏﾀﾞ ﾊﾅｺ', 'ｽｽﾞｷ ﾀﾛｳ', 'ﾀｶﾊｼ ﾀﾛｳ']
    const lines: string[] = []
    for (const [at, number] of numbers.entries()) lines.push(await paying(number, 3300, names[at]))
    const seen = (await at.desk.settling.plan({}, ito)).lines.map(({ row, proof }) => ({ line: row.id, proof }))
    expect((await at.desk.settling.confirm(seen, ito)).map(each => each.ok)).toEqual([true, true, true])
    for (const number of numbers) expect(await feeOf(number)).toEqual(['r1 3300/3300'])
    for (const line of lines) expect(await restOf(line)).toBe(0)
    await sound()
  })

  it('looks again at a line that speaks of a case which an earlier one of the same form has paid', async () => {
    const number = await owing()
    const [first, second] = [await paying(number), await paying(number)]
    const seen = [first, second].map(async line => ({ line, proof: (await planned(line)).proof }))
    const answers = await at.desk.settling.confirm(await Promise.all(seen), ito)
    expect(answers.map(each => each.ok || each.no)).toEqual([true, 'world_moved'])
    expect([await feeOf(number), await restOf(second)]).toEqual([['r1 3300/3300'], 3300])
    await sound()
  })

  it('looks again at every line once somebody else has written in between', async () => {
    const [a, b] = [await owing(), await owing(taro)]
    const [first, second] = [await paying(a), await paying(b, 3300, 'ｽｽﾞｷ ﾀﾛｳ')]
    const asked = [first, second].map(async line => ({ line, proof: (await planned(line)).proof }))
    const confirming = at.desk.settling.confirm(await Promise.all(asked), ito)
    const paid = at.desk.perform(b, 'receiveFee', { means: 'cash', amount: '3300', receivedOn: '2026-11-20' }, ito)
    const answers = await confirming
    expect((await paid).ok).toBe(true)
    // Whoever comes first: no yen is applied twice.
    expect(answers[0]?.ok).toBe(true)
    const fees = await feeOf(b)
    expect(fees?.filter(each => each.endsWith('/3300'))).toHaveLength(1)
    await sound()
  })

  it('settles again where a name was learned on the way', async () => {
    const [a, b] = [await owing(), await owing(taro)]
    const [first, second] = [await paying(a, 3300, 'ﾔﾏﾀﾞ ｺｳｼﾞ'), await paying(b, 3300, 'ｽｽﾞｷ ﾀﾛｳ')]
    const asked = [first, second].map(async line => ({ line, proof: (await planned(line)).proof, learn: true }))
    expect((await at.desk.settling.confirm(await Promise.all(asked), ito)).map(each => each.ok)).toEqual([true, true])
    expect((await at.desk.settling.line(first, ito))?.aliases).toHaveLength(1)
    await sound()
  })

  it('proves a receipt that was booked by hand instead of booking it again', async () => {
    const number = await owing()
    await at.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-20' }, ito)
    const line = await paying(number)
    expect(await confirmed(line)).toMatchObject({ ok: true, booked: [{ receipt: 'r1', linked: true }] })
    expect(await feeOf(number)).toEqual(['r1 3300/3300'])
    expect(await restOf(line)).toBe(0)
    await sound()
    expect(await at.desk.settling.release(line, number, 'r1', '別の入金', ito)).toMatchObject({ ok: true })
    expect([await restOf(line), await feeOf(number)]).toEqual([3300, ['r1 3300/3300']])
    await sound()
  })

  it('books a sum on all of its cases at once', async () => {
    const [a, b] = [await owing(), await owing()]
    const line = await lineIn(at, { payer: 'ﾔﾏﾀﾞ ﾊﾅｺ', amount: 6600 })
    expect((await planned(line)).verdict.bucket).toBe('sum')
    expect(await confirmed(line)).toMatchObject({ ok: true, booked: [{ amount: 3300 }, { amount: 3300 }] })
    expect([await feeOf(a), await feeOf(b), await restOf(line)]).toEqual([['r1 3300/3300'], ['r1 3300/3300'], 0])
    await sound()
  })

  it('leaves ties and strangers to a person', async () => {
    await owing()
    await owing()
    const tied = await lineIn(at, { payer: 'ﾔﾏﾀﾞ ﾊﾅｺ', amount: 3300 })
    const unknown = await lineIn(at, { payer: 'ｻｲﾄｳ ｼﾞﾛｳ', amount: 3300 })
    expect([(await planned(tied)).decided, (await planned(unknown)).decided]).toEqual([false, false])
    expect(await confirmed(tied)).toMatchObject({ ok: false, no: 'not_decided' })
    expect(await confirmed(unknown)).toMatchObject({ ok: false, no: 'not_decided' })
  })

  it('is for cashiers; an auditor only reads', async () => {
    const line = await paying(await owing())
    expect((await planned(line, takahashi)).verdict.bucket).toBe('proposed')
    expect(await confirmed(line, takahashi)).toMatchObject({ ok: false, no: 'not_allowed' })
    expect(await at.desk.settling.allocate(line, [], takahashi)).toMatchObject({ no: 'not_allowed' })
    expect(await restOf(line)).toBe(3300)
  })

  it('shows lines and cases only to who serves them', async () => {
    const line = await paying(await owing())
    const { proof } = await planned(line)
    expect((await at.desk.settling.plan({}, elsewhere)).lines).toEqual([])
    expect(await at.desk.settling.line(line, elsewhere)).toBeNull()
    expect(await at.desk.settling.confirm([{ line, proof }], elsewhere)).toMatchObject([{ no: 'unknown_line' }])
  })
})

describe('by hand', () => {
  it('splits a line over several cases, all of it or nothing', async () => {
    const [a, b] = [await owing(), await owing(taro)]
    const line = await lineIn(at, { payer: 'ｶ)ﾔﾏﾀﾞｼﾖｳﾃﾝ', amount: 7000 })
    const part = (caseNumber: string, amount: number) => ({ caseNumber, amount })
    expect(await at.desk.settling.allocate(line, [part(a, 3300), part(b, 4000)], ito)).toMatchObject({
      no: 'exceeds_owed',
      about: { case: b, owes: 3300 },
    })
    expect([await feeOf(a), await restOf(line)]).toEqual([[], 7000])
    expect(
      await at.desk.settling.allocate(line, [part(a, 3300), part(b, 3300)], ito, { note: '親子の分' }),
    ).toMatchObject({ ok: true })
    expect([await feeOf(a), await feeOf(b), await restOf(line)]).toEqual([['r1 3300/3300'], ['r1 3300/3300'], 400])
    expect((await at.desk.settling.line(line, ito))?.file.words).toMatchObject([{ field: 'note', value: '親子の分' }])
    await sound()
  })

  it('holds what a case does not owe only where a person says so', async () => {
    const number = await owing()
    const line = await lineIn(at, { payer: 'ﾔﾏﾀﾞ ﾊﾅｺ', amount: 5000 })
    const part = { caseNumber: number, amount: 5000 }
    expect(await at.desk.settling.allocate(line, [part], ito)).toMatchObject({ no: 'exceeds_owed' })
    expect(await at.desk.settling.allocate(line, [{ ...part, hold: true }], ito)).toMatchObject({ ok: true })
    expect(await feeOf(number)).toEqual(['r1 5000/3300'])
    await sound()
  })

  it.each([
    ['more than the line holds', [3000, 1000], 'exceeds_line'],
    ['nothing', [0], 'amount_wrong'],
    ['less than nothing', [-100], 'amount_wrong'],
    ['parts of a yen', [0.5], 'amount_wrong'],
    ['no part at all', [], 'no_parts'],
  ])('refuses %s', async (_what, amounts, no) => {
    const cases = [await owing(), await owing(taro)]
    const line = await lineIn(at, { payer: 'ﾔﾏﾀﾞ', amount: 3300 })
    const parts = amounts.map((amount, nth) => ({ caseNumber: cases[nth] ?? '', amount }))
    expect(await at.desk.settling.allocate(line, parts, ito)).toMatchObject({ ok: false, no })
    expect(await restOf(line)).toBe(3300)
  })

  it('refuses cases that the account does not serve, strangers, and one case twice', async () => {
    const iij = await at.do(null, 'logRequest', requestFor('iij'))
    const number = await owing()
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
    const number = await owing()
    const line = await paying(number)
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
    const number = await owing()
    const line = await paying(number)
    const done = await confirmed(line)
    if (!done.ok) throw new Error(done.no)
    expect(await at.desk.settling.undo(line, done.booked, ito)).toMatchObject({ ok: true })
    expect([await feeOf(number), await restOf(line)]).toEqual([['r1 3300/0 reversed'], 3300])
    expect(await confirmed(line)).toMatchObject({ ok: true, booked: [{ receipt: 'r2' }] })
    await sound()
  })

  it('takes nothing back that this line did not book', async () => {
    const number = await owing()
    const [line, other] = [await paying(number), await lineIn(at, { payer: 'ﾔﾏﾀﾞ', amount: 500 })]
    await confirmed(line)
    const { release } = at.desk.settling
    expect(await release(other, number, 'r1', null, ito)).toMatchObject({ no: 'unknown_allocation' })
    expect(await release(line, number, 'r1', null, takahashi)).toMatchObject({ no: 'not_allowed' })
    expect(await feeOf(number)).toEqual(['r1 3300/3300'])
  })

  it('tells what the case says against it', async () => {
    const number = await owing()
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

describe('a learned name', () => {
  const mother = 'ﾜﾀﾅﾍﾞ ﾖｼｺ'
  const bucketOf = async (number: string) => {
    const line = await paying(number, 3300, mother)
    const { verdict } = await planned(line)
    return [verdict.bucket, verdict.proposals[0]?.reasons.some(each => each.code === 'name_alias')]
  }

  it('counts for the same person the next time, and not before a person has said so', async () => {
    const first = await owing()
    const line = await paying(first, 3300, mother)
    expect((await planned(line)).verdict.bucket).toBe('likely')
    expect(await confirmed(line, ito, true)).toMatchObject({ ok: true })
    expect(await bucketOf(await owing())).toEqual(['proposed', true])
    expect((await bucketOf(await owing(taro)))[1]).toBe(false)
  })

  it('is forgotten when asked', async () => {
    const first = await owing()
    const line = await paying(first, 3300, mother)
    await confirmed(line, ito, true)
    const [alias] = (await at.desk.settling.line(line, ito))?.aliases ?? []
    expect(alias?.kana).toBe('ワタナベ ヨシコ')
    expect(await at.desk.settling.forgetAlias(alias?.id ?? '', takahashi)).toBe(false)
    expect(await at.desk.settling.forgetAlias(alias?.id ?? '', elsewhere)).toBe(false)
    expect(await at.desk.settling.forgetAlias(alias?.id ?? '', ito)).toBe(true)
    expect(await bucketOf(await owing())).toEqual(['likely', false])
  })

  it('goes with the case that it was learned on', async () => {
    const first = await owing()
    const line = await paying(first, 3300, mother)
    await confirmed(line, ito, true)
    await at.desk.settling.release(line, first, 'r1', null, ito)
    await at.do(first, 'withdraw', { on: '2026-11-21', how: 'phone' })
    await at.do(first, 'close', {})
    at.at('2034-11-22')
    await at.do(first, 'erase', {}, kanri)
    expect(await at.store.read.all(sql`SELECT * FROM payer_aliases`)).toEqual([])
    await sound()
  })
})

describe('looking for something', () => {
  it('finds lines and cases by name, kana, amount and number, on both sides', async () => {
    const [a, b] = [await owing(), await owing(taro)]
    const [first, second] = [await paying(a, 3000), await lineIn(at, { payer: 'ｻｲﾄｳ', amount: 1234 })]
    const lines = async (q: string) => (await at.desk.settling.plan({ q }, ito)).lines.map(each => each.row.id)
    expect(await lines('山田')).toEqual([first])
    expect(await lines('やまだ')).toEqual([first])
    expect(await lines('１，２３４')).toEqual([second])
    expect(await lines(`${a.slice(0, 2)}-${a.slice(2, 7)}-${a.slice(7)}`)).toEqual([first])
    expect((await at.desk.settling.dues({ q: '鈴木' }, ito, 9)).map(each => each.caseNumber)).toEqual([b])
    expect((await at.desk.settling.plan({ q: 'スズキ' }, ito)).unpaid.map(each => each.caseNumber)).toEqual([b])
  })

  it('finds a case by its number however long ago it ended', async () => {
    const number = await owing()
    await at.do(number, 'withdraw', { on: '2026-11-21', how: 'phone' })
    await at.do(number, 'close', {})
    at.at('2027-11-22')
    const named = await lineIn(at, { payer: `${number} ﾔﾏﾀﾞ ﾊﾅｺ`, amount: 3300, date: '2027-11-20' })
    const unnamed = await lineIn(at, { payer: 'ﾔﾏﾀﾞ ﾊﾅｺ', amount: 3000, date: '2027-11-20' })
    expect((await planned(named)).verdict.bucket).toBe('closed_case')
    expect(await confirmed(named)).toMatchObject({ ok: true, booked: [{ caseNumber: number }] })
    expect(await feeOf(number)).toEqual(['r1 3300/0'])
    expect((await planned(unnamed)).verdict.bucket).toBe('unknown')
    await sound()
  })

  it('lists 仮受金 with its age and what to do about it', async () => {
    const number = await owing()
    await paying(number)
    await lineIn(at, { payer: 'ｻｲﾄｳ', amount: 500, date: '2026-09-01' })
    const rows = await at.desk.settling.suspense({}, ito)
    expect(rows.map(({ age, step }) => [age, step])).toEqual([
      [81, 'ask_bank'],
      [1, 'confirm'],
    ])
    expect(await at.desk.settling.suspense({}, elsewhere)).toEqual([])
  })
})
