import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, lineIn } from '../desk/money/statement-cast.ts'
import { requestFor } from '../domain/given.ts'
import { type Browser, type WebIn, webIn } from './web-in.ts'

let web: WebIn
let ito: Browser
beforeAll(async () => {
  web = await webIn()
  ito = await web.as('ito')
  await accountIn(web)
})
afterAll(() => web.gone())

/** So much cash of a case, paid into the account; the number of the deposit in the ledger. */
const banked = async (amount: number) => {
  const number = await web.do(null, 'logRequest', requestFor('ims'))
  await web.do(number, 'receiveFee', { means: 'cash', amount: String(amount), receivedOn: '2026-11-20' }, ito.by)
  const done = await web.desk.instruments.act(
    'bankCash',
    { operator: 'ims', amount: String(amount), on: '2026-11-20', into: 'A1' },
    ito.by,
  )
  if (!done.ok) throw new Error(JSON.stringify(done))
  return String(done.entries[0]?.seq)
}
const bodyOf = async (url: string, by = ito) => (await by.get(url)).body
const linkOf = (body: string) => /name="entry" value="(\d+)"/.exec(body)?.[1] ?? ''

describe('cash that the desk paid in itself', () => {
  test('stands beside the line of its amount in 消込, and is tied to it there', async () => {
    const entry = await banked(4100)
    const line = await lineIn(web, { payer: 'ｹﾞﾝｷﾝ', amount: 4100, date: '2026-11-21' })
    const other = await lineIn(web, { payer: 'ｹﾞﾝｷﾝ', amount: 4101, date: '2026-11-21' })
    const page = await bodyOf('/money/reconcile')
    expect(page).toContain('銀行に預入れ 4,100円')
    expect(page).toContain(`formaction="/money/lines/${line}/prove"`)
    expect(page).not.toContain(`formaction="/money/lines/${other}/prove"`)
    const done = await ito.post(`/money/lines/${line}/prove`, { entry })
    expect([done.statusCode, done.headers.location]).toEqual([303, `/money/lines/${line}?proved=1`])
    expect(await bodyOf(`/money/lines/${line}?proved=1`)).toContain('銀行に預けたものと結び付けました。')
    expect(await bodyOf('/money/reconcile')).not.toContain('銀行に預入れ 4,100円')
    expect((await web.desk.verify()).faults).toEqual([])
  })

  test('tied by mistake is let go again, and waits for its line as before', async () => {
    const entry = await banked(4200)
    const line = await lineIn(web, { payer: 'ｹﾞﾝｷﾝ', amount: 4200, date: '2026-11-21' })
    expect(await bodyOf(`/money/lines/${line}`)).toContain('この口座に預け、明細を待っているお金です。')
    await ito.post(`/money/lines/${line}/prove`, { entry })
    expect(await bodyOf('/money/instruments')).toContain(`href="/money/lines/${line}">明細と結び付け済み`)
    const shown = await bodyOf(`/money/lines/${line}`)
    expect(shown).toContain('結び付けた預入れ')
    const link = linkOf(shown)
    expect(await bodyOf(`/money/lines/${line}`, await web.as('takahashi'))).not.toContain('結び付けを外す')
    const freed = await ito.post(`/money/lines/${line}/unprove`, { entry: link })
    expect([freed.statusCode, freed.headers.location]).toEqual([303, `/money/lines/${line}?unproved=1`])
    const after = await bodyOf(`/money/lines/${line}?unproved=1`)
    expect(after).toContain('預けたものは、また明細を待っています。')
    expect(after).toContain(`name="entry" value="${entry}"`)
    const again = await ito.post(`/money/lines/${line}/unprove`, { entry: link })
    expect([again.statusCode, again.body.includes('もう外されています')]).toEqual([409, true])
    expect((await web.desk.verify()).faults).toEqual([])
  })

  test('is not tied twice, nor to a line that has less left, nor by others', async () => {
    const entry = await banked(4300)
    const line = await lineIn(web, { payer: 'ｹﾞﾝｷﾝ', amount: 4300, date: '2026-11-21' })
    const small = await lineIn(web, { payer: 'ｹﾞﾝｷﾝ', amount: 4299, date: '2026-11-21' })
    expect((await ito.post(`/money/lines/${small}/prove`, { entry })).statusCode).toBe(409)
    expect((await (await web.as('takahashi')).post(`/money/lines/${line}/prove`, { entry })).statusCode).toBe(403)
    expect((await ito.post(`/money/lines/${line}/prove`, { entry, _csrf: 'x' })).statusCode).toBe(403)
    expect((await ito.post(`/money/lines/${line}/prove`, { entry })).statusCode).toBe(303)
    const twice = await ito.post(`/money/lines/${line}/prove`, { entry })
    expect(twice.statusCode).toBe(409)
    expect((await ito.post(`/money/lines/nai/prove`, { entry })).statusCode).toBe(404)
    // The link of another line is not this page's to take off.
    const link = linkOf(await bodyOf(`/money/lines/${line}`))
    expect((await ito.post(`/money/lines/${small}/unprove`, { entry: link })).statusCode).toBe(409)
    expect((await web.desk.verify()).faults).toEqual([])
  })
})
