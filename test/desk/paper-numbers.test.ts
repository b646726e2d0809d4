import { afterEach, beforeEach, expect, it } from 'vitest'
import { series } from '../../src/desk/money/tables-money.ts'
import { ito, requestFor } from '../domain/given.ts'
import { type DeskIn, deskIn } from './desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

/** A request whose fee was paid at the counter. */
const paidAt = async (operator: string, amount = '3300') => {
  const number = await at.do(null, 'logRequest', requestFor(operator))
  await at.do(number, 'receiveFee', { means: 'cash', amount, receivedOn: '2026-11-21' }, ito)
  await at.do(number, 'applyFee', { receipt: 'r1', amount: '1000' }, ito)
  return number
}
const write = (number: string, form: 'fee-receipt' | 'counter-slip') => at.do(number, 'writeLetter', { form }, ito)
const numbersOf = async (number: string) =>
  (await at.desk.kase(number, ito))?.kase.letters.map(letter => letter.documentNumber)
const taken = async () =>
  Object.fromEntries((await at.store.read.select().from(series)).map(({ name, last }) => [name, last]))

it('numbers the receipts of an operator and year one after the other', async () => {
  const [first, second, other] = [await paidAt('ims'), await paidAt('ims'), await paidAt('kinki-telecom')]
  await write(first, 'fee-receipt')
  await write(first, 'counter-slip')
  await write(second, 'fee-receipt')
  await write(other, 'fee-receipt')
  expect(await numbersOf(first)).toEqual(['R26-00001', 'C26-00001'])
  expect(await numbersOf(second)).toEqual(['R26-00002'])
  expect(await numbersOf(other)).toEqual(['R26-00001'])
  at.at('2027-01-04')
  const later = await paidAt('ims')
  await write(later, 'fee-receipt')
  expect(await numbersOf(later)).toEqual(['R27-00001'])
  expect(await taken()).toEqual({
    'receipt:ims:2026': 2,
    'counter_slip:ims:2026': 1,
    'receipt:kinki-telecom:2026': 1,
    'receipt:ims:2027': 1,
  })
})

it('leaves no gap: what drafts nothing, or nothing new, takes no number', async () => {
  const number = await paidAt('ims')
  await at.desk.perform(number, 'writeLetter', { form: 'fee-reminder' }, ito)
  await write(number, 'fee-receipt')
  await at.do(number, 'printLetter', { letter: 'l1' }, ito)
  await write(number, 'fee-receipt')
  const nameless = await at.do(
    null,
    'logRequest',
    requestFor('ims', { subject: { family: '鈴木', bornOn: '1985-04-03' } }),
  )
  await at.do(nameless, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-21' }, ito)
  expect(await at.desk.perform(nameless, 'writeLetter', { form: 'fee-receipt' }, ito)).toMatchObject({ ok: false })
  const next = await paidAt('ims')
  await write(next, 'fee-receipt')
  expect([await numbersOf(number), await numbersOf(nameless), await numbersOf(next)]).toEqual([
    ['R26-00001', 'R26-00001'],
    [],
    ['R26-00002'],
  ])
})
