import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BooksAsked } from '../../../src/desk/money/book-terms.ts'
import { day } from '../../../src/domain/day.ts'
import { defaultBookTerms } from '../../../src/domain/money/book-terms.ts'
import { ito, kanri, requestFor, suzuki } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

const paid = async (operator: string, amount: string) => {
  const number = await at.do(null, 'logRequest', requestFor(operator))
  await at.do(number, 'receiveFee', { means: 'transfer', amount, receivedOn: '2026-11-20' }, ito)
  return number
}
const fileOf = async (asked: BooksAsked) => {
  const made = await at.desk.bookkeeping.file(asked, ito)
  if (made === null || made === 'unknown_operator') throw new Error(`no file: ${made}`)
  return made
}
const period = { from: day('2026-11-01'), to: day('2026-11-30') }

it('writes the period of a ledger for a product, in the words of the settings', async () => {
  const number = await paid('ims', '3300')
  const terms = structuredClone(defaultBookTerms)
  terms.products.yayoi.accounts.fees.account = '受取手数料'
  expect(await at.desk.bookkeeping.change(terms, kanri)).toEqual({ ok: true })
  expect(await at.desk.bookkeeping.terms(ito)).toEqual(terms)
  const made = await fileOf({ product: 'yayoi', ...period })
  if (!made.ok) throw new Error('no file')
  const text = new TextDecoder('shift_jis').decode(made.bytes)
  expect(text.split('\r\n').filter(Boolean)).toHaveLength(2)
  expect(text).toContain(`,受取手数料,開示等手数料,,課税売上込10%,3300,300,手数料に充当 受付番号${number} 元帳2,`)
  const before = await fileOf({ product: 'yayoi', from: day('2026-10-01'), to: day('2026-10-31') })
  expect(before.rows).toEqual([])
})

it('keeps the books of operators apart when asked', async () => {
  await paid('ims', '3300')
  await paid('cloud-walker', '3150')
  const rows = async (operator?: string) =>
    (await fileOf({ product: 'freee', ...period, ...(operator && { operator }) })).rows.map(row => row.amount)
  expect(await rows('ims')).toEqual([3300, 3300])
  expect(await rows('cloud-walker')).toEqual([3150, 3150])
  expect((await rows()).length).toBe(4)
  expect(await rows('iij')).toEqual([])
  expect(await at.desk.bookkeeping.file({ product: 'freee', ...period, operator: 'nai' }, ito)).toBe('unknown_operator')
})

it('is changed by an administrator of all operators only, and checked', async () => {
  expect(await at.desk.bookkeeping.change(defaultBookTerms, suzuki)).toMatchObject({ ok: false })
  expect(await at.desk.bookkeeping.change(defaultBookTerms, { ...kanri, operators: ['ims'] })).toMatchObject({
    ok: false,
  })
  const empty = structuredClone(defaultBookTerms)
  empty.products.freee.accounts.bank.account = ''
  expect(await at.desk.bookkeeping.change(empty, kanri)).toEqual({
    ok: false,
    issues: [{ path: 'products.freee.accounts.bank.account', code: 'required' }],
  })
})

it('shows nothing to who serves only some operators', async () => {
  const some = { ...ito, operators: ['ims'] }
  expect(await at.desk.bookkeeping.terms(some)).toBeNull()
  expect(await at.desk.bookkeeping.file({ product: 'freee', ...period }, some)).toBeNull()
})
