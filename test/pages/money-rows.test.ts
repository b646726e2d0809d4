import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountIn, debitIn, lineIn } from '../desk/money/statement-cast.ts'
import { type BrowserIn, browserIn } from './browser-in.ts'

let web: BrowserIn
beforeAll(async () => {
  web = await browserIn()
  await accountIn(web)
})
afterAll(() => web.gone())

describe('a row that leads somewhere and has its own buttons', () => {
  test('lets the mouse tie a debit to the recall that it paid', async () => {
    const line = await lineIn(web, { payer: 'ﾐﾔｻﾞｷ ﾕｶ', amount: 3300 })
    const debit = await debitIn(web, { payer: 'ｸﾐﾓﾄﾞｼ', amount: 3300 })
    const { lineAct } = web.desk.lines
    const asked = { on: '2026-11-20', amount: '3300', why: '銀行からの依頼' }
    expect(await lineAct(line, 'requestRecall', asked, web.actor('ito'), { seen: 1 })).toMatchObject({ ok: true })
    expect(await lineAct(line, 'agreeToRecall', {}, web.actor('suzuki'), { seen: 2 })).toMatchObject({ ok: true })
    const page = await web.open('ito')
    await page.goto('/money/debits')
    await page.locator('tr', { hasText: 'クミモドシ' }).getByRole('button', { name: '結び付ける' }).click()
    await page.getByText('調べる出金はありません。').waitFor()
    expect((await web.desk.settling.line(debit, web.actor('ito')))?.file.row.unexplained).toBe(0)
    expect((await web.desk.settling.line(line, web.actor('ito')))?.file.row.rest).toBe(0)
    await page.context().close()
  })
})
