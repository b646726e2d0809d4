import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { letters } from '../../src/desk/tables.ts'
import type { Definition } from '../../src/documents/definition.ts'
import { hanako, ito, requestFor, sato, suzuki } from '../domain/given.ts'
import { type DeskIn, definitions, deskIn } from './desk-in.ts'

let at: DeskIn
beforeEach(async () => {
  at = await deskIn()
})
afterEach(() => at.gone())

/** A disclosure decided in full, ready for its reply. */
const decided = async (operator = 'ims', content = '契約者情報：山田花子') => {
  const number = await at.do(null, 'logRequest', requestFor(operator))
  await at.do(number, 'receivePaper', { kind: 'driver_license', receivedOn: '2026-11-21', expiresOn: '2028-01-01' })
  await at.do(number, 'checkIdentity', { sendTo: 'papers', address: hanako.address, nameOnPaper: '山田花子' })
  await at.do(number, 'requestFee', {}, ito)
  await at.do(number, 'receiveFee', { means: 'transfer', amount: '3300', receivedOn: '2026-11-21' }, ito)
  await at.do(number, 'draftDecision', { kind: 'disclosure', outcome: 'full', content })
  await at.do(number, 'approveDecision', { decision: 'd1' }, suzuki)
  return number
}

describe('a letter', () => {
  it('is the same bytes every time, also after a restart and with newer forms', async () => {
    const number = await decided()
    await at.do(number, 'writeReply', { decision: 'd1' })
    const first = await at.desk.pdf(number, 'l1', sato)
    expect(first?.subarray(0, 5).toString()).toBe('%PDF-')
    at.at('2027-01-04')
    expect(await at.desk.pdf(number, 'l1', sato)).toEqual(first)
    at = await at.again()
    expect(await at.desk.pdf(number, 'l1', sato)).toEqual(first)

    const newer = new Map(
      [...definitions()].map(([id, form]): [string, Definition] => [id, { ...form, title: '改訂版' }]),
    )
    await at.desk.close()
    at = await deskIn({ dir: at.dir, definitions: newer })
    expect(await at.desk.pdf(number, 'l1', sato)).toEqual(first)
  }, 60_000)

  it('carries its enclosures as sheets of their own', async () => {
    const number = await decided()
    await at.do(number, 'writeReply', { decision: 'd1' })
    const row = await at.store.read.select().from(letters).where(eq(letters.caseNumber, number)).get()
    const forms = (JSON.parse(row?.sheets ?? '[]') as { definition: string; face?: true }[])
      .filter(sheet => !sheet.face)
      .map(sheet => [...definitions().values()].find(form => form.hash === sheet.definition)?.id)
    expect(forms).toEqual(['reply-disclosure-full', 'request-correction', 'request-suspension'])
    expect(await at.desk.letters(number, sato)).toEqual([
      expect.objectContaining({ id: 'l1', form: 'reply-disclosure-full', erased: false, printed: 0 }),
    ])
  })

  it('is not drafted when a character of it cannot be printed', async () => {
    const number = await decided('ims', '登録名：\u{323AF}')
    const before = await at.desk.history(number, sato)
    expect(await at.desk.perform(number, 'writeReply', { decision: 'd1' }, sato)).toMatchObject({
      ok: false,
      issues: [
        { path: 'form', code: 'missing_glyph', about: { character: '\u{323AF}', form: 'reply-disclosure-full' } },
      ],
    })
    expect(await at.desk.history(number, sato)).toEqual(before)
    expect(await at.desk.letters(number, sato)).toEqual([])
  })

  it('stays as it was drafted', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    await at.do(number, 'writeLetter', { form: 'reception-slip' })
    expect(() => at.store.sqlite.write.exec("UPDATE letters SET sheets = '[]'")).toThrow(/frozen/)
    expect(() => at.store.sqlite.write.exec('DELETE FROM letters')).toThrow(/frozen/)
  })

  it('does not exist where none was drafted', async () => {
    const number = await at.do(null, 'logRequest', requestFor('ims'))
    expect(await at.desk.pdf(number, 'l9', sato)).toBeNull()
    expect(await at.desk.pdf('26000992', 'l1', sato)).toBeNull()
  })
})
