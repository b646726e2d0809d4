import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlannedLine } from '../../src/desk/money/planned-line.ts'
import type { PlainDate } from '../../src/domain/day.ts'
import { isMonth } from '../../src/domain/money/closing.ts'
import type { LineAct } from '../../src/domain/money/line-acts.ts'
import { bringMonth } from '../../src/walk/month/bring.ts'
import { openMonth } from '../../src/walk/month/month.ts'
import { ito, kanri, sato, suzuki, takahashi } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

/** The demo's month as 使い方 tells it (src/words/manual-month.ts), without the case that was booked by hand. */
const today = '2026-11-22' as PlainDate
const cast = { reception: sato, cashier: ito, approver: suzuki, auditor: takahashi, admin: kanri }
let desk: DeskIn
beforeAll(async () => {
  desk = await deskIn()
  const numbers = await openMonth({ desk: desk.desk, cast, setClock: desk.at }, today)
  desk.at(today)
  await bringMonth(desk.desk, cast, numbers, today, `${desk.dir}/files`)
}, 60_000)
afterAll(() => desk.gone())

const lines = async () => (await desk.desk.settling.plan({}, ito)).lines
const read = ({ row }: PlannedLine) => row.payerRead
const line = async (payer: string) => {
  const found = (await lines()).find(each => read(each).includes(payer) && !each.row.cancelledBy)
  if (found === undefined) throw new Error(`no line is left of ${payer}`)
  return found
}
const confirm = async ({ row, proof }: PlannedLine) =>
  expect(await desk.desk.settling.confirm([{ line: row.id, proof }], ito)).toMatchObject([{ ok: true }])
const act = async (id: string, what: LineAct, body: Record<string, unknown> = {}, by = ito) => {
  const seen = (await desk.desk.lines.lineFile(id, by))?.entries.length ?? 0
  expect(await desk.desk.lines.lineAct(id, what, body, by, { seen })).toMatchObject({ ok: true })
}
const refund = async (id: string, amount: number) => {
  const payee = { bank: '肥後銀行', branch: '本店', kind: 'ordinary', number: '7654321', holder: 'レンシユウ' }
  await act(id, 'proposeLineRefund', { amount: String(amount), payee, why: '練習' })
  await act(id, 'approveLineRefund', {}, suzuki)
}

describe('the demo’s month', () => {
  test('begins in the groups that the manual names', async () => {
    const groups = Object.groupBy(await lines(), ({ verdict }) => verdict.bucket)
    expect(Object.fromEntries(Object.entries(groups).map(([bucket, rows]) => [bucket, rows?.length]))).toEqual({
      proposed: 8,
      likely: 9,
      ambiguous: 2,
      short: 1,
      over: 1,
      duplicate: 3,
      sum: 1,
      closed_case: 2,
      unknown: 5,
    })
  })

  test('is settled, set aside, returned or explained, and its sheet ties out to the yen', async () => {
    const { settling, debits, months } = desk.desk
    for (const group of ['proposed', 'likely', 'short', 'over', 'sum'])
      for (const each of (await lines()).filter(({ verdict }) => verdict.bucket === group))
        if (!read(each).includes('ミヤザキ')) await confirm(each)
    const [first] = (await line('ヤマダ')).dues
    const part = { caseNumber: first?.caseNumber ?? '', amount: 3300 }
    expect(await settling.allocate((await line('ヤマダ')).row.id, [part], ito)).toMatchObject({ ok: true })
    await confirm(await line('ヤマダ'))

    const recalled = (await lines()).find(
      each => read(each).includes('ミヤザキ') && each.account.label.includes('みずほ'),
    )
    const back = recalled?.row.id ?? ''
    await act(back, 'requestRecall', { on: '2026-11-17', amount: '3300', why: '銀行からの依頼' })
    await act(back, 'agreeToRecall', {}, suzuki)
    for (const { row } of await debits.open(ito))
      if (row.payerRead.includes('クミモドシ'))
        expect(await debits.explain(row.id, { line: back }, ito)).toEqual({ ok: true })
      else await act(row.id, 'setDebitAside', { reason: row.cancels === null ? 'bank_fee' : 'other' })
    await confirm(await line('ミヤザキ'))

    for (const payer of ['ツカダ', 'ゴトウ', 'オオツカ', 'フクシマ', 'ワタナベ']) {
      const { row } = await line(payer)
      await refund(row.id, row.rest ?? 0)
    }
    await act((await line('ヒガシニホン')).row.id, 'setAside', { reason: 'other_business' })
    for (const { row } of (await lines()).filter(each => each.row.cancelledBy !== null))
      await act(row.id, 'setAside', { reason: 'other' })

    expect((await lines()).map(read).sort()).toEqual(['イチカワ ハルコ', expect.stringContaining('ヘンミ')])
    expect(await debits.open(ito)).toEqual([])
    expect((await debits.leaving(ito)).reduce((sum, { amount }) => sum + amount, 0)).toBe(11_050)
    const november = '2026-11'
    const sheet = isMonth(november) ? (await months.one(november, ito))?.sheet : undefined
    expect(sheet?.proofs.filter(({ holds }) => !holds)).toEqual([])
    expect((await desk.desk.verify()).faults).toEqual([])
  }, 60_000)
})
