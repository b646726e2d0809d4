import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bookingDays } from '../../../src/desk/money/booking-days.ts'
import { ledgerOf } from '../../../src/desk/money/ledger.ts'
import { wrongMonths } from '../../../src/desk/money/verifying-months.ts'
import { day } from '../../../src/domain/day.ts'
import { monthOf } from '../../../src/domain/money/closing.ts'
import { ito, requestFor, sato, suzuki } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'

const november = monthOf(day('2026-11-01'))
const december = monthOf(day('2026-12-01'))

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

const paidCase = async (receivedOn = '2026-11-21') => {
  const number = await at.do(null, 'logRequest', requestFor('ims'))
  await at.do(number, 'receiveFee', { means: 'cash', amount: '3300', receivedOn }, ito)
  return number
}
const shown = async (month = november, by = suzuki) => {
  const found = await at.desk.months.one(month, by)
  if (found === null) throw new Error('not shown')
  return found
}
/** November as two people close it in December. */
const closed = async () => {
  await paidCase()
  at.at('2026-12-02')
  expect(await at.desk.months.prepare(november, ito)).toBeNull()
  expect(await at.desk.months.sign(november, (await shown()).hash, suzuki)).toBeNull()
}

describe('closing a month', () => {
  it('takes a cashier and an approver, after the month is over', async () => {
    await paidCase()
    expect(await at.desk.months.prepare(november, ito)).toBe('month_running')
    at.at('2026-12-02')
    expect((await at.desk.months.list(ito))?.map(row => [row.month, row.state, row.next])).toEqual([
      ['2026-12', 'running', false],
      ['2026-11', 'open', true],
    ])
    expect(await at.desk.months.sign(november, (await shown()).hash, suzuki)).toBe('month_not_prepared')
    expect(await at.desk.months.prepare(november, ito)).toBeNull()
    expect(await at.desk.months.sign(november, (await shown()).hash, ito)).toBe('not_allowed')
    expect(await at.desk.months.sign(november, (await shown()).hash, suzuki)).toBeNull()
    expect((await at.desk.months.list(ito))?.[1]).toMatchObject({
      state: 'signed',
      prepared: { on: '2026-12-02' },
      signed: { on: '2026-12-02' },
    })
    expect(await at.desk.months.prepare(november, ito)).toBe('month_signed')
    expect(await at.desk.months.prepare(december, ito)).toBe('month_running')
    expect(await bookingDays(at.store.read).openFrom()).toBe('2026-12-01')
  })

  it('does not let one person do both', async () => {
    await paidCase()
    at.at('2026-12-02')
    await at.desk.months.prepare(november, suzuki)
    expect(await at.desk.months.sign(november, (await shown()).hash, suzuki)).toBe('same_person')
  })

  it('signs only what was prepared, and what the approver saw', async () => {
    const number = await paidCase()
    at.at('2026-12-02')
    await at.desk.months.prepare(november, ito)
    const before = (await shown()).hash
    await at.do(number, 'receiveFee', { means: 'cash', amount: '100', receivedOn: '2026-11-30' }, ito)
    expect(await shown()).toMatchObject({ moved: true, bars: { sign: 'sheet_moved' } })
    expect(await at.desk.months.sign(november, before, suzuki)).toBe('sheet_moved')
    await at.desk.months.prepare(november, ito)
    expect(await at.desk.months.sign(november, before, suzuki)).toBe('sheet_moved')
    expect(await at.desk.months.sign(november, (await shown()).hash, suzuki)).toBeNull()
  })

  it('goes by the order of the months', async () => {
    await paidCase('2026-10-30')
    at.at('2026-12-02')
    expect(await at.desk.months.prepare(november, ito)).toBe('month_not_next')
    const october = monthOf(day('2026-10-01'))
    await at.desk.months.prepare(october, ito)
    expect(await at.desk.months.prepare(november, ito)).toBe('month_not_next')
    expect(await at.desk.months.sign(october, (await shown(october)).hash, suzuki)).toBeNull()
    expect(await at.desk.months.prepare(november, ito)).toBeNull()
  })

  it('books what belongs into a closed month on the first open day', async () => {
    await closed()
    await paidCase('2026-11-28')
    const last = (await ledgerOf(at.store.read).read({ kinds: ['received'] })).at(-1)
    expect(last?.on).toBe('2026-12-01')
    expect((await shown()).moved).toBe(false)
    expect(await wrongMonths(at.store)).toEqual([])
  })

  it('is for people who serve every operator', async () => {
    const some = { ...ito, operators: ['ims'] }
    await paidCase()
    at.at('2026-12-02')
    expect(await at.desk.months.list(some)).toBeNull()
    expect(await at.desk.months.one(november, some)).toBeNull()
    expect(await at.desk.months.pdf(november, some)).toBeNull()
    expect(await at.desk.months.prepare(november, some)).toBe('not_allowed')
    expect(await at.desk.months.prepare(november, { ...sato, roles: ['auditor'] })).toBe('not_allowed')
  })

  it('shows an empty desk its running month', async () => {
    expect(await at.desk.months.list(ito)).toEqual([{ month: '2026-11', state: 'running', next: false }])
    expect((await shown()).sheet.open).toEqual([])
  })
})

describe('the paper of a month', () => {
  it('has the same bytes for ever once it is signed, whatever is called otherwise later', async () => {
    await closed()
    const before = await at.desk.months.pdf(november, suzuki)
    await paidCase('2026-12-02')
    at.store.sqlite.write.exec("UPDATE staff SET name = '別名'")
    at.at('2027-01-15')
    expect(await at.desk.months.pdf(november, suzuki)).toEqual(before)
    const again = await at.again()
    expect(await again.desk.months.pdf(november, suzuki)).toEqual(before)
  })

  it('can be looked at before anybody stands for it', async () => {
    await paidCase()
    const pdf = await at.desk.months.pdf(november, ito)
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('verifying', () => {
  it('sees that a signed month is no longer what was signed', async () => {
    await closed()
    expect(await wrongMonths(at.store)).toEqual([])
    at.store.sqlite.write.exec('DROP TRIGGER ledger_is_never_updated; UPDATE ledger SET amount = 3301 WHERE seq = 1')
    expect(await wrongMonths(at.store)).toEqual(['month 2026-11: the ledger is not what was signed'])
  })

  it('sees a signature that was written past the desk', async () => {
    await closed()
    at.store.sqlite.write.exec('UPDATE month_closings SET signed_by = prepared_by, sheet = NULL')
    expect(await wrongMonths(at.store)).toEqual([
      'month 2026-11: was signed without a sheet',
      'month 2026-11: was prepared and signed by one person',
    ])
  })
})
