import { afterEach, beforeEach, expect, test } from 'vitest'
import { ito, kanri, requestFor, sato, suzuki } from '../../domain/given.ts'
import { type DeskIn, deskIn } from '../desk-in.ts'
import { accountIn, lineIn } from './statement-cast.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
  await accountIn(at)
})
afterEach(() => at.gone())

const asked = () => at.do(null, 'logRequest', requestFor('ims'), sato)
const paidBy = (line: string, of: readonly string[]) =>
  at.desk.settling.allocate(
    line,
    of.map(caseNumber => ({ caseNumber, amount: 3300 })),
    ito,
    { note: '母が払うとのこと' },
  )
const words = () => JSON.stringify(at.store.sqlite.read.prepare('SELECT body FROM line_particulars').all())
const erased = async (number: string) => {
  at.at('2026-11-21')
  await at.do(number, 'withdraw', { on: '2026-11-21', how: 'letter' }, sato)
  await at.do(number, 'keepFee', { reason: '調査に着手した後の取下げのため' }, suzuki)
  await at.do(number, 'close', {}, sato)
  at.at('2040-01-01')
  await at.do(number, 'erase', {}, kanri)
}

test('a note beside the line that paid a case goes with the case, and the books stay whole', async () => {
  const number = await asked()
  expect(await paidBy(await lineIn(at, { payer: 'ﾔﾏﾀﾞ', amount: 3300 }), [number])).toMatchObject({ ok: true })
  expect(words()).toContain('母が払う')
  await erased(number)
  expect(words()).toBe('[]')
  expect((await at.desk.verify()).faults).toEqual([])
})

test('a note that another case still needs stays until that is erased too', async () => {
  const [one, other] = [await asked(), await asked()]
  expect(await paidBy(await lineIn(at, { payer: 'ﾔﾏﾀﾞ', amount: 6600 }), [one, other])).toMatchObject({ ok: true })
  await erased(one)
  expect(words()).toContain('母が払う')
  await erased(other)
  expect(words()).toBe('[]')
})

test('while money of the line is nobody’s, its words stay', async () => {
  const number = await asked()
  expect(await paidBy(await lineIn(at, { payer: 'ﾔﾏﾀﾞ', amount: 5000 }), [number])).toMatchObject({ ok: true })
  await erased(number)
  expect(words()).toContain('母が払う')
})
