import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ledgerOf } from '../../../src/desk/money/ledger.ts'
import { backfillLedger } from '../../../src/desk/money/ledger-backfill.ts'
import { ito, requestFor, suzuki } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

const paidCase = async (amount = '3300') => {
  const number = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(number, 'receiveFee', { means: 'transfer', amount, receivedOn: '2026-11-21' }, ito)
  return number
}
const told = async () =>
  (await ledgerOf(at.store.read).read()).map(each => `${each.kind} ${each.debit}→${each.credit} ${each.amount}`)

describe('the ledger', () => {
  it('follows the money of a case in the transaction of its command', async () => {
    const number = await paidCase('5000')
    await at.do(
      number,
      'refundFee',
      { receipt: 'r1', amount: '1700', means: 'cash', on: '2026-11-21', reason: '払い過ぎ' },
      ito,
    )
    expect(await told()).toEqual(['received in_transit→held 5000', 'applied held→fees 3300', 'returned held→cash 1700'])
    expect(await at.desk.verify()).toMatchObject({ movements: 3, faults: [] })
  })

  it('takes a reversed receipt the whole way back', async () => {
    const number = await paidCase()
    await at.do(number, 'reverseFee', { receipt: 'r1', reason: '別の案件' }, ito)
    expect((await told()).slice(2)).toEqual(['unapplied fees→held 3300', 'reversed held→in_transit 3300'])
    expect((await at.desk.verify()).faults).toEqual([])
  })

  it('is never changed', async () => {
    await paidCase()
    expect(() => at.store.sqlite.write.exec('UPDATE ledger SET amount = 1')).toThrow('append-only')
    expect(() => at.store.sqlite.write.exec('DELETE FROM ledger')).toThrow('append-only')
  })

  it('shows who went round its triggers', async () => {
    await paidCase()
    at.store.sqlite.write.exec('DROP TRIGGER ledger_is_never_updated; UPDATE ledger SET amount = 1 WHERE seq = 2')
    expect((await at.desk.verify()).faults).toEqual(['ledger #2: was changed after it was written'])
  })

  it('shows money that the case does not know of', async () => {
    const number = await paidCase()
    await at.store.transaction(() =>
      ledgerOf(at.store.write).append(
        [
          {
            kind: 'received',
            on: '2026-11-21' as never,
            debit: 'cash',
            credit: 'held',
            amount: 1 as never,
            operator: 'ims',
            caseNumber: number,
          },
        ],
        { at: at.now(), by: suzuki.id },
      ),
    )
    expect((await at.desk.verify()).faults).toEqual([`${number}: the ledger holds other money than the case`])
  })

  it('is written once for a store of before it', async () => {
    await paidCase()
    await paidCase('1000')
    const before = await told()
    at.store.sqlite.write.exec('DROP TRIGGER ledger_is_never_deleted')
    await at.store.write.run(sql`DELETE FROM ledger`)
    await backfillLedger(at.store)
    await backfillLedger(at.store)
    expect(await told()).toEqual(before)
    expect((await at.desk.verify()).faults).toEqual([])
  })

  it('books what belongs into a closed month on the first day that is open', async () => {
    await at.store.write.run(
      sql`INSERT INTO month_closings VALUES ('2026-11', 's1', '2026-12-01T00:00:00Z', 0, 'h', 's2', '2026-12-01T00:00:00Z', NULL)`,
    )
    at.at('2026-12-02')
    await paidCase()
    expect((await ledgerOf(at.store.read).read()).map(each => each.on)).toEqual(['2026-12-01', '2026-12-02'])
  })
})
