import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ledgerOf } from '../../../src/desk/money/ledger.ts'
import { day } from '../../../src/domain/day.ts'
import { booksFrom, type Month } from '../../../src/domain/money/closing.ts'
import { yen } from '../../../src/domain/yen.ts'
import { ito, requestFor, sato } from '../../domain/given.ts'
import { gmo, type StatementIn, statementIn } from './statement-in.ts'

let at: StatementIn
beforeEach(async () => {
  at = await statementIn()
})
afterEach(() => at.gone())

const month = (text: string) => text as Month
const months = async () => (await at.desk.months.list(ito))?.map(each => each.month)
const take = (...days: readonly string[]) =>
  at.bring(gmo(...days.map(on => [on, '振込　ヤマダ　ハナコ', 3300, '', ''] as const)), {
    account: 'A1',
    despite: '通帳のとおり',
  })

it('the books begin a year before the first account was registered', () => {
  expect(booksFrom(day('2026-11-21'))).toBe('2025-11-01')
  expect(booksFrom(day('2024-02-29'))).toBe('2023-02-01')
})

describe('a line of long ago, taken with a reason', () => {
  it('is said before the import, and makes no decades of empty months to be closed', async () => {
    await at.account()
    const look = await at.bring(gmo(['19890401', '振込　ヤマダ　ハナコ', 3300, '', '']), { account: 'A1', look: true })
    expect(look.preview?.accounts[0]?.late).toEqual({ lines: 1, bookedOn: '2026-11-01' })
    expect((await take('19890401', '20261105')).codes).toEqual([])
    expect(await months()).toEqual(['2026-11'])
  })

  it('joins the first month that has entries, and a line of the year before keeps its own', async () => {
    await at.account()
    await take('20260805', '20261105')
    await take('19890401')
    expect(await months()).toEqual(['2026-11', '2026-10', '2026-09', '2026-08'])
    expect((await at.desk.months.one(month('2026-08'), ito))?.early).toMatchObject([{ bookedOn: '2026-08-01' }])
    await take('20251101')
    expect((await months())?.at(-1)).toBe('2025-11')
  })

  it('keeps its own date, and stands in the list of exceptions of the month that took its money', async () => {
    await at.account()
    await take('19890401', '20261105')
    expect((await at.lines()).map(each => each.date)).toEqual(['1989-04-01', '2026-11-05'])
    const shown = await at.desk.months.one(month('2026-11'), ito)
    expect(shown?.early).toMatchObject([{ date: '1989-04-01', bookedOn: '2026-11-01', amount: 3300 }])
    expect((await at.desk.verify()).faults).toEqual([])
  })

  it('given to a case is booked on a day of the books as well', async () => {
    await at.account()
    await take('19890401')
    const number = await at.do(null, 'logRequest', requestFor('ims'), sato)
    const [line] = await at.lines()
    expect(await at.desk.settling.allocate(line?.id ?? '', [{ caseNumber: number, amount: 3300 }], ito)).toMatchObject({
      ok: true,
    })
    const days = (await ledgerOf(at.store.read).read()).map(entry => entry.on)
    expect(days.every(on => on >= '2025-11-01')).toBe(true)
    expect((await at.desk.verify()).faults).toEqual([])
  })

  it('that an older desk has booked on its own day is carried into the first month of the books', async () => {
    const old = {
      kind: 'line_in',
      on: day('1989-04-01'),
      debit: 'bank',
      credit: 'unidentified',
      operator: null,
    } as const
    await at.store.transaction(() =>
      ledgerOf(at.store.write).append([{ ...old, amount: yen(3300) }], { at: at.now(), by: 'ito' }),
    )
    expect((await months())?.at(-1)).toBe('1989-04')
    await at.account()
    expect((await months())?.at(-1)).toBe('2025-11')
    const shown = await at.desk.months.one(month('2025-11'), ito)
    expect([shown?.next, shown?.bars.prepare]).toEqual([true, null])
  })
})
