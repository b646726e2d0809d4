import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ledgerOf } from '../../../src/desk/money/ledger.ts'
import { ito, requestFor } from '../../domain/given.ts'
import { accountIn, lineIn } from './statement-cast.ts'
import { fixture, type StatementIn, statementIn, zengin } from './statement-in.ts'

let at: StatementIn
beforeEach(async () => {
  at = await statementIn()
})
afterEach(() => at.gone())

const book = {
  to: '081120',
  opening: 1000,
  movements: [
    { on: '081105', in: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ' },
    { on: '081105', in: 3300, payer: 'ﾔﾏﾀﾞ ﾀﾛｳ' },
  ],
}

it('a block that stands twice in one file brings its money once', async () => {
  await at.account({ number: '1234567', bankCode: '1', branchCode: '210', kind: '普通' })
  await at.bring(zengin(book, book), { despite: '同じ内容が2回' })
  expect(await at.lines()).toHaveLength(2)
  expect(await at.banked()).toBe(6600)
})

it('a note that cannot be kept stops the booking', async () => {
  await accountIn(at)
  const line = await lineIn(at, { payer: 'ﾔﾏﾀﾞ ﾀﾛｳ', amount: 3300 })
  const number = await at.do(null, 'logRequest', requestFor('ims'))
  const parts = [{ caseNumber: number, amount: 3300 as never, hold: false }]
  const answer = await at.desk.settling.allocate(line, parts, ito, { note: 'あ'.repeat(1001) })
  expect(answer).toMatchObject({ ok: false, no: 'note_wrong' })
  expect((await at.desk.lines.lineFile(line, ito))?.state.rest).toBe(3300)
})

it('lines of a closed month are told beforehand, and booked on the first open day', async () => {
  const own = await at.account()
  await at.store.write.run(
    sql`INSERT INTO month_closings VALUES ('2026-11', 's1', '2026-12-01T00:00:00Z', 0, 'h', 's2', '2026-12-01T00:00:00Z', NULL)`,
  )
  at.at('2026-12-02')
  const { preview } = await at.bring(fixture('anser-202611.csv'), { account: own.id })
  expect(preview?.accounts.map(each => each.late)).toEqual([{ lines: 4, bookedOn: '2026-12-01' }])
  const booked = (await ledgerOf(at.store.read).read()).map(each => each.on)
  expect(new Set(booked)).toEqual(new Set(['2026-12-01']))
})
